// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/workload/demand.h>
#include <core/workload/length_histogram.h>
#include <core/workload/token_lengths.h>

#include <fmt/format.h>

#include <numeric>

namespace headroom::core {
namespace {

template<class Preset>
std::string idsOf(const std::vector<Preset> &presets)
{
    std::string ids;
    for (const auto &preset : presets)
        ids += (ids.empty() ? "" : ", ") + std::string(preset.id);
    return ids;
}

} // namespace

Result<Workload> workloadOf(const DemandInputs &demand)
{
    const WorkloadPreset *preset = findWorkloadPreset(demand.workload);
    if (!preset)
        return std::unexpected(Error{ErrorCode::UnknownId,
            fmt::format("unknown workload '{}': {} would be accepted", demand.workload, idsOf(workloadPresets())), {}, "demand.workload", 0});
    const DayProfilePreset *profile = findDayProfile(demand.dayProfile);
    if (!profile)
        return std::unexpected(Error{ErrorCode::UnknownId,
            fmt::format("unknown day profile '{}': {} would be accepted", demand.dayProfile, idsOf(dayProfilePresets())), {}, "demand.day_profile", 0});

    const auto checkSpread = [](const std::optional<double> &p95, double mean, const char *field) -> Result<void> {
        return p95 ? validate(logNormalLength(mean, *p95), field) : Result<void>();
    };
    for (const auto &valid : {checkSpread(demand.inputTokensP95, demand.inputTokensMean, "demand.input_tokens"),
                              checkSpread(demand.outputTokensP95, demand.outputTokensMean, "demand.output_tokens")})
        if (!valid)
            return std::unexpected(valid.error());

    for (const auto &histogram : {parseHistogram(demand.inputHistogram, "demand.input_histogram"), parseHistogram(demand.outputHistogram, "demand.output_histogram")})
        if (!histogram)
            return std::unexpected(histogram.error());

    Workload workload;
    workload.peakFactor = preset->peakFactor;
    workload.peakFromUsers = RequestsPerSecond(demand.users * demand.adoptionRatio * demand.requestsPerUserHour / 3600.0 * preset->peakFactor);
    workload.peakOverridden = demand.peakRps.has_value();
    workload.peak = demand.peakRps ? RequestsPerSecond(*demand.peakRps) : workload.peakFromUsers;
    workload.week = profile->week;
    const double sum = std::accumulate(workload.week.begin(), workload.week.end(), 0.0);
    workload.mean = workload.peak * (sum / static_cast<double>(workload.week.size()));
    workload.inputMean = Tokens(demand.inputTokensMean);
    workload.outputMean = Tokens(demand.outputTokensMean);
    workload.prefixCacheHit = demand.prefixCacheHitRatio;
    return workload;
}

} // namespace headroom::core
