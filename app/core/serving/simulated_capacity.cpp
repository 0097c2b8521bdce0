// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/serving_report.h>
#include <core/serving/simulated_capacity.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr int kRepresentatives = 8;       // replicas that stand for more
constexpr double kTrickle = 1e-3;         // of the saturation: a rate at which requests hardly meet
constexpr double kMostOverClosedForm = 64;
constexpr double kMostForResidence = 8000;
constexpr double kFullCache = 0.97;

using Limit = CapacityLimit;

Error bad(std::string what, const char *field)
{
    return Error{ErrorCode::BadValue, std::move(what), {}, field, 0};
}

Result<void> validate(const CapacityOptions &options)
{
    if (options.requests < 200 || options.requests > 100'000)
        return std::unexpected(bad(fmt::format("{} requests in a probe: from 200 to 100,000 would be accepted", options.requests), "requests"));
    if (!(options.tolerance >= 0.001 && options.tolerance <= 0.5) || options.mostProbes < 1 || options.mostProbes > 1000)
        return std::unexpected(bad("a tolerance from 0.001 to 0.5 and 1 to 1,000 probes would be accepted", "tolerance"));
    return {};
}

Result<void> validate(const CapacityTargets &targets)
{
    if (!(targets.percentile >= 0.5 && targets.percentile <= 0.99))
        return std::unexpected(bad(fmt::format("a percentile of {}: from 0.5 to 0.99 would be accepted", targets.percentile), "percentile"));
    if (!(targets.ttft.value() > 0) || !(targets.tpot.value() > 0) || (targets.e2e && !(targets.e2e->value() > 0)))
        return std::unexpected(bad("targets over 0 seconds would be accepted", "targets"));
    return {};
}

// Runs the system at one rate after the other, always before the same crowd.
class Prober {
public:
    Prober(const ServingSystem &system, const CapacityLoad &load, const SteadyState &closedForm, const CapacityOptions &options, std::stop_token stop)
        : m_system(system), m_load(load), m_closedForm(closedForm), m_options(options), m_stop(std::move(stop)), m_replicas(system.replicas)
    {
        m_system.replicas = std::min(m_replicas, kRepresentatives);
    }

    Result<SimulationOutcome> run(double rate) const
    {
        const double perReplica = rate / m_replicas;
        const double simulated = perReplica * m_system.replicas;
        const int requests = std::max(m_options.requests, static_cast<int>(std::min(std::ceil(simulated * m_options.residence.value()), kMostForResidence)));
        SimulatedLoad load{openLoop(RequestsPerSecond(simulated), m_load.burstiness), m_load.input, m_load.output, m_load.maxContext, requests, requests / 5, {}};
        load.steadyTpot = m_closedForm.atRate(RequestsPerSecond(perReplica)).tpotMean;
        return simulateServing(m_system, load, m_options.seed, m_stop);
    }

private:
    ServingSystem m_system;
    const CapacityLoad &m_load;
    const SteadyState &m_closedForm;
    const CapacityOptions &m_options;
    std::stop_token m_stop;
    int m_replicas;
};

LoadPoint pointOf(const SimulationOutcome &outcome, double rate, double percentile)
{
    LoadPoint point;
    point.rate = RequestsPerSecond(rate);
    const auto at = [](const std::vector<double> &values, double q) { return Seconds(percentileOf(values, q).value_or(0.0)); };
    point.requests = static_cast<int>(outcome.requests.size());
    const std::vector<double> ttft = timesToFirstToken(outcome);
    const std::vector<double> tpot = timesPerOutputToken(outcome);
    point.ttftP50 = at(ttft, 0.50);
    point.ttftP95 = at(ttft, 0.95);
    point.ttftP99 = at(ttft, 0.99);
    point.tpotP50 = at(tpot, 0.50);
    point.tpotP95 = at(tpot, 0.95);
    point.tpotP99 = at(tpot, 0.99);
    const std::vector<double> whole = timesEndToEnd(outcome);
    point.e2eP50 = at(whole, 0.50);
    point.e2eP95 = at(whole, 0.95);
    point.e2eP99 = at(whole, 0.99);
    point.tail = {percentile, at(ttft, percentile), at(tpot, percentile), at(whole, percentile)};
    point.kvOccupancyMax = outcome.kvOccupancyMax;
    point.preemptions = outcome.preemptions;
    point.overloaded = queueGrows(outcome);
    return point;
}

struct Probe {
    double rate = 0;
    double worst = 0;            // largest latency over its target
    Limit limit = Limit::None;   // which one that is
    bool meets = false;
    SimulationOutcome outcome;
};

Probe judge(double rate, SimulationOutcome outcome, const CapacityTargets &targets)
{
    Probe probe;
    probe.rate = rate;
    const auto ratio = [&](std::vector<double> values, Seconds target, Limit limit) {
        const double over = percentileOf(std::move(values), targets.percentile).value_or(0.0) / target.value();
        if (over > probe.worst) {
            probe.worst = over;
            probe.limit = limit;
        }
    };
    ratio(timesToFirstToken(outcome), targets.ttft, Limit::Ttft);
    ratio(timesPerOutputToken(outcome), targets.tpot, Limit::Tpot);
    if (targets.e2e)
        ratio(timesEndToEnd(outcome), *targets.e2e, Limit::EndToEnd);
    probe.meets = probe.worst <= 1.0;
    if (probe.meets && queueGrows(outcome)) {
        probe.meets = false;
        probe.limit = Limit::Throughput;
    }
    probe.outcome = std::move(outcome);
    return probe;
}

// What a person could lift to get over the limit.
BindingConstraint behind(const Probe &missed, const CapacityTargets &targets, const SteadyState &closedForm)
{
    if (missed.outcome.preemptions > 0 || missed.outcome.kvOccupancyMax > kFullCache)
        return BindingConstraint::KvMemory;
    switch (missed.limit) {
    case Limit::Tpot:
    case Limit::EndToEnd: {
        const auto alone = closedForm.capacity({Seconds(1e9), targets.tpot, targets.e2e, latencyTail(targets.percentile)});
        return alone.binding == BindingConstraint::None ? BindingConstraint::Queueing : alone.binding;
    }
    case Limit::Ttft:
        // Mostly one's own prompt, or mostly the others'?
        return closedForm.alone().ttftMean.value() > 0.5 * targets.ttft.value() ? BindingConstraint::Compute : BindingConstraint::Queueing;
    case Limit::Throughput: return BindingConstraint::Queueing;
    case Limit::None: break;
    }
    return BindingConstraint::None;
}

class Search {
public:
    Search(const Prober &prober, const CapacityTargets &targets, const CapacityOptions &options) : m_prober(prober), m_targets(targets), m_options(options) {}

    // Probes until the bracket is narrow, the probes are used up, or `lowest` misses.
    Result<void> run(double start, double lowest, double highest)
    {
        double rate = std::clamp(start, lowest, highest);
        double factor = 0;
        bool lastMet = false;
        int sameSide = 0;
        while (m_probes < m_options.mostProbes) {
            auto outcome = m_prober.run(rate);
            if (!outcome)
                return std::unexpected(outcome.error());
            ++m_probes;
            Probe probe = judge(rate, *std::move(outcome), m_targets);
            const bool met = probe.meets;
            sameSide = m_probes > 1 && met == lastMet ? sameSide + 1 : 0;
            lastMet = met;
            // Latency grows less than in proportion with the rate far from saturation, and more near it.
            factor = factor > 0 ? factor * factor : std::clamp(1.0 + std::abs(std::log(probe.worst)), 1.04, 1.5);
            (met ? m_met : m_missed) = std::move(probe);
            if ((m_missed && m_missed->rate <= lowest) || (m_met && m_met->rate >= highest))
                return {};
            if (!m_met) {
                rate = std::max(rate / factor, lowest);
            } else if (!m_missed) {
                rate = std::min(rate * factor, highest);
            } else {
                if (m_missed->rate <= m_met->rate * (1.0 + m_options.tolerance))
                    return {};
                rate = between(sameSide > 0);
            }
        }
        return {};
    }

    const std::optional<Probe> &met() const { return m_met; }
    const std::optional<Probe> &missed() const { return m_missed; }
    int probes() const { return m_probes; }

private:
    // By interpolation of log latency over log rate, well inside the bracket; the middle where that did not help.
    double between(bool middle) const
    {
        const double low = std::log(m_met->rate);
        const double high = std::log(m_missed->rate);
        const double atLow = std::log(std::max(m_met->worst, 1e-9));
        const double atHigh = std::log(std::max(m_missed->worst, 1e-9));
        double share = 0.5;
        if (!middle && atHigh > 0 && atHigh > atLow)
            share = std::clamp(-atLow / (atHigh - atLow), 0.15, 0.85);
        return std::exp(low + (high - low) * share);
    }

    const Prober &m_prober;
    const CapacityTargets &m_targets;
    const CapacityOptions &m_options;
    std::optional<Probe> m_met, m_missed;
    int m_probes = 0;
};

// How far the rate would move if the percentile were at the end of its interval.
double statisticalError(const Probe &met, const std::optional<Probe> &missed, const CapacityTargets &targets)
{
    const std::vector<double> values = met.limit == Limit::Tpot ? timesPerOutputToken(met.outcome)
        : met.limit == Limit::EndToEnd                          ? timesEndToEnd(met.outcome)
                                                                : timesToFirstToken(met.outcome);
    if (values.empty())
        return 0.0;
    const Estimate estimate = percentileEstimate(values, targets.percentile, met.outcome);
    const double relative = (estimate.high - estimate.low).value() / 2.0 / std::max(estimate.value.value(), 1e-12);
    // Latency in the log over rate in the log; never taken as flatter than a third.
    double slope = 1.0;
    if (missed && missed->worst > met.worst)
        slope = std::log(missed->worst / met.worst) / std::log(missed->rate / met.rate);
    return relative / std::max(slope, 1.0 / 3.0);
}

} // namespace

