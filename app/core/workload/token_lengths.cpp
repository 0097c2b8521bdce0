// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/workload/token_lengths.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr double kZ95 = 1.6448536269514722;  // 95th percentile of the normal distribution
constexpr double kZRare = 4.265;             // exceeded once in a hundred thousand
constexpr double kMost = 1e7;                // tokens

// ln(p95 / mean) = z s - s^2 / 2, solved for the smaller s (the larger one has a p95 that falls with the spread).
double sigmaOf(double mean, double p95)
{
    const double inside = kZ95 * kZ95 - 2.0 * std::log(p95 / mean);
    return kZ95 - std::sqrt(std::max(inside, 0.0));
}

int wholeTokens(double tokens)
{
    return static_cast<int>(std::lround(std::clamp(tokens, 1.0, kMost)));
}

Error bad(std::string_view field, const char *part, std::string what)
{
    return Error{ErrorCode::BadValue, std::move(what), {}, fmt::format("{}{}", field, part), 0};
}

} // namespace

TokenLengths fixedLength(double tokens)
{
    return {TokenLengths::Kind::Fixed, tokens, tokens, {}};
}

TokenLengths logNormalLength(double mean, double p95)
{
    return {TokenLengths::Kind::LogNormal, mean, p95, {}};
}

Result<void> validate(const TokenLengths &lengths, std::string_view field)
{
    if (lengths.kind == TokenLengths::Kind::Empirical) {
        double sum = 0;
        for (const LengthShare &share : lengths.shares) {
            if (share.tokens < 1 || share.tokens > static_cast<int>(kMost))
                return std::unexpected(bad(field, ".tokens", fmt::format("{} tokens: a whole number from 1 to 10,000,000 would be accepted", share.tokens)));
            if (!(share.weight >= 0 && share.weight <= 1e15))
                return std::unexpected(bad(field, ".weight", fmt::format("a weight of {}: a number from 0 to 1e15 would be accepted", share.weight)));
            sum += share.weight;
        }
        if (!(sum > 0))
            return std::unexpected(bad(field, "", "a distribution needs at least one length with a weight over 0"));
        return {};
    }
    if (!(lengths.mean >= 1 && lengths.mean <= kMost))
        return std::unexpected(bad(field, "", fmt::format("a mean of {} tokens: a number from 1 to 10,000,000 would be accepted", lengths.mean)));
    if (lengths.kind == TokenLengths::Kind::LogNormal && !(lengths.p95 >= lengths.mean && lengths.p95 <= kLogNormalSpread * lengths.mean))
        return std::unexpected(bad(field, "_p95", fmt::format("a 95th percentile of {:g} tokens beside a mean of {:g}: from {:g} to {:g} would be accepted (a lognormal distribution reaches no further)",
                                                              lengths.p95, lengths.mean, lengths.mean, kLogNormalSpread * lengths.mean)));
    return {};
}

double meanOf(const TokenLengths &lengths)
{
    switch (lengths.kind) {
    case TokenLengths::Kind::Fixed:
    case TokenLengths::Kind::LogNormal: return lengths.mean;
    case TokenLengths::Kind::Uniform80: return 0.9 * lengths.mean;
    case TokenLengths::Kind::Empirical: break;
    }
    double sum = 0;
    double weight = 0;
    for (const LengthShare &share : lengths.shares) {
        sum += share.tokens * share.weight;
        weight += share.weight;
    }
    return sum / weight;
}

// By bisection of the tail: exact to the last digits, and asked for once a plan.
double normalQuantile(double q)
{
    double low = -10;
    double high = 10;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (0.5 * std::erfc(-middle / std::sqrt(2.0)) < q ? low : high) = middle;
    }
    return (low + high) / 2;
}

double quantileOf(const TokenLengths &lengths, double q)
{
    switch (lengths.kind) {
    case TokenLengths::Kind::Fixed: return lengths.mean;
    case TokenLengths::Kind::Uniform80: return lengths.mean * (0.8 + 0.2 * q);
    case TokenLengths::Kind::LogNormal: {
        const double sigma = sigmaOf(lengths.mean, lengths.p95);
        return std::exp(std::log(lengths.mean) - sigma * sigma / 2.0 + normalQuantile(q) * sigma);
    }
    case TokenLengths::Kind::Empirical: break;
    }
    std::vector<LengthShare> sorted = lengths.shares;
    std::ranges::sort(sorted, {}, &LengthShare::tokens);
    double left = 0;
    for (const LengthShare &share : sorted)
        left += q * share.weight;
    for (const LengthShare &share : sorted)
        if ((left -= share.weight) <= 0)
            return share.tokens;
    return sorted.back().tokens;
}

LengthSampler::LengthSampler(const TokenLengths &lengths) : m_kind(lengths.kind), m_mean(lengths.mean), m_longest(lengths.mean)
{
    if (m_kind == TokenLengths::Kind::LogNormal) {
        m_sigma = sigmaOf(lengths.mean, lengths.p95);
        m_mu = std::log(lengths.mean) - m_sigma * m_sigma / 2.0;
        m_longest = std::min(std::exp(m_mu + kZRare * m_sigma), kMost);
    } else if (m_kind == TokenLengths::Kind::Empirical) {
        double sum = 0;
        m_longest = 1;
        for (const LengthShare &share : lengths.shares) {
            sum += share.weight;
            m_tokens.push_back(share.tokens);
            m_cumulative.push_back(sum);
            m_longest = std::max<double>(m_longest, share.tokens);
        }
        for (double &value : m_cumulative)
            value /= sum;
        m_cumulative.back() = 1.0;
    }
}

int LengthSampler::draw(Random &random) const
{
    switch (m_kind) {
    case TokenLengths::Kind::Fixed: break;
    case TokenLengths::Kind::Uniform80: return wholeTokens(m_mean * (0.8 + 0.2 * random.uniform()));
    case TokenLengths::Kind::LogNormal: return wholeTokens(std::exp(m_mu + m_sigma * random.normal()));
    case TokenLengths::Kind::Empirical: {
        const auto found = std::ranges::upper_bound(m_cumulative, random.uniform());
        return m_tokens[std::min<std::size_t>(static_cast<std::size_t>(found - m_cumulative.begin()), m_tokens.size() - 1)];
    }
    }
    return wholeTokens(m_mean);
}

} // namespace headroom::core
