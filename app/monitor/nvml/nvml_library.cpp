// SPDX-License-Identifier: GPL-3.0-or-later
#include "nvml_library.h"

#include "nvml_abi.h"

#include <fmt/format.h>

#include <array>
#include <dlfcn.h>

namespace headroom::monitor {
namespace {

using namespace nvml;

constexpr const char *kUsualName = "libnvidia-ml.so.1";
constexpr unsigned kMostGpus = 256;
constexpr int kMostXidsAPoll = 64;

} // namespace

// Null: this version of the library has no such call.
struct NvmlLibrary::Calls {
    void *library = nullptr;
    Return (*init)() = nullptr;
    Return (*shutdown)() = nullptr;
    const char *(*errorString)(Return) = nullptr;
    Return (*count)(unsigned *) = nullptr;
    Return (*handle)(unsigned, Device *) = nullptr;
    Return (*name)(Device, char *, unsigned) = nullptr;
    Return (*uuid)(Device, char *, unsigned) = nullptr;
    Return (*utilization)(Device, Utilization *) = nullptr;
    Return (*memory)(Device, Memory *) = nullptr;
    Return (*memoryV2)(Device, MemoryV2 *) = nullptr;
    Return (*power)(Device, unsigned *) = nullptr;
    Return (*powerLimit)(Device, unsigned *) = nullptr;
    Return (*energy)(Device, unsigned long long *) = nullptr;
    Return (*temperature)(Device, unsigned, unsigned *) = nullptr;
    Return (*clock)(Device, unsigned, unsigned *) = nullptr;
    Return (*encoder)(Device, unsigned *, unsigned *) = nullptr;
    Return (*decoder)(Device, unsigned *, unsigned *) = nullptr;
    Return (*eventReasons)(Device, unsigned long long *) = nullptr;
    Return (*eccErrors)(Device, unsigned, unsigned, unsigned long long *) = nullptr;
    Return (*remappedRows)(Device, unsigned *, unsigned *, unsigned *, unsigned *) = nullptr;
    Return (*pcieReplays)(Device, unsigned *) = nullptr;
    Return (*violation)(Device, unsigned, ViolationTime *) = nullptr;
    Return (*eventSetCreate)(EventSet *) = nullptr;
    Return (*eventSetFree)(EventSet) = nullptr;
    Return (*registerEvents)(Device, unsigned long long, EventSet) = nullptr;
    Return (*eventSetWait)(EventSet, EventData *, unsigned) = nullptr;

    template<class Function> void find(Function &function, std::initializer_list<const char *> names)
    {
        for (const char *const symbol : names)
            if (!function)
                function = reinterpret_cast<Function>(::dlsym(library, symbol));
    }

    void findAll()
    {
        find(init, {"nvmlInit_v2"});
        find(shutdown, {"nvmlShutdown"});
        find(errorString, {"nvmlErrorString"});
        find(count, {"nvmlDeviceGetCount_v2"});
        find(handle, {"nvmlDeviceGetHandleByIndex_v2"});
        find(name, {"nvmlDeviceGetName"});
        find(uuid, {"nvmlDeviceGetUUID"});
        find(utilization, {"nvmlDeviceGetUtilizationRates"});
        find(memory, {"nvmlDeviceGetMemoryInfo"});
        find(memoryV2, {"nvmlDeviceGetMemoryInfo_v2"});
        find(power, {"nvmlDeviceGetPowerUsage"});
        find(powerLimit, {"nvmlDeviceGetEnforcedPowerLimit"});
        find(energy, {"nvmlDeviceGetTotalEnergyConsumption"});
        find(temperature, {"nvmlDeviceGetTemperature"});
        find(clock, {"nvmlDeviceGetClockInfo"});
        find(encoder, {"nvmlDeviceGetEncoderUtilization"});
        find(decoder, {"nvmlDeviceGetDecoderUtilization"});
        find(eventReasons, {"nvmlDeviceGetCurrentClocksEventReasons", "nvmlDeviceGetCurrentClocksThrottleReasons"});
        find(eccErrors, {"nvmlDeviceGetTotalEccErrors"});
        find(remappedRows, {"nvmlDeviceGetRemappedRows"});
        find(pcieReplays, {"nvmlDeviceGetPcieReplayCounter"});
        find(violation, {"nvmlDeviceGetViolationStatus"});
        find(eventSetCreate, {"nvmlEventSetCreate"});
        find(eventSetFree, {"nvmlEventSetFree"});
        find(registerEvents, {"nvmlDeviceRegisterEvents"});
        find(eventSetWait, {"nvmlEventSetWait_v2"});
    }

