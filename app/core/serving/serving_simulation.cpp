// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch_scheduler.h"
#include "earliest_tree.h"
#include "length_generator.h"

#include <core/serving/serving_simulation.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr std::int64_t kMostSteps = 200'000'000;
constexpr double kLongestRun = 1e9;      // s, that the arrivals may take on average
constexpr int kStopInterval = 256;       // events between two looks at the stop token

Error bad(std::string what, const char *field)
{
    return Error{ErrorCode::BadValue, std::move(what), {}, field, 0};
}

// Sorts by load, equals by who has waited longest for a request.
std::int64_t balanceKey(std::int64_t load, std::int64_t dispatched)
{
    return (load << 32) + (dispatched & 0xffffffff);
}

// The replicas, what is measured, and who gets the next request.
class Fleet {
public:
    Fleet(const ServingSystem &system, std::size_t requests, std::stop_token stop);

    void startWith(RequestIndex request, int generated);
    void start();
    // Adds a request that comes at `time`, not before the last one.
    void arrive(Nanoseconds time, int input, int output, bool measured);
    // Advances to the next end of a step. Requests done are in finished().
    void step();
    Nanoseconds nextEnd() const { return m_ends.key(); }
    const std::vector<RequestIndex> &finished() const { return m_finished; }
    bool measured(RequestIndex i) const { return m_requests[i].measured; }
    int inFlight() const { return m_inFlight; }
    void openWindow(Nanoseconds time);
    void halfway() { m_outcome.inFlightMiddle = m_inFlight; }
    // All measured requests have come. The window stays open where the queue grows: what comes out meanwhile says nothing.
    void lastArrived(Nanoseconds time, int requests);
    void closeWindow(Nanoseconds time);   // unless it is closed
    // Why the run must end now, if it must.
    std::optional<Error> interrupted();
    SimulationOutcome outcome();
    RequestIndex add(Nanoseconds time, int input, int output, bool measured);
    const BatchScheduler &scheduler() const { return m_schedulers.front(); }

private:
    std::size_t nextServer();
    void record(const StepRecord &record, std::size_t server);
    void countInFlight(Nanoseconds time, int change);
    void countQueue(std::size_t before, std::size_t server);

    const ServingSystem &m_system;
    std::stop_token m_stop;
    std::vector<LiveRequest> m_requests;
    std::vector<BatchScheduler> m_schedulers;
    EarliestTree m_ends;
    EarliestTree m_outstanding;              // by requests on it, then by when it got its last one
    std::vector<std::int64_t> m_load;        // requests on each server
    std::vector<RequestIndex> m_finished;
    std::size_t m_roundRobin = 0;
    std::int64_t m_dispatched = 0;
    SimulationOutcome m_outcome;
    Nanoseconds m_windowBegin = kNever, m_windowEnd = kNever;
    double m_blockTime = 0, m_flightTime = 0, m_decodeTime = 0;   // integrals over the window, in ns
    Nanoseconds m_flightSince = 0;
    int m_inFlight = 0;
    std::int64_t m_queue = 0;
    int m_untilLook = kStopInterval;
};

Fleet::Fleet(const ServingSystem &system, std::size_t requests, std::stop_token stop)
    : m_system(system), m_stop(std::move(stop)), m_ends(static_cast<std::size_t>(system.servers())), m_outstanding(static_cast<std::size_t>(system.servers())),
      m_load(static_cast<std::size_t>(system.servers()))
{
    m_requests.reserve(requests);
    m_schedulers.reserve(m_load.size());
    for (std::size_t i = 0; i < m_load.size(); ++i) {
        m_schedulers.emplace_back(m_system.model, m_system.policy, m_requests);
        m_outstanding.set(i, 0);
    }
}

RequestIndex Fleet::add(Nanoseconds time, int input, int output, bool measured)
{
    LiveRequest r;
    r.arrival = time;
    r.input = input;
    r.output = output;
    r.measured = measured;
    m_requests.push_back(r);
    return static_cast<RequestIndex>(m_requests.size() - 1);
}

