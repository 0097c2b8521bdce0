// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/normal_equations.h>

#include <cmath>

namespace headroom::core {

void NormalEquations::add(const std::vector<Term> &terms, double value, double weight)
{
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const double scaled = weight * terms[i].slope;
        double *row = m_matrix.data() + terms[i].parameter * m_size;
        for (std::size_t j = 0; j <= i; ++j)
            row[terms[j].parameter] += scaled * terms[j].slope;
        m_right[terms[i].parameter] += scaled * value;
    }
}

void NormalEquations::addPrior(std::size_t parameter, double value, double weight)
{
    m_matrix[parameter * m_size + parameter] += weight;
    m_right[parameter] += weight * value;
}

std::vector<double> NormalEquations::solve()
{
    const std::size_t n = m_size;
    double *a = m_matrix.data();
    for (std::size_t i = 0; i < n; ++i) {
        double *rowI = a + i * n;
        for (std::size_t j = 0; j <= i; ++j) {
            const double *rowJ = a + j * n;
            // Four partial sums: a fixed order, and the processor's pipelines stay busy.
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            std::size_t k = 0;
            for (; k + 4 <= j; k += 4) {
                s0 += rowI[k] * rowJ[k];
                s1 += rowI[k + 1] * rowJ[k + 1];
                s2 += rowI[k + 2] * rowJ[k + 2];
                s3 += rowI[k + 3] * rowJ[k + 3];
            }
            for (; k < j; ++k)
                s0 += rowI[k] * rowJ[k];
            const double rest = rowI[j] - ((s0 + s1) + (s2 + s3));
            if (i != j)
                rowI[j] = rest / rowJ[j];
            else if (!(rest > 0))
                return {};
            else
                rowI[i] = std::sqrt(rest);
        }
    }
    std::vector<double> x = m_right;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            x[i] -= a[i * n + k] * x[k];
        x[i] /= a[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            x[i] -= a[k * n + i] * x[k];
        x[i] /= a[i * n + i];
    }
    return x;
}

} // namespace headroom::core
