// SPDX-License-Identifier: GPL-3.0-or-later
// One engine replica (or pipeline lane) of serving_simulation: what runs, what waits, and what its next step is.
#pragma once

#include <core/serving/serving_system.h>
#include <core/serving/simulated_time.h>

#include <cstdint>
#include <deque>
#include <queue>
#include <vector>

namespace headroom::core {

using RequestIndex = std::uint32_t;

// A request under way.
struct LiveRequest {
    enum class State : std::uint8_t { Waiting, Prefilling, Decoding, Done };

    Nanoseconds arrival = 0;
    Nanoseconds firstToken = -1;     // -1: not yet
    Nanoseconds lastToken = 0;       // while its next token does not follow in the very next step
    Nanoseconds end = 0;
    std::int64_t finishStep = 0;     // decoding: count of decode steps of its scheduler at which it is done
    std::int64_t contextOffset = 0;  // decoding: context minus that count
    std::int32_t input = 1;
    std::int32_t output = 1;
    std::int32_t generated = 0;      // up to date unless it decodes
    std::int32_t prefilled = 0;      // tokens through the prefill, cached ones included
    std::uint32_t admission = 0;     // serial number of its last admission
    State state = State::Waiting;
    bool measured = false;
};

// Gaps between successive tokens: so many of this length.
struct TokenGaps {
    Nanoseconds gap = 0;
    std::int64_t count = 0;
};

// What happened in one step (or stretch of equal steps) of a scheduler.
struct StepRecord {
    Nanoseconds begin = 0, end = 0;
    double tokens = 0;              // output tokens that came out
    double decoding = 0;            // sequences that decoded
    std::int64_t blocksBefore = 0, blocksAfter = 0;   // in use; the growth between them is even
};

class BatchScheduler {
public:
    BatchScheduler(const StepModel &model, const ServingPolicy &policy, std::vector<LiveRequest> &requests);

    // A request that came at `now`. It must fit an empty cache.
    void submit(RequestIndex request, Nanoseconds now);
    // A sequence that decodes already, `generated` tokens in: to begin in a steady state. False where it does not fit.
    bool place(RequestIndex request, int generated);
    // After the last place().
    void start() { begin(0); }

    // When what runs now is through; kNever while there is nothing to do.
    Nanoseconds end() const { return m_end; }
    // Ends what runs, at end(), and begins the next. `finished` gets the requests that are done.
    StepRecord proceed(std::vector<RequestIndex> &finished);

    // Gaps of the measured requests' tokens since the last call of proceed().
    const std::vector<TokenGaps> &gaps() const { return m_gaps; }

    std::int64_t blocksUsed() const { return m_blocksUsed; }
    std::int64_t blocksTotal() const { return m_blocksTotal; }
    std::int64_t preemptions() const { return m_preemptions; }
    std::size_t waiting() const { return m_waiting.size(); }
    bool holds(int input, int output) const { return blocksFor(static_cast<std::int64_t>(input) + output) <= m_blocksTotal; }

private:
    enum class Action : std::uint8_t { None, Idle, Prefill, Decode };

    struct Waiting {
        RequestIndex request = 0;
        Nanoseconds visible = 0;     // the scheduler sees it from here on
    };
    struct Finish {
        std::int64_t step = 0;
        RequestIndex request = 0;
        bool operator>(const Finish &other) const { return step > other.step; }
    };
    struct Admitted {
        RequestIndex request = 0;
        std::uint32_t admission = 0;
    };

    std::int64_t blocksFor(std::int64_t tokens) const { return (tokens + m_policy.kvBlockTokens - 1) / m_policy.kvBlockTokens; }
    std::int64_t reserveOf(const LiveRequest &r) const;
    std::int64_t growth(std::int64_t steps) const;
    int running() const { return m_decoding + static_cast<int>(m_prefilling.size()); }
    std::size_t phaseOf(const LiveRequest &r) const;
    void begin(Nanoseconds now);
    void formPrefill(Nanoseconds now);
    void formStretch(Nanoseconds now);
    bool admitNext(Nanoseconds now, double room, double freeBudget);
    bool makeRoomForDecode();
    void preemptLatest();
    void release(const LiveRequest &r, std::int64_t context);
    void startDecoding(RequestIndex index, Nanoseconds now, std::vector<RequestIndex> &finished);
    void completeDecodes(Nanoseconds now, std::vector<RequestIndex> &finished);
    void recordGaps(Nanoseconds now, Nanoseconds gap, std::int64_t steps);
    Nanoseconds stepTime(const StepLoad &load, double steps) const;

    const StepModel &m_model;
    ServingPolicy m_policy;
    std::vector<LiveRequest> &m_requests;
    std::deque<Waiting> m_waiting;
    std::vector<RequestIndex> m_prefilling;
    std::vector<RequestIndex> m_through;     // prompts that end in the running step
    std::priority_queue<Finish, std::vector<Finish>, std::greater<>> m_finishes;   // preempted ones stay until they come up
    std::vector<Admitted> m_admitted;        // latest last; stale entries stay until they come up
    std::vector<RequestIndex> m_fresh;       // measured, decoding, their last token came outside the last decode step
    std::vector<std::int32_t> m_phases;      // decoding sequences by (context - step) modulo the block
    std::vector<TokenGaps> m_gaps;
    std::int64_t m_blocksTotal = 0;
    std::int64_t m_blocksUsed = 0;
    std::int64_t m_reserved = 0;             // blocks set aside at admission
    std::int64_t m_preemptions = 0;
    std::int64_t m_decodeSteps = 0;
    double m_contextTokens = 0;              // of the decoding sequences
    int m_decoding = 0;
    int m_decodingMeasured = 0;
    std::uint32_t m_admissions = 0;
    Nanoseconds m_frontEnd = 0;              // when the serial front end is free
    Nanoseconds m_frontEndFixed = 0;
    double m_frontEndToken = 0;              // s
    Nanoseconds m_lastDecode = 0;            // end of the last step that decoded

    // What runs now.
    Action m_action = Action::None;
    Nanoseconds m_begin = 0, m_end = kNever;
    std::int64_t m_steps = 0;                // of a stretch
    bool m_decodes = false;                  // the prefill step carries decodes
    std::int64_t m_blocksBefore = 0;
    int m_returned = 0;                      // preempted when the step was formed
};

} // namespace headroom::core
