// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/exposition_types.h>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace headroom::monitor {

// The value of the first of these labels that is there and not empty. Case does not matter: exporters changed theirs
// ("Hostname", "hostname") between versions. `names` in lower case.
std::string_view labelValue(std::span<const LabelView> labels, std::initializer_list<std::string_view> names);

// "GPU-..." also where an exporter leaves the prefix out, so that one GPU is one GPU whoever tells of it.
std::string gpuUuid(std::string_view text);

// A number for a series' name and labels, whatever the order of these.
std::uint64_t seriesNumber(std::string_view name, std::span<const LabelView> labels);

} // namespace headroom::monitor
