// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Lengths of prompts or answers from a file into a scenario: the shape into `field` (demand.input_histogram or
// demand.output_histogram), the mean into the field of the mean. GUI thread: a file is at most 16 MB, a fraction of a second.
class LengthImport {
Q_DECLARE_TR_FUNCTIONS(LengthImport)

public:
    // Errors: those of core::parseLengthFile(), Unreadable, TooLarge.
    static core::Result<core::Scenario> read(const core::Scenario &scenario, const QString &field, const QString &file);

    // "96 lengths, half within 310, 95 of 100 within 1,240 tokens"; empty where the line holds none.
    static QString summary(const core::Scenario &scenario, const QString &field);

    static QString fromFile() { return tr("From a file …"); }
    static QString dialogTitle() { return tr("Lengths as counted"); }
    static QString filter() { return tr("Lists of lengths (*.csv *.tsv *.txt);;All files (*)"); }
    static QString undoText() { return tr("Lengths from a file"); }
};

} // namespace headroom::present