std::size_t Fleet::nextServer()
{
    std::size_t server = 0;
    if (m_system.balancing == Balancing::RoundRobin) {
        server = m_roundRobin;
        m_roundRobin = m_roundRobin + 1 == m_load.size() ? 0 : m_roundRobin + 1;
    } else {
        server = m_outstanding.index();
    }
    return server;
}

void Fleet::startWith(RequestIndex request, int generated)
{
    const std::size_t server = request % m_load.size();
    if (!m_schedulers[server].place(request, generated)) {
        m_requests.pop_back();
        return;
    }
    m_outstanding.set(server, balanceKey(++m_load[server], ++m_dispatched));
    ++m_inFlight;
}

void Fleet::start()
{
    for (std::size_t i = 0; i < m_schedulers.size(); ++i) {
        m_schedulers[i].start();
        m_ends.set(i, m_schedulers[i].end());
    }
}

void Fleet::arrive(Nanoseconds time, int input, int output, bool measured)
{
    const RequestIndex request = add(time, input, output, measured);
    const std::size_t server = nextServer();
    m_outstanding.set(server, balanceKey(++m_load[server], ++m_dispatched));
    countInFlight(time, 1);
    const std::size_t before = m_schedulers[server].waiting();
    m_schedulers[server].submit(request, time);
    countQueue(before, server);
    m_ends.set(server, m_schedulers[server].end());
}

void Fleet::step()
{
    const std::size_t server = m_ends.index();
    BatchScheduler &scheduler = m_schedulers[server];
    const Nanoseconds now = m_ends.key();
    const std::size_t before = scheduler.waiting();
    const std::int64_t preempted = scheduler.preemptions();
    m_finished.clear();
    record(scheduler.proceed(m_finished), server);
    m_ends.set(server, scheduler.end());
    if (now >= m_windowBegin && now < m_windowEnd) {
        m_outcome.completions += static_cast<std::int64_t>(m_finished.size());
        m_outcome.preemptions += scheduler.preemptions() - preempted;
    }
    if (!m_finished.empty()) {
        countInFlight(now, -static_cast<int>(m_finished.size()));
        m_load[server] -= static_cast<std::int64_t>(m_finished.size());
        m_outstanding.set(server, balanceKey(m_load[server], m_dispatched));
    }
    countQueue(before, server);
    ++m_outcome.steps;
}

void Fleet::record(const StepRecord &record, std::size_t server)
{
    for (const TokenGaps &g : m_schedulers[server].gaps())
        m_outcome.gaps.push_back({g.gap, g.count});
    const Nanoseconds from = std::max(record.begin, m_windowBegin);
    const Nanoseconds to = std::min(record.end, m_windowEnd);
    if (from >= to)
        return;
    const auto length = static_cast<double>(record.end - record.begin);
    const auto inside = static_cast<double>(to - from);
    m_outcome.outputTokens += record.tokens * inside / length;
    m_decodeTime += record.decoding * inside;
    m_blockTime += static_cast<double>(record.blocksBefore + record.blocksAfter) / 2.0 * inside;
    m_outcome.kvOccupancyMax = std::max(m_outcome.kvOccupancyMax, static_cast<double>(record.blocksAfter) / static_cast<double>(m_schedulers[server].blocksTotal()));
}

void Fleet::countInFlight(Nanoseconds time, int change)
{
    const Nanoseconds from = std::max(m_flightSince, m_windowBegin);
    const Nanoseconds to = std::min(time, m_windowEnd);
    if (from < to)
        m_flightTime += static_cast<double>(m_inFlight) * static_cast<double>(to - from);
    m_flightSince = time;
    m_inFlight += change;
}

void Fleet::countQueue(std::size_t before, std::size_t server)
{
    m_queue += static_cast<std::int64_t>(m_schedulers[server].waiting()) - static_cast<std::int64_t>(before);
    if (m_windowBegin != kNever && m_windowEnd == kNever)
        m_outcome.queueMax = std::max(m_outcome.queueMax, static_cast<int>(m_queue));
}

