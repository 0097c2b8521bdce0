// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/serving_simulation.h>

#include <string_view>
#include <vector>

namespace headroom::core {

// A recorded load: CSV with the columns time_s, input_tokens and output_tokens (any order; others are passed over), plain
// numbers, one request a line, times from 0 on that never go back; CRLF or LF, a byte-order mark and empty lines passed over.
// At most kMostSimulatedRequests requests; times to the nanosecond, at most 1e9 s; lengths are whole, from 1 to 10,000,000.
// Errors name file, line and column and say what would be accepted. Pure; linear in the text.
Result<std::vector<RecordedRequest>> parseRecordedLoad(std::string_view text, std::string_view fileName);

} // namespace headroom::core
