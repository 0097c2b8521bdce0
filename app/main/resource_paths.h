// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace headroom::app {

// Folder of the shipped data (catalog/, demo/, ...): $HEADROOM_RESOURCES, else share/headroom beside the installed
// program, else the source tree that this program was built from.
std::filesystem::path resourceFolder();

} // namespace headroom::app
