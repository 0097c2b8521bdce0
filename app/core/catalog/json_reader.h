// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Strict reading of catalog objects: every key is known, every value has its type and range, and the first problem is
// kept with the path of its field. After a problem reads return defaults, so callers check once, at the end.
namespace headroom::core::catalog_json {

using Json = nlohmann::json;

// The problem that one file's objects share.
struct Problems {
    std::string file;
    std::optional<Error> first;

    void add(ErrorCode code, const std::string &field, std::string detail)
    {
        if (!first)
            first = Error{code, field + ": " + std::move(detail), file, field, 0};
    }
};

class ObjectReader {
public:
    ObjectReader(const Json &object, std::string path, Problems &problems) : m_object(object), m_path(std::move(path)), m_problems(problems)
    {
        if (!m_object.is_object())
            m_problems.add(ErrorCode::BadValue, m_path, "an object would be accepted");
    }

    bool has(const char *key)
    {
        m_known.insert(key);
        return m_object.is_object() && m_object.contains(key) && !m_object[key].is_null();
    }

    std::string text(const char *key, bool required = false)
    {
        if (!has(key)) {
            if (required)
                missing(key);
            return {};
        }
        if (!m_object[key].is_string()) {
            m_problems.add(ErrorCode::BadValue, path(key), "a text would be accepted");
            return {};
        }
        return m_object[key].get<std::string>();
    }

    double number(const char *key, double low, double high, bool required = true, double fallback = 0)
    {
        if (!has(key)) {
            if (required)
                missing(key);
            return fallback;
        }
        const Json &value = m_object[key];
        const double number = value.is_number() ? value.get<double>() : std::nan("");
        if (!(number >= low && number <= high)) {
            m_problems.add(ErrorCode::BadValue, path(key), "a number from " + shown(low) + " to " + shown(high) + " would be accepted");
            return fallback;
        }
        return number;
    }

    int whole(const char *key, int low, int high, bool required = true, int fallback = 0)
    {
        const double value = number(key, low, high, required, fallback);
        if (value != std::floor(value)) {
            m_problems.add(ErrorCode::BadValue, path(key), "a whole number would be accepted");
            return fallback;
        }
        return static_cast<int>(value);
    }

    bool flag(const char *key)
    {
        if (!has(key))
            return false;
        if (!m_object[key].is_boolean()) {
            m_problems.add(ErrorCode::BadValue, path(key), "true or false would be accepted");
            return false;
        }
        return m_object[key].get<bool>();
    }

    // Calls each(item, path) for the items of a list; a missing list is empty.
    template<class Each>
    void list(const char *key, Each each)
    {
        if (!has(key))
            return;
        if (!m_object[key].is_array()) {
            m_problems.add(ErrorCode::BadValue, path(key), "a list would be accepted");
            return;
        }
        std::size_t index = 0;
        for (const Json &item : m_object[key])
            each(item, path(key) + "[" + std::to_string(index++) + "]");
    }

    std::vector<std::string> texts(const char *key)
    {
        std::vector<std::string> all;
        list(key, [&](const Json &item, const std::string &at) {
            if (item.is_string())
                all.push_back(item.get<std::string>());
            else
                m_problems.add(ErrorCode::BadValue, at, "a text would be accepted");
        });
        return all;
    }

    const Json &child(const char *key)
    {
        static const Json empty;
        if (!has(key)) {
            missing(key);
            return empty;
        }
        return m_object[key];
    }

    void fail(ErrorCode code, const char *key, std::string detail) { m_problems.add(code, path(key), std::move(detail)); }

    // Keys with a value that nobody asked for.
    std::vector<std::string> unasked() const
    {
        std::vector<std::string> keys;
        for (const auto &[key, value] : m_object.items())
            if (!m_known.contains(key))
                keys.push_back(key);
        return keys;
    }
    const Json &json() const { return m_object; }

    std::string path(const char *key) const { return m_path.empty() ? std::string(key) : m_path + "." + key; }
    Problems &problems() { return m_problems; }

    // Every key must have been asked for.
    void finish()
    {
        if (!m_object.is_object())
            return;
        for (const auto &[key, value] : m_object.items())
            if (!m_known.contains(key))
                m_problems.add(ErrorCode::UnknownField, m_path.empty() ? key : m_path + "." + key, "no such field; accepted here are " + knownKeys());
    }

private:
    void missing(const char *key) { m_problems.add(ErrorCode::BadValue, path(key), "this field is missing"); }

    std::string knownKeys() const
    {
        std::string all;
        for (const std::string &key : m_known)
            all += (all.empty() ? "" : ", ") + key;
        return all;
    }

    static std::string shown(double value)
    {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
        return text;
    }

    const Json &m_object;
    std::string m_path;
    Problems &m_problems;
    std::set<std::string> m_known;
};

} // namespace headroom::core::catalog_json
