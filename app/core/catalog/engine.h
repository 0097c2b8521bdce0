// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/number_format.h>
#include <core/catalog/source.h>
#include <core/units/quantity.h>

#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

// What an engine does with a number format on a GPU generation.
enum class FormatSupport {
    Native,      // computes in the format
    WeightOnly,  // stores weights in it, computes in bf16 (memory saved, no faster arithmetic)
    None,
};

struct SupportEntry {
    std::string gpuArchitecture;  // Gpu::architecture
    NumberFormat format = NumberFormat::Bf16;
    FormatSupport support = FormatSupport::None;
    std::string note;             // why not, or what is special
    Source source;

    bool operator==(const SupportEntry &) const = default;
};

// What an engine sets on GPUs that it takes for small, where it ships two sets of defaults.
struct SmallGpuDefaults {
    Bytes underMemory;                       // GPUs with less, as the driver reports it ...
    std::vector<std::string> architectures;  // ... and these, whatever their memory
    int maxBatchedTokens = 0;
    int maxSequences = 0;

    bool operator==(const SmallGpuDefaults &) const = default;
};

// A serving engine with its defaults as shipped.
struct Engine {
    std::string id;        // "vllm"
    std::string name;      // "vLLM"
    std::vector<std::string> aliases;
    std::string version;   // that the defaults were read from
    Ratio memoryFraction;  // of the GPU's memory (vLLM, SGLang) or of what is free after loading (trtllm) ...
    bool fractionOfFree = false;   // ... which of the two
    Bytes reservedPerGpu;          // activations, graphs, communication buffers beside weights and KV cache
    int maxBatchedTokens = 0;      // token budget of one step
    int maxSequences = 0;          // decode batch of one replica
    std::optional<SmallGpuDefaults> smallGpus;
    int kvBlockTokens = 16;
    bool chunkedPrefill = true;    // false: a prompt that does not fit the rest of a step waits for the next one
    bool decodePausesForPrefill = false;   // steps carry prompts or decodes, not both
    double reservedOutputShare = 0;        // of the output's KV blocks, set aside at admission; the rest may have to be preempted for
    Source schedulingSource;               // of what the scheduler does, where `source` is about memory
    std::vector<SupportEntry> support; // pairs not listed: None, "no source says that it works"
    Source source;

    bool operator==(const Engine &) const = default;
};

} // namespace headroom::core
