// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/units/result.h>

namespace headroom::core {

const char *errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadValue: return "bad_value";
    case ErrorCode::UnknownField: return "unknown_field";
    case ErrorCode::UnknownId: return "unknown_id";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Syntax: return "syntax";
    case ErrorCode::TooLarge: return "too_large";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Unreadable: return "unreadable";
    case ErrorCode::Unwritable: return "unwritable";
    case ErrorCode::Network: return "network";
    case ErrorCode::Timeout: return "timeout";
    case ErrorCode::Database: return "database";
    case ErrorCode::NewerSchema: return "newer_schema";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::NotAvailable: return "not_available";
    case ErrorCode::Cancelled: return "cancelled";
    }
    return "bad_value";
}

} // namespace headroom::core
