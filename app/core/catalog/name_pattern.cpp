// SPDX-License-Identifier: GPL-3.0-or-later
#include "name_expression.h"
#include "name_pattern.h"

#include <algorithm>
#include <array>

namespace headroom::core::hf {
namespace {

constexpr std::size_t kMostPatterns = 100'000;
constexpr std::size_t kMostWithWildcards = 5'000;
constexpr std::array<std::string_view, 4> kPrefixes{"model.", "", "language_model.model.", "model.language_model."};

// Lists name layers with or without what stands before them.
std::string_view fromLayers(std::string_view pattern)
{
    if (pattern.starts_with("layers."))
        return pattern;
    const auto at = pattern.find(".layers.");
    return at == std::string_view::npos ? pattern : pattern.substr(at + 1);
}

bool globMatches(std::string_view glob, std::string_view text)
{
    std::size_t g = 0, t = 0, star = std::string_view::npos, mark = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == '*') {
            star = g++;
            mark = t;
        } else if (g < glob.size() && glob[g] == text[t]) {
            ++g;
            ++t;
        } else if (star != std::string_view::npos) {
            g = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*')
        ++g;
    return g == glob.size();
}

} // namespace

Result<NamePatterns> NamePatterns::make(const std::vector<std::string> &patterns)
{
    NamePatterns all;
    if (patterns.size() > kMostPatterns)
        return std::unexpected(Error{ErrorCode::TooLarge, "at most 100,000 names of modules would be accepted", {}, {}, 0});
    for (const std::string &pattern : patterns) {
        if (pattern.starts_with("re:")) {
            all.m_expressions.push_back(pattern.substr(3));
            if (!expressionIsKnown(all.m_expressions.back()))
                return std::unexpected(Error{ErrorCode::Unsupported, "the expression '" + pattern.substr(0, 80) + "' uses what is not known here", {}, {}, 0});
        } else if (pattern.contains('*')) {
            const std::string glob(fromLayers(pattern));
            for (const std::string &variant : {glob, glob + ".*", "*." + glob, "*." + glob + ".*"})
                all.m_globs.push_back(variant);
        } else {
            all.m_plain.emplace(fromLayers(pattern));
        }
    }
    if (all.m_globs.size() + all.m_expressions.size() > 4 * kMostWithWildcards)
        return std::unexpected(Error{ErrorCode::TooLarge, "at most 5,000 patterns of modules would be accepted", {}, {}, 0});
    return all;
}

bool NamePatterns::match(std::string_view name) const
{
    for (std::size_t first = 0; first != std::string_view::npos;) {
        for (std::size_t end = name.find('.', first);; end = name.find('.', end + 1)) {
            if (m_plain.contains(std::string(name.substr(first, end == std::string_view::npos ? end : end - first))))
                return true;
            if (end == std::string_view::npos)
                break;
        }
        const std::size_t dot = name.find('.', first);
        first = dot == std::string_view::npos ? dot : dot + 1;
    }
    for (const std::string &glob : m_globs) {
        m_budget -= 1 + static_cast<std::int64_t>(name.size() / 8);
        if (m_budget <= 0)
            return false;
        if (globMatches(glob, name))
            return true;
    }
    for (const std::string &expression : m_expressions)
        for (const std::string_view prefix : kPrefixes) {
            if (m_budget <= 0)
                return false;
            if (expressionMatches(expression, std::string(prefix) + std::string(name), m_budget))
                return true;
        }
    return false;
}

} // namespace headroom::core::hf
