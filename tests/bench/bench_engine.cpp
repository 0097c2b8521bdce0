// SPDX-License-Identifier: GPL-3.0-or-later
// How long the engine takes: loading the catalog, planning, and re-scoring after each kind of slider's move.
#include "support/shipped_catalog.h"

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/planning/advise_savings.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/scenario.h>
#include <core/planning/sensitivity.h>
#include <core/serving/serving_report.h>
#include <core/serving/simulated_capacity.h>
#include <core/roadmap/plan_roadmap.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace core = headroom::core;

// What every start pays before the first plan.
static void loadCatalog(benchmark::State &state)
{
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::loadCatalog(HEADROOM_SOURCE_DIR "/resources/catalog"));
}
BENCHMARK(loadCatalog)->Unit(benchmark::kMillisecond);

// A plan from nothing: every GPU, format, layout, setting and offer.
static void firstPlan(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    core::Scenario scenario;
    scenario.demand.peakRps = static_cast<double>(state.range(0));
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::plan(scenario, *catalog));
}
BENCHMARK(firstPlan)->Arg(1)->Arg(75)->Arg(10000)->Unit(benchmark::kMillisecond);

namespace {

using Move = std::function<void(core::Scenario &, double)>;

struct Slider {
    const char *name;
    Move move;   // to `share` of its way, 0 .. 1
};

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

const std::vector<Slider> &sliders()
{
    static const std::vector<Slider> all{
        {"peak", [](core::Scenario &s, double share) { s.demand.peakRps = 10 + 200 * share; }},
        {"input tokens", [](core::Scenario &s, double share) { s.demand.inputTokensMean = 200 + 4000 * share; }},
        {"output tokens", [](core::Scenario &s, double share) { s.demand.outputTokensMean = 100 + 900 * share; }},
        {"TTFT target", [](core::Scenario &s, double share) { s.hardware.ttftTarget = 0.5 + 5 * share; }},
        {"TPOT target", [](core::Scenario &s, double share) { s.hardware.tpotTarget = 0.03 + 0.2 * share; }},
        {"headroom", [](core::Scenario &s, double share) { s.hardware.headroomRatio = share; }},
        {"prefix cache", [](core::Scenario &s, double share) { s.demand.prefixCacheHitRatio = 0.9 * share; }},
    };
    return all;
}

} // namespace

// The whole space re-scored at each step of a slider, as the worker does it; p95 of the steps.
static void rescore(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    const Slider &slider = sliders()[static_cast<std::size_t>(state.range(0))];
    core::Scenario scenario;
    scenario.model.format = state.range(1) ? core::FormatChoice::Any : core::FormatChoice::Native;
    core::PlanningSpace space;
    (void)core::plan(scenario, *catalog, space);
    std::vector<double> milliseconds;
    std::vector<double> processor;   // what others on the machine do not count in
    int step = 0;
    int scored = 0;
    int layouts = 0;
    for ([[maybe_unused]] auto round : state) {
        slider.move(scenario, static_cast<double>(step++ % 97) / 97.0);
        const auto began = std::chrono::steady_clock::now();
        const double cpuBegan = threadMilliseconds();
        const auto plan = core::plan(scenario, *catalog, space);
        processor.push_back(threadMilliseconds() - cpuBegan);
        milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        if (!plan)
            return state.SkipWithError(plan.error().detail.c_str());
        scored = plan->optionsScored;
        layouts = plan->layoutsScored;
    }
    std::ranges::sort(milliseconds);
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    std::ranges::sort(processor);
    state.counters["cpu_p95_ms"] = processor[processor.size() * 95 / 100];
    state.counters["layouts"] = layouts;
    state.counters["with_offers"] = scored;
    state.SetLabel(std::string(slider.name) + (state.range(1) ? ", any format" : ", native format"));
}
BENCHMARK(rescore)->ArgsProduct({benchmark::CreateDenseRange(0, 6, 1), {0, 1}})->Unit(benchmark::kMillisecond)->Iterations(200);

// The first full plan of a model, its contenders simulated: what `headroom plan` prints.
static void firstRefinedPlan(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    static constexpr const char *kModels[]{"deepseek-v3", "llama-3.1-70b", "llama-3.1-8b", "gpt-oss-120b", "qwen3-235b-a22b"};
    core::Scenario scenario;
    scenario.model.id = kModels[state.range(0)];
    for ([[maybe_unused]] auto round : state) {
        core::PlanningSpace space;
        benchmark::DoNotOptimize(core::planRefined(scenario, *catalog, space));
    }
    state.SetLabel(scenario.model.id);
}
BENCHMARK(firstRefinedPlan)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

static void sensitivity(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    core::PlanningSpace space;
    const auto plan = core::plan(core::Scenario(), *catalog, space);
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::sensitivityOf(*plan, *catalog, space));
}
BENCHMARK(sensitivity)->Unit(benchmark::kMillisecond);

static void writePlanAsJson(benchmark::State &state)
{
    const auto plan = core::plan(core::Scenario(), *headroom::test::shippedCatalog());
    if (!plan)
        return state.SkipWithError(plan.error().detail.c_str());
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::planToJson(*plan, *headroom::test::shippedCatalog()));
}
BENCHMARK(writePlanAsJson)->Unit(benchmark::kMillisecond);

