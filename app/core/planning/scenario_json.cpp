// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_checks.h"

#include <core/planning/scenario_json.h>
#include <core/workload/workload.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace headroom::core {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;
constexpr std::size_t kMostBytes = 1U << 20U;
constexpr int kDeepest = 32;

std::string_view kindOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null: return "null";
    case Json::value_t::object: return "an object";
    case Json::value_t::array: return "a list";
    case Json::value_t::string: return "a text";
    case Json::value_t::boolean: return "true or false";
    default: return "a number";
    }
}

std::string joined(const std::vector<std::string> &names)
{
    std::string all;
    for (const std::string &name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

// Reads the fields of one object; the first error stays, and nothing is changed after it.
class Reader {
public:
    Reader(const Json &object, std::string group) : m_object(object), m_group(std::move(group)) {}

    void number(const char *key, double &value, const FieldRange &range)
    {
        if (const Json *json = find(key))
            readNumber(key, *json, range, value);
    }
    void integer(const char *key, int &value, const FieldRange &range)
    {
        if (const Json *json = find(key))
            readInteger(key, *json, range, value);
    }
    void optionalNumber(const char *key, std::optional<double> &value, const FieldRange &range)
    {
        if (const Json *json = findNotNull(key, value))
            readNumber(key, *json, range, value.emplace());
    }
    void optionalInteger(const char *key, std::optional<int> &value, const FieldRange &range)
    {
        if (const Json *json = findNotNull(key, value))
            readInteger(key, *json, range, value.emplace());
    }
    void text(const char *key, std::string &value, int most)
    {
        if (const Json *json = find(key); json && readText(path(key), *json, "a text", value))
            keep(checkText(path(key), value, most));
    }
    void id(const char *key, std::string &value)
    {
        if (const Json *json = find(key); json && readText(path(key), *json, "an id in quotes", value))
            keep(checkId(path(key), value));
    }
    void ids(const char *key, std::vector<std::string> &values)
    {
        const Json *json = find(key);
        if (!json)
            return;
        if (!json->is_array())
            return wrongType(path(key), *json, "a list of ids, as [\"a\", \"b\"],");
        values.clear();
        for (const Json &entry : *json) {
            const std::string entryPath = fmt::format("{}[{}]", path(key), values.size());
            if (!readText(entryPath, entry, "an id in quotes", values.emplace_back()))
                return;
        }
        keep(checkIds(path(key), values));
    }
    template<class T, class ToId, class Parse>
    void choice(const char *key, T &value, ToId, Parse parse)
    {
        std::string name;
        const Json *json = find(key);
        if (!json || !readText(path(key), *json, "an id in quotes", name))
            return;
        if (const auto parsed = parse(name)) {
            value = *parsed;
        } else {
            Error error = parsed.error();
            error.code = ErrorCode::BadValue;
            error.field = path(key);
            error.detail = fmt::format("{}: {}", error.field, error.detail);
            keep(std::unexpected(std::move(error)));
        }
    }
    template<class Fields>
    void group(const char *key, Fields fields)
    {
        if (const Json *json = findObject(key, false)) {
            Reader inner(*json, path(key));
            fields(inner);
            keep(inner.finish());
        }
    }
    template<class T, class Fields>
    void optionalGroup(const char *key, std::optional<T> &value, Fields fields)
    {
        value.reset();
        if (const Json *json = findObject(key, true)) {
            Reader inner(*json, path(key));
            fields(inner, value.emplace());
            keep(inner.finish());
        }
    }
    Result<void> schema()
    {
        int version = kSchema;
        integer("schema", version, FieldRange{1, 1e6});
        if (version > kSchema)
            keep(std::unexpected(Error{ErrorCode::Unsupported,
                fmt::format("the scenario has schema {}, written by a newer Headroom: schema {} would be accepted", version, kSchema), {}, "schema", 0}));
        return m_result;
    }

    // After all fields: what stands in the object besides is an error.
    Result<void> finish() const
    {
        for (const auto &[key, value] : m_object.items()) {
            if (std::ranges::find(m_known, key) != m_known.end())
                continue;
            const std::string where = m_group.empty() ? "a scenario" : m_group;
            return std::unexpected(Error{ErrorCode::UnknownField,
                fmt::format("unknown field '{}': {} has the fields {}", path(key), where, joined(m_known)), {}, path(key), 0});
        }
        return m_result;
    }

private:
    std::string path(const std::string &key) const { return m_group.empty() ? key : m_group + "." + key; }

    const Json *find(const char *key)
    {
        m_known.emplace_back(key);
        const auto found = m_object.find(key);
        return m_result && found != m_object.end() ? &*found : nullptr;
    }
    template<class T>
    const Json *findNotNull(const char *key, std::optional<T> &value)
    {
        value.reset();
        const Json *json = find(key);
        return json && !json->is_null() ? json : nullptr;
    }
    const Json *findObject(const char *key, bool orNull)
    {
        const Json *json = find(key);
        if (!json || (orNull && json->is_null()))
            return nullptr;
        if (!json->is_object()) {
            wrongType(path(key), *json, orNull ? "an object or null" : "an object");
            return nullptr;
        }
        return json;
    }
    void readNumber(const char *key, const Json &json, const FieldRange &range, double &value)
    {
        if (!json.is_number())
            return wrongType(path(key), json, "a number, " + describeRange(range) + ",");
        value = json.get<double>();
        keep(checkNumber(path(key), value, range));
    }
    void readInteger(const char *key, const Json &json, const FieldRange &range, int &value)
    {
        if (!json.is_number())
            return wrongType(path(key), json, "a whole number, " + describeRange(range) + ",");
        const double number = json.get<double>();
        if (number != std::floor(number))
            return keep(std::unexpected(Error{ErrorCode::BadValue,
                fmt::format("{} is {:.10g}: a whole number, {}, would be accepted", path(key), number, describeRange(range)), {}, path(key), 0}));
        if (auto checked = checkNumber(path(key), number, range); !checked)
            return keep(std::move(checked));
        value = static_cast<int>(number);
    }
    bool readText(const std::string &fieldPath, const Json &json, std::string_view accepted, std::string &value)
    {
        if (json.is_string()) {
            value = json.get_ref<const std::string &>();
            return true;
        }
        wrongType(fieldPath, json, accepted);
        return false;
    }
    void wrongType(const std::string &fieldPath, const Json &json, std::string_view accepted)
    {
        keep(std::unexpected(Error{ErrorCode::BadValue, fmt::format("{} is {}: {} would be accepted", fieldPath, kindOf(json), accepted), {}, fieldPath, 0}));
    }
    void keep(Result<void> checked)
    {
        if (m_result)
            m_result = std::move(checked);
    }

    const Json &m_object;
    std::string m_group;
    std::vector<std::string> m_known;
    Result<void> m_result;
};

class Writer {
public:
    explicit Writer(Json &object) : m_object(object) {}

    void number(const char *key, double value, const FieldRange &)
    {
        // Whole numbers read better without ".0"; both parse back to the same double.
        if (value == std::floor(value) && std::abs(value) < 1e15)
            m_object[key] = static_cast<std::int64_t>(value);
        else
            m_object[key] = value;
    }
    void integer(const char *key, int value, const FieldRange &) { m_object[key] = value; }
    void optionalNumber(const char *key, const std::optional<double> &value, const FieldRange &range)
    {
        if (value)
            number(key, *value, range);
        else
            m_object[key] = nullptr;
    }
    void optionalInteger(const char *key, const std::optional<int> &value, const FieldRange &)
    {
        m_object[key] = value ? Json(*value) : Json(nullptr);
    }
    void text(const char *key, const std::string &value, int) { m_object[key] = value; }
    void id(const char *key, const std::string &value) { m_object[key] = value; }
    void ids(const char *key, const std::vector<std::string> &values) { m_object[key] = values; }
    template<class T, class ToId, class Parse>
    void choice(const char *key, const T &value, ToId toId, Parse)
    {
        m_object[key] = std::string(toId(value));
    }
    template<class Fields>
    void group(const char *key, Fields fields)
    {
        Writer inner(m_object[key] = Json::object());
        fields(inner);
    }
    template<class T, class Fields>
    void optionalGroup(const char *key, const std::optional<T> &value, Fields fields)
    {
        if (!value) {
            m_object[key] = nullptr;
            return;
        }
        Writer inner(m_object[key] = Json::object());
        fields(inner, *value);
    }

private:
    Json &m_object;
};

int lineOf(std::string_view text, std::size_t byte)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

// JSON that means one thing: no key twice in an object, no nesting deeper than any scenario.
Result<Json> parseStrictly(std::string_view text)
{
    if (text.size() > kMostBytes)
        return std::unexpected(Error{ErrorCode::TooLarge, fmt::format("the scenario has {} bytes: at most {} would be accepted", text.size(), kMostBytes), {}, {}, 0});
    std::vector<std::set<std::string>> keys;
    std::optional<std::string> twice;
    bool tooDeep = false;
    const auto watch = [&](int depth, Json::parse_event_t event, Json &parsed) {
        tooDeep = tooDeep || depth > kDeepest;
        if (event == Json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second && !twice)
            twice = parsed.get<std::string>();
        return true;
    };
    Json json;
    try {
        json = Json::parse(text.begin(), text.end(), watch);
    } catch (const Json::parse_error &error) {
        const int line = lineOf(text, error.byte == 0 ? 0 : error.byte - 1);
        return std::unexpected(Error{ErrorCode::Syntax, fmt::format("not JSON at line {}: a JSON object with a scenario's fields would be accepted", line), {}, {}, line});
    } catch (const Json::exception &) { // a number beyond every range
        return std::unexpected(Error{ErrorCode::Syntax, "a number is too large for any field: a JSON object with a scenario's fields would be accepted", {}, {}, 0});
    }
    if (tooDeep)
        return std::unexpected(Error{ErrorCode::TooLarge, fmt::format("the scenario is nested deeper than {} levels: two levels would do", kDeepest), {}, {}, 0});
    if (twice)
        return std::unexpected(Error{ErrorCode::Syntax, fmt::format("the field '{}' stands twice in one object: once would be accepted", *twice), {}, *twice, 0});
    if (!json.is_object())
        return std::unexpected(Error{ErrorCode::BadValue, fmt::format("the scenario is {}: an object with the fields of a scenario would be accepted", kindOf(json)), {}, {}, 0});
    return json;
}

// A preset that is named without lengths means its own lengths, not those of the default preset.
void presetLengths(const Json &json, DemandInputs &demand)
{
    const auto group = json.find("demand");
    if (group == json.end() || !group->is_object())
        return;
    const auto name = group->find("workload");
    if (name == group->end() || !name->is_string())
        return;
    if (const WorkloadPreset *preset = findWorkloadPreset(name->get_ref<const std::string &>())) {
        demand.inputTokensMean = preset->inputTokens;
        demand.outputTokensMean = preset->outputTokens;
    }
}

} // namespace

Result<Scenario> scenarioFromJson(std::string_view text, std::string_view fileName)
{
    const auto read = [&]() -> Result<Scenario> {
        const auto json = parseStrictly(text);
        if (!json)
            return std::unexpected(json.error());
        Scenario scenario;
        presetLengths(*json, scenario.demand);
        Reader reader(*json, {});
        if (auto known = reader.schema(); !known) // the fields of a newer schema are not ours to judge
            return std::unexpected(known.error());
        visitScenario(reader, scenario);
        if (auto done = reader.finish(); !done)
            return std::unexpected(done.error());
        return scenario;
    };
    auto result = read();
    if (!result)
        result.error().file = fileName;
    return result;
}

std::string scenarioToJson(const Scenario &scenario)
{
    Json json = Json::object();
    json["schema"] = kSchema;
    Writer writer(json);
    visitScenario(writer, scenario);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace headroom::core
