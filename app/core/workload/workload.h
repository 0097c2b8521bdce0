// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/quantity.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// A usual kind of work: mean token counts of a request and how far the peak stands above the mean working hour.
struct WorkloadPreset {
    std::string_view id;          // "chat"
    int inputTokens = 0;          // mean
    int outputTokens = 0;         // mean
    double peakFactor = 1.0;      // peak over mean working hour (a judgement; see presets.cpp)
};

const std::vector<WorkloadPreset> &workloadPresets();
const WorkloadPreset *findWorkloadPreset(std::string_view id); // nullptr where unknown

// Load of each hour of the week relative to the busiest, Monday 0:00 first. Every value in [0, 1], the highest is 1.
using WeekProfile = std::array<double, 168>;

struct DayProfilePreset {
    std::string_view id;          // "office", "always", "global"
    WeekProfile week;
};

const std::vector<DayProfilePreset> &dayProfilePresets();
const DayProfilePreset *findDayProfile(std::string_view id);

// What the scenario's people ask of the system.
struct Workload {
    RequestsPerSecond mean;       // over the week
    RequestsPerSecond peak;
    Tokens inputMean;
    Tokens outputMean;
    bool peakOverridden = false;  // the person gave the peak itself
    RequestsPerSecond peakFromUsers; // users x adoption x requests per hour / 3600 x peak factor, whatever was given
    double peakFactor = 1.0;
    double prefixCacheHit = 0.0;  // share of input tokens that a prefix cache answers
    WeekProfile week{};

    bool operator==(const Workload &) const = default;
};

} // namespace headroom::core
