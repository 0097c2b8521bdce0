// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/source.h>

#include <string>
#include <vector>

namespace headroom::core {

enum class Unit {
    None, Count, Ratio, Bytes, Seconds, Hours, Tokens, TokensPerSecond, RequestsPerSecond, RequestsPerHour, Watts, Flops,
    FlopsPerSecond, BytesPerSecond, BytesPerToken, People, Parameters, BytesPerParameter,
    Usd, Cny, Eur, UsdPerHour, CnyPerHour, EurPerHour, Rate, // Rate: units of one currency for one of another
};

enum class Operation {
    Input,      // leaf: a person chose it
    Fact,       // leaf: from the catalog, with its source
    Constant,   // leaf: of the engine (an efficiency, 730 h a month), with its source
    Search,     // leaf: found by search; the operands say what was searched between and are not combined
    Sum, Difference, Product, Quotient,   // of all operands, left to right
    Minimum, Maximum,
    Ceil, Floor,                          // of the only operand; a value within 1e-9 of a whole number is that number
    Exponential,                          // e^x of the only operand
    SmoothMaximum,                        // (a^3 + b^3 + ...)^(1/3)
};

// How a figure follows from others: a tree. The sentence, the PDF and the JSON are all made from it, and evaluate() of
// the tree gives the figure. `key` names the quantity ("peak_rps"); present holds its wording in both languages.
// `value` of an inner node is what evaluate() gives; of a leaf it is the leaf's own value, in the SI unit `unit` names.
struct Derivation {
    std::string key;
    Operation operation = Operation::Input;
    double value = 0.0;
    Unit unit = Unit::None;
    Source source;                  // of leaves
    std::vector<Derivation> operands;

    bool operator==(const Derivation &) const = default;
};

// ceil() that takes a value within 1e-9 above a whole number for that number (7.0000000001 GPUs are 7); floor() likewise.
double ceilToWhole(double value);
double floorToWhole(double value);

// Recomputes the tree from its leaves. Division by zero gives 0 / 0 as IEEE says. Cost: linear in the nodes.
double evaluate(const Derivation &derivation);

} // namespace headroom::core
