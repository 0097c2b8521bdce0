// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>

#include <filesystem>

namespace headroom::db {

// SCENARIO.json on disk. Any thread. Errors of reading: NotFound, Unreadable, TooLarge, and those of scenarioFromJson, all with
// the file; of writing: Unwritable (the file that stood there before is then untouched).
core::Result<core::Scenario> readScenarioFile(const std::filesystem::path &file);
core::Result<void> writeScenarioFile(const std::filesystem::path &file, const core::Scenario &scenario);

} // namespace headroom::db
