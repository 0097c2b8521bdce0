// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/gpu.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>

namespace headroom::core {

// How far a prediction may be off at 80 %: 0.27 says a factor of 1.27 either way. By novelty: held-out rows of a fit on
// published measurements stayed inside x1.25-1.27 for a new model or GPU among measured generations; wider (x1.5, a
// judgement) for generations without rows, linear attention, deep pipelines and tensor parallel over PCIe.
double errorBand(const Gpu &gpu, bool calibrated, const ModelShape &shape, const Layout &layout);

} // namespace headroom::core
