// SPDX-License-Identifier: GPL-3.0-or-later
// How long the engine takes: loading the catalog, planning, and re-scoring after each kind of slider's move.
#include "support/shipped_catalog.h"

#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/scenario.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
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

const std::vector<Slider> &sliders()
{
    static const std::vector<Slider> all{
        {"peak", [](core::Scenario &s, double share) { s.demand.peakRps = 10 + 200 * share; }},
        {"input tokens", [](core::Scenario &s, double share) { s.demand.inputTokensMean = 200 + 4000 * share; }},
        {"output tokens", [](core::Scenario &s, double share) { s.demand.outputTokensMean = 100 + 900 * share; }},
        {"TTFT target", [](core::Scenario &s, double share) { s.hardware.ttftP95Target = 0.5 + 5 * share; }},
        {"TPOT target", [](core::Scenario &s, double share) { s.hardware.tpotP95Target = 0.03 + 0.2 * share; }},
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
    scenario.model.format = core::FormatChoice::Any;
    core::PlanningSpace space;
    (void)core::plan(scenario, *catalog, space);
    std::vector<double> milliseconds;
    int step = 0;
    int scored = 0;
    int layouts = 0;
    for ([[maybe_unused]] auto round : state) {
        slider.move(scenario, static_cast<double>(step++ % 97) / 97.0);
        const auto began = std::chrono::steady_clock::now();
        const auto plan = core::plan(scenario, *catalog, space);
        milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        if (!plan)
            return state.SkipWithError(plan.error().detail.c_str());
        scored = plan->optionsScored;
        layouts = plan->layoutsScored;
    }
    std::ranges::sort(milliseconds);
    state.counters["p50_ms"] = milliseconds[milliseconds.size() / 2];
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
    state.counters["layouts"] = layouts;
    state.counters["with_offers"] = scored;
    state.SetLabel(slider.name);
}
BENCHMARK(rescore)->DenseRange(0, 6)->Unit(benchmark::kMillisecond)->Iterations(200);

static void writePlanAsJson(benchmark::State &state)
{
    const auto plan = core::plan(core::Scenario(), *headroom::test::shippedCatalog());
    if (!plan)
        return state.SkipWithError(plan.error().detail.c_str());
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::planToJson(*plan, *headroom::test::shippedCatalog()));
}
BENCHMARK(writePlanAsJson)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
