// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/scenario_library.h>

#include <present/texts/scenario_texts.h>

namespace headroom::present {

ScenarioLibrary::ScenarioLibrary(ScenarioShelf &shelf, ScenarioSession &session, QObject *parent)
    : QObject(parent), m_shelf(shelf), m_session(session), m_alive(std::make_shared<bool>(true))
{
    connect(&m_session, &ScenarioSession::documentChanged, this, [this] { m_scenarios.setOpen(m_session.documentId()); });
    connect(&m_reviewer, &BaselineReviewer::reviewed, this, [this](std::int64_t baseline, const core::BaselineReview &review) {
        if (m_baselines.empty() || m_baselines.front().id != baseline)
            return;
        m_review = review;
        sayApproval();
    });
}

ScenarioLibrary::~ScenarioLibrary() = default;

// An answer of the shelf: carried on with if it is good and the library still there, else said.
template<class T, class Then>
ScenarioShelf::Done<T> ScenarioLibrary::then(Then work)
{
    return [this, alive = std::weak_ptr<bool>(m_alive), work](const core::Result<T> &result) {
        if (alive.expired())
            return;
        if (result)
            work(*result);
        else
            emit failed(result.error());
    };
}

void ScenarioLibrary::refresh()
{
    m_shelf.list(false, then<std::vector<db::ScenarioSummary>>([this](const std::vector<db::ScenarioSummary> &scenarios) {
        m_scenarios.setScenarios(scenarios);
        m_scenarios.setOpen(m_session.documentId());
    }));
}

void ScenarioLibrary::keepDraft()
{
    if (m_session.documentId() != 0 && m_session.state() != DocumentState::Saved)
        m_shelf.saveDraft(m_session.documentId(), m_session.scenario(), then<db::ScenarioSummary>([](const db::ScenarioSummary &) {}));
}

void ScenarioLibrary::load(db::ScenarioId id)
{
    m_shelf.load(id, then<db::StoredScenario>([this](const db::StoredScenario &stored) {
        m_session.open(stored);
        refresh();
        emit documentOpened();
    }));
}

void ScenarioLibrary::open(db::ScenarioId id)
{
    keepDraft();
    load(id);
}

void ScenarioLibrary::createNew(const core::Scenario &scenario)
{
    keepDraft();
    m_shelf.createDraft(scenario, then<db::ScenarioSummary>([this](const db::ScenarioSummary &summary) { load(summary.id); }));
}

void ScenarioLibrary::save()
{
    const auto adopt = [this](const db::ScenarioSummary &summary) {
        m_session.adopt(summary);
        refresh();
        emit saved(summary.revision);
    };
    if (m_session.documentId() != 0) {
        m_shelf.save(m_session.documentId(), m_session.scenario(), then<db::ScenarioSummary>(adopt));
        return;
    }
    const core::Scenario scenario = m_session.scenario();
    m_shelf.createDraft(scenario, then<db::ScenarioSummary>([this, scenario, adopt](const db::ScenarioSummary &summary) {
        m_shelf.save(summary.id, scenario, then<db::ScenarioSummary>(adopt));
    }));
}

void ScenarioLibrary::duplicate(db::ScenarioId id)
{
    keepDraft();
    const QModelIndex index = m_scenarios.indexOf(id);
    const QString title = index.isValid() ? index.data().toString() : m_session.title();
    m_shelf.duplicate(id, ScenarioTexts::copyTitle(title).toStdString(), then<db::ScenarioSummary>([this](const db::ScenarioSummary &summary) { load(summary.id); }));
}

void ScenarioLibrary::rename(db::ScenarioId id, const QString &title)
{
    // The title of the open document is a field like any other: undone, merged and saved with the rest.
    if (id == m_session.documentId()) {
        m_session.endGesture();
        m_session.setValue(QStringLiteral("title"), title);
        m_session.endGesture();
        keepDraft();
        refresh();
        return;
    }
    m_shelf.rename(id, title.toStdString(), then<db::ScenarioSummary>([this](const db::ScenarioSummary &) { refresh(); }));
}

void ScenarioLibrary::remove(db::ScenarioId id)
{
    const bool open = id == m_session.documentId();
    if (open)
        keepDraft();
    m_shelf.remove(id, then<db::ScenarioSummary>([this, open](const db::ScenarioSummary &summary) {
        m_removed = summary;
        emit removed(QString::fromStdString(summary.title));
        m_shelf.list(false, then<std::vector<db::ScenarioSummary>>([this, open](const std::vector<db::ScenarioSummary> &scenarios) {
            m_scenarios.setScenarios(scenarios);
            if (!open)
                return;
            if (!scenarios.empty()) {
                load(scenarios.front().id);
                return;
            }
            core::Scenario fresh;
            fresh.title = ScenarioTexts::newTitle().toStdString();
            m_shelf.createDraft(fresh, then<db::ScenarioSummary>([this](const db::ScenarioSummary &made) { load(made.id); }));
        }));
    }));
}

void ScenarioLibrary::undoRemove()
{
    if (!canUndoRemove())
        return;
    m_shelf.undoRemove(m_removed.id, then<db::ScenarioSummary>([this](const db::ScenarioSummary &) {
        m_removed = {};
        refresh();
    }));
}

void ScenarioLibrary::showHistory(db::ScenarioId id)
{
    m_shelf.history(id, then<std::vector<db::Revision>>([this, id](const std::vector<db::Revision> &revisions) { m_revisions.setRevisions(id, revisions); }));
    m_shelf.baselines(id, then<std::vector<db::Baseline>>([this](const std::vector<db::Baseline> &baselines) { showBaselines(baselines); }));
}

void ScenarioLibrary::freeze(const db::Baseline &baseline)
{
    const db::ScenarioId id = baseline.scenarioId;
    m_shelf.freeze(baseline, then<std::vector<db::Baseline>>([this, id](const std::vector<db::Baseline> &baselines) {
        if (id == m_revisions.scenario())
            showBaselines(baselines);
    }));
}

void ScenarioLibrary::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    m_reviewer.setCatalog(std::move(catalog));
    if (!m_baselines.empty())
        m_reviewer.review(m_baselines.front());
}

void ScenarioLibrary::showBaselines(const std::vector<db::Baseline> &baselines)
{
    m_baselines = baselines;
    m_review.reset();
    sayApproval();
    if (!m_baselines.empty())
        m_reviewer.review(m_baselines.front());
}

void ScenarioLibrary::sayApproval()
{
    m_approval = m_baselines.empty() ? QString() : ScenarioTexts::approval(m_baselines.front(), m_review);
    emit approvalChanged();
}

void ScenarioLibrary::restore(int revision)
{
    const db::ScenarioId id = m_revisions.scenario();
    if (id == m_session.documentId())
        keepDraft();
    m_shelf.restore(id, revision, then<db::ScenarioSummary>([this, id, revision](const db::ScenarioSummary &) {
        showHistory(id);
        if (id == m_session.documentId())
            load(id);
        else
            refresh();
        emit restored(revision);
    }));
}

void ScenarioLibrary::retranslate()
{
    m_scenarios.retranslate();
    m_revisions.retranslate();
    sayApproval();
}

} // namespace headroom::present
