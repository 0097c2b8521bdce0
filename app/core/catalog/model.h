// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/architecture.h>
#include <core/catalog/number_format.h>
#include <core/catalog/source.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// How a checkpoint of a given headline format stores each class of tensors. Embedding, LM head, norms and router stay bf16.
struct CheckpointFormat {
    NumberFormat format = NumberFormat::Bf16;     // the headline
    NumberFormat attention = NumberFormat::Bf16;  // attention projections
    NumberFormat denseFfn = NumberFormat::Bf16;   // dense FFN layers and shared experts
    NumberFormat experts = NumberFormat::Bf16;    // routed experts
    double bytesPerAttentionWeight = 0.0;         // 0: bytesPerWeight(attention); else the mean of projections stored in different formats
    double bytesPerExpertWeight = 0.0;            // 0: bytesPerWeight(experts); 17/32 for mxfp4
    bool published = false;                       // such a checkpoint is published; else: the model quantized on loading
    Source source;

    bool operator==(const CheckpointFormat &) const = default;
};

// What a publisher counts in the active figure: everything; all but the input embedding, of which a token reads one row
// (gpt-oss); or neither embedding nor LM head (GLM-4.5).
enum class ActiveCount { All, WithoutInputEmbedding, WithoutEmbeddings };

std::string_view activeCountId(ActiveCount count); // "all", "without_input_embedding", "without_embeddings"

struct Model {
    std::string id;                    // "deepseek-v3"
    std::string name;                  // "DeepSeek-V3"
    std::vector<std::string> aliases;  // "deepseek-ai/DeepSeek-V3", ...
    Architecture architecture;
    NumberFormat nativeFormat = NumberFormat::Bf16;
    std::vector<CheckpointFormat> formats;          // those whose tensors differ from the default rule (checkpointFormat())
    int maxContext = 0;                             // tokens; 0 = unknown
    std::optional<double> publishedTotalParamsB;    // billions, as the publisher states them
    std::optional<double> publishedActiveParamsB;
    ActiveCount activeCount = ActiveCount::All;     // the publisher's convention for the active figure
    std::string licence;                            // empty = unknown
    Source source;
    std::vector<std::string> warnings;              // of the import: what was assumed or left out

    bool operator==(const Model &) const = default;
};

} // namespace headroom::core
