// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../store/statement.h"

#include <db/history/history.h>

namespace headroom::db {

// A chunk's row id: the series, the level (0: polls) and where it begins, so that what is read together lies together.
inline constexpr std::int64_t kMostSeconds = std::int64_t(1) << 34U;
constexpr std::int64_t chunkId(std::int64_t series, int level, std::int64_t startS)
{
    return series << 36U | static_cast<std::int64_t>(level) << 34U | startS;
}
constexpr std::int64_t startOf(std::int64_t chunk)
{
    return chunk & (kMostSeconds - 1);
}

// The file of the history, open and with the schema that this Headroom knows.
core::Result<std::unique_ptr<Database>> openHistoryFile(const HistoryOptions &options, bool readOnly);

} // namespace headroom::db
