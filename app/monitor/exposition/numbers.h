// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headroom::monitor {

// A value as the exposition formats and the Prometheus API write it: decimal, or NaN, Inf, Infinity in any case; a sign but
// before NaN. No hexadecimal, no underscores, no blanks, and nothing too large for a double.
std::optional<double> parseMetricNumber(std::string_view text);

// Milliseconds since 1970, a whole number (Prometheus text format).
std::optional<double> parseTimestampMs(std::string_view text);

// Seconds since 1970 with a fraction, finite (OpenMetrics); the result is in milliseconds.
std::optional<double> parseTimestampSeconds(std::string_view text);

// The shortest text that reads back as the same number; "NaN", "+Inf", "-Inf".
std::string metricNumberText(double value);

} // namespace headroom::monitor
