// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;
using core::Estimate;
using core::LatencyFigures;

struct Percentile {
    const char *key;
    Estimate LatencyFigures::*figure;
};
constexpr std::array kPercentiles{Percentile{"mean", &LatencyFigures::mean}, Percentile{"p50", &LatencyFigures::p50}, Percentile{"p90", &LatencyFigures::p90},
                                  Percentile{"p95", &LatencyFigures::p95}, Percentile{"p99", &LatencyFigures::p99}};

double milliseconds(core::Seconds time)
{
    return time.value() * 1e3;
}

// The figures, and under "low" and "high" where those of an endless run lie at 95 %.
Json latencyJson(const std::optional<LatencyFigures> &figures)
{
    Json json, low, high;
    for (const Percentile &p : kPercentiles) {
        json[p.key] = figures ? Json(milliseconds((*figures.*p.figure).value)) : Json(nullptr);
        low[p.key] = figures ? Json(milliseconds((*figures.*p.figure).low)) : Json(nullptr);
        high[p.key] = figures ? Json(milliseconds((*figures.*p.figure).high)) : Json(nullptr);
    }
    json["low"] = std::move(low);
    json["high"] = std::move(high);
    return json;
}

Json lengthsJson(const core::TokenLengths &lengths)
{
    const bool fixed = lengths.kind == core::TokenLengths::Kind::Fixed;
    const bool counted = lengths.kind == core::TokenLengths::Kind::Empirical;
    return {{"distribution", fixed ? "fixed" : counted ? "empirical" : "lognormal"}, {"mean", core::meanOf(lengths)}, {"p95", core::quantileOf(lengths, 0.95)}};
}

Json loadJson(const SimulationRun &run)
{
    if (run.recorded)
        return {{"arrivals", "trace"}, {"rate_rps", nullptr}, {"burstiness", nullptr}, {"warmup_requests", 0}, {"input_tokens", nullptr}, {"output_tokens", nullptr}};
    return {{"arrivals", run.load.arrivals.burstiness == 1.0 ? "poisson" : run.load.arrivals.burstiness == 0.0 ? "constant" : "gamma"},
            {"rate_rps", run.load.arrivals.rate.value() * run.scale()}, {"burstiness", run.load.arrivals.burstiness}, {"warmup_requests", run.load.warmup},
            {"input_tokens", lengthsJson(run.load.input)}, {"output_tokens", lengthsJson(run.load.output)}, {"max_context", run.load.maxContext}};
}

std::string latencyLine(const char *name, const std::optional<LatencyFigures> &figures)
{
    std::string line = fmt::format("  {:<12}", name);
    if (!figures)
        return line + "nothing to measure: every answer has one token\n";
    for (const Percentile &p : kPercentiles)
        line += fmt::format("{:>11.1f}", milliseconds((*figures.*p.figure).value));
    return line + fmt::format("   {:.1f} .. {:.1f}\n", milliseconds(figures->p95.low), milliseconds(figures->p95.high));
}

// Seconds with nine digits, exactly.
std::string seconds(core::Nanoseconds time)
{
    return fmt::format("{}.{:09}", time / 1'000'000'000, time % 1'000'000'000);
}

} // namespace

