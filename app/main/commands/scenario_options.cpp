// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "scenario_options.h"

#include <core/planning/scenario_json.h>
#include <core/workload/length_histogram.h>
#include <core/workload/workload.h>

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

constexpr std::size_t kScenarioLimit = 1024 * 1024;

Error badOption(const char *option, const std::string &text, const std::string &accepted)
{
    return Error{ErrorCode::BadValue, fmt::format("{} '{}': {} would be accepted", option, text, accepted), {}, option, 0};
}

Result<double> parseNumber(const char *option, const std::string &text, const char *accepted)
{
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::unexpected(badOption(option, text, accepted));
    return value;
}

// "60", "60s", "5m", "2h", and "500ms".
Result<double> parseSeconds(const char *option, const std::string &text)
{
    std::string digits = text;
    double factor = 1;
    const auto strip = [&](std::string_view suffix, double seconds) {
        if (factor != 1 || !digits.ends_with(suffix) || digits.size() == suffix.size())
            return;
        digits.resize(digits.size() - suffix.size());
        factor = seconds;
    };
    strip("ms", 1e-3);
    strip("m", 60);
    strip("h", 3600);
    if (factor == 1 && digits.ends_with('s'))
        digits.pop_back();
    const auto value = parseNumber(option, digits, "a duration such as 2, 2s or 500ms");
    if (!value)
        return std::unexpected(badOption(option, text, "a duration such as 2, 2s or 500ms"));
    return *value * factor;
}

std::vector<std::string> splitList(const std::vector<std::string> &texts)
{
    std::vector<std::string> items;
    for (const std::string &text : texts)
        for (std::size_t start = 0; start <= text.size();) {
            const std::size_t comma = std::min(text.find(',', start), text.size());
            if (comma > start)
                items.push_back(text.substr(start, comma - start));
            start = comma + 1;
        }
    return items;
}

bool isAny(const std::vector<std::string> &items)
{
    return items.size() == 1 && CLI::detail::to_lower(items.front()) == "any";
}

std::string presetIds()
{
    std::string ids;
    for (const auto &preset : core::workloadPresets())
        ids += (ids.empty() ? "" : ", ") + std::string(preset.id);
    return ids;
}

} // namespace

void ScenarioOptions::addTo(CLI::App &command)
{
    command.add_option("scenario", file, "SCENARIO.json; without it the defaults");
    command.add_option("--users", users, "people who could use it");
    command.add_option("--adoption", adoption, "share of them active in a working hour, percent");
    command.add_option("--requests-per-user-hour", requestsPerUserHour, "requests of an active user in a working hour");
    command.add_option("--qps", qps, "peak requests per second; wins over users");
    command.add_option("--workload", workload, "preset: " + presetIds());
    command.add_option("--input-tokens", inputTokens, "mean input tokens of a request");
    command.add_option("--output-tokens", outputTokens, "mean output tokens of a request");
    command.add_option("--input-lengths", inputLengths, "file of prompt lengths: one a line, or tokens,count; brings its mean");
    command.add_option("--output-lengths", outputLengths, "the same for answers");
    command.add_option("--max-context", maxContext, "tokens that one request may hold");
    command.add_option("--model", model, "model id");
    command.add_option("--gpu", gpus, "GPU ids, comma-separated, or any");
    command.add_option("--format", format, "native, bf16, fp8, int8, int4, fp4 or any");
    command.add_option("--engine", engine, "vllm, sglang or trtllm");
    command.add_option("--gpus", fixedGpus, "a fixed fleet of that many GPUs");
    command.add_option("--ttft-p95", ttftP95, "target for time to first token, seconds, at the target percentile");
    command.add_option("--tpot-p95", tpotP95, "target for time per output token, seconds, at the target percentile");
    command.add_option("--e2e", e2e, "target for the latency of a whole answer, seconds, at the target percentile, or none");
    command.add_option("--target-percentile", percentile, "where the three hold: 50, 90, 95 or 99");
    command.add_option("--headroom", headroom, "spare capacity over the peak, percent");
    command.add_option("--redundancy", redundancy, "n, n+1 or n+2");
    command.add_option("--offers", offers, "provider[/region],..., onprem or any");
    command.add_option("--commitment", commitment, "ondemand, spot, 1y or 3y");
    command.add_option("--currency", currency, "USD, CNY or EUR");
    command.add_option("--max-power-w", maxPower, "highest power of the servers, watts");
    command.add_option("--max-gpus", maxGpus, "most GPUs that may be used");
    command.add_option("--regions", regions, "regions, countries (de) or eu where offers may lie, comma-separated");
    command.add_option("--exclude-regions", excludeRegions, "regions, countries or eu where they may not");
    command.add_option("--exclude-gpu", excludeGpus, "GPU ids that may not be planned");
}

