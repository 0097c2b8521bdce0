// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/scenario_session.h>

#include <present/session/edit_command.h>
#include <present/session/scenario_fields.h>
#include <present/texts/field_texts.h>

#include <core/workload/demand.h>

#include <algorithm>
#include <chrono>

namespace headroom::present {
namespace {

using namespace std::chrono_literals;

// A pause after which the next change of the same field is a new thing to undo.
constexpr auto kGesturePause = 1500ms;
// While edits pour in, a running plan may take this much of its predecessor's time, so that it can come back ...
constexpr double kPaceFactor = 1.5;
// ... but no longer than this: then it is given up for the newest.
constexpr double kLongestPaceMs = 250;

} // namespace

ScenarioSession::ScenarioSession(std::shared_ptr<const core::Catalog> catalog, PlanWorker &worker, QObject *parent)
    : QObject(parent), m_catalog(std::move(catalog)), m_worker(worker)
{
    m_undo.setUndoLimit(500);
    m_gestureEnd.setSingleShot(true);
    m_gestureEnd.setInterval(kGesturePause);
    connect(&m_gestureEnd, &QTimer::timeout, this, &ScenarioSession::endGesture);
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &ScenarioSession::askForPlan);
    connect(&m_worker, &PlanWorker::answered, this, &ScenarioSession::takeAnswer);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &ScenarioSession::documentChanged);
    connect(&m_undo, &QUndoStack::indexChanged, this, &ScenarioSession::noteUndoIndex);
    schedulePlan();
}

ScenarioSession::~ScenarioSession()
{
    // The undo stack clears itself when it goes, and says so: by then the timers that would hear it are gone.
    m_undo.disconnect(this);
}

void ScenarioSession::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    m_catalog = std::move(catalog);
    emit catalogChanged();
    ++m_edit;
    schedulePlan();
}

void ScenarioSession::reset(const core::Scenario &scenario)
{
    m_undo.clear();
    endGesture();
    m_firstEdit = ++m_edit;
    m_scenario = scenario;
    emit opened();
    emit documentChanged();
    emit scenarioChanged();
    schedulePlan();
}

void ScenarioSession::open(const db::StoredScenario &stored)
{
    m_summary = stored.summary;
    m_openedWithDraft = stored.summary.hasDraft;
    reset(stored.scenario);
}

void ScenarioSession::openNew(const core::Scenario &scenario)
{
    m_summary = {};
    m_openedWithDraft = false;
    reset(scenario);
}

void ScenarioSession::adopt(const db::ScenarioSummary &summary)
{
    m_summary = summary;
    if (!summary.hasDraft) {
        m_openedWithDraft = false;
        endGesture();
        m_undo.setClean();
    }
    emit documentChanged();
}

DocumentState ScenarioSession::state() const
{
    if (m_summary.revision == 0)
        return DocumentState::New;
    return m_undo.isClean() && !m_openedWithDraft ? DocumentState::Saved : DocumentState::Edited;
}

QString ScenarioSession::title() const
{
    return QString::fromStdString(m_scenario.title);
}

QVariant ScenarioSession::value(const QString &field) const
{
    return fieldValue(m_scenario, field);
}

bool ScenarioSession::setValue(const QString &field, const QVariant &value)
{
    core::Scenario changed = m_scenario;
    if (!setFieldValue(changed, field, value))
        return false;
    // A kind of work brings its usual lengths.
    if (field == QStringLiteral("demand.workload") && changed.demand.workload != m_scenario.demand.workload) {
        const core::WorkloadPreset *preset = core::findWorkloadPreset(changed.demand.workload);
        if (!preset)
            return false;
        changed.demand.inputTokensMean = preset->inputTokens;
        changed.demand.outputTokensMean = preset->outputTokens;
    }
    if (changed != m_scenario)
        push(field, changed, FieldTexts::changeText(field, fieldValue(m_scenario, field), fieldValue(changed, field), *m_catalog));
    return true;
}

void ScenarioSession::replace(const core::Scenario &scenario, const QString &undoText)
{
    endGesture();
    if (scenario != m_scenario)
        push({}, scenario, undoText);
    endGesture();
}

void ScenarioSession::push(const QString &field, const core::Scenario &after, const QString &text)
{
    m_pushing = true;
    m_undo.push(new EditCommand(field, m_gesture, m_scenario, after, text, [this](const core::Scenario &scenario) { apply(scenario); }));
    m_pushing = false;
    m_gestureEnd.start();
}

void ScenarioSession::apply(const core::Scenario &scenario)
{
    const bool titled = scenario.title != m_scenario.title;
    m_scenario = scenario;
    emit scenarioChanged();
    if (titled)
        emit documentChanged();
    schedulePlan();
}

// A merged edit leaves the index where it was: it is the same edit going on.
void ScenarioSession::noteUndoIndex(int index)
{
    if (index == m_undoIndex)
        return;
    m_undoIndex = index;
    ++m_edit;
    if (!m_pushing)
        endGesture();
}

void ScenarioSession::endGesture()
{
    m_gestureEnd.stop();
    ++m_gesture;
}

PeakTie ScenarioSession::peak() const
{
    PeakTie tie;
    const auto workload = core::workloadOf(m_scenario.demand);
    tie.tied = !m_scenario.demand.peakRps.has_value();
    if (workload) {
        tie.peakRps = workload->peak.value();
        tie.fromUsersRps = workload->peakFromUsers.value();
        tie.peakFactor = workload->peakFactor;
    }
    return tie;
}

void ScenarioSession::tiePeak()
{
    endGesture();
    setValue(QStringLiteral("demand.peak_rps"), QVariant());
    endGesture();
}

void ScenarioSession::schedulePlan()
{
    const bool wasPlanning = isPlanning();
    ++m_asked;
    if (!wasPlanning)
        emit planningChanged();
    if (m_pace.isActive())
        return;
    // A free worker starts at once. A busy one gets the time that it should need, then it is given up.
    int waitMs = 0;
    if (m_worker.isBusy() && m_answer && m_sinceAsked.isValid())
        waitMs = std::max(0, static_cast<int>(std::min(m_answer->seconds * 1e3 * kPaceFactor, kLongestPaceMs) - static_cast<double>(m_sinceAsked.elapsed())));
    m_pace.start(waitMs);
}

void ScenarioSession::askForPlan()
{
    m_sinceAsked.start();
    m_worker.request(m_asked, m_edit, m_scenario, m_catalog);
}

void ScenarioSession::takeAnswer(const PlanAnswerPtr &answer)
{
    if (answer->edit < m_firstEdit) // of the document before
        return;
    m_answer = answer;
    if (m_pace.isActive()) // what waited for the worker need not wait longer
        m_pace.start(0);
    emit planChanged();
    if (!isPlanning())
        emit planningChanged();
}

} // namespace headroom::present