void Fleet::openWindow(Nanoseconds time)
{
    m_windowBegin = time;
}

void Fleet::lastArrived(Nanoseconds time, int requests)
{
    m_outcome.inFlightEnd = m_inFlight;
    if (!queueGrows(requests, m_outcome.inFlightMiddle, m_inFlight))
        closeWindow(time);
}

void Fleet::closeWindow(Nanoseconds time)
{
    if (m_windowEnd == kNever)
        m_windowEnd = time;
}

std::optional<Error> Fleet::interrupted()
{
    if (--m_untilLook > 0)
        return std::nullopt;
    m_untilLook = kStopInterval;
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "the simulation was stopped", {}, {}, 0};
    if (m_outcome.steps > kMostSteps)
        return Error{ErrorCode::TooLarge, fmt::format("the run takes over {} million engine steps; fewer requests, or a larger token budget of a step, would be accepted", kMostSteps / 1'000'000), {}, "requests", 0};
    return std::nullopt;
}

SimulationOutcome Fleet::outcome()
{
    countInFlight(std::max(m_flightSince, m_windowEnd == kNever ? 0 : m_windowEnd), 0);
    SimulationOutcome &out = m_outcome;
    for (const LiveRequest &r : m_requests)
        if (r.measured)
            out.requests.push_back({r.arrival, r.firstToken, r.end, r.input, r.output});
    out.windowBegin = m_windowBegin;
    out.windowEnd = m_windowEnd;
    const auto length = static_cast<double>(std::max<Nanoseconds>(out.windowEnd - out.windowBegin, 1));
    const double blocks = static_cast<double>(m_schedulers.front().blocksTotal()) * static_cast<double>(m_schedulers.size());
    out.kvOccupancyMean = m_blockTime / length / blocks;
    out.inFlightMean = m_flightTime / length;
    out.decodingMean = m_decodeTime / length;
    for (const BatchScheduler &s : m_schedulers)
        out.blocksLeft += s.blocksUsed();
    out.replicas = m_system.replicas;
    return std::move(out);
}

// Lengths of requests, cut to what a request may have.
class LengthSource {
public:
    LengthSource(const SimulatedLoad &load, std::int64_t limit, std::uint64_t seed)
        : m_drawn(LengthGenerator(load.input, load.output, seed)), m_longestOutput(LengthSampler(load.output).longest()), m_limit(limit) {}

    std::pair<int, int> next()
    {
        const LengthPair drawn = m_drawn.next();
        const int input = static_cast<int>(std::min<std::int64_t>(drawn.input, m_limit - 1));
        return {input, static_cast<int>(std::min<std::int64_t>(drawn.output, m_limit - input))};
    }
    double longestOutput() const { return std::min(m_longestOutput, static_cast<double>(m_limit - 1)); }

private:
    TapeReader<LengthGenerator> m_drawn;
    double m_longestOutput;
    std::int64_t m_limit;
};

// Sequences under way in a system to which requests have come at this rate for long: every past request whose answer is not
// through yet, its tokens coming evenly.
void startInSteadyState(Fleet &fleet, const SimulatedLoad &load, LengthSource &lengths, std::uint64_t seed)
{
    const double tpot = load.steadyTpot->value();
    // Answers over sixteen times the mean are too few to look for.
    const double oldest = std::min(lengths.longestOutput(), 16.0 * meanOf(load.output)) * tpot;
    ArrivalClock past(load.arrivals, seed);
    struct UnderWay { int input, output, generated; };
    std::vector<UnderWay> sequences;
    for (int i = 0; i < 2 * kMostSimulatedRequests; ++i) {
        const double age = toSeconds(past.next());
        if (!(age < oldest))
            break;
        const auto [input, output] = lengths.next();
        const double generated = 1.0 + age / tpot;
        if (generated < output)
            sequences.push_back({input, output, static_cast<int>(generated)});
    }
    for (auto s = sequences.rbegin(); s != sequences.rend(); ++s)
        fleet.startWith(fleet.add(0, s->input, s->output, false), s->generated);
}

