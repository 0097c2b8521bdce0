// SPDX-License-Identifier: GPL-3.0-or-later
#include "name_expression.h"

#include <cstddef>

namespace headroom::core::hf {
namespace {

constexpr std::size_t kLongest = 1000;
constexpr int kDeepest = 8;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Length of the atom that begins at `at`: a character, an escape, a class or a group. 0: not known.
std::size_t atomLength(std::string_view e, std::size_t at)
{
    const char c = e[at];
    if (c == '\\') {
        if (at + 1 >= e.size())
            return 0;
        const char next = e[at + 1];
        return next == 'd' || next == 'w' || !isWord(next) ? 2 : 0;
    }
    if (c == '[') {
        const std::size_t end = e.find(']', at + 2);
        return end == std::string_view::npos || e.substr(at, end - at).find('\\') != std::string_view::npos ? 0 : end - at + 1;
    }
    if (c == '(') {
        std::size_t i = at + 1;
        for (int open = 1; i < e.size(); ++i) {
            if (e[i] == '\\')
                ++i;
            else if (e[i] == '(')
                ++open;
            else if (e[i] == ')' && --open == 0)
                return i - at + 1;
        }
        return 0;
    }
    return c == ')' || c == '*' || c == '+' || c == '?' || c == '{' || c == '}' || c == ']' || c == '|' ? 0 : 1;
}

// The inside of a group without "?:".
std::string_view inside(std::string_view group)
{
    group = group.substr(1, group.size() - 2);
    return group.starts_with("?:") ? group.substr(2) : group;
}

// Where the alternative that begins at the front ends: at a '|' outside groups and classes.
std::size_t alternativeEnd(std::string_view e)
{
    std::size_t i = 0;
    while (i < e.size() && e[i] != '|') {
        const std::size_t length = atomLength(e, i);
        i += length == 0 ? 1 : length;
    }
    return i < e.size() ? i : e.size();
}

bool isKnown(std::string_view e, int depth)
{
    if (depth > kDeepest)
        return false;
    for (std::size_t i = 0; i < e.size();) {
        if (e[i] == '|') {
            ++i;
            continue;
        }
        const std::size_t length = atomLength(e, i);
        if (length == 0)
            return false;
        if (e[i] == '(') {
            const std::string_view group = inside(e.substr(i, length));
            if (group.starts_with('?') || !isKnown(group, depth + 1))
                return false;
        }
        const bool group = e[i] == '(';
        i += length;
        if (i < e.size() && (e[i] == '*' || e[i] == '+' || e[i] == '?')) {
            if (group && e[i] != '?') // lists of modules never repeat a group
                return false;
            ++i;
        }
    }
    return true;
}

bool classHolds(std::string_view set, char c)
{
    const bool negated = set.starts_with('^');
    if (negated)
        set.remove_prefix(1);
    bool in = false;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (i + 2 < set.size() && set[i + 1] == '-') {
            in = in || (c >= set[i] && c <= set[i + 2]);
            i += 2;
        } else {
            in = in || c == set[i];
        }
    }
    return in != negated;
}

bool charMatches(std::string_view atom, char c)
{
    if (atom.size() == 1)
        return atom[0] == '.' || atom[0] == c;
    if (atom[0] == '[')
        return classHolds(atom.substr(1, atom.size() - 2), c);
    return atom[1] == 'd' ? isDigit(c) : atom[1] == 'w' ? isWord(c) : atom[1] == c;
}

// What remains to be matched after a group: a list on the stack, so that backtracking needs no copies.
struct Rest {
    std::string_view expression;
    const Rest *then = nullptr;
};

class Matcher {
public:
    Matcher(std::string_view text, std::int64_t &budget) : m_text(text), m_budget(budget) {}

    bool match(std::string_view e, std::size_t at, const Rest *then, int depth)
    {
        if (--m_budget <= 0 || depth > kDepthLimit)
            return false;
        if (e.empty())
            return then ? match(then->expression, at, then->then, depth + 1) : true;
        if (const std::size_t end = alternativeEnd(e); end < e.size())
            return match(e.substr(0, end), at, then, depth + 1) || match(e.substr(end + 1), at, then, depth + 1);
        if (e[0] == '^')
            return at == 0 && match(e.substr(1), at, then, depth + 1);
        if (e[0] == '$')
            return at == m_text.size() && match(e.substr(1), at, then, depth + 1);
        const std::size_t length = atomLength(e, 0);
        const std::string_view atom = e.substr(0, length);
        std::string_view after = e.substr(length);
        const char times = after.empty() ? '1' : after[0];
        if (times == '*' || times == '+' || times == '?')
            after.remove_prefix(1);
        if (atom[0] == '(')
            return group(atom, times, after, at, then, depth);
        const std::size_t least = times == '*' || times == '?' ? 0 : 1;
        const std::size_t most = times == '*' || times == '+' ? m_text.size() - at : 1;
        std::size_t count = 0;
        while (count < most && at + count < m_text.size() && charMatches(atom, m_text[at + count]))
            ++count;
        for (;; --count) { // greedy; each shorter run is tried in turn
            if (count < least || m_budget <= 0)
                return false;
            if (match(after, at + count, then, depth + 1))
                return true;
            if (count == 0)
                return false;
        }
    }

private:
    bool group(std::string_view atom, char times, std::string_view after, std::size_t at, const Rest *then, int depth)
    {
        const Rest rest{after, then};
        if (match(inside(atom), at, &rest, depth + 1))
            return true;
        return times == '?' && match(after, at, then, depth + 1);
    }

    static constexpr int kDepthLimit = 4000;
    std::string_view m_text;
    std::int64_t &m_budget;
};

} // namespace

bool expressionIsKnown(std::string_view expression)
{
    return expression.size() <= kLongest && isKnown(expression, 0);
}

bool expressionMatches(std::string_view expression, std::string_view text, std::int64_t &budget)
{
    return Matcher(text, budget).match(expression, 0, nullptr, 0);
}

} // namespace headroom::core::hf
