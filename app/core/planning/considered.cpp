// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/candidate.h>
#include <core/planning/considered.h>
#include <core/planning/rejection_reasons.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace headroom::core {
namespace {

Result<ConsideredFleet> parseFleet(const Catalog &catalog, const std::string &text, const std::string &field)
{
    ConsideredFleet fleet;
    const char *end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, fleet.gpus);
    std::string_view id(rest, static_cast<std::size_t>(end - rest));
    if (id.starts_with('x') || id.starts_with('X'))
        id.remove_prefix(1);
    while (id.starts_with(' '))
        id.remove_prefix(1);
    if (problem != std::errc() || fleet.gpus < 1 || fleet.gpus > 100000 || id.empty())
        return std::unexpected(Error{ErrorCode::BadValue, fmt::format("'{}' is not a fleet: a number and a GPU, as '6x a100-80gb-sxm', would be accepted", text), {}, field, 0});
    const Gpu *gpu = catalog.findGpu(id);
    if (!gpu)
        return std::unexpected(Error{ErrorCode::UnknownId, fmt::format("unknown GPU '{}' in '{}': an id of `headroom doctor`'s catalog, as '6x a100-80gb-sxm', would be accepted", id, text), {}, field, 0});
    fleet.gpu = gpu->id;
    return fleet;
}

ConsideredFormat judge(const PlanningContext &context, PlanningSpace &space, const Gpu &gpu, int gpus, NumberFormat format)
{
    ConsideredFormat verdict;
    verdict.format = format;
    verdict.supported = supportOf(context.engine, gpu, format) != FormatSupport::None;
    verdict.weights = weightBytes(context.shape, checkpointFormat(context.model, format)).total();
    verdict.fleetMemory = gpu.memory() * static_cast<double>(gpus);
    verdict.smallestGpus = smallestFit(context, gpu, format);
    PreparedFormat &prepared = space.prepared(context, gpu, format);
    for (PreparedLayout &layout : prepared.layouts) {
        if (layout.layout.gpusPerReplica() > gpus)
            break;
        for (SizedLayout &sized : space.sized(context, prepared, layout)) {
            verdict.fits = verdict.fits || sized.holdsContext;
            if (!verdict.supported || !sized.serves)
                continue;
            const SteadyState::Capacity &capacity = space.capacity(context, layout, sized);
            if (capacity.feasible)
                verdict.capacity = std::max(verdict.capacity, capacity.point.rate * static_cast<double>(gpus / layout.layout.gpusPerReplica()));
        }
    }
    return verdict;
}

} // namespace

Result<std::vector<ConsideredFleet>> judgeConsidered(const PlanningContext &context, PlanningSpace &own)
{
    std::vector<ConsideredFleet> fleets;
    // The fleet itself says how many GPUs there are; a layout that the scenario fixes for its own plan is not asked here.
    PlanningSpace &space = context.scenario.layout ? own.relaxed() : own;
    space.enter(context, context.targets, {});
    const auto &texts = context.scenario.hardware.considered;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto fleet = parseFleet(context.catalog, texts[i], fmt::format("hardware.considered[{}]", i));
        if (!fleet)
            return std::unexpected(fleet.error());
        const Gpu &gpu = *context.catalog.findGpu(fleet->gpu);
        for (const NumberFormat format : {NumberFormat::Bf16, NumberFormat::Fp8, NumberFormat::Int8, NumberFormat::Fp4, NumberFormat::Int4}) {
            fleet->formats.push_back(judge(context, space, gpu, fleet->gpus, format));
            fleet->carriesPeak = fleet->carriesPeak || fleet->formats.back().capacity >= context.required();
        }
        fleets.push_back(*std::move(fleet));
    }
    return fleets;
}

} // namespace headroom::core
