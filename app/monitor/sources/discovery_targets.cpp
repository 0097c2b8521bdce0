// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery_targets.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace headroom::monitor {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kAcceptedList = R"([{"targets":["host:9400"],"labels":{"node":"n1"}}] would be accepted)";

std::unexpected<core::Error> bad(core::ErrorCode code, std::string text, std::string field = {})
{
    return std::unexpected(core::Error{code, std::move(text), {}, std::move(field), 0});
}

// A host and a port, as they stand in an address; nothing that would make another address of it.
bool isHostAndPort(std::string_view text)
{
    const bool plain = std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == ':'
               || c == '[' || c == ']';
    });
    if (!plain || text.empty() || text.size() > 300)
        return false;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || text.ends_with(']'))
        return true;
    int port = 0;
    const auto [end, problem] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    return colon > 0 && problem == std::errc() && end == text.data() + text.size() && port > 0 && port < 65536;
}

std::string percentEncoded(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '~';
        out += plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return out;
}

// A path may bring its own parameters; blanks and controls would end the request line.
bool isPath(std::string_view text)
{
    return text.starts_with('/') && text.size() <= 2000
           && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '#'; });
}

struct Group {
    std::string scheme = "http";
    std::string path = "/metrics";
    std::string node;
};

core::Result<Group> readLabels(const Json &labels, const std::string &place)
{
    Group group;
    std::string parameters;
    std::size_t bestNode = 100;
    constexpr std::array<std::string_view, 5> kNodes{"node", "hostname", "nodename", "host", "instance"};
    for (const auto &[name, value] : labels.items()) {
        if (!value.is_string())
            return bad(core::ErrorCode::BadValue, fmt::format("the label '{}' is no text; {}", name.substr(0, 100), kAcceptedList),
                       place + ".labels");
        const auto &text = value.get_ref<const std::string &>();
        if (name == "__scheme__") {
            if (text != "http" && text != "https")
                return bad(core::ErrorCode::BadValue, "__scheme__ must be http or https", place + ".labels.__scheme__");
            group.scheme = text;
        } else if (name == "__metrics_path__") {
            if (!isPath(text))
                return bad(core::ErrorCode::BadValue, "__metrics_path__ must begin with / and hold no blanks",
                           place + ".labels.__metrics_path__");
            group.path = text;
        } else if (name.starts_with("__param_")) {
            parameters += (parameters.empty() ? "" : "&") + percentEncoded(name.substr(8)) + "=" + percentEncoded(text);
        } else if (const auto rank = static_cast<std::size_t>(std::ranges::find(kNodes, name) - kNodes.begin());
                   rank < kNodes.size() && rank < bestNode && !text.empty()) {
            bestNode = rank;
            group.node = text.substr(0, 300);
        }
    }
    if (!parameters.empty())
        group.path += (group.path.find('?') == std::string::npos ? "?" : "&") + parameters;
    return group;
}

} // namespace

core::Result<std::vector<DiscoveredTarget>> readDiscoveryTargets(std::string_view json)
{
    if (json.size() > kMostDiscoveryBytes)
        return bad(core::ErrorCode::TooLarge, "the list of targets is larger than 16 MiB, the most that is read");
    // No level deeper than a label's text is looked at, nor read.
    const Json list = Json::parse(json, [](int depth, Json::parse_event_t, Json &) { return depth < 6; }, false);
    if (list.is_discarded() || !list.is_array())
        return bad(core::ErrorCode::Syntax, fmt::format("not a list of targets in JSON; {}", kAcceptedList));
    std::vector<DiscoveredTarget> targets;
    std::unordered_set<std::string> seen;
    for (std::size_t g = 0; g < list.size(); ++g) {
        const std::string place = fmt::format("[{}]", g);
        const auto names = list[g].is_object() ? list[g].find("targets") : list[g].end();
        if (!list[g].is_object() || names == list[g].end() || !names->is_array())
            return bad(core::ErrorCode::BadValue, fmt::format("{} has no list of targets; {}", place, kAcceptedList), place + ".targets");
        const auto labels = list[g].find("labels");
        if (labels != list[g].end() && !labels->is_object() && !labels->is_null())
            return bad(core::ErrorCode::BadValue, fmt::format("the labels of {} are no object; {}", place, kAcceptedList),
                       place + ".labels");
        const auto group = readLabels(labels != list[g].end() && labels->is_object() ? *labels : Json::object(), place);
        if (!group)
            return std::unexpected(group.error());
        for (std::size_t t = 0; t < names->size(); ++t) {
            const Json &name = (*names)[t];
            if (!name.is_string() || !isHostAndPort(name.get_ref<const std::string &>()))
                return bad(core::ErrorCode::BadValue, fmt::format("{}.targets[{}] is not HOST:PORT; {}", place, t, kAcceptedList),
                           fmt::format("{}.targets[{}]", place, t));
            DiscoveredTarget target{group->scheme + "://" + name.get<std::string>() + group->path, group->node};
            if (!seen.insert(target.url).second)
                continue;
            if (targets.size() >= kMostTargets)
                return bad(core::ErrorCode::TooLarge,
                           fmt::format("more than {} targets, the most that are polled; a Prometheus server (prometheus+URL) holds more",
                                       kMostTargets));
            targets.push_back(std::move(target));
        }
    }
    return targets;
}

} // namespace headroom::monitor
