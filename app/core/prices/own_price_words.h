// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace headroom::core {

// A contract as a person writes it, on the command line or in a form: every field as text, empty where it is left out.
struct ContractWords {
    std::string name, provider, region, instance;
    std::string gpu, gpus;          // id or alias, and how many are in one instance
    std::string commitment;         // "ondemand", "spot", "1y", "3y"
    std::string discount;           // percent: "12", "12.5 %", "12,5"
    std::string price, currency;    // of one instance and hour: "86.52", "1,234.56", "1.234,56", "¥ 30"; in USD where no currency is named
    std::string from, until, note;

    bool operator==(const ContractWords &) const = default;
};

// A rate of exchange as a person writes it: one `from` is `rate` units of `to`.
struct RateWords {
    std::string from, to, rate, asOf, source;

    bool operator==(const RateWords &) const = default;
};

} // namespace headroom::core
