// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/demo/demo_histogram.h>
#include <monitor/demo/demo_incident.h>

#include <core/serving/random.h>

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace headroom::monitor {

struct DemoClusterConfig {
    int nodes = 2;        // 1 to 64
    int gpusPerNode = 8;  // 1 to 16; one engine per node runs on all of them
    std::uint64_t seed = 1;
    double daySeconds = 1440.0; // how long its day lasts: 24 minutes, so that one can watch the load come and go
    double startHour = 9.0;
    std::vector<DemoIncident> incidents = {};
};

struct DemoGpu {
    std::string uuid;
    double phase = 0.0;  // what makes this GPU a little different from its neighbours
    double utilRatio = 0.0;
    double powerW = 0.0;
    double tempC = 0.0;
    double memTempC = 0.0;
    double energyJ = 0.0;
    double powerThrottleS = 0.0;
    double thermalThrottleS = 0.0;
    bool isHot = false;  // held down by heat now
    bool isLost = false; // fallen off the bus: nothing is known of it but its last XID
    int xid = 0;
    double memUsedMib = 0.0;
    double tensorActive = 0.0;
    double dramActive = 0.0;
};

struct DemoRequest {
    double arrivalS = 0.0;
    double firstTokenS = 0.0;
    int inputTokens = 0;
    int outputTokens = 0;
    double prefillLeft = 0.0;
    double generated = 0.0;
};

struct DemoNode {
    DemoNode(std::string nodeName, std::uint64_t seed);

    std::string name;
    core::Random random;
    std::vector<DemoGpu> gpus;
    std::deque<DemoRequest> waiting;
    std::vector<DemoRequest> running;
    double kvTokens = 0.0;
    std::uint64_t promptTokens = 0;
    std::uint64_t generationTokens = 0;
    std::uint64_t cachedTokens = 0;
    std::uint64_t finishedStop = 0;
    std::uint64_t finishedLength = 0;
    std::uint64_t finishedAbort = 0;
    std::uint64_t preemptions = 0;
    bool isDown = false; // nothing answers there
    DemoHistogram ttft;
    DemoHistogram tpot;
    DemoHistogram itl;
    DemoHistogram e2e;
    DemoHistogram queue;
    DemoHistogram inputLengths;
    DemoHistogram outputLengths;
};

// A cluster that is made up: requests arrive by a day profile, wait, are prefilled and decoded a step at a time, and the GPUs
// grow busy, draw power and warm up accordingly, with inertia. The same seed and time give the same state, whatever the
// steps in between. Not thread-safe. Knows no Qt.
class DemoCluster {
public:
    // What an engine of so many GPUs serves: one that its memory can hold.
    static constexpr const char *modelFor(std::size_t gpus) { return gpus >= 8 ? "deepseek-ai/DeepSeek-V3" : "Qwen/Qwen3-32B"; }
    static constexpr const char *kGpuModel = "NVIDIA H200";
    static constexpr double kMemTotalMib = 143771.0;
    static constexpr double kPowerLimitW = 700.0;
    static constexpr int kKvBlocksPerGpu = 470;
    static constexpr int kKvBlockTokens = 16;

    explicit DemoCluster(const DemoClusterConfig &config);

    // Lets time pass up to this many seconds since the start; nothing if that is past.
    void advanceTo(double seconds);

    double seconds() const { return static_cast<double>(m_steps) * kStep; }
    double hourOfDay() const;
    double arrivalsPerSecond() const; // of one node, now
    int kvBlocks() const { return kKvBlocksPerGpu * m_config.gpusPerNode; } // of one engine
    const std::vector<DemoNode> &nodes() const { return m_nodes; }

private:
    static constexpr double kStep = 0.25;

    // How much larger an engine is than one on eight GPUs.
    double scale() const { return m_config.gpusPerNode / 8.0; }
    bool happens(DemoIncidentKind kind, const DemoNode &node) const;
    double mostRunning() const;
    double kvCapacity() const { return static_cast<double>(kvBlocks()) * kKvBlockTokens; }
    // What contexts of ordinary requests find: all of it, but in the incident that fills it.
    double kvRoom(const DemoNode &node) const;
    void strike(DemoNode &node) const;
    void preempt(DemoNode &node) const;
    void step(DemoNode &node, double now);
    void arrive(DemoNode &node, double now) const;
    void admit(DemoNode &node, double now) const;
    void prefill(DemoNode &node, double now) const;
    void decode(DemoNode &node, double now) const;
    void warm(DemoNode &node, double now) const;

    DemoClusterConfig m_config;
    std::vector<DemoNode> m_nodes;
    std::uint64_t m_steps = 0;
    bool m_warmingUp = true;
};

} // namespace headroom::monitor
