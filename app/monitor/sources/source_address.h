// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/values/source_config.h>

#include <string>
#include <string_view>

namespace headroom::monitor {

// Reads what a person types as a source: "http://host:9400/metrics", "host:9400" (http and /metrics are added),
// "prometheus+http://host:9090", "file_sd+targets.json", "http_sd+http://host/sd", "nvml:", "demo:" or "demo:NODESxGPUS", or the path of a recording.
// Error: BadValue, with what would be accepted. The id of the result is its address as written by sourceAddress().
core::Result<SourceConfig> parseSourceAddress(std::string_view text);

// The same in one line, as typed; without user name and password.
std::string sourceAddress(const SourceConfig &config);

} // namespace headroom::monitor
