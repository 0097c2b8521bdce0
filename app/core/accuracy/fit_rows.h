// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/deployment.h>
#include <core/accuracy/fit_keys.h>
#include <core/accuracy/measured_rows.h>
#include <core/sizing/efficiency.h>

#include <string>
#include <vector>

namespace headroom::core {

// One free number of the fit: the logarithm of a constant's base (parts = 0), or an offset for one key.
struct FitParameter {
    Constant constant = Constant::GemmCompute;
    KeyParts parts = 0;
    std::string key;
    double prior = 0;
    double sigma = 0;
};

// Logarithms of a row's predicted figures; 0 where the row has none. `predicted` is false where there is no prediction.
struct RowFigures {
    std::array<double, kFigureCount> logs{};
    bool predicted = false;
};

// Derivatives of the figures' logarithms by the logarithm of each constant.
struct RowSlopes {
    std::array<std::array<float, kConstantCount>, kFigureCount> by{};
};

// Measured rows made ready for fitting: resolved, laid out, and with the parameters that each constant of each row is a sum of.
class FitRows {
public:
    FitRows(std::vector<MeasuredRow> rows, const Catalog &catalog, int threads);

    const std::vector<MeasuredRow> &rows() const { return m_rows; }
    const std::vector<FitParameter> &parameters() const { return m_parameters; }
    std::vector<double> start() const;                      // every parameter at its prior

    // nullptr where the row cannot be resolved; then `problem` says why.
    const Deployment *deployment(std::size_t row) const { return m_ready[row].deployment ? &*m_ready[row].deployment : nullptr; }
    const std::string &problem(std::size_t row) const { return m_ready[row].problem; }
    const Layout &layout(std::size_t row) const { return m_ready[row].layout; }
    const ConstantTraits &traits(std::size_t row) const { return m_ready[row].traits; }
    const std::vector<std::size_t> &parametersOf(std::size_t row, Constant constant) const;

    // Figures of the given rows under parameter values, in their order; threads share the rows, so the result does not
    // depend on their number.
    std::vector<RowFigures> predict(const std::vector<std::size_t> &which, const std::vector<double> &values) const;

    // Forward differences of `step` in each constant's logarithm, on shortened runs: slopes hardly depend on a run's length.
    std::vector<RowSlopes> slopes(const std::vector<std::size_t> &which, const std::vector<double> &values, double step) const;

private:
    struct Ready {
        std::optional<Deployment> deployment;
        Layout layout;
        ConstantTraits traits;
        std::array<std::vector<std::size_t>, kConstantCount> parameters;
        std::string problem;
    };
    void choose(std::size_t row, const Catalog &catalog);
    ConstantArray constantsOf(const Ready &ready, const std::vector<double> &values) const;
    RowFigures predictOne(const DeploymentRow &load, const Ready &ready, const ConstantArray &constants) const;
    template<class Work>
    void eachRow(std::size_t count, const Work &work) const;

    std::vector<MeasuredRow> m_rows;
    std::vector<Ready> m_ready;
    std::vector<FitParameter> m_parameters;
    int m_threads = 1;
};

} // namespace headroom::core
