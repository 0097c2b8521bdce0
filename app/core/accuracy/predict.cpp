// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/accuracy/predict.h>
#include <core/catalog/parameters.h>
#include <core/planning/planning_context.h>
#include <core/sizing/memory_fit.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

constexpr std::uint64_t kSeed = 20260720;

Error noPrediction(ErrorCode code, std::string why)
{
    return Error{code, std::move(why), {}, {}, 0};
}

struct Deployment {
    const Model &model;
    const Gpu &gpu;
    const Engine &engine;
    ModelShape shape;
    CheckpointFormat format;
    bool weightOnly = false;
    double kvBytes = 2.0;
    std::string note;
};

// Engines' usual choice in published runs: TensorRT-LLM keeps an fp8 cache for fp8 and fp4 checkpoints; vLLM and SGLang
// keep bf16 on Hopper and fp8 on Blackwell.
double usualKvBytes(const Engine &engine, const Gpu &gpu, NumberFormat format)
{
    if (engine.id == "trtllm")
        return kvBytesPerValue(engine, format);
    return gpu.architecture.starts_with("Blackwell") && format != NumberFormat::Bf16 ? 1.0 : 2.0;
}

Result<Deployment> resolve(const DeploymentRow &row, const Catalog &catalog)
{
    const Model *model = catalog.findModel(row.model);
    if (!model)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown model '{}'", row.model)));
    const Gpu *gpu = catalog.findGpu(row.gpu);
    if (!gpu)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown GPU '{}'", row.gpu)));
    const Engine *engine = catalog.findEngine(row.engine);
    if (!engine)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown engine '{}'", row.engine)));
    Deployment d{*model, *gpu, *engine, shapeOf(model->architecture), checkpointFormat(*model, row.format), false, 2.0, {}};
    const FormatSupport support = supportOf(*engine, *gpu, row.format);
    d.weightOnly = support == FormatSupport::WeightOnly || (support == FormatSupport::None && !gpu->denseRates.contains(row.format));
    if (support == FormatSupport::None)
        d.note = fmt::format("no source says that {} runs {} on {}", engine->name, formatId(row.format), gpu->architecture);
    d.kvBytes = row.kvFormat ? (*row.kvFormat == NumberFormat::Bf16 ? 2.0 : *row.kvFormat == NumberFormat::Fp4 ? 0.5625 : 1.0)
                             : usualKvBytes(*engine, *gpu, row.format);
    return d;
}

// Layouts to try: the row's own, or for empty columns every split of its GPUs that divides the heads.
std::vector<Layout> layoutsOf(const DeploymentRow &row, const Deployment &d)
{
    std::vector<Layout> layouts;
    const int server = std::max(d.gpu.perServer, 1);
    const auto choices = [&](const std::optional<int> &given, int most) {
        std::vector<int> values;
        if (given)
            return std::vector{*given};
        for (int v = 1; v <= most; v *= 2)
            values.push_back(v);
        return values;
    };
    const int most = row.gpus > 0 ? row.gpus : row.tp.value_or(1) * row.pp.value_or(1) * row.dp.value_or(1);
    for (const int tp : choices(row.tp, std::min(most, server)))
        for (const int pp : choices(row.pp, row.tp ? 1 : std::max(1, most / server)))
            for (const int dp : choices(row.dp, 1)) {
                Layout layout{tp, pp, row.ep.value_or(1), dp, 1};
                const int each = layout.gpusPerReplica();
                if (!row.tp && !dividesHeads(d.model.architecture, tp))
                    continue;
                if (each > most || most % each != 0)
                    continue;
                if (layout.ep > tp * dp || (tp * dp) % layout.ep != 0)
                    layout.ep = 1;
                layout.replicas = most / each;
                layouts.push_back(layout);
            }
    return layouts;
}

int requestCount(const DeploymentRow &row)
{
    if (row.requests)
        return *row.requests;
    switch (row.loadMode) {
    case LoadMode::FixedConcurrency: return static_cast<int>(std::min(10.0 * row.concurrency, 1e6));
    case LoadMode::OfflineMax: return 3000;
    case LoadMode::FixedRate: break;
    }
    return 2000; // a steady state at any rate that the system can carry
}