Result<void> validate(const ServingSystem &system)
{
    if (system.replicas < 1 || system.lanes < 1 || system.lanes > kMostSimulatedServers || system.replicas > kMostSimulatedServers / system.lanes)
        return std::unexpected(bad(fmt::format("{} replicas of {} lanes: from 1 to {} altogether would be accepted", system.replicas, system.lanes, kMostSimulatedServers), "replicas"));
    const ServingPolicy &p = system.policy;
    if (p.maxBatchedTokens < 1 || p.maxSequences < 1)
        return std::unexpected(bad("a token budget and a sequence cap of at least 1 would be accepted", "policy"));
    if (p.kvBlockTokens < 1 || p.kvBlockTokens > 65536)
        return std::unexpected(bad(fmt::format("{} tokens in a cache block: from 1 to 65,536 would be accepted", p.kvBlockTokens), "policy.kv_block_tokens"));
    if (!(p.kvTokens >= 2.0 * p.kvBlockTokens))
        return std::unexpected(bad(fmt::format("the KV cache holds {:.0f} tokens; at least two blocks of {} would be accepted", p.kvTokens, p.kvBlockTokens), "policy.kv_tokens"));
    if (!(p.reservedOutputShare >= 0 && p.reservedOutputShare <= 1) || !(p.cachedInputShare >= 0 && p.cachedInputShare < 1))
        return std::unexpected(bad("shares from 0 to 1 would be accepted", "policy"));
    return {};
}

Result<void> validate(const SimulatedLoad &load)
{
    for (const auto &valid : {validate(load.arrivals, "arrivals"), validate(load.input, "input_tokens"), validate(load.output, "output_tokens")})
        if (!valid)
            return valid;
    if (load.requests < 1 || load.requests > kMostSimulatedRequests || load.warmup < 0 || load.warmup > kMostSimulatedRequests)
        return std::unexpected(bad(fmt::format("{} requests after {} for warming up: from 1 to {} would be accepted", load.requests, load.warmup, kMostSimulatedRequests), "requests"));
    if (load.arrivals.isOpen() && (load.requests + load.warmup) / load.arrivals.rate.value() > kLongestRun)
        return std::unexpected(bad(fmt::format("{} requests at {} a second take over 30 years; fewer requests, or a higher rate, would be accepted", load.requests, load.arrivals.rate.value()), "requests"));
    return {};
}

// Each distribution has a generator of its own, so that one more draw here changes nothing there.
std::uint64_t seedOf(std::uint64_t seed, std::uint64_t purpose)
{
    return Random(seed * 4 + purpose).next();
}

} // namespace

bool queueGrows(int requests, int inFlightMiddle, int inFlightEnd)
{
    return inFlightEnd - inFlightMiddle > 0.01 * requests + 3.0 * std::sqrt(inFlightMiddle + 1.0);
}

