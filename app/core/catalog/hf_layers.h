// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hf_family.h"
#include "json_reader.h"

#include <core/catalog/architecture.h>

#include <vector>

// The layers of a config, one by one. A problem stays in the reader; what is returned then counts for nothing.
namespace headroom::core::hf {

using catalog_json::Json;
using catalog_json::ObjectReader;

inline constexpr int kMostLayers = 2000;

std::vector<Attention> readAttentions(ObjectReader &config, const Family &family, int hidden, int layers);
std::vector<Ffn> readFfns(ObjectReader &config, const Family &family, int layers);

// Equal layers together, in the order in which each kind first appears.
std::vector<LayerGroup> grouped(const std::vector<Attention> &attentions, const std::vector<Ffn> &ffns, int norms);

} // namespace headroom::core::hf
