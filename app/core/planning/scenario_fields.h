// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>

namespace headroom::core {

// Numbers that a field accepts.
struct FieldRange {
    double low = 0;
    double high = 0;
    bool lowOpen = false;     // low itself is not accepted

    bool holds(double value) const { return (lowOpen ? value > low : value >= low) && value <= high; } // false for NaN
};

inline constexpr FieldRange kPositiveCount{1, 100000};
inline constexpr FieldRange kParallelDegree{1, 1024};
inline constexpr int kMostTextCharacters = 200;
inline constexpr int kMostNoteCharacters = 4000;

// The one table of a scenario's fields: names and ranges as SCENARIO.json has them. Reading, writing and checking are three
// visitors of it, so that they cannot disagree. `S` is Scenario or const Scenario.
template<class Visitor, class S>
void visitScenario(Visitor &v, S &s)
{
    v.text("title", s.title, kMostTextCharacters);
    v.group("demand", [&](auto &g) {
        auto &d = s.demand;
        g.number("users", d.users, FieldRange{0, 1e9});
        g.number("adoption_ratio", d.adoptionRatio, FieldRange{0, 1});
        g.number("requests_per_user_hour", d.requestsPerUserHour, FieldRange{0, 10000});
        g.optionalNumber("peak_rps", d.peakRps, FieldRange{0, 1e6, true});
        g.id("workload", d.workload);
        g.number("input_tokens_mean", d.inputTokensMean, FieldRange{1, 1e6});
        g.number("output_tokens_mean", d.outputTokensMean, FieldRange{1, 1e6});
        g.number("max_context", d.maxContext, FieldRange{2, 1e7});
        g.number("prefix_cache_hit_ratio", d.prefixCacheHitRatio, FieldRange{0, 0.99});
        g.id("day_profile", d.dayProfile);
        g.number("burstiness", d.burstiness, FieldRange{0, 10});
        g.optionalNumber("input_tokens_p95", d.inputTokensP95, FieldRange{1, 4e6});
        g.optionalNumber("output_tokens_p95", d.outputTokensP95, FieldRange{1, 4e6});
    });
    v.group("model", [&](auto &g) {
        g.id("id", s.model.id);
        g.choice("format", s.model.format, formatChoiceId, parseFormatChoice);
        g.id("engine", s.model.engine);
    });
    v.group("hardware", [&](auto &g) {
        auto &h = s.hardware;
        g.ids("gpus", h.gpus);
        g.ids("exclude_gpus", h.excludeGpus);
        g.number("headroom_ratio", h.headroomRatio, FieldRange{0, 10});
        g.integer("redundancy", h.redundancy, FieldRange{0, 2});
        g.number("ttft_p95_target_s", h.ttftP95Target, FieldRange{0, 3600, true});
        g.number("tpot_p95_target_s", h.tpotP95Target, FieldRange{0, 60, true});
        g.optionalNumber("max_power_w", h.maxPowerW, FieldRange{0, 1e9, true});
        g.optionalInteger("max_gpus", h.maxGpus, kPositiveCount);
        g.ids("considered", h.considered);
    });
    v.group("money", [&](auto &g) {
        g.ids("offers", s.money.offers);
        g.choice("commitment", s.money.commitment, commitmentId, parseCommitment);
        g.choice("currency", s.money.currency, currencyCode, parseCurrency);
        g.ids("regions", s.money.regions);
        g.ids("exclude_regions", s.money.excludeRegions);
    });
    v.group("proposal", [&](auto &g) {
        g.text("customer", s.proposal.customer, kMostTextCharacters);
        g.text("author", s.proposal.author, kMostTextCharacters);
        g.text("note", s.proposal.note, kMostNoteCharacters);
    });
    v.optionalGroup("layout", s.layout, [](auto &g, auto &l) {
        g.optionalInteger("gpus", l.gpus, kPositiveCount);
        g.optionalInteger("tp", l.tp, kParallelDegree);
        g.optionalInteger("pp", l.pp, kParallelDegree);
        g.optionalInteger("ep", l.ep, kParallelDegree);
        g.optionalInteger("dp", l.dp, kParallelDegree);
        g.optionalInteger("replicas", l.replicas, kPositiveCount);
    });
}

} // namespace headroom::core
