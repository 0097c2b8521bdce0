// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/derivation/derivation_texts.h>
#include <present/proposal/proposal_builder.h>
#include <present/texts/field_choices.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <core/catalog/parameters.h>
#include <core/planning/explain.h>

#include <QMap>

#include <array>

namespace headroom::present {
namespace {

using core::Figure;

constexpr int kMostAlternatives = 8;
constexpr int kMostBars = 7;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

// "671B", as the field writes it.
QString parameters(std::int64_t count)
{
    return QString::number(static_cast<double>(count) / 1e9, 'f', count < 100'000'000'000 ? 1 : 0) + u'B';
}

} // namespace

ProposalBuilder::ProposalBuilder(const core::Plan &plan, const core::PlanCharts &charts, const core::Catalog &catalog, const FigureFormat &format,
                                 const QLocale &locale, const QDate &today)
    : m_plan(plan), m_charts(charts), m_catalog(catalog), m_format(format), m_sentences(format, catalog), m_locale(locale), m_today(today)
{
}

QString ProposalBuilder::percentile() const
{
    return ReasonTexts::percentile(m_plan.scenario.hardware.percentile);
}

const core::PlanOption *ProposalBuilder::shown() const
{
    return m_plan.recommended ? &*m_plan.recommended : m_plan.closest ? &*m_plan.closest : nullptr;
}

QString ProposalBuilder::instances(const core::OfferUse &offer) const
{
    return tr("%1× %2 (%3)", "count, instance, where").arg(m_format.count(offer.count), text(offer.instance), m_sentences.offerPlace(offer));
}

ProposalDocument ProposalBuilder::build()
{
    m_document = {};
    m_document.title = text(m_plan.scenario.title);
    QStringList subtitle;
    if (!m_plan.scenario.proposal.customer.empty())
        subtitle << tr("for %1").arg(text(m_plan.scenario.proposal.customer));
    if (!m_plan.scenario.proposal.author.empty())
        subtitle << tr("by %1", "author").arg(text(m_plan.scenario.proposal.author));
    subtitle << m_locale.toString(m_today, QLocale::LongFormat);
    m_document.subtitle = subtitle.join(QStringLiteral("  ·  "));
    m_document.footer = tr("Headroom · catalog %1 · prices as of %2 · calibration %3").arg(text(m_plan.catalogVersion), FigureFormat::date(m_plan.pricesAsOf), text(m_plan.calibration));
    addSummary();
    addDemand();
    addRecommendation();
    addSizing();
    addQuantization();
    addConsidered();
    addAlternatives();
    addCost();
    addSavings();
    addOwnership();
    addRoadmap();
    addPitfalls();
    addCharts();
    addDerivations();
    addAssumptions();
    return m_document;
}

void ProposalBuilder::addSummary()
{
    heading(tr("Summary"));
    const core::PlanOption *option = shown();
    const core::Model *model = m_catalog.findModel(m_plan.scenario.model.id);
    const QString modelName = text(model ? model->name : m_plan.scenario.model.id);
    if (!option) {
        paragraph(tr("No layout in the catalog meets the requirements for %1, and none comes close enough to be shown. The reasons stand below.").arg(modelName));
        return;
    }
    if (m_plan.recommended && m_plan.meetsDemand && !option->isPriced())
        paragraph(tr("To serve %1 at a peak of %2 requests per second the given %3 are enough. Nobody sells this GPU in the chosen offers: what it costs is not known.")
                      .arg(modelName, m_format.significant(m_plan.workload.peak.value()), m_sentences.option(*option)));
    else if (m_plan.recommended && m_plan.meetsDemand)
        paragraph(tr("To serve %1 at a peak of %2 requests per second we recommend %3 on %4, at %5 a month.")
                      .arg(modelName, m_format.significant(m_plan.workload.peak.value()), m_sentences.option(*option), instances(option->offer), m_format.money(option->monthlyCost)));
    else if (m_plan.recommended)
        paragraph(tr("The fixed fleet cannot carry the peak of %2 requests per second for %1. The most it carries is %3 requests per second, with %4.")
                      .arg(modelName, m_format.significant(m_plan.workload.peak.value()), m_format.significant(option->capacityDegraded.value()), m_sentences.option(*option)));
    else
        paragraph(tr("Nothing meets every requirement for %1 at a peak of %2 requests per second. The closest is %3 at %4 a month.")
                      .arg(modelName, m_format.significant(m_plan.workload.peak.value()), m_sentences.option(*option), PlanTexts::cost(*option)));
    ProposalFigures figures;
    figures.figures = {
        {tr("GPUs"), m_format.count(option->gpus()), m_sentences.gpuName(option->gpu)},
        {tr("Monthly cost"), PlanTexts::cost(*option), option->isPriced() ? tr("always on %1").arg(m_format.money(option->monthlyCostAlwaysOn)) : QString()},
        {tr("First token, %1", "percentile").arg(percentile()), m_format.seconds(option->atPeak.tail.ttft), tr("target %1").arg(m_format.seconds(core::Seconds(m_plan.scenario.hardware.ttftTarget)))},
        {tr("Headroom"), m_format.percent(option->headroomRatio), tr("%1/s for a peak of %2/s").arg(m_format.significant(option->capacityDegraded.value()), m_format.significant(m_plan.workload.peak.value()))},
        {tr("Per million output tokens"), option->costPerMillionOutputTokens ? m_format.money(*option->costPerMillionOutputTokens) : FigureFormat::missing(),
         tr("at %1 mean utilization").arg(m_format.percent(option->meanUtilization))},
    };
    m_document.blocks.append(figures);
    if (!m_plan.scenario.proposal.note.empty())
        paragraph(text(m_plan.scenario.proposal.note));
}

void ProposalBuilder::addDemand()
{
    heading(tr("Demand"));
    const core::DemandInputs &demand = m_plan.scenario.demand;
    if (m_plan.workload.peakOverridden)
        paragraph(tr("The peak of %1 requests per second was given directly.").arg(m_format.significant(m_plan.workload.peak.value())));
    else
        paragraph(tr("%1 people × %2 active × %3 requests an hour ÷ 3,600 × peak factor %4 = %5 requests per second at the peak.")
                      .arg(m_format.count(demand.users), m_format.percent(demand.adoptionRatio), m_format.significant(demand.requestsPerUserHour),
                           m_format.significant(m_plan.workload.peakFactor), m_format.significant(m_plan.workload.peak.value())));
    paragraph(tr("A mean request has %1 input and %2 output tokens; the longest may hold %3. Over the week the demand averages %4 requests per second.")
                  .arg(m_format.count(demand.inputTokensMean), m_format.count(demand.outputTokensMean), m_format.count(demand.maxContext),
                       m_format.significant(m_plan.workload.mean.value())));
}

void ProposalBuilder::addRecommendation()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    heading(m_plan.recommended ? tr("Recommendation") : tr("Closest option"));
    ProposalTable table;
    table.rightAligned = {false, false};
    const core::Model *model = m_catalog.findModel(m_plan.scenario.model.id);
    const auto row = [&](const QString &label, const QString &value) { table.rows.append({label, value}); };
    row(tr("Model"), model ? tr("%1, %2 parameters (%3 active)").arg(text(model->name), parameters(core::countParameters(model->architecture).total()), parameters(core::activeParameters(model->architecture)))
                           : text(m_plan.scenario.model.id));
    row(tr("Hardware"), tr("%1× %2 in %3 replicas of %4 GPUs").arg(m_format.count(option->gpus()), m_sentences.gpuName(option->gpu)).arg(option->layout.replicas).arg(option->layout.gpusPerReplica()));
    row(tr("Layout of a replica"), m_sentences.layout(option->layout));
    row(tr("Number format"), option->weightOnly ? tr("%1, weights only").arg(text(core::formatId(option->format))) : text(core::formatId(option->format)));
    const core::Engine *engine = m_catalog.findEngine(option->engine);
    row(tr("Engine"), engine ? text(engine->name + " " + engine->version) : text(option->engine));
    row(tr("Instances"), option->isPriced() ? instances(option->offer) : PlanTexts::noPrice());
    row(tr("Capacity"), m_plan.scenario.hardware.redundancy == 0
                            ? tr("%1 requests per second with every replica; none is spare").arg(m_format.significant(option->capacity.value()))
                            : tr("%1 requests per second; %2 with the redundancy lost").arg(m_format.significant(option->capacity.value()), m_format.significant(option->capacityDegraded.value())));
    const core::HardwareInputs &asked = m_plan.scenario.hardware;
    const auto latency = [&](core::Seconds middle, core::Seconds at, double target) {
        return tr("%5 %1, %2 %3; target %4", "percentile, latency twice").arg(m_format.seconds(middle), percentile(), m_format.seconds(at), m_format.seconds(core::Seconds(target)), ReasonTexts::percentile(0.5));
    };
    row(tr("Time to first token"), latency(option->atPeak.ttftP50, option->atPeak.tail.ttft, asked.ttftTarget));
    row(tr("Time per output token"), latency(option->simulated ? option->simulated->tpotP50 : option->atPeak.tpotMean, option->atPeak.tail.tpot, asked.tpotTarget));
    row(tr("Latency of a whole answer"), asked.e2eTarget ? tr("%1 %2; target %3").arg(percentile(), m_format.seconds(option->atPeak.tail.e2e), m_format.seconds(core::Seconds(*asked.e2eTarget)))
                                                         : tr("%1 %2", "percentile, latency").arg(percentile(), m_format.seconds(option->atPeak.tail.e2e)));
    row(tr("Memory of one GPU"), tr("%1 weights, %2 KV cache, %3 reserve, %4 free of %5")
            .arg(m_format.bytes(option->memory.weights), m_format.bytes(option->memory.kvCache), m_format.bytes(option->memory.reserved), m_format.bytes(option->memory.free),
                 m_format.bytes(option->memory.total)));
    row(tr("Bound by"), PlanSentences::bindingConstraint(option->binding));
    if (option->limit != core::CapacityLimit::None)
        row(tr("First to be missed at a higher load"), ReasonTexts::limit(option->limit));
    row(tr("Power of the servers"), option->powerPeak ? tr("%1 at most, %2 on average").arg(m_format.power(*option->powerPeak), m_format.power(*option->powerMean)) : FigureFormat::missing());
    const QString certainty = option->basis == core::Basis::Measured ? tr("measured; %1 to %2 GPUs at %3")
        : option->basis == core::Basis::Calibrated                   ? tr("calibrated on published measurements; %1 to %2 GPUs at %3")
                                                                     : tr("estimated; %1 to %2 GPUs at %3");
    row(tr("Certainty"), certainty.arg(m_format.count(option->gpusLow), m_format.count(option->gpusHigh), m_format.percent(option->confidence)));
    m_document.blocks.append(table);
    if (!m_plan.recommended)
        for (const QString &miss : m_sentences.misses(*option, m_plan))
            paragraph(miss);
}

void ProposalBuilder::addAlternatives()
{
    const core::PlanOption *option = shown();
    if (!option || m_plan.alternatives.empty())
        return;
    heading(tr("Alternatives"));
    ProposalTable table;
    table.header = {tr("Option"), tr("Cost of a month"), tr("Difference"), tr("First token, %1", "percentile").arg(percentile()), tr("Headroom"), tr("Where")};
    table.rightAligned = {false, true, true, true, true, false};
    const auto row = [&](const core::PlanOption &o, bool self) {
        QString difference = FigureFormat::missing();
        if (!self && o.isPriced() && option->isPriced() && option->monthlyCost.micros() != 0) {
            const core::Money more = o.monthlyCost - option->monthlyCost;
            difference = tr("%1 (%2)", "money and percent").arg(m_format.money(more), m_format.percent(more.toDouble() / option->monthlyCost.toDouble()));
        }
        // A region may carry a remark ("global (same price in 17 regions)"), which is the library's business.
        const QString region = text(o.offer.region).section(QStringLiteral(" ("), 0, 0);
        const QString where = !o.isPriced()        ? FigureFormat::missing()
                              : o.offer.isOwn()    ? tr("own hardware")
                              : region.isEmpty()   ? FieldChoices::providerName(o.offer.provider)
                                                   : FieldChoices::providerName(o.offer.provider) + QStringLiteral(" / ") + region;
        table.rows.append({m_sentences.option(o), PlanTexts::cost(o), difference, m_format.seconds(o.atPeak.tail.ttft), m_format.percent(o.headroomRatio), where});
    };
    row(*option, true);
    table.emphasizedRow = 0;
    int shownRows = 0;
    for (const core::PlanOption &alternative : m_plan.alternatives) {
        if (alternative.variant)
            continue;
        if (shownRows++ == kMostAlternatives)
            break;
        row(alternative, false);
    }
    m_document.blocks.append(table);
}

void ProposalBuilder::addConsidered()
{
    if (m_plan.considered.empty())
        return;
    heading(tr("Fleets that were proposed"));
    for (const core::ConsideredFleet &fleet : m_plan.considered) {
        paragraph(m_sentences.considered(fleet, m_plan));
        ProposalTable table;
        table.header = {tr("Number format"), tr("Weights"), tr("Memory of the fleet"), tr("Verdict"), tr("Fewest that hold it")};
        table.rightAligned = {false, true, true, false, true};
        for (const core::ConsideredFormat &f : fleet.formats) {
            const QString verdict = !f.supported ? tr("not run by the engine on this GPU")
                : !f.fits                        ? tr("does not fit")
                                                 : tr("fits, carries %1 requests per second").arg(m_format.significant(f.capacity.value()));
            table.rows.append({text(core::formatId(f.format)), m_format.bytes(f.weights), m_format.bytes(f.fleetMemory), verdict,
                               f.smallestGpus > 0 ? m_format.count(f.smallestGpus) : FigureFormat::missing()});
        }
        m_document.blocks.append(table);
        addConsideredCost(fleet);
    }
}

void ProposalBuilder::addCharts()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    heading(tr("Charts"));
    const auto list = [](const std::vector<core::ChartPoint> &points) { return QList<core::ChartPoint>(points.begin(), points.end()); };
    const bool pace = option->limit == core::CapacityLimit::Tpot;
    const bool whole = option->limit == core::CapacityLimit::EndToEnd && m_plan.scenario.hardware.e2eTarget;
    // The latency whose target binds; a table has the others.
    const double target = whole ? *m_plan.scenario.hardware.e2eTarget : pace ? m_plan.scenario.hardware.tpotTarget : m_plan.scenario.hardware.ttftTarget;
    ProposalLineChart latency;
    latency.title = whole ? tr("Latency of a whole answer against load") : pace ? tr("Time per output token against load") : tr("Time to first token against load");
    latency.xLabel = tr("requests per second");
    latency.yLabel = tr("seconds");
    const double wanted = core::shareOf(m_plan.scenario.hardware.percentile);
    for (const core::LatencyCurve &curve : whole ? m_charts.e2e : pace ? m_charts.tpot : m_charts.ttft)
        if (curve.percentile == wanted || curve.percentile == 0.5)
            latency.series.insert(curve.percentile == wanted ? 0 : latency.series.size(), {ReasonTexts::percentile(curve.percentile), list(curve.points), false});
    latency.targetY = target;
    latency.targetLabel = tr("target %1").arg(m_format.seconds(core::Seconds(target)));
    latency.markX = m_plan.workload.peak.value();
    latency.markLabel = tr("peak %1/s").arg(m_format.significant(m_plan.workload.peak.value()));
    latency.maxY = target * 1.5;
    latency.yText = [format = m_format](double value) { return format.seconds(core::Seconds(value)); };
    m_document.blocks.append(latency);

