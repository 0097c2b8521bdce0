// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/fleet_month.h>

#include <algorithm>

namespace headroom::core {

std::optional<FleetMonth> cheapestFleetMonth(std::string_view gpu, int gpus, Currency currency, const Catalog &catalog)
{
    const Gpu *found = catalog.findGpu(gpu);
    std::optional<FleetMonth> best;
    for (const Offer &offer : catalog.offers) {
        if (!found || offer.gpu != found->id || offer.gpus < 1 || !offer.onDemand || offer.onDemand->micros() <= 0 || offer.sourceOf(Commitment::OnDemand).confidence == "low")
            continue;
        // Single GPUs on a common network cannot hold one model between them.
        if (offer.gpus < std::min(gpus, found->perServer))
            continue;
        const int instances = (gpus + offer.gpus - 1) / offer.gpus;
        const auto month = convert(catalog, alwaysOnMonth(*offer.onDemand, instances), currency);
        if (month && (!best || compare(*month, best->month) < 0))
            best = FleetMonth{offer, instances, instances * offer.gpus, *month};
    }
    return best;
}

} // namespace headroom::core
