// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/accuracy/measured_rows.h>
#include <core/catalog/constants.h>
#include <core/catalog/gpu.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>

#include <string>

namespace headroom::core {

// How far a prediction may be off at 80 %: 0.27 says a factor of 1.27 either way. From held-out measurements by family
// (architecture, engine, format), wider for what is new: a model shape that the family has no rows of, a family without
// rows, and at least ErrorBands::leastUnknown for an architecture without rows, linear attention, pipelines of four
// stages and more, and tensor parallel over PCIe. `figure`: Tpot, or Throughput (offline).
double errorBand(const Constants &constants, const ConstantTraits &traits, const ModelShape &shape, const Gpu &gpu, const Layout &layout,
                 Figure figure = Figure::Tpot);

// Keys of ErrorBands: "Hopper|vllm|fp8", and the shape of a model inside it.
std::string bandFamily(const ConstantTraits &traits);
std::string bandShape(const ConstantTraits &traits, const ModelShape &shape);

} // namespace headroom::core
