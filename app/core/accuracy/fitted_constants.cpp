// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/fitted_constants.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace headroom::core {
namespace {

constexpr double kSmallestOffset = 0.005;
constexpr int kEnoughRows = 20;

// Six significant digits: the file stays readable, and the figures do not move.
double rounded(double value)
{
    const double scale = std::pow(10.0, 5 - std::floor(std::log10(std::abs(value))));
    return value == 0 ? 0 : std::round(value * scale) / scale;
}

// Numbers of a version for ordering: "1.2.0rc2" is 1, 2, 0. Names that begin otherwise are development states.
std::vector<int> numbersOf(std::string_view version)
{
    std::vector<int> numbers;
    int current = -1;
    for (const char c : version) {
        if (c >= '0' && c <= '9' && current < 100'000) {
            current = std::max(current, 0) * 10 + (c - '0');
        } else if (c == '.' && current >= 0) {
            numbers.push_back(current);
            current = -1;
        } else {
            break;
        }
    }
    if (current >= 0)
        numbers.push_back(current);
    return numbers;
}

} // namespace

Constants constantsOf(const FitRows &rows, const std::vector<double> &values, std::string version, Source source)
{
    Constants constants;
    constants.version = std::move(version);
    constants.source = std::move(source);
    for (std::size_t p = 0; p < values.size(); ++p) {
        const FitParameter &parameter = rows.parameters()[p];
        ConstantValue &value = constants[parameter.constant];
        if (parameter.parts == 0) {
            value.base = rounded(std::exp(values[p]));
            continue;
        }
        if (std::abs(values[p]) < kSmallestOffset)
            continue;
        auto group = std::ranges::find(value.offsets, parameter.parts, &ConstantOffsets::parts);
        if (group == value.offsets.end())
            group = value.offsets.insert(value.offsets.end(), ConstantOffsets{parameter.parts, {}});
        group->byKey[parameter.key] = rounded(values[p]);
    }
    std::map<std::string, std::map<std::string, int>> versions;
    for (std::size_t i = 0; i < rows.rows().size(); ++i)
        if (const Deployment *d = rows.deployment(i); d && !d->version.empty())
            ++versions[d->engine.id][d->version];
    for (const auto &[engine, counts] : versions) {
        std::string newest;
        for (const auto &[name, count] : counts)
            if (count >= kEnoughRows && !numbersOf(name).empty() && numbersOf(name) > numbersOf(newest))
                newest = name;
        if (!newest.empty())
            constants.newestVersions[engine] = newest;
    }
    return constants;
}

ConstantCount countConstants(const Constants &constants)
{
    ConstantCount count;
    for (const ConstantValue &value : constants.values) {
        ++count.bases;
        for (const ConstantOffsets &offsets : value.offsets)
            count.offsets += static_cast<int>(offsets.byKey.size());
    }
    return count;
}

} // namespace headroom::core
