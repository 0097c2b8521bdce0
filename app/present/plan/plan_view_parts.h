// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_answer.h>
#include <present/plan/plan_view.h>

#include <QString>

#include <optional>
#include <vector>

namespace headroom::present {

// Parts of makePlanView(), one file for each subject.
std::vector<TileView> planTiles(const PlanAnswer &answer, const std::optional<core::Money> &before);
std::vector<TileView> emptyTiles(const QString &note);
std::vector<BannerView> planBanners(const PlanAnswer &answer);
void fillCharts(const PlanAnswer &answer, PlanView &view);
void fillPareto(const PlanAnswer &answer, ScatterView &view);
void fillTornado(const PlanAnswer &answer, TornadoView &view);
void fillChartTitles(PlanView &view);
QString optionName(const core::PlanOption &option, const core::Catalog &catalog); // "16× H200 SXM · fp8"

} // namespace headroom::present
