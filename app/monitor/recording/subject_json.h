// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/sample.h>

#include <optional>
#include <string>
#include <string_view>

namespace headroom::monitor {

// A subject as one line of JSON, under which the history keeps it: {"node","uuid","mig","gpu_model","model","engine","replica",
// "gpu"}, only what is not empty. Equal subjects give equal texts.
std::string subjectToText(const Subject &subject);
// Nothing for what is none; at most 64 kB.
std::optional<Subject> subjectFromText(std::string_view text);

} // namespace headroom::monitor
