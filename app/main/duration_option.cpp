// SPDX-License-Identifier: GPL-3.0-or-later
#include "duration_option.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace headroom::app {

core::Result<std::chrono::milliseconds> durationOption(const std::string &text, const std::string &option)
{
    constexpr double kYearMs = 366.0 * 24 * 3600 * 1000;
    double number = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    double factor = 0.0;
    if (unit.empty() || unit == "s")
        factor = 1000.0;
    else if (unit == "ms")
        factor = 1.0;
    else if (unit == "m")
        factor = 60'000.0;
    else if (unit == "h")
        factor = 3'600'000.0;
    const double ms = std::round(number * factor);
    if (problem != std::errc() || !std::isfinite(ms) || ms < 1.0 || ms > kYearMs)
        return std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("{} '{}' is not a duration; 60, 60s, 5m or 2h would be accepted", option, text), {}, option, 0});
    return std::chrono::milliseconds(static_cast<std::int64_t>(ms));
}

} // namespace headroom::app
