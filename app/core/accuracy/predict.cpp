// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/error_band.h>
#include <core/accuracy/predict.h>
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

// Tokens that one step may carry, as published runs set it.
double tokenBudget(const DeploymentRow &row, const Deployment &d)
{
    double budget = d.engine.maxBatchedTokens;
    if (d.engine.id == "vllm" && row.loadMode == LoadMode::FixedRate)
        budget = 2048; // its default for online serving before 0.22
    if (d.engine.id == "sglang" && d.gpu.architecture.starts_with("Blackwell"))
        budget *= 2;
    if (d.engine.id == "trtllm") {
        // InferenceMAX sizes it for latent attention models to one prompt beside the decoding batch.
        const bool latent = std::ranges::any_of(d.shape.attention, [](const AttentionShape &a) { return a.kind == AttentionShape::Kind::Latent; });
        const double onePrompt = row.inputTokens + row.concurrency + 64;
        budget = latent && row.loadMode == LoadMode::FixedConcurrency ? onePrompt : std::max(budget, onePrompt);
    }
    return budget;
}

// A client's clock: it sees the first token some steps after it is computed (of a short answer, at most half its steps).
void showToReaders(SimulationResult &run, double firstTokenSteps)
{
    for (RequestTrace &r : run.requests)
        if (r.output > 1) {
            const double steps = std::min(firstTokenSteps, (r.output - 1) / 2.0);
            r.firstToken += steps * (r.end - r.firstToken) / (r.output - 1);
        }
}

} // namespace

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

Result<Prediction> predictLayout(const DeploymentRow &row, const Deployment &d, const Layout &layout, const Efficiency &efficiency)
{
    Layout single = layout;
    single.replicas = 1;
    auto model = StepModel::make(d.shape, d.format, d.weightOnly, d.gpu, single, d.kvBytes, efficiency);
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
    policy.maxBatchedTokens = tokenBudget(row, d) * static_cast<double>(layout.dp);
    policy.maxSequences = d.engine.maxSequences * static_cast<double>(layout.dp);
    policy.kvTokens = memory.kvCapacityTokens * efficiency.kvUsable / layout.pp;
    policy.reservedOutputShare = d.engine.id == "trtllm" ? 1.0 : 0.5;
    policy.chunkedPrefill = d.engine.id != "trtllm";
    policy.decodePausesForPrefill = d.engine.id == "sglang";
    Arrivals arrivals;
    arrivals.requests = std::max(1, static_cast<int>(std::lround(requestCount(row) / lanes)));
    arrivals.users = std::max(1.0, std::round(row.concurrency / lanes));
    arrivals.rate = RequestsPerSecond(row.rateRps / lanes);
    arrivals.kind = row.loadMode == LoadMode::FixedRate ? Arrivals::Kind::Poisson
        : row.loadMode == LoadMode::OfflineMax          ? Arrivals::Kind::AllAtOnce
                                                        : Arrivals::Kind::ClosedLoop;
    policy.kvTokens = std::max(policy.kvTokens, tokens);
    SimulationResult run = simulateBatches(*model, arrivals, {row.inputTokens, row.outputTokens, row.uniform80}, policy, kSeed);
    showToReaders(run, efficiency.firstTokenSteps);
    LatencySummary summary = summarize(run);
    if (summary.ttft && row.loadMode == LoadMode::FixedConcurrency)
        summary.ttft->mean += Seconds(efficiency.warmUp * run.duration.value() / static_cast<double>(arrivals.requests));

    Prediction p;
    p.layout = layout;
    p.note = d.note;
    if (row.loadMode != LoadMode::OfflineMax) {
        p.ttft = summary.ttft;
        p.tpot = summary.tpot;
    }
    p.output = TokensPerSecond(summary.output.value() * lanes);
    return p;
}

Result<Prediction> predictRow(const DeploymentRow &row, const Catalog &catalog)
{
    const auto deployment = resolveDeployment(row, catalog);
    if (!deployment)
        return std::unexpected(deployment.error());
    std::optional<Prediction> best;
    Error last;
    for (const Layout &layout : deployment->layouts) {
        auto prediction = predictLayout(row, *deployment, layout, efficiencyFor(catalog.constants, deployment->traits(layout)));
        if (!prediction)
            last = prediction.error();
        else if (!best || prediction->output > best->output)
            best = *std::move(prediction);
    }
    if (!best)
        return std::unexpected(last);
    const auto bandOf = [&](Figure figure) {
        return errorBand(catalog.constants, deployment->traits(best->layout), deployment->shape, deployment->gpu, best->layout, figure);
    };
    const double band = 1.0 + bandOf(row.loadMode == LoadMode::OfflineMax ? Figure::Throughput : Figure::Tpot);
    best->firstTokenBand = bandOf(Figure::Ttft);
    best->lowRatio = 1.0 / band;
    best->highRatio = band;
    if (deployment->layouts.size() > 1)
        best->note += fmt::format("{}layout chosen: tp {} pp {} dp {} x {} replicas", best->note.empty() ? "" : "; ", best->layout.tp, best->layout.pp, best->layout.dp,
                                  best->layout.replicas);
    return *best;
}

} // namespace headroom::core
