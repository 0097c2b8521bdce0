// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/units/money.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cmath>
#include <limits>

namespace headroom::core {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMicrosPerUnit = 1'000'000;

struct CurrencyName { Currency currency; std::string_view code; };
constexpr std::array kCurrencies{CurrencyName{Currency::USD, "USD"}, CurrencyName{Currency::CNY, "CNY"},
                                 CurrencyName{Currency::EUR, "EUR"}};

std::int64_t clampToInt64(Wide value)
{
    constexpr Wide kMax = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp<Wide>(value, -kMax, kMax));
}

// numerator / denominator, rounded half to even. denominator > 0.
Wide divideHalfEven(Wide numerator, Wide denominator)
{
    Wide quotient = numerator / denominator;
    Wide rest = numerator % denominator;
    if (rest < 0) {
        rest += denominator;
        --quotient;
    }
    const Wide twice = rest * 2;
    if (twice > denominator || (twice == denominator && (quotient % 2) != 0))
        ++quotient;
    return quotient;
}

} // namespace

std::string_view currencyCode(Currency currency)
{
    for (const auto &entry : kCurrencies)
        if (entry.currency == currency)
            return entry.code;
    return "USD";
}

Result<Currency> parseCurrency(std::string_view code)
{
    const auto same = [](char a, char b) {
        return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
    };
    for (const auto &entry : kCurrencies)
        if (std::ranges::equal(entry.code, code, same))
            return entry.currency;
    return std::unexpected(Error{ErrorCode::BadValue,
                                 "unknown currency '" + std::string(code) + "': USD, CNY or EUR would be accepted", {}, "currency", 0});
}

Result<Money> Money::parse(Currency currency, std::string_view decimal)
{
    const auto bad = [&](const char *why) {
        return std::unexpected(Error{ErrorCode::BadValue, "'" + std::string(decimal.substr(0, 40)) + "' is not an amount: " + why, {}, {}, 0});
    };
    std::string_view rest = decimal;
    const bool negative = rest.starts_with('-');
    if (negative)
        rest.remove_prefix(1);
    std::int64_t micros = 0;
    int whole = 0;
    int fraction = -1; // digits after the point; -1: no point yet
    for (const char c : rest) {
        if (c == '.' && fraction < 0) {
            fraction = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return bad("digits and one decimal point would be accepted");
        if (fraction < 0 ? ++whole > 12 : ++fraction > 6)
            return bad("at most 12 digits before the point and 6 after it would be accepted");
        micros = micros * 10 + (c - '0');
    }
    if (whole + std::max(fraction, 0) == 0)
        return bad("digits and one decimal point would be accepted");
    for (int digits = std::max(fraction, 0); digits < 6; ++digits)
        micros *= 10;
    return Money(currency, negative ? -micros : micros);
}

double Money::toDouble() const
{
    return static_cast<double>(m_micros) / static_cast<double>(kMicrosPerUnit);
}

std::string Money::toDecimalString(int decimals) const
{
    decimals = std::clamp(decimals, 0, 6);
    std::int64_t divisor = 1;
    for (int i = decimals; i < 6; ++i)
        divisor *= 10;
    const std::int64_t rounded = clampToInt64(divideHalfEven(m_micros, divisor));
    std::string digits = std::to_string(rounded < 0 ? -rounded : rounded);
    if (decimals > 0) {
        const auto places = static_cast<std::size_t>(decimals);
        if (digits.size() <= places)
            digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return rounded < 0 ? "-" + digits : digits;
}

Money &Money::operator+=(const Money &other)
{
    assert(m_currency == other.m_currency);
    m_micros = clampToInt64(Wide(m_micros) + other.m_micros);
    return *this;
}

Money operator-(const Money &a, const Money &b)
{
    assert(a.m_currency == b.m_currency);
    return Money(a.m_currency, clampToInt64(Wide(a.m_micros) - b.m_micros));
}

Money Money::times(std::int64_t numerator, std::int64_t denominator) const
{
    assert(denominator > 0);
    return Money(m_currency, clampToInt64(divideHalfEven(Wide(m_micros) * numerator, denominator)));
}

Money Money::timesRatio(double factor) const
{
    constexpr std::int64_t kNano = 1'000'000'000;
    const double fixed = std::nearbyint(std::clamp(factor, -9e9, 9e9) * static_cast<double>(kNano));
    return times(static_cast<std::int64_t>(fixed), kNano);
}

int compare(const Money &a, const Money &b)
{
    assert(a.currency() == b.currency());
    return a.micros() < b.micros() ? -1 : a.micros() > b.micros() ? 1 : 0;
}

} // namespace headroom::core