// A peer's reference point ("W1"): Llama-2-70B in fp16 on two A100-80GB, 1,024 tokens in and 256 out, chunks of 512, at most 128
// sequences, and the cache that the peer's memory planner gives (13 sequences of 4,096 tokens).
static core::ServingSystem referencePoint()
{
    const auto catalog = headroom::test::shippedCatalog();
    const core::Model &model = *catalog->findModel("llama-2-70b");
    const core::Layout layout{2, 1, 1, 1, 1};
    auto step = core::StepModel::make(core::shapeOf(model.architecture), core::checkpointFormat(model, core::NumberFormat::Bf16), false, *catalog->findGpu("a100-80gb-sxm"),
                                      *catalog->findEngine("vllm"), layout, 2.0, catalog->constants);
    core::ServingPolicy policy;
    policy.maxBatchedTokens = 512;
    policy.maxSequences = 128;
    policy.kvTokens = 13 * 4096 * 0.99; // its watermark
    return {*std::move(step), policy, 1, 1, core::Balancing::RoundRobin};
}

static core::SimulatedLoad referenceLoad(double rate, int requests)
{
    core::SimulatedLoad load;
    load.arrivals = core::openLoop(core::RequestsPerSecond(rate));
    load.input = core::fixedLength(1024);
    load.output = core::fixedLength(256);
    load.requests = requests;
    return load;
}

// Aim: 10,000 requests in 20 ms on one core.
static void simulateReferencePoint(benchmark::State &state)
{
    const core::ServingSystem system = referencePoint();
    const core::SimulatedLoad load = referenceLoad(0.8, 10000);
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::simulateServing(system, load, 1));
}
BENCHMARK(simulateReferencePoint)->Unit(benchmark::kMillisecond);

// Its percentiles beside the time, at tenths of a request per second.
static void reportReferencePoint(benchmark::State &state)
{
    const core::ServingSystem system = referencePoint();
    const core::SimulatedLoad load = referenceLoad(static_cast<double>(state.range(0)) / 10, 300);
    core::ServingReport report;
    for ([[maybe_unused]] auto round : state)
        report = core::reportOf(*core::simulateServing(system, load, 1), {}, true);
    const auto milliseconds = [](const core::Estimate &e) { return e.value.value() * 1e3; };
    state.counters["ttft_p50_ms"] = milliseconds(report.ttft->p50);
    state.counters["ttft_p95_ms"] = milliseconds(report.ttft->p95);
    state.counters["ttft_p99_ms"] = milliseconds(report.ttft->p99);
    state.counters["tpot_p50_ms"] = milliseconds(report.tpot->p50);
    state.counters["tpot_p95_ms"] = milliseconds(report.tpot->p95);
    state.counters["tpot_p99_ms"] = milliseconds(report.tpot->p99);
    state.counters["e2e_p50_ms"] = milliseconds(report.e2e->p50);
    state.counters["e2e_p99_ms"] = milliseconds(report.e2e->p99);
}
BENCHMARK(reportReferencePoint)->Arg(5)->Arg(10)->Arg(15)->Unit(benchmark::kMillisecond);

// What a planner pays for each contender: the capacity of so many replicas of 70B on four H100, chat lengths.
static void searchCapacity(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    const core::Model &model = *catalog->findModel("llama-3.1-70b");
    const core::Layout layout{4, 1, 1, 1, 1};
    const auto step = core::StepModel::make(core::shapeOf(model.architecture), core::checkpointFormat(model, core::NumberFormat::Fp8), false, *catalog->findGpu("h100-sxm"),
                                            *catalog->findEngine("vllm"), layout, 2.0, catalog->constants);
    const core::SteadyState closedForm(*step, {500, 0, 300}, {400000, 1024, 8192, 1, 1});
    core::ServingPolicy policy;
    policy.kvTokens = 400000;
    const core::ServingSystem system{*step, policy, static_cast<int>(state.range(0)), 1, core::Balancing::LeastOutstanding};
    const core::CapacityLoad load{core::logNormalLength(500, 1000), core::logNormalLength(300, 900), 1, 8192};
    int probes = 0;
    for ([[maybe_unused]] auto round : state)
        probes = core::simulatedCapacity(system, load, {}, closedForm)->probes;
    state.counters["probes"] = probes;
}
BENCHMARK(searchCapacity)->Arg(1)->Arg(4)->Arg(32)->Unit(benchmark::kMillisecond);
// Everything of money that follows from a plan: bill with its trees, rented against bought, the road ahead.
static void allCosts(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    const auto plan = core::plan(core::Scenario(), *catalog);
    if (!plan || !plan->recommended)
        return state.SkipWithError("no plan");
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(core::billFor(*plan->recommended, *plan, *catalog));
        benchmark::DoNotOptimize(core::compareOwnership(*plan, *catalog));
        benchmark::DoNotOptimize(core::roadmapOf(*plan->recommended, *plan, *catalog));
    }
}
BENCHMARK(allCosts)->Unit(benchmark::kMillisecond);

static void compareEightOptionsOver60Months(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    const auto plan = core::plan(core::Scenario(), *catalog);
    if (!plan)
        return state.SkipWithError(plan.error().detail.c_str());
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::compareOwnerships(*plan, *catalog, 8));
}
BENCHMARK(compareEightOptionsOver60Months)->Unit(benchmark::kMillisecond);

// About a dozen plans.
static void adviseSavings(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    const auto plan = core::plan(core::Scenario(), *catalog);
    if (!plan)
        return state.SkipWithError(plan.error().detail.c_str());
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::adviseSavings(*plan, *catalog));
}
BENCHMARK(adviseSavings)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
