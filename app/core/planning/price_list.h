// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/cost/onprem.h>
#include <core/cost/rental.h>
#include <core/planning/planning_context.h>

#include <array>
#include <optional>
#include <vector>

namespace headroom::core {

// What one way of buying costs.
struct FleetPrice {
    Money monthly;            // scenario's currency, following the schedule
    Money alwaysOn;
    int gpusBought = 0;
    int instances = 0;
    const Offer *offer = nullptr;   // of the catalog; nullptr: own hardware, or not known
    bool known = true;        // false: the amounts mean nothing
    bool overPower = false;   // no way of buying keeps the scenario's limit on power; this is the cheapest
};

// What the scenario lets one buy of a GPU type, ready to be asked for many layouts: offers that providers, regions and
// commitment let through, and own hardware where it is asked for.
class PriceList {
public:
    PriceList(const PlanningContext &context, const Gpu &gpu);

    // Cheapest for so many replicas, by the month that follows the schedule; empty where nobody sells this GPU in whole
    // instances that hold the layout. What keeps the scenario's limit on power goes before what does not. Ties: the first of the catalog.
    std::optional<FleetPrice> cheapest(const Layout &layout, int replicas, const RunningReplicas &running, double meanUtilization) const;

    // A fleet that is there although nobody sells it: what it costs is not known.
    FleetPrice unknown(const Layout &layout, int replicas) const;

    // True where some offer holds the layout, whatever it costs.
    bool sells(const Layout &layout) const;
    int count() const { return static_cast<int>(m_offers.size()) + (m_own ? 1 : 0); }
    // Of own hardware; empty where it is not asked for or not priced.
    const std::optional<OnPremPrices> &own() const { return m_own; }

private:
    struct Priced {
        const Offer *offer;
        RentalPrices prices;
    };
    bool holds(const Priced &priced, const Layout &layout) const;
    std::optional<FleetPrice> onPrem(const Layout &layout, int replicas, double meanUtilization) const;

    const PlanningContext &m_context;
    const Gpu &m_gpu;
    std::vector<Priced> m_offers;
    std::array<double, kCurrencyCount> m_rates{};   // into the scenario's currency; 0: none is known
    std::optional<OnPremPrices> m_own;           // where own hardware is asked for and priced
    std::optional<double> m_mostBought;   // GPUs within the limit on power; none where their power is not published
};

// True where the scenario's providers and regions let this offer through.
bool offerAllowed(const Scenario &scenario, const Offer &offer);
bool onPremAllowed(const Scenario &scenario);

} // namespace headroom::core
