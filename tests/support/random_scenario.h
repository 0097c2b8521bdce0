// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>

namespace headroom::test {

// Scenarios inside every range, drawn over a fixed generator: the same seed gives the same scenarios on every machine.
class RandomScenarios {
public:
    explicit RandomScenarios(unsigned seed) : m_random(seed) {}

    core::Scenario next()
    {
        using namespace headroom::core;
        Scenario s;
        s.title = text(60);
        s.demand = {number(0, 1e9), number(0, 1), number(0, 10000), {}, id(), number(1, 1e6), number(1, 1e6), number(2, 1e7), number(0, 0.99), id(), number(0, 10), {}, {}, text(60), text(60)};
        if (flip())
            s.demand.inputTokensP95 = number(1, 4e6);
        if (flip())
            s.demand.outputTokensP95 = number(1, 4e6);
        if (flip())
            s.demand.peakRps = number(1e-9, 1e6);
        s.model = {id(), static_cast<FormatChoice>(below(7)), id()};
        s.hardware = {ids(), ids(), number(0, 10), static_cast<int>(below(3)), static_cast<TargetPercentile>(below(4)), number(1e-6, 3600), number(1e-6, 60), maybe(1e-3, 36000), {}, count(100000), ids()};
        if (flip())
            s.hardware.maxPowerW = number(1e-3, 1e9);
        s.money.offers = ids();
        s.money.commitment = static_cast<Commitment>(below(4));
        s.money.currency = static_cast<Currency>(below(3));
        s.money.regions = ids();
        s.money.excludeRegions = ids();
        s.money.committedRatio = number(0, 1);
        s.money.spotRatio = number(0, 1);
        s.money.capacity = static_cast<CapacityPolicy>(below(3));
        s.money.minReplicas = static_cast<int>(1 + below(1000));
        s.money.scaleUpMinutes = static_cast<int>(below(61));
        s.money.storageGb = maybe(0, 1e9);
        s.money.egressGb = maybe(0, 1e9);
        s.money.supportRatio = number(0, 1);
        s.money.apiInputPerMillion = maybe(0, 1e5);
        s.money.apiOutputPerMillion = maybe(0, 1e5);
        s.ownHardware = {maybe(1e-3, 1e9), number(0, 1), static_cast<int>(12 + below(109)), number(0, 0.9), number(0, 0.5), maybe(0, 100), number(1, 3),
                         maybe(0, 1e5), number(0, 0.5), maybe(0, 1e6), maybe(0, 1e7), number(0, 1)};
        s.growth = {number(0.01, 10), number(-0.5, 1), text(200), count(104), static_cast<int>(1 + below(120))};
        s.proposal = {text(200), text(200), text(4000)};
        if (flip())
            s.layout = LayoutInputs{count(100000), count(1024), count(1024), count(1024), count(1024), count(100000)};
        return s;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }
    bool flip() { return below(2) == 0; }
    // Ends and whole numbers as often as anything between.
    double number(double low, double high)
    {
        const double share = static_cast<double>(m_random()) / 4294967295.0;
        const double value = low + (high - low) * share;
        switch (below(4)) {
        case 0: return high;
        case 1: return low;
        case 2: return std::max(low, static_cast<double>(static_cast<long long>(value)));
        default: return value;
        }
    }
    std::optional<double> maybe(double low, double high) { return flip() ? std::optional<double>() : std::optional<double>(number(low, high)); }
    std::optional<int> count(std::size_t most)
    {
        return flip() ? std::optional<int>() : std::optional<int>(static_cast<int>(1 + below(most)));
    }
    std::string text(std::size_t most)
    {
        static constexpr const char *kPieces[]{"a", "Z", " ", "\"", "\\", "\n", "\t", "\x01", "\x7f", "\xc3\xa9", "\xe5\xae\xb9\xe9\x87\x8f",
                                              "\xf0\x9f\x98\x80", "</script>", "'; DROP TABLE scenarios; --", "%1", "0"};
        std::string all;
        for (std::size_t left = below(most / 27 + 2); left > 0; --left)
            all += kPieces[below(std::size(kPieces))];
        return all;
    }
    std::string id()
    {
        std::string all;
        for (std::size_t left = 1 + below(12); left > 0; --left)
            all += "abcdefghijklmnopqrstuvwxyz0123456789-/. "[below(40)];
        return all;
    }
    std::vector<std::string> ids()
    {
        std::vector<std::string> all;
        for (std::size_t left = below(5); left > 0; --left)
            all.push_back(id());
        return all;
    }

    std::mt19937 m_random;
};

} // namespace headroom::test
