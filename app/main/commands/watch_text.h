// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/snapshot.h>

#include <string>

namespace headroom::app {

// A snapshot in one line for people: state, GPUs and their mean utilization, power, requests, tokens.
std::string watchText(const monitor::Snapshot &snapshot);

} // namespace headroom::app
