// SPDX-License-Identifier: GPL-3.0-or-later
// Private to present/live: the pieces a view is built from.
#pragma once

#include <present/live/gpu_table_model.h>
#include <present/live/live_history.h>
#include <present/live/live_view.h>
#include <present/live/source_list_model.h>

#include <map>
#include <string>
#include <vector>

namespace headroom::present {

class PodJoin;

struct LiveInput {
    const std::map<std::string, LiveHistory> &histories;
    const SourceListModel &sources;
    const std::vector<GpuRow> &gpus;   // sorted by node and GPU
    double now = 0;                    // Unix seconds
};

// The same as long as it is the same GPU.
QString gpuKey(const monitor::Subject &subject);
// The name a machine has on this page.
QString nodeName(const monitor::Subject &subject);
// Machines as people sort them: gpu-2 before gpu-10.
bool nodeBefore(const QString &a, const QString &b);

std::vector<GpuRow> liveGpuRows(const std::map<std::string, LiveHistory> &histories, const SourceListModel &sources, const PodJoin &pods);
std::vector<LiveTile> liveTiles(const LiveInput &input);
LiveChart liveChart(const LiveInput &input, LiveQuantity quantity, const LiveSelection &selection, double from, double to);
std::vector<FleetRow> liveFleet(const LiveInput &input, LiveQuantity quantity);
QStringList liveNodes(const LiveInput &input);

} // namespace headroom::present
