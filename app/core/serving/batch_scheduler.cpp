// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch_scheduler.h"

#include <algorithm>
#include <cmath>

namespace headroom::core {

BatchScheduler::BatchScheduler(const StepModel &model, const ServingPolicy &policy, std::vector<LiveRequest> &requests)
    : m_model(model), m_policy(policy), m_requests(requests), m_phases(static_cast<std::size_t>(policy.kvBlockTokens))
{
    m_blocksTotal = static_cast<std::int64_t>(std::min(policy.kvTokens, 1e15)) / policy.kvBlockTokens;
    m_frontEndFixed = toNanoseconds(model.efficiency().requestMilliseconds * 1e-3);
    m_frontEndToken = model.efficiency().requestTokenMicroseconds * 1e-6;
}

void BatchScheduler::submit(RequestIndex request, Nanoseconds now)
{
    // The front end (tokenizer, API) takes one request after the other.
    m_frontEnd = std::max(m_frontEnd, now) + toNanoseconds(m_frontEndToken * m_requests[request].input);
    m_waiting.push_back({request, m_frontEnd + m_frontEndFixed});
    if (m_action == Action::None || m_action == Action::Idle)
        begin(now);
    else if (m_action == Action::Decode && m_waiting.size() == 1)
        formStretch(m_begin); // it may end earlier now
}

bool BatchScheduler::place(RequestIndex request, int generated)
{
    LiveRequest &r = m_requests[request];
    const std::int64_t reserve = reserveOf(r);
    const std::int64_t blocks = blocksFor(static_cast<std::int64_t>(r.input) + generated);
    if (running() >= m_policy.maxSequences || m_reserved + reserve > m_blocksTotal || m_blocksUsed + blocks > m_blocksTotal)
        return false;
    r.generated = generated - 1;
    m_reserved += reserve;
    m_blocksUsed += blocks;
    r.admission = ++m_admissions;
    m_admitted.push_back({request, r.admission});
    std::vector<RequestIndex> none;
    startDecoding(request, 0, none);
    return true;
}

std::int64_t BatchScheduler::reserveOf(const LiveRequest &r) const
{
    return blocksFor(r.input + static_cast<std::int64_t>(std::ceil(m_policy.reservedOutputShare * r.output)));
}

std::size_t BatchScheduler::phaseOf(const LiveRequest &r) const
{
    const std::int64_t block = m_policy.kvBlockTokens;
    return static_cast<std::size_t>((r.contextOffset % block + block) % block);
}

// Blocks that the decoding sequences take when each grows by so many tokens.
std::int64_t BatchScheduler::growth(std::int64_t steps) const
{
    const std::int64_t block = m_policy.kvBlockTokens;
    std::int64_t blocks = m_decoding * (steps / block);
    // In step s, those whose context is a multiple of the block before it.
    std::int64_t phase = (block - m_decodeSteps % block) % block;
    for (std::int64_t i = steps % block; i > 0; --i) {
        blocks += m_phases[static_cast<std::size_t>(phase)];
        phase = phase == 0 ? block - 1 : phase - 1;
    }
    return blocks;
}

Nanoseconds BatchScheduler::stepTime(const StepLoad &load, double steps) const
{
    return std::max<Nanoseconds>(toNanoseconds(m_model.time(load).value() * steps), 1);
}

bool BatchScheduler::admitNext(Nanoseconds now, double room, double freeBudget)
{
    if (m_waiting.empty() || m_waiting.front().visible > now || running() >= m_policy.maxSequences)
        return false;
    LiveRequest &r = m_requests[m_waiting.front().request];
    const std::int64_t tokens = static_cast<std::int64_t>(r.input) + r.generated;
    const std::int64_t reserve = reserveOf(r);
    const std::int64_t blocks = blocksFor(tokens + 1);
    if (running() > 0 && m_reserved + reserve > m_blocksTotal)
        return false;
    if (m_blocksUsed + blocks > m_blocksTotal)
        return false;
    const auto cached = static_cast<std::int32_t>(std::min(m_policy.cachedInputShare * r.input, r.input - 1.0));
    // Without chunks a prompt enters whole, alone if it must.
    if (!m_policy.chunkedPrefill && static_cast<double>(tokens - cached) > room && room < freeBudget)
        return false;
    m_reserved += reserve;
    m_blocksUsed += blocks;
    r.prefilled = cached;
    r.state = LiveRequest::State::Prefilling;
    r.admission = ++m_admissions;
    if (m_admitted.size() > 4 * (static_cast<std::size_t>(running()) + 64))
        std::erase_if(m_admitted, [&](const Admitted &a) { return m_requests[a.request].admission != a.admission || m_requests[a.request].state == LiveRequest::State::Done; });
    m_admitted.push_back({m_waiting.front().request, r.admission});
    m_prefilling.push_back(m_waiting.front().request);
    m_waiting.pop_front();
    return true;
}

void BatchScheduler::release(const LiveRequest &r, std::int64_t context)
{
    m_blocksUsed -= blocksFor(context);
    m_reserved -= reserveOf(r);
}

// The latest admitted loses its place: its blocks are free, and it computes everything again when it is its turn.
void BatchScheduler::preemptLatest()
{
    while (!m_admitted.empty()) {
        const Admitted last = m_admitted.back();
        m_admitted.pop_back();
        LiveRequest &r = m_requests[last.request];
        if (r.admission != last.admission || (r.state != LiveRequest::State::Decoding && r.state != LiveRequest::State::Prefilling))
            continue;
        if (r.state == LiveRequest::State::Decoding) {
            const std::int64_t context = r.contextOffset + m_decodeSteps;
            r.generated = r.output - static_cast<std::int32_t>(r.finishStep - m_decodeSteps);
            release(r, context);
            m_contextTokens -= static_cast<double>(context);
            --m_phases[phaseOf(r)];
            --m_decoding;
            if (r.measured) {
                --m_decodingMeasured;
                // The gap to its next token counts from its last one, which may be the last decode step's.
                if (const auto fresh = std::ranges::find(m_fresh, last.request); fresh != m_fresh.end())
                    m_fresh.erase(fresh);
                else
                    r.lastToken = m_lastDecode;
            }
        } else {
            release(r, static_cast<std::int64_t>(r.input) + r.generated + 1);
            std::erase(m_prefilling, last.request);
        }
        r.state = LiveRequest::State::Waiting;
        m_waiting.push_front({last.request, m_begin});
        ++m_preemptions;
        ++m_returned;
        return;
    }
}

// Preempts until every decoding sequence can grow by a token. False where none decodes any more.
bool BatchScheduler::makeRoomForDecode()
{
    while (m_decoding > 0 && m_blocksUsed + growth(1) > m_blocksTotal)
        preemptLatest();
    return m_decoding > 0;
}

void BatchScheduler::begin(Nanoseconds now)
{
    m_begin = now;
    m_returned = 0;
    const bool decodesFirst = !m_policy.decodePausesForPrefill;
    if (decodesFirst)
        makeRoomForDecode();
    const double budget = m_policy.maxBatchedTokens;
    // What a step has for prompts: vLLM takes the decodes off first.
    const double room = budget - m_decoding;
    // Sequences that grow in the same step keep the blocks that they need for it.
    const std::int64_t growing = decodesFirst ? growth(1) : 0;
    m_blocksUsed += growing;
    const bool prefills = !m_prefilling.empty() || (m_returned == 0 && room >= 1.0 && admitNext(now, room, room));
    m_blocksUsed -= growing;
    if (prefills) {
        formPrefill(now);
    } else if (m_decoding > 0 && makeRoomForDecode()) {
        formStretch(now);
    } else if (!m_waiting.empty()) {
        m_action = Action::Idle;
        m_end = std::max(now + 1, m_waiting.front().visible);
    } else {
        m_action = Action::None;
        m_end = kNever;
    }
    m_blocksBefore = m_blocksUsed;
}

void BatchScheduler::formPrefill(Nanoseconds now)
{
    m_action = Action::Prefill;
    m_decodes = !m_policy.decodePausesForPrefill && m_decoding > 0;
    StepLoad load;
    load.decodeSequences = m_decodes ? m_decoding : 0;
    load.contextTokens = m_decodes ? m_contextTokens : 0.0;
    if (m_decodes)
        m_blocksUsed += growth(1);
    m_through.clear();
    const double freeBudget = std::max(m_policy.maxBatchedTokens - load.decodeSequences, 1.0);
    double room = freeBudget;
    for (std::size_t i = 0; room >= 1.0; ++i) {
        if (i >= m_prefilling.size() && (m_returned > 0 || !admitNext(now, room, freeBudget)))
            break;
        LiveRequest &r = m_requests[m_prefilling[i]];
        const std::int32_t left = r.input + r.generated - r.prefilled;
        const std::int32_t take = m_policy.chunkedPrefill ? std::min(left, static_cast<std::int32_t>(room)) : left;
        load.prefillTokens += take;
        load.prefillPairs += take * (r.prefilled + take / 2.0);
        load.largestPrefill = std::max<double>(load.largestPrefill, take);
        r.prefilled += take;
        room -= take;
        if (take == left) {
            m_through.push_back(m_prefilling[i]);
            load.finishedPrefills += 1;
        }
    }
    if (!m_through.empty())
        std::erase_if(m_prefilling, [&](RequestIndex i) { return m_requests[i].prefilled == m_requests[i].input + m_requests[i].generated; });
    m_end = now + stepTime(load, 1.0);
}

void BatchScheduler::formStretch(Nanoseconds now)
{
    StepLoad load;
    load.decodeSequences = m_decoding;
    load.contextTokens = m_contextTokens;
    // A stretch that is formed again because a request came knows about how long its steps are.
    double oneStep = m_action == Action::Decode ? toSeconds(m_end - m_begin) / static_cast<double>(m_steps) : 0.0;
    m_action = Action::Decode;
    while (m_requests[m_finishes.top().request].state != LiveRequest::State::Decoding || m_requests[m_finishes.top().request].finishStep != m_finishes.top().step)
        m_finishes.pop(); // preempted meanwhile
    std::int64_t steps = std::max<std::int64_t>(m_finishes.top().step - m_decodeSteps, 1);
    // A request that becomes visible interrupts the stretch, if it could enter at all.
    if (steps > 1 && running() < m_policy.maxSequences && !m_waiting.empty() && m_waiting.front().visible >= now) {
        if (oneStep <= 0)
            oneStep = m_model.time(load).value();
        const double untilNext = toSeconds(m_waiting.front().visible - now) / std::max(oneStep, 1e-9);
        steps = std::min(steps, std::max<std::int64_t>(static_cast<std::int64_t>(std::min(std::ceil(untilNext), 1e15)), 1));
    }
    // So does a cache that is full before it ends.
    const std::int64_t free = m_blocksTotal - m_blocksUsed;
    if (m_decoding * (steps / m_policy.kvBlockTokens + 1) > free && growth(steps) > free) {
        std::int64_t low = 1; // begin() made room for one
        std::int64_t high = steps;
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (growth(middle) <= free ? low : high) = middle;
        }
        steps = low;
    }
    m_steps = steps;
    // Time grows evenly with the context: every step takes what the middle one takes.
    load.contextTokens = m_contextTokens + load.decodeSequences * static_cast<double>(steps - 1) / 2.0;
    m_end = now + stepTime(load, static_cast<double>(steps));
}

