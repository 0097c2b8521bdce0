// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_view_parts.h>

#include <present/format/figure_format.h>
#include <present/plan/plan_sentences.h>
#include <present/texts/field_choices.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <algorithm>

namespace headroom::present {
namespace {

using namespace core;

constexpr std::size_t kMostBars = 7;

double valueAt(const std::vector<ChartPoint> &curve, double x)
{
    const auto after = std::ranges::lower_bound(curve, x, {}, &ChartPoint::x);
    if (curve.empty() || after == curve.begin())
        return curve.empty() ? 0.0 : curve.front().y;
    if (after == curve.end())
        return curve.back().y;
    const ChartPoint &left = *(after - 1);
    const double width = after->x - left.x;
    return width > 0 ? left.y + (after->y - left.y) * (x - left.x) / width : left.y;
}

// One latency against the load: the targets' percentile first, the others thin beside it.
void fillLatency(const PlanAnswer &answer, const PlanOption &option, const std::vector<LatencyCurve> &curves, double target, Seconds atPeak, ChartView &chart)
{
    const FigureFormat format;
    const PlanCharts &data = answer.charts;
    const double peak = answer.plan->workload.peak.value();
    const double reached = atPeak.value();
    const double wanted = shareOf(answer.plan->scenario.hardware.percentile);
    double last = data.capacityRps;
    for (const LatencyCurve &curve : curves) {
        const bool main = curve.percentile == wanted;
        const QString name = curve.percentile == 0.5 ? PlanTexts::tr("median") : ReasonTexts::percentile(curve.percentile);
        chart.curves.insert(main ? chart.curves.begin() : chart.curves.end(), CurveView{name, curve.points, false, !main});
        if (!curve.points.empty())
            last = curve.points.back().x;
    }
    chart.units = data.simulated ? PlanTexts::tr("simulated") : PlanTexts::tr("closed form");
    chart.x = {PlanTexts::tr("requests per second"), AxisKind::Rate, {}, {}};
    chart.y.kind = AxisKind::Seconds;
    chart.target = PlaceView{target, PlanTexts::tr("target %1").arg(format.seconds(Seconds(target)))};
    if (peak > 0)
        chart.places.push_back({peak, PlanTexts::tr("your peak %1").arg(format.rate(RequestsPerSecond(peak)))});
    chart.places.push_back({data.capacityRps, PlanTexts::tr("capacity %1").arg(format.rate(RequestsPerSecond(data.capacityRps))), true});
    if (peak > 0) {
        chart.point = ChartPoint{peak, reached};
        chart.pointLabel = format.seconds(atPeak);
    }
    chart.shadedTo = data.capacityRps;
    // The steep end of the curve would flatten everything before it.
    chart.y.max = std::max(1.25 * target, 1.4 * reached);
    chart.x.max = std::max({1.05 * peak, 1.1 * data.capacityRps, std::min(last, 1.3 * std::max(peak, data.capacityRps))});
    chart.summary = PlanTexts::tr("%1 at %2 is %3 at your peak of %4; the target is %5, and every target holds up to %6.")
                        .arg(chart.title, ReasonTexts::percentile(answer.plan->scenario.hardware.percentile), format.seconds(atPeak), format.rate(RequestsPerSecond(peak)),
                             format.seconds(Seconds(target)), format.rate(option.capacity));
}

void fillLatencies(const PlanAnswer &answer, const PlanOption &option, PlanView &view)
{
    const HardwareInputs &asked = answer.plan->scenario.hardware;
    const TailLatency &tail = option.atPeak.tail;
    const auto add = [&](CapacityLimit limit, const QString &label, const QString &title, const std::vector<LatencyCurve> &curves, double target, Seconds atPeak) {
        const std::string_view id = capacityLimitId(limit);
        LatencyView latency{QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size())), label, {}};
        latency.chart.title = title;
        latency.chart.y.label = title;
        fillLatency(answer, option, curves, target, atPeak, latency.chart);
        if (limit == option.limit)
            view.latencyBinding = static_cast<int>(view.latency.size());
        view.latency.push_back(std::move(latency));
    };
    add(CapacityLimit::Ttft, PlanTexts::tr("First token"), PlanTexts::tr("Time to first token"), answer.charts.ttft, asked.ttftTarget, tail.ttft);
    add(CapacityLimit::Tpot, PlanTexts::tr("Next token"), PlanTexts::tr("Time per further token"), answer.charts.tpot, asked.tpotTarget, tail.tpot);
    if (asked.e2eTarget)
        add(CapacityLimit::EndToEnd, PlanTexts::tr("Whole answer"), PlanTexts::tr("Latency of a whole answer"), answer.charts.e2e, *asked.e2eTarget, tail.e2e);
}

