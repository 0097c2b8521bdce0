// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace headroom::monitor {

enum class SourceKind : std::uint8_t {
    Page,       // a metrics page: http(s) URL
    Prometheus, // the Prometheus HTTP API: "prometheus+" and the URL of the server
    Nvml,       // "nvml:", the GPUs of this machine
    Demo,       // "demo:", the built-in demo cluster, over its real HTTP exporter on the loopback address
    Recording,  // a file that `watch --record` wrote
};

// Where to poll and how. Secrets are never held here: only the names of the environment variables that hold them.
struct SourceConfig {
    std::string id;   // unique among the sources of one program
    std::string name; // what the person calls it; may be empty
    SourceKind kind = SourceKind::Page;
    std::string address; // Page: URL. Prometheus: URL of the server, without "prometheus+". Recording: path. Else empty
    std::chrono::milliseconds interval{5000}; // 500 ms to 1 h
    std::chrono::milliseconds timeout{10000}; // 100 ms to 5 min
    std::string bearerEnv; // environment variable with a bearer token
    std::string basicEnv;  // environment variable with "user:password"
    std::string caFile;    // PEM; replaces the system's certificate authorities
    std::string certFile;  // PEM client certificate, with keyFile
    std::string keyFile;
    int demoNodes = 2;       // Demo: 1 to 64
    int demoGpusPerNode = 8; // Demo: 1 to 16

    bool operator==(const SourceConfig &) const = default;
};

} // namespace headroom::monitor
