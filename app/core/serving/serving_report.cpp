// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/serving_report.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::core {
namespace {

constexpr int kFewestBatches = 5;
constexpr int kMostBatches = 20;
constexpr double kZ95 = 1.96;
constexpr double kFewValues = 200;

// A value that occurs `count` times, at its place in the run.
struct Weighted {
    double value = 0;
    double count = 1;
};

// Order statistics of values with counts.
class Order {
public:
    explicit Order(std::vector<Weighted> values) : m_sorted(std::move(values))
    {
        std::ranges::sort(m_sorted, {}, &Weighted::value);
        m_before.reserve(m_sorted.size());
        for (const Weighted &w : m_sorted) {
            m_before.push_back(m_total);
            m_total += w.count;
        }
    }

    double total() const { return m_total; }

    double quantile(double q) const
    {
        const double position = std::clamp(q, 0.0, 1.0) * (m_total - 1.0);
        const double low = std::floor(position);
        const double below = at(low);
        return position == low ? below : below + (at(low + 1.0) - below) * (position - low);
    }

private:
    // The value with so many before it.
    double at(double rank) const
    {
        const auto next = std::ranges::upper_bound(m_before, rank);
        return m_sorted[static_cast<std::size_t>(next - m_before.begin() - 1)].value;
    }

    std::vector<Weighted> m_sorted;
    std::vector<double> m_before;
    double m_total = 0;
};

// Student's t, two-sided 95 %, by degrees of freedom from 4 on.
constexpr std::array kT95{2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093};
static_assert(kT95.size() == kMostBatches - kFewestBatches + 1);

// Half the 95 % interval of the mean of `of(value)`, from its means over stretches of the run that hold (nearly) equally many values.
template<class Of>
double batchMeansError(const std::vector<Weighted> &run, double total, int batches, Of of)
{
    std::array<double, kMostBatches> sum{};
    std::array<double, kMostBatches> count{};
    double before = 0;
    for (const Weighted &w : run) {
        const auto batch = std::min(static_cast<std::size_t>(before / total * batches), static_cast<std::size_t>(batches - 1));
        sum[batch] += of(w.value) * w.count;
        count[batch] += w.count;
        before += w.count;
    }
    double mean = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(batches); ++i) {
        sum[i] = count[i] > 0 ? sum[i] / count[i] : 0.0;
        mean += sum[i] / batches;
    }
    double squares = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(batches); ++i)
        squares += (sum[i] - mean) * (sum[i] - mean);
    return kT95[static_cast<std::size_t>(batches - kFewestBatches)] * std::sqrt(squares / (batches - 1) / batches);
}

Estimate percentileOf(const std::vector<Weighted> &run, const Order &order, double q, int batches)
{
    const double value = order.quantile(q);
    const double chance = kZ95 * std::sqrt(q * (1.0 - q) / order.total());
    const double error = order.total() < kFewValues
        ? chance : std::max(chance, batchMeansError(run, order.total(), batches, [&](double v) { return v <= value ? 1.0 : 0.0; }));
    return {Seconds(value), Seconds(order.quantile(q - error)), Seconds(order.quantile(q + error))};
}

Estimate meanOf(const std::vector<Weighted> &run, double total, int batches)
{
    double sum = 0;
    for (const Weighted &w : run)
        sum += w.value * w.count;
    const double mean = sum / total;
    double squares = 0;
    for (const Weighted &w : run)
        squares += (w.value - mean) * (w.value - mean) * w.count;
    const double error = total < kFewValues ? kZ95 * std::sqrt(squares / total / total) : batchMeansError(run, total, batches, [](double v) { return v; });
    return {Seconds(mean), Seconds(mean - error), Seconds(mean + error)};
}

std::optional<LatencyFigures> figuresOf(const std::vector<Weighted> &run, int batches)
{
    if (run.empty())
        return std::nullopt;
    const Order order(run);
    const auto percentile = [&](double q) { return percentileOf(run, order, q, batches); };
    return LatencyFigures{meanOf(run, order.total(), batches), percentile(0.5), percentile(0.9), percentile(0.95), percentile(0.99)};
}

// Stretches of the run that are at least two residences long: shorter ones would not be independent of each other.
int batchesOf(const SimulationOutcome &outcome)
{
    double residence = 0;
    for (const ServedRequest &r : outcome.requests)
        residence += toSeconds(r.end - r.arrival);
    const double window = toSeconds(outcome.windowEnd - outcome.windowBegin);
    const double fits = outcome.requests.empty() ? 0.0 : window / (2.0 * std::max(residence / static_cast<double>(outcome.requests.size()), 1e-9));
    return static_cast<int>(std::clamp(fits, static_cast<double>(kFewestBatches), static_cast<double>(kMostBatches)));
}

