// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/option_simulation.h>
#include <core/planning/planning_context.h>
#include <core/planning/scenario_json.h>
#include <core/roadmap/plan_roadmap.h>
#include <core/workload/demand.h>

#include <fmt/format.h>

#include <algorithm>

namespace headroom::core {
namespace {

template<class Items>
std::string someIds(const Items &items)
{
    std::string ids;
    std::size_t shown = 0;
    for (const auto &item : items) {
        if (++shown > 60)
            return ids + ", ...";
        ids += (ids.empty() ? "" : ", ") + item.id;
    }
    return ids;
}

Error unknown(const char *what, const std::string &id, std::string accepted, std::string field)
{
    return Error{ErrorCode::UnknownId, fmt::format("unknown {} '{}': one of {} would be accepted", what, id, std::move(accepted)), {}, std::move(field), 0};
}

Result<std::vector<const Gpu *>> resolveGpus(const Catalog &catalog, const std::vector<std::string> &ids, const char *field)
{
    std::vector<const Gpu *> gpus;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Gpu *gpu = catalog.findGpu(ids[i]);
        if (!gpu)
            return std::unexpected(unknown("GPU", ids[i], someIds(catalog.gpus), fmt::format("{}[{}]", field, i)));
        if (std::ranges::find(gpus, gpu) == gpus.end())
            gpus.push_back(gpu);
    }
    return gpus;
}

LatencyTargets targetsOf(const PlanningContext &context)
{
    const HardwareInputs &hardware = context.scenario.hardware;
    LatencyTargets targets{Seconds(hardware.ttftTarget), Seconds(hardware.tpotTarget), {}, context.tailAt(shareOf(hardware.percentile))};
    if (hardware.e2eTarget)
        targets.e2e = Seconds(*hardware.e2eTarget);
    return targets;
}

} // namespace

Result<PlanningContext> makePlanningContext(const Scenario &scenario, const Catalog &catalog)
{
    if (const auto valid = validate(scenario); !valid)
        return std::unexpected(valid.error());
    if (const auto steps = parseGrowthSteps(scenario.growth.steps); !steps)
        return std::unexpected(steps.error());
    const Model *model = catalog.findModel(scenario.model.id);
    if (!model)
        return std::unexpected(unknown("model", scenario.model.id, someIds(catalog.models), "model.id"));
    const Engine *engine = catalog.findEngine(scenario.model.engine);
    if (!engine)
        return std::unexpected(unknown("engine", scenario.model.engine, someIds(catalog.engines), "model.engine"));
    const auto workload = workloadOf(scenario.demand);
    if (!workload)
        return std::unexpected(workload.error());
    const auto wanted = resolveGpus(catalog, scenario.hardware.gpus, "hardware.gpus");
    if (!wanted)
        return std::unexpected(wanted.error());
    auto excluded = resolveGpus(catalog, scenario.hardware.excludeGpus, "hardware.exclude_gpus");
    if (!excluded)
        return std::unexpected(excluded.error());
    const DemandInputs &demand = scenario.demand;
    const double meanTokens = demand.inputTokensMean + demand.outputTokensMean;
    if (model->maxContext > 0 && meanTokens > model->maxContext)
        return std::unexpected(Error{ErrorCode::BadValue,
            fmt::format("a mean request has {:.0f} tokens, but {} holds at most {} tokens of context", meanTokens, model->name, model->maxContext),
            {}, "demand.input_tokens_mean", 0});

    PlanningContext context{scenario, catalog, *model, *engine, shapeOf(model->architecture), *workload, {}, {}, 0, {}, {}, {}, WeekHours(workload->week)};
    context.load = {demand.inputTokensMean, demand.inputTokensMean * demand.prefixCacheHitRatio, demand.outputTokensMean};
    context.maxContext = std::max(demand.maxContext, meanTokens);
    if (model->maxContext > 0 && context.maxContext > model->maxContext) {
        context.maxContext = model->maxContext;
        context.warnings.push_back({"context_clamped",
            fmt::format("{} holds at most {} tokens of context; longer requests are refused", model->name, model->maxContext),
            {model->name, std::to_string(model->maxContext)}});
    }
    context.targets = targetsOf(context);
    context.excluded = *excluded;
    if (wanted->empty())
        for (const Gpu &gpu : catalog.gpus)
            context.gpus.push_back(&gpu);
    else
        context.gpus = *wanted;
    return context;
}

LatencyTail PlanningContext::tailAt(double percentile) const
{
    LatencyTail tail = latencyTail(percentile);
    // No answer is longer than what its prompt leaves of the longest request.
    tail.answer = std::min(quantileOf(capacityLoadOf(*this).output, percentile), std::max(maxContext - load.inputTokens, 1.0)) / load.outputTokens;
    return tail;
}

FormatSupport supportOf(const Engine &engine, const Gpu &gpu, NumberFormat format)
{
    for (const SupportEntry &entry : engine.support)
        if (entry.gpuArchitecture == gpu.architecture && entry.format == format)
            return entry.support;
    return FormatSupport::None;
}

double bitsOf(NumberFormat format)
{
    switch (format) {
    case NumberFormat::Bf16: return 16;
    case NumberFormat::Fp8:
    case NumberFormat::Int8: return 8;
    case NumberFormat::Int4:
    case NumberFormat::Fp4: return 4;
    }
    return 16;
}

bool isBelowNative(const Model &model, NumberFormat format)
{
    return bitsOf(format) < bitsOf(model.nativeFormat);
}

std::vector<NumberFormat> formatsFor(const PlanningContext &context, const Gpu &gpu)
{
    using enum NumberFormat;
    const auto supported = [&](NumberFormat format) { return supportOf(context.engine, gpu, format) != FormatSupport::None; };
    std::vector<NumberFormat> formats;
    const FormatChoice choice = context.scenario.model.format;
    if (const auto fixed = fixedFormat(choice)) {
        if (supported(*fixed))
            formats.push_back(*fixed);
    } else if (choice == FormatChoice::Any) {
        std::ranges::copy_if(kNumberFormats, std::back_inserter(formats), supported);
    } else {
        // Wider formats hold the same values; eight bits lose least after them.
        for (const NumberFormat format : {context.model.nativeFormat, Bf16, Fp8, Int8}) {
            if (supported(format)) {
                formats.push_back(format);
                break;
            }
        }
    }
    return formats;
}

} // namespace headroom::core
