// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>

#include <string>
#include <string_view>

namespace headroom::core {

// SCENARIO.json (schema: resources/scenario.schema.json). Missing fields take their defaults; an unknown field, a wrong
// type or a value out of range is an error that names the field ("demand.users"). `fileName` stands in errors.
// Texts over 1 MiB or deeper than 32 are refused. Pure; thread-safe.
Result<Scenario> scenarioFromJson(std::string_view text, std::string_view fileName = {});

// All fields, in the order of the structs, two-space indent; scenarioFromJson(scenarioToJson(s)) == s.
std::string scenarioToJson(const Scenario &scenario);

// Ranges of the struct's comments; the first violation. Ids are not checked here (that needs a catalog).
Result<void> validate(const Scenario &scenario);

} // namespace headroom::core
