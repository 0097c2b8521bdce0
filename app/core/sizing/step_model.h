// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/engine.h>
#include <core/catalog/gpu.h>
#include <core/sizing/efficiency.h>
#include <core/sizing/layout.h>
#include <core/sizing/model_shape.h>
#include <core/sizing/short_list.h>
#include <core/sizing/step_time.h>
#include <core/units/result.h>

#include <vector>

namespace headroom::core {

// What one step of one replica (with pipeline parallelism: of one of its lanes) carries.
struct StepLoad {
    double decodeSequences = 0;
    double contextTokens = 0;     // sum over the decoding sequences
    double prefillTokens = 0;
    double prefillPairs = 0;      // (query, key) pairs of the prefill: sum of new * (past + new / 2)
    double finishedPrefills = 0;  // prompts that end in this step (rows of the LM head)
    double largestPrefill = 0;    // tokens of the largest piece: what one attention data parallel rank carries at least
};

// One operator of a step: work that overlaps compute and memory traffic; time = (compute^3 + memory^3)^(1/3).
struct OperatorTime {
    Seconds compute;
    Seconds memory;

    Seconds time() const;
};

struct StepDetail {
    OperatorTime dense;              // attention projections, dense FFN, shared experts
    ShortList<OperatorTime> experts;     // one for each kind of expert layer
    ShortList<double> expertsTouched;    // per GPU and layer
    OperatorTime head;
    ShortList<OperatorTime> decodeAttention;  // one for each kind of attention
    Seconds prefillAttention;
    Seconds activations;             // element-wise passes over the hidden state
    Seconds layers;                  // fixed cost of the layers
    Seconds communication;
    Seconds pipeline;
    Seconds host;

    StepTime sum() const;
};

// Time of one engine step: roofline with measured efficiencies, by operator (form and constants: efficiency.h). Holds
// coefficients only; cheap to copy; const calls are thread-safe. Cost of time(): a few cube roots, no
// allocation for up to four kinds of attention and of expert layers.
class StepModel {
public:
    // Unsupported where the GPU states no rate for the arithmetic that `format` needs. routerSkew: how unevenly tokens fall
    // on expert parallel ranks, in multiples of a random router's scatter (0: evenly, as published runs are best met; 1: at random).
    static Result<StepModel> make(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu,
                                  const Layout &layout, double kvBytesPerValue, const Efficiency &efficiency, double routerSkew = 0.0);

    // With the constants of the engine's newest measured version.
    static Result<StepModel> make(const ModelShape &shape, const CheckpointFormat &format, bool weightOnly, const Gpu &gpu,
                                  const Engine &engine, const Layout &layout, double kvBytesPerValue, const Constants &constants);

    Seconds time(const StepLoad &load) const;
    StepDetail detail(const StepLoad &load) const;
    const Efficiency &efficiency() const { return m_efficiency; }

private:
    StepModel() = default;
    StepDetail detailAnd(const StepLoad &load, StepTime &sum) const;

    // One class of attention layers, per decoding sequence or prefill pair.
    struct AttentionCost {
        AttentionShape shape;
        double bytesPerToken = 0;      // read for one attended token, on one GPU, all layers of the class
        double indexBytesPerToken = 0; // read for one token of context
        double stateBytes = 0;         // read and written for one sequence
        double decodeFlopsPerToken = 0; // for one attended token
        double prefillFlopsPerPair = 0;
    };
    struct ExpertCost {
        ExpertShape shape;
        double computeSecondsPerToken = 0; // one token through one expert, all layers of the class
        double bytesSecondsPerExpert = 0;  // reading one expert's weights, all layers of the class
        double perGpu = 0;                 // experts that one GPU holds
        double logMissed = 0;              // logarithm of the chance that a token misses an expert
        double allTouchedFrom = 0;         // tokens in a step from which on every expert is touched
    };

    Efficiency m_efficiency;
    Layout m_layout;
    std::vector<AttentionCost> m_attention;
    std::vector<ExpertCost> m_experts;
    double m_expertCrowd = 0;          // standard deviations by which the fullest expert parallel rank exceeds the mean
    double m_denseComputePerToken = 0;
    double m_denseBytesSeconds = 0;
    double m_headComputePerRow = 0;
    double m_headBytesSeconds = 0;
    double m_kvBandwidth = 1;          // bytes/s that decode attention reaches
    double m_bf16Rate = 1;
    double m_activationPerToken = 0;
    double m_layerSeconds = 0;
    double m_prefillLayerSeconds = 0;
    double m_commLatency = 0;          // whole step
    double m_commPerToken = 0;
    double m_hopLatency = 0;           // one pipeline hop
    double m_hopPerToken = 0;
    double m_host = 0;
    double m_hostPerSequence = 0;
};

} // namespace headroom::core