void BatchScheduler::startDecoding(RequestIndex index, Nanoseconds now, std::vector<RequestIndex> &finished)
{
    LiveRequest &r = m_requests[index];
    ++r.generated;
    if (r.firstToken < 0)
        r.firstToken = now;
    else if (r.measured)
        m_gaps.push_back({now - r.lastToken, 1}); // computed again after a preemption
    const std::int64_t context = static_cast<std::int64_t>(r.input) + r.generated;
    if (r.generated >= r.output) {
        release(r, context);
        r.state = LiveRequest::State::Done;
        r.end = now;
        finished.push_back(index);
        return;
    }
    r.state = LiveRequest::State::Decoding;
    r.contextOffset = context - m_decodeSteps;
    r.finishStep = m_decodeSteps + r.output - r.generated;
    r.lastToken = now;
    m_contextTokens += static_cast<double>(context);
    ++m_phases[phaseOf(r)];
    ++m_decoding;
    m_finishes.push({r.finishStep, index});
    if (r.measured) {
        ++m_decodingMeasured;
        m_fresh.push_back(index);
    }
}

void BatchScheduler::completeDecodes(Nanoseconds now, std::vector<RequestIndex> &finished)
{
    while (!m_finishes.empty() && m_finishes.top().step <= m_decodeSteps) {
        const Finish top = m_finishes.top();
        m_finishes.pop();
        LiveRequest &r = m_requests[top.request];
        if (r.state != LiveRequest::State::Decoding || r.finishStep != top.step)
            continue;
        const std::int64_t context = r.contextOffset + m_decodeSteps;
        release(r, context);
        m_contextTokens -= static_cast<double>(context);
        --m_phases[phaseOf(r)];
        --m_decoding;
        m_decodingMeasured -= r.measured ? 1 : 0;
        r.generated = r.output;
        r.state = LiveRequest::State::Done;
        r.end = now;
        finished.push_back(top.request);
    }
}

