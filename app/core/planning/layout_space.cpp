// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/layout_space.h>

#include <algorithm>

namespace headroom::core {
namespace {

bool allows(const std::optional<int> &wanted, int value)
{
    return !wanted || *wanted == value;
}

} // namespace

std::vector<Layout> layoutsFor(const PlanningContext &context, const Gpu &gpu)
{
    const LayoutInputs given = context.scenario.layout.value_or(LayoutInputs{});
    const int server = std::max(1, gpu.perServer);
    const bool experts = context.shape.expertLayers > 0;
    std::vector<Layout> layouts;
    const auto tpSteps = [&] {
        std::vector<int> steps;
        for (int tp = 1; tp <= std::min(server, 16); tp *= 2)
            steps.push_back(tp);
        if (given.tp && std::ranges::find(steps, *given.tp) == steps.end())
            steps.push_back(*given.tp);
        return steps;
    }();
    for (const int tp : tpSteps) {
        if (!allows(given.tp, tp) || !dividesHeads(context.model.architecture, tp))
            continue;
        std::vector<int> ppSteps{1, 2, 4, 8};
        if (given.pp && std::ranges::find(ppSteps, *given.pp) == ppSteps.end())
            ppSteps.push_back(*given.pp);
        for (const int pp : ppSteps) {
            // Stages inside a server pay only where tensor parallel crosses PCIe; beyond one they are how a replica spans servers.
            const bool spansServers = tp == server || (gpu.interconnect && tp >= gpu.interconnect->domain);
            if (!allows(given.pp, pp) || pp > context.shape.layers || (pp > 1 && !given.pp && !spansServers && gpu.interconnect))
                continue;
            std::vector<int> dpSteps{1};
            if (experts && pp == 1)
                dpSteps = {1, 2, 4, 8, 16};
            if (given.dp && std::ranges::find(dpSteps, *given.dp) == dpSteps.end())
                dpSteps.push_back(*given.dp);
            for (const int dp : dpSteps) {
                const Layout base{tp, pp, 1, dp, 1};
                if (!allows(given.dp, dp) || base.gpusPerReplica() > kMostGpusPerReplica)
                    continue;
                if (given.gpus && base.gpusPerReplica() > *given.gpus)
                    continue;
                Layout layout = base;
                layout.ep = experts && dp > 1 ? tp * dp : 1;
                if (given.ep)
                    layout.ep = *given.ep;
                if (layout.ep > tp * dp || (tp * dp) % layout.ep != 0 || (layout.ep > 1 && !experts))
                    continue;
                layouts.push_back(layout);
            }
        }
    }
    std::ranges::stable_sort(layouts, {}, &Layout::gpusPerReplica);
    return layouts;
}

} // namespace headroom::core