std::vector<Weighted> once(const std::vector<double> &values)
{
    std::vector<Weighted> run;
    run.reserve(values.size());
    for (const double v : values)
        run.push_back({v, 1.0});
    return run;
}

double ttftOf(const ServedRequest &r)
{
    return toSeconds(r.firstToken - r.arrival);
}

double tpotOf(const ServedRequest &r)
{
    return toSeconds(r.end - r.firstToken) / (r.output - 1);
}

} // namespace

std::vector<double> timesToFirstToken(const SimulationOutcome &outcome)
{
    std::vector<double> values;
    values.reserve(outcome.requests.size());
    for (const ServedRequest &r : outcome.requests)
        values.push_back(ttftOf(r));
    return values;
}

std::vector<double> timesPerOutputToken(const SimulationOutcome &outcome)
{
    std::vector<double> values;
    values.reserve(outcome.requests.size());
    for (const ServedRequest &r : outcome.requests)
        if (r.output > 1)
            values.push_back(tpotOf(r));
    return values;
}

std::vector<double> timesEndToEnd(const SimulationOutcome &outcome)
{
    std::vector<double> values;
    values.reserve(outcome.requests.size());
    for (const ServedRequest &r : outcome.requests)
        values.push_back(toSeconds(r.end - r.arrival));
    return values;
}

std::optional<double> percentileOf(std::vector<double> values, double q)
{
    if (values.empty())
        return std::nullopt;
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::ptrdiff_t>(position);
    std::nth_element(values.begin(), values.begin() + low, values.end());
    const double below = values[static_cast<std::size_t>(low)];
    if (position == static_cast<double>(low))
        return below;
    const double above = *std::min_element(values.begin() + low + 1, values.end());
    return below + (above - below) * (position - static_cast<double>(low));
}

Estimate percentileEstimate(const std::vector<double> &run, double q, const SimulationOutcome &outcome)
{
    const std::vector<Weighted> values = once(run);
    return percentileOf(values, Order(values), q, batchesOf(outcome));
}

bool queueGrows(const SimulationOutcome &outcome)
{
    return queueGrows(static_cast<int>(outcome.requests.size()), outcome.inFlightMiddle, outcome.inFlightEnd);
}

ServingReport reportOf(const SimulationOutcome &outcome, const RequestTargets &targets, bool open)
{
    ServingReport report;
    report.requests = static_cast<int>(outcome.requests.size());
    report.duration = Seconds(toSeconds(outcome.windowEnd - outcome.windowBegin));
    if (report.duration.value() > 0) {
        report.throughput = RequestsPerSecond(static_cast<double>(outcome.completions) / report.duration.value());
        report.output = TokensPerSecond(outcome.outputTokens / report.duration.value());
    }
    const int batches = batchesOf(outcome);
    report.ttft = figuresOf(once(timesToFirstToken(outcome)), batches);
    report.tpot = figuresOf(once(timesPerOutputToken(outcome)), batches);
    report.e2e = figuresOf(once(timesEndToEnd(outcome)), batches);
    std::vector<Weighted> gaps;
    gaps.reserve(outcome.gaps.size());
    for (const GapCount &g : outcome.gaps)
        gaps.push_back({toSeconds(g.gap), static_cast<double>(g.count)});
    report.itl = figuresOf(gaps, batches);
    const auto good = std::ranges::count_if(outcome.requests, [&](const ServedRequest &r) {
        return ttftOf(r) <= targets.ttft.value() && (r.output < 2 || tpotOf(r) <= targets.tpot.value())
            && (!targets.e2e || toSeconds(r.end - r.arrival) <= targets.e2e->value());
    });
    report.goodShare = report.requests > 0 ? static_cast<double>(good) / report.requests : 0.0;
    report.goodput = report.throughput * report.goodShare;
    report.kvOccupancyMean = outcome.kvOccupancyMean;
    report.kvOccupancyMax = outcome.kvOccupancyMax;
    report.preemptions = outcome.preemptions;
    report.queueMax = outcome.queueMax;
    report.overloaded = open && queueGrows(outcome);
    return report;
}

} // namespace headroom::core
