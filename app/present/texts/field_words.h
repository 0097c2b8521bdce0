// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace headroom::present {

// English source texts of one field of a scenario (context "FieldTexts").
struct FieldWords {
    const char *id;
    const char *label;
    const char *help;
    const char *unit = "";
    const char *notGiven = "";
};

const FieldWords *findFieldWords(const QString &field); // nullptr where unknown

} // namespace headroom::present
