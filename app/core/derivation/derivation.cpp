// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/derivation.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {

double ceilToWhole(double value)
{
    return std::ceil(value - 1e-9);
}

double floorToWhole(double value)
{
    return std::floor(value + 1e-9);
}

double evaluate(const Derivation &derivation)
{
    const auto &operands = derivation.operands;
    const auto fold = [&](auto combine) {
        double result = operands.empty() ? 0.0 : evaluate(operands.front());
        for (std::size_t i = 1; i < operands.size(); ++i)
            result = combine(result, evaluate(operands[i]));
        return result;
    };
    switch (derivation.operation) {
    case Operation::Input:
    case Operation::Fact:
    case Operation::Constant:
    case Operation::Search: return derivation.value;
    case Operation::Sum: return fold([](double a, double b) { return a + b; });
    case Operation::Difference: return fold([](double a, double b) { return a - b; });
    case Operation::Product: return fold([](double a, double b) { return a * b; });
    case Operation::Quotient: return fold([](double a, double b) { return a / b; });
    case Operation::Minimum: return fold([](double a, double b) { return std::min(a, b); });
    case Operation::Maximum: return fold([](double a, double b) { return std::max(a, b); });
    case Operation::Ceil: return ceilToWhole(fold([](double a, double) { return a; }));
    case Operation::Floor: return floorToWhole(fold([](double a, double) { return a; }));
    case Operation::Exponential: return std::exp(fold([](double a, double) { return a; }));
    case Operation::SmoothMaximum: {
        double cubes = 0;
        for (const Derivation &operand : operands) {
            const double value = evaluate(operand);
            cubes += value * value * value;
        }
        return std::cbrt(cubes);
    }
    }
    return derivation.value;
}

} // namespace headroom::core
