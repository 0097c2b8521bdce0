// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "scenario_options.h"
#include "simulate_command.h"
#include "simulation_output.h"

#include <core/planning/plan_json.h>
#include <core/planning/planning_space.h>
#include <core/planning/refine.h>
#include <core/planning/simulated_system.h>
#include <core/workload/recorded_load.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace headroom::app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

constexpr std::size_t kTraceLimit = 256 * 1024 * 1024;
constexpr int kUsualRequests = 10'000;
constexpr int kMostUsualRequests = 100'000;
constexpr int kServersForAll = 256;       // replicas' lanes that stand for a larger fleet

struct SimulateOptions {
    std::string scenario, trace, requestsCsv;
    std::optional<std::string> requests, seed;
};

template<class Whole>
Result<Whole> parseWhole(const char *option, const std::string &text, Whole low, Whole high)
{
    Whole value = 0;
    const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (bad != std::errc() || end != text.data() + text.size() || value < low || value > high)
        return std::unexpected(Error{ErrorCode::BadValue, fmt::format("{} '{}': a whole number from {} to {} would be accepted", option, text, low, high), {}, option, 0});
    return value;
}

// False where a layout is not the one that the scenario gives: what comes closest may stand on more GPUs.
bool keepsTo(const std::optional<core::LayoutInputs> &given, const core::Layout &layout)
{
    const auto same = [](const std::optional<int> &wanted, int is) { return !wanted || *wanted == is; };
    return !given || ((!given->gpus || layout.gpus() <= *given->gpus) && same(given->tp, layout.tp) && same(given->pp, layout.pp) && same(given->ep, layout.ep)
                      && same(given->dp, layout.dp) && same(given->replicas, layout.replicas));
}

// The layout that the plan stands for; else why there is none.
Result<core::PlanOption> chosenOption(const core::Plan &plan)
{
    if (plan.recommended)
        return *plan.recommended;
    if (plan.closest && keepsTo(plan.scenario.layout, plan.closest->layout))
        return *plan.closest;
    std::string reasons;
    for (std::size_t i = 0; i < std::min<std::size_t>(plan.rejected.size(), 3); ++i)
        reasons += fmt::format("{}{} {}: {}", i == 0 ? "" : "; ", plan.rejected[i].gpu, core::formatId(plan.rejected[i].format), plan.rejected[i].reason);
    return std::unexpected(Error{ErrorCode::BadValue, fmt::format("there is no layout to simulate: {}", reasons.empty() ? "nothing was considered" : reasons), {}, "layout", 0});
}

// A steady state of many times what is in flight, where nobody says how many requests.
int usualRequests(const core::PlanOption &option)
{
    const double inFlight = option.atPeak.batch * option.layout.replicas;
    return static_cast<int>(std::clamp(10.0 * inFlight, static_cast<double>(kUsualRequests), static_cast<double>(kMostUsualRequests)));
}

Result<void> runGenerated(SimulationRun &run, const core::PlanningContext &context, core::ServingSystem system, std::optional<int> requests)
{
    const double peak = run.plan.workload.peak.value();
    if (!(peak > 0))
        return std::unexpected(Error{ErrorCode::BadValue, "the scenario's peak is 0 requests/s: a demand over 0, or a trace, would be accepted", {}, "demand", 0});
    system.replicas = run.simulatedReplicas = std::min(system.replicas, std::max(1, kServersForAll / system.lanes));
    const core::CapacityLoad load = core::capacityLoadOf(context);
    run.load.arrivals = core::openLoop(core::RequestsPerSecond(peak / run.scale()), load.burstiness);
    run.load.input = load.input;
    run.load.output = load.output;
    run.load.maxContext = load.maxContext;
    run.load.requests = requests.value_or(usualRequests(run.option));
    run.load.warmup = std::min(run.load.requests / 5 + 200, core::kMostSimulatedRequests);
    run.load.steadyTpot = run.option.atPeak.tpotMean;
    auto outcome = core::simulateServing(system, run.load, run.seed);
    if (!outcome)
        return std::unexpected(outcome.error());
    run.outcome = *std::move(outcome);
    return {};
}

