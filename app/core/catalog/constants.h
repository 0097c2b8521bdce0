// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/source.h>

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// The measured constants of the step model: how far real kernels stay under a datasheet, and what a step costs beside
// arithmetic. Units stand in the identifiers of the file ("layer_us").
enum class Constant {
    GemmCompute, GemmBandwidth, ExpertCompute, ExpertBandwidth, DecodeAttention, PrefillAttention,
    Layer, ExpertLayer, PrefillLayer, AllReduce, LinkShare, ActivationPasses, GemmTokenOffset, ExpertTokenOffset,
    Host, HostSequence, Request, RequestToken, KvUsable, Overall, WarmUp, RoutingSpread, FirstTokenSteps, ExpertPasses,
};
inline constexpr std::size_t kConstantCount = static_cast<std::size_t>(Constant::ExpertPasses) + 1;

std::string_view constantId(Constant constant);     // "gemm_compute"
std::string_view constantUnit(Constant constant);   // "ratio", "us", "ms", "tokens", "passes"

// What a constant may depend on. Never a model's name.
enum class KeyPart {
    Architecture,    // "Hopper"
    Gpu,             // "h100-sxm"
    Format,          // headline format of the checkpoint: "fp8"; "fp4-weights" where the GPU computes in 16 bits
    DenseFormat,     // of the tensors that dominate the dense GEMMs
    ExpertFormat,    // of the routed experts
    KvFormat,        // "bf16", "fp8"
    Engine,          // "vllm"
    Release,         // "vllm 0.19"
    Version,         // "vllm 0.19.0rc1"
    ModelClass,      // "dense", "moe", "mla", "hybrid"
    Attention,       // "grouped", "latent", "windowed", "linear"
    Link,            // "nvlink4", "pcie4", "infinity_fabric", "network"
    Ranks,           // "2", "4", "8", ...
};
inline constexpr std::size_t kKeyPartCount = static_cast<std::size_t>(KeyPart::Ranks) + 1;
std::string_view keyPartId(KeyPart part);           // "architecture"

// A set of parts, as bits 1 << part.
using KeyParts = unsigned;
template<class... Parts>
constexpr KeyParts keyParts(Parts... parts)
{
    return ((1U << static_cast<unsigned>(parts)) | ...);
}

// What a deployment is, as far as constants depend on it; a text for each part.
struct ConstantTraits {
    std::array<std::string, kKeyPartCount> parts;

    std::string &operator[](KeyPart part) { return parts[static_cast<std::size_t>(part)]; }
    const std::string &operator[](KeyPart part) const { return parts[static_cast<std::size_t>(part)]; }

    // The texts of the parts in `set`, joined by '|' in the order of KeyPart.
    std::string key(KeyParts set) const;
};

// Offsets to the logarithm of a constant, by key.
struct ConstantOffsets {
    KeyParts parts = 0;
    std::map<std::string, double, std::less<>> byKey;

    bool operator==(const ConstantOffsets &) const = default;
};

struct ConstantValue {
    double base = 1;
    std::vector<ConstantOffsets> offsets;

    // base x exp(sum of the offsets whose key is known).
    double at(const ConstantTraits &traits) const;
    bool operator==(const ConstantValue &) const = default;
};

// How far predictions were off on measurements that the fit had not seen: the relative width either way that holds 80 % of
// them (0.12: a factor of 1.12). By family, and wider by a factor for what is new.
struct ErrorBands {
    struct Family {
        int rows = 0;              // measured ones behind it
        double latency = 0;        // of the time per output token
        double throughput = 0;     // of the offline throughput
        double firstToken = 0;     // of the time to first token
        bool operator==(const Family &) const = default;
    };
    double latency = 0.15;         // over all families
    double throughput = 0.20;
    double newModel = 1.8;         // factor on a width where no row of the family has this model's shape
    double newFamily = 1.5;        // factor where the family itself has no rows but its architecture has
    double newModelThroughput = 1.2;   // the same two for the offline throughput
    double newFamilyThroughput = 1.2;
    double firstToken = 0.55;          // the same three for the mean time to first token
    double newModelFirstToken = 1.3;
    double newFamilyFirstToken = 1.7;
    double leastUnknown = 0.50;    // architectures without rows, linear attention, deep pipelines, tensor parallel over PCIe: a judgement
    std::map<std::string, Family, std::less<>> families;   // by "gpu|engine|format" and "architecture|engine|format"
    std::set<std::string, std::less<>> shapes;             // model shapes that were measured, by "family|shape"

    bool operator==(const ErrorBands &) const = default;
};

struct Constants {
    std::string version;          // "2026.11.1"
    Source source;                // of the measurements
    std::array<ConstantValue, kConstantCount> values;
    std::map<std::string, std::string, std::less<>> newestVersions;   // by engine: newest with enough rows
    ErrorBands bands;

    std::string_view newestVersion(std::string_view engine) const;    // empty where none is known
    const ConstantValue &operator[](Constant constant) const { return values[static_cast<std::size_t>(constant)]; }
    ConstantValue &operator[](Constant constant) { return values[static_cast<std::size_t>(constant)]; }
    bool operator==(const Constants &) const = default;
};

} // namespace headroom::core
