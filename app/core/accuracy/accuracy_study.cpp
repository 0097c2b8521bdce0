// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/accuracy_study.h>
#include <core/accuracy/error_band.h>
#include <core/accuracy/fit_bands.h>

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numeric>

namespace headroom::core {
namespace {

constexpr int kUsualFolds = 5;

// The bands that a row is judged by. A model or GPU that was left out counts as new.
BandOf bandOf(const FitRows &rows, const Constants &constants, HoldOut holdOut)
{
    Constants seen = constants;
    if (holdOut == HoldOut::ModelOnGpu || holdOut == HoldOut::Gpu)
        seen.bands.shapes.clear();
    return [&rows, seen = std::move(seen)](std::size_t row, Figure figure) {
        const Deployment *d = rows.deployment(row);
        return d ? errorBand(seen, rows.traits(row), d->shape, d->gpu, rows.layout(row), figure) : 0.0;
    };
}

// For folds by deployment: each part's bands are those of the other parts' held-out rows.
BandOf bandOfFolds(const FitRows &rows, const Constants &constants, int folds, const std::vector<RowFigures> &byDeployment, const std::vector<RowFigures> &byModel,
                   const std::vector<RowFigures> &byGpu)
{
    std::vector<Constants> others;
    std::vector<std::size_t> partOf(rows.rows().size(), 0);
    for (const auto &part : holdOutFolds(rows, HoldOut::Deployment, folds)) {
        std::vector<bool> use(rows.rows().size(), true);
        for (const std::size_t row : part) {
            use[row] = false;
            partOf[row] = others.size();
        }
        Constants fold = constants;
        fold.bands = bandsFrom(rows, byDeployment, byModel, byGpu, use);
        fold.bands.shapes = constants.bands.shapes; // a deployment that is new, not a model
        others.push_back(std::move(fold));
    }
    return [&rows, others = std::move(others), partOf = std::move(partOf)](std::size_t row, Figure figure) {
        const Deployment *d = rows.deployment(row);
        return d ? errorBand(others[partOf[row]], rows.traits(row), d->shape, d->gpu, rows.layout(row), figure) : 0.0;
    };
}

int partsOf(const FitRows &rows, HoldOut holdOut, int folds)
{
    return holdOut == HoldOut::None ? 0 : static_cast<int>(holdOutFolds(rows, holdOut, folds).size());
}

// Values of the fit's parameters that equal the catalog's constants: the starting point of a fit.
std::vector<double> valuesOf(const FitRows &rows, const Constants &constants)
{
    std::vector<double> values = rows.start();
    for (std::size_t p = 0; p < values.size(); ++p) {
        const FitParameter &parameter = rows.parameters()[p];
        const ConstantValue &value = constants[parameter.constant];
        if (parameter.parts == 0)
            values[p] = std::log(value.base);
        for (const ConstantOffsets &offsets : value.offsets)
            if (const auto found = offsets.byKey.find(parameter.key); offsets.parts == parameter.parts && found != offsets.byKey.end())
                values[p] = found->second;
    }
    return values;
}

} // namespace

Study studyAccuracy(std::vector<MeasuredRow> measured, const Catalog &catalog, const StudyOptions &options)
{
    const auto say = [&](const std::string &what) {
        if (options.progress)
            options.progress(what);
    };
    const FitRows rows(std::move(measured), catalog, options.threads);
    std::vector<std::size_t> all(rows.rows().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const bool holds = options.folds > 0 || options.leaveModelOut || options.leaveGpuOut;
    std::vector<double> values = valuesOf(rows, catalog.constants);

    Study study;
    study.constants = catalog.constants;
    Linearisation full;
    std::map<HoldOut, std::vector<RowFigures>> held;
    const auto holdOut = [&](HoldOut which) {
        if (!held.contains(which)) {
            say(fmt::format("predicting every row by the rest: {}", holdOutId(which)));
            held[which] = heldOutFigures(rows, full, which, options.folds > 0 ? options.folds : kUsualFolds, options.fitting);
        }
    };
    if (options.fit || holds) {
        say(fmt::format("fitting {} parameters to {} rows", rows.parameters().size(), all.size()));
        values = fitConstants(rows, all, std::move(values), options.fitting);
        full = linearise(rows, all, values, options.fitting);
    }
    if (options.fit) {
        study.constants = constantsOf(rows, values, options.version, {fmt::format("fit on {} measured rows of {}", all.size(), options.data), {}, {}});
        holdOut(HoldOut::Deployment);
        holdOut(HoldOut::Gpu);
        if (options.leaveModelOut)
            holdOut(HoldOut::ModelOnGpu);
        study.constants.bands = bandsFrom(rows, held[HoldOut::Deployment], held[options.leaveModelOut ? HoldOut::ModelOnGpu : HoldOut::Gpu], held[HoldOut::Gpu],
                                          std::vector<bool>(all.size(), true));
    }

    AccuracyReport &report = study.report;
    report.data = options.data;
    report.constantsVersion = study.constants.version;
    report.constants = countConstants(study.constants);
    report.rows = static_cast<int>(all.size());
    for (const MeasuredRow &row : rows.rows())
        if (row.defective != std::array<bool, kFigureCount>{})
            report.defective.emplace_back(row.id, row.reason);
    const int folds = options.folds > 0 ? options.folds : kUsualFolds;
    const auto add = [&](HoldOut which, const std::vector<RowFigures> &figures, const BandOf &band) {
        report.evaluations.push_back(evaluate(rows, figures, which, partsOf(rows, which, folds), band));
    };
    const std::vector<RowFigures> inSample = rows.predict(all, valuesOf(rows, study.constants));
    report.unpredicted = unpredictedRows(rows, inSample);
    add(HoldOut::None, inSample, bandOf(rows, study.constants, HoldOut::None));
    if (options.folds > 0) {
        holdOut(HoldOut::Deployment);
        holdOut(HoldOut::Gpu);
        add(HoldOut::Deployment, held[HoldOut::Deployment],
            bandOfFolds(rows, study.constants, folds, held[HoldOut::Deployment], held[HoldOut::Gpu], held[HoldOut::Gpu]));
    }
    if (options.leaveModelOut) {
        holdOut(HoldOut::ModelOnGpu);
        add(HoldOut::ModelOnGpu, held[HoldOut::ModelOnGpu], bandOf(rows, study.constants, HoldOut::ModelOnGpu));
    }
    if (options.leaveGpuOut) {
        holdOut(HoldOut::Gpu);
        add(HoldOut::Gpu, held[HoldOut::Gpu], bandOf(rows, study.constants, HoldOut::Gpu));
    }
    study.rows = rows.rows();
    return study;
}

} // namespace headroom::core
