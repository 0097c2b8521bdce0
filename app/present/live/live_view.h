// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_table.h>
#include <present/live/rule_draft.h>
#include <present/plan/plan_view.h>

#include <QPointF>
#include <QString>
#include <QVector>

#include <optional>
#include <vector>

namespace headroom::present {

// What the Live page shows, as plain values.

enum class LiveQuantity { Utilization, Memory, Power, Temperature, Running, Waiting, Ttft, Tpot, KvCache, OutputTokens };
inline constexpr LiveQuantity kLiveQuantities[] = {LiveQuantity::Utilization, LiveQuantity::Memory,  LiveQuantity::Power,
                                                   LiveQuantity::Temperature, LiveQuantity::Running, LiveQuantity::Waiting};
// Of the serving engines, beside those.
inline constexpr LiveQuantity kServingQuantities[] = {LiveQuantity::Ttft, LiveQuantity::Tpot, LiveQuantity::KvCache, LiveQuantity::OutputTokens};
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
    // Least and greatest of each point where it is the mean of a stretch; empty where points are single values.
    QVector<QPointF> low{};
    QVector<QPointF> high{};
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

// Something that happened, marked in every chart.
struct LiveEvent {
    double time = 0;             // Unix seconds
    QString text;                // "GPU is hot, gpu-3 · GPU 2"
    TextTone tone = TextTone::Warning;
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

// The parts of the page; each shows what the selection says.
enum class LiveSection { Overview, Serving, Energy, Health, Alerts };

struct LiveSelection {
    LiveSection section = LiveSection::Overview;
    double windowSeconds = 900;
    double end = 0;                                     // Unix seconds at the right edge; 0: now, and on with it
    QString node;                                       // empty: a line a node; else a line for each GPU (engine) of this one
    LiveQuantity fleet = LiveQuantity::Utilization;     // what the fleet's colours mean; of GPUs only

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
    std::vector<LiveChart> charts;         // of the section
    std::vector<LiveTable> tables;         // of the section: Serving and Health one, Energy and Alerts two
    std::vector<RuleDraft> rules;          // of the section Alerts: its second table's rows
    std::vector<LiveEvent> events;         // in the stretch of time
    int alertsFiring = 0;                  // and not yet acknowledged
    bool reading = false;                  // the store is still asked for what lies further back
    double from = 0;             // Unix seconds
    double to = 0;
};

} // namespace headroom::present
