// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of NVML's binary interface is called (NVML API Reference Guide, NVIDIA, release 570; the interface only grows). The
// library itself belongs to the driver and is no part of this program.
namespace headroom::monitor::nvml {

using Return = int;
using Device = void *;
using EventSet = void *;

constexpr Return kSuccess = 0;
constexpr unsigned kTextBytes = 96;
constexpr unsigned kTemperatureGpu = 0;
constexpr unsigned kClockSm = 1;
constexpr unsigned kClockMem = 2;
constexpr unsigned kEccCorrected = 0;
constexpr unsigned kEccUncorrected = 1;
constexpr unsigned kEccVolatile = 0;
constexpr unsigned kPolicyPower = 0;
constexpr unsigned kPolicyThermal = 1;
constexpr unsigned long long kEventXid = 0x8;

struct Utilization {
    unsigned gpu;
    unsigned memory;
};

struct Memory {
    unsigned long long total;
    unsigned long long free;
    unsigned long long used;
};

struct MemoryV2 {
    unsigned version;
    unsigned long long total;
    unsigned long long reserved;
    unsigned long long free;
    unsigned long long used;
};
constexpr unsigned kMemoryV2 = static_cast<unsigned>(sizeof(MemoryV2)) | (2U << 24U);

struct ViolationTime {
    unsigned long long referenceTime;
    unsigned long long violationTime;
};

struct EventData {
    Device device;
    unsigned long long eventType;
    unsigned long long eventData;
    unsigned gpuInstanceId;
    unsigned computeInstanceId;
};

} // namespace headroom::monitor::nvml
