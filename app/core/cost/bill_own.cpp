// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/bill_lines.h>
#include <core/cost/billing.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/onprem.h>
#include <core/cost/power.h>
#include <core/derivation/build.h>

#include <algorithm>

namespace headroom::core {

using namespace derive;

namespace {

// The trees of one server's month; each stands for itself, so the purchase is told in each that follows from it.
class OwnTrees {
public:
    OwnTrees(const BillBasis &basis, const Gpu &gpu, const OnPremPrices &prices)
        : m_basis(basis), m_gpu(gpu), m_own(basis.plan.scenario.ownHardware), m_prices(prices), m_money(unitOf(basis.plan.scenario.money.currency))
    {
    }

    Derivation depreciation() const
    {
        auto value = product("depreciated_value", m_money, purchase(), difference("depreciated_share", Unit::Ratio, constant("one", 1, Unit::None), input("residual_share", m_own.residualRatio, Unit::Ratio)));
        return allServers("own_depreciation", quotient("depreciation", m_money, std::move(value), input("depreciation_months", m_own.depreciationMonths, Unit::Count)));
    }
    Derivation capital() const
    {
        auto mean = quotient("mean_book_share", Unit::Ratio, sum("first_and_last_share", Unit::Ratio, constant("one", 1, Unit::None), input("residual_share", m_own.residualRatio, Unit::Ratio)),
                             constant("two", 2, Unit::None));
        return allServers("own_capital", yearly("capital_cost", product("mean_book_value", m_money, purchase(), std::move(mean)), "capital_rate", m_own.capitalRatio));
    }
    Derivation support() const { return allServers("own_support", yearly("support", purchase(), "support_share", m_own.supportRatio)); }
    Derivation colocation() const
    {
        const double kilowatts = serverPower(m_gpu, m_gpu.perServer, 0.0)->peak.value() / 1000.0;
        return allServers("own_colocation", product("colocation", m_money, fact("server_kilowatts", kilowatts, Unit::Count, m_gpu.source),
                                                    amount("colocation_per_kilowatt", m_prices.kilowattMonth, m_prices.kilowattMonthSource)));
    }
    Derivation energy() const
    {
        const double kilowatts = serverPower(m_gpu, m_gpu.perServer, 0.0)->peak.value() / 1000.0;
        // Idle share + (1 - idle share) x utilization of the highest power.
        auto share = sum("power_share", Unit::Ratio, constant("idle_power_share", kIdlePowerShare, Unit::Ratio, "a loaded but idle server: a judgement"),
                         product("active_power_share", Unit::Ratio, constant("active_power_range", 1.0 - kIdlePowerShare, Unit::Ratio),
                                 serverLoad()));
        return allServers("own_energy", product("energy", m_money, product("mean_kilowatts", Unit::Count, fact("server_kilowatts", kilowatts, Unit::Count, m_gpu.source), std::move(share)),
                                                input("pue", m_own.pue, Unit::Ratio), constant("hours_per_month", kHoursPerMonth, Unit::Hours, "8,760 / 12"),
                                                amount("price_per_kwh", m_prices.kilowattHour, m_prices.kilowattHourSource)));
    }
    Derivation software() const
    {
        auto year = product("software_a_year", m_money, amount("software_per_gpu", m_prices.softwareGpuYear, m_prices.softwareSource), fact("gpus_per_server", m_gpu.perServer, Unit::Count, m_gpu.source));
        return allServers("own_software", quotient("software", m_money, std::move(year), constant("months_a_year", 12, Unit::Count)));
    }
    Derivation staff() const
    {
        return allServers("own_staff", quotient("staff", m_money, amount("staff_per_server", m_prices.staffServerYear, m_prices.staffSource), constant("months_a_year", 12, Unit::Count)));
    }
    Derivation tax() const
    {
        return allServers("own_tax", quotient("tax", m_money, product("tax_on_purchase", m_money, purchase(), input("tax_rate", m_own.taxRatio, Unit::Ratio)),
                                              input("depreciation_months", m_own.depreciationMonths, Unit::Count)));
    }

private:
    // GPUs beside the replicas are idle: the load of the servers is less than that of the replicas.
    Derivation serverLoad() const
    {
        auto load = constant("utilization", std::clamp(m_basis.meanUtilization, 0.0, 1.0), Unit::Ratio, "mean of the week: demand over capacity");
        const int used = m_basis.option.layout.gpusPerReplica() * m_basis.replicas;
        const int bought = m_basis.use.count * m_gpu.perServer;
        if (used == bought)
            return load;
        return quotient("server_load", Unit::Ratio, product("busy_gpus", Unit::Count, std::move(load), input("gpus", used, Unit::Count)),
                        product("gpus_bought", Unit::Count, input("servers", m_basis.use.count, Unit::Count), fact("gpus_per_server", m_gpu.perServer, Unit::Count, m_gpu.source)));
    }
    Derivation amount(const char *key, const Money &money, const Source &source) const
    {
        return source.text.empty() ? input(key, money.toDouble(), m_money) : fact(key, money.toDouble(), m_money, source);
    }
    Derivation server() const
    {
        if (m_prices.serverSource.text.empty())
            return input("server_price", m_prices.server.toDouble(), m_money);
        auto cards = product("server_price_listed", unitOf(m_gpu.purchasePrice->currency()), fact("card_price", m_gpu.purchasePrice->toDouble(), unitOf(m_gpu.purchasePrice->currency()), m_gpu.purchaseSource),
                             fact("gpus_per_server", m_gpu.perServer, Unit::Count, m_gpu.source),
                             constant("server_factor", kServerOverCards, Unit::Ratio, "8x H100 HGX server 310-317k USD (Aug 2024) over 8 cards of 30k"));
        return convertedTree(m_basis, std::move(cards), m_gpu.purchasePrice->currency());
    }
    Derivation purchase() const
    {
        return product("hardware_price", m_money, server(), sum("one_plus_network", Unit::Ratio, constant("one", 1, Unit::None), input("network_share", m_own.networkRatio, Unit::Ratio)));
    }
    Derivation yearly(const char *key, Derivation base, const char *rateKey, double rate) const
    {
        return quotient(key, m_money, product(std::string(key) + "_a_year", m_money, std::move(base), input(rateKey, rate, Unit::Ratio)), constant("months_a_year", 12, Unit::Count));
    }
    Derivation allServers(const char *key, Derivation server) const
    {
        return product(key, m_money, std::move(server), input("servers", m_basis.use.count, Unit::Count));
    }

