// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/sizing/efficiency.h>

#include <algorithm>
#include <array>

namespace headroom::core {
namespace {

constexpr std::string_view kStudy =
    "fit on 1,958 published measurements (InferenceMAX / AIConfigurator silicon sample 2025-2026, TensorRT-LLM performance overviews v0.11-v1.2)";
constexpr std::string_view kGeneral = "general value, no measurement of this GPU generation: mean of the generations that were measured";

struct GemmRow {
    std::string_view architecture;
    NumberFormat format;
    double compute, bandwidth, expertCompute, expertBandwidth;
};

// Geometric means of the fit, by GPU generation and the format that the arithmetic runs in.
constexpr std::array kGemm{
    GemmRow{"Ampere", NumberFormat::Bf16, .78, .93, .54, .90},
    GemmRow{"Ampere", NumberFormat::Int8, .62, .88, .40, .85},
    GemmRow{"Hopper", NumberFormat::Bf16, .71, .92, .45, .92},
    GemmRow{"Hopper", NumberFormat::Fp8, .57, .93, .25, .92},
    GemmRow{"Blackwell", NumberFormat::Bf16, .65, .90, .30, .90},
    GemmRow{"Blackwell", NumberFormat::Fp8, .49, .94, .08, .88},
    GemmRow{"Blackwell", NumberFormat::Fp4, .52, .76, .20, .95},
    GemmRow{"CDNA3", NumberFormat::Bf16, .50, .80, .30, .80},
    GemmRow{"CDNA3", NumberFormat::Fp8, .41, .80, .15, .80},
};

struct EngineRow {
    std::string_view engine;
    double layer, expertLayer, prefillLayer, host, hostSequence, request, requestToken, prefillAttention, expertComputeFactor;
};

// The last column is relative to the table above, for experts in fp8 and fp4.
constexpr std::array kEngines{
    EngineRow{"vllm", 42, 38, 180, .36, 13, 28, .7, .47, .65},
    EngineRow{"sglang", 49, 50, 250, .40, 9, 150, .7, .47, .80},
    EngineRow{"trtllm", 42, 34, 220, .29, 5.2, 18, .7, .74, 1.45},
};

std::string_view generationOf(const Gpu &gpu)
{
    return gpu.architecture == "Blackwell Ultra" ? std::string_view("Blackwell") : std::string_view(gpu.architecture);
}

// All-reduce latency in microseconds and usable share of the link, by link and ranks.
void setLink(Efficiency &e, const Link &link, double oneWay, int ranks)
{
    if (link.kind == Interconnect::Kind::Pcie) {
        // L40S: 6.2 us for two ranks, 27 us for eight at 8 KiB; 8 ranks reach a fraction of the bus.
        e.allReduceMicroseconds = ranks <= 2 ? 8 : ranks <= 4 ? 15 : 27;
        e.linkShare = ranks <= 2 ? .60 : ranks <= 4 ? .45 : .30;
    } else if (oneWay >= 800e9) {
        e.allReduceMicroseconds = ranks <= 2 ? 5.2 : ranks <= 4 ? 5.3 : 6.7;
        e.linkShare = .45;
    } else if (oneWay >= 400e9) {
        e.allReduceMicroseconds = ranks <= 2 ? 8.6 : ranks <= 4 ? 9.2 : 11.3;
        e.linkShare = .66;
    } else {
        e.allReduceMicroseconds = ranks <= 2 ? 9.0 : ranks <= 4 ? 9.7 : 10.5;
        e.linkShare = .42;
    }
}

} // namespace

Link linkFor(const Gpu &gpu, int ranks)
{
    if (gpu.interconnect && ranks <= gpu.interconnect->domain)
        return {gpu.interconnect->perDirection, gpu.interconnect->kind};
    // One-way rate of a x16 slot: generation 3 16 GB/s, doubling with each.
    const double pcie = gpu.pcieGeneration >= 6 ? 128e9 : gpu.pcieGeneration == 5 ? 64e9 : gpu.pcieGeneration == 4 ? 32e9 : 16e9;
    return {BytesPerSecond(pcie), Interconnect::Kind::Pcie};
}

Efficiency efficiencyFor(const Gpu &gpu, NumberFormat format, bool weightOnly, std::string_view engineId, int tp)
{
    Efficiency e;
    const auto engine = std::ranges::find(kEngines, engineId, &EngineRow::engine);
    const EngineRow &host = engine == kEngines.end() ? kEngines.front() : *engine;
    e.layerMicroseconds = host.layer;
    e.expertLayerMicroseconds = host.expertLayer;
    e.prefillLayerMicroseconds = host.prefillLayer;
    e.hostMilliseconds = host.host;
    e.hostSequenceMicroseconds = host.hostSequence;
    e.requestMilliseconds = host.request;
    e.requestTokenMicroseconds = host.requestToken;
    e.prefillAttention = host.prefillAttention;

    const std::string_view generation = generationOf(gpu);
    const NumberFormat arithmetic = weightOnly ? NumberFormat::Bf16 : format;
    const auto row = std::ranges::find_if(kGemm, [&](const GemmRow &r) { return r.architecture == generation && r.format == arithmetic; });
    // Eleven rows of one source stand behind AMD, and they scatter: not enough to call it calibrated.
    e.calibrated = row != kGemm.end() && !weightOnly && engine != kEngines.end() && gpu.vendor == "NVIDIA";
    e.source = e.calibrated ? kStudy : kGeneral;
    if (row != kGemm.end()) {
        e.gemmCompute = row->compute;
        e.gemmBandwidth = row->bandwidth;
        e.expertCompute = row->expertCompute;
        e.expertBandwidth = row->expertBandwidth;
    } else {
        e.gemmCompute = arithmetic == NumberFormat::Bf16 ? .65 : .45;
        e.gemmBandwidth = .80;
        e.expertCompute = arithmetic == NumberFormat::Bf16 ? .35 : .15;
        e.expertBandwidth = .80;
    }
    if (arithmetic != NumberFormat::Bf16)
        e.expertCompute *= host.expertComputeFactor;
    if (weightOnly) {
        // Unpacking costs: int8 and int4 weights reach .17-.46 of the bandwidth that bf16 GEMMs reach on H200 at small
        // batches, and .85 of the bf16 rate at large ones (aiconfigurator's operator tables).
        e.gemmCompute *= .85;
        e.gemmBandwidth *= format == NumberFormat::Fp8 || format == NumberFormat::Int8 ? .75 : .60;
        e.expertCompute *= .85;
        e.expertBandwidth *= .75;
    }
    if (gpu.architecture == "Blackwell" && !gpu.interconnect) { // RTX PRO 6000 class, GDDR memory
        e.gemmCompute = format == NumberFormat::Fp4 ? .59 : e.gemmCompute;
        e.gemmBandwidth = .71;
    }
    e.decodeAttention = generation == "Hopper" ? .82 : generation == "Blackwell" ? .65 : .70;
    const Link link = linkFor(gpu, tp);
    setLink(e, link, link.perDirection.value(), tp);
    return e;
}

} // namespace headroom::core
