// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch_text.h"

#include <monitor/recording/snapshot_json.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace headroom::app {
namespace {

struct Total {
    double sum = 0.0;
    int count = 0;
};

Total total(const monitor::Snapshot &snapshot, monitor::CanonicalMetric metric)
{
    Total total;
    for (const monitor::Sample &sample : snapshot.samples)
        if (sample.metric == metric && sample.quantile == 0.0F) {
            total.sum += sample.value;
            ++total.count;
        }
    return total;
}

} // namespace

std::string watchText(const monitor::Snapshot &snapshot)
{
    using enum monitor::CanonicalMetric;
    std::string text = fmt::format("{}  {:<6}", monitor::isoTime(snapshot.timeMs), monitor::sourceStateName(snapshot.state));
    if (snapshot.isDemo)
        text += "  DEMO";
    if (snapshot.state != monitor::SourceState::Ok)
        return text + "  " + snapshot.detail + "\n";
    const auto gpus = std::ranges::count_if(snapshot.subjects, &monitor::Subject::isGpu);
    if (gpus > 0)
        text += fmt::format("  {} GPUs", gpus);
    if (const Total util = total(snapshot, GpuUtilRatio); util.count > 0)
        text += fmt::format("  util {:.0f} %", 100.0 * util.sum / util.count);
    if (const Total power = total(snapshot, GpuPowerW); power.count > 0)
        text += fmt::format("  {:.0f} W", power.sum);
    if (const Total used = total(snapshot, GpuMemUsedBytes); used.count > 0)
        text += fmt::format("  {:.1f} GiB used", used.sum / 1073741824.0);
    if (const Total running = total(snapshot, ServingRequestsRunning); running.count > 0)
        text += fmt::format("  {:.0f} running, {:.0f} waiting", running.sum, total(snapshot, ServingRequestsWaiting).sum);
    if (const Total tokens = total(snapshot, ServingGenerationTokensPerS); tokens.count > 0)
        text += fmt::format("  {:.0f} tokens/s", tokens.sum);
    // The slowest engine; above the highest bucket only that much is known.
    const monitor::Sample *slowest = nullptr;
    for (const monitor::Sample &sample : snapshot.samples)
        if (sample.metric == ServingTtftS && sample.quantile == 0.95F && (!slowest || std::pair(sample.value, sample.aboveTop) > std::pair(slowest->value, slowest->aboveTop)))
            slowest = &sample;
    if (slowest)
        text += fmt::format("  TTFT p95 {}{:.3g} s", slowest->aboveTop ? "> " : "", slowest->value);
    for (const monitor::Sample &sample : snapshot.samples)
        if (sample.metric == GpuXidNew)
            text += fmt::format("  XID {:.0f}", sample.value);
    if (!snapshot.warnings.empty())
        text += fmt::format("  {} warnings: {}", snapshot.warnings.size(), snapshot.warnings.front());
    return text + "\n";
}

} // namespace headroom::app
