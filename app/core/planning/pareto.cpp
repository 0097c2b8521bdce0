// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/pareto.h>

#include <array>
#include <limits>

namespace headroom::core {
namespace {

std::array<double, 5> losses(const PlanOption &option)
{
    return {option.isPriced() ? static_cast<double>(option.monthlyCost.micros()) : std::numeric_limits<double>::infinity(), option.atPeak.tail.ttft.value(), option.atPeak.tail.tpot.value(),
            -option.headroomRatio,
            option.powerMean ? option.powerMean->value() : std::numeric_limits<double>::infinity()};
}

bool dominates(const PlanOption &a, const PlanOption &b)
{
    const auto lossA = losses(a);
    const auto lossB = losses(b);
    bool better = false;
    for (std::size_t i = 0; i < lossA.size(); ++i) {
        if (lossA[i] > lossB[i])
            return false;
        better = better || lossA[i] < lossB[i];
    }
    return better;
}

} // namespace

std::vector<int> paretoFront(const std::optional<PlanOption> &recommended, const std::vector<PlanOption> &alternatives)
{
    std::vector<int> front;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        bool beaten = recommended && dominates(*recommended, alternatives[i]);
        for (std::size_t j = 0; j < alternatives.size() && !beaten; ++j)
            beaten = dominates(alternatives[j], alternatives[i]);
        if (!beaten)
            front.push_back(static_cast<int>(i));
    }
    return front;
}

} // namespace headroom::core
