// SPDX-License-Identifier: GPL-3.0-or-later
// A library that answers as NVML does, for tests: two GPUs, the second of which supports little. What it says is set from
// outside through standIn.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <thread>

extern "C" {

struct StandIn {
    std::atomic<int> initCode{0};
    std::atomic<int> countCode{0};
    std::atomic<int> gpus{2};
    std::atomic<int> hangMs{0};
    std::atomic<int> xid{0}; // told once
    std::atomic<unsigned long long> throttledNs{0};
    std::atomic<int> lost{-1}; // the GPU that has fallen off the bus
};
StandIn standIn;

namespace {
int numbers[2] = {0, 1};
int indexOf(void *device) { return *static_cast<int *>(device); }
bool modest(void *device) { return indexOf(device) == 1; }
constexpr int kNotSupported = 3;
constexpr int kTimeout = 10;
constexpr int kLost = 15;
} // namespace

int nvmlInit_v2() { return standIn.initCode; }
int nvmlShutdown() { return 0; }
const char *nvmlErrorString(int code) { return code == 9 ? "Driver Not Loaded" : "Unknown Error"; }
int nvmlDeviceGetCount_v2(unsigned *count)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(standIn.hangMs));
    *count = static_cast<unsigned>(standIn.gpus);
    return standIn.countCode;
}
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device)
{
    *device = &numbers[index % 2];
    return static_cast<int>(index) == standIn.lost ? kLost : 0;
}
int nvmlDeviceGetName(void *, char *name, unsigned length)
{
    std::snprintf(name, length, "NVIDIA Stand-In");
    return 0;
}
int nvmlDeviceGetUUID(void *device, char *uuid, unsigned length)
{
    std::snprintf(uuid, length, "GPU-00000000-0000-0000-0000-00000000000%d", indexOf(device));
    return 0;
}
struct Rates {
    unsigned gpu, memory;
};
int nvmlDeviceGetUtilizationRates(void *device, Rates *rates)
{
    *rates = {42, 17};
    return modest(device) ? kNotSupported : 0;
}
struct MemoryOne {
    unsigned long long total, free, used;
};
int nvmlDeviceGetMemoryInfo(void *, MemoryOne *memory)
{
    *memory = {1000, 400, 600};
    return 0;
}
struct MemoryTwo {
    unsigned version;
    unsigned long long total, reserved, free, used;
};
int nvmlDeviceGetMemoryInfo_v2(void *device, MemoryTwo *memory)
{
    if (modest(device) || memory->version != (sizeof(MemoryTwo) | (2U << 24U)))
        return kNotSupported;
    *memory = {memory->version, 85520809984ULL, 500000000ULL, 64739608576ULL, 20281201408ULL};
    return 0;
}
int nvmlDeviceGetPowerUsage(void *, unsigned *milliwatts) { *milliwatts = 631950; return 0; }
int nvmlDeviceGetEnforcedPowerLimit(void *, unsigned *milliwatts) { *milliwatts = 700000; return 0; }
int nvmlDeviceGetTotalEnergyConsumption(void *device, unsigned long long *millijoules) { *millijoules = 5000; return modest(device) ? kNotSupported : 0; }
int nvmlDeviceGetTemperature(void *, unsigned sensor, unsigned *degrees) { *degrees = 59; return sensor == 0 ? 0 : kNotSupported; }
int nvmlDeviceGetClockInfo(void *, unsigned type, unsigned *megahertz) { *megahertz = type == 1 ? 1980 : 2619; return 0; }
int nvmlDeviceGetCurrentClocksThrottleReasons(void *, unsigned long long *reasons) { *reasons = 4; return 0; } // the older name
int nvmlDeviceGetTotalEccErrors(void *device, unsigned kind, unsigned, unsigned long long *errors) { *errors = kind == 1 ? 2 : 7; return modest(device) ? kNotSupported : 0; }
int nvmlDeviceGetRemappedRows(void *device, unsigned *corrected, unsigned *uncorrected, unsigned *pending, unsigned *failed)
{
    *corrected = *uncorrected = *failed = 0;
    *pending = 1;
    return modest(device) ? kNotSupported : 0;
}
struct Violation {
    unsigned long long referenceTime, violationTime;
};
int nvmlDeviceGetViolationStatus(void *device, unsigned policy, Violation *time)
{
    *time = {0, policy == 1 ? standIn.throttledNs.load() : 0};
    return modest(device) ? kNotSupported : 0;
}
int nvmlEventSetCreate(void **set) { *set = &standIn; return 0; }
int nvmlEventSetFree(void *) { return 0; }
int nvmlDeviceRegisterEvents(void *, unsigned long long, void *) { return 0; }
struct Event {
    void *device;
    unsigned long long type, data;
    unsigned gpuInstance, computeInstance;
};
int nvmlEventSetWait_v2(void *, Event *event, unsigned)
{
    const int code = standIn.xid.exchange(0);
    *event = {&numbers[1], 8, static_cast<unsigned long long>(code), 0, 0};
    return code == 0 ? kTimeout : 0;
}
}
