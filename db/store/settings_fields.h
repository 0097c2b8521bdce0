// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/values/settings.h>

#include <initializer_list>
#include <string_view>

namespace headroom::db {

inline constexpr std::size_t kMostSettingBytes = 64 * 1024;

// The one table of known settings: stored names and what each accepts. Reading, writing and checking are visitors of it.
template<class Visitor, class S>
void visitSettings(Visitor &v, S &s)
{
    v.oneOf("language", s.language, {"system", "en", "zh_CN"});
    v.oneOf("theme", s.theme, {"system", "light", "dark"});
    v.text("window_geometry", s.windowGeometry);
    v.text("window_state", s.windowState);
    v.text("page", s.page);
    v.flag("guide_done", s.guideDone);
    v.id("scenario", s.scenario);
    v.id("source", s.source);
    v.text("compare", s.compare);
    v.text("export_folder", s.exportFolder);
    v.text("alert_webhook", s.alertWebhook);
    v.flag("alert_notify", s.alertNotify);
    v.text("energy_price", s.energyPrice);
    v.text("gpu_hour_price", s.gpuHourPrice);
    v.oneOf("live_price_currency", s.livePriceCurrency, {"USD", "CNY", "EUR"});
}

} // namespace headroom::db
