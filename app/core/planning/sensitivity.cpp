// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/planner.h>
#include <core/planning/planning_space.h>
#include <core/planning/sensitivity.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

struct Moved {
    double base = 0, low = 0, high = 0;
};

// The scenario with one input at another value.
Scenario moved(const Plan &plan, SensitivityInput input, double value)
{
    Scenario s = plan.scenario;
    switch (input) {
    case SensitivityInput::Peak:
        if (s.demand.peakRps)
            s.demand.peakRps = value;
        else
            s.demand.users *= value / plan.workload.peak.value();
        break;
    case SensitivityInput::InputTokens: s.demand.inputTokensMean = value; break;
    case SensitivityInput::OutputTokens: s.demand.outputTokensMean = value; break;
    case SensitivityInput::TtftTarget: s.hardware.ttftTarget = value; break;
    case SensitivityInput::TpotTarget: s.hardware.tpotTarget = value; break;
    case SensitivityInput::EndToEndTarget: s.hardware.e2eTarget = value; break;
    case SensitivityInput::Headroom: s.hardware.headroomRatio = value; break;
    case SensitivityInput::PrefixCacheHits: s.demand.prefixCacheHitRatio = value; break;
    case SensitivityInput::Format:
    case SensitivityInput::Prices: break;
    }
    return s;
}

Moved stepsOf(const Plan &plan, SensitivityInput input)
{
    const Scenario &s = plan.scenario;
    const auto byShare = [](double base) { return Moved{base, base * (1.0 - kSensitivityStep), base * (1.0 + kSensitivityStep)}; };
    const auto byFactor = [](double base) { return Moved{base, base / kSensitivityTargetFactor, base * kSensitivityTargetFactor}; };
    const auto byPoints = [](double base, double most) {
        return Moved{base, std::max(base - kSensitivityShareStep, 0.0), std::min(base + kSensitivityShareStep, most)};
    };
    switch (input) {
    case SensitivityInput::Peak: return byShare(plan.workload.peak.value());
    case SensitivityInput::InputTokens: return byShare(s.demand.inputTokensMean);
    case SensitivityInput::OutputTokens: return byShare(s.demand.outputTokensMean);
    case SensitivityInput::TtftTarget: return byFactor(s.hardware.ttftTarget);
    case SensitivityInput::TpotTarget: return byFactor(s.hardware.tpotTarget);
    case SensitivityInput::EndToEndTarget: return byFactor(s.hardware.e2eTarget.value_or(0));
    case SensitivityInput::Headroom: return byPoints(s.hardware.headroomRatio, 10.0);
    case SensitivityInput::PrefixCacheHits: return byPoints(s.demand.prefixCacheHitRatio, 0.99);
    case SensitivityInput::Prices: return byShare(1.0);
    case SensitivityInput::Format: break;
    }
    return {};
}

class Mover {
public:
    // `plan` in closed form, as everything it is compared with.
    Mover(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
        : m_plan(plan), m_catalog(catalog), m_space(space), m_stop(std::move(stop))
    {
    }

    bool isCancelled() const { return m_stop.stop_requested(); }

    SensitivityEnd at(SensitivityInput input, double value)
    {
        SensitivityEnd end;
        if (input == SensitivityInput::Prices) {
            end = ofOption(*m_plan.recommended);
            end.monthlyCost = end.monthlyCost.timesRatio(value);
        } else {
            end = planned(moved(m_plan, input, value));
        }
        end.value = value;
        return end;
    }

    SensitivityEnd in(FormatChoice format)
    {
        Scenario scenario = m_plan.scenario;
        scenario.model.format = format;
        SensitivityEnd end = planned(scenario);
        end.format = format;
        return end;
    }

private:
    static SensitivityEnd ofOption(const PlanOption &option)
    {
        SensitivityEnd end;
        end.feasible = true;
        end.monthlyCost = option.monthlyCost;
        end.gpus = option.gpus();
        end.gpu = option.gpu;
        return end;
    }

    SensitivityEnd planned(Scenario scenario)
    {
        scenario.hardware.considered.clear();
        const auto plan = isCancelled() ? std::unexpected(Error{}) : core::plan(scenario, m_catalog, m_space, m_stop);
        return plan && plan->recommended && plan->recommended->isPriced() && plan->meetsDemand ? ofOption(*plan->recommended) : SensitivityEnd{};
    }

    const Plan &m_plan;
    const Catalog &m_catalog;
    PlanningSpace &m_space;
    std::stop_token m_stop;
};

} // namespace

std::string_view sensitivityInputId(SensitivityInput input)
{
    switch (input) {
    case SensitivityInput::Peak: return "peak_rps";
    case SensitivityInput::InputTokens: return "input_tokens_mean";
    case SensitivityInput::OutputTokens: return "output_tokens_mean";
    case SensitivityInput::TtftTarget: return "ttft_p95_target_s";
    case SensitivityInput::TpotTarget: return "tpot_p95_target_s";
    case SensitivityInput::EndToEndTarget: return "e2e_target_s";
    case SensitivityInput::Headroom: return "headroom_ratio";
    case SensitivityInput::PrefixCacheHits: return "prefix_cache_hit_ratio";
    case SensitivityInput::Format: return "format";
    case SensitivityInput::Prices: break;
    }
    return "prices";
}

double SensitivityBar::swing(const Money &baseCost) const
{
    double least = baseCost.toDouble();
    double most = least;
    for (const SensitivityEnd *end : {&low, &high})
        if (end->feasible) {
            least = std::min(least, end->monthlyCost.toDouble());
            most = std::max(most, end->monthlyCost.toDouble());
        }
    return most - least;
}

Result<Sensitivity> sensitivityOf(const Plan &plan, const Catalog &catalog, PlanningSpace &space, std::stop_token stop)
{
    Sensitivity all;
    if (!plan.recommended || !plan.recommended->isPriced() || plan.workload.peak.value() <= 0)
        return all;
    // A simulated plan may need a replica more than its closed form: that is no input's doing.
    const auto base = plan.refined ? core::plan(plan.scenario, catalog, space.relaxed(), stop) : Result<Plan>(plan);
    if (!base)
        return std::unexpected(base.error());
    if (!base->recommended || !base->recommended->isPriced())
        return all;
    all.baseCost = base->recommended->monthlyCost;
    all.baseGpus = base->recommended->gpus();
    Mover mover(*base, catalog, space.relaxed(), stop);
    for (const SensitivityInput input : kSensitivityInputs) {
        if (input == SensitivityInput::EndToEndTarget && !plan.scenario.hardware.e2eTarget)
            continue;
        SensitivityBar bar;
        bar.input = input;
        if (input == SensitivityInput::Format) {
            bar.low = mover.in(FormatChoice::Any);
            bar.high = mover.in(FormatChoice::Bf16);
        } else {
            const Moved steps = stepsOf(plan, input);
            bar.base = steps.base;
            bar.low = mover.at(input, steps.low);
            bar.high = mover.at(input, steps.high);
        }
        if (mover.isCancelled())
            return std::unexpected(Error{ErrorCode::Cancelled, "a newer input made this sensitivity moot", {}, {}, 0});
        all.bars.push_back(std::move(bar));
    }
    std::ranges::stable_sort(all.bars, std::ranges::greater(), [&](const SensitivityBar &bar) { return bar.swing(all.baseCost); });
    return all;
}

} // namespace headroom::core
