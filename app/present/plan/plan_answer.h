// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/chart_data.h>
#include <core/planning/plan.h>
#include <core/planning/scenario.h>
#include <core/planning/sensitivity_data.h>
#include <core/units/result.h>

#include <QtGlobal>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace headroom::present {

// Whether one choice of number format leads anywhere on the GPUs that the scenario allows.
struct FormatAvailability {
    enum class State {
        Available,
        NotRun,      // the engine runs it on none of them
        DoesNotFit,  // run, but no layout of the allowed size holds the weights and one request
    };
    core::NumberFormat format = core::NumberFormat::Bf16;
    State state = State::Available;
    core::Bytes weights;           // of the whole model in this format
    bool belowNative = false;      // fewer bits than the checkpoint's own
    bool native = false;           // the checkpoint's own

    bool operator==(const FormatAvailability &) const = default;
};

// What planning needs of the engine; tests put their own in.
struct PlanEngine {
    std::function<core::Result<core::Plan>(const core::Scenario &, const core::Catalog &, std::stop_token)> plan;
    std::function<core::PlanCharts(const core::PlanOption &, const core::Plan &, const core::Catalog &)> charts;
    std::function<std::vector<FormatAvailability>(const core::Scenario &, const core::Catalog &)> formats;
    // What comes after the answer, where it is there: the plan with its contenders simulated, and what moves it most.
    std::function<core::Result<core::Plan>(const core::Plan &, const core::Catalog &, std::stop_token)> refine = {};
    std::function<core::Result<core::Sensitivity>(const core::Plan &, const core::Catalog &, std::stop_token)> sensitivity = {};
};
PlanEngine coreEngine(); // the real one

// One answer as a whole: made on the worker's thread, never changed after, shared by everything that shows it.
struct PlanAnswer {
    enum class Stage { ClosedForm, Simulated, Weighed };
    Stage stage = Stage::ClosedForm;
    quint64 generation = 0;
    quint64 edit = 0;              // which edit of the session asked for it; a drag is one edit
    core::Scenario scenario;       // that was asked
    std::shared_ptr<const core::Catalog> catalog;
    core::Result<core::Plan> plan;
    core::PlanCharts charts;       // of shown()
    std::vector<FormatAvailability> formats;
    std::optional<core::Sensitivity> sensitivity;   // the last to come
    bool isFinal = true;           // false: a better answer to the same scenario follows unless something newer is asked
    double seconds = 0;            // that the first answer took
    int selected = -1;             // index into Plan::alternatives: a person looks at this one; -1: at the recommended option

    // The selected option, else the recommended one, else the closest; nullptr where there is none.
    const core::PlanOption *shown() const
    {
        if (!plan)
            return nullptr;
        if (selected >= 0 && static_cast<std::size_t>(selected) < plan->alternatives.size())
            return &plan->alternatives[static_cast<std::size_t>(selected)];
        return plan->recommended ? &*plan->recommended : plan->closest ? &*plan->closest : nullptr;
    }
};
using PlanAnswerPtr = std::shared_ptr<const PlanAnswer>;

} // namespace headroom::present
