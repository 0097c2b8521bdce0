// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/sample.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// Ok: a poll succeeded. Late: the answer to the poll in flight is overdue, older than the interval but within the timeout;
// what was known before stands. Failed: the poll failed; `reason` says why.
enum class SourceState : std::uint8_t { Ok, Late, Failed };

enum class FailureReason : std::uint8_t {
    None,
    Down,         // no connection: refused, unknown host, broken off
    Timeout,      // no complete answer in time
    Unauthorized, // 401, 403
    HttpStatus,   // any other status than 200; the number stands in `httpStatus`
    Redirects,    // too many, or to somewhere that is not http(s)
    Tls,          // certificate or handshake
    TooLarge,     // the answer is over the limit
    NotMetrics,   // HTML, JSON, binary: not a metrics page, or not the Prometheus API
    BadContent,   // a metrics page or API answer with an error in it
    NothingKnown, // well-formed, but without a single metric that Headroom knows
    File,         // a recording, certificate or key that cannot be read
    Ended,        // the recording is over
    NotAvailable, // not in this build
};

constexpr std::string_view sourceStateName(SourceState state)
{
    switch (state) {
    case SourceState::Ok: return "ok";
    case SourceState::Late: return "late";
    case SourceState::Failed: return "failed";
    }
    return "";
}

constexpr std::string_view failureReasonName(FailureReason reason)
{
    switch (reason) {
    case FailureReason::None: return "";
    case FailureReason::Down: return "down";
    case FailureReason::Timeout: return "timeout";
    case FailureReason::Unauthorized: return "unauthorized";
    case FailureReason::HttpStatus: return "http_status";
    case FailureReason::Redirects: return "redirects";
    case FailureReason::Tls: return "tls";
    case FailureReason::TooLarge: return "too_large";
    case FailureReason::NotMetrics: return "not_metrics";
    case FailureReason::BadContent: return "bad_content";
    case FailureReason::NothingKnown: return "nothing_known";
    case FailureReason::File: return "file";
    case FailureReason::Ended: return "ended";
    case FailureReason::NotAvailable: return "not_available";
    }
    return "";
}

// The pod that uses a GPU, or in which an engine runs, where labels tell. A GPU that several share has several. No part of
// what a subject is: pods come and go on a GPU that stays.
struct Workload {
    std::uint32_t subject = 0; // index into the snapshot's subjects
    std::string nameSpace;
    std::string pod;
    std::string container;
    std::string modelName; // the LLM that an engine in this pod serves, where the same source tells

    bool operator==(const Workload &) const = default;
};

// What one poll of one source gave. A failed or late snapshot has no samples. Plain value; handed over by queued signals.
struct Snapshot {
    std::string sourceId;
    std::int64_t timeMs = 0; // Unix time in ms of the answer, of the failure, or of becoming late
    SourceState state = SourceState::Ok;
    FailureReason reason = FailureReason::None;
    std::string detail;      // one English sentence for the log and the command line; empty when ok
    int httpStatus = 0;      // where the reason is HttpStatus or Unauthorized
    bool isDemo = false;     // the values are made up by the demo cluster
    std::string dialects;    // what was recognized, as "dcgm" or "dcgm,vllm"; empty when not ok
    std::vector<std::string> warnings; // what the source itself warned of (Prometheus API)
    std::vector<Subject> subjects;
    std::vector<Sample> samples;
    std::vector<Workload> workloads;
    double pollSeconds = 0.0; // from asking to having it parsed

    SeriesKey key(const Sample &sample) const { return {sample.metric, subjects[sample.subject], sample.quantile}; }

    bool operator==(const Snapshot &) const = default;
};

} // namespace headroom::monitor
