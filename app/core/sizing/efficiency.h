// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/engine.h>
#include <core/catalog/gpu.h>

#include <string_view>

namespace headroom::core {

// How far real kernels stay under a GPU's datasheet, and what a step costs beside arithmetic. Dimensionless shares of
// the datasheet rate unless a unit stands in the name. No constant is keyed by a model's name.
struct Efficiency {
    double gemmCompute = 0.6;         // of the format's dense rate
    double gemmBandwidth = 0.85;      // of memory bandwidth, reading weights
    double expertCompute = 0.2;       // grouped GEMM of the experts
    double expertBandwidth = 0.9;
    double decodeAttention = 0.7;     // of memory bandwidth, reading the KV cache
    double prefillAttention = 0.45;   // of the bf16 rate
    double layerMicroseconds = 42;    // launches and norms, each layer and step
    double expertLayerMicroseconds = 38;  // more of them in an expert layer
    double prefillLayerMicroseconds = 180; // each layer, in steps that carry prefill
    double allReduceMicroseconds = 10;    // latency of one
    double linkShare = 0.5;           // of the interconnect's one-way rate
    double activationPasses = 11.5;   // reads and writes of the hidden state per layer (element-wise work, not split by tp)
    double gemmTokenOffset = 130;     // tokens that a GEMM costs more than it has (tile quantization)
    double expertTokenOffset = 15;
    double hostMilliseconds = 0.35;   // each step
    double hostSequenceMicroseconds = 10; // each decoding sequence and step
    double requestMilliseconds = 30;  // front end, once a request
    double requestTokenMicroseconds = 0.7; // front end, each input token
    double kvUsable = 0.92;           // share of the KV blocks that a scheduler fills before it waits
    bool calibrated = false;          // rows of this GPU generation x format x engine stand behind the constants
    std::string_view source;
};

// Constants for `format` weights on a GPU under an engine with `tp` ranks. A generation without measurements gets the
// general values with calibrated = false.
Efficiency efficiencyFor(const Gpu &gpu, NumberFormat format, bool weightOnly, std::string_view engineId, int tp);

// One-way rate and name of the link that `ranks` GPUs share: the interconnect inside its domain, else PCIe.
struct Link {
    BytesPerSecond perDirection;
    Interconnect::Kind kind = Interconnect::Kind::Pcie;
};
Link linkFor(const Gpu &gpu, int ranks);

} // namespace headroom::core