Result<core::Scenario> ScenarioOptions::scenario() const
{
    core::Scenario s;
    if (!file.empty()) {
        const auto text = readFile(file, kScenarioLimit);
        if (!text)
            return std::unexpected(text.error());
        auto read = core::scenarioFromJson(*text, file);
        if (!read)
            return std::unexpected(read.error());
        s = *std::move(read);
    }
    std::optional<Error> problem;
    const auto setNumber = [&](const std::optional<std::string> &text, const char *option, double scale, auto set, const char *accepted) {
        if (!text || problem)
            return;
        if (const auto value = parseNumber(option, *text, accepted))
            set(*value * scale);
        else
            problem = value.error();
    };
    const auto setSeconds = [&](const std::optional<std::string> &text, const char *option, double &target) {
        if (!text || problem)
            return;
        if (const auto value = parseSeconds(option, *text))
            target = *value;
        else
            problem = value.error();
    };
    const auto setParsed = [&](const std::optional<std::string> &text, auto parse, auto &target, const char *option) {
        if (!text || problem)
            return;
        if (const auto value = parse(*text))
            target = *value;
        else {
            problem = value.error();
            problem->field = option;
        }
    };

    if (workload) {
        const core::WorkloadPreset *preset = core::findWorkloadPreset(CLI::detail::to_lower(*workload));
        if (!preset)
            return std::unexpected(Error{ErrorCode::UnknownId, fmt::format("--workload '{}': {} would be accepted", *workload, presetIds()), {}, "--workload", 0});
        s.demand.workload = preset->id;
        s.demand.inputTokensMean = preset->inputTokens;
        s.demand.outputTokensMean = preset->outputTokens;
    }
    setNumber(users, "--users", 1, [&](double v) { s.demand.users = v; }, "a number of people");
    setNumber(adoption, "--adoption", 0.01, [&](double v) { s.demand.adoptionRatio = v; }, "a percentage from 0 to 100");
    setNumber(requestsPerUserHour, "--requests-per-user-hour", 1, [&](double v) { s.demand.requestsPerUserHour = v; }, "a number");
    // Users on the command line replace a peak that the file fixes; a peak on the command line wins over both.
    if ((users || adoption || requestsPerUserHour) && !qps)
        s.demand.peakRps.reset();
    setNumber(qps, "--qps", 1, [&](double v) { s.demand.peakRps = v; }, "requests per second over 0");
    const auto setLengths = [&](const std::optional<std::string> &path, const char *option, std::string &histogram, double &mean) {
        if (!path || problem)
            return;
        const auto text = readFile(*path, core::kMostLengthFileBytes);
        const auto lengths = text ? core::parseLengthFile(*text, *path) : std::unexpected(text.error());
        if (!lengths) {
            problem = lengths.error();
            problem->field = problem->field.empty() ? option : problem->field;
            return;
        }
        histogram = core::histogramText(core::condensed(*lengths));
        mean = core::meanOf({core::TokenLengths::Kind::Empirical, 1, 1, *lengths});
    };
    setLengths(inputLengths, "--input-lengths", s.demand.inputHistogram, s.demand.inputTokensMean);
    setLengths(outputLengths, "--output-lengths", s.demand.outputHistogram, s.demand.outputTokensMean);
    setNumber(inputTokens, "--input-tokens", 1, [&](double v) { s.demand.inputTokensMean = v; }, "a number of tokens");
    setNumber(outputTokens, "--output-tokens", 1, [&](double v) { s.demand.outputTokensMean = v; }, "a number of tokens");
    setNumber(maxContext, "--max-context", 1, [&](double v) { s.demand.maxContext = v; }, "a number of tokens");
    if (!maxContext && file.empty())
        s.demand.maxContext = std::max(s.demand.maxContext, s.demand.inputTokensMean + s.demand.outputTokensMean);
    if (model)
        s.model.id = *model;
    if (engine)
        s.model.engine = *engine;
    setParsed(format, core::parseFormatChoice, s.model.format, "--format");
    if (!gpus.empty()) {
        const auto items = splitList(gpus);
        s.hardware.gpus = isAny(items) ? std::vector<std::string>{} : items;
    }
    if (!excludeGpus.empty())
        s.hardware.excludeGpus = splitList(excludeGpus);
    if (!offers.empty()) {
        const auto items = splitList(offers);
        s.money.offers = isAny(items) ? std::vector<std::string>{} : items;
    }
    if (!regions.empty()) {
        const auto items = splitList(regions);
        s.money.regions = isAny(items) ? std::vector<std::string>{} : items;
    }
    if (!excludeRegions.empty())
        s.money.excludeRegions = splitList(excludeRegions);
    setNumber(maxGpus, "--max-gpus", 1, [&](double v) {
        if (v < 1 || v > 100000 || v != std::floor(v))
            problem = badOption("--max-gpus", *maxGpus, "a whole number of GPUs from 1 to 100000");
        else
            s.hardware.maxGpus = static_cast<int>(v);
    }, "a whole number of GPUs");
    setNumber(fixedGpus, "--gpus", 1, [&](double v) {
        if (v < 1 || v > 100000 || v != std::floor(v)) {
            problem = badOption("--gpus", *fixedGpus, "a whole number of GPUs from 1 to 100000");
            return;
        }
        if (!s.layout)
            s.layout.emplace();
        s.layout->gpus = static_cast<int>(v);
    }, "a whole number of GPUs");
    setSeconds(ttftP95, "--ttft-p95", s.hardware.ttftTarget);
    setSeconds(tpotP95, "--tpot-p95", s.hardware.tpotTarget);
    if (e2e && CLI::detail::to_lower(*e2e) == "none")
        s.hardware.e2eTarget.reset();
    else if (e2e)
        setSeconds(e2e, "--e2e", s.hardware.e2eTarget.emplace());
    setParsed(percentile, core::parseTargetPercentile, s.hardware.percentile, "--target-percentile");
    setNumber(headroom, "--headroom", 0.01, [&](double v) { s.hardware.headroomRatio = v; }, "a percentage");
    setParsed(redundancy, [](const std::string &text) -> Result<int> {
        const std::string lower = CLI::detail::to_lower(text);
        if (lower == "n" || lower == "n+0")
            return 0;
        if (lower == "n+1")
            return 1;
        if (lower == "n+2")
            return 2;
        return std::unexpected(badOption("--redundancy", text, "n, n+1 or n+2"));
    }, s.hardware.redundancy, "--redundancy");
    setParsed(commitment, core::parseCommitment, s.money.commitment, "--commitment");
    setParsed(currency, core::parseCurrency, s.money.currency, "--currency");
    setNumber(maxPower, "--max-power-w", 1, [&](double v) { s.hardware.maxPowerW = v; }, "a number of watts");
    if (problem)
        return std::unexpected(*problem);
    if (const auto valid = core::validate(s); !valid)
        return std::unexpected(valid.error());
    return s;
}

} // namespace headroom::app
