// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/hold_out.h>

#include <algorithm>
#include <cstdint>
#include <map>

namespace headroom::core {
namespace {

// FNV-1a with a finalizer: the same folds on every machine.
std::uint64_t hashOf(const std::string &text)
{
    std::uint64_t hash = 1469598103934665603ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

std::string cell(const std::optional<int> &value)
{
    return value ? std::to_string(*value) : std::string("-");
}

} // namespace

std::string_view holdOutId(HoldOut holdOut)
{
    switch (holdOut) {
    case HoldOut::None: break;
    case HoldOut::Deployment: return "deployment";
    case HoldOut::ModelOnGpu: return "model";
    case HoldOut::Gpu: return "gpu";
    }
    return "none";
}

std::string holdOutKey(const MeasuredRow &measured, HoldOut holdOut)
{
    const DeploymentRow &r = measured.row;
    // One architecture, and some measurements stand under both names.
    const std::string model = r.model == "deepseek-r1" ? "deepseek-v3" : r.model;
    if (holdOut == HoldOut::Gpu)
        return r.gpu;
    if (holdOut == HoldOut::ModelOnGpu)
        return model + '|' + r.gpu;
    return model + '|' + r.gpu + '|' + r.engine + r.engineVersion + '|' + std::string(formatId(r.format)) + '|' + cell(r.tp) + ',' + cell(r.pp) + ',' + cell(r.ep) + ','
        + cell(r.dp) + ',' + std::to_string(r.gpus);
}

std::vector<std::vector<std::size_t>> holdOutFolds(const FitRows &rows, HoldOut holdOut, int folds)
{
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < rows.rows().size(); ++i)
        groups[holdOutKey(rows.rows()[i], holdOut)].push_back(i);
    std::vector<std::vector<std::size_t>> held;
    if (holdOut != HoldOut::Deployment) {
        for (auto &[key, which] : groups)
            held.push_back(std::move(which));
        return held;
    }
    held.resize(static_cast<std::size_t>(std::max(folds, 2)));
    for (const auto &[key, which] : groups) {
        auto &fold = held[hashOf(key) % held.size()];
        fold.insert(fold.end(), which.begin(), which.end());
    }
    return held;
}

std::vector<RowFigures> heldOutFigures(const FitRows &rows, const Linearisation &full, HoldOut holdOut, int folds, const FitOptions &options)
{
    if (holdOut == HoldOut::None)
        return full.figures;
    std::vector<RowFigures> all(rows.rows().size());
    for (const auto &held : holdOutFolds(rows, holdOut, folds)) {
        std::vector<bool> use(full.rows.size(), true);
        for (std::size_t i = 0; i < full.rows.size(); ++i)
            use[i] = std::ranges::find(held, full.rows[i]) == held.end();
        std::vector<double> values = solveLinearised(rows, full, use, options);
        if (holdOut == HoldOut::Deployment && options.foldRounds > 0) {
            std::vector<std::size_t> rest;
            for (std::size_t i = 0; i < full.rows.size(); ++i)
                if (use[i])
                    rest.push_back(full.rows[i]);
            FitOptions further = options;
            further.rounds = options.foldRounds;
            values = fitConstants(rows, rest, std::move(values), further);
        }
        const std::vector<RowFigures> figures = rows.predict(held, values);
        for (std::size_t i = 0; i < held.size(); ++i)
            all[held[i]] = figures[i];
    }
    return all;
}

} // namespace headroom::core
