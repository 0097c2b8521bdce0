// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/accuracy_report.h>
#include <core/accuracy/fitted_constants.h>

#include <string>

namespace headroom::core {

// What `headroom accuracy` found.
struct AccuracyReport {
    std::string data;                 // name of the measurements' file
    std::string constantsVersion;
    ConstantCount constants;
    int rows = 0;
    std::vector<Unpredicted> unpredicted;
    std::vector<std::pair<std::string, std::string>> defective;   // row, reason
    std::vector<Evaluation> evaluations;
};

// The document of `headroom accuracy --json`, also checked in as resources/accuracy/report.json.
std::string accuracyReportJson(const AccuracyReport &report);

// One line for each row and evaluation: hold_out, id, and for each figure the ratio predicted / measured, the 80 % band's
// factor, and whether the row counts as defective.
std::string accuracyCsv(const AccuracyReport &report, const std::vector<MeasuredRow> &rows);

} // namespace headroom::core
