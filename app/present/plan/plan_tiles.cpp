// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_parts.h>

#include <present/format/figure_format.h>
#include <present/texts/field_choices.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <core/planning/explain.h>

#include <cmath>

namespace headroom::present {
namespace {

using core::Figure;
using core::Money;
using core::PlanOption;

constexpr Figure kTiles[]{Figure::Gpus, Figure::MonthlyCost, Figure::TtftP95, Figure::Headroom, Figure::CostPerMillionOutputTokens};

// Under this the GPUs wait most of the time, which the price of a token shows.
constexpr double kLowUtilization = 0.3;

TileView tile(Figure figure)
{
    TileView view;
    view.figure = figure;
    view.id = QString::fromUtf8(core::figureId(figure).data(), static_cast<qsizetype>(core::figureId(figure).size()));
    view.title = PlanTexts::tileTitle(figure);
    return view;
}

QString met(bool meets, const QString &text)
{
    return (meets ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + text;
}

struct Shown {
    const PlanOption &option;
    const core::Plan &plan;
    const core::Catalog &catalog;
    FigureFormat format;

    ToneLine estimate(double errorBand) const
    {
        const QString band = format.percent(errorBand);
        switch (option.basis) {
        case core::Basis::Measured: return {PlanTexts::tr("measured, ±%1").arg(band)};
        case core::Basis::Calibrated: return {PlanTexts::tr("calibrated, ±%1").arg(band)};
        case core::Basis::Estimated: break;
        }
        return {PlanTexts::tr("estimated, ±%1").arg(band)};
    }
};

void fillGpus(TileView &view, const Shown &s)
{
    const PlanOption &o = s.option;
    view.value = s.format.count(o.gpus());
    view.unit = FieldChoices::gpuName(o.gpu, s.catalog);
    const QString replicas = PlanTexts::tr("%n replicas × %1", "replicas, GPUs of one", o.layout.replicas).arg(s.format.count(o.layout.gpusPerReplica()));
    view.lines.push_back({replicas + QStringLiteral(" · ") + FieldChoices::formatName(o.format), TextTone::Secondary});
    if (o.spareGpus() > 0)
        view.lines.push_back({PlanTexts::tr("△ %1 bought, %2 spare").arg(s.format.count(o.gpusBought), s.format.count(o.spareGpus())), TextTone::Warning});
    else
        view.lines.push_back({ReasonTexts::layout(o.layout), TextTone::Secondary});
    if (o.gpusLow == o.gpusHigh)
        view.lines.push_back(s.estimate(o.errorBandRatio));
    else
        view.lines.push_back({PlanTexts::tr("%1–%2 at %3", "range of GPUs at a confidence").arg(s.format.count(o.gpusLow), s.format.count(o.gpusHigh), s.format.percent(o.confidence))});
}

void fillCost(TileView &view, const Shown &s, const std::optional<Money> &before)
{
    const PlanOption &o = s.option;
    if (!o.isPriced()) {
        view.note = PlanTexts::tr("no price: nobody sells this GPU in the chosen offers");
        return;
    }
    view.value = s.format.money(o.monthlyCost);
    if (before && before->currency() == o.monthlyCost.currency() && *before != o.monthlyCost) {
        const Money change = o.monthlyCost - *before;
        const bool more = change.micros() > 0;
        const QString amount = s.format.moneyCompact(more ? change : change.times(-1));
        view.lines.push_back({(more ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + PlanTexts::tr("%1 by last edit").arg(amount),
                              more ? TextTone::Warning : TextTone::Good});
    }
    if (o.monthlyCostAlwaysOn != o.monthlyCost)
        view.lines.push_back({PlanTexts::tr("%1 if always on").arg(s.format.money(o.monthlyCostAlwaysOn)), TextTone::Secondary});
    const QString provider = FieldChoices::providerName(o.offer.provider);
    view.lines.push_back({o.offer.asOf.empty() ? PlanTexts::tr("%1, undated").arg(provider) : provider + u' ' + FigureFormat::date(o.offer.asOf), TextTone::Secondary});
}

void fillFirstToken(TileView &view, const Shown &s)
{
    const PlanOption &o = s.option;
    const double target = s.plan.scenario.hardware.ttftTarget;
    const core::HardwareInputs &asked = s.plan.scenario.hardware;
    const core::TailLatency &tail = o.atPeak.tail;
    const auto parts = s.format.secondsParts(tail.ttft);
    view.value = parts.value;
    view.unit = parts.unit + QStringLiteral(" · ") + ReasonTexts::percentile(asked.percentile);
    const bool meets = tail.ttft.value() <= target;
    const QString simulated = o.simulated ? QStringLiteral(" · ") + PlanTexts::tr("simulated") : QString();
    view.lines.push_back({met(meets, PlanTexts::tr("target %1").arg(s.format.seconds(core::Seconds(target)))) + simulated, meets ? TextTone::Good : TextTone::Error});
    const bool steady = tail.tpot.value() <= asked.tpotTarget;
    view.lines.push_back({met(steady, PlanTexts::tr("then %1 a token").arg(s.format.seconds(tail.tpot))), steady ? TextTone::Secondary : TextTone::Error});
    if (asked.e2eTarget) {
        const bool whole = tail.e2e.value() <= *asked.e2eTarget;
        view.lines.push_back({met(whole, PlanTexts::tr("whole answer %1", "latency").arg(s.format.seconds(tail.e2e))), whole ? TextTone::Secondary : TextTone::Error});
    } else {
        view.lines.push_back(s.estimate(o.ttftErrorBandRatio));
    }
}

void fillHeadroom(TileView &view, const Shown &s)
{
    const PlanOption &o = s.option;
    if (s.plan.workload.peak.value() <= 0) {
        view.note = PlanTexts::tr("without demand there is none to state");
        return;
    }
    const auto parts = s.format.percentParts(o.headroomRatio);
    view.value = parts.value;
    view.unit = parts.unit;
    const double asked = s.plan.scenario.hardware.headroomRatio;
    const bool enough = o.headroomRatio >= asked - 1e-9;
    view.lines.push_back({PlanTexts::tr("%1, peak %2", "capacity, and the peak it is for").arg(s.format.rate(o.capacityDegraded), s.format.rate(s.plan.workload.peak)), TextTone::Neutral});
    view.lines.push_back({met(enough, PlanTexts::tr("asked for %1").arg(s.format.percent(asked))), enough ? TextTone::Good : TextTone::Error});
    if (const int lost = s.plan.scenario.hardware.redundancy; lost > 0)
        view.lines.push_back({PlanTexts::tr("with %n replicas lost", nullptr, lost), TextTone::Secondary});
    else
        view.lines.push_back({o.limit == core::CapacityLimit::EndToEnd ? PlanTexts::tr("limit: whole answer") : PlanTexts::tr("limit: %1").arg(ReasonTexts::binding(o.binding)), TextTone::Secondary});
}

void fillTokenPrice(TileView &view, const Shown &s)
{
    const PlanOption &o = s.option;
    if (!o.isPriced()) {
        view.note = PlanTexts::noPrice();
        return;
    }
    if (!o.costPerMillionOutputTokens) {
        view.note = PlanTexts::tr("without demand there are no tokens");
        return;
    }
    view.value = s.format.money(*o.costPerMillionOutputTokens);
    const QString usage = PlanTexts::tr("%1 utilization").arg(s.format.percent(o.meanUtilization));
    view.lines.push_back({o.meanUtilization < kLowUtilization ? QStringLiteral("△ ") + usage : usage,
                          o.meanUtilization < kLowUtilization ? TextTone::Warning : TextTone::Secondary});
    if (o.monthlyCost.micros() > 0 && o.monthlyCostAlwaysOn != o.monthlyCost) {
        const Money alwaysOn = o.costPerMillionOutputTokens->timesRatio(o.monthlyCostAlwaysOn.toDouble() / o.monthlyCost.toDouble());
        view.lines.push_back({PlanTexts::tr("%1 if always on").arg(s.format.money(alwaysOn)), TextTone::Secondary});
    }
    if (o.powerPeak)
        view.lines.push_back({PlanTexts::tr("%1 at peak", "power of the servers").arg(s.format.power(*o.powerPeak)), TextTone::Secondary});
}

} // namespace

std::vector<TileView> emptyTiles(const QString &note)
{
    std::vector<TileView> tiles;
    for (const Figure figure : kTiles) {
        tiles.push_back(tile(figure));
        tiles.back().note = note;
    }
    return tiles;
}

std::vector<TileView> planTiles(const PlanAnswer &answer, const std::optional<Money> &before)
{
    const PlanOption *option = answer.shown();
    if (!option)
        return emptyTiles(answer.plan ? PlanTexts::tr("no plan") : PlanTexts::tr("inputs refused"));
    const Shown shown{*option, *answer.plan, *answer.catalog, FigureFormat()};
    std::vector<TileView> tiles;
    for (const Figure figure : kTiles) {
        TileView view = tile(figure);
        switch (figure) {
        case Figure::Gpus: fillGpus(view, shown); break;
        case Figure::MonthlyCost: fillCost(view, shown, before); break;
        case Figure::TtftP95: fillFirstToken(view, shown); break;
        case Figure::Headroom: fillHeadroom(view, shown); break;
        default: fillTokenPrice(view, shown); break;
        }
        if (view.note.isEmpty()) {
            view.number = core::figureValue(figure, *option, *answer.plan);
            view.explainable = true;
        }
        tiles.push_back(std::move(view));
    }
    return tiles;
}

} // namespace headroom::present
