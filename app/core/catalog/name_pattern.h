// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace headroom::core::hf {

// Patterns that name modules of a checkpoint, as quantization configs list them: plain names ("lm_head", "model.layers.0.mlp.gate",
// "gate"), names with '*', and "re:" expressions. A plain name stands for the module and everything below it, wherever its
// dotted parts occur in a row. Of expressions only what such lists use is known: . * + ? ( | ) [..] ^ $ \d \w and escapes;
// anything else is Unsupported. Matching is bounded in work whatever the pattern.
class NamePatterns {
public:
    // Errors: Unsupported for an expression that is not known, TooLarge for more than 100,000 patterns or 5,000 that are not plain.
    static Result<NamePatterns> make(const std::vector<std::string> &patterns);

    // `name` begins at "layers.": "layers.3.self_attn.q_proj". False where the bound on work was reached: see exhausted().
    bool match(std::string_view name) const;

    bool empty() const { return m_plain.empty() && m_globs.empty() && m_expressions.empty(); }
    bool exhausted() const { return m_budget <= 0; }

private:
    std::unordered_set<std::string> m_plain;
    std::vector<std::string> m_globs;
    std::vector<std::string> m_expressions;
    mutable std::int64_t m_budget = 20'000'000;
};

} // namespace headroom::core::hf