Result<SimulatedCapacity> simulatedCapacity(const ServingSystem &system, const CapacityLoad &load, const CapacityTargets &targets, const SteadyState &closedForm,
                                            const CapacityOptions &options, std::stop_token stop)
{
    for (const auto &valid : {validate(options), validate(targets)})
        if (!valid)
            return std::unexpected(valid.error());
    const double saturation = closedForm.saturation().value() * system.replicas;
    SimulatedCapacity result;
    if (!(saturation > 0)) {
        result.limit = Limit::Throughput;
        result.binding = BindingConstraint::KvMemory;
        return result;
    }
    LatencyTail tail = latencyTail(targets.percentile);
    tail.answer = std::max(quantileOf(load.output, targets.percentile), 1.0) / std::max(meanOf(load.output), 1.0);
    const auto closed = closedForm.capacity({targets.ttft, targets.tpot, targets.e2e, tail});
    const double start = closed.feasible ? closed.point.rate.value() * system.replicas : kTrickle * saturation;
    CapacityOptions probing = options;
    if (targets.e2e)
        probing.residence = std::max(options.residence, *targets.e2e);
    const Prober prober(system, load, closedForm, probing, std::move(stop));
    Search search(prober, targets, options);
    if (const auto done = search.run(start, kTrickle * saturation, kMostOverClosedForm * saturation); !done)
        return std::unexpected(done.error());
    result.probes = search.probes();
    const auto &met = search.met();
    const auto &missed = search.missed();
    result.feasible = met.has_value();
    if (missed) {
        result.limit = missed->limit;
        result.binding = behind(*missed, targets, closedForm);
    }
    if (met) {
        result.rate = RequestsPerSecond(met->rate);
        result.point = pointOf(met->outcome, met->rate, targets.percentile);
        result.searchError = missed ? missed->rate / met->rate - 1.0 : 1.0;
        result.statisticalError = statisticalError(*met, missed, targets);
    } else if (missed) {
        result.point = pointOf(missed->outcome, missed->rate, targets.percentile);
    }
    return result;
}

Result<std::vector<LoadPoint>> simulatedLatencies(const ServingSystem &system, const CapacityLoad &load, const std::vector<RequestsPerSecond> &rates,
                                                  const SteadyState &closedForm, const CapacityOptions &options, std::stop_token stop)
{
    if (const auto valid = validate(options); !valid)
        return std::unexpected(valid.error());
    const Prober prober(system, load, closedForm, options, std::move(stop));
    std::vector<LoadPoint> points;
    for (const RequestsPerSecond rate : rates) {
        const auto outcome = prober.run(rate.value());
        if (!outcome)
            return std::unexpected(outcome.error());
        points.push_back(pointOf(*outcome, rate.value(), options.percentile));
    }
    return points;
}

} // namespace headroom::core
