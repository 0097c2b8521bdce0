// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/plan_watch.h>

#include <present/format/figure_format.h>
#include <present/texts/plan_watch_texts.h>
#include <present/texts/scenario_texts.h>

#include <core/planning/baseline.h>

#include <algorithm>
#include <cmath>

namespace headroom::present {
namespace {

using monitor::CanonicalMetric;

// What the source reports now; empty where it reports nothing of the kind.
struct Measured {
    int gpus = 0;
    std::optional<double> requestsPerS, ttftP95S, tpotP95S;
};

Measured measuredBy(const LiveHistory &history)
{
    Measured now;
    const auto each = [&](CanonicalMetric metric, auto take) {
        for (std::size_t i = 0; i < history.subjects().size(); ++i)
            if (const auto value = history.latest(metric, i); value && std::isfinite(*value))
                take(*value);
    };
    for (std::size_t i = 0; i < history.subjects().size(); ++i)
        now.gpus += history.latest(CanonicalMetric::GpuUtilRatio, i) || history.latest(CanonicalMetric::GpuMemUsedBytes, i) || history.latest(CanonicalMetric::GpuPowerW, i) ? 1 : 0;
    each(CanonicalMetric::ServingRequestsPerS, [&](double v) { now.requestsPerS = now.requestsPerS.value_or(0) + v; });
    // The p95 of several engines is not known from theirs: the slowest one's is what someone waits for.
    each(CanonicalMetric::ServingTtftS, [&](double v) { now.ttftP95S = std::max(now.ttftP95S.value_or(0), v); });
    each(CanonicalMetric::ServingTpotS, [&](double v) { now.tpotP95S = std::max(now.tpotP95S.value_or(0), v); });
    return now;
}

TextTable tableOf(const core::ApprovedFigures &plan, const Measured &now, const std::optional<core::BaselineReview> &review)
{
    const FigureFormat format;
    TextTable table;
    table.header = {PlanWatchTexts::figure(), PlanWatchTexts::planned(), PlanWatchTexts::measured(), PlanWatchTexts::difference()};
    table.rightAligned = {false, true, true, true};
    const auto row = [&](const QString &name, const std::optional<double> &planned, const std::optional<double> &measured, auto words) {
        QString difference = FigureFormat::missing();
        if (planned && measured && *planned > 0) {
            const double ratio = *measured / *planned - 1;
            difference = (ratio < 0 ? QStringLiteral("−") : QStringLiteral("+")) + format.percent(std::abs(ratio));
        }
        table.rows << QStringList{name, planned ? words(*planned) : FigureFormat::missing(), measured ? words(*measured) : FigureFormat::missing(), difference};
    };
    row(PlanWatchTexts::gpus(), plan.gpus, now.gpus > 0 ? std::optional<double>(now.gpus) : std::nullopt, [&](double v) { return format.count(v); });
    row(PlanWatchTexts::requests(), plan.peakRps, now.requestsPerS, [&](double v) { return format.rate(core::RequestsPerSecond(v)); });
    row(PlanWatchTexts::ttft(), plan.ttftP95S, now.ttftP95S, [&](double v) { return format.seconds(core::Seconds(v)); });
    row(PlanWatchTexts::tpot(), plan.tpotP95S, now.tpotP95S, [&](double v) { return format.seconds(core::Seconds(v)); });
    // Money is not measured: beside what was approved stands what the same fleet costs at today's prices.
    QStringList cost{PlanWatchTexts::cost(), plan.priced ? format.money(plan.monthly) : FigureFormat::missing(), FigureFormat::missing(), FigureFormat::missing()};
    if (plan.priced && review && review->sameFleetNow && review->sameFleetNow->priced && review->sameFleetNow->monthly.currency() == plan.monthly.currency()) {
        cost[2] = PlanWatchTexts::atTodaysPrices(format.money(review->sameFleetNow->monthly));
        cost[3] = review->sameFleetNow->monthly == plan.monthly ? PlanWatchTexts::same() : format.moneyChange(review->sameFleetNow->monthly - plan.monthly);
    }
    table.rows << cost;
    return table;
}

} // namespace

PlanWatch::PlanWatch(ScenarioSession &session, LiveViewModel &live, QObject *parent) : QObject(parent), m_session(session), m_live(live)
{
    connect(&m_session, &ScenarioSession::documentChanged, this, [this] {
        review();
        emit changed();
    });
    connect(&m_session, &ScenarioSession::planChanged, this, &PlanWatch::changed);
    connect(&m_live, &LiveViewModel::changed, this, &PlanWatch::changed);
    connect(&m_reviewer, &BaselineReviewer::reviewed, this, [this](std::int64_t baseline, const core::BaselineReview &made) {
        m_review = made;
        m_reviewed = baseline;
        emit changed();
    });
}

void PlanWatch::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    m_reviewer.setCatalog(std::move(catalog));
    m_reviewed = 0;
    review();
}

void PlanWatch::setBindings(std::vector<db::LiveBinding> bindings)
{
    m_bindings = std::move(bindings);
    review();
    emit changed();
}

const db::LiveBinding *PlanWatch::binding() const
{
    const auto found = std::ranges::find_if(m_bindings, [&](const db::LiveBinding &b) { return b.baseline.scenarioId == m_session.documentId(); });
    return found == m_bindings.end() ? nullptr : &*found;
}

// What was frozen under the catalog of today, once for each.
void PlanWatch::review()
{
    const db::LiveBinding *bound = binding();
    if (!bound || bound->baseline.id == m_reviewed)
        return;
    m_review.reset();
    m_reviewed = bound->baseline.id;
    m_reviewer.review(bound->baseline);
}

PlanWatchView PlanWatch::view() const
{
    PlanWatchView view;
    view.title = PlanWatchTexts::title(m_session.title());
    const PlanAnswerPtr answer = m_session.answer();
    // Not while a better plan is on its way: what is frozen is what the page says in the end.
    const bool ready = answer && !m_session.isPlanning() && (answer->isFinal || answer->stage != PlanAnswer::Stage::ClosedForm);
    view.possible = m_session.documentId() != 0 && ready && answer->plan && (answer->plan->recommended || answer->plan->closest);
    const db::LiveBinding *bound = binding();
    if (!bound) {
        view.lead = view.possible ? PlanWatchTexts::whatBindingDoes() : PlanWatchTexts::noPlan();
        return view;
    }
    view.bound = true;
    view.source = QString::fromStdString(bound->source);
    const std::optional<core::BaselineReview> review = m_reviewed == bound->baseline.id ? m_review : std::nullopt;
    view.lead = ScenarioTexts::approval(bound->baseline, review);
    const auto config = std::ranges::find(m_live.configs(), bound->source, &monitor::SourceConfig::id);
    if (config == m_live.configs().end())
        view.remark = PlanWatchTexts::sourceGone(view.source);
    else if (config->kind == monitor::SourceKind::Demo)
        view.remark = PlanWatchTexts::demo();
    const auto figures = core::approvedFigures(bound->baseline.plan);
    if (!figures)
        return view;
    const auto history = m_live.histories().find(bound->source);
    view.table = tableOf(*figures, history == m_live.histories().end() ? Measured{} : measuredBy(history->second), review);
    return view;
}

void PlanWatch::bind(const QString &source)
{
    if (view().possible && !source.isEmpty())
        emit bindRequested(source);
}

void PlanWatch::unbind()
{
    if (binding())
        emit unbindRequested();
}

} // namespace headroom::present
