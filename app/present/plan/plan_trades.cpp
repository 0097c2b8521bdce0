// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_parts.h>

#include <present/format/figure_format.h>
#include <present/texts/field_choices.h>
#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {
namespace {

using namespace core;

// Options that cost many times as much would press all others against the axis.
constexpr double kDearest = 4.0;

ScatterPointView pointOf(const PlanOption &option, int alternative, const PlanAnswer &answer)
{
    const FigureFormat format;
    ScatterPointView point;
    point.label = optionName(option, *answer.catalog) + (option.variant ? QStringLiteral(" · ") + ReasonTexts::layout(option.layout) : QString());
    point.x = option.monthlyCost.toDouble();
    point.y = option.atPeak.tail.ttft.value();
    point.alternative = alternative;
    point.details = PlanTexts::tr("%1: %2 a month, first token %3 and each further token %4 at %7, headroom %5, %6 on average")
                        .arg(point.label, format.money(option.monthlyCost), format.seconds(option.atPeak.tail.ttft), format.seconds(option.atPeak.tail.tpot),
                             format.percent(option.headroomRatio), format.power(option.powerMean), ReasonTexts::percentile(answer.plan->scenario.hardware.percentile));
    return point;
}

QString fieldOf(SensitivityInput input)
{
    switch (input) {
    case SensitivityInput::Peak: return QStringLiteral("demand.peak_rps");
    case SensitivityInput::InputTokens: return QStringLiteral("demand.input_tokens_mean");
    case SensitivityInput::OutputTokens: return QStringLiteral("demand.output_tokens_mean");
    case SensitivityInput::TtftTarget: return QStringLiteral("hardware.ttft_p95_target_s");
    case SensitivityInput::TpotTarget: return QStringLiteral("hardware.tpot_p95_target_s");
    case SensitivityInput::EndToEndTarget: return QStringLiteral("hardware.e2e_target_s");
    case SensitivityInput::Headroom: return QStringLiteral("hardware.headroom_ratio");
    case SensitivityInput::PrefixCacheHits: return QStringLiteral("demand.prefix_cache_hit_ratio");
    case SensitivityInput::Format: return QStringLiteral("model.format");
    case SensitivityInput::Prices: break;
    }
    return {};
}

QString inputText(SensitivityInput input, const SensitivityEnd &end, const Catalog &catalog)
{
    const FigureFormat format;
    if (end.format) {
        const std::string_view id = formatChoiceId(*end.format);
        return FieldChoices::label(fieldOf(input), QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size())), catalog);
    }
    switch (input) {
    case SensitivityInput::Peak: return format.rate(RequestsPerSecond(end.value));
    case SensitivityInput::InputTokens:
    case SensitivityInput::OutputTokens: return format.count(std::round(end.value));
    case SensitivityInput::TtftTarget:
    case SensitivityInput::TpotTarget:
    case SensitivityInput::EndToEndTarget: return format.seconds(Seconds(end.value));
    case SensitivityInput::Headroom:
    case SensitivityInput::PrefixCacheHits: return format.percent(end.value);
    case SensitivityInput::Prices: return (end.value > 1 ? QStringLiteral("+") : QStringLiteral("−")) + format.percent(std::abs(end.value - 1.0));
    case SensitivityInput::Format: break;
    }
    return {};
}

QString answerText(const SensitivityEnd &end)
{
    const FigureFormat format;
    return end.feasible ? PlanTexts::tr("%1 a month, %n GPUs", nullptr, end.gpus).arg(format.money(end.monthlyCost)) : PlanTexts::tr("no plan meets that");
}

} // namespace

void fillPareto(const PlanAnswer &answer, ScatterView &view)
{
    if (!answer.plan || !answer.plan->recommended || !answer.plan->recommended->isPriced())
        return;
    const Plan &plan = *answer.plan;
    view.x.currency = plan.recommended->monthlyCost.currency();
    ScatterPointView best = pointOf(*plan.recommended, -1, answer);
    best.front = best.recommended = true;
    best.selected = answer.selected < 0;
    const double dearest = kDearest * best.x;
    view.points.push_back(std::move(best));
    int left = 0;
    for (std::size_t i = 0; i < plan.alternatives.size(); ++i) {
        if (!plan.alternatives[i].isPriced())
            continue;
        ScatterPointView point = pointOf(plan.alternatives[i], static_cast<int>(i), answer);
        point.front = std::ranges::find(plan.pareto, static_cast<int>(i)) != plan.pareto.end();
        point.selected = answer.selected == static_cast<int>(i);
        if (point.x > dearest && !point.selected) {
            ++left;
            continue;
        }
        view.points.push_back(std::move(point));
    }
    std::ranges::stable_sort(view.points, {}, &ScatterPointView::x);
    const auto front = std::ranges::count_if(view.points, &ScatterPointView::front);
    QStringList sentences{PlanTexts::tr("%1 options, %2 of them not beaten in cost, latency, headroom and power at once.").arg(view.points.size()).arg(front)};
    if (left > 0)
        sentences.append(PlanTexts::tr("%n dearer options are not drawn.", nullptr, left));
    view.summary = FigureFormat().sentences(sentences);
}

void fillTornado(const PlanAnswer &answer, TornadoView &view)
{
    view.emptyText = answer.sensitivity ? PlanTexts::noChart() : answer.shown() ? PlanTexts::tr("being worked out …") : PlanTexts::noChart();
    if (!answer.sensitivity || answer.sensitivity->bars.empty())
        return;
    const Sensitivity &sensitivity = *answer.sensitivity;
    const FigureFormat format;
    view.x.currency = sensitivity.baseCost.currency();
    view.base = sensitivity.baseCost.toDouble();
    view.baseText = format.moneyCompact(sensitivity.baseCost);
    const auto cost = [](const SensitivityEnd &end) { return end.feasible ? end.monthlyCost.toDouble() : std::numeric_limits<double>::quiet_NaN(); };
    for (const SensitivityBar &bar : sensitivity.bars) {
        TornadoBarView shown;
        shown.label = bar.input == SensitivityInput::Prices ? PlanTexts::tr("Prices") : FieldTexts::label(fieldOf(bar.input));
        shown.lowInput = inputText(bar.input, bar.low, *answer.catalog);
        shown.highInput = inputText(bar.input, bar.high, *answer.catalog);
        shown.low = cost(bar.low);
        shown.high = cost(bar.high);
        shown.lowText = answerText(bar.low);
        shown.highText = answerText(bar.high);
        view.bars.push_back(std::move(shown));
    }
    const TornadoBarView &widest = view.bars.front();
    view.summary = PlanTexts::tr("%1 moves the cost most: %2 gives %3, %4 gives %5.").arg(widest.label, widest.lowInput, widest.lowText, widest.highInput, widest.highText);
}

} // namespace headroom::present
