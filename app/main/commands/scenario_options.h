// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace headroom::app {

// The options of `headroom plan` that override a scenario's fields; texts as typed, so that a wrong one is told with what
// would be accepted.
struct ScenarioOptions {
    std::string file;                 // SCENARIO.json; empty: the defaults
    std::optional<std::string> users, adoption, requestsPerUserHour, qps, inputTokens, outputTokens, maxContext, workload, model, format, engine,
        fixedGpus, ttftP95, tpotP95, e2e, percentile, inputLengths, outputLengths, headroom, redundancy, commitment, currency, maxPower, maxGpus;
    std::vector<std::string> gpus, excludeGpus, offers, regions, excludeRegions;

    void addTo(CLI::App &command);
    // The scenario of the file (or the defaults) with the options applied. A workload preset brings its token means along
    // unless they are given too; a file of lengths brings its mean. Errors name the option or the file's field.
    core::Result<core::Scenario> scenario() const;
};

} // namespace headroom::app
