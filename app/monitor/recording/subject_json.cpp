// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headroom::monitor {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<const char *, std::string Subject::*> kParts[] = {{"node", &Subject::node}, {"uuid", &Subject::gpuUuid}, {"mig", &Subject::migInstance},
    {"gpu_model", &Subject::gpuModel}, {"model", &Subject::modelName}, {"engine", &Subject::engine}, {"replica", &Subject::replica}};

} // namespace

std::string subjectToText(const Subject &subject)
{
    Json json = Json::object();
    for (const auto &[name, part] : kParts)
        if (!(subject.*part).empty())
            json[name] = subject.*part;
    if (subject.gpuIndex >= 0)
        json["gpu"] = subject.gpuIndex;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Subject> subjectFromText(std::string_view text)
{
    if (text.size() > 64 * 1024)
        return std::nullopt;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    Subject subject;
    for (const auto &[name, part] : kParts)
        if (const auto found = json.find(name); found != json.end() && found->is_string())
            subject.*part = found->get<std::string>();
    if (const auto found = json.find("gpu"); found != json.end() && found->is_number_integer())
        subject.gpuIndex = static_cast<int>(std::clamp<std::int64_t>(found->get<std::int64_t>(), -1, 1'000'000));
    return subject;
}

} // namespace headroom::monitor
