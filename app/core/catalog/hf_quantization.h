// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hf_family.h"

#include <core/catalog/model.h>
#include <core/units/result.h>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace headroom::core::hf {

// How a checkpoint says that its weights are stored.
struct QuantizationScheme {
    NumberFormat format = NumberFormat::Bf16;
    double bytesPerWeight = 2.0;           // of a quantized weight, scales included
    std::vector<std::string> targets;      // modules that are quantized; "Linear" = all linear ones
    std::vector<std::string> kept;         // modules that stay in 16 bits
    bool expertsOnly = false;              // the method never touches anything else (mxfp4)
    std::string method;                    // for the source's text: "fp8", "modelopt NVFP4"
    std::vector<std::string> warnings;
};

// From quantization_config, or from hf_quant_config.json (an object with "quantization"). Errors: Unsupported with the field.
Result<std::optional<QuantizationScheme>> readQuantization(const nlohmann::json &config, const std::string &path, const std::string &file);
Result<std::optional<QuantizationScheme>> readQuantConfigFile(const nlohmann::json &config, const std::string &file);

// Which format each class of tensors has under the scheme. `attentions` and `ffns` are the model's layers, one by one.
Result<CheckpointFormat> checkpointOf(const QuantizationScheme &scheme, const std::vector<Attention> &attentions, const std::vector<Ffn> &ffns, int hidden,
                                      const std::string &path, const std::string &file, std::vector<std::string> &warnings);

} // namespace headroom::core::hf
