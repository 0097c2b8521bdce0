// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>

#include <string>
#include <utility>

// Short words to write trees with. Inner nodes take their value from evaluate(), so a tree cannot disagree with itself.
namespace headroom::core::derive {

inline Derivation leaf(Operation operation, std::string key, double value, Unit unit, Source source = {})
{
    return {std::move(key), operation, value, unit, std::move(source), {}};
}

inline Derivation input(std::string key, double value, Unit unit)
{
    return leaf(Operation::Input, std::move(key), value, unit);
}

inline Derivation fact(std::string key, double value, Unit unit, Source source)
{
    return leaf(Operation::Fact, std::move(key), value, unit, std::move(source));
}

inline Derivation constant(std::string key, double value, Unit unit, std::string source = {})
{
    return leaf(Operation::Constant, std::move(key), value, unit, {std::move(source), {}, {}});
}

template<class... Operands>
Derivation node(Operation operation, std::string key, Unit unit, Operands &&...operands)
{
    Derivation result{std::move(key), operation, 0.0, unit, {}, {}};
    result.operands.reserve(sizeof...(operands));
    (result.operands.push_back(std::forward<Operands>(operands)), ...);
    result.value = evaluate(result);
    return result;
}

template<class... Operands>
Derivation sum(std::string key, Unit unit, Operands &&...operands)
{
    return node(Operation::Sum, std::move(key), unit, std::forward<Operands>(operands)...);
}

template<class... Operands>
Derivation difference(std::string key, Unit unit, Operands &&...operands)
{
    return node(Operation::Difference, std::move(key), unit, std::forward<Operands>(operands)...);
}

template<class... Operands>
Derivation product(std::string key, Unit unit, Operands &&...operands)
{
    return node(Operation::Product, std::move(key), unit, std::forward<Operands>(operands)...);
}

template<class... Operands>
Derivation quotient(std::string key, Unit unit, Operands &&...operands)
{
    return node(Operation::Quotient, std::move(key), unit, std::forward<Operands>(operands)...);
}

} // namespace headroom::core::derive
