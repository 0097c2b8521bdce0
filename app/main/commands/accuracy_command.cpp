// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "../resource_paths.h"
#include "accuracy_command.h"
#include "accuracy_text.h"

#include <core/accuracy/accuracy_study.h>
#include <core/catalog/catalog_loader.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

namespace headroom::app {
namespace {

constexpr std::size_t kInputLimit = 256 * 1024 * 1024;
constexpr std::size_t kDefectiveLimit = 1024 * 1024;

struct AccuracyOptions {
    std::string file, fit, csv, defective, version;
    std::vector<std::string> leaveOut;
    int folds = 0;
    int threads = 0;
};

core::Result<std::vector<core::MeasuredRow>> readRows(const AccuracyOptions &options)
{
    const auto text = readFile(options.file, kInputLimit);
    if (!text)
        return std::unexpected(text.error());
    const auto table = core::parseCsv(*text, options.file);
    if (!table)
        return std::unexpected(table.error());
    const std::filesystem::path listed = options.defective.empty() ? resourceFolder() / "accuracy" / "defective_rows.json" : std::filesystem::path(options.defective);
    const auto json = readFile(listed, kDefectiveLimit);
    if (!json)
        return std::unexpected(json.error());
    const auto defective = core::readDefectiveRows(*json, listed.string());
    if (!defective)
        return std::unexpected(defective.error());
    auto rows = core::readMeasuredRows(*table, *defective);
    if (!rows) {
        core::Error error = rows.error();
        error.file = options.file;
        return std::unexpected(error);
    }
    if (rows->empty())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "no row holds a measured figure; columns meas_tpot_ms_mean, meas_ttft_ms_mean and "
                                           "meas_output_tokens_per_s (of offline_max rows) would be accepted", options.file, {}, 0});
    return rows;
}

void accuracy(CommandContext &context, const AccuracyOptions &options)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    auto rows = readRows(options);
    if (!rows)
        return context.fail(rows.error());
    core::StudyOptions study;
    study.data = std::filesystem::path(options.file).filename().string();
    study.version = options.version.empty() ? (*catalog)->constants.version : options.version;
    study.fit = !options.fit.empty();
    study.folds = options.folds;
    study.leaveModelOut = std::ranges::find(options.leaveOut, "model") != options.leaveOut.end();
    study.leaveGpuOut = std::ranges::find(options.leaveOut, "gpu") != options.leaveOut.end();
    study.threads = options.threads > 0 ? options.threads : static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U));
    study.progress = [](const std::string &what) { fmt::print(stderr, "headroom: {}\n", what); };
    const core::Study result = core::studyAccuracy(*std::move(rows), **catalog, study);
    if (!options.fit.empty())
        if (const auto written = writeFile(options.fit, core::constantsToJson(result.constants)); !written)
            return context.fail(written.error());
    if (!options.csv.empty())
        if (const auto written = writeFile(options.csv, core::accuracyCsv(result.report, result.rows)); !written)
            return context.fail(written.error());
    context.print(context.json ? core::accuracyReportJson(result.report) : accuracyText(result.report));
}

} // namespace

void addAccuracyCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("accuracy", "Error report of the engine on measured rows, and the fit of its constants.\n"
                                                   "FILE.csv has the columns of `predict` and meas_tpot_ms_mean, meas_ttft_ms_mean, meas_output_tokens_per_s.\n"
                                                   "Without options: errors of the constants in the catalog. With --folds or --leave-out the constants are fitted\n"
                                                   "again without the rows that they are judged on.");
    auto options = std::make_shared<AccuracyOptions>();
    command->add_option("file", options->file, "FILE.csv")->required();
    command->add_option("--folds", options->folds, "K: cross-validation in K parts, whole deployments together")->check(CLI::Range(2, 50));
    command->add_option("--leave-out", options->leaveOut, "model: each model on each GPU by the rest (slow); gpu: each GPU by the rest")->check(CLI::IsMember({"model", "gpu"}));
    command->add_option("--fit", options->fit, "OUT.json: fit the constants and their error bands to all rows, and write them as a catalog overlay (as resources/catalog/constants.json)");
    command->add_option("--constants-version", options->version, "version that --fit writes");
    command->add_option("--defective", options->defective, "FILE.json: rows taken as defective, instead of the shipped list");
    command->add_option("--csv", options->csv, "OUT.csv: predicted / measured of every row");
    command->add_option("--threads", options->threads, "1 to 64; the result does not depend on it")->check(CLI::Range(1, 64));
    command->callback([options, &context] {
        context.ran = true;
        accuracy(context, *options);
    });
}

} // namespace headroom::app
