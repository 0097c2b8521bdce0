// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/quality_note.h>

namespace headroom::core {

QualityNote qualityNoteOf(NumberFormat format)
{
    const Source study{"Kurtic et al., Give Me BF16 or Give Me Death?, arXiv:2411.02355", "2024-11", {}};
    switch (format) {
    case NumberFormat::Fp8: return {"published evaluations of Llama 3.1 find no measurable loss with fp8 weights and activations", study};
    case NumberFormat::Int8: return {"published evaluations of Llama 3.1 find 1 to 3 % lower scores with well-tuned int8 weights and activations", study};
    case NumberFormat::Int4: return {"published evaluations of Llama 3.1 find int4 weights close to 8 bits, but not without loss", study};
    case NumberFormat::Fp4:
        return {"its maker reports scores within 1 % of fp8 for DeepSeek-R1-0528; other models need a check of their own",
                {"NVIDIA, Introducing NVFP4 for Efficient and Accurate Low-Precision Inference", "2025-06", {}}};
    case NumberFormat::Bf16: break;
    }
    return {};
}

} // namespace headroom::core
