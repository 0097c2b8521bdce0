// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace headroom::db {

// A place that metrics come from. Secrets are not in it: bearerEnv and basicEnv name environment variables, bearerSecret and
// basicSecret entries of the keyring.
struct StoredSource {
    std::int64_t id = 0;           // 0: not stored yet
    std::string name;              // at most 200 characters
    std::string address;           // as SOURCE of `headroom watch`: URL, prometheus+URL, demo:, nvml:, path; without user and password
    double intervalS = 5;          // between polls; 0.2 .. 3600
    bool enabled = true;
    std::string bearerEnv;
    std::string basicEnv;
    std::string caFile;
    std::string certFile;
    std::string keyFile;
    std::string bearerSecret;
    std::string basicSecret;
    std::string proxy;             // "http://host:port" or "socks5://host:port", without user and password; empty: none
    std::string tenant;            // sent as X-Scope-OrgID; empty: not sent
    double replaySpeed = 0;        // of a recording: times faster than it was recorded, 0 .. 1,000; 0: a line every interval

    bool operator==(const StoredSource &) const = default;
};

} // namespace headroom::db
