// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "predict_command.h"

#include <core/accuracy/predict.h>
#include <core/text/csv.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>

namespace headroom::app {
namespace {

constexpr std::size_t kInputLimit = 256 * 1024 * 1024;
constexpr std::array kAdded{"pred_ttft_low_ratio", "pred_ttft_high_ratio", "pred_ttft_ms_mean", "pred_ttft_ms_p50", "pred_ttft_ms_p99", "pred_tpot_ms_mean", "pred_tpot_ms_p50", "pred_tpot_ms_p99",
                            "pred_output_tokens_per_s", "pred_low_ratio", "pred_high_ratio", "pred_note"};

std::string milliseconds(core::Seconds time)
{
    return fmt::format("{:.6g}", time.value() * 1e3);
}

std::array<std::string, kAdded.size()> cells(const core::Result<core::Prediction> &prediction)
{
    std::array<std::string, kAdded.size()> out;
    if (!prediction) {
        out.back() = prediction.error().detail;
        return out;
    }
    const auto put = [&](std::size_t at, const std::optional<core::Percentiles> &p) {
        if (!p)
            return;
        out[at] = milliseconds(p->mean);
        out[at + 1] = milliseconds(p->p50);
        out[at + 2] = milliseconds(p->p99);
    };
    if (prediction->ttft) {
        out[0] = fmt::format("{:.4f}", 1.0 / (1.0 + prediction->firstTokenBand));
        out[1] = fmt::format("{:.4f}", 1.0 + prediction->firstTokenBand);
    }
    put(2, prediction->ttft);
    put(5, prediction->tpot);
    out[8] = fmt::format("{:.6g}", prediction->output.value());
    out[9] = fmt::format("{:.4f}", prediction->lowRatio);
    out[10] = fmt::format("{:.4f}", prediction->highRatio);
    out[11] = prediction->note;
    return out;
}

void predict(CommandContext &context, const std::string &file, const std::string &output)
{
    const auto text = readFile(file, kInputLimit);
    if (!text)
        return context.fail(text.error());
    const auto table = core::parseCsv(*text, file);
    if (!table)
        return context.fail(table.error());
    for (const char *required : {"model", "gpu", "input_tokens", "output_tokens"})
        if (table->column(required) < 0)
            return context.fail({core::ErrorCode::BadValue, fmt::format("there is no column '{}'; columns model, gpu, gpus, tp, engine, format, input_tokens, output_tokens, "
                                                                        "concurrency, rate_rps, load_mode would be accepted", required), file, required, 1});
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());

    std::string out;
    const auto writeRow = [&out](const auto &row, const auto &added) {
        for (const auto &cell : row)
            out += core::csvCell(cell) + ",";
        for (std::size_t i = 0; i < added.size(); ++i)
            out += core::csvCell(added[i]) + (i + 1 < added.size() ? "," : "\n");
    };
    writeRow(table->header, kAdded);
    std::size_t missing = 0;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
        const auto row = core::readDeploymentRow(*table, i);
        const auto prediction = row ? core::predictRow(*row, **catalog) : core::Result<core::Prediction>(std::unexpected(row.error()));
        missing += prediction ? 0U : 1U;
        writeRow(table->rows[i], cells(prediction));
    }
    if (output.empty()) {
        context.print(out);
    } else if (const auto written = writeFile(output, out); !written) {
        return context.fail(written.error());
    }
    fmt::print(stderr, "headroom: {} rows, {} without a prediction (reasons in pred_note)\n", table->rows.size(), missing);
}

} // namespace

void addPredictCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("predict", "Add predictions to rows of deployments");
    struct Options { std::string file, output; };
    auto options = std::make_shared<Options>();
    command->add_option("file", options->file, "FILE.csv")->required();
    command->add_option("-o,--output", options->output, "OUT.csv; without it standard output");
    command->callback([options, &context] {
        context.ran = true;
        predict(context, options->file, options->output);
    });
}

} // namespace headroom::app
