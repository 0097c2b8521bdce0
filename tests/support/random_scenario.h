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
        s.demand = {number(0, 1e9), number(0, 1), number(0, 10000), {}, id(), number(1, 1e6), number(1, 1e6), number(2, 1e7), number(0, 0.99), id(), number(0, 10), {}, {}};
        if (flip())
            s.demand.peakRps = number(1e-9, 1e6);
        s.model = {id(), static_cast<FormatChoice>(below(7)), id()};
        s.hardware = {ids(), ids(), number(0, 10), static_cast<int>(below(3)), number(1e-6, 3600), number(1e-6, 60), {}, count(100000), ids()};
        if (flip())
            s.hardware.maxPowerW = number(1e-3, 1e9);
        s.money = {ids(), static_cast<Commitment>(below(4)), static_cast<Currency>(below(3)), ids(), ids()};
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