    const BillBasis &m_basis;
    const Gpu &m_gpu;
    const OwnHardwareInputs &m_own;
    const OnPremPrices &m_prices;
    Unit m_money;
};

} // namespace

std::vector<BillLine> ownLines(const BillBasis &basis)
{
    const Gpu *gpu = basis.catalog.findGpu(basis.option.gpu);
    const auto prices = gpu ? onPremPrices(*gpu, basis.plan.scenario, basis.catalog) : std::nullopt;
    const double load = gpu ? loadOfBought(basis.meanUtilization, basis.option.layout.gpusPerReplica() * basis.replicas, basis.use.count * gpu->perServer) : 0.0;
    const auto month = prices ? onPremServerMonth(*gpu, *prices, basis.plan.scenario.ownHardware, load) : std::nullopt;
    std::vector<BillLine> lines;
    if (!month)
        return lines;
    const OwnTrees trees(basis, *gpu, *prices);
    const auto add = [&](const char *key, const Money &amount, Derivation (OwnTrees::*tree)() const) {
        if (amount.micros() == 0)
            return;
        BillLine line;
        line.key = key;
        line.amount = amount.times(basis.use.count);
        line.quantity = basis.use.count;
        line.quantityUnit = Unit::Count;
        line.price = amount;
        if (basis.withTrees)
            line.why = (trees.*tree)();
        lines.push_back(std::move(line));
    };
    // What runs on power is told in kilowatts and kilowatt hours, so that a price can be changed by itself.
    const double kilowatts = serverPower(*gpu, gpu->perServer, load)->peak.value() / 1000.0 * basis.use.count;
    const double meanKilowatts = serverPower(*gpu, gpu->perServer, load)->mean.value() / 1000.0 * basis.use.count;
    const auto measured = [&](const char *key, double quantity, const Money &price) {
        if (lines.empty() || lines.back().key != key)
            return; // it costs nothing and has no line
        lines.back().quantity = quantity;
        lines.back().price = price;
    };
    add("own_depreciation", month->depreciation, &OwnTrees::depreciation);
    add("own_capital", month->capital, &OwnTrees::capital);
    add("own_support", month->support, &OwnTrees::support);
    add("own_colocation", month->colocation, &OwnTrees::colocation);
    measured("own_colocation", kilowatts, prices->kilowattMonth);
    add("own_energy", month->energy, &OwnTrees::energy);
    measured("own_energy", meanKilowatts * basis.plan.scenario.ownHardware.pue * kHoursPerMonth, prices->kilowattHour);
    add("own_software", month->software, &OwnTrees::software);
    add("own_staff", month->staff, &OwnTrees::staff);
    add("own_tax", month->tax, &OwnTrees::tax);
    return lines;
}

} // namespace headroom::core
