// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/constants.h>
#include <core/catalog/engine.h>
#include <core/catalog/gpu.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>

#include <array>
#include <string_view>

namespace headroom::core {

// How far real kernels stay under a GPU's datasheet, and what a step costs beside arithmetic, for one deployment.
// Dimensionless shares of the datasheet rate unless a unit stands in the name. No constant is keyed by a model's name.
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
    double warmUp = 0.002;            // added to the mean TTFT of a closed loop: this share of the time between two requests
    double routingSpread = 0.75;      // T tokens of a step touch as many experts as T to this power would if each chose at random
    double firstTokenSteps = 1;       // decode steps until a benchmark's client sees the first token (predict only)
    double expertPasses = 5;          // reads and writes of the hidden state per expert layer and expert chosen: routing, permuting, summing up
    double networkMicroseconds = 25;  // latency of one transfer between servers
    double networkShare = 0.7;        // of the network card's rate
    bool calibrated = false;          // rows of this GPU generation x format x engine stand behind the constants
    std::string_view source;          // a literal
};

// The constants' keys for a deployment. `version`: the engine's, empty where it is not stated.
ConstantTraits traitsOf(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu, const Engine &engine,
                        std::string_view version, const Layout &layout, double kvBytesPerValue);

// Values for one deployment, in the order of Constant.
using ConstantArray = std::array<double, kConstantCount>;
Efficiency efficiencyOf(const ConstantArray &values);

// An unknown key adds nothing: a GPU that nobody measured keeps what its architecture, format and engine showed, and an
// unknown engine version falls to the engine's values. Cost: some microseconds.
Efficiency efficiencyFor(const Constants &constants, const ConstantTraits &traits);

// The way that `ranks` GPUs reach each other: the interconnect inside its domain, PCIe inside a server, else the network.
struct Link {
    BytesPerSecond perDirection;     // of one GPU
    Interconnect::Kind kind = Interconnect::Kind::Pcie;
    bool network = false;            // between servers
    int generation = 0;              // of NVLink or PCIe
};
Link linkFor(const Gpu &gpu, int ranks);

// Between servers: a 400 Gb/s card for each GPU of a board with a GPU fabric (DGX and HGX H100 to B200: eight ConnectX-7,
// NVIDIA DGX H100 user guide), one 100 Gb/s share for each PCIe card.
BytesPerSecond networkRate(const Gpu &gpu);

} // namespace headroom::core
