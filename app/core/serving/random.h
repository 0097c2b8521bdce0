// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace headroom::core {

// A fixed generator (SplitMix64) with our own distributions on top: the same seed gives the same numbers in every run
// and with every standard library. Not for cryptography.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    // Uniform in [0, 1) with 53 bits.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // Exponential with mean 1.
    double exponential() { return -std::log1p(-uniform()); }

    // Standard normal: polar method (Marsaglia & Bray 1964), one value of each pair.
    double normal()
    {
        for (;;) {
            const double x = 2.0 * uniform() - 1.0;
            const double y = 2.0 * uniform() - 1.0;
            const double square = x * x + y * y;
            if (square > 0.0 && square < 1.0)
                return x * std::sqrt(-2.0 * std::log(square) / square);
        }
    }

    // Gamma with this shape and mean 1: Marsaglia & Tsang 2000. shape > 0; shape 1 is the exponential distribution.
    double gamma(double shape)
    {
        // Under 1: a value of shape + 1, times U^(1/shape).
        const double boost = shape < 1.0 ? std::pow(1.0 - uniform(), 1.0 / shape) : 1.0;
        const double d = (shape < 1.0 ? shape + 1.0 : shape) - 1.0 / 3.0;
        const double c = 1.0 / std::sqrt(9.0 * d);
        for (;;) {
            const double x = normal();
            const double root = 1.0 + c * x;
            if (root <= 0.0)
                continue;
            const double v = root * root * root;
            if (std::log(1.0 - uniform()) < 0.5 * x * x + d - d * v + d * std::log(v))
                return boost * d * v / shape;
        }
    }

private:
    std::uint64_t m_state;
};

} // namespace headroom::core
