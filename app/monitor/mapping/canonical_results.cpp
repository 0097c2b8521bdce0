// SPDX-License-Identifier: GPL-3.0-or-later
// What is known only when a whole poll has been read: identities, sums, shares and distributions.
#include "canonical_mapper.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace headroom::monitor {

void CanonicalMapper::deriveCapacity()
{
    for (std::uint32_t i = 0; i < m_poll.subjects.size(); ++i) {
        const Subject &subject = m_poll.subjects[i];
        if (!subject.isServing())
            continue;
        if (const auto found = m_capacities.find({subject.node, subject.replica}); found != m_capacities.end())
            putOwn(i, CanonicalMetric::ServingKvCapacityTokens, found->second);
    }
}

// DCGM publishes used, free and reserved by default, but not their sum.
void CanonicalMapper::deriveGpuMemory()
{
    using enum CanonicalMetric;
    for (std::uint32_t i = 0; i < m_poll.subjects.size(); ++i) {
        const Cell *used = cell(i, GpuMemUsedBytes);
        const Cell *free = cell(i, GpuMemFreeBytes);
        if (!used || !free)
            continue;
        const Cell *reserved = cell(i, GpuMemReservedBytes);
        putOwn(i, GpuMemTotalBytes, used->value + free->value + (reserved ? reserved->value : 0.0));
    }
}

// Rows of an instance, and board rows, each know only a part of what the GPU is.
void CanonicalMapper::shareIdentity()
{
    std::unordered_map<std::string, std::uint32_t> boards;
    for (std::uint32_t i = 0; i < m_poll.subjects.size(); ++i)
        if (const Subject &board = m_poll.subjects[i]; !board.gpuUuid.empty() && board.migInstance.empty())
            boards.emplace(board.gpuUuid, i);
    for (Subject &instance : m_poll.subjects) {
        if (instance.migInstance.empty())
            continue;
        const auto found = boards.find(instance.gpuUuid);
        if (found == boards.end())
            continue;
        const Subject &board = m_poll.subjects[found->second];
        if (instance.gpuIndex < 0)
            instance.gpuIndex = board.gpuIndex;
        if (instance.gpuModel.empty())
            instance.gpuModel = board.gpuModel;
    }
}

void CanonicalMapper::deriveNode()
{
    for (const auto &[subject, cpu] : m_cpus)
        putOwn(subject, CanonicalMetric::NodeCpuRatio, std::clamp(1.0 - cpu.idle / cpu.cpus, 0.0, 1.0));
    for (const auto &[subject, available] : m_memAvailable)
        if (const Cell *total = cell(subject, CanonicalMetric::NodeMemTotalBytes))
            putOwn(subject, CanonicalMetric::NodeMemUsedBytes, total->value - available);
    for (Subject &subject : m_poll.subjects)
        if (const auto own = m_nodeNames.find(subject.node); own != m_nodeNames.end())
            subject.node = own->second;
}

void CanonicalMapper::deriveRatios()
{
    // In the order of rank: the first that has anything wins.
    for (const auto &[key, ratio] : m_ratios)
        if (ratio.hasWhole && ratio.whole > 0.0)
            putOwn(std::get<0>(key), std::get<1>(key), std::clamp(ratio.part / ratio.whole, 0.0, 1.0));
}

void CanonicalMapper::deriveDistributions()
{
    std::map<std::pair<std::uint32_t, CanonicalMetric>, std::uint8_t> ranks;
    for (const auto &[key, histogram] : m_histograms) {
        const auto [subject, metric, rank] = key;
        if (ranks.try_emplace({subject, metric}, rank).first->second != rank)
            continue; // an older name of the same beside the newer one
        const double observations = histogram.hasCount ? histogram.count : histogram.observations();
        if (histogram.hasSum && observations > 0.0 && std::isfinite(histogram.sum))
            m_poll.samples.push_back({metric, subject, 0.0F, false, histogram.sum / observations});
        for (const double quantile : {0.5, 0.9, 0.95, 0.99})
            if (const auto found = histogramQuantile(histogram, quantile))
                m_poll.samples.push_back({metric, subject, static_cast<float>(quantile), found->aboveTop, found->value});
    }
}

MappedPoll CanonicalMapper::finish()
{
    shareIdentity();
    deriveGpuMemory();
    deriveCapacity();
    deriveNode();
    deriveRatios();
    deriveDistributions();
    for (const auto &[key, cell] : m_cells)
        if (!cell.isProduct || cell.parts == 2)
            m_poll.samples.push_back({key.second, key.first, 0.0F, false, cell.value});
    nameModels();
    std::ranges::sort(m_poll.samples, [](const Sample &a, const Sample &b) {
        return std::tuple(a.subject, a.metric, a.quantile) < std::tuple(b.subject, b.metric, b.quantile);
    });
    for (const std::string_view dialect : m_dialects)
        (m_poll.dialects += m_poll.dialects.empty() ? "" : ",") += dialect;
    m_growth.endPoll();
    return std::move(m_poll);
}

} // namespace headroom::monitor
