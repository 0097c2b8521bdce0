// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/planning/advise_savings.h>
#include <core/planning/plan_json.h>
#include <core/planning/planner.h>
#include <core/planning/scenario.h>
#include <core/roadmap/plan_roadmap.h>

#include <benchmark/benchmark.h>

namespace core = headroom::core;

// What every start pays before the first plan.
static void loadCatalog(benchmark::State &state)
{
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::loadCatalog(HEADROOM_SOURCE_DIR "/resources/catalog"));
}
BENCHMARK(loadCatalog)->Unit(benchmark::kMillisecond);

// The whole search over every GPU, format, layout and offer, as at each step of a slider.
static void planSample(benchmark::State &state)
{
    const auto catalog = headroom::test::shippedCatalog();
    core::Scenario scenario;
    scenario.demand.peakRps = static_cast<double>(state.range(0));
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::plan(scenario, *catalog));
}
BENCHMARK(planSample)->Arg(1)->Arg(75)->Arg(10000)->Unit(benchmark::kMillisecond);

static void writePlanAsJson(benchmark::State &state)
{
    const auto plan = core::plan(core::Scenario(), *headroom::test::shippedCatalog());
    if (!plan)
        return state.SkipWithError(plan.error().detail.c_str());
    for ([[maybe_unused]] auto round : state)
        benchmark::DoNotOptimize(core::planToJson(*plan, *headroom::test::shippedCatalog()));
}
BENCHMARK(writePlanAsJson)->Unit(benchmark::kMillisecond);

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
