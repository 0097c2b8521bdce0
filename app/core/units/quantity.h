// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace headroom::core {

// A number with a physical unit. Quantities of one unit add and compare; two different units never mix by accident.
// The stored value is in the SI unit that the alias below names. Values; safe to copy between threads.
template<class Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : m_value(value) {}

    constexpr double value() const { return m_value; }

    constexpr auto operator<=>(const Quantity &) const = default;

    constexpr Quantity &operator+=(Quantity other) { m_value += other.m_value; return *this; }
    constexpr Quantity &operator-=(Quantity other) { m_value -= other.m_value; return *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.m_value + b.m_value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.m_value - b.m_value); }
    friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity(a.m_value * factor); }
    friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity(a.m_value * factor); }
    friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity(a.m_value / divisor); }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.m_value / b.m_value; }

private:
    double m_value = 0.0;
};

using Bytes = Quantity<struct BytesUnit>;                            // bytes (1 GB = 1e9, 1 GiB = 2^30)
using Seconds = Quantity<struct SecondsUnit>;                        // s
using Tokens = Quantity<struct TokensUnit>;                          // tokens; fractional where it is a mean
using TokensPerSecond = Quantity<struct TokensPerSecondUnit>;        // tokens/s
using RequestsPerSecond = Quantity<struct RequestsPerSecondUnit>;    // requests/s
using BytesPerSecond = Quantity<struct BytesPerSecondUnit>;          // bytes/s
using Flops = Quantity<struct FlopsUnit>;                            // floating-point operations
using FlopsPerSecond = Quantity<struct FlopsPerSecondUnit>;          // floating-point (or integer) operations/s
using Watts = Quantity<struct WattsUnit>;                            // W
using Ratio = Quantity<struct RatioUnit>;                            // 1 = 100 %

constexpr Ratio percent(double value) { return Ratio(value / 100.0); }
constexpr Bytes gigabytes(double value) { return Bytes(value * 1e9); }
constexpr Bytes gibibytes(double value) { return Bytes(value * 1073741824.0); }

constexpr Seconds operator/(Bytes amount, BytesPerSecond rate) { return Seconds(amount.value() / rate.value()); }
constexpr Seconds operator/(Flops amount, FlopsPerSecond rate) { return Seconds(amount.value() / rate.value()); }
constexpr TokensPerSecond operator/(Tokens amount, Seconds time) { return TokensPerSecond(amount.value() / time.value()); }

} // namespace headroom::core
