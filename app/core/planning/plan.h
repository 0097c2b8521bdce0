// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/number_format.h>
#include <core/cost/rental_part.h>
#include <core/derivation/derivation.h>
#include <core/planning/scenario.h>
#include <core/sizing/layout.h>
#include <core/sizing/memory_use.h>
#include <core/serving/operating_point.h>
#include <core/units/money.h>
#include <core/units/quantity.h>
#include <core/workload/workload.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

enum class Basis { Estimated, Calibrated, Measured };
std::string_view basisId(Basis basis);

struct OfferUse {
    std::string provider;      // "onprem" for own hardware; empty: a fleet that is there, and nobody sells
    std::string region;
    std::string instance;
    int count = 0;             // instances (servers)
    int gpusPerInstance = 0;
    Money pricePerHour;        // of one instance in the offer's own currency, for the scenario's commitment
    std::string asOf;          // date of the price
    Source source;
    RentalPrices prices;             // of one instance, by way of paying; empty for own hardware
    std::vector<RentalPart> parts;   // how the month's instance hours are paid; empty for own hardware

    bool isOwn() const { return provider == "onprem"; }
    bool isKnown() const { return !provider.empty(); }

    bool operator==(const OfferUse &) const = default;
};

// Settings of the engine that are planned: of one replica, of each of its attention data parallel ranks.
struct EngineSettings {
    int maxBatchedTokens = 0;  // token budget of a step
    int maxSequences = 0;      // decoding at once

    bool operator==(const EngineSettings &) const = default;
};

// What a simulation of an option gave: the option's capacity and latencies are then these, not the closed form's.
struct SimulatedFigures {
    std::uint64_t seed = 0;
    int requests = 0;              // measured in the run at the peak
    RequestsPerSecond capacity;    // of the system that was simulated
    int replicas = 0;              // it had
    double searchError = 0;        // relative: the next higher rate that was tried misses
    double statisticalError = 0;   // relative, at 95 %
    Seconds ttftP50, ttftP95, ttftP99, tpotP50, tpotP95, tpotP99;   // at the peak, all replicas up
    TailLatency tail;              // there, at the percentile of the scenario's targets
    OperatingPoint closedForm;     // of the same replica at the peak, for comparison

    bool operator==(const SimulatedFigures &) const = default;
};

// A requirement that an option does not keep. Keys, with what `reached` and `asked` are:
//   ttft, tpot, e2e     seconds at the targets' percentile; where the target can only be kept at a lower load: `load`
//   load                requests/s at which the targets hold, the peak
//   gpus, fleet         GPUs that it takes, and the limit or the fixed fleet
//   power               watts, the limit; power_unknown: the limit
//   layout, regions, offers, gpu_choice   nothing: it was found by leaving that requirement out
struct Miss {
    std::string key;
    double reached = 0;
    double asked = 0;
    std::string text;       // an English sentence part with the numbers
    std::string remedy;     // the same: what would have to change

    bool operator==(const Miss &) const = default;
};

// One way to serve the demand (the contract's PLAN).
struct PlanOption {
    std::string gpu;
    NumberFormat format = NumberFormat::Bf16;
    bool weightOnly = false;   // the GPU stores the format but computes in bf16
    std::string engine;
    EngineSettings settings;
    Layout layout;
    int gpusLow = 0, gpusHigh = 0;     // at `confidence`
    double confidence = 0.8;
    int gpusBought = 0;                // what whole instances hold
    RequestsPerSecond capacity;          // all replicas up
    RequestsPerSecond capacityDegraded;  // the redundancy's replicas lost
    RequestsPerSecond capacityPerReplica;
    double headroomRatio = 0;          // capacityDegraded / peak - 1
    OperatingPoint atPeak;             // a replica at the scenario's peak, all replicas up
    OperatingPoint atCapacity;         // a replica at its capacity
    MemoryUse memory;
    Bytes kvBytesPerToken;
    double kvCapacityTokensPerReplica = 0;
    BindingConstraint binding = BindingConstraint::None;
    CapacityLimit limit = CapacityLimit::None;   // the target that a higher load would miss
    OfferUse offer;
    Money monthlyCost;                 // the scenario's currency; follows the capacity schedule; means nothing unless isPriced()
    Money monthlyCostAlwaysOn;
    std::optional<Money> costPerMillionOutputTokens;   // absent without demand
    double meanUtilization = 0;        // demand over capacity, averaged over the week
    std::optional<Watts> powerMean;    // of the servers bought, without PUE; absent where the GPU's power is unknown
    std::optional<Watts> powerPeak;
    Basis basis = Basis::Estimated;
    double errorBandRatio = 0;         // 0.27: time per token and capacity may be a factor 1.27 off, at `confidence`
    double ttftErrorBandRatio = 0;     // the same of the time to first token
    std::optional<SimulatedFigures> simulated;   // absent: closed form
    bool belowNative = false;          // fewer bits than the checkpoint's own format
    bool variant = false;              // another layout of a GPU x format that stands before it: dearer, and better in something
    std::vector<Miss> misses;          // of `closest`
    std::vector<double> replicasByHour; // 168 values: replicas that the schedule runs

