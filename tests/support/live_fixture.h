// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view_model.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace headroom::test {

// A live view-model with a clock of its own, and snapshots as a cluster would give them, every five seconds.
class LiveFixture {
public:
    enum Content { GpuAndServing, GpuOnly };

    LiveFixture() : model([](const std::string &text) { return read(text); }, [this] { return nowMs; }) {}

    std::int64_t nowMs = 1'790'000'000'000;
    present::LiveViewModel model;

    // http(s) pages and the demo, as the real reader takes them; the id is the address.
    static core::Result<monitor::SourceConfig> read(const std::string &text)
    {
        monitor::SourceConfig config;
        config.id = text;
        if (text.starts_with("demo:"))
            config.kind = monitor::SourceKind::Demo;
        else if (text.starts_with("http://"))
            config.address = text;
        else
            return std::unexpected(core::Error{core::ErrorCode::BadValue, "not a source", {}, {}, 0});
        return config;
    }

    void watch(const std::vector<std::string> &addresses)
    {
        std::vector<monitor::SourceConfig> configs;
        for (const std::string &address : addresses)
            configs.push_back(*read(address));
        model.setSources(configs);
    }

    monitor::Snapshot snapshot(const std::string &id, int nodes, int gpus, Content content = GpuAndServing) const
    {
        using enum monitor::CanonicalMetric;
        monitor::Snapshot snapshot;
        snapshot.sourceId = id;
        snapshot.timeMs = nowMs;
        snapshot.isDemo = id.starts_with("demo:");
        snapshot.dialects = content == GpuOnly ? "dcgm" : "dcgm,vllm";
        const double t = static_cast<double>(nowMs / 1000 % 100000);
        for (int node = 0; node < nodes; ++node) {
            const std::string name = "gpu-" + std::to_string(node + 8);
            for (int gpu = 0; gpu < gpus; ++gpu) {
                const auto subject = static_cast<std::uint32_t>(snapshot.subjects.size());
                snapshot.subjects.push_back({name, gpu, "GPU-" + name + "-" + std::to_string(gpu), "", "NVIDIA H200", "", "", ""});
                const double load = std::clamp(0.75 - 0.11 * node + 0.12 * std::sin(t / 170.0 + gpu + 2 * node) + 0.03 * std::sin(t / 9.0 + 3 * gpu), 0.0, 1.0);
                snapshot.samples.push_back({GpuUtilRatio, subject, 0.0F, false, load});
                snapshot.samples.push_back({GpuMemUsedBytes, subject, 0.0F, false, 1.2e11 + 4e9 * gpu});
                snapshot.samples.push_back({GpuMemTotalBytes, subject, 0.0F, false, 1.41e11});
                snapshot.samples.push_back({GpuPowerW, subject, 0.0F, false, 180 + 480 * load});
                snapshot.samples.push_back({GpuPowerLimitW, subject, 0.0F, false, 700});
                snapshot.samples.push_back({GpuTempC, subject, 0.0F, false, 38 + 34 * load + gpu});
            }
            if (content == GpuOnly)
                continue;
            const auto engine = static_cast<std::uint32_t>(snapshot.subjects.size());
            snapshot.subjects.push_back({name, -1, "", "", "", "deepseek-v3", "vllm", ""});
            const double wave = std::sin(t / 170.0 + 2 * node);
            snapshot.samples.push_back({ServingRequestsRunning, engine, 0.0F, false, std::round(90 + 30 * wave)});
            snapshot.samples.push_back({ServingRequestsWaiting, engine, 0.0F, false, std::max(0.0, std::round(8 * wave))});
            snapshot.samples.push_back({ServingKvCacheRatio, engine, 0.0F, false, 0.6 + 0.2 * wave});
            snapshot.samples.push_back({ServingGenerationTokensPerS, engine, 0.0F, false, 2400 + 500 * wave});
            snapshot.samples.push_back({ServingRequestsPerS, engine, 0.0F, false, 8.2 + wave});
        }
        return snapshot;
    }

    void feed(const std::string &id, int count, int nodes, int gpus, Content content = GpuAndServing)
    {
        for (int i = 0; i < count; ++i) {
            nowMs += 5000;
            model.take(snapshot(id, nodes, gpus, content));
        }
        model.flush();
    }

    void fail(const std::string &id, monitor::FailureReason reason, int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            nowMs += 5000;
            monitor::Snapshot snapshot;
            snapshot.sourceId = id;
            snapshot.timeMs = nowMs;
            snapshot.state = monitor::SourceState::Failed;
            snapshot.reason = reason;
            model.take(snapshot);
        }
        model.flush();
    }
};

} // namespace headroom::test
