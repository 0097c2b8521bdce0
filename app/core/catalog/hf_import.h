// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/model.h>
#include <core/units/result.h>

#include <optional>
#include <string_view>

namespace headroom::core {

// Builds a model from a Hugging Face config.json (and, where there is one, its sibling hf_quant_config.json).
// Understood: MHA/MQA/GQA/MLA, experts with shared experts and first dense layers, sliding-window and chunked attention,
// sparse-index attention, gated linear attention, tied embeddings, quantization_config, nested text_config.
// Anything else is refused (ErrorCode::Unsupported, `field` names the key): never guessed. A config whose architecture is
// known but lacks a needed key is ErrorCode::BadValue. `fileName` stands in errors; texts over 16 MiB or deeper than 64 are refused.
struct HfConfigText {
    std::string_view config;
    std::optional<std::string_view> quantConfig;
    std::string_view fileName;
};
Result<Model> importHfConfig(const HfConfigText &text, std::string_view id);

} // namespace headroom::core
