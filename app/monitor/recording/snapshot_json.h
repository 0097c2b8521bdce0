// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>
#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/values/snapshot.h>

#include <string>
#include <string_view>

namespace headroom::monitor {

// A snapshot as `watch` prints and records it, one JSON object without line breaks:
// {"time","source","state","reason","detail","demo","dialects","canonical":[{"metric","labels":{...},"value","unit"}]}.
// and, where pods are known, "workloads":[{"labels":{...},"namespace","pod","container","model"}]. time is UTC, RFC 3339, in milliseconds. Labels: node, gpu, uuid, mig, gpu_model, model, engine, replica; of distributions
// also quantile ("0.95"), or stat ("mean"); "above": true marks a quantile above the highest bucket.
std::string snapshotToJson(const Snapshot &snapshot);

// Reads such a line again. Errors: Syntax, BadValue with the field; unknown metrics and labels of a newer version are left
// out. snapshotFromJson(snapshotToJson(s)) has the samples, subjects, state and time of s.
core::Result<Snapshot> snapshotFromJson(std::string_view line);

// The document of `headroom metrics`: {"series","canonical","dialect","errors"}.
std::string pageToJson(const MetricsPage &page, const MappedPoll &mapped);

// "2026-03-01T12:00:00.250Z" and back; 0 years 1970 to 9999.
std::string isoTime(std::int64_t unixMs);
std::optional<std::int64_t> unixMsFromIso(std::string_view text);

} // namespace headroom::monitor
