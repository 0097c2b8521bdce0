// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace headroom::monitor {
namespace {

// "12", "-0.25": at most 15 digits, so that both the digits and the power of ten are exact, and so is their quotient's
// rounding (W. D. Clinger, How to read floating point numbers accurately, 1990). Most values of a page are of this kind.
std::optional<double> shortDecimal(std::string_view text)
{
    constexpr std::size_t kExactDigits = 15;
    static constexpr std::array kPowers{1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > kExactDigits + 1)
        return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t count = 0;
    std::size_t fraction = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point && count > 0) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            ++count;
            fraction += point ? 1U : 0U;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > kExactDigits)
        return std::nullopt;
    const double value = static_cast<double>(digits) / kPowers[fraction];
    return negative ? -value : value;
}

} // namespace

std::optional<double> parseMetricNumber(std::string_view text)
{
    if (const auto quick = shortDecimal(text))
        return quick;
    const char *begin = text.data();
    const char *const end = begin + text.size();
    if (begin != end && (*begin == '+' || *begin == '-')) {
        // from_chars takes '-' but not '+'; neither may follow a sign.
        const std::string_view digits = text.substr(1);
        if (digits.empty() || digits.front() == '+' || digits.front() == '-' || digits.front() == 'n' || digits.front() == 'N')
            return std::nullopt;
        if (*begin == '+')
            ++begin;
    }
    if (begin == end)
        return std::nullopt;
    double value = 0.0;
    const auto [stop, problem] = std::from_chars(begin, end, value);
    if (stop != end || problem == std::errc::invalid_argument)
        return std::nullopt;
    if (end[-1] == ')') // from_chars reads "nan(...)"
        return std::nullopt;
    if (problem == std::errc::result_out_of_range) {
        // Too small reads as zero (or subnormal), too large is refused.
        value = std::strtod(std::string(begin, end).c_str(), nullptr);
        if (std::isinf(value))
            return std::nullopt;
    }
    return value;
}

std::optional<double> parseTimestampMs(std::string_view text)
{
    std::int64_t value = 0;
    if (text.size() > 1 && text[0] == '+' && text[1] >= '0' && text[1] <= '9')
        text.remove_prefix(1);
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || problem != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return static_cast<double>(value);
}

std::optional<double> parseTimestampSeconds(std::string_view text)
{
    const auto seconds = parseMetricNumber(text);
    if (!seconds || !std::isfinite(*seconds))
        return std::nullopt;
    return *seconds * 1000.0;
}

std::string metricNumberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, written.ptr};
}

} // namespace headroom::monitor
