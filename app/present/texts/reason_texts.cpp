// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/reason_texts.h>

#include <present/format/figure_format.h>
#include <present/texts/field_choices.h>

#include <core/catalog/region.h>

#include <algorithm>

namespace headroom::present {
namespace {

using namespace core;

bool isAmong(const std::vector<std::string> &ids, const std::string &id, const Catalog &catalog)
{
    return std::ranges::any_of(ids, [&](const std::string &wanted) {
        const Gpu *gpu = catalog.findGpu(wanted);
        return gpu && gpu->id == id;
    });
}

bool isChosenOffer(const std::vector<std::string> &offers, const OfferUse &offer)
{
    return std::ranges::any_of(offers, [&](const std::string &wanted) {
        return QString::fromStdString(wanted).compare(QString::fromStdString(offer.provider), Qt::CaseInsensitive) == 0
            || QString::fromStdString(wanted).compare(QString::fromStdString(offer.provider + "/" + offer.region), Qt::CaseInsensitive) == 0
            // A region may carry a remark ("global (same price in 17 regions)").
            || QString::fromStdString(offer.provider + "/" + offer.region).startsWith(QString::fromStdString(wanted) + u' ', Qt::CaseInsensitive);
    });
}

} // namespace

QString ReasonTexts::rejectionCode(RejectionCode code, int count)
{
    switch (code) {
    case RejectionCode::Memory: return tr("%n do not hold the model", nullptr, count);
    case RejectionCode::Support: return tr("%n do not run the number format", nullptr, count);
    case RejectionCode::Latency: return tr("%n are too slow", nullptr, count);
    case RejectionCode::Price: return tr("%n have no price in the chosen offers", nullptr, count);
    case RejectionCode::Power: return tr("%n draw too much power", nullptr, count);
    case RejectionCode::Layout: return tr("%n do not take the given layout", nullptr, count);
    case RejectionCode::Excluded: return tr("%n are left out by the scenario", nullptr, count);
    }
    return {};
}

QStringList ReasonTexts::misses(const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const FigureFormat format;
    const HardwareInputs &hardware = plan.scenario.hardware;
    QStringList misses;
    if (hardware.maxPowerW && !option.powerPeak)
        misses.append(tr("its power is not published, so the limit cannot be checked"));
    else if (hardware.maxPowerW && option.powerPeak->value() > *hardware.maxPowerW)
        misses.append(tr("its servers draw up to %1, the limit is %2").arg(format.power(*option.powerPeak), format.power(Watts(*hardware.maxPowerW))));
    if (hardware.maxGpus && option.gpus() > *hardware.maxGpus)
        misses.append(tr("it takes %1 GPUs, the limit is %2").arg(format.count(option.gpus()), format.count(*hardware.maxGpus)));
    const MoneyInputs &money = plan.scenario.money;
    if (option.isPriced() && !option.offer.isOwn() && !regionAllowed(money.regions, money.excludeRegions, option.offer.region))
        misses.append(tr("it is not in the regions that are allowed"));
    const TailLatency &tail = option.atPeak.tail;
    const QString at = percentile(hardware.percentile);
    const auto over = [&](Seconds reached, double target) { return format.percent(reached.value() / target - 1.0); };
    if (tail.ttft.value() > hardware.ttftTarget)
        misses.append(tr("the first token takes %1 at %2, %3 over the target of %4").arg(format.seconds(tail.ttft), at, over(tail.ttft, hardware.ttftTarget), format.seconds(Seconds(hardware.ttftTarget))));
    if (tail.tpot.value() > hardware.tpotTarget)
        misses.append(tr("each further token takes %1 at %2, %3 over the target of %4").arg(format.seconds(tail.tpot), at, over(tail.tpot, hardware.tpotTarget), format.seconds(Seconds(hardware.tpotTarget))));
    if (hardware.e2eTarget && tail.e2e.value() > *hardware.e2eTarget)
        misses.append(tr("a whole answer takes %1 at %2, %3 over the target of %4").arg(format.seconds(tail.e2e), at, over(tail.e2e, *hardware.e2eTarget), format.seconds(Seconds(*hardware.e2eTarget))));
    if (plan.scenario.layout) {
        const LayoutInputs &given = *plan.scenario.layout;
        const auto differs = [](const std::optional<int> &wanted, int is) { return wanted && *wanted != is; };
        if (given.gpus && option.gpus() > *given.gpus)
            misses.append(tr("it takes %1 GPUs, the fleet has %2").arg(format.count(option.gpus()), format.count(*given.gpus)));
        const Layout &is = option.layout;
        if (differs(given.tp, is.tp) || differs(given.pp, is.pp) || differs(given.ep, is.ep) || differs(given.dp, is.dp) || differs(given.replicas, is.replicas))
            misses.append(tr("it does not keep the given layout"));
    }
    if (option.isPriced() && !plan.scenario.money.offers.empty() && !isChosenOffer(plan.scenario.money.offers, option.offer))
        misses.append(tr("it is not among the chosen offers"));
    if (!hardware.gpus.empty() && !isAmong(hardware.gpus, option.gpu, catalog))
        misses.append(tr("it uses another GPU than those chosen"));
    const double required = plan.workload.peak.value() * (1.0 + hardware.headroomRatio);
    if (option.capacityDegraded.value() < required * (1.0 - 1e-9))
        misses.append(tr("it carries %1, asked are %2 with the spare capacity").arg(format.rate(option.capacityDegraded), format.rate(RequestsPerSecond(required))));
    if (misses.isEmpty() && !option.misses.empty())
        misses.append(plan.scenario.money.commitment != Commitment::OnDemand ? tr("it is only offered on demand") : tr("it meets the latency targets only at a lower load"));
    return misses;
}

QStringList ReasonTexts::remedies(const PlanOption &option, const Catalog &catalog)
{
    const FigureFormat format;
    QStringList remedies;
    for (const Miss &miss : option.misses) {
        if (miss.key == "ttft")
            remedies.append(tr("a target of at least %1 for the first token").arg(format.seconds(Seconds(miss.reached))));
        else if (miss.key == "tpot")
            remedies.append(tr("a target of at least %1 for each further token").arg(format.seconds(Seconds(miss.reached))));
        else if (miss.key == "e2e")
            remedies.append(tr("a target of at least %1 for a whole answer").arg(format.seconds(Seconds(miss.reached))));
        else if (miss.key == "load")
            remedies.append(tr("wider latency targets"));
        else if (miss.key == "gpus")
            remedies.append(tr("a limit of at least %1 GPUs").arg(format.count(miss.reached)));
        else if (miss.key == "power")
            remedies.append(tr("a power limit of at least %1").arg(format.power(Watts(miss.reached))));
        else if (miss.key == "power_unknown")
            remedies.append(tr("no limit on power"));
        else if (miss.key == "fleet")
            remedies.append(tr("a fleet of at least %1 GPUs").arg(format.count(miss.reached)));
        else if (miss.key == "layout")
            remedies.append(tr("leaving fleet and layout to the search"));
        else if (miss.key == "regions" || miss.key == "offers")
            remedies.append(tr("allowing %1").arg(FieldChoices::providerName(option.offer.provider)
                                                   + (option.offer.region.empty() ? QString() : u' ' + QString::fromStdString(option.offer.region))));
        else if (miss.key == "gpu_choice")
            remedies.append(tr("allowing %1").arg(FieldChoices::gpuName(option.gpu, catalog)));
    }
    remedies.removeDuplicates();
    return remedies;
}

QString ReasonTexts::limit(CapacityLimit limit)
{
    switch (limit) {
    case CapacityLimit::Ttft: return tr("target for the first token");
    case CapacityLimit::Tpot: return tr("target for each further token");
    case CapacityLimit::EndToEnd: return tr("target for a whole answer");
    case CapacityLimit::Throughput: return tr("throughput");
    case CapacityLimit::None: break;
    }
    return tr("nothing");
}

QString ReasonTexts::percentile(TargetPercentile percentile)
{
    return ReasonTexts::percentile(shareOf(percentile));
}

QString ReasonTexts::percentile(double share)
{
    return tr("p%1", "percentile").arg(qRound(share * 100));
}

QString ReasonTexts::format(const FormatAvailability &availability, const Scenario &scenario, const Catalog &catalog)
{
    const FigureFormat format;
    const QString name = FieldChoices::formatName(availability.format);
    const bool one = scenario.hardware.gpus.size() == 1;
    const QString gpu = one ? FieldChoices::gpuName(scenario.hardware.gpus.front(), catalog) : QString();
    switch (availability.state) {
    case FormatAvailability::State::Available: break;
    case FormatAvailability::State::NotRun: {
        const QString engine = FieldChoices::engineName(scenario.model.engine, catalog);
        return one ? tr("%1 does not run %2 on %3.").arg(engine, name, gpu) : tr("%1 runs %2 on none of the allowed GPUs.").arg(engine, name);
    }
    case FormatAvailability::State::DoesNotFit: {
        const QString weights = format.bytes(availability.weights);
        if (scenario.layout && scenario.layout->gpus)
            return tr("%1 needs %2: too much for a fleet of %n GPUs.", nullptr, *scenario.layout->gpus).arg(name, weights);
        return one ? tr("%1 needs %2: no layout of %3 holds it.").arg(name, weights, gpu) : tr("%1 needs %2: no allowed GPU holds it.").arg(name, weights);
    }
    }
    return {};
}

QString ReasonTexts::layout(const Layout &layout)
{
    QStringList parts{QStringLiteral("TP%1").arg(layout.tp)};
    if (layout.pp > 1)
        parts.append(QStringLiteral("PP%1").arg(layout.pp));
    if (layout.dp > 1)
        parts.append(QStringLiteral("DP%1").arg(layout.dp));
    if (layout.ep > 1)
        parts.append(QStringLiteral("EP%1").arg(layout.ep));
    return parts.join(QStringLiteral("·"));
}

QString ReasonTexts::binding(BindingConstraint constraint)
{
    switch (constraint) {
    case BindingConstraint::KvMemory: return tr("memory for the KV cache");
    case BindingConstraint::WeightsMemory: return tr("memory for the weights");
    case BindingConstraint::Compute: return tr("compute");
    case BindingConstraint::Bandwidth: return tr("memory bandwidth");
    case BindingConstraint::Communication: return tr("communication between GPUs");
    case BindingConstraint::Queueing: return tr("queueing");
    case BindingConstraint::None: break;
    }
    return tr("nothing");
}

} // namespace headroom::present