Result<SimulationOutcome> simulateServing(const ServingSystem &system, const SimulatedLoad &load, std::uint64_t seed, std::stop_token stop)
{
    if (const auto valid = validate(system); !valid)
        return std::unexpected(valid.error());
    if (const auto valid = validate(load); !valid)
        return std::unexpected(valid.error());
    const bool open = load.arrivals.isOpen();
    const int warmup = load.arrivals.kind == ArrivalProcess::Kind::AllAtOnce ? 0 : load.warmup;
    const std::int64_t measuredEnd = static_cast<std::int64_t>(warmup) + load.requests;
    const std::int64_t most = 2 * measuredEnd;   // the load that goes on afterwards included
    const auto holds = static_cast<std::int64_t>(std::min(system.policy.kvTokens, 2e7)) / system.policy.kvBlockTokens * system.policy.kvBlockTokens;
    const std::int64_t limit = load.maxContext > 0 ? std::min<std::int64_t>(load.maxContext, holds) : holds;
    if (const double mean = meanOf(load.input) + meanOf(load.output); mean > static_cast<double>(limit))
        return std::unexpected(bad(fmt::format("a mean request has {:.0f} tokens, and the longest that is served {}", mean, limit), "input_tokens"));

    Fleet fleet(system, static_cast<std::size_t>(open ? measuredEnd + measuredEnd / 4 : most), std::move(stop));
    LengthSource lengths(load, limit, seedOf(seed, 1));
    if (open && load.steadyTpot && load.steadyTpot->value() > 0) {
        LengthSource before(load, limit, seedOf(seed, 2));
        startInSteadyState(fleet, load, before, seedOf(seed, 3));
    }
    fleet.start();

    std::int64_t issued = 0;
    std::int64_t unanswered = load.requests;
    const auto issue = [&](Nanoseconds time) {
        if (issued == warmup)
            fleet.openWindow(time);
        else if (issued == measuredEnd && open)
            fleet.lastArrived(time, load.requests);
        if (issued == warmup + load.requests / 2)
            fleet.halfway();
        const auto [input, output] = lengths.next();
        fleet.arrive(time, input, output, issued >= warmup && issued < measuredEnd);
        ++issued;
    };
    std::optional<ArrivalClock> clock;
    if (open)
        clock.emplace(load.arrivals, seedOf(seed, 0));
    else
        for (std::int64_t i = load.arrivals.kind == ArrivalProcess::Kind::ClosedLoop ? load.arrivals.users : load.requests; i > 0 && issued < most; --i)
            issue(0);
    Nanoseconds nextArrival = open ? clock->next() : kNever;
    Nanoseconds now = 0;
    while (unanswered > 0) {
        if (const auto error = fleet.interrupted())
            return std::unexpected(*error);
        if (nextArrival < fleet.nextEnd()) {
            issue(nextArrival);
            nextArrival = issued < most ? clock->next() : kNever;
            continue;
        }
        now = fleet.nextEnd();
        if (now == kNever)
            break; // nothing runs and nothing comes
        fleet.step();
        for (const RequestIndex i : fleet.finished())
            unanswered -= fleet.measured(i) ? 1 : 0;
        if (load.arrivals.kind == ArrivalProcess::Kind::ClosedLoop)
            for (std::size_t i = fleet.finished().size(); i > 0 && unanswered > 0 && issued < most; --i)
                issue(now);
    }
    fleet.closeWindow(now);
    return fleet.outcome();
}

Result<SimulationOutcome> simulateRecorded(const ServingSystem &system, const std::vector<RecordedRequest> &load, std::stop_token stop)
{
    if (const auto valid = validate(system); !valid)
        return std::unexpected(valid.error());
    if (load.empty() || load.size() > static_cast<std::size_t>(kMostSimulatedRequests))
        return std::unexpected(bad(fmt::format("a recorded load of {} requests: from 1 to {} would be accepted", load.size(), kMostSimulatedRequests), "trace"));
    Fleet fleet(system, load.size(), std::move(stop));
    for (std::size_t i = 0; i < load.size(); ++i) {
        const RecordedRequest &r = load[i];
        if (r.input < 1 || r.output < 1 || !fleet.scheduler().holds(r.input, r.output))
            return std::unexpected(bad(fmt::format("request {} of the recorded load has {} input and {} output tokens; the KV cache of a replica holds {:.0f}", i + 1, r.input, r.output, system.policy.kvTokens), "trace"));
        if (r.time < (i > 0 ? load[i - 1].time : 0))
            return std::unexpected(bad(fmt::format("request {} of the recorded load comes before the one above it", i + 1), "trace"));
    }
    fleet.start();
    fleet.openWindow(load.front().time);
    Nanoseconds now = 0;
    for (std::size_t next = 0; next < load.size() || fleet.inFlight() > 0;) {
        if (const auto error = fleet.interrupted())
            return std::unexpected(*error);
        if (next < load.size() && load[next].time < fleet.nextEnd()) {
            fleet.arrive(load[next].time, load[next].input, load[next].output, true);
            ++next;
            continue;
        }
        now = fleet.nextEnd();
        fleet.step();
    }
    fleet.closeWindow(now);
    return fleet.outcome();
}

} // namespace headroom::core
