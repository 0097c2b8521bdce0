// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace headroom::core {

// The figures that a tile shows and that "Why?" explains. Latencies are at the percentile of the scenario's targets; their names
// are older than the choice of one.
enum class Figure {
    PeakRps, Gpus, Replicas, MonthlyCost, TtftP95, TpotP95, EndToEnd, Headroom, CostPerMillionOutputTokens,
    WeightsPerGpu, KvCapacityTokens, CapacityPerReplica, MeanUtilization, PowerPeak,
};
inline constexpr std::array kFigures{Figure::PeakRps, Figure::Gpus, Figure::Replicas, Figure::MonthlyCost, Figure::TtftP95, Figure::TpotP95, Figure::EndToEnd,
    Figure::Headroom, Figure::CostPerMillionOutputTokens, Figure::WeightsPerGpu, Figure::KvCapacityTokens, Figure::CapacityPerReplica,
    Figure::MeanUtilization, Figure::PowerPeak};

std::string_view figureId(Figure figure); // "gpus", "monthly_cost", ... as in the JSON of a plan

} // namespace headroom::core
