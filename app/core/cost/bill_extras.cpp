// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/cost/bill_lines.h>
#include <core/cost/billing.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/cloud_extras.h>
#include <core/derivation/build.h>

#include <cmath>

namespace headroom::core {

using namespace derive;

namespace {

BillLine pricedLine(const BillBasis &b, const char *key, double quantity, Unit unit, const std::optional<Money> &price, const Source &source, const char *priceKey, Derivation amountTree)
{
    BillLine line;
    line.key = key;
    line.quantity = quantity;
    line.quantityUnit = unit;
    line.price = price;
    if (price)
        line.amount = convertedMoney(b, price->timesRatio(quantity));
    if (!b.withTrees)
        return line;
    if (price) {
        line.why = convertedTree(b, product(key, unitOf(price->currency()), std::move(amountTree), fact(priceKey, price->toDouble(), unitOf(price->currency()), source)), price->currency());
    } else {
        line.why = std::move(amountTree);
    }
    line.why.key = key;
    return line;
}

double weightsGb(const BillBasis &b)
{
    return b.option.memory.weights.value() * b.option.layout.gpusPerReplica() / 1e9;
}

BillLine storageLine(const BillBasis &b, const CloudExtras &extras)
{
    const auto &given = b.plan.scenario.money.storageGb;
    const double quantity = given ? *given : weightsGb(b) * b.use.count;
    Derivation tree = given ? input("storage_gb", *given, Unit::Count)
                            : product("storage_gb", Unit::Count, fact("weights_gb", weightsGb(b), Unit::Count, {"the model's weights in this format", {}, {}}), input("instances", b.use.count, Unit::Count));
    return pricedLine(b, "storage", quantity, Unit::Count, extras.storageGbMonth, extras.storageSource, "price_per_gb_month", std::move(tree));
}

BillLine egressLine(const BillBasis &b, const CloudExtras &extras)
{
    const auto &given = b.plan.scenario.money.egressGb;
    const double tokens = requestsPerMonth(b.plan, b.factor) * b.plan.scenario.demand.outputTokensMean;
    const double quantity = given ? *given * b.factor : tokens * kStreamBytesPerToken / 1e9;
    Derivation tree;
    if (given) {
        tree = input("egress_gb", *given, Unit::Count);
    } else if (b.withTrees) {
        auto output = product("output_tokens_per_month", Unit::Tokens, constant("requests_per_month", requestsPerMonth(b.plan, b.factor), Unit::Count, "mean requests per second x 3,600 x 730"),
                              input("output_tokens", b.plan.scenario.demand.outputTokensMean, Unit::Tokens));
        tree = quotient("egress_gb", Unit::Count, product("egress_bytes", Unit::Bytes, std::move(output),
                                                          constant("stream_bytes_per_token", kStreamBytesPerToken, Unit::BytesPerToken, "server-sent events, one for each token: a judgement")),
                        constant("bytes_per_gb", 1e9, Unit::Bytes));
    }
    return pricedLine(b, "egress", quantity, Unit::Count, extras.egressGb, extras.egressSource, "price_per_gb", std::move(tree));
}

BillLine balancerLine(const BillBasis &b, const CloudExtras &extras)
{
    return pricedLine(b, "load_balancer", kHoursPerMonth, Unit::Hours, extras.balancerHour, extras.balancerSource, "balancer_price_per_hour",
                      constant("hours_per_month", kHoursPerMonth, Unit::Hours, "8,760 / 12"));
}

} // namespace

std::vector<BillLine> extraLines(const BillBasis &b, const Money &compute)
{
    std::vector<BillLine> lines;
    if (b.use.isOwn())
        return lines;
    const CloudExtras extras = cloudExtras(b.use.provider);
    lines.push_back(storageLine(b, extras));
    lines.push_back(egressLine(b, extras));
    lines.push_back(balancerLine(b, extras));
    const double ratio = b.plan.scenario.money.supportRatio;
    if (ratio <= 0)
        return lines;
    Money base = compute;
    for (const BillLine &line : lines)
        if (line.amount)
            base += *line.amount;
    BillLine support;
    support.key = "support";
    support.amount = base.timesRatio(ratio);
    if (b.withTrees)
        support.why = product("support", unitOf(base.currency()), constant("bill_without_support", base.toDouble(), unitOf(base.currency()), "the lines above"), input("support_ratio", ratio, Unit::Ratio));
    lines.push_back(std::move(support));
    return lines;
}

} // namespace headroom::core
