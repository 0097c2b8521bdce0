// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/units/result.h>

#include <array>
#include <string_view>

namespace headroom::core {

// Number formats of weights (and of the arithmetic, where the GPU has it). fp8 is e4m3, per tensor or block-scaled;
// int8 is W8A8; int4 is weight-only with group scales; fp4 stands for nvfp4 and mxfp4.
enum class NumberFormat { Bf16, Fp8, Int8, Int4, Fp4 };

inline constexpr std::array kNumberFormats{NumberFormat::Bf16, NumberFormat::Fp8, NumberFormat::Int8, NumberFormat::Int4, NumberFormat::Fp4};

std::string_view formatId(NumberFormat format);              // "bf16", "fp8", ...
Result<NumberFormat> parseFormat(std::string_view id);       // case-insensitive

// Bytes of one stored weight, scales included: bf16 2; fp8 and int8 1 (block scales are under 0.03 %);
// int4 0.5 + fp16 scale and zero point per group of 128 = 0.53125; fp4 9/16 (one byte of scale per 16, nvfp4).
// mxfp4 (one byte per 32) is 17/32: see CheckpointFormat::bytesPerExpertWeight.
double bytesPerWeight(NumberFormat format);

} // namespace headroom::core
