// SPDX-License-Identifier: GPL-3.0-or-later
#include "xid_catalog.h"

#include <nlohmann/json.hpp>

namespace headroom::monitor {

core::Result<std::map<int, XidFact>> xidCatalogFromJson(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        return std::unexpected(core::Error{core::ErrorCode::Syntax, "JSON would be accepted", {}, {}, 0});
    std::map<int, XidFact> all;
    const auto codes = json.is_object() ? json.find("codes") : json.end();
    if (!json.is_object() || codes == json.end() || !codes->is_array())
        return std::unexpected(core::Error{core::ErrorCode::BadValue, "a list of codes would be accepted", {}, "codes", 0});
    for (const auto &one : *codes) {
        const auto has = [&](const char *name) { return one.is_object() && one.contains(name) && one[name].is_string(); };
        if (!has("meaning") || !has("action") || !one.contains("code") || !one["code"].is_number_integer())
            return std::unexpected(core::Error{core::ErrorCode::BadValue, "a code, its meaning and an action would be accepted", {}, "codes[" + std::to_string(all.size()) + "]", 0});
        all[one["code"].get<int>()] = {one["meaning"].get<std::string>(), one["action"].get<std::string>()};
    }
    return all;
}

} // namespace headroom::monitor
