// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>

#include <QPointF>
#include <QString>
#include <QVector>

#include <optional>
#include <vector>

namespace headroom::present {

// What the Live page shows, as plain values.

enum class LiveQuantity { Utilization, Memory, Power, Temperature, Running, Waiting };
inline constexpr LiveQuantity kLiveQuantities[] = {LiveQuantity::Utilization, LiveQuantity::Memory,  LiveQuantity::Power,
                                                   LiveQuantity::Temperature, LiveQuantity::Running, LiveQuantity::Waiting};
QString liveQuantityId(LiveQuantity quantity); // "utilization"

struct LiveTile {
    QString id;             // "gpus", "utilization", "requests", "kv_cache", "tokens", "power"
    QString title;
    QString value;          // empty: none, see note
    QString unit;
    std::vector<ToneLine> lines;
    QString note;
    std::optional<double> number;

    bool operator==(const LiveTile &) const = default;
};

struct LiveLine {
    QString name;
    QVector<QPointF> points; // Unix seconds and the quantity's SI unit (ratio, bytes, W, degrees C, requests); NaN: a gap
};

struct LiveChart {
    LiveQuantity quantity = LiveQuantity::Utilization;
    QString title;
    QString units;
    std::vector<LiveLine> lines;
    QString note;            // how many lines are left out
    QString emptyText;       // where there are no lines: why
    QString summary;
    std::optional<double> max; // of the axis
};

struct FleetCell {
    std::optional<double> level; // 0 to 1
    QString text;
    QString description;
    bool alarming = false;

    bool operator==(const FleetCell &) const = default;
};

struct FleetRow {
    QString node;
    std::vector<FleetCell> cells;

    bool operator==(const FleetRow &) const = default;
};

struct LiveSelection {
    double windowSeconds = 900;
    QString node;                                       // empty: a line a node; else a line for each GPU (engine) of this one
    LiveQuantity fleet = LiveQuantity::Utilization;     // what the fleet's colours mean; Running and Waiting do not occur

    bool operator==(const LiveSelection &) const = default;
};

struct LiveView {
    bool anySource = false;
    bool demo = false;           // some of it is made up
    bool heard = false;          // at least one source has ever answered
    QString status;              // "2 sources · 64 GPUs · 5 s" for the heading
    std::vector<LiveTile> tiles;
    std::vector<FleetRow> fleet;
    QString fleetUnits;
    QString fleetSummary;
    QString fleetEmptyText;
    QStringList nodes;           // those that can be selected
    std::vector<LiveChart> charts;
    double from = 0;             // Unix seconds
    double to = 0;
};

} // namespace headroom::present
