// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy_text.h"

#include <fmt/format.h>

namespace headroom::app {
namespace {

const char *titleOf(core::HoldOut holdOut)
{
    switch (holdOut) {
    case core::HoldOut::None: break;
    case core::HoldOut::Deployment: return "held out by deployment (model, GPU, engine version, format, layout)";
    case core::HoldOut::ModelOnGpu: return "each model on each GPU predicted without its rows";
    case core::HoldOut::Gpu: return "each GPU predicted without its rows";
    }
    return "in sample: the constants have seen these rows";
}

std::string errors(const core::ErrorSummary &summary)
{
    return summary.rows == 0 ? std::string(18, ' ') : fmt::format("{:5.1f} /{:5.1f} {:>5}", summary.median * 100, summary.mean * 100, summary.rows);
}

std::string line(const std::string &name, const core::GroupErrors &group, bool all)
{
    std::string text = fmt::format("  {:<44.44}", name);
    for (std::size_t f = 0; f < core::kFigureCount; ++f) {
        const core::FigureErrors &figure = group.figures[f];
        text += " " + errors(all ? figure.all : figure.kept);
        text += all || figure.kept.rows == 0 ? std::string(5, ' ') : fmt::format("{:4.0f} ", figure.coverage() * 100);
    }
    return text + "\n";
}

} // namespace

std::string accuracyText(const core::AccuracyReport &report)
{
    std::string text = fmt::format("{}: {} measured rows, {} without a prediction. Constants {}: {} values and {} offsets by key.\n"
                                   "Errors are |predicted / measured - 1| in %: median / mean, rows; in: share inside the 80 % band.\n",
                                   report.data, report.rows, report.unpredicted.size(), report.constantsVersion, report.constants.bases, report.constants.offsets);
    for (const core::Evaluation &evaluation : report.evaluations) {
        text += fmt::format("\n{}", titleOf(evaluation.holdOut));
        text += evaluation.folds > 0 ? fmt::format(", {} parts\n", evaluation.folds) : "\n";
        text += fmt::format("  {:<44} {:<24}{:<25}{}\n", "", "time per token      in", "first token         in", "throughput          in");
        text += line("all", evaluation.total, false) + line("all, with rows taken as defective", evaluation.total, true);
        for (const core::Grouping &grouping : evaluation.groupings) {
            text += fmt::format("  by {}\n", grouping.by);
            for (const core::GroupErrors &group : grouping.groups)
                text += line("  " + group.key, group, false);
        }
    }
    if (!report.defective.empty()) {
        text += fmt::format("\n{} rows are taken as defective:\n", report.defective.size());
        std::string reason;
        for (const auto &[id, why] : report.defective) {
            text += why == reason ? fmt::format(" {}", id) : fmt::format("{}  {}: {}", reason.empty() ? "" : "\n", id, why);
            reason = why;
        }
        text += "\n";
    }
    for (const core::Unpredicted &row : report.unpredicted)
        text += fmt::format("  {} has no prediction: {}\n", row.id, row.reason);
    return text;
}

} // namespace headroom::app