    // False for a fixed fleet of a GPU that nobody sells: what it costs is not known, all else is.
    bool isPriced() const { return offer.isKnown(); }
    std::optional<Money> cost() const { return isPriced() ? std::optional(monthlyCost) : std::nullopt; }
    std::optional<Money> alwaysOnCost() const { return isPriced() ? std::optional(monthlyCostAlwaysOn) : std::nullopt; }
    int gpus() const { return layout.gpus(); }
    int spareGpus() const { return gpusBought - gpus(); }
    bool operator==(const PlanOption &) const = default;
};

enum class RejectionCode { Memory, Support, Latency, Price, Power, Layout, Excluded };
std::string_view rejectionCodeId(RejectionCode code);

// Why an option is left out. The numbers are kept so that `present` can say it in the person's language.
struct Rejection {
    std::string gpu;
    NumberFormat format = NumberFormat::Bf16;
    RejectionCode code = RejectionCode::Memory;
    std::string reason;      // an English sentence with the numbers
    std::string reasonKey;   // stable id of the sentence, its numbers are in `values`
    std::vector<double> values;

    bool operator==(const Rejection &) const = default;
};

struct PlanWarning {
    std::string code;        // "below_native", "stale_prices", "low_confidence", ...
    std::string text;        // an English sentence
    std::vector<std::string> arguments;

    bool operator==(const PlanWarning &) const = default;
};

// What becomes of a proposed fleet (HardwareInputs::considered) in one number format.
struct ConsideredFormat {
    NumberFormat format = NumberFormat::Bf16;
    bool supported = false;        // the engine runs the format on this GPU
    bool fits = false;             // some layout of the fleet holds weights and one request of the longest context
    Bytes weights;                 // of the whole model
    Bytes fleetMemory;             // of all its GPUs
    int smallestGpus = 0;          // of this GPU type that a layout fits on; 0: none up to 64
    RequestsPerSecond capacity;    // under the scenario's targets, where it fits

    bool operator==(const ConsideredFormat &) const = default;
};

struct ConsideredFleet {
    std::string gpu;
    int gpus = 0;
    std::vector<ConsideredFormat> formats;   // every format, highest precision first
    bool carriesPeak = false;                // some format's capacity reaches the peak with the headroom asked for

    bool operator==(const ConsideredFleet &) const = default;
};

// What follows from a scenario and a catalog. Computed again whenever it is shown, never stored (but see baselines).
struct Plan {
    Scenario scenario;
    std::string catalogVersion;
    std::string pricesAsOf;
    std::string calibration;               // Catalog::calibration
    Workload workload;
    std::optional<PlanOption> recommended;
    // The best of each GPU x format, and the variants that no other option beats in everything; first by cost. The recommended
    // one is not among them.
    std::vector<PlanOption> alternatives;
    std::vector<int> pareto;               // indices into alternatives
    std::optional<PlanOption> closest;     // where recommended is empty: what comes nearest
    bool meetsDemand = false;              // false with `recommended` set: a fixed fleet that is too small
    std::vector<Rejection> rejected;
    std::vector<ConsideredFleet> considered;
    std::vector<PlanWarning> warnings;
    int layoutsScored = 0;                 // GPU x format x layout x engine settings
    bool refined = false;                  // the contenders are simulated, see refine.h
    int optionsScored = 0;                 // the same x offers

    bool operator==(const Plan &) const = default;
};

} // namespace headroom::core
