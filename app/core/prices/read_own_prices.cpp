// SPDX-License-Identifier: GPL-3.0-or-later
#include "amount.h"

#include <core/prices/apply_prices.h>
#include <core/prices/freshness.h>
#include <core/prices/read_own_prices.h>

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace headroom::core {
namespace {

using price_reading::Amount;
using price_reading::parseAmount;
using price_reading::trimmed;

std::unexpected<Error> bad(const char *field, std::string detail)
{
    return std::unexpected(Error{ErrorCode::BadValue, std::move(detail), {}, field, 0});
}

// Under a given field's name.
std::unexpected<Error> under(const char *field, Error error)
{
    error.field = field;
    return std::unexpected(std::move(error));
}

std::string word(std::string_view text)
{
    return std::string(trimmed(text));
}

Result<Money> amountOf(Currency currency, std::string_view text, const char *field)
{
    const Amount amount = parseAmount(currency, text);
    switch (amount.kind) {
    case Amount::Kind::Good: return amount.money;
    case Amount::Kind::Ambiguous: return bad(field, fmt::format("'{}' can be read in two ways; an amount with a decimal point, such as 1234.00, would be accepted", trimmed(text)));
    case Amount::Kind::TooLarge: return bad(field, "an amount of at most a million would be accepted");
    default: return bad(field, "an amount over 0, such as 86.52, would be accepted");
    }
}

// Millionths of the whole: 12.5 % is 125,000.
Result<std::int64_t> discountOf(std::string_view text)
{
    std::string_view number = trimmed(text);
    if (number.ends_with('%'))
        number = trimmed(number.substr(0, number.size() - 1));
    const Amount percent = parseAmount(Currency::USD, number); // decimal, as it was typed
    if (!percent.usable() || percent.money.micros() % 100 != 0)
        return bad("discount", "a discount in percent, such as 12 or 12.5, would be accepted");
    return percent.money.micros() / 100;
}

std::string plain(const Money &money)
{
    std::string text = money.toDecimalString(6);
    while (text.ends_with('0') && text[text.size() - 3] != '.')
        text.pop_back();
    return text;
}

} // namespace

Result<PriceContract> contractOf(const ContractWords &words, const Catalog &catalog)
{
    PriceContract contract{0, word(words.name), word(words.provider), word(words.region), word(words.instance), word(words.gpu), 0, {}, {}, {}, word(words.from), word(words.until), word(words.note)};
    if (const Gpu *gpu = catalog.findGpu(contract.gpu))
        contract.gpu = gpu->id;
    if (const std::string_view count = trimmed(words.gpus); !count.empty()) {
        const auto [end, problem] = std::from_chars(count.data(), count.data() + count.size(), contract.gpus);
        if (problem != std::errc() || end != count.data() + count.size() || contract.gpus < 1 || contract.gpus > 1024)
            return bad("gpus", "a whole number of GPUs, 1 to 1024, would be accepted");
    }
    if (const std::string commitment = word(words.commitment); !commitment.empty()) {
        const auto parsed = parseCommitment(commitment);
        if (!parsed)
            return under("commitment", parsed.error());
        contract.commitment = *parsed;
    }
    if (!trimmed(words.discount).empty()) {
        const auto discount = discountOf(words.discount);
        if (!discount)
            return std::unexpected(discount.error());
        contract.discountMillionths = *discount;
    }
    if (!trimmed(words.price).empty()) {
        const auto currency = trimmed(words.currency).empty() ? Result<Currency>(Currency::USD) : parseCurrency(trimmed(words.currency));
        if (!currency)
            return under("currency", currency.error());
        const auto price = amountOf(*currency, words.price, "price");
        if (!price)
            return std::unexpected(price.error());
        contract.perHour = *price;
    }
    if (auto fine = validate(contract, catalog); !fine)
        return std::unexpected(fine.error());
    return contract;
}

ContractWords wordsOf(const PriceContract &contract)
{
    ContractWords words{contract.name, contract.provider, contract.region, contract.instance, contract.gpu, contract.gpus > 0 ? std::to_string(contract.gpus) : std::string(),
                        contract.commitment ? std::string(commitmentId(*contract.commitment)) : std::string(), {}, {}, {}, contract.validFrom, contract.validUntil, contract.note};
    if (contract.discountMillionths) {
        words.discount = Money(Currency::USD, *contract.discountMillionths * 100).toDecimalString(4);
        while (words.discount.ends_with('0'))
            words.discount.pop_back();
        if (words.discount.ends_with('.'))
            words.discount.pop_back();
    }
    if (contract.perHour) {
        words.price = plain(*contract.perHour);
        words.currency = currencyCode(contract.perHour->currency());
    }
    return words;
}

Result<ExchangeRate> exchangeRateOf(const RateWords &words, std::string_view today)
{
    const auto from = parseCurrency(trimmed(words.from));
    if (!from)
        return under("from", from.error());
    const auto to = parseCurrency(trimmed(words.to));
    if (!to)
        return under("to", to.error());
    const auto amount = amountOf(*to, words.rate, "rate");
    if (!amount)
        return std::unexpected(amount.error());
    const std::string source = word(words.source);
    const std::string asOf = word(words.asOf);
    ExchangeRate rate{*from, *to, *amount, {source.empty() ? "entered by hand" : source, asOf.empty() ? std::string(today) : asOf, {}}};
    if (auto fine = validate(rate); !fine)
        return std::unexpected(fine.error());
    if (const auto age = ageInDays(rate.source.asOf, today); age && *age < 0)
        return bad("as_of", "that day has not come; a day up to today would be accepted");
    return rate;
}

RateWords wordsOf(const ExchangeRate &rate)
{
    return {std::string(currencyCode(rate.from)), std::string(currencyCode(rate.to)), plain(rate.rate), rate.source.asOf, rate.source.text};
}

ContractState contractState(const PriceContract &contract, std::string_view today)
{
    const auto day = daysFromEpoch(today);
    const auto from = daysFromEpoch(contract.validFrom);
    const auto until = daysFromEpoch(contract.validUntil);
    if (day && from && *from > *day)
        return ContractState::NotYet;
    if (day && until && *until < *day)
        return ContractState::Ended;
    return ContractState::InForce;
}

} // namespace headroom::core