void fillThroughput(const PlanAnswer &answer, const PlanOption &option, ChartView &chart)
{
    const FigureFormat format;
    const PlanCharts &data = answer.charts;
    chart.curves = {{PlanTexts::tr("a replica"), data.throughputByBatch, false, false}};
    const double at = valueAt(data.throughputByBatch, data.batchAtPeak);
    if (data.batchAtPeak > 0) {
        chart.point = ChartPoint{data.batchAtPeak, at};
        chart.pointLabel = PlanTexts::tr("at your peak");
    }
    if (option.atCapacity.batch > 0)
        chart.places.push_back({option.atCapacity.batch, PlanTexts::tr("latency target"), true});
    chart.summary = PlanTexts::tr("At your peak a replica decodes %1 sequences at once and gives %2; its KV cache would take %3 sequences.")
                        .arg(format.significant(data.batchAtPeak), format.tokenRate(TokensPerSecond(at)), format.count(data.batchLimitByKv));
}

void fillCost(const PlanAnswer &answer, const PlanOption &option, ChartView &chart)
{
    if (!option.isPriced())
        return;
    const FigureFormat format;
    const double peak = answer.plan->workload.peak.value();
    chart.y.currency = option.monthlyCost.currency();
    chart.curves = {{PlanTexts::tr("this layout"), answer.charts.costByDemand, true, false}};
    if (peak > 0) {
        chart.places.push_back({peak, PlanTexts::tr("your peak")});
        chart.point = ChartPoint{peak, option.monthlyCost.toDouble()};
        chart.pointLabel = format.moneyCompact(option.monthlyCost);
    }
    const QString twice = answer.charts.costByDemand.empty()
        ? FigureFormat::missing() : PlanTexts::axisText(chart.y, answer.charts.costByDemand.back().y);
    chart.summary = PlanTexts::tr("%1 a month at your peak of %2, %3 at twice the demand.").arg(format.money(option.monthlyCost), format.rate(RequestsPerSecond(peak)), twice);
}

void fillDay(const PlanAnswer &answer, const PlanOption &option, ChartView &chart)
{
    const FigureFormat format;
    const PlanCharts &data = answer.charts;
    CurveView demand{PlanTexts::tr("demand"), {}, false, false};
    CurveView capacity{PlanTexts::tr("capacity that runs"), {}, true, true};
    for (std::size_t hour = 0; hour < data.demandByHour.size(); ++hour)
        demand.points.push_back({static_cast<double>(hour) + 0.5, data.demandByHour[hour]});
    for (std::size_t hour = 0; hour < data.replicasByHour.size(); ++hour)
        capacity.points.push_back({static_cast<double>(hour), data.replicasByHour[hour] * option.capacityPerReplica.value()});
    if (!capacity.points.empty())
        capacity.points.push_back({24.0, capacity.points.back().y});
    chart.curves = {std::move(demand), std::move(capacity)};
    chart.x.max = 24.0;
    if (!data.replicasByHour.empty()) {
        const auto [least, most] = std::ranges::minmax(data.replicasByHour);
        chart.units = least == most ? PlanTexts::tr("%1 replicas all day").arg(format.count(most))
                                    : PlanTexts::tr("%1 to %2 replicas").arg(format.count(least), format.count(most));
        chart.summary = PlanTexts::tr("On a working day demand rises to %1; %2 to %3 replicas run.").arg(format.rate(answer.plan->workload.peak), format.count(least), format.count(most));
    }
}

