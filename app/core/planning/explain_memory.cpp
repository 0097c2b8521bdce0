// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/derivation/build.h>
#include <core/planning/explain_parts.h>
#include <core/planning/planning_space.h>
#include <core/sizing/memory_fit.h>

namespace headroom::core {

using namespace derive;

namespace {

Derivation group(const char *key, std::int64_t parameters, double bytesEach, const Model &model, const Source &formatSource)
{
    return product(std::string(key) + "_bytes", Unit::Bytes, fact(std::string(key) + "_parameters", static_cast<double>(parameters), Unit::Parameters, model.source),
                   fact("bytes_per_parameter", bytesEach, Unit::BytesPerParameter, formatSource));
}

} // namespace

Derivation explainWeights(const ExplainContext &c)
{
    const Model &model = c.planning.model;
    const ParameterCount &p = c.planning.shape.parameters;
    const CheckpointFormat format = checkpointFormat(model, c.option.format);
    const Layout &layout = c.option.layout;
    Derivation dense = sum("dense_weights_bytes", Unit::Bytes, group("attention", p.attention, bytesPerAttentionWeight(format), model, format.source));
    if (p.denseFfn + p.sharedExperts > 0)
        dense.operands.push_back(group("dense_ffn", p.denseFfn + p.sharedExperts, bytesPerWeight(format.denseFfn), model, format.source));
    dense.operands.push_back(group("kept_bf16", p.embedding + p.lmHead + p.norms + p.routers, 2.0, model, format.source));
    dense.value = evaluate(dense);
    auto denseShare = quotient("dense_weights_per_gpu", Unit::Bytes, std::move(dense),
                               product("dense_ranks", Unit::Count, input("tensor_parallel", layout.tp, Unit::Count), input("pipeline_parallel", layout.pp, Unit::Count)));
    if (p.routedExperts == 0)
        return denseShare.key = "weights_bytes_per_gpu", denseShare;
    const double expertBytes = bytesPerExpertWeight(format);
    return sum("weights_bytes_per_gpu", Unit::Bytes, std::move(denseShare),
               quotient("expert_weights_per_gpu", Unit::Bytes, group("experts", p.routedExperts, expertBytes, model, format.source),
                        input("gpus_per_replica", layout.gpusPerReplica(), Unit::Count)));
}

Derivation explainKvCapacity(const ExplainContext &c)
{
    const Engine &engine = c.planning.engine;
    const double kvBytes = kvBytesPerValue(engine, c.option.format);
    const double tokens = c.planning.load.inputTokens + c.planning.load.outputTokens;
    auto total = fact("gpu_memory", c.gpu.memory().value(), Unit::Bytes, c.gpu.source);
    auto fraction = fact("memory_fraction", engine.memoryFraction.value(), Unit::Ratio, engine.source);
    auto reserved = fact("reserved_memory", (engine.reservedPerGpu + extraReserve(c.planning, c.option.settings)).value(), Unit::Bytes, engine.source);
    Derivation cache = engine.fractionOfFree
        ? product("kv_cache_bytes_per_gpu", Unit::Bytes, difference("free_after_loading", Unit::Bytes, std::move(total), explainWeights(c), std::move(reserved)), std::move(fraction))
        : difference("kv_cache_bytes_per_gpu", Unit::Bytes, product("usable_memory", Unit::Bytes, std::move(total), std::move(fraction)), explainWeights(c), std::move(reserved));
    const Bytes perRequest = kvBytesPerGpu(c.planning.shape, c.option.layout, kvBytes, tokens);
    auto requests = quotient("requests_in_cache", Unit::Count, std::move(cache),
                             fact("kv_bytes_per_request", perRequest.value(), Unit::Bytes, c.planning.model.source));
    auto whole = node(Operation::Floor, "kv_tokens_per_rank", Unit::Tokens,
                      product("kv_tokens_unrounded", Unit::Tokens, std::move(requests), input("tokens_per_request", tokens, Unit::Tokens)));
    return product("kv_capacity_tokens", Unit::Tokens, std::move(whole), input("data_parallel", c.option.layout.dp, Unit::Count));
}

} // namespace headroom::core