    ProposalBarChart bars;
    bars.title = tr("Monthly cost of the options");
    const auto bar = [&](const core::PlanOption &o) {
        bars.labels << m_sentences.option(o);
        bars.values << o.monthlyCost.toDouble();
        bars.valueTexts << m_format.moneyCompact(o.monthlyCost);
    };
    if (option->isPriced()) {
        bar(*option);
        bars.emphasized = 0;
        for (const core::PlanOption &alternative : m_plan.alternatives)
            if (bars.values.size() < kMostBars && !alternative.variant && alternative.isPriced())
                bar(alternative);
        m_document.blocks.append(bars);
    }

    ProposalStackedBar memory;
    memory.title = tr("Memory of one GPU: %1").arg(m_format.bytes(option->memory.total));
    const auto part = [&](const QString &label, core::Bytes amount) {
        memory.labels << label;
        memory.values << amount.value();
        memory.valueTexts << m_format.bytes(amount);
    };
    part(tr("weights"), option->memory.weights);
    part(tr("KV cache"), option->memory.kvCache);
    part(tr("reserve"), option->memory.reserved);
    part(tr("free"), option->memory.free);
    m_document.blocks.append(memory);

    if (!option->isPriced())
        return;
    ProposalLineChart cost;
    cost.title = tr("Monthly cost against peak demand");
    cost.xLabel = tr("requests per second at the peak");
    cost.yText = moneyAxis();
    cost.series = {{tr("cost of a month"), list(m_charts.costByDemand), true}};
    cost.markX = m_plan.workload.peak.value();
    cost.markLabel = latency.markLabel;
    cost.yText = [format = m_format, currency = m_plan.scenario.money.currency](double value) {
        return format.moneyCompact(core::Money(currency, static_cast<std::int64_t>(value * 1e6)));
    };
    m_document.blocks.append(cost);
}