void fillMemory(const PlanAnswer &answer, const PlanOption &option, MemoryView &view)
{
    const FigureFormat format;
    const MemoryUse &use = option.memory;
    view.caption = PlanTexts::tr("%1 of %2: room for %3 a replica")
                       .arg(format.bytes(use.total), FieldChoices::gpuName(option.gpu, *answer.catalog), format.tokens(option.kvCapacityTokensPerReplica));
    view.total = use.total.value();
    const auto add = [&](const char *id, const QString &label, Bytes bytes) {
        view.segments.push_back({QString::fromLatin1(id), label, bytes.value(), format.bytes(bytes)});
    };
    add("weights", PlanTexts::tr("weights"), use.weights);
    add("kv_cache", PlanTexts::tr("KV cache"), use.kvCache);
    add("reserved", PlanTexts::tr("activations"), use.reserved);
    add("free", PlanTexts::tr("free"), use.free);
    QStringList parts;
    for (const SegmentView &segment : view.segments)
        parts.append(segment.label + u' ' + segment.text);
    view.summary = view.caption + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

BarView bar(const PlanOption &option, const PlanOption &chosen, const PlanAnswer &answer)
{
    const FigureFormat format;
    BarView view;
    view.label = optionName(option, *answer.catalog);
    view.value = option.isPriced() ? option.monthlyCost.toDouble() : 0.0;
    view.chosen = &option == &chosen;
    view.valueText = option.isPriced() ? format.moneyCompact(option.monthlyCost) : PlanTexts::noPrice();
    if (view.chosen) {
        view.valueText += answer.plan->recommended && answer.plan->meetsDemand ? QStringLiteral(" ✓") : QStringLiteral(" ✗");
    } else if (option.isPriced() && chosen.isPriced() && chosen.monthlyCost.micros() > 0) {
        const double more = view.value / chosen.monthlyCost.toDouble() - 1.0;
        view.valueText += u' ' + (more >= 0 ? QStringLiteral("+") : QString()) + format.percent(more);
    }
    const QString place = option.offer.region.empty() ? QString() : u' ' + QString::fromStdString(option.offer.region);
    view.details = PlanTexts::tr("%1: %2 a month, first token %3 at %6, headroom %4, from %5")
                       .arg(view.label, PlanTexts::cost(option), format.seconds(option.atPeak.tail.ttft), format.percent(option.headroomRatio),
                            option.isPriced() ? FieldChoices::providerName(option.offer.provider) + place : FigureFormat::missing(),
                            ReasonTexts::percentile(answer.plan->scenario.hardware.percentile));
    return view;
}

int interest(RejectionCode code)
{
    switch (code) {
    case RejectionCode::Memory: return 0;
    case RejectionCode::Latency: return 1;
    case RejectionCode::Power: return 2;
    case RejectionCode::Layout: return 3;
    case RejectionCode::Support: return 4;
    case RejectionCode::Price: return 5;
    case RejectionCode::Excluded: break;
    }
    return 6;
}

} // namespace

QString optionName(const PlanOption &option, const Catalog &catalog)
{
    return PlanTexts::tr("%1× %2 · %3", "GPUs, type, number format")
        .arg(FigureFormat().count(option.gpus()), FieldChoices::gpuName(option.gpu, catalog), FieldChoices::formatName(option.format));
}