std::string simulationJson(const SimulationRun &run, const std::string &planJson)
{
    const Json plan = Json::parse(planJson);
    const core::ServingReport &r = run.report;
    Json json;
    json["requests"] = r.requests;
    json["seed"] = run.seed;
    json["layout"] = plan.at(run.plan.recommended ? "recommended" : "closest");
    json["duration_s"] = r.duration.value();
    json["throughput_rps"] = r.throughput.value() * run.scale();
    json["output_tokens_per_s"] = r.output.value() * run.scale();
    json["ttft_ms"] = latencyJson(r.ttft);
    json["tpot_ms"] = latencyJson(r.tpot);
    json["itl_ms"] = latencyJson(r.itl);
    json["e2e_ms"] = latencyJson(r.e2e);
    json["goodput_rps"] = r.goodput.value() * run.scale();
    json["kv_occupancy_ratio"] = {{"mean", r.kvOccupancyMean}, {"max", r.kvOccupancyMax}};
    json["preemptions"] = r.preemptions;
    json["queue_max"] = r.queueMax;
    json["good_ratio"] = r.goodShare;
    json["overloaded"] = r.overloaded;
    json["targets"] = {{"ttft_ms", milliseconds(run.targets.ttft)}, {"tpot_ms", milliseconds(run.targets.tpot)}, {"e2e_ms", run.targets.e2e ? Json(milliseconds(*run.targets.e2e)) : Json(nullptr)}};
    json["load"] = loadJson(run);
    json["policy"] = {{"simulated_replicas", run.simulatedReplicas}, {"balancing", "least_outstanding"}, {"max_batched_tokens", run.policy.maxBatchedTokens},
                      {"max_sequences", run.policy.maxSequences}, {"kv_tokens", run.policy.kvTokens}, {"kv_block_tokens", run.policy.kvBlockTokens},
                      {"chunked_prefill", run.policy.chunkedPrefill}, {"reserved_output_ratio", run.policy.reservedOutputShare}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string simulationText(const SimulationRun &run, const core::Catalog &catalog)
{
    const core::ServingReport &r = run.report;
    const core::Gpu *gpu = catalog.findGpu(run.option.gpu);
    const core::Engine *engine = catalog.findEngine(run.option.engine);
    const core::Layout &layout = run.option.layout;
    std::string out = run.plan.scenario.title + "\n\n";
    out += fmt::format("{} replicas of {} {} (tensor parallel {}, pipeline {}, data parallel {}, experts {}), {} on {} {}\n", layout.replicas, layout.gpusPerReplica(),
                       gpu ? gpu->name : run.option.gpu, layout.tp, layout.pp, layout.dp, layout.ep, core::formatId(run.option.format), engine ? engine->name : run.option.engine,
                       engine ? engine->version : "");
    out += fmt::format("  {} tokens and {} sequences in a step of a replica{}, KV cache of {:.0f} tokens in blocks of {}\n", run.policy.maxBatchedTokens, run.policy.maxSequences,
                       layout.pp > 1 ? "'s lane" : "", run.policy.kvTokens, run.policy.kvBlockTokens);
    if (run.simulatedReplicas < layout.replicas)
        out += fmt::format("  {} replicas with their share of the load stand for all\n", run.simulatedReplicas);
    if (run.recorded) {
        out += fmt::format("  load: {} recorded requests\n", r.requests);
    } else {
        out += fmt::format("  load: {:.3g} requests/s, {}; {} lengths, input mean {:.0f} and p95 {:.0f} tokens, output {:.0f} and {:.0f}, cut at {} altogether\n",
                           run.load.arrivals.rate.value() * run.scale(),
                           run.load.arrivals.burstiness == 1.0 ? std::string("Poisson") : fmt::format("burstiness {:g}", run.load.arrivals.burstiness), run.load.input.kind == core::TokenLengths::Kind::Empirical || run.load.output.kind == core::TokenLengths::Kind::Empirical ? "counted" : "lognormal",
                           core::meanOf(run.load.input), core::quantileOf(run.load.input, 0.95), core::meanOf(run.load.output), core::quantileOf(run.load.output, 0.95), run.load.maxContext);
        out += fmt::format("  {} requests after {} for warming up, seed {}\n", r.requests, run.load.warmup, run.seed);
    }
    out += fmt::format("\n  {:<12}{:>11}{:>11}{:>11}{:>11}{:>11}   p95 of an endless run (95 %)\n", "ms", "mean", "p50", "p90", "p95", "p99");
    out += latencyLine("first token", r.ttft) + latencyLine("each further", r.tpot) + latencyLine("gaps", r.itl) + latencyLine("whole answer", r.e2e);
    out += fmt::format("\n  {:.2f} requests/s and {:.0f} output tokens/s over {:.1f} s; {:.1f} % of the requests keep {:g} s to the first token and {:g} ms for each further: {:.2f} requests/s\n",
                       r.throughput.value() * run.scale(), r.output.value() * run.scale(), r.duration.value(), r.goodShare * 100, run.targets.ttft.value(), milliseconds(run.targets.tpot),
                       r.goodput.value() * run.scale());
    out += fmt::format("  KV cache {:.0f} % full on average, {:.0f} % at most; {} preemptions; at most {} requests waiting\n", r.kvOccupancyMean * 100, r.kvOccupancyMax * 100, r.preemptions,
                       r.queueMax);
    if (r.overloaded)
        out += "  Overloaded: the queue grew for as long as the run lasted, so latencies only say how long that was.\n";
    for (const core::Miss &miss : run.option.misses)
        out += fmt::format("  The plan misses: {}\n", miss.text);
    return out;
}

std::string simulatedRequestsCsv(const SimulationRun &run)
{
    std::string out = "id,arrival_s,first_token_s,end_s,input_tokens,output_tokens\n";
    const core::Nanoseconds origin = run.recorded ? 0 : run.outcome.windowBegin;
    int id = 0;
    for (const core::ServedRequest &r : run.outcome.requests)
        out += fmt::format("{},{},{},{},{},{}\n", ++id, seconds(r.arrival - origin), seconds(r.firstToken - origin), seconds(r.end - origin), r.input, r.output);
    return out;
}

} // namespace headroom::app