// Gaps of `steps` decode steps that end now and last `gap` each; what came outside the last decode step has a gap of its own.
void BatchScheduler::recordGaps(Nanoseconds now, Nanoseconds gap, std::int64_t steps)
{
    if (m_decodingMeasured > 0) {
        const Nanoseconds first = now - gap * (steps - 1);   // end of the first of them
        const auto old = static_cast<std::int64_t>(m_decodingMeasured) - static_cast<std::int64_t>(m_fresh.size());
        if (old > 0)
            m_gaps.push_back({first - m_lastDecode, old});
        for (const RequestIndex i : m_fresh)
            m_gaps.push_back({first - m_requests[i].lastToken, 1});
        if (steps > 1)
            m_gaps.push_back({gap, (steps - 1) * m_decodingMeasured});
    }
    m_fresh.clear();
    m_lastDecode = now;
}

StepRecord BatchScheduler::proceed(std::vector<RequestIndex> &finished)
{
    const Nanoseconds now = m_end;
    m_gaps.clear();
    StepRecord record{m_begin, now, 0, 0, m_blocksBefore, 0};
    if (m_action == Action::Prefill) {
        record.tokens = static_cast<double>(m_through.size());
        if (m_decodes) {
            record.tokens += m_decoding;
            record.decoding = m_decoding;
            recordGaps(now, now - m_begin, 1);
            m_contextTokens += m_decoding;
            ++m_decodeSteps;
        }
        record.blocksAfter = m_blocksUsed;
        if (m_decodes)
            completeDecodes(now, finished);
        for (const RequestIndex i : m_through)
            startDecoding(i, now, finished);
    } else if (m_action == Action::Decode) {
        record.decoding = m_decoding;
        record.tokens = static_cast<double>(m_decoding) * static_cast<double>(m_steps);
        recordGaps(now, (now - m_begin) / m_steps, m_steps);
        m_blocksUsed += growth(m_steps);
        m_contextTokens += static_cast<double>(m_decoding) * static_cast<double>(m_steps);
        m_decodeSteps += m_steps;
        record.blocksAfter = m_blocksUsed;
        completeDecodes(now, finished);
    } else {
        record.blocksAfter = m_blocksUsed;
    }
    m_action = Action::None;
    begin(now);
    return record;
}

} // namespace headroom::core
