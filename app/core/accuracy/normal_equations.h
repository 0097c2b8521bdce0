// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace headroom::core {

// Symmetric positive definite system A x = b, built row by row from sparse observations. Lower triangle only.
class NormalEquations {
public:
    explicit NormalEquations(std::size_t size) : m_size(size), m_matrix(size * size, 0.0), m_right(size, 0.0) {}

    struct Term {
        std::size_t parameter = 0;
        double slope = 0;
    };
    // Adds weight (sum slope_i x_i - value)^2 / 2. Terms in ascending order of parameter.
    void add(const std::vector<Term> &terms, double value, double weight);

    // Adds weight (x_parameter - value)^2 / 2.
    void addPrior(std::size_t parameter, double value, double weight);

    // Cholesky; consumes the matrix. Empty where A is not positive definite.
    std::vector<double> solve();

private:
    std::size_t m_size;
    std::vector<double> m_matrix;
    std::vector<double> m_right;
};

} // namespace headroom::core