void ProposalBuilder::addDerivations()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    heading(tr("How the figures follow"));
    constexpr std::array kExplained{Figure::PeakRps, Figure::Replicas, Figure::Gpus, Figure::MonthlyCost, Figure::TtftP95, Figure::Headroom,
                                    Figure::CostPerMillionOutputTokens, Figure::WeightsPerGpu, Figure::KvCapacityTokens};
    ProposalTable table;
    table.header = {tr("Figure"), tr("Follows from"), tr("Value")};
    table.rightAligned = {false, false, true};
    for (const Figure figure : kExplained) {
        if (!option->isPriced() && (figure == Figure::MonthlyCost || figure == Figure::CostPerMillionOutputTokens))
            continue;
        const core::Derivation tree = core::explain(figure, *option, m_plan, m_catalog);
        table.rows.append({DerivationTexts::title(figure), DerivationTexts::formulaInNumbers(tree), DerivationTexts::value(tree)});
    }
    m_document.blocks.append(table);
}

void ProposalBuilder::addAssumptions()
{
    heading(tr("Assumptions and sources"));
    ProposalList list;
    for (const core::PlanWarning &warning : m_plan.warnings)
        list.items << m_sentences.warning(warning);
    list.items << tr("A month has 730 hours. Prices are list prices without taxes; capacity follows the demand hour by hour.");
    const core::PlanOption *option = shown();
    list.items << (option && option->simulated
                       ? tr("Latency and capacity are simulated request by request, with the time of a step from datasheets and measured efficiencies; no promise: measure before you buy.")
                       : tr("Latency and capacity are closed-form estimates from datasheets and measured efficiencies, not a promise; measure before you buy."));
    m_document.blocks.append(list);
    if (!option)
        return;
    ProposalTable table;
    table.header = {tr("Fact"), tr("Source"), tr("As of")};
    table.rightAligned = {false, false, false};
    const auto row = [&](const QString &fact, const core::Source &source) { table.rows.append({fact, text(source.text), FigureFormat::date(source.asOf)}); };
    if (const core::Model *model = m_catalog.findModel(m_plan.scenario.model.id))
        row(text(model->name), model->source);
    if (const core::Gpu *gpu = m_catalog.findGpu(option->gpu))
        row(text(gpu->name), gpu->source);
    if (const core::Engine *engine = m_catalog.findEngine(option->engine))
        row(text(engine->name), engine->source);
    if (option->isPriced())
        row(tr("Price of %1").arg(text(option->offer.instance)), option->offer.source);
    m_document.blocks.append(table);
    const core::Derivation capacity = core::explain(Figure::CapacityPerReplica, *option, m_plan, m_catalog);
    QMap<QString, QString> efficiencySources;
    const auto collect = [&](const auto &self, const core::Derivation &node) -> void {
        if (node.operation == core::Operation::Constant && node.key.ends_with("efficiency") && !node.source.text.empty())
            efficiencySources.insert(text(node.source.text), {});
        for (const core::Derivation &operand : node.operands)
            self(self, operand);
    };
    collect(collect, capacity);
    for (const QString &source : efficiencySources.keys())
        paragraph(tr("Engine constants (calibration %1): %2").arg(text(m_plan.calibration), source), true);
    if (!m_plan.rejected.empty()) {
        heading(tr("Left out, and why"), 2);
        ProposalList left;
        // What nobody sells is one item: by itself it would fill a page.
        QStringList unpriced;
        for (const core::Rejection &rejection : m_plan.rejected)
            if (rejection.reasonKey == "no_price")
                unpriced << tr("%1 %2", "GPU, format").arg(m_sentences.gpuName(rejection.gpu), text(core::formatId(rejection.format)));
        if (!unpriced.isEmpty())
            left.items << tr("No price in the chosen offers: %1").arg(m_locale.createSeparatedList(unpriced));
        for (const core::Rejection &rejection : m_plan.rejected)
            if (rejection.reasonKey != "no_price")
                left.items << tr("%1, %2: %3", "GPU, format, reason").arg(m_sentences.gpuName(rejection.gpu), text(core::formatId(rejection.format)), m_sentences.rejection(rejection));
        m_document.blocks.append(left);
    }
}

} // namespace headroom::present
