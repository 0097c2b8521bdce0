// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_checks.h"

#include <core/planning/scenario_json.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace headroom::core {
namespace {

struct NamedChoice {
    FormatChoice choice;
    std::string_view id;
};
constexpr std::array kChoices{
    NamedChoice{FormatChoice::Native, "native"}, NamedChoice{FormatChoice::Bf16, "bf16"}, NamedChoice{FormatChoice::Fp8, "fp8"},
    NamedChoice{FormatChoice::Int8, "int8"},     NamedChoice{FormatChoice::Int4, "int4"}, NamedChoice{FormatChoice::Fp4, "fp4"},
    NamedChoice{FormatChoice::Any, "any"},
};

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return lower;
}

// Characters of well-formed UTF-8 without NUL; empty where it is not.
std::optional<int> countCharacters(std::string_view text)
{
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        if (length == 0 || lead == 0 || i + length > text.size())
            return {};
        char32_t point = length == 1 ? lead : lead & (0x7fU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0U) != 0x80U)
                return {};
            point = (point << 6U) | (next & 0x3fU);
        }
        const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff)
            return {};
        i += length;
    }
    return count;
}

std::unexpected<Error> badValue(std::string_view path, std::string detail)
{
    return std::unexpected(Error{ErrorCode::BadValue, std::move(detail), {}, std::string(path), 0});
}

class Checker {
public:
    void number(const char *key, double value, const FieldRange &range) { keep(checkNumber(path(key), value, range)); }
    void integer(const char *key, int value, const FieldRange &range) { keep(checkNumber(path(key), value, range)); }
    void optionalNumber(const char *key, const std::optional<double> &value, const FieldRange &range)
    {
        if (value)
            number(key, *value, range);
    }
    void optionalInteger(const char *key, const std::optional<int> &value, const FieldRange &range)
    {
        if (value)
            integer(key, *value, range);
    }
    void text(const char *key, const std::string &value, int most) { keep(checkText(path(key), value, most)); }
    void id(const char *key, const std::string &value) { keep(checkId(path(key), value)); }
    void ids(const char *key, const std::vector<std::string> &values) { keep(checkIds(path(key), values)); }
    template<class T, class ToId, class Parse>
    void choice(const char *, const T &, ToId, Parse)
    {
    }
    template<class Fields>
    void group(const char *key, Fields fields)
    {
        m_group = key;
        fields(*this);
    }
    template<class T, class Fields>
    void optionalGroup(const char *key, const std::optional<T> &value, Fields fields)
    {
        m_group = key;
        if (value)
            fields(*this, *value);
    }
    const Result<void> &result() const { return m_result; }

private:
    std::string path(const char *key) const { return m_group.empty() ? std::string(key) : m_group + "." + key; }
    void keep(Result<void> checked)
    {
        if (m_result)
            m_result = std::move(checked);
    }

    std::string m_group;
    Result<void> m_result;
};

} // namespace

std::string_view formatChoiceId(FormatChoice choice)
{
    return std::ranges::find(kChoices, choice, &NamedChoice::choice)->id;
}

Result<FormatChoice> parseFormatChoice(std::string_view id)
{
    const std::string wanted = lowered(id);
    if (const auto found = std::ranges::find(kChoices, std::string_view(wanted), &NamedChoice::id); found != kChoices.end())
        return found->choice;
    if (const auto format = parseFormat(wanted)) // aliases of one format
        return parseFormatChoice(formatId(*format));
    return badValue({}, fmt::format("unknown format '{}': native, bf16, fp8, int8, int4, fp4 or any would be accepted", id));
}

std::string_view targetPercentileId(TargetPercentile percentile)
{
    switch (percentile) {
    case TargetPercentile::P50: return "p50";
    case TargetPercentile::P90: return "p90";
    case TargetPercentile::P99: return "p99";
    case TargetPercentile::P95: break;
    }
    return "p95";
}

Result<TargetPercentile> parseTargetPercentile(std::string_view id)
{
    const std::string wanted = lowered(id);
    for (const TargetPercentile percentile : {TargetPercentile::P50, TargetPercentile::P90, TargetPercentile::P95, TargetPercentile::P99})
        if (wanted == targetPercentileId(percentile) || wanted == targetPercentileId(percentile).substr(1))
            return percentile;
    return badValue({}, fmt::format("unknown percentile '{}': 50, 90, 95 or 99 would be accepted", id));
}

double shareOf(TargetPercentile percentile)
{
    switch (percentile) {
    case TargetPercentile::P50: return 0.50;
    case TargetPercentile::P90: return 0.90;
    case TargetPercentile::P99: return 0.99;
    case TargetPercentile::P95: break;
    }
    return 0.95;
}

std::string_view capacityPolicyId(CapacityPolicy policy)
{
    switch (policy) {
    case CapacityPolicy::Workdays: return "workdays";
    case CapacityPolicy::Always: return "always";
    case CapacityPolicy::Hourly: break;
    }
    return "hourly";
}

Result<CapacityPolicy> parseCapacityPolicy(std::string_view id)
{
    const std::string wanted = lowered(id);
    for (const CapacityPolicy policy : {CapacityPolicy::Hourly, CapacityPolicy::Workdays, CapacityPolicy::Always})
        if (wanted == capacityPolicyId(policy))
            return policy;
    return badValue({}, fmt::format("unknown capacity schedule '{}': hourly, workdays or always would be accepted", id));
}

std::optional<NumberFormat> fixedFormat(FormatChoice choice)
{
    switch (choice) {
    case FormatChoice::Bf16: return NumberFormat::Bf16;
    case FormatChoice::Fp8: return NumberFormat::Fp8;
    case FormatChoice::Int8: return NumberFormat::Int8;
    case FormatChoice::Int4: return NumberFormat::Int4;
    case FormatChoice::Fp4: return NumberFormat::Fp4;
    case FormatChoice::Native:
    case FormatChoice::Any: break;
    }
    return {};
}

std::string describeRange(const FieldRange &range)
{
    return range.lowOpen ? fmt::format("above {:.10g}, up to {:.10g}", range.low, range.high) : fmt::format("{:.10g} to {:.10g}", range.low, range.high);
}

Result<void> checkNumber(std::string_view path, double value, const FieldRange &range)
{
    if (range.holds(value))
        return {};
    return badValue(path, fmt::format("{} is {:.10g}: {} would be accepted", path, value, describeRange(range)));
}

Result<void> checkText(std::string_view path, std::string_view value, int mostCharacters)
{
    const auto characters = countCharacters(value);
    if (!characters)
        return badValue(path, fmt::format("{} is not well-formed UTF-8 text: plain text without NUL characters would be accepted", path));
    if (*characters > mostCharacters)
        return badValue(path, fmt::format("{} has {} characters: at most {} would be accepted", path, *characters, mostCharacters));
    return {};
}

Result<void> checkId(std::string_view path, std::string_view value)
{
    if (value.empty())
        return badValue(path, fmt::format("{} is empty: an id would be accepted", path));
    return checkText(path, value, kMostIdCharacters);
}

Result<void> checkIds(std::string_view path, const std::vector<std::string> &values)
{
    if (values.size() > kMostIds)
        return badValue(path, fmt::format("{} has {} entries: at most {} would be accepted", path, values.size(), kMostIds));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (auto checked = checkId(fmt::format("{}[{}]", path, i), values[i]); !checked)
            return checked;
    return {};
}

Result<void> validate(const Scenario &scenario)
{
    Checker checker;
    visitScenario(checker, scenario);
    return checker.result();
}

} // namespace headroom::core
