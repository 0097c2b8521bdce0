// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/own_price_words.h>
#include <core/prices/price_overlay.h>
#include <core/units/result.h>

#include <string_view>

namespace headroom::core {

// A contract (id 0) that validate() accepts. Errors: BadValue or UnknownId with the field: name, provider, region, instance,
// gpu, gpus, commitment, discount, price, currency, valid_from, valid_until, note.
Result<PriceContract> contractOf(const ContractWords &words, const Catalog &catalog);
ContractWords wordsOf(const PriceContract &contract);

// The day is `today` where none is given, the source "entered by hand". Errors: BadValue with from, to, rate, as_of, source.
Result<ExchangeRate> exchangeRateOf(const RateWords &words, std::string_view today);
RateWords wordsOf(const ExchangeRate &rate);

// Where a contract stands on a day: its offers are priced by it only while it is in force.
enum class ContractState { InForce, NotYet, Ended };
ContractState contractState(const PriceContract &contract, std::string_view today);

} // namespace headroom::core
