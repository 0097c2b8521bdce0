// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/scenario.h>
#include <core/workload/workload.h>

#include <random>

namespace headroom::test {

// Scenarios that a person might really ask about: ids of the catalog, numbers within what sliders offer. Deterministic.
class PlannableScenarios {
public:
    PlannableScenarios(const core::Catalog &catalog, unsigned seed) : m_catalog(catalog), m_random(seed) {}

    core::Scenario next()
    {
        using namespace headroom::core;
        Scenario s;
        s.demand.users = between(10, 50000);
        s.demand.adoptionRatio = between(0.05, 1);
        s.demand.requestsPerUserHour = between(1, 40);
        if (m_random() % 3 == 0)
            s.demand.peakRps = between(0.1, 200);
        const auto &preset = pick(workloadPresets());
        s.demand.workload = preset.id;
        s.demand.inputTokensMean = preset.inputTokens;
        s.demand.outputTokensMean = preset.outputTokens;
        s.demand.maxContext = preset.inputTokens + preset.outputTokens + 512;
        s.demand.prefixCacheHitRatio = m_random() % 2 ? between(0, 0.8) : 0;
        s.demand.dayProfile = pick(dayProfilePresets()).id;
        // Models whose context holds the preset's mean request.
        do
            s.model.id = pick(m_catalog.models).id;
        while (m_catalog.findModel(s.model.id)->maxContext > 0 && m_catalog.findModel(s.model.id)->maxContext < s.demand.maxContext);
        s.model.format = static_cast<FormatChoice>(m_random() % 7);
        s.model.engine = pick(m_catalog.engines).id;
        if (m_random() % 2)
            s.hardware.gpus = {pick(m_catalog.gpus).id, pick(m_catalog.gpus).id};
        s.hardware.headroomRatio = between(0, 1);
        s.hardware.redundancy = static_cast<int>(m_random() % 3);
        s.hardware.ttftTarget = between(0.3, 10);
        s.hardware.tpotTarget = between(0.02, 0.3);
        s.hardware.percentile = static_cast<TargetPercentile>(m_random() % 4);
        if (m_random() % 3 == 0)
            s.hardware.e2eTarget = between(5, 200);
        if (m_random() % 4 == 0)
            s.demand.outputHistogram = "1: 20, 90: 45.5, 700: 30, 4000: 4.5";
        if (m_random() % 4 == 0)
            s.money.offers = {"onprem"};
        s.money.commitment = static_cast<Commitment>(m_random() % 4);
        s.money.currency = static_cast<Currency>(m_random() % 3);
        if (m_random() % 5 == 0) {
            s.layout.emplace();
            s.layout->gpus = 1 << (m_random() % 7);
        }
        return s;
    }

private:
    double between(double low, double high) { return low + (high - low) * static_cast<double>(m_random()) / 4294967295.0; }
    template<class Items>
    const typename Items::value_type &pick(const Items &items) { return items[m_random() % items.size()]; }

    const core::Catalog &m_catalog;
    std::mt19937 m_random;
};

} // namespace headroom::test
