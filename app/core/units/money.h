// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace headroom::core {

enum class Currency { USD, CNY, EUR };
inline constexpr std::size_t kCurrencyCount = 3;

std::string_view currencyCode(Currency currency);           // "USD"
Result<Currency> parseCurrency(std::string_view code);      // case-insensitive

// An amount of one currency, held as a whole number of millionths: decimal, never binary floating point.
// Range about +-9.2e12 units. Products are rounded once, half to even. Amounts of different currencies do not add:
// operators require equal currencies (checked by assert); conversion is a catalog's business, with a dated rate.
class Money {
public:
    constexpr Money() = default;
    constexpr Money(Currency currency, std::int64_t micros) : m_currency(currency), m_micros(micros) {}

    // "58.9", "0.000123", "-4"; at most 6 decimals and 12 digits before the point, no exponent.
    static Result<Money> parse(Currency currency, std::string_view decimal);

    constexpr Currency currency() const { return m_currency; }
    constexpr std::int64_t micros() const { return m_micros; }
    double toDouble() const;                       // for charts and comparisons only, never for sums
    std::string toDecimalString(int decimals = 2) const;  // "58900.00", half-even

    Money &operator+=(const Money &other);
    friend Money operator+(Money a, const Money &b) { return a += b; }
    friend Money operator-(const Money &a, const Money &b);
    // Exact rational multiple, rounded half-even to a millionth. denominator > 0.
    Money times(std::int64_t numerator, std::int64_t denominator = 1) const;
    // Multiple by a measured ratio: the factor is first fixed to nine decimals, so the result is reproducible.
    Money timesRatio(double factor) const;

    bool operator==(const Money &) const = default;

private:
    Currency m_currency = Currency::USD;
    std::int64_t m_micros = 0;
};

// -1, 0, 1; both of the same currency.
int compare(const Money &a, const Money &b);

} // namespace headroom::core
