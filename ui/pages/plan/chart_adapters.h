// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>
#include <ui/charts/chart_data.h>
#include <ui/theme/tokens.h>

namespace headroom::ui {

// From what present says to what the charts draw.
LineChartData lineChartOf(const present::ChartView &view);
BarChartData barChartOf(const std::vector<present::BarView> &bars);
ScatterChartData scatterOf(const present::ScatterView &view);
TornadoChartData tornadoOf(const present::TornadoView &view);
StackedBarData stackedBarOf(const present::MemoryView &view);
Tone toneOf(present::TextTone tone);

} // namespace headroom::ui
