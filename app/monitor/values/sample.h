// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/canonical_metric.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace headroom::monitor {

// What a value is about: a GPU (uuid or index known), a serving engine (modelName or engine known) or a machine. Missing
// parts are empty, -1. Two subjects are the same thing when they compare equal. Plain value.
struct Subject {
    std::string node;       // host name; where the source does not say, the host (and port) of its address
    int gpuIndex = -1;      // index on the node
    std::string gpuUuid;    // stays the same when indexes change at a restart
    std::string migInstance; // "profile/id" of a MIG instance, empty for a whole GPU
    std::string gpuModel;   // "NVIDIA H100 80GB HBM3"
    std::string modelName;  // the LLM that is served
    std::string engine;     // "vllm", "sglang"; empty where this is no serving engine
    std::string replica;    // the engine's own number or rank group; empty for the only one

    bool isGpu() const { return gpuIndex >= 0 || !gpuUuid.empty(); }
    bool isServing() const { return !engine.empty(); }

    bool operator==(const Subject &) const = default;
};

// One value. `subject` is an index into the snapshot's subjects. `quantile` is 0 but for distributions, where 0 is the
// mean, and 0.5, 0.9, 0.95, 0.99 are quantiles. `aboveTop`: the quantile lies above the histogram's highest finite bucket;
// `value` is that bound and the true value is larger ("> 30 s").
struct Sample {
    CanonicalMetric metric = CanonicalMetric::GpuUtilRatio;
    std::uint32_t subject = 0;
    float quantile = 0.0F;
    bool aboveTop = false;
    double value = 0.0; // in the metric's unit; always finite

    bool operator==(const Sample &) const = default;
};

// The identity of a series across snapshots.
struct SeriesKey {
    CanonicalMetric metric = CanonicalMetric::GpuUtilRatio;
    Subject subject;
    float quantile = 0.0F;

    bool operator==(const SeriesKey &) const = default;
};

struct SubjectHash {
    std::size_t operator()(const Subject &subject) const noexcept
    {
        std::size_t hash = std::hash<int>{}(subject.gpuIndex);
        for (const std::string *part : {&subject.node, &subject.gpuUuid, &subject.migInstance, &subject.modelName, &subject.engine, &subject.replica})
            hash = hash * 1099511628211U + std::hash<std::string>{}(*part);
        return hash;
    }
};

struct SeriesKeyHash {
    std::size_t operator()(const SeriesKey &key) const noexcept
    {
        const std::size_t number = (static_cast<std::size_t>(key.metric) << 8) ^ std::hash<float>{}(key.quantile);
        return SubjectHash{}(key.subject) * 1099511628211U + number;
    }
};

} // namespace headroom::monitor
