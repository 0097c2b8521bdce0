// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/measured_rows.h>
#include <core/catalog/constants.h>
#include <core/catalog/gpu.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>

#include <string>

namespace headroom::core {

// How far a prediction may be off at 80 %: 0.27 says a factor of 1.27 either way. From held-out measurements by GPU, engine
// and format, else by the GPU's architecture; wider for what is new: a model shape that the family has no rows of, and a
// family without rows. Where no row stands behind an architecture, a vendor, linear attention, pipelines of four stages and
// more, or tensor parallel over PCIe, at least ErrorBands::leastUnknown. `figure`: mean time per output token, mean time to
// first token, or offline throughput.
double errorBand(const Constants &constants, const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout,
                 Figure figure = Figure::Tpot);

// Linear attention, pipelines of four stages and more, tensor parallel over PCIe or a network.
bool isHardToPredict(const ModelShape &shape, const Gpu &gpu, const Layout &layout);

// Keys of ErrorBands::families, with what is hard to predict about the deployment: "h100-sxm|vllm|fp8", "Hopper|vllm|fp8|pcie".
std::string bandOfGpu(const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout);
std::string bandOfArchitecture(const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout);

// The shape of a model in its family: key of ErrorBands::shapes.
std::string bandShape(const ConstantTraits &traits, const ModelShape &shape);

} // namespace headroom::core
