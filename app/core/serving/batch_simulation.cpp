// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/batch_simulation.h>
#include <core/serving/random.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <limits>
#include <queue>

namespace headroom::core {
namespace {

using Nanoseconds = std::int64_t;
constexpr Nanoseconds kNever = std::numeric_limits<Nanoseconds>::max();

Nanoseconds toNanoseconds(double seconds)
{
    return static_cast<Nanoseconds>(std::llround(std::min(seconds, 9.0e9) * 1e9));
}

double toSeconds(Nanoseconds time)
{
    return static_cast<double>(time) * 1e-9;
}

struct Waiting {
    std::size_t request = 0;
    Nanoseconds visible = 0;   // the scheduler sees it from here on
};

// A prompt that has entered but is not through its prefill.
struct Prefilling {
    std::size_t request = 0;
    int done = 0;
};

// Decoding sequences finish at a known count of decode steps, whatever those steps take.
struct Decoding {
    std::int64_t finishStep = 0;
    std::size_t request = 0;

    bool operator>(const Decoding &other) const { return finishStep > other.finishStep; }
};

class Simulation {
public:
    Simulation(const StepModel &model, const Arrivals &arrivals, const LengthDistribution &lengths, const BatchPolicy &policy, std::uint64_t seed)
        : m_model(model), m_arrivals(arrivals), m_lengths(lengths), m_policy(policy), m_random(seed)
    {
        m_result.requests.reserve(static_cast<std::size_t>(std::max(arrivals.requests, 0)));
    }

    SimulationResult run();

private:
    void issue(Nanoseconds time);
    void issueStart();
    void finish(std::size_t request);
    bool admitNext();
    double reserveOf(const RequestTrace &r) const { return r.input + m_policy.reservedOutputShare * r.output; }
    double running() const { return static_cast<double>(m_decoding.size() + m_prefilling.size()); }
    int length(double mean);
    void prefillStep();
    void decodeStretch();
    void completeDecodes();
    void startDecoding(std::size_t request);

