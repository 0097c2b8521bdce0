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
    Discovery,  // every page that a list of targets names: "file_sd+PATH" or "http_sd+URL", as Prometheus reads them
};

// Where to poll and how. Secrets are never held here: only the names of the environment variables, or of the entries of the
// secret store, that hold them.
struct SourceConfig {
    std::string id;   // unique among the sources of one program
    std::string name; // what the person calls it; may be empty
    SourceKind kind = SourceKind::Page;
    std::string address; // Page: URL. Prometheus: URL of the server, without "prometheus+". Recording: path.
                         // Discovery: path or URL of the list. Nvml: path of the library, empty for the driver's. Else empty
    std::chrono::milliseconds interval{5000}; // 500 ms to 1 h
    std::chrono::milliseconds timeout{10000}; // 100 ms to 5 min
    std::string bearerEnv; // environment variable with a bearer token
    std::string basicEnv;  // environment variable with "user:password"
    std::string bearerSecret; // the same, by their names in the secret store
    std::string basicSecret;
    std::string caFile;    // PEM; replaces the system's certificate authorities
    std::string certFile;  // PEM client certificate, with keyFile
    std::string keyFile;
    std::string proxy;     // "http://host:port" or "socks5://host:port"; empty: none
    std::string tenant;    // sent as X-Scope-OrgID (Mimir, Cortex, Loki); empty: not sent
    double replaySpeed = 0.0; // Recording: how many times faster than it was recorded; 0: a line every interval
    int demoNodes = 2;       // Demo: 1 to 64
    int demoGpusPerNode = 8; // Demo: 1 to 16

    bool operator==(const SourceConfig &) const = default;
};

} // namespace headroom::monitor
