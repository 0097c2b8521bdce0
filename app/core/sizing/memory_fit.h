// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/engine.h>
#include <core/catalog/gpu.h>
#include <core/catalog/model.h>
#include <core/sizing/layout.h>
#include <core/sizing/memory_use.h>
#include <core/sizing/model_shape.h>

namespace headroom::core {

// Bytes of the whole model's weights in a checkpoint format, by tensor group.
struct WeightBytes {
    Bytes attention, denseFfn, sharedExperts, routedExperts;
    Bytes kept; // embedding, LM head, norms, routers: bf16 whatever the format

    Bytes total() const { return attention + denseFfn + sharedExperts + routedExperts + kept; }
};
WeightBytes weightBytes(const ModelShape &shape, const CheckpointFormat &format);

// Weights on the fullest GPU of a replica: dense groups over tp x pp (attention data parallel ranks hold copies),
// routed experts over all GPUs of the replica.
Bytes weightBytesPerGpu(const WeightBytes &weights, const Layout &layout);

// KV-cache bytes that one sequence of `context` tokens takes on one GPU: grouped attention over min(tp, KV heads) ranks,
// latent attention whole on every rank, windows capped, linear layers their state; all over pp.
Bytes kvBytesPerGpu(const ModelShape &shape, const Layout &layout, double kvBytesPerValue, double context);

struct MemoryFit {
    MemoryUse use;
    bool fits = false;                 // weights and reserve leave something for the cache
    double kvCapacityTokens = 0;       // of the replica: tokens of context, all attention data parallel ranks
    Bytes kvBytesPerTokenPerGpu;       // at long context
};

// What the engine can set aside for the KV cache: memoryFraction of the GPU's memory less weights and reserve (vLLM,
// SGLang), or that fraction of what is free after loading (TensorRT-LLM). `context`: tokens of a usual sequence, for the
// capacity in tokens where windows cap the cache. `extraReserve`: of each GPU, beside the engine's own reserve (a larger token
// budget than the engine's default takes more room for activations).
MemoryFit fitMemory(const ModelShape &shape, const WeightBytes &weights, const Gpu &gpu, const Engine &engine, const Layout &layout,
                    double kvBytesPerValue, double context, Bytes extraReserve = Bytes(0));

// Bytes of one cached value under an engine's defaults: TensorRT-LLM keeps an fp8 cache for fp8 and fp4 checkpoints,
// the others bf16 (their "auto").
double kvBytesPerValue(const Engine &engine, NumberFormat format);

} // namespace headroom::core
