// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/report_json.h>

#include <string>

namespace headroom::app {

// The report as tables for a terminal.
std::string accuracyText(const core::AccuracyReport &report);

} // namespace headroom::app
