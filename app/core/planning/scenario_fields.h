// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/workload/length_histogram.h>

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
        g.text("input_histogram", d.inputHistogram, kMostHistogramCharacters);
        g.text("output_histogram", d.outputHistogram, kMostHistogramCharacters);
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
        g.choice("target_percentile", h.percentile, targetPercentileId, parseTargetPercentile);
        g.number("ttft_p95_target_s", h.ttftTarget, FieldRange{0, 3600, true}); // named when p95 was the only percentile
        g.number("tpot_p95_target_s", h.tpotTarget, FieldRange{0, 60, true});
        g.optionalNumber("e2e_target_s", h.e2eTarget, FieldRange{0, 36000, true});
        g.optionalNumber("max_power_w", h.maxPowerW, FieldRange{0, 1e9, true});
        g.optionalInteger("max_gpus", h.maxGpus, kPositiveCount);
        g.ids("considered", h.considered);
    });
    v.group("money", [&](auto &g) {
        auto &m = s.money;
        g.ids("offers", m.offers);
        g.choice("commitment", m.commitment, commitmentId, parseCommitment);
        g.choice("currency", m.currency, currencyCode, parseCurrency);
        g.ids("regions", m.regions);
        g.ids("exclude_regions", m.excludeRegions);
        g.number("committed_ratio", m.committedRatio, FieldRange{0, 1});
        g.number("spot_ratio", m.spotRatio, FieldRange{0, 1});
        g.choice("capacity", m.capacity, capacityPolicyId, parseCapacityPolicy);
        g.integer("min_replicas", m.minReplicas, FieldRange{1, 1000});
        g.integer("scale_up_minutes", m.scaleUpMinutes, FieldRange{0, 60});
        g.optionalNumber("storage_gb", m.storageGb, FieldRange{0, 1e9});
        g.optionalNumber("egress_gb", m.egressGb, FieldRange{0, 1e9});
        g.number("support_ratio", m.supportRatio, FieldRange{0, 1});
        g.optionalNumber("api_input_per_million", m.apiInputPerMillion, FieldRange{0, 1e5});
        g.optionalNumber("api_output_per_million", m.apiOutputPerMillion, FieldRange{0, 1e5});
    });
    v.group("own_hardware", [&](auto &g) {
        auto &o = s.ownHardware;
        g.optionalNumber("server_price", o.serverPrice, FieldRange{0, 1e9, true});
        g.number("network_ratio", o.networkRatio, FieldRange{0, 1});
        g.integer("depreciation_months", o.depreciationMonths, FieldRange{12, 120});
        g.number("residual_ratio", o.residualRatio, FieldRange{0, 0.9});
        g.number("capital_ratio", o.capitalRatio, FieldRange{0, 0.5});
        g.optionalNumber("electricity_per_kwh", o.electricityPerKwh, FieldRange{0, 100});
        g.number("pue", o.pue, FieldRange{1, 3});
        g.optionalNumber("colocation_per_kw_month", o.colocationPerKwMonth, FieldRange{0, 1e5});
        g.number("support_ratio", o.supportRatio, FieldRange{0, 0.5});
        g.optionalNumber("software_per_gpu_year", o.softwarePerGpuYear, FieldRange{0, 1e6});
        g.optionalNumber("staff_per_server_year", o.staffPerServerYear, FieldRange{0, 1e7});
        g.number("tax_ratio", o.taxRatio, FieldRange{0, 1});
    });
    v.group("growth", [&](auto &g) {
        auto &w = s.growth;
        g.number("start_ratio", w.startRatio, FieldRange{0.01, 10});
        g.number("monthly_ratio", w.monthlyRatio, FieldRange{-0.5, 1});
        g.text("steps", w.steps, kMostTextCharacters);
        g.optionalInteger("lead_weeks", w.leadWeeks, FieldRange{0, 104});
        g.integer("horizon_months", w.horizonMonths, FieldRange{1, 120});
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
