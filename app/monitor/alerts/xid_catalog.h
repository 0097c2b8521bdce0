// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/values/xid_fact.h>

#include <map>
#include <string_view>

namespace headroom::monitor {

// resources/alerts/xid_codes.json: {"codes": [{"code","meaning","action"}]}. Errors: Syntax, BadValue.
core::Result<std::map<int, XidFact>> xidCatalogFromJson(std::string_view text);

} // namespace headroom::monitor
