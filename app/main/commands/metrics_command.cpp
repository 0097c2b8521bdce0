// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics_command.h"

#include "../command_file.h"
#include "../gunzip.h"

#include <monitor/exposition/exposition_parser.h>
#include <monitor/exposition/metrics_page.h>
#include <monitor/exposition/numbers.h>
#include <monitor/mapping/page_mapping.h>
#include <monitor/recording/snapshot_json.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <iterator>
#include <memory>

namespace headroom::app {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{256} << 20;

struct Options {
    std::string file;
    std::string format = "auto";
};

std::string pageText(const monitor::MetricsPage &page, const monitor::MappedPoll &mapped)
{
    std::string text = fmt::format("{} series, format {}, recognized: {}\n", page.series.size(), page.format == monitor::ExpositionFormat::OpenMetrics ? "OpenMetrics" : "Prometheus",
        mapped.dialects.empty() ? "nothing" : mapped.dialects);
    for (const monitor::Sample &sample : mapped.samples) {
        const monitor::CanonicalMetricInfo &info = monitor::canonicalMetricInfo(sample.metric);
        const monitor::Subject &subject = mapped.subjects[sample.subject];
        std::string about = subject.node;
        const auto add = [&about](const std::string &part) {
            if (!part.empty())
                (about += about.empty() ? "" : " ") += part;
        };
        add(subject.gpuIndex >= 0 ? fmt::format("GPU {}", subject.gpuIndex) : subject.gpuUuid);
        add(subject.migInstance);
        add(subject.modelName);
        add(subject.replica);
        if (info.shape == monitor::MetricShape::Distribution)
            add(sample.quantile > 0.0F ? fmt::format("p{:g}", sample.quantile * 100.0F) : "mean");
        fmt::format_to(std::back_inserter(text), "{:<34} {:<48} {}{} {}\n", info.id, about, sample.aboveTop ? "> " : "", monitor::metricNumberText(sample.value), monitor::metricUnitName(info.unit));
    }
    return text;
}

void readMetrics(CommandContext &context, const Options &options)
{
    static constexpr std::array<std::string_view, 3> kFormats{"auto", "prometheus", "openmetrics"};
    std::string format = options.format;
    std::ranges::transform(format, format.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::ranges::find(kFormats, format) == kFormats.end())
        return context.fail({core::ErrorCode::BadValue, fmt::format("--format '{}' is not known; auto, prometheus or openmetrics would be accepted", options.format), {}, "--format", 0});
    auto text = readFile(options.file, kMaxFileBytes);
    if (text && isGzip(*text))
        text = gunzip(*text, kMaxFileBytes, options.file);
    if (!text)
        return context.fail(text.error());
    const auto chosen = format == "auto" ? monitor::detectExpositionFormat(*text) : format == "openmetrics" ? monitor::ExpositionFormat::OpenMetrics : monitor::ExpositionFormat::Prometheus;
    monitor::ExpositionLimits limits;
    limits.bytes = kMaxFileBytes;
    const monitor::MetricsPage page = monitor::readMetricsPage(*text, chosen, limits);
    const monitor::MappedPoll mapped = monitor::mapPage(page);
    context.print(context.json ? monitor::pageToJson(page, mapped) + "\n" : pageText(page, mapped));
    if (page.errors.empty())
        return;
    // The document tells the errors; it stays the only one on standard output.
    for (const monitor::ExpositionError &error : page.errors)
        std::fprintf(stderr, "headroom: %s:%d:%d: %s\n", options.file.c_str(), error.line, error.column, error.text.c_str());
    context.exit = Exit::BadUsage;
}

} // namespace

void addMetricsCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("metrics", "Parse a saved metrics page");
    auto options = std::make_shared<Options>();
    command->add_option("file", options->file, "a page in Prometheus text or OpenMetrics format, also packed with gzip")->required();
    command->add_option("--format", options->format, "auto (default), prometheus or openmetrics");
    command->callback([options, &context] {
        context.ran = true;
        readMetrics(context, *options);
    });
}

} // namespace headroom::app
