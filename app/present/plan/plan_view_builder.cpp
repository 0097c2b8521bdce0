// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_builder.h>

#include <present/format/figure_format.h>
#include <present/plan/plan_view_parts.h>
#include <present/texts/field_choices.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <algorithm>
#include <cmath>

namespace headroom::present {
namespace {

using namespace core;

PlanView::State stateOf(const PlanAnswer &answer)
{
    if (!answer.plan)
        return PlanView::State::Failed;
    if (answer.plan->recommended)
        return answer.plan->meetsDemand ? PlanView::State::Planned : PlanView::State::TooSmall;
    return answer.plan->closest ? PlanView::State::Closest : PlanView::State::Impossible;
}

QString headlineOf(const PlanAnswer &answer, const std::vector<BannerView> &banners)
{
    const PlanOption *option = answer.shown();
    if (!option || !answer.plan->recommended)
        return banners.empty() ? QString() : banners.front().lead + u' ' + banners.front().body;
    const FigureFormat format;
    const QString share = format.count(std::round(option->atPeak.tail.percentile * 100));
    if (!option->isPriced())
        return PlanTexts::tr("%1: no price, first token within %2 for %3 of 100 requests, headroom %4.")
            .arg(optionName(*option, *answer.catalog), format.seconds(option->atPeak.tail.ttft), share, format.percent(option->headroomRatio));
    return PlanTexts::tr("%1: %2 a month, first token within %3 for %4 of 100 requests, headroom %5.")
        .arg(optionName(*option, *answer.catalog), format.money(option->monthlyCost), format.seconds(option->atPeak.tail.ttft), share, format.percent(option->headroomRatio));
}

void fillFormats(const PlanAnswer &answer, PlanView &view)
{
    const PlanOption *option = answer.shown();
    QStringList notes;
    for (const FieldChoice &choice : FieldChoices::of(QStringLiteral("model.format"), *answer.catalog)) {
        FormatView shown{choice.id, choice.label, true, {}};
        for (const FormatAvailability &availability : answer.formats) {
            if (choice.id != FieldChoices::formatName(availability.format))
                continue;
            shown.available = availability.state == FormatAvailability::State::Available;
            shown.reason = ReasonTexts::format(availability, answer.scenario, *answer.catalog);
            if (!shown.available)
                notes.append(shown.reason);
        }
        view.formats.push_back(shown);
    }
    if (answer.scenario.model.format == FormatChoice::Native && option)
        notes.prepend(PlanTexts::tr("native here: %1.", "number format").arg(FieldChoices::formatName(option->format)));
    if (option && option->weightOnly)
        notes.prepend(PlanTexts::tr("Weights in %1, computed in bf16.").arg(FieldChoices::formatName(option->format)));
    view.formatNote = FigureFormat().sentences(notes);
}

} // namespace

PlanView emptyPlanView()
{
    PlanView view;
    fillChartTitles(view);
    view.tiles = emptyTiles(PlanTexts::planning());
    view.headline = PlanTexts::planning();
    return view;
}

PlanView makePlanView(const PlanAnswer &answer, const std::optional<Money> &before)
{
    PlanView view;
    view.state = stateOf(answer);
    fillChartTitles(view);
    view.tiles = planTiles(answer, before);
    view.banners = planBanners(answer);
    view.headline = headlineOf(answer, view.banners);
    fillFormats(answer, view);
    fillCharts(answer, view);
    return view;
}

} // namespace headroom::present
