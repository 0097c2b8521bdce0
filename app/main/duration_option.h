// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <chrono>
#include <string>

namespace headroom::app {

// A duration of the command line: "60", "60s", "5m", "2h", "500ms", with a decimal fraction if need be, greater than zero and
// at most a year. Error: BadValue with the option's name.
core::Result<std::chrono::milliseconds> durationOption(const std::string &text, const std::string &option);

} // namespace headroom::app
