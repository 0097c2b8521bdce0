// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/history_values.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace headroom::test {

// Polls that look like those of a GPU exporter and a serving engine: utilization in whole percent, memory in MiB that the
// engine keeps, temperature in whole degrees, power in thousandths of a watt, clocks that jump between a few steps, a queue
// that is mostly empty, a KV cache share with all digits a double has, counters of energy and tokens.
class HistorySeries {
public:
    explicit HistorySeries(int gpus, std::uint64_t seed = 1) : m_random(seed), m_gpus(static_cast<std::size_t>(gpus)) {}

    static std::vector<db::HistoryField> fields()
    {
        return {{"gpu.util_ratio", 4}, {"gpu.mem_used_bytes", 0}, {"gpu.temp_c", 1},          {"gpu.power_w", 1},
                {"gpu.sm_clock_hz", -6}, {"gpu.energy_j", 0},     {"serving.requests_waiting", 2}, {"serving.kv_cache_ratio", 4},
                {"serving.generation_tokens_total", 0}, {"serving.ttft_s:0.95", 5}};
    }

    db::HistoryPoll poll(const std::string &source, std::int64_t timeMs)
    {
        db::HistoryPoll poll;
        poll.source = source;
        poll.timeMs = timeMs;
        for (std::size_t gpu = 0; gpu < m_gpus.size(); ++gpu) {
            Gpu &g = m_gpus[gpu];
            poll.subjects.push_back("gpu " + std::to_string(gpu));
            const auto subject = static_cast<std::uint32_t>(gpu);
            std::normal_distribution<double> normal;
            g.load = std::clamp(g.load + 0.02 * normal(m_random) + 0.002 * (0.6 - g.load), 0.05, 1.0);
            const double util = std::clamp(g.load + 0.03 * normal(m_random), 0.0, 1.0);
            g.temp += 0.05 * (35 + 40 * g.load - g.temp) + 0.1 * normal(m_random);
            const double power = 90 + 600 * g.load + 6 * normal(m_random);
            g.energy += power * 5;
            g.waiting = std::max(0.0, g.waiting + std::round(0.4 * normal(m_random) - (g.load < 0.8 ? 0.3 : -0.2)));
            g.kv = std::clamp(g.kv + 0.01 * normal(m_random) + 0.01 * (g.load - g.kv), 0.0, 1.0);
            g.tokens += std::round(std::max(0.0, 12000 * g.load + 400 * normal(m_random)));
            if (std::uniform_real_distribution<>(0, 1)(m_random) < 0.01)
                g.memory += 2.0 * std::round(4 * normal(m_random));
            const double clock = power > 560 ? 1755 + 15 * std::round(2 * normal(m_random)) : 1980;
            const double values[] = {std::round(util * 100) / 100, g.memory * 1048576.0, std::round(g.temp), std::round(power * 1000) / 1000, clock * 1e6,
                                     std::round(g.energy), g.waiting, g.kv, g.tokens, 0.08 + 0.3 * g.kv + 0.02 * std::abs(normal(m_random))};
            for (std::uint16_t field = 0; field < std::size(values); ++field)
                poll.samples.push_back({subject, field, values[field]});
        }
        return poll;
    }

private:
    struct Gpu {
        double load = 0.5;
        double temp = 50;
        double energy = 1e6;
        double waiting = 0;
        double kv = 0.4;
        double tokens = 1e6;
        double memory = 70000;
    };

    std::mt19937_64 m_random;
    std::vector<Gpu> m_gpus;
};

} // namespace headroom::test