    std::string words(Return code) const
    {
        const char *const text = errorString ? errorString(code) : nullptr;
        return text ? text : fmt::format("NVML error {}", code);
    }

    void ask(Device device, std::vector<NvmlReading> &into) const;
};

namespace {

template<class Value, class Function, class... Words>
void number(std::vector<NvmlReading> &into, std::string_view name, Function function, Device device, Words... words)
{
    Value value = 0;
    if (function && function(device, words..., &value) == kSuccess)
        into.push_back({name, static_cast<double>(value)});
}

} // namespace

void NvmlLibrary::Calls::ask(Device device, std::vector<NvmlReading> &into) const
{
    using Long = unsigned long long;
    if (Utilization value{}; utilization && utilization(device, &value) == kSuccess) {
        into.push_back({"nvmlDeviceGetUtilizationRates.gpu", static_cast<double>(value.gpu)});
        into.push_back({"nvmlDeviceGetUtilizationRates.memory", static_cast<double>(value.memory)});
    }
    MemoryV2 newer{};
    newer.version = kMemoryV2;
    if (memoryV2 && memoryV2(device, &newer) == kSuccess) {
        into.push_back({"nvmlDeviceGetMemoryInfo.total", static_cast<double>(newer.total)});
        into.push_back({"nvmlDeviceGetMemoryInfo.reserved", static_cast<double>(newer.reserved)});
        into.push_back({"nvmlDeviceGetMemoryInfo.free", static_cast<double>(newer.free)});
        into.push_back({"nvmlDeviceGetMemoryInfo.used", static_cast<double>(newer.used)});
    } else if (Memory older{}; memory && memory(device, &older) == kSuccess) {
        into.push_back({"nvmlDeviceGetMemoryInfo.total", static_cast<double>(older.total)});
        into.push_back({"nvmlDeviceGetMemoryInfo.free", static_cast<double>(older.free)});
        into.push_back({"nvmlDeviceGetMemoryInfo.used", static_cast<double>(older.used)});
    }
    number<unsigned>(into, "nvmlDeviceGetPowerUsage", power, device);
    number<unsigned>(into, "nvmlDeviceGetEnforcedPowerLimit", powerLimit, device);
    number<Long>(into, "nvmlDeviceGetTotalEnergyConsumption", energy, device);
    number<unsigned>(into, "nvmlDeviceGetTemperature", temperature, device, kTemperatureGpu);
    number<unsigned>(into, "nvmlDeviceGetClockInfo.sm", clock, device, kClockSm);
    number<unsigned>(into, "nvmlDeviceGetClockInfo.mem", clock, device, kClockMem);
    number<Long>(into, "nvmlDeviceGetCurrentClocksEventReasons", eventReasons, device);
    number<Long>(into, "nvmlDeviceGetTotalEccErrors.corrected", eccErrors, device, kEccCorrected, kEccVolatile);
    number<Long>(into, "nvmlDeviceGetTotalEccErrors.uncorrected", eccErrors, device, kEccUncorrected, kEccVolatile);
    number<unsigned>(into, "nvmlDeviceGetPcieReplayCounter", pcieReplays, device);
    unsigned percent = 0;
    unsigned period = 0;
    if (encoder && encoder(device, &percent, &period) == kSuccess)
        into.push_back({"nvmlDeviceGetEncoderUtilization", static_cast<double>(percent)});
    if (decoder && decoder(device, &percent, &period) == kSuccess)
        into.push_back({"nvmlDeviceGetDecoderUtilization", static_cast<double>(percent)});
    std::array<unsigned, 4> rows{};
    if (remappedRows && remappedRows(device, &rows[0], &rows[1], &rows[2], &rows[3]) == kSuccess) {
        into.push_back({"nvmlDeviceGetRemappedRows.pending", static_cast<double>(rows[2])});
        into.push_back({"nvmlDeviceGetRemappedRows.failure", static_cast<double>(rows[3])});
    }
    ViolationTime time{};
    if (violation && violation(device, kPolicyPower, &time) == kSuccess)
        into.push_back({"nvmlDeviceGetViolationStatus.power", static_cast<double>(time.violationTime)});
    if (violation && violation(device, kPolicyThermal, &time) == kSuccess)
        into.push_back({"nvmlDeviceGetViolationStatus.thermal", static_cast<double>(time.violationTime)});
}

NvmlLibrary::NvmlLibrary(std::unique_ptr<Calls> calls) : m_calls(std::move(calls))
{
}

NvmlLibrary::~NvmlLibrary()
{
    if (m_events && m_calls->eventSetFree)
        m_calls->eventSetFree(m_events);
    if (m_calls->shutdown)
        m_calls->shutdown();
    ::dlclose(m_calls->library);
}

core::Result<std::unique_ptr<NvmlLibrary>> NvmlLibrary::load(const std::string &path)
{
    const std::string name = path.empty() ? kUsualName : path;
    auto calls = std::make_unique<Calls>();
    calls->library = ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!calls->library) {
        const char *const why = ::dlerror();
        return std::unexpected(core::Error{
            core::ErrorCode::NotFound,
            fmt::format("no NVIDIA driver: {}; a machine with NVIDIA GPUs and their driver would be accepted", why ? why : name),
            path,
            {},
            0});
    }
    calls->findAll();
    const bool complete = calls->init && calls->shutdown && calls->count && calls->handle && calls->uuid;
    const Return started = complete ? calls->init() : kSuccess;
    if (!complete || started != kSuccess) {
        const std::string words = complete ? calls->words(started) : std::string();
        ::dlclose(calls->library);
        if (!complete)
            return std::unexpected(core::Error{
                core::ErrorCode::BadValue, name + " is no NVML; the driver's libnvidia-ml.so.1 would be accepted", path, {}, 0});
        return std::unexpected(core::Error{
            core::ErrorCode::Unreadable,
            fmt::format("the NVIDIA driver does not start: {}; a driver that is loaded and of the library's version would be accepted",
                        words),
            path,
            {},
            0});
    }
    return std::unique_ptr<NvmlLibrary>(new NvmlLibrary(std::move(calls)));
}

