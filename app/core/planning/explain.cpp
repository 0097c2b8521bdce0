// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/candidate.h>
#include <core/planning/explain.h>
#include <core/planning/explain_parts.h>

#include <limits>

namespace headroom::core {

double figureValue(Figure figure, const PlanOption &option, const Plan &plan)
{
    switch (figure) {
    case Figure::PeakRps: return plan.workload.peak.value();
    case Figure::Gpus: return option.gpus();
    case Figure::Replicas: return option.layout.replicas;
    case Figure::MonthlyCost: return option.isPriced() ? option.monthlyCost.toDouble() : std::numeric_limits<double>::quiet_NaN();
    case Figure::TtftP95: return option.atPeak.tail.ttft.value();
    case Figure::TpotP95: return option.atPeak.tail.tpot.value();
    case Figure::EndToEnd: return option.atPeak.tail.e2e.value();
    case Figure::Headroom: return option.headroomRatio;
    case Figure::CostPerMillionOutputTokens: return option.costPerMillionOutputTokens ? option.costPerMillionOutputTokens->toDouble() : 0.0;
    case Figure::WeightsPerGpu: return option.memory.weights.value();
    case Figure::KvCapacityTokens: return option.kvCapacityTokensPerReplica;
    case Figure::CapacityPerReplica: return option.capacityPerReplica.value();
    case Figure::MeanUtilization: return option.meanUtilization;
    case Figure::PowerPeak: return option.powerPeak ? option.powerPeak->value() : 0.0;
    }
    return 0.0;
}

Derivation explain(Figure figure, const PlanOption &option, const Plan &plan, const Catalog &catalog)
{
    const auto unavailable = [&] {
        Derivation leaf;
        leaf.key = "unavailable";
        leaf.operation = Operation::Constant;
        leaf.value = figureValue(figure, option, plan);
        leaf.source.text = "the catalog that this plan was made with is not at hand";
        return leaf;
    };
    const auto unpriced = [] {
        Derivation leaf;
        leaf.key = "no_price";
        leaf.operation = Operation::Constant;
        leaf.value = std::numeric_limits<double>::quiet_NaN();
        leaf.source.text = "nobody sells this GPU in the catalog's offers, and its price as own hardware is not published";
        return leaf;
    };
    if (figure == Figure::PeakRps)
        return explainPeak(plan);
    const auto planning = makePlanningContext(plan.scenario, catalog);
    const Gpu *gpu = catalog.findGpu(option.gpu);
    if (!planning || !gpu)
        return unavailable();
    const auto state = steadyStateOf(*planning, *gpu, option.format, option.layout, option.settings);
    if (!state)
        return unavailable();
    const ExplainContext context{option, plan, catalog, *planning, *gpu, *state};
    switch (figure) {
    case Figure::PeakRps: break;
    case Figure::Gpus: return explainGpus(context);
    case Figure::Replicas: return explainReplicas(context);
    case Figure::MonthlyCost: return option.isPriced() ? explainMonthlyCost(context) : unpriced();
    case Figure::TtftP95: return explainTtft(context);
    case Figure::TpotP95: return explainTpot(context);
    case Figure::EndToEnd: return explainEndToEnd(context);
    case Figure::Headroom: return explainHeadroom(context);
    case Figure::CostPerMillionOutputTokens: return option.isPriced() ? explainCostPerMillion(context) : unpriced();
    case Figure::WeightsPerGpu: return explainWeights(context);
    case Figure::KvCapacityTokens: return explainKvCapacity(context);
    case Figure::CapacityPerReplica: return explainCapacity(context);
    case Figure::MeanUtilization: return explainUtilization(context);
    case Figure::PowerPeak: return explainPower(context);
    }
    return explainPeak(plan);
}

} // namespace headroom::core
