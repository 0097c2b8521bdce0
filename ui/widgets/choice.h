// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace headroom::ui {

// One of several choices. One that is not `enabled` says why in `reason`: its tool tip and its spoken description.
struct Choice {
    QString id;
    QString label;
    bool enabled = true;
    QString reason;

    bool operator==(const Choice &) const = default;
};

} // namespace headroom::ui
