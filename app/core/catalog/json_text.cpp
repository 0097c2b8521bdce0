// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_text.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace headroom::core::catalog_json {
namespace {

using Json = nlohmann::json;

// Watches the parser's events: depth, and the keys of every object that is open.
class Guard {
public:
    explicit Guard(int deepest) : m_deepest(deepest) {}

    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        if (depth > m_deepest)
            tooDeep = true;
        if (tooDeep || !doubleKey.empty())
            return false; // what follows is only scanned, not kept
        if (event == Json::parse_event_t::object_start) {
            m_keys.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            m_keys.pop_back();
        } else if (event == Json::parse_event_t::key) {
            const auto &key = parsed.get_ref<const std::string &>();
            if (!m_keys.back().insert(key).second)
                doubleKey = key.empty() ? "(empty)" : key;
        }
        return true;
    }

    bool tooDeep = false;
    std::string doubleKey;

private:
    int m_deepest;
    std::vector<std::unordered_set<std::string>> m_keys;
};

// nlohmann's texts begin with "[json.exception.parse_error.101] ", which helps nobody.
std::string plain(const char *what)
{
    std::string text(what);
    if (const auto end = text.find("] "); text.starts_with('[') && end != std::string::npos)
        text.erase(0, end + 2);
    return text;
}

} // namespace

Result<Json> parseJsonText(std::string_view text, const std::string &file, JsonLimits limits)
{
    const auto failed = [&](ErrorCode code, std::string detail, int line) { return std::unexpected(Error{code, std::move(detail), file, {}, line}); };
    if (text.size() > limits.mostBytes)
        return failed(ErrorCode::TooLarge, "the text is over " + std::to_string(limits.mostBytes >> 20U) + " MiB, the most that is read", 0);
    Guard guard(limits.deepest);
    try {
        Json json = Json::parse(text, std::ref(guard));
        if (guard.tooDeep)
            return failed(ErrorCode::TooLarge, "nested deeper than " + std::to_string(limits.deepest) + " levels", 0);
        if (!guard.doubleKey.empty()) {
            Error error{ErrorCode::BadValue, "the key '" + guard.doubleKey.substr(0, 80) + "' stands twice in one object; once would be accepted", file, guard.doubleKey.substr(0, 80), 0};
            return std::unexpected(std::move(error));
        }
        return json;
    } catch (const Json::parse_error &error) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        return failed(ErrorCode::Syntax, "not JSON: " + plain(error.what()), 1 + static_cast<int>(std::count(text.begin(), end, '\n')));
    } catch (const Json::exception &error) {
        return failed(ErrorCode::Syntax, "not JSON: " + plain(error.what()), 0);
    }
}

} // namespace headroom::core::catalog_json
