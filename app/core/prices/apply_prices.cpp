// SPDX-License-Identifier: GPL-3.0-or-later
#include "amount.h"

#include <core/prices/apply_prices.h>
#include <core/prices/freshness.h>
#include <core/prices/read_own_prices.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace headroom::core {
namespace {

using price_reading::isPlainText;
using price_reading::lower;

using Key = std::tuple<std::string, std::string, std::string, std::string>;

class OfferIndex {
public:
    explicit OfferIndex(std::vector<Offer> &offers) : m_offers(offers)
    {
        for (std::size_t i = 0; i < offers.size(); ++i)
            m_places.emplace(Key{offers[i].provider, offers[i].region, offers[i].instance, offers[i].gpu}, i);
    }

    Offer &at(const std::string &provider, const std::string &region, const std::string &instance, const std::string &gpu, int gpus)
    {
        const auto [place, isNew] = m_places.emplace(Key{provider, region, instance, gpu}, m_offers.size());
        if (isNew)
            m_offers.push_back({provider, region, instance, gpu, gpus, {}, {}, {}, {}, {}, {}});
        return m_offers[place->second];
    }

private:
    std::vector<Offer> &m_offers;
    std::map<Key, std::size_t> m_places;
};

void setPrice(Offer &offer, Commitment commitment, const Money &perHour, const Source &source)
{
    const bool isFirst = !offer.onDemand && !offer.spot && !offer.oneYear && !offer.threeYears;
    offer.price(commitment) = perHour;
    std::erase_if(offer.ownSources, [&](const auto &own) { return own.first == commitment; });
    if (isFirst)
        offer.source = source;
    else if (offer.source != source)
        offer.ownSources.emplace_back(commitment, source);
    // Once none of its prices is the old list's, the offer's own date is that of the newest.
    if (std::ranges::any_of(kCommitments, [&](Commitment c) { return offer.price(c) && &offer.sourceOf(c) == &offer.source; }))
        return;
    offer.source = std::ranges::max_element(offer.ownSources, {}, [](const auto &own) { return own.second.asOf; })->second;
    std::erase_if(offer.ownSources, [&](const auto &own) { return own.second == offer.source; });
}

bool matches(const std::string &wanted, const std::string &value)
{
    return wanted.empty() || lower(wanted) == lower(value);
}

std::string percent(std::int64_t millionths)
{
    std::string text = Money(Currency::USD, millionths * 100).toDecimalString(4);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.'))
        text.pop_back();
    return text + " %";
}

void apply(const PriceContract &contract, Catalog &catalog)
{
    bool any = false;
    for (Offer &offer : catalog.offers) {
        if (!matches(contract.provider, offer.provider) || !matches(contract.region, offer.region) || !matches(contract.instance, offer.instance) || !matches(contract.gpu, offer.gpu))
            continue;
        any = true;
        if (contract.perHour) {
            setPrice(offer, contract.commitment.value_or(Commitment::OnDemand), *contract.perHour, {contract.name, contract.validFrom, {}});
            continue;
        }
        for (const Commitment commitment : kCommitments) {
            const std::optional<Money> list = offer.price(commitment);
            if (!list || (contract.commitment && *contract.commitment != commitment))
                continue;
            const Source &of = offer.sourceOf(commitment);
            const Source source{fmt::format("{}: {} off {} {} ({})", contract.name, percent(*contract.discountMillionths), list->toDecimalString(6), currencyCode(list->currency()), of.text), of.asOf,
                                of.confidence};
            setPrice(offer, commitment, list->times(1'000'000 - *contract.discountMillionths, 1'000'000), source);
        }
    }
    if (any || !contract.perHour || contract.instance.empty() || contract.gpus < 1)
        return;
    if (const Gpu *gpu = catalog.findGpu(contract.gpu)) {
        Offer own{contract.provider, contract.region, contract.instance, gpu->id, contract.gpus, {}, {}, {}, {}, {}, {}};
        setPrice(own, contract.commitment.value_or(Commitment::OnDemand), *contract.perHour, {contract.name, contract.validFrom, {}});
        catalog.offers.push_back(std::move(own));
    }
}

Result<void> bad(const char *field, std::string detail)
{
    return std::unexpected(Error{ErrorCode::BadValue, std::move(detail), {}, field, 0});
}

} // namespace