Result<Prediction> predictLayout(const DeploymentRow &row, const Deployment &d, const Layout &layout)
{
    Layout single = layout;
    single.replicas = 1;
    auto model = StepModel::make(d.shape, d.format, d.weightOnly, d.gpu, d.engine, single, d.kvBytes);
    if (!model)
        return std::unexpected(model.error());
    const double tokens = row.inputTokens + row.outputTokens;
    const MemoryFit memory = fitMemory(d.shape, weightBytes(d.shape, d.format), d.gpu, d.engine, single, d.kvBytes, tokens);
    if (!memory.fits || memory.kvCapacityTokens < tokens)
        return std::unexpected(noPrediction(ErrorCode::BadValue,
            fmt::format("does not fit: {:.1f} GB of weights on each GPU of {:.1f} GB leave room for {:.0f} tokens", memory.use.weights.value() / 1e9,
                        memory.use.total.value() / 1e9, memory.kvCapacityTokens)));

    // One lane of a pipeline, of one replica, carries its share.
    const double lanes = static_cast<double>(layout.pp) * layout.replicas;
    BatchPolicy policy;
    policy.maxBatchedTokens = d.engine.maxBatchedTokens * static_cast<double>(layout.dp);
    policy.maxSequences = d.engine.maxSequences * static_cast<double>(layout.dp);
    policy.kvTokens = memory.kvCapacityTokens * model->efficiency().kvUsable / layout.pp;
    policy.reservedOutputShare = d.engine.id == "trtllm" ? 1.0 : 0.5;
    policy.chunkedPrefill = d.engine.id != "trtllm";
    policy.decodePausesForPrefill = d.engine.id == "sglang";
    if (!policy.chunkedPrefill)
        policy.maxBatchedTokens = std::max(policy.maxBatchedTokens, row.inputTokens + 64);
    Arrivals arrivals;
    arrivals.requests = std::max(1, static_cast<int>(std::lround(requestCount(row) / lanes)));
    arrivals.users = std::max(1.0, std::round(row.concurrency / lanes));
    arrivals.rate = RequestsPerSecond(row.rateRps / lanes);
    arrivals.kind = row.loadMode == LoadMode::FixedRate ? Arrivals::Kind::Poisson
        : row.loadMode == LoadMode::OfflineMax          ? Arrivals::Kind::AllAtOnce
                                                        : Arrivals::Kind::ClosedLoop;
    policy.kvTokens = std::max(policy.kvTokens, tokens);
    const LatencySummary summary = summarize(simulateBatches(*model, arrivals, {row.inputTokens, row.outputTokens, row.uniform80}, policy, kSeed));

    Prediction p;
    p.layout = layout;
    p.note = d.note;
    if (row.loadMode != LoadMode::OfflineMax) {
        p.ttft = summary.ttft;
        p.tpot = summary.tpot;
    }
    p.output = TokensPerSecond(summary.output.value() * lanes);
    const double band = 1.0 + errorBand(d.gpu, model->efficiency().calibrated, d.shape, layout);
    p.lowRatio = 1.0 / band;
    p.highRatio = band;
    return p;
}

} // namespace

Result<Prediction> predictRow(const DeploymentRow &row, const Catalog &catalog)
{
    const auto deployment = resolve(row, catalog);
    if (!deployment)
        return std::unexpected(deployment.error());
    const std::vector<Layout> layouts = layoutsOf(row, *deployment);
    if (layouts.empty())
        return std::unexpected(noPrediction(ErrorCode::BadValue, "the columns gpus, tp, pp and dp contradict each other, or no split of the GPUs divides the attention heads"));
    std::optional<Prediction> best;
    Error last;
    for (const Layout &layout : layouts) {
        auto prediction = predictLayout(row, *deployment, layout);
        if (!prediction)
            last = prediction.error();
        else if (!best || prediction->output > best->output)
            best = *std::move(prediction);
    }
    if (!best)
        return std::unexpected(last);
    if (layouts.size() > 1)
        best->note += fmt::format("{}layout chosen: tp {} pp {} dp {} x {} replicas", best->note.empty() ? "" : "; ", best->layout.tp, best->layout.pp, best->layout.dp,
                                  best->layout.replicas);
    return *best;
}

} // namespace headroom::core