Result<void> runRecorded(SimulationRun &run, const core::ServingSystem &system, const std::string &file, std::optional<int> requests)
{
    const auto text = readFile(file, kTraceLimit);
    if (!text)
        return std::unexpected(text.error());
    auto load = core::parseRecordedLoad(*text, file);
    if (!load)
        return std::unexpected(load.error());
    if (requests && static_cast<std::size_t>(*requests) < load->size())
        load->resize(static_cast<std::size_t>(*requests));
    run.recorded = true;
    run.simulatedReplicas = system.replicas;
    auto outcome = core::simulateRecorded(system, *load);
    if (!outcome) {
        Error error = outcome.error();
        error.file = file;
        return std::unexpected(error);
    }
    run.outcome = *std::move(outcome);
    return {};
}

Result<SimulationRun> simulate(const SimulateOptions &options, const core::Catalog &catalog)
{
    ScenarioOptions source;
    source.file = options.scenario;
    const auto scenario = source.scenario();
    if (!scenario)
        return std::unexpected(scenario.error());
    const auto inScenario = [&](Error error) {
        error.file = options.scenario;
        return std::unexpected(std::move(error));
    };
    std::optional<int> requests;
    if (options.requests) {
        const auto parsed = parseWhole("--requests", *options.requests, 1, core::kMostSimulatedRequests);
        if (!parsed)
            return std::unexpected(parsed.error());
        requests = *parsed;
    }
    SimulationRun run;
    if (options.seed) {
        const auto parsed = parseWhole<std::uint64_t>("--seed", *options.seed, 0, UINT64_MAX);
        if (!parsed)
            return std::unexpected(parsed.error());
        run.seed = *parsed;
    }
    // The same option that `headroom plan` recommends.
    core::PlanningSpace space;
    auto plan = core::planRefined(*scenario, catalog, space);
    if (!plan)
        return inScenario(plan.error());
    run.plan = *std::move(plan);
    auto option = chosenOption(run.plan);
    if (!option)
        return inScenario(option.error());
    run.option = *std::move(option);
    const auto context = core::makePlanningContext(run.plan.scenario, catalog);
    if (!context)
        return inScenario(context.error());
    const auto system = core::simulatedSystem(*context, run.option);
    if (!system)
        return inScenario(system.error());
    run.policy = system->policy;
    run.targets = {core::Seconds(scenario->hardware.ttftTarget), core::Seconds(scenario->hardware.tpotTarget), {}};
    if (scenario->hardware.e2eTarget)
        run.targets.e2e = core::Seconds(*scenario->hardware.e2eTarget);
    const auto done = options.trace.empty() ? runGenerated(run, *context, *system, requests) : runRecorded(run, *system, options.trace, requests);
    if (!done)
        return options.trace.empty() ? inScenario(done.error()) : std::unexpected(done.error());
    run.report = core::reportOf(run.outcome, run.targets, !run.recorded);
    return run;
}

} // namespace

void addSimulateCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("simulate", "Simulate the recommended or fixed layout, request by request");
    auto options = std::make_shared<SimulateOptions>();
    command->add_option("scenario", options->scenario, "SCENARIO.json")->required();
    command->add_option("--requests", options->requests, "requests to measure (1 to 1,000,000); of a trace: its first ones");
    command->add_option("--seed", options->seed, "seed of the random numbers (1)");
    command->add_option("--trace", options->trace, "FILE.csv with time_s,input_tokens,output_tokens instead of the scenario's peak");
    command->add_option("--requests-csv", options->requestsCsv, "OUT.csv: every request");
    command->callback([options, &context] {
        context.ran = true;
        const auto catalog = context.catalog();
        if (!catalog)
            return context.fail(catalog.error());
        const auto run = simulate(*options, **catalog);
        if (!run)
            return context.fail(run.error());
        if (!options->requestsCsv.empty())
            if (const auto written = writeFile(options->requestsCsv, simulatedRequestsCsv(*run)); !written)
                return context.fail(written.error());
        context.print(context.json ? simulationJson(*run, core::planToJson(run->plan, **catalog)) + "\n" : simulationText(*run, **catalog));
        // Whether the fleet is large enough for the scenario is the plan's answer; a trace is another demand.
        context.exit = run->recorded || (run->plan.recommended && run->plan.meetsDemand) ? Exit::Done : Exit::AnswerIsNo;
    });
}

} // namespace headroom::app
