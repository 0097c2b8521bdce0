// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/number_format.h>

#include <algorithm>
#include <cctype>
#include <string>

namespace headroom::core {

std::string_view formatId(NumberFormat format)
{
    switch (format) {
    case NumberFormat::Fp8: return "fp8";
    case NumberFormat::Int8: return "int8";
    case NumberFormat::Int4: return "int4";
    case NumberFormat::Fp4: return "fp4";
    case NumberFormat::Bf16: break;
    }
    return "bf16";
}

Result<NumberFormat> parseFormat(std::string_view id)
{
    std::string lower(id);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const NumberFormat format : kNumberFormats)
        if (lower == formatId(format))
            return format;
    // Names that checkpoints and vendors use for the same storage.
    if (lower == "fp16" || lower == "bfloat16" || lower == "float16")
        return NumberFormat::Bf16;
    if (lower == "nvfp4" || lower == "mxfp4")
        return NumberFormat::Fp4;
    return std::unexpected(Error{ErrorCode::UnknownId, "unknown number format '" + std::string(id.substr(0, 40)) + "': bf16, fp8, int8, int4 or fp4 would be accepted", {}, "format", 0});
}

double bytesPerWeight(NumberFormat format)
{
    switch (format) {
    case NumberFormat::Fp8:
    case NumberFormat::Int8: return 1.0;
    case NumberFormat::Int4: return 0.53125;
    case NumberFormat::Fp4: return 0.5625;
    case NumberFormat::Bf16: break;
    }
    return 2.0;
}

} // namespace headroom::core
