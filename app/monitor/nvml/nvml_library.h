// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::monitor {

// What NVML says of one GPU: the name of the question and its answer in NVML's own unit. What a GPU does not support is
// missing.
struct NvmlReading {
    std::string_view name; // "nvmlDeviceGetPowerUsage"; of several answers in one, "nvmlDeviceGetUtilizationRates.gpu"
    double value = 0.0;
};

struct NvmlGpu {
    int index = -1;
    std::string uuid;
    std::string model;
    std::vector<NvmlReading> readings;
};

// NVIDIA's management library, loaded while the program runs: a machine without the driver has none. Its calls may take long,
// or never return where a GPU has died; the caller sees to it that nobody waits. Used by one thread at a time.
class NvmlLibrary {
public:
    // Empty: the driver's own, by its usual name. Errors: NotFound (no driver), BadContent (no NVML), Unreadable (it does not
    // start), each with NVML's own words.
    static core::Result<std::unique_ptr<NvmlLibrary>> load(const std::string &path = {});
    ~NvmlLibrary();
    NvmlLibrary(const NvmlLibrary &) = delete;
    NvmlLibrary &operator=(const NvmlLibrary &) = delete;

    // Every GPU with what it says now, and the XIDs since the last call. Error: Unreadable (the driver was unloaded).
    core::Result<std::vector<NvmlGpu>> read();

private:
    struct Calls;
    explicit NvmlLibrary(std::unique_ptr<Calls> calls);
    void listenForXids();
    void readXids(std::vector<NvmlGpu> &gpus);

    std::unique_ptr<Calls> m_calls;
    void *m_events = nullptr;
    bool m_listening = false;
};

} // namespace headroom::monitor
