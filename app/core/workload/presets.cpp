// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/workload/workload.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

// Relative load of one day by hour. Judgements, not measurements: two humps of an office day with a dip at lunch, and
// little at night; a person replaces them by the real profile.
using Day = std::array<double, 24>;
constexpr Day kOfficeDay{.03, .02, .02, .02, .03, .05, .10, .30, .65, .90, 1.00, .95, .70, .75, .92, .95, .88, .70, .40, .25, .18, .12, .08, .05};
constexpr Day kWeekendDay{.02, .02, .02, .02, .02, .02, .03, .04, .06, .08, .09, .09, .08, .08, .08, .08, .07, .06, .06, .05, .04, .04, .03, .02};
// A public service used round the clock, most in the evening.
constexpr Day kConsumerDay{.45, .34, .27, .23, .22, .25, .33, .45, .58, .68, .74, .77, .78, .77, .76, .77, .80, .85, .91, .97, 1.00, .96, .82, .62};

WeekProfile week(const Day &weekday, const Day &weekend)
{
    WeekProfile profile{};
    for (std::size_t hour = 0; hour < profile.size(); ++hour)
        profile[hour] = hour < 120 ? weekday[hour % 24] : weekend[hour % 24];
    return profile;
}

WeekProfile constantWeek()
{
    WeekProfile profile{};
    profile.fill(1.0);
    return profile;
}

} // namespace

const std::vector<WorkloadPreset> &workloadPresets()
{
    // Token means: the command line's contract. Peak factors (busiest minutes over the mean working hour): a judgement.
    static const std::vector<WorkloadPreset> presets{
        {"chat", 500, 300, 2.5},      {"rag", 3000, 400, 2.5},      {"code", 2000, 200, 3.0},
        {"agent", 8000, 800, 2.0},    {"summarize", 6000, 300, 2.0}, {"reasoning", 800, 3700, 2.0},
    };
    return presets;
}

const WorkloadPreset *findWorkloadPreset(std::string_view id)
{
    const auto &all = workloadPresets();
    const auto found = std::ranges::find(all, id, &WorkloadPreset::id);
    return found == all.end() ? nullptr : &*found;
}

const std::vector<DayProfilePreset> &dayProfilePresets()
{
    static const std::vector<DayProfilePreset> presets{
        {"office", week(kOfficeDay, kWeekendDay)},
        {"consumer", week(kConsumerDay, kConsumerDay)},
        {"always", constantWeek()},
    };
    return presets;
}

const DayProfilePreset *findDayProfile(std::string_view id)
{
    const auto &all = dayProfilePresets();
    const auto found = std::ranges::find(all, id, &DayProfilePreset::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace headroom::core
