// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/random.h>
#include <core/units/result.h>

#include <string_view>
#include <vector>

namespace headroom::core {

// One value of an empirical distribution.
struct LengthShare {
    int tokens = 1;
    double weight = 1;    // relative to the others
    bool operator==(const LengthShare &) const = default;
};

// How long prompts or answers are, in tokens.
struct TokenLengths {
    enum class Kind {
        Fixed,       // exactly `mean`
        Uniform80,   // uniform in [0.8 L, L] with L = `mean` (what vendors' load generators call a range ratio of 0.8)
        LogNormal,   // by `mean` and `p95`
        Empirical,   // `shares`
    };
    Kind kind = Kind::Fixed;
    double mean = 1;      // Fixed, Uniform80 (its upper end), LogNormal; 1 .. 1e7
    double p95 = 1;       // LogNormal only; from `mean` to kLogNormalSpread x `mean`
    std::vector<LengthShare> shares;   // Empirical only

    bool operator==(const TokenLengths &) const = default;
};

TokenLengths fixedLength(double tokens);
TokenLengths logNormalLength(double mean, double p95);

// The p95 of a lognormal distribution lies at most this factor over its mean: exp(1.6449^2 / 2).
inline constexpr double kLogNormalSpread = 3.868;

// BadValue with the field ("p95", say) prefixed by `field`, and what would be accepted.
Result<void> validate(const TokenLengths &lengths, std::string_view field);

// Expected tokens of a draw, before the limit of a context cuts it.
double meanOf(const TokenLengths &lengths);

// Tokens that a share q of the draws does not exceed; q in (0, 1). `lengths` must be valid.
double quantileOf(const TokenLengths &lengths, double q);

// Of the standard normal distribution; q in (0, 1).
double normalQuantile(double q);

// Draws lengths. A few nanoseconds for a fixed length, some tens for the others.
class LengthSampler {
public:
    // `lengths` must be valid.
    explicit LengthSampler(const TokenLengths &lengths);

    // At least 1. A fixed length takes nothing from `random`.
    int draw(Random &random) const;

    // No draw is longer, but for one in a hundred thousand.
    double longest() const { return m_longest; }

private:
    TokenLengths::Kind m_kind;
    double m_mean = 1;
    double m_mu = 0;       // LogNormal: of the logarithm
    double m_sigma = 0;
    double m_longest = 1;
    std::vector<int> m_tokens;         // Empirical
    std::vector<double> m_cumulative;  // to 1
};

} // namespace headroom::core
