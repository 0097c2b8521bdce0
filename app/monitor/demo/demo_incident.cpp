// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_incident.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace headroom::monitor {
namespace {

constexpr std::array kKinds{
    std::pair{std::string_view("thermal"), DemoIncidentKind::Thermal}, std::pair{std::string_view("xid79"), DemoIncidentKind::Xid79},
    std::pair{std::string_view("kv"), DemoIncidentKind::Kv}, std::pair{std::string_view("node-down"), DemoIncidentKind::NodeDown},
    std::pair{std::string_view("surge"), DemoIncidentKind::Surge}};
constexpr double kLongestS = 7.0 * 24 * 3600;

std::optional<double> seconds(std::string_view text)
{
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (problem != std::errc() || (!unit.empty() && unit != "s") || !(value >= 0.0 && value <= kLongestS))
        return std::nullopt;
    return value;
}

} // namespace

core::Result<DemoIncident> parseDemoIncident(std::string_view text)
{
    const auto refused = [text] {
        return std::unexpected(core::Error{core::ErrorCode::BadValue,
                                           "--incident '" + std::string(text.substr(0, 100))
                                               + "' is not known; thermal, xid79, kv, node-down or surge would be accepted, with "
                                                 "[:NODE][@AT][+FOR] in seconds, as node-down:1@30+60",
                                           {},
                                           "--incident",
                                           0});
    };
    const std::size_t kindEnd = std::min(text.find_first_of(":@+"), text.size());
    DemoIncident incident;
    bool known = false;
    for (const auto &[name, kind] : kKinds)
        if (text.substr(0, kindEnd) == name) {
            incident.kind = kind;
            known = true;
        }
    std::string_view rest = text.substr(kindEnd);
    // What stands behind `mark`, up to the next one of them.
    const auto part = [&rest](char mark) -> std::optional<std::string_view> {
        if (!rest.starts_with(mark))
            return std::nullopt;
        const std::size_t end = std::min(rest.find_first_of(":@+", 1), rest.size());
        const std::string_view found = rest.substr(1, end - 1);
        rest.remove_prefix(end);
        return found;
    };
    const auto node = part(':');
    const auto at = part('@');
    const auto length = part('+');
    if (!known || !rest.empty())
        return refused();
    if (node) {
        const auto [end, problem] = std::from_chars(node->data(), node->data() + node->size(), incident.node);
        if (problem != std::errc() || end != node->data() + node->size() || incident.node < 1)
            return refused();
    }
    if (at) {
        const auto value = seconds(*at);
        if (!value)
            return refused();
        incident.atS = *value;
    }
    if (length) {
        const auto value = seconds(*length);
        if (!value || *value <= 0.0)
            return refused();
        incident.forS = *value;
    }
    return incident;
}

} // namespace headroom::monitor