Catalog withPrices(const Catalog &base, const PriceOverlay &overlay, std::string_view today)
{
    Catalog catalog = base;
    catalog.readOn = today;
    OfferIndex index(catalog.offers);
    for (const PricePoint &point : overlay.imported)
        if (const Gpu *gpu = catalog.findGpu(point.gpu))
            setPrice(index.at(point.provider, point.region, point.instance, gpu->id, point.gpus), point.commitment, point.perHour, point.source);
    for (const ExchangeRate &rate : overlay.rates) {
        std::erase_if(catalog.exchangeRates, [&](const ExchangeRate &known) {
            return (known.from == rate.from && known.to == rate.to) || (known.from == rate.to && known.to == rate.from);
        });
        catalog.exchangeRates.push_back(rate);
    }
    for (const PriceContract &contract : overlay.contracts)
        if (contractState(contract, today) == ContractState::InForce)
            apply(contract, catalog);
    if (!overlay.version.empty())
        catalog.version += "+" + overlay.version;
    updatePriceDates(catalog);
    return catalog;
}

Result<void> validate(const PriceContract &contract, const Catalog &catalog)
{
    if (!isPlainText(contract.name))
        return bad("name", "a contract needs a name of 1 to 200 bytes");
    if (!isPlainText(contract.provider))
        return bad("provider", "a contract needs a provider, such as aws or azure");
    for (const auto &[field, text] : {std::pair{"region", &contract.region}, std::pair{"instance", &contract.instance}, std::pair{"note", &contract.note}})
        if (!text->empty() && !isPlainText(*text))
            return bad(field, "a text of at most 200 bytes in UTF-8 would be accepted");
    for (const auto &[field, date] : {std::pair{"valid_from", &contract.validFrom}, std::pair{"valid_until", &contract.validUntil}})
        if (!date->empty() && (date->size() != 10 || !daysFromEpoch(*date)))
            return bad(field, "a date such as 2026-07-20 would be accepted");
    if (!contract.validFrom.empty() && !contract.validUntil.empty() && *daysFromEpoch(contract.validUntil) < *daysFromEpoch(contract.validFrom))
        return bad("valid_until", "the contract would end before it begins");
    if (contract.discountMillionths.has_value() == contract.perHour.has_value())
        return bad("price", "either a discount or a price would be accepted");
    if (contract.discountMillionths && (*contract.discountMillionths < 1 || *contract.discountMillionths > 999'999))
        return bad("discount", "a discount over 0 and under 100 % would be accepted");
    if (!contract.gpu.empty() && !catalog.findGpu(contract.gpu))
        return std::unexpected(Error{ErrorCode::UnknownId, fmt::format("unknown GPU '{}'; ids and aliases such as h100-sxm would be accepted", contract.gpu), {}, "gpu", 0});
    const bool known = std::ranges::any_of(catalog.offers, [&](const Offer &o) {
        return matches(contract.provider, o.provider) && matches(contract.region, o.region) && matches(contract.instance, o.instance) && matches(contract.gpu, o.gpu);
    });
    if (contract.perHour) {
        if (contract.perHour->micros() <= 0)
            return bad("price", "a price over 0 would be accepted");
        if (contract.instance.empty())
            return bad("instance", "a price is that of one instance type: its name is needed");
        if (!known && (contract.gpu.empty() || contract.gpus < 1 || contract.gpus > 1024))
            return bad("gpu", "the catalog does not hold this instance: its GPU and their number (1 to 1024) are needed");
    } else if (!known) {
        return bad("provider", "the catalog holds no price that this discount would apply to");
    }
    return {};
}

Result<void> validate(const ExchangeRate &rate)
{
    if (rate.from == rate.to)
        return bad("to", "two different currencies would be accepted");
    if (rate.rate.micros() <= 0 || rate.rate.currency() != rate.to)
        return bad("rate", "a rate over 0 would be accepted");
    if (rate.source.asOf.size() != 10 || !daysFromEpoch(rate.source.asOf))
        return bad("as_of", "a rate needs its day; a date such as 2026-07-20 would be accepted");
    if (!isPlainText(rate.source.text))
        return bad("source", "a rate needs its source, in 1 to 200 bytes");
    return {};
}

} // namespace headroom::core