void NvmlLibrary::listenForXids()
{
    m_listening = true;
    if (!m_calls->eventSetCreate || !m_calls->registerEvents || !m_calls->eventSetWait || m_calls->eventSetCreate(&m_events) != kSuccess) {
        m_events = nullptr;
        return;
    }
    unsigned gpus = 0;
    m_calls->count(&gpus);
    for (unsigned i = 0; i < gpus && i < kMostGpus; ++i)
        if (Device device = nullptr; m_calls->handle(i, &device) == kSuccess)
            static_cast<void>(m_calls->registerEvents(device, kEventXid, m_events)); // not every GPU has them
}

void NvmlLibrary::readXids(std::vector<NvmlGpu> &gpus)
{
    EventData event{};
    for (int i = 0; m_events && i < kMostXidsAPoll && m_calls->eventSetWait(m_events, &event, 0) == kSuccess; ++i) {
        std::array<char, kTextBytes> uuid{};
        if (event.eventType != kEventXid || m_calls->uuid(event.device, uuid.data(), kTextBytes) != kSuccess)
            continue;
        uuid.back() = '\0';
        for (NvmlGpu &gpu : gpus)
            if (gpu.uuid == uuid.data())
                gpu.readings.push_back({"nvmlEventTypeXidCriticalError", static_cast<double>(event.eventData)});
    }
}

core::Result<std::vector<NvmlGpu>> NvmlLibrary::read()
{
    if (!m_listening)
        listenForXids();
    unsigned count = 0;
    if (const Return code = m_calls->count(&count); code != kSuccess)
        return std::unexpected(
            core::Error{core::ErrorCode::Unreadable, "the NVIDIA driver does not answer: " + m_calls->words(code), {}, {}, 0});
    std::vector<NvmlGpu> gpus;
    for (unsigned i = 0; i < count && i < kMostGpus; ++i) {
        Device device = nullptr;
        if (m_calls->handle(i, &device) != kSuccess)
            continue; // a GPU that has fallen off the bus
        NvmlGpu gpu;
        gpu.index = static_cast<int>(i);
        std::array<char, kTextBytes> text{};
        if (m_calls->uuid(device, text.data(), kTextBytes) == kSuccess) {
            text.back() = '\0';
            gpu.uuid = text.data();
        }
        text.fill('\0');
        if (m_calls->name && m_calls->name(device, text.data(), kTextBytes) == kSuccess) {
            text.back() = '\0';
            gpu.model = text.data();
        }
        m_calls->ask(device, gpu.readings);
        gpus.push_back(std::move(gpu));
    }
    readXids(gpus);
    return gpus;
}

} // namespace headroom::monitor
