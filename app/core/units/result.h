// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

namespace headroom::core {

enum class ErrorCode {
    BadValue,      // a value outside its sane range, of the wrong type, or not one of those accepted
    UnknownField,  // a key that no schema knows
    UnknownId,     // a model, GPU, engine, format, provider ... that the catalog does not hold
    Unsupported,   // understood, but not something Headroom can answer for (an architecture, a format)
    Syntax,        // not JSON, CSV, ... at all
    TooLarge,      // over a limit on size, depth, count or time
    NotFound,      // a file, a row, a revision that is not there
    Unreadable,    // a file or folder that cannot be read
    Unwritable,    // a file or folder that cannot be written
    Network,       // a server that is down, refuses, or breaks off
    Timeout,       // a server that is too slow
    Database,      // the store failed
    NewerSchema,   // written by a newer Headroom
    Damaged,       // a store or file whose content contradicts itself
    NotAvailable,  // not built in
    Cancelled,     // a newer request made this one moot
};

// What went wrong and where. `detail` is a plain English sentence with the offending value and what would be accepted;
// it is for the command line and the log. The sentence in the person's language is made in `present` from code, field
// and value. Thread-safe as any value.
struct Error {
    ErrorCode code = ErrorCode::BadValue;
    std::string detail;
    std::string file;   // empty where no file is involved
    std::string field;  // path of the field, as "demand.users"; empty where none
    int line = 0;       // 1-based; 0 where unknown

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = std::expected<T, Error>;

// The code as the command line prints it ("bad_value", "unknown_id", ...).
const char *errorCodeName(ErrorCode code);

} // namespace headroom::core
