// SPDX-License-Identifier: GPL-3.0-or-later
// Private to present/live: the tables beside the overview.
#pragma once

#include "live_parts.h"

#include <present/live/live_facts.h>
#include <present/live/live_table.h>

#include <map>
#include <string>
#include <vector>

namespace headroom::present {

struct LiveTableInput {
    const std::map<std::string, monitor::Snapshot> &latest;   // the last good answer of each source that answers
    const std::map<std::string, LiveHistory> &watched;        // in memory
    const std::map<std::string, LiveHistory> &shown;          // of the stretch of time that is looked at
    const std::vector<GpuRow> &gpus;
    const LiveFacts &facts;
    const std::vector<LiveAlert> &alerts;
    double from = 0;                                          // Unix seconds
    double to = 0;
    double now = 0;
};

LiveTable servingTable(const LiveTableInput &input);
LiveTable energyTable(const LiveTableInput &input);
LiveTable idleTable(const LiveTableInput &input);
LiveTable healthTable(const LiveTableInput &input);
LiveTable alertTable(const LiveTableInput &input);
LiveTable ruleTable(const LiveTableInput &input);

// An error code that appeared while we watched; 0: none.
int appearedXid(const LiveHistory &history, std::size_t subject);
// A machine and GPU, an engine, or the source's name.
QString subjectName(const monitor::Subject &subject);

} // namespace headroom::present
