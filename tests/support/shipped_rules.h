// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/alerts/alert_json.h>

#include <QFile>

namespace headroom::test {

// The alert rules in resources; empty where they cannot be read.
inline std::vector<monitor::AlertRule> shippedRules()
{
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/alerts/rules.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return monitor::alertRulesFromJson(file.readAll().toStdString()).value_or(std::vector<monitor::AlertRule>());
}

} // namespace headroom::test
