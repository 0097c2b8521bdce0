// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/derivation_ids.h>

namespace headroom::core {

std::string_view operationId(Operation operation)
{
    switch (operation) {
    case Operation::Input: return "input";
    case Operation::Fact: return "fact";
    case Operation::Constant: return "constant";
    case Operation::Search: return "search";
    case Operation::Sum: return "sum";
    case Operation::Difference: return "difference";
    case Operation::Product: return "product";
    case Operation::Quotient: return "quotient";
    case Operation::Minimum: return "minimum";
    case Operation::Maximum: return "maximum";
    case Operation::Ceil: return "ceil";
    case Operation::Floor: return "floor";
    case Operation::Exponential: return "exponential";
    case Operation::SmoothMaximum: break;
    }
    return "smooth_maximum";
}

std::string_view unitId(Unit unit)
{
    switch (unit) {
    case Unit::None: return "";
    case Unit::Count: return "count";
    case Unit::Ratio: return "ratio";
    case Unit::Bytes: return "bytes";
    case Unit::Seconds: return "s";
    case Unit::Hours: return "h";
    case Unit::Tokens: return "tokens";
    case Unit::TokensPerSecond: return "tokens/s";
    case Unit::RequestsPerSecond: return "requests/s";
    case Unit::RequestsPerHour: return "requests/h";
    case Unit::Watts: return "W";
    case Unit::Flops: return "operations";
    case Unit::FlopsPerSecond: return "operations/s";
    case Unit::BytesPerSecond: return "bytes/s";
    case Unit::BytesPerToken: return "bytes/token";
    case Unit::People: return "people";
    case Unit::Parameters: return "parameters";
    case Unit::BytesPerParameter: return "bytes/parameter";
    case Unit::Usd: return "USD";
    case Unit::Cny: return "CNY";
    case Unit::Eur: return "EUR";
    case Unit::UsdPerHour: return "USD/h";
    case Unit::CnyPerHour: return "CNY/h";
    case Unit::EurPerHour: return "EUR/h";
    case Unit::Rate: break;
    }
    return "rate";
}

} // namespace headroom::core
