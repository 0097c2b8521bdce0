// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/region.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/planning/price_list.h>

#include <algorithm>
#include <cctype>

namespace headroom::core {
namespace {

bool sameText(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

bool isOnPrem(std::string_view entry)
{
    return sameText(entry, "onprem");
}

} // namespace

bool offerAllowed(const Scenario &scenario, const Offer &offer)
{
    if (!regionAllowed(scenario.money.regions, scenario.money.excludeRegions, offer.region))
        return false;
    const auto &wanted = scenario.money.offers;
    // A marketplace's median is nothing one can order at: it counts only where the person names the provider.
    if (wanted.empty())
        return offer.sourceOf(scenario.money.commitment).confidence != "low";
    return std::ranges::any_of(wanted, [&](const std::string &entry) {
        const auto slash = entry.find('/');
        const std::string_view provider = std::string_view(entry).substr(0, slash);
        if (!sameText(provider, offer.provider))
            return false;
        return slash == std::string::npos || sameText(std::string_view(entry).substr(slash + 1), offer.region);
    });
}

bool onPremAllowed(const Scenario &scenario)
{
    return std::ranges::any_of(scenario.money.offers, isOnPrem);
}

PriceList::PriceList(const PlanningContext &context, const Gpu &gpu) : m_context(context), m_gpu(gpu)
{
    const MoneyInputs &money = context.scenario.money;
    if (const auto &limit = context.scenario.hardware.maxPowerW) {
        const auto one = serverPower(gpu, 1, 0.0);
        m_mostBought = one ? *limit / one->peak.value() * (1.0 + 1e-12) : 0.0;
    }
    if (onPremAllowed(context.scenario))
        m_own = onPremPrices(gpu, context.scenario, context.catalog);
    for (std::size_t i = 0; i < m_rates.size(); ++i)
        if (const auto rate = conversionRate(context.catalog, static_cast<Currency>(i), money.currency))
            m_rates[i] = rate->rate;
    for (const Offer &offer : context.catalog.offers) {
        const auto &price = offer.price(money.commitment);
        if (offer.gpu != gpu.id || offer.gpus <= 0 || !price || price->micros() <= 0 || !offerAllowed(context.scenario, offer))
            continue;
        const RentalPrices prices = rentalPrices(offer, money.commitment);
        const auto converts = [&](const std::optional<Money> &amount) { return !amount || m_rates[static_cast<std::size_t>(amount->currency())] > 0; };
        if (converts(prices.committed) && converts(prices.onDemand) && converts(prices.spot))
            m_offers.push_back({&offer, prices});
    }
}

// A tensor-parallel group lives inside one instance. A replica spans instances only as whole servers of GPUs that are built
// for it: single-GPU instances have no network between them that could carry it.
bool PriceList::holds(const Priced &priced, const Layout &layout) const
{
    const Offer &offer = *priced.offer;
    const int perReplica = layout.gpusPerReplica();
    const bool spans = perReplica > offer.gpus;
    return layout.tp <= offer.gpus && !(spans && (perReplica % offer.gpus != 0 || offer.gpus < m_gpu.perServer || offer.gpus < 4 || !m_gpu.interconnect));
}

bool PriceList::sells(const Layout &layout) const
{
    return std::ranges::any_of(m_offers, [&](const Priced &priced) { return holds(priced, layout); }) || onPrem(layout, 1, 0).has_value();
}

FleetPrice PriceList::unknown(const Layout &layout, int replicas) const
{
    const Money nothing(m_context.scenario.money.currency, 0);
    const int gpus = layout.gpusPerReplica() * replicas;
    FleetPrice price{nothing, nothing, gpus, 0, nullptr, false, m_mostBought && gpus > *m_mostBought};
    return price;
}

std::optional<FleetPrice> PriceList::onPrem(const Layout &layout, int replicas, double meanUtilization) const
{
    if (!m_own || layout.tp > m_gpu.perServer)
        return std::nullopt;
    const int servers = instanceNeed(layout.gpusPerReplica(), m_gpu.perServer).instancesFor(replicas);
    const double load = loadOfBought(meanUtilization, layout.gpusPerReplica() * replicas, servers * m_gpu.perServer);
    const auto month = onPremServerMonth(m_gpu, *m_own, m_context.scenario.ownHardware, load);
    if (!month)
        return std::nullopt;
    // Bought servers cost the same at night.
    const Money total = month->total().times(servers);
    return FleetPrice{total, total, servers * m_gpu.perServer, servers, nullptr, true, false};
}

std::optional<FleetPrice> PriceList::cheapest(const Layout &layout, int replicas, const RunningReplicas &running, double meanUtilization) const
{
    const MoneyInputs &money = m_context.scenario.money;
    std::optional<FleetPrice> best;
    const auto isOver = [&](int gpusBought) { return m_mostBought && gpusBought > *m_mostBought; };
    const auto keep = [&](FleetPrice price) {
        price.overPower = isOver(price.gpusBought);
        if (!best || price.overPower < best->overPower || (price.overPower == best->overPower && compare(price.monthly, best->monthly) < 0))
            best = price;
    };
    const auto rateOf = [&](const Money &amount) { return m_rates[static_cast<std::size_t>(amount.currency())]; };
    double least = 0;   // about what the best costs: price x minutes of a week
    for (const Priced &priced : m_offers) {
        if (!holds(priced, layout))
            continue;
        const InstanceNeed need = instanceNeed(layout.gpusPerReplica(), priced.offer->gpus);
        const RentalUsage usage = rentalUsage(priced.prices, need, replicas, running, money);
        if (!isPriced(usage, priced.prices))
            continue;
        const int count = need.instancesFor(replicas);
        double about = 0;
        visitRentalParts(usage, priced.prices, money.scaleUpMinutes, [&](const RentalPart &part) {
            about += part.pricePerHour.toDouble() * static_cast<double>(part.minutesPerWeek) * rateOf(part.pricePerHour);
        });
        // Clearly dearer: exact amounts take their time.
        if (best && about > least * (1.0 + 1e-6) && isOver(count * priced.offer->gpus) >= best->overPower)
            continue;
        // Each part is converted by itself, so that the lines of a bill add up to its total in every currency.
        Money monthly(money.currency, 0);
        Money alwaysOn(money.currency, 0);
        visitRentalParts(usage, priced.prices, money.scaleUpMinutes, [&](const RentalPart &part) {
            const auto shown = [&](const Money &amount) { return Money(money.currency, amount.timesRatio(rateOf(amount)).micros()); };
            monthly += shown(monthOf(part));
            alwaysOn += shown(alwaysOnMonthOf(part));
        });
        keep({monthly, alwaysOn, count * priced.offer->gpus, count, priced.offer, true, false});
        least = best->offer == priced.offer ? about : least;
    }
    if (const auto own = onPrem(layout, replicas, meanUtilization))
        keep(*own);
    return best;
}

} // namespace headroom::core