    const StepModel &m_model;
    const Arrivals &m_arrivals;
    const LengthDistribution &m_lengths;
    const BatchPolicy &m_policy;
    Random m_random;
    SimulationResult m_result;
    std::deque<Waiting> m_waiting;          // in order of visibility
    std::deque<Prefilling> m_prefilling;
    std::priority_queue<Decoding, std::vector<Decoding>, std::greater<>> m_decoding;
    Nanoseconds m_now = 0;
    Nanoseconds m_frontEnd = 0;             // when the serial front end is free
    Nanoseconds m_nextArrival = 0;          // Poisson: of the next request to issue
    std::int64_t m_decodeSteps = 0;
    double m_contextTokens = 0;             // of the decoding sequences
    double m_reserved = 0;                  // KV tokens set aside
    double m_prefillRoom = 0;               // of the step that is being formed
};

int Simulation::length(double mean)
{
    if (!m_lengths.uniform80)
        return std::max(1, static_cast<int>(std::lround(mean)));
    return std::max(1, static_cast<int>(std::lround(mean * (0.8 + 0.2 * m_random.uniform()))));
}

void Simulation::issue(Nanoseconds time)
{
    if (static_cast<int>(m_result.requests.size()) >= m_arrivals.requests)
        return;
    RequestTrace request;
    request.arrival = toSeconds(time);
    request.input = length(m_lengths.input);
    request.output = length(m_lengths.output);
    const Efficiency &e = m_model.efficiency();
    m_frontEnd = std::max(m_frontEnd, time) + toNanoseconds(e.requestTokenMicroseconds * 1e-6 * request.input);
    m_waiting.push_back({m_result.requests.size(), m_frontEnd + toNanoseconds(e.requestMilliseconds * 1e-3)});
    m_result.requests.push_back(request);
}

void Simulation::issueStart()
{
    switch (m_arrivals.kind) {
    case Arrivals::Kind::ClosedLoop:
        for (int i = 0; i < static_cast<int>(std::lround(m_arrivals.users)); ++i)
            issue(0);
        break;
    case Arrivals::Kind::AllAtOnce:
        for (int i = 0; i < m_arrivals.requests; ++i)
            issue(0);
        break;
    case Arrivals::Kind::Poisson:
        // Issued one ahead: the queue always knows the next arrival.
        m_nextArrival = toNanoseconds(m_random.exponential() / m_arrivals.rate.value());
        break;
    }
}

void Simulation::finish(std::size_t request)
{
    RequestTrace &r = m_result.requests[request];
    r.end = toSeconds(m_now);
    m_reserved -= reserveOf(r);
    if (m_arrivals.kind == Arrivals::Kind::ClosedLoop)
        issue(m_now);
}

void Simulation::startDecoding(std::size_t request)
{
    RequestTrace &r = m_result.requests[request];
    r.firstToken = toSeconds(m_now);
    if (r.output <= 1) {
        finish(request);
        return;
    }
    m_contextTokens += r.input + 1;
    m_decoding.push({m_decodeSteps + r.output - 1, request});
}

bool Simulation::admitNext()
{
    if (m_waiting.empty() || m_waiting.front().visible > m_now || running() >= m_policy.maxSequences)
        return false;
    const RequestTrace &r = m_result.requests[m_waiting.front().request];
    if (m_reserved + reserveOf(r) > m_policy.kvTokens && running() > 0)
        return false;
    // Without chunks a prompt enters whole, alone if it must.
    if (!m_policy.chunkedPrefill && r.input > m_prefillRoom && m_prefillRoom < m_policy.maxBatchedTokens - static_cast<double>(m_decoding.size()))
        return false;
    m_reserved += reserveOf(r);
    m_prefilling.push_back({m_waiting.front().request, 0});
    m_waiting.pop_front();
    return true;
}

void Simulation::completeDecodes()
{
    while (!m_decoding.empty() && m_decoding.top().finishStep <= m_decodeSteps) {
        const std::size_t request = m_decoding.top().request;
        m_decoding.pop();
        m_contextTokens -= m_result.requests[request].input + m_result.requests[request].output;
        finish(request);
    }
}

void Simulation::prefillStep()
{
    const bool decodes = !m_policy.decodePausesForPrefill;
    StepLoad load;
    load.decodeSequences = decodes ? static_cast<double>(m_decoding.size()) : 0.0;
    load.contextTokens = decodes ? m_contextTokens : 0.0;
    std::vector<std::size_t> through;
    m_prefillRoom = std::max(m_policy.maxBatchedTokens - load.decodeSequences, 1.0);
    for (std::size_t i = 0; m_prefillRoom >= 1.0; ++i) {
        if (i >= m_prefilling.size() && !admitNext())
            break;
        Prefilling &p = m_prefilling[i];
        const int left = m_result.requests[p.request].input - p.done;
        const int take = m_policy.chunkedPrefill ? std::min(left, static_cast<int>(m_prefillRoom)) : left;
        load.prefillTokens += take;
        load.prefillPairs += take * (p.done + take / 2.0);
        load.largestPrefill = std::max<double>(load.largestPrefill, take);
        p.done += take;
        m_prefillRoom -= take;
        if (p.done >= m_result.requests[p.request].input) {
            through.push_back(p.request);
            load.finishedPrefills += 1;
        }
    }
    std::erase_if(m_prefilling, [&](const Prefilling &p) { return p.done >= m_result.requests[p.request].input; });
    m_now += std::max<Nanoseconds>(toNanoseconds(m_model.time(load).value()), 1);
    if (load.decodeSequences > 0) {
        m_contextTokens += load.decodeSequences;
        ++m_decodeSteps;
        completeDecodes();
    }
    for (const std::size_t request : through)
        startDecoding(request);
}

void Simulation::decodeStretch()
{
    const auto sequences = static_cast<double>(m_decoding.size());
    StepLoad load;
    load.decodeSequences = sequences;
    load.contextTokens = m_contextTokens;
    std::int64_t steps = std::max<std::int64_t>(m_decoding.top().finishStep - m_decodeSteps, 1);
    const double one = m_model.time(load).value();
    // A request that becomes visible interrupts the stretch, if it could enter at all.
    const bool slotFree = running() < m_policy.maxSequences;
    Nanoseconds next = m_waiting.empty() ? kNever : m_waiting.front().visible;
    if (m_arrivals.kind == Arrivals::Kind::Poisson && static_cast<int>(m_result.requests.size()) < m_arrivals.requests)
        next = std::min(next, m_nextArrival);
    if (slotFree && next != kNever && next > m_now) {
        const double untilNext = toSeconds(next - m_now) / std::max(one, 1e-9);
        steps = std::min(steps, std::max<std::int64_t>(static_cast<std::int64_t>(std::min(std::ceil(untilNext), 1e15)), 1));
    }
    load.contextTokens = m_contextTokens + sequences * static_cast<double>(steps - 1) / 2.0;
    m_now += std::max<Nanoseconds>(toNanoseconds(m_model.time(load).value() * static_cast<double>(steps)), 1);
    m_contextTokens += sequences * static_cast<double>(steps);
    m_decodeSteps += steps;
    completeDecodes();
}

SimulationResult Simulation::run()
{
    if (m_lengths.input + m_lengths.output > m_policy.kvTokens) {
        m_result.fits = false;
        return std::move(m_result);
    }
    issueStart();
    const bool openLoop = m_arrivals.kind == Arrivals::Kind::Poisson;
    const auto moreToCome = [&] { return openLoop && static_cast<int>(m_result.requests.size()) < m_arrivals.requests; };
    for (;;) {
        while (moreToCome() && m_nextArrival <= m_now) {
            issue(m_nextArrival);
            m_nextArrival += std::max<Nanoseconds>(toNanoseconds(m_random.exponential() / m_arrivals.rate.value()), 1);
        }
        m_prefillRoom = m_policy.maxBatchedTokens - static_cast<double>(m_decoding.size());
        if (!m_prefilling.empty() || (m_prefillRoom >= 1.0 && admitNext())) {
            prefillStep();
        } else if (!m_decoding.empty()) {
            decodeStretch();
        } else if (!m_waiting.empty()) {
            m_now = std::max(m_now + 1, m_waiting.front().visible);
        } else if (moreToCome()) {
            m_now = std::max(m_now + 1, m_nextArrival);
        } else {
            break;
        }
    }
    m_result.duration = Seconds(toSeconds(m_now));
    return std::move(m_result);
}

} // namespace

SimulationResult simulateBatches(const StepModel &model, const Arrivals &arrivals, const LengthDistribution &lengths, const BatchPolicy &policy,
                                 std::uint64_t seed)
{
    return Simulation(model, arrivals, lengths, policy, seed).run();
}

} // namespace headroom::core
