// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/sizing/step_model.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace headroom::core {
namespace {

// (a^3 + b^3)^(1/3) for a, b >= 0, as larger x cbrt(1 + (smaller / larger)^3): the root of a number in [1, 2] takes two steps
// of Halley's method from a line (error under 1e-15), half the time of the library's, and the same bits everywhere.
double smoothMaximum(double a, double b)
{
    const double larger = std::max(a, b);
    if (!(larger > 0.0))
        return larger;
    const double ratio = std::min(a, b) / larger;
    const double x = 1.0 + ratio * ratio * ratio;
    double root = 1.003 + 0.26 * (x - 1.0);
    for (int i = 0; i < 2; ++i) {
        const double cube = root * root * root;
        root *= (cube + 2.0 * x) / (2.0 * cube + x);
    }
    return larger * root;
}

// Rows that a head GEMM costs more than it has, and the share of the bf16 rate that it reaches.
constexpr double kHeadRowOffset = 64;
constexpr double kHeadCompute = 0.7;

// Expected maximum of n independent standard normal values (1: 0; 2: 0.56; 8: 1.42): Blom's approximation.
double expectedMaximum(double n)
{
    if (n < 2)
        return 0;
    // Quantile of (n - 0.375) / (n + 0.25) by the rational approximation of Abramowitz and Stegun 26.2.23.
    const double t = std::sqrt(-2.0 * std::log(1.0 - (n - 0.375) / (n + 0.25)));
    return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

constexpr double kSurelyTouched = 23;    // an expert's chance of being missed is under e^-23, a ten-billionth
constexpr double kDecodeCompute = 0.6;   // share of the bf16 rate in decode attention that is bound by arithmetic

Seconds totalOf(const StepTime &step)
{
    return step.gemm + step.experts + step.head + step.attention + step.fixed + step.communication + step.host;
}

} // namespace

Seconds OperatorTime::time() const
{
    return Seconds(smoothMaximum(compute.value(), memory.value()));
}

StepTime StepDetail::sum() const
{
    StepTime step;
    step.gemm = dense.time() + activations;
    for (const OperatorTime &one : experts)
        step.experts += one.time();
    step.head = head.time();
    for (const OperatorTime &one : decodeAttention)
        step.attention += one.time();
    step.attention += prefillAttention;
    step.fixed = layers;
    step.communication = communication + pipeline;
    step.host = host;
    step.total = totalOf(step);
    return step;
}

Result<StepModel> StepModel::make(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu,
                                  const Engine &engine, const Layout &layout, double kvBytesPerValue, const Constants &constants)
{
    const ConstantTraits traits = traitsOf(shape, format, weightOnly, gpu, engine, constants.newestVersion(engine.id), layout, kvBytesPerValue);
    return make(shape, format, weightOnly, gpu, layout, kvBytesPerValue, efficiencyFor(constants, traits));
}

Result<StepModel> StepModel::make(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu,
                                  const Layout &layout, double kvBytesPerValue, const Efficiency &e, double routerSkew)
{
    const auto rateOf = [&](NumberFormat wanted) -> double {
        const auto rate = gpu.denseRates.find(weightOnly || wanted == NumberFormat::Int4 ? NumberFormat::Bf16 : wanted);
        return rate == gpu.denseRates.end() ? 0.0 : rate->second.value();
    };
    const double bf16Rate = rateOf(NumberFormat::Bf16);
    const double attentionRate = rateOf(format.attention);
    const double ffnRate = rateOf(format.denseFfn);
    const double expertRate = rateOf(format.experts);
    if (bf16Rate <= 0 || attentionRate <= 0 || ffnRate <= 0 || expertRate <= 0)
        return std::unexpected(Error{ErrorCode::Unsupported,
            fmt::format("{} publishes no arithmetic rate for {}", gpu.name, formatId(format.format)), {}, "format", 0});

    StepModel model;
    model.m_efficiency = e;
    model.m_layout = layout;
    model.m_bf16Rate = bf16Rate;
    const double tp = layout.tp;
    const double bandwidth = gpu.memoryBandwidth.value();
    const ParameterCount &p = shape.parameters;

    const double attentionParams = static_cast<double>(p.attention);
    const double ffnParams = static_cast<double>(p.denseFfn + p.sharedExperts);
    model.m_denseComputePerToken = 2.0 * (attentionParams / attentionRate + ffnParams / ffnRate) / tp / e.gemmCompute;
    const double denseBytes = attentionParams * bytesPerAttentionWeight(format) + ffnParams * bytesPerWeight(format.denseFfn)
        + static_cast<double>(p.routers) * 2.0;
    model.m_denseBytesSeconds = denseBytes / tp / (bandwidth * e.gemmBandwidth);

    const double replicaGpus = tp * layout.dp;
    const double ep = std::clamp<double>(layout.ep, 1, replicaGpus);
    const double expertTp = replicaGpus / ep;
    model.m_expertCrowd = routerSkew * expectedMaximum(ep);
    const double expertBytes = bytesPerExpertWeight(format);
    for (const ExpertShape &expert : shape.experts) {
        ExpertCost cost;
        cost.shape = expert;
        cost.perGpu = expert.experts / ep;
        cost.logMissed = std::log1p(-static_cast<double>(expert.topK) / expert.experts);
        cost.allTouchedFrom = std::pow(-kSurelyTouched / cost.logMissed, 1.0 / e.routingSpread);
        cost.computeSecondsPerToken = expert.layers * 2.0 * expert.weightsPerExpert / expertTp / (expertRate * e.expertCompute);
        cost.bytesSecondsPerExpert = expert.layers * expert.weightsPerExpert * expertBytes / expertTp / (bandwidth * e.expertBandwidth);
        model.m_experts.push_back(cost);
    }

    const double headWeights = static_cast<double>(shape.hidden) * shape.vocab;
    model.m_headComputePerRow = 2.0 * headWeights / tp / (kHeadCompute * bf16Rate);
    model.m_headBytesSeconds = 2.0 * headWeights / tp / (bandwidth * e.gemmBandwidth);

    model.m_kvBandwidth = bandwidth * e.decodeAttention;
    for (const AttentionShape &a : shape.attention) {
        AttentionCost cost;
        cost.shape = a;
        const bool latent = a.kind == AttentionShape::Kind::Latent;
        const double ranks = latent ? 1.0 : std::min<double>(tp, a.kvHeads);
        cost.bytesPerToken = a.layers * a.valuesPerToken * kvBytesPerValue / ranks;
        cost.indexBytesPerToken = a.layers * a.indexBytesPerToken;
        cost.stateBytes = a.layers * 2.0 * a.stateBytesPerSequence / ranks;
        cost.decodeFlopsPerToken = a.layers * (a.heads / tp) * 4.0 * a.decodeDim;
        cost.prefillFlopsPerPair = a.kind == AttentionShape::Kind::Linear ? 0.0 : a.layers * (a.heads / tp) * 4.0 * a.scoreDim;
        model.m_attention.push_back(cost);
    }

    model.m_activationPerToken = shape.layers * static_cast<double>(shape.hidden) * 2.0 * e.activationPasses / bandwidth;
    for (const ExpertShape &expert : shape.experts)
        model.m_activationPerToken += expert.layers * static_cast<double>(expert.topK) * shape.hidden * 2.0 * e.expertPasses / bandwidth;
    model.m_layerSeconds = (shape.layers * e.layerMicroseconds + shape.expertLayers * e.expertLayerMicroseconds) * 1e-6;
    model.m_prefillLayerSeconds = shape.layers * e.prefillLayerMicroseconds * 1e-6;

    const auto latencyOver = [&](const Link &link) { return (link.network ? e.networkMicroseconds : e.allReduceMicroseconds) * 1e-6; };
    const auto rateOver = [&](const Link &link) { return link.perDirection.value() * (link.network ? e.networkShare : e.linkShare); };
    const double latency = latencyOver(linkFor(gpu, layout.tp * layout.dp));
    const auto volumePerToken = [&](int ranks) { return 2.0 * (ranks - 1) / ranks * shape.hidden * 2.0 / rateOver(linkFor(gpu, ranks)); };
    if (layout.tp > 1) {
        model.m_commLatency += 2.0 * shape.layers * latency;
        model.m_commPerToken += 2.0 * shape.layers * volumePerToken(layout.tp) / layout.dp;
    }
    if (layout.dp > 1) {
        model.m_commLatency += 1.5 * shape.expertLayers * latency;
        model.m_commPerToken += shape.expertLayers * volumePerToken(layout.tp * layout.dp);
    }
    if (layout.pp > 1) {
        const Link hop = linkFor(gpu, layout.gpusPerReplica());
        model.m_hopLatency = (layout.pp - 1) * 3.0 * latencyOver(hop);
        model.m_hopPerToken = (layout.pp - 1) * shape.hidden * 2.0 / rateOver(hop);
    }
    model.m_host = e.hostMilliseconds * 1e-3 * layout.pp;
    model.m_hostPerSequence = e.hostSequenceMicroseconds * 1e-6 * layout.pp;
    return model;
}

StepDetail StepModel::detail(const StepLoad &load) const
{
    StepTime ignored;
    return detailAnd(load, ignored);
}

// The sum is filled for loads with prompts alone, which need it on the way.
StepDetail StepModel::detailAnd(const StepLoad &load, StepTime &sum) const
{
    const double dp = m_layout.dp;
    const double prefill = std::max(load.prefillTokens / dp, std::min(load.largestPrefill, load.prefillTokens));
    const double decode = load.decodeSequences / dp;
    const double tokens = decode + prefill;                        // of the fullest rank
    const double allTokens = load.decodeSequences + load.prefillTokens; // what the experts see
    const double prefillShare = load.prefillTokens > 0 ? prefill / load.prefillTokens : 0.0;

    StepDetail d;
    d.dense = {Seconds(m_denseComputePerToken * (tokens + m_efficiency.gemmTokenOffset)), Seconds(m_denseBytesSeconds)};
    for (const ExpertCost &expert : m_experts) {
        const double k = expert.shape.topK;
        const double missed = allTokens > expert.allTouchedFrom ? 0.0 : std::exp(expert.logMissed * std::pow(allTokens, m_efficiency.routingSpread));
        const double share = expert.perGpu / expert.shape.experts;
        // All ranks wait for the one that drew most tokens and most experts: the mean and its scatter under a random router.
        const double meanTouched = expert.perGpu * (1.0 - missed);
        const double touched = std::min(meanTouched + m_expertCrowd * std::sqrt(meanTouched * missed), expert.perGpu);
        const double perGpuTokens = allTokens * k * share + m_expertCrowd * std::sqrt(allTokens * k * share * (1.0 - share));
        d.expertsTouched.push_back(touched);
        d.experts.push_back({Seconds(expert.computeSecondsPerToken * (perGpuTokens + m_efficiency.expertTokenOffset * touched)),
                             Seconds(expert.bytesSecondsPerExpert * touched)});
    }
    const double rows = decode + load.finishedPrefills / dp;
    d.head = {Seconds(m_headComputePerRow * (rows + kHeadRowOffset)), Seconds(m_headBytesSeconds)};

    const double meanContext = load.decodeSequences > 0 ? load.contextTokens / load.decodeSequences : 0.0;
    const double meanPast = load.prefillTokens > 0 ? load.prefillPairs / load.prefillTokens : 0.0;
    double prefillFlops = 0;
    for (const AttentionCost &a : m_attention) {
        const double attended = attendedTokens(a.shape, meanContext) * decode;
        const double bytes = a.bytesPerToken * attended + a.indexBytesPerToken * meanContext * decode + a.stateBytes * decode;
        d.decodeAttention.push_back({Seconds(a.decodeFlopsPerToken * attended / (kDecodeCompute * m_bf16Rate)), Seconds(bytes / m_kvBandwidth)});
        prefillFlops += a.prefillFlopsPerPair * attendedTokens(a.shape, meanPast) * load.prefillTokens * prefillShare;
    }
    d.prefillAttention = Seconds(prefillFlops / (m_bf16Rate * m_efficiency.prefillAttention));
    d.activations = Seconds(m_activationPerToken * tokens);
    d.layers = Seconds(m_layerSeconds);
    d.communication = Seconds(m_commLatency + m_commPerToken * allTokens);
    d.pipeline = Seconds(m_hopLatency + m_hopPerToken * allTokens);
    if (load.prefillTokens > 0) {
        // Steps with prompts run without a recorded graph: the GPU waits where launching its kernels takes longer than they do.
        sum = d.sum();
        const double gpu = sum.total.value();
        d.layers += Seconds(smoothMaximum(gpu, m_prefillLayerSeconds) - gpu);
    }
    d.host = Seconds(m_host + m_hostPerSequence * load.decodeSequences);
    if (load.prefillTokens > 0) {
        sum.fixed = d.layers;
        sum.host = d.host;
        sum.total = totalOf(sum);
    }
    return d;
}

Seconds StepModel::time(const StepLoad &load) const
{
    StepTime sum;
    const StepDetail d = detailAnd(load, sum);
    return load.prefillTokens > 0 ? sum.total : d.sum().total;
}

} // namespace headroom::core
