// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>

#include <algorithm>

namespace headroom::core {
namespace {

bool allows(const std::optional<int> &wanted, int value)
{
    return !wanted || *wanted == value;
}

std::vector<int> withGiven(std::vector<int> steps, const std::optional<int> &given)
{
    if (given && std::ranges::find(steps, *given) == steps.end())
        steps.push_back(*given);
    return steps;
}

// Ways to split the experts over a replica's GPUs: whole experts everywhere, or each expert over all tensor ranks.
std::vector<int> expertSteps(const std::optional<int> &given, int ranks, int dp, bool experts)
{
    if (given)
        return {*given};
    if (!experts || ranks == 1)
        return {1};
    if (dp > 1)
        return {ranks};
    return {1, ranks};
}

} // namespace

std::vector<Layout> layoutsFor(const PlanningContext &context, const Gpu &gpu, const LayoutInputs &given)
{
    const int server = std::max(1, gpu.perServer);
    const bool experts = context.shape.expertLayers > 0;
    std::vector<int> tpSteps;
    for (int tp = 1; tp <= std::min(server, 16); tp *= 2)
        tpSteps.push_back(tp);
    std::vector<Layout> layouts;
    for (const int tp : withGiven(tpSteps, given.tp)) {
        if (!allows(given.tp, tp) || !dividesHeads(context.model.architecture, tp))
            continue;
        // Stages inside a server pay only where tensor parallel crosses PCIe; beyond one they are how a replica spans servers.
        // Six cards, though, may hold a model in three stages of two that four cards do not.
        const bool spansServers = tp == server || (gpu.interconnect && tp >= gpu.interconnect->domain) || !gpu.interconnect;
        const std::vector<int> ppSteps = given.gpus ? std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8} : std::vector<int>{1, 2, 4, 8};
        for (const int pp : withGiven(ppSteps, given.pp)) {
            if (!allows(given.pp, pp) || pp > context.shape.layers || (pp > 1 && !given.pp && !given.gpus && !spansServers))
                continue;
            const std::vector<int> dpSteps = experts && pp == 1 ? std::vector<int>{1, 2, 4, 8, 16} : std::vector<int>{1};
            for (const int dp : withGiven(dpSteps, given.dp)) {
                const Layout base{tp, pp, 1, dp, 1};
                if (!allows(given.dp, dp) || base.gpusPerReplica() > kMostGpusPerReplica || (given.gpus && base.gpusPerReplica() > *given.gpus))
                    continue;
                for (const int ep : expertSteps(given.ep, tp * dp, dp, experts)) {
                    if (ep > tp * dp || (tp * dp) % ep != 0 || (ep > 1 && !experts))
                        continue;
                    layouts.push_back({tp, pp, ep, dp, 1});
                }
            }
        }
    }
    std::ranges::stable_sort(layouts, {}, &Layout::gpusPerReplica);
    return layouts;
}

} // namespace headroom::core
