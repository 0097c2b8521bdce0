// SPDX-License-Identifier: GPL-3.0-or-later
#include "resource_paths.h"

#include <cstdlib>

namespace headroom::app {

namespace fs = std::filesystem;

fs::path resourceFolder()
{
    if (const char *given = std::getenv("HEADROOM_RESOURCES"); given && *given)
        return given;
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path installed = program.parent_path().parent_path() / "share" / "headroom";
    if (fs::exists(installed / "catalog", ignored))
        return installed;
    return HEADROOM_SOURCE_RESOURCES;
}

} // namespace headroom::app
