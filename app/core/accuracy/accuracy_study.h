// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/report_json.h>

#include <functional>
#include <string>

namespace headroom::core {

struct StudyOptions {
    std::string data;           // the file's name, for the report
    std::string version;        // of the constants that a fit gives
    bool fit = false;           // new constants and bands; else those of the catalog are judged
    int folds = 0;              // 0: none
    bool leaveModelOut = false;
    bool leaveGpuOut = false;
    int threads = 1;
    FitOptions fitting;
    std::function<void(const std::string &)> progress;   // may be empty
};

struct Study {
    Constants constants;        // the fitted ones, or the catalog's
    AccuracyReport report;
    std::vector<MeasuredRow> rows;
};

// Judges the catalog's constants on measured rows, and by the options fits new ones and judges the fit on rows that it did
// not see. Deterministic, whatever the number of threads. Cost: half a second without a fit; a fit on 2,000 rows takes about
// two minutes of processor time, all hold-outs included.
Study studyAccuracy(std::vector<MeasuredRow> rows, const Catalog &catalog, const StudyOptions &options);

} // namespace headroom::core