void fillChartTitles(PlanView &view)
{
    view.latencyTitle = PlanTexts::tr("Latency", "of requests, title of a chart");
    view.optionsTitle = PlanTexts::tr("Monthly cost of what would also do");
    view.memory.title = PlanTexts::tr("Memory of one GPU");
    view.throughput.title = PlanTexts::tr("Throughput against batch");
    view.throughput.units = PlanTexts::tr("output tokens per second · sequences at once");
    view.throughput.x = {PlanTexts::tr("sequences of a replica"), AxisKind::Number, {}, {}};
    view.throughput.y = {PlanTexts::tr("output tokens per second"), AxisKind::TokenRate, {}, {}};
    view.cost.title = PlanTexts::tr("Cost against demand");
    view.cost.units = PlanTexts::tr("a month · peak requests per second");
    view.cost.x = {PlanTexts::tr("peak requests per second"), AxisKind::Rate, {}, {}};
    view.cost.y = {PlanTexts::tr("monthly cost"), AxisKind::Money, {}, {}};
    view.day.title = PlanTexts::tr("A working day");
    view.day.units = PlanTexts::tr("requests per second · hour");
    view.day.x = {PlanTexts::tr("hour"), AxisKind::Hour, {}, {}};
    view.day.y = {PlanTexts::tr("requests per second"), AxisKind::Rate, {}, {}};
    view.pareto.title = PlanTexts::tr("Cost against latency of every option");
    view.pareto.units = PlanTexts::tr("first token · a month");
    view.pareto.x = {PlanTexts::tr("monthly cost"), AxisKind::Money, {}, {}};
    view.pareto.y = {PlanTexts::tr("time to first token"), AxisKind::Seconds, {}, {}};
    view.pareto.frontName = PlanTexts::tr("not beaten in everything at once");
    view.pareto.otherName = PlanTexts::tr("beaten by another");
    view.tornado.title = PlanTexts::tr("What moves the cost most");
    view.tornado.units = PlanTexts::tr("a month · closed form");
    view.tornado.x = {PlanTexts::tr("monthly cost"), AxisKind::Money, {}, {}};
    view.tornado.emptyText = PlanTexts::planning();
    view.leftOutTitle = PlanTexts::tr("What is left out, and why");
}

void fillCharts(const PlanAnswer &answer, PlanView &view)
{
    if (!answer.plan)
        return;
    const Plan &plan = *answer.plan;
    const FigureFormat format;
    const PlanSentences say(format, *answer.catalog);
    for (const Rejection &rejection : plan.rejected)
        view.leftOut.push_back({FieldChoices::gpuName(rejection.gpu, *answer.catalog), FieldChoices::formatName(rejection.format), say.rejection(rejection)});
    std::vector<std::size_t> order(plan.rejected.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return interest(plan.rejected[i].code); });
    std::vector<LeftOutView> sorted;
    for (const std::size_t i : order)
        sorted.push_back(view.leftOut[i]);
    view.leftOut = std::move(sorted);

    const PlanOption *option = answer.shown();
    view.moneyEmptyText = option && !option->isPriced() ? PlanTexts::noMoneyChart() : PlanTexts::noChart();
    fillPareto(answer, view.pareto);
    fillTornado(answer, view.tornado);
    if (option && !option->isPriced())
        view.tornado.emptyText = view.moneyEmptyText;
    if (!option)
        return;
    view.optionsUnits = QString::fromUtf8(currencyCode(option->monthlyCost.currency()).data());
    const PlanOption &chosen = plan.recommended ? *plan.recommended : *option;
    view.options.push_back(bar(chosen, chosen, answer));
    if (plan.recommended)
        for (const PlanOption &other : plan.alternatives) {
            if (view.options.size() == kMostBars)
                break;
            if (other.variant)   // the same GPUs in another layout: the scatter has them
                continue;
            view.options.push_back(bar(other, chosen, answer));
        }
    fillLatencies(answer, *option, view);
    fillThroughput(answer, *option, view.throughput);
    fillCost(answer, *option, view.cost);
    fillDay(answer, *option, view.day);
    fillMemory(answer, *option, view.memory);
}

} // namespace headroom::present
