// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_cluster.h"

#include <core/workload/workload.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace headroom::monitor {
namespace {

// vLLM's own bucket bounds (engine V1).
constexpr std::array kTtftBounds{0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 20.0, 40.0, 80.0, 160.0, 640.0, 2560.0};
constexpr std::array kTokenTimeBounds{0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 20.0, 40.0, 80.0};
constexpr std::array kRequestBounds{0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 120.0, 240.0, 480.0, 960.0, 1920.0, 7680.0};
constexpr std::array kLengthBounds{1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0, 50000.0, 100000.0};

// A judgement of what one eight-GPU engine of this model does; enough to look at, not a prediction.
constexpr double kPeakArrivals = 4.3;        // requests/s at the busiest hour
constexpr double kInputMean = 500.0;
constexpr double kOutputMean = 300.0;
constexpr double kLengthSigma = 0.7;         // of the logarithm
constexpr double kMostRunning = 64.0;
constexpr double kPrefillTokensPerS = 12000.0;
constexpr double kTokenBaseS = 0.018;        // time of one decode step with nothing else running
constexpr double kTokenPerRequestS = 0.00045;
constexpr double kPrefixHit = 0.3;
constexpr double kWarmUpS = 300.0;
constexpr double kIdleW = 76.0;
constexpr double kPowerTauS = 4.0;
constexpr double kTempTauS = 60.0;
constexpr double kInletC = 27.0;
constexpr double kDegreesPerW = 0.064;
constexpr double kHotInletC = 62.0;          // of the thermal incident
constexpr double kHotTauS = 12.0;
constexpr double kSlowdownC = 87.0;          // from here on the GPU slows itself down
constexpr double kHotSlowdown = 1.7;
constexpr double kHotPowerShare = 0.65;
constexpr double kSurge = 4.0;
constexpr double kCrowdedKvShare = 0.12;     // what the KV incident leaves

double normal(core::Random &random)
{
    const double radius = std::sqrt(2.0 * random.exponential());
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

int length(core::Random &random, double mean, int most)
{
    const double tokens = mean * std::exp(kLengthSigma * normal(random) - kLengthSigma * kLengthSigma / 2.0);
    return std::clamp(static_cast<int>(tokens), 1, most);
}

std::string uuid(core::Random &random)
{
    const std::uint64_t a = random.next();
    const std::uint64_t b = random.next();
    return fmt::format("GPU-{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", a >> 32U, (a >> 16U) & 0xFFFFU, a & 0xFFFFU, b >> 48U, b & 0xFFFFFFFFFFFFU);
}

} // namespace

DemoNode::DemoNode(std::string nodeName, std::uint64_t seed)
    : name(std::move(nodeName))
    , random(seed)
    , ttft(kTtftBounds)
    , tpot(kTokenTimeBounds)
    , itl(kTokenTimeBounds)
    , e2e(kRequestBounds)
    , queue(kRequestBounds)
    , inputLengths(kLengthBounds)
    , outputLengths(kLengthBounds)
{
}

DemoCluster::DemoCluster(const DemoClusterConfig &config)
    : m_config(config)
{
    core::Random seeds(config.seed);
    for (int n = 1; n <= config.nodes; ++n) {
        DemoNode node(fmt::format("demo-node-{}", n), seeds.next());
        for (int g = 0; g < config.gpusPerNode; ++g) {
            DemoGpu gpu;
            gpu.uuid = uuid(node.random);
            gpu.phase = node.random.uniform();
            gpu.powerW = kIdleW;
            gpu.tempC = kInletC + kIdleW * kDegreesPerW;
            gpu.memTempC = gpu.tempC + 4.0;
            gpu.memUsedMib = std::floor(0.9 * kMemTotalMib + 400.0 * gpu.phase);
            node.gpus.push_back(gpu);
        }
        m_nodes.push_back(std::move(node));
    }
    // Time before the start, so that the first page already shows a cluster at work.
    advanceTo(kWarmUpS);
    m_steps = 0;
    m_warmingUp = false;
    for (DemoNode &node : m_nodes) {
        strike(node); // what happens from the start on
        for (DemoRequest &request : node.waiting)
            request.arrivalS -= kWarmUpS;
        for (DemoRequest &request : node.running) {
            request.arrivalS -= kWarmUpS;
            request.firstTokenS -= kWarmUpS;
        }
    }
}

void DemoCluster::advanceTo(double seconds)
{
    while (static_cast<double>(m_steps + 1) * kStep <= seconds) {
        ++m_steps;
        const double now = this->seconds();
        for (DemoNode &node : m_nodes)
            step(node, now);
    }
}

bool DemoCluster::happens(DemoIncidentKind kind, const DemoNode &node) const
{
    if (m_warmingUp)
        return false;
    const auto number = static_cast<int>(&node - m_nodes.data()) + 1;
    return std::ranges::any_of(m_config.incidents, [&](const DemoIncident &incident) {
        return incident.kind == kind && incident.covers(seconds()) && (incident.node == number || kind == DemoIncidentKind::Surge);
    });
}

double DemoCluster::kvRoom(const DemoNode &node) const
{
    return kvCapacity() * (happens(DemoIncidentKind::Kv, node) ? kCrowdedKvShare : 1.0);
}

double DemoCluster::hourOfDay() const
{
    return std::fmod(m_config.startHour + seconds() / m_config.daySeconds * 24.0, 24.0);
}

double DemoCluster::arrivalsPerSecond() const
{
    // Tuesday of an office week, from hour to hour in a straight line.
    constexpr std::size_t kTuesday = 24;
    static const core::DayProfilePreset *const office = core::findDayProfile("office");
    const double hour = hourOfDay();
    const auto index = static_cast<std::size_t>(hour);
    const auto at = [](std::size_t h) { return office ? office->week[kTuesday + h % 24] : 1.0; };
    const double share = at(index) + (at(index + 1) - at(index)) * (hour - std::floor(hour));
    return kPeakArrivals * share * scale();
}

double DemoCluster::mostRunning() const
{
    return std::max(1.0, std::floor(kMostRunning * scale()));
}

void DemoCluster::step(DemoNode &node, double now)
{
    strike(node);
    arrive(node, now);
    if (node.gpus.front().isLost)
        return warm(node, now);
    preempt(node);
    admit(node, now);
    prefill(node, now);
    decode(node, now);
    warm(node, now);
}

// Down, or with a GPU less: what ran is lost, and what waits goes on waiting.
void DemoCluster::strike(DemoNode &node) const
{
    node.isDown = happens(DemoIncidentKind::NodeDown, node);
    DemoGpu &gpu = node.gpus.front();
    gpu.isLost = happens(DemoIncidentKind::Xid79, node);
    gpu.xid = gpu.isLost ? 79 : 0; // the reset that brings it back loads the driver anew
    if (!gpu.isLost)
        return;
    node.finishedAbort += node.running.size();
    node.running.clear();
    node.kvTokens = 0.0;
}

// The youngest goes back to the queue, and its work is done again.
void DemoCluster::preempt(DemoNode &node) const
{
    while (node.running.size() > 1 && node.kvTokens > kvRoom(node)) {
        DemoRequest request = node.running.back();
        node.running.pop_back();
        node.kvTokens = std::max(0.0, node.kvTokens - request.inputTokens - std::max(0.0, std::floor(request.generated) - 1.0));
        request.prefillLeft = request.inputTokens;
        request.firstTokenS = 0.0;
        request.generated = 0.0;
        node.waiting.push_front(request);
        ++node.preemptions;
    }
}

void DemoCluster::arrive(DemoNode &node, double now) const
{
    // Poisson by counting exponential gaps within the step.
    const double expected = arrivalsPerSecond() * kStep * (happens(DemoIncidentKind::Surge, node) ? kSurge : 1.0);
    double passed = expected > 0.0 ? node.random.exponential() : 2.0;
    while (expected > 0.0 && passed < expected) {
        DemoRequest request;
        request.arrivalS = now - kStep * (1.0 - passed / expected);
        request.inputTokens = length(node.random, kInputMean, static_cast<int>(std::min(8000.0, kvCapacity() / 4.0)));
        request.outputTokens = length(node.random, kOutputMean, 2048);
        request.prefillLeft = request.inputTokens * (1.0 - kPrefixHit);
        node.waiting.push_back(request);
        passed += node.random.exponential();
    }
}

void DemoCluster::admit(DemoNode &node, double now) const
{
    while (!node.waiting.empty() && static_cast<double>(node.running.size()) < mostRunning() && node.kvTokens + node.waiting.front().inputTokens < kvRoom(node)) {
        DemoRequest request = node.waiting.front();
        node.waiting.pop_front();
        node.queue.observe(std::max(0.0, now - request.arrivalS));
        node.kvTokens += request.inputTokens;
        node.running.push_back(request);
    }
}

void DemoCluster::prefill(DemoNode &node, double now) const
{
    double budget = kPrefillTokensPerS * scale() * kStep;
    for (DemoRequest &request : node.running) {
        if (request.firstTokenS != 0.0)
            continue;
        const double done = std::min(budget, request.prefillLeft);
        budget -= done;
        request.prefillLeft -= done;
        if (request.prefillLeft > 0.0)
            break;
        // Within the step, first tokens come as the work proceeds.
        request.firstTokenS = std::max(request.arrivalS + 0.03, now - kStep * node.random.uniform());
        request.generated = 1.0;
        node.ttft.observe(request.firstTokenS - request.arrivalS);
        node.inputLengths.observe(request.inputTokens);
        node.promptTokens += static_cast<std::uint64_t>(request.inputTokens);
        node.cachedTokens += static_cast<std::uint64_t>(request.inputTokens * kPrefixHit);
        ++node.generationTokens;
    }
}

void DemoCluster::decode(DemoNode &node, double now) const
{
    const double tokenTime = (kTokenBaseS + kTokenPerRequestS * static_cast<double>(node.running.size()) / scale()) * (1.0 + 0.05 * (node.random.uniform() - 0.5))
        * (std::ranges::any_of(node.gpus, &DemoGpu::isHot) ? kHotSlowdown : 1.0);
    const double tokens = kStep / tokenTime;
    for (DemoRequest &request : node.running) {
        if (request.firstTokenS == 0.0)
            continue;
        const double before = std::floor(request.generated);
        request.generated = std::min(request.generated + tokens, static_cast<double>(request.outputTokens));
        const auto grown = static_cast<std::uint64_t>(std::floor(request.generated) - before);
        node.generationTokens += grown;
        node.kvTokens += static_cast<double>(grown);
        node.itl.observe(tokenTime, grown);
    }
    std::erase_if(node.running, [&node, now](const DemoRequest &request) {
        if (request.firstTokenS == 0.0 || request.generated < request.outputTokens)
            return false;
        node.kvTokens = std::max(0.0, node.kvTokens - request.inputTokens - std::floor(request.generated) + 1.0);
        node.e2e.observe(now - request.arrivalS);
        node.outputLengths.observe(request.outputTokens);
        if (request.outputTokens > 1)
            node.tpot.observe(std::max(0.0, now - request.firstTokenS) / (request.outputTokens - 1));
        ++(request.outputTokens == 2048 ? node.finishedLength : node.finishedStop);
        return true;
    });
}

void DemoCluster::warm(DemoNode &node, double now) const
{
    const double load = static_cast<double>(node.running.size()) / mostRunning();
    const bool hotAir = happens(DemoIncidentKind::Thermal, node);
    for (DemoGpu &gpu : node.gpus) {
        gpu.isHot = gpu.tempC > kSlowdownC - (gpu.isHot ? 3.0 : 0.0);
        const double wobble = 0.02 * std::sin(now / 3.0 + 6.3 * gpu.phase) + 0.01 * (node.random.uniform() - 0.5);
        const double busy = node.running.empty() ? 0.0 : std::clamp(1.0 - std::exp(-5.0 * load) + wobble, 0.0, 1.0);
        gpu.utilRatio += (busy - gpu.utilRatio) * std::min(1.0, kStep / 1.0);
        gpu.tensorActive = std::clamp(0.38 * load + 0.03 * busy, 0.0, 1.0);
        gpu.dramActive = std::clamp(0.72 * busy * (0.9 + 0.1 * load), 0.0, 1.0);
        const double wanted = kIdleW + (kPowerLimitW - kIdleW) * (0.42 * busy + 0.5 * load + 0.03 * (gpu.phase - 0.5) * busy + wobble * busy);
        const double drawn = std::min(wanted, kPowerLimitW) * (gpu.isHot ? kHotPowerShare : 1.0);
        gpu.powerW += (drawn - gpu.powerW) * (kStep / kPowerTauS);
        const double settled = (hotAir ? kHotInletC : kInletC) + gpu.powerW * kDegreesPerW + 3.0 * gpu.phase;
        gpu.tempC += (settled - gpu.tempC) * (kStep / (hotAir ? kHotTauS : kTempTauS));
        gpu.thermalThrottleS += gpu.isHot ? kStep : 0.0;
        gpu.memTempC = gpu.tempC + 4.0 + 6.0 * gpu.dramActive;
        gpu.energyJ += gpu.powerW * kStep;
        if (wanted > kPowerLimitW)
            gpu.powerThrottleS += kStep;
    }
}

} // namespace headroom::monitor
