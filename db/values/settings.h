// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace headroom::db {

// Everything the program remembers about itself. The one table of names and accepted values is db/store/settings_fields.h.
struct Settings {
    std::string language = "system";     // system, en, zh_CN
    std::string theme = "system";        // system, light, dark
    std::string windowGeometry;          // base64 of what the window saved; empty: default place
    std::string windowState;             // base64; splitters and columns
    std::string page = "plan";           // shown last
    bool guideDone = false;              // the first visit's guided steps were finished or skipped
    std::int64_t scenario = 0;           // open last; 0: none
    std::int64_t source = 0;             // watched last; 0: none
    std::string compare;                 // the comparison: scenarios, columns, baseline; JSON, empty: none yet
    std::string exportFolder;            // used last in a save dialog
    std::string alertWebhook;            // http(s) address, or env:NAME of the variable that holds it where it is a secret; empty: none
    bool alertNotify = true;             // tell alerts on the desktop
    std::string energyPrice;             // of a kWh, decimal; empty: not known
    std::string gpuHourPrice;            // of a GPU and hour, decimal; empty: not known
    std::string livePriceCurrency = "USD"; // of the two

    bool operator==(const Settings &) const = default;
};

} // namespace headroom::db
