// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/number_format.h>
#include <core/catalog/offer.h>
#include <core/units/money.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// Which number formats may be planned: the checkpoint's own (or the nearest that the GPU runs, never under 8 bits), one
// format, or any.
enum class FormatChoice { Native, Bf16, Fp8, Int8, Int4, Fp4, Any };

std::string_view formatChoiceId(FormatChoice choice);              // "native", "bf16", ..., "any"
Result<FormatChoice> parseFormatChoice(std::string_view id);
std::optional<NumberFormat> fixedFormat(FormatChoice choice);      // empty for Native and Any

// --- what a person chose; nothing that follows from it. Ranges are enforced by scenario_json and by validate(). ---

struct DemandInputs {
    double users = 10000;                 // people who could use it; 0 .. 1e9
    double adoptionRatio = 0.45;          // share of them active in a working hour; 0 .. 1
    double requestsPerUserHour = 24;      // of an active user in a working hour; 0 .. 10000
    std::optional<double> peakRps;        // the peak itself, wins over users; (0, 1e6]
    std::string workload = "chat";        // preset id
    double inputTokensMean = 500;         // 1 .. 1e6
    double outputTokensMean = 300;        // 1 .. 1e6
    double maxContext = 8192;             // tokens that one request may hold; 2 .. 1e7
    double prefixCacheHitRatio = 0;       // 0 .. 0.99
    std::string dayProfile = "office";    // preset id
    double burstiness = 1;                // coefficient of variation of the gaps between requests: 1 Poisson, 0 even; 0 .. 10
    std::optional<double> inputTokensP95; // from the mean to 3.868 times it (a lognormal distribution reaches no further);
    std::optional<double> outputTokensP95; // absent: a usual spread, see option_simulation.h
    std::string inputHistogram;           // lengths as counted, "120: 30, 480: 55.5", stretched to the mean; wins over the 95th
    std::string outputHistogram;          // percentile; empty: none. See workload/length_histogram.h

    bool operator==(const DemandInputs &) const = default;
};

struct ModelInputs {
    std::string id = "deepseek-v3";
    FormatChoice format = FormatChoice::Native;
    std::string engine = "vllm";

    bool operator==(const ModelInputs &) const = default;
};

// Where the latency targets hold: that share of the requests keeps them.
enum class TargetPercentile { P50, P90, P95, P99 };

std::string_view targetPercentileId(TargetPercentile percentile);   // "p50", "p90", "p95", "p99"
Result<TargetPercentile> parseTargetPercentile(std::string_view id);   // "99" too
double shareOf(TargetPercentile percentile);                        // 0.95

struct HardwareInputs {
    std::vector<std::string> gpus;        // ids; empty = any
    std::vector<std::string> excludeGpus; // ids
    double headroomRatio = 0.2;           // spare capacity over the peak; 0 .. 10
    int redundancy = 0;                   // replicas that may fail: 0, 1, 2
    TargetPercentile percentile = TargetPercentile::P95;
    double ttftTarget = 2.0;              // seconds, at that percentile, all three; (0, 3600]
    double tpotTarget = 0.1;              // (0, 60]
    std::optional<double> e2eTarget;      // of a whole answer; (0, 36000]; empty: none
    std::optional<double> maxPowerW;      // of the servers bought, at peak
    std::optional<int> maxGpus;           // most GPUs that may be used
    std::vector<std::string> considered;  // fleets that somebody proposed, "6x a100-80gb-sxm": the plan says what becomes of each

    bool operator==(const HardwareInputs &) const = default;
};

// When rented capacity runs. Hourly: what each hour of the week needs. Workdays: all that the working hours (Monday to Friday,
// 7 to 20) need during them, and what the other hours need at most outside them. Always: everything, round the clock.
enum class CapacityPolicy { Hourly, Workdays, Always };

std::string_view capacityPolicyId(CapacityPolicy policy);          // "hourly", "workdays", "always"
Result<CapacityPolicy> parseCapacityPolicy(std::string_view id);

// Amounts that a person gives are in `currency`.
struct MoneyInputs {
    std::vector<std::string> offers;      // "provider" or "provider/region" or "onprem"; empty = any cloud offer
    Commitment commitment = Commitment::OnDemand;
    Currency currency = Currency::USD;
    std::vector<std::string> regions;     // data residency: region ids, countries ("de") or "eu"; empty = anywhere
    std::vector<std::string> excludeRegions; // export control: the same, kept out
    double committedRatio = 1;            // share of the instances that the commitment covers, the rest is on demand; 0 .. 1
    double spotRatio = 0;                 // share of the instances not committed that is spot; 0 .. 1
    CapacityPolicy capacity = CapacityPolicy::Hourly;
    int minReplicas = 1;                  // that always run; 1 .. 1000
    int scaleUpMinutes = 10;              // an instance is paid for so long before it serves; 0 .. 60
    std::optional<double> storageGb;      // empty: the weights once for each instance
    std::optional<double> egressGb;       // a month, to the internet; empty: follows from the answers' tokens
    double supportRatio = 0;              // of the rest of a cloud's bill; 0 .. 1
    std::optional<double> apiInputPerMillion;   // price of a per-token API to compare with; empty: the model's own, where known
    std::optional<double> apiOutputPerMillion;

    bool operator==(const MoneyInputs &) const = default;
};

// Own hardware. Empty amounts take the published ones (cost/onprem.h), converted from US dollars.
struct OwnHardwareInputs {
    std::optional<double> serverPrice;          // of one server with its GPUs; (0, 1e9]
    double networkRatio = 0.12;                 // switches, optics and cables over the servers' price; 0 .. 1
    int depreciationMonths = 48;                // straight line; 12 .. 120
    double residualRatio = 0.10;                // of the purchase price at the end; 0 .. 0.9
    double capitalRatio = 0.08;                 // cost of capital, a year; 0 .. 0.5
    std::optional<double> electricityPerKwh;    // 0 .. 100
    double pue = 1.54;                          // 1 .. 3
    std::optional<double> colocationPerKwMonth; // 0 .. 1e5
    double supportRatio = 0.10;                 // maintenance a year, of the purchase price; 0 .. 0.5
    std::optional<double> softwarePerGpuYear;   // licences; empty: none
    std::optional<double> staffPerServerYear;   // 0 .. 1e7
    double taxRatio = 0;                        // on the purchase, where it cannot be reclaimed; 0 .. 1

    bool operator==(const OwnHardwareInputs &) const = default;
};

// How the demand comes to the planned peak and goes on from there.
struct GrowthInputs {
    double startRatio = 1;                // demand of the first month over the planned peak; [0.01, 10]
    double monthlyRatio = 0;              // growth from month to month; -0.5 .. 1
    std::string steps;                    // "6: 1.5, 13: 2": from that month on times that factor; see planning/roadmap.h
    std::optional<int> leadWeeks;         // from order to service; empty: 2 for rented, 16 for own hardware
    int horizonMonths = 36;               // 1 .. 120

    bool operator==(const GrowthInputs &) const = default;
};

struct ProposalInputs {
    std::string customer;                 // whom the proposal is for; at most 200 characters each
    std::string author;
    std::string note;                     // at most 4,000 characters

    bool operator==(const ProposalInputs &) const = default;
};

// A layout that is given rather than searched: a fixed fleet, or a whole deployment. Empty members are searched.
struct LayoutInputs {
    std::optional<int> gpus;              // a fixed fleet: this many GPUs are there
    std::optional<int> tp, pp, ep, dp, replicas;

    bool operator==(const LayoutInputs &) const = default;
};

struct Scenario {
    std::string title = "Internal assistant, 10,000 employees";
    DemandInputs demand;
    ModelInputs model;
    HardwareInputs hardware;
    MoneyInputs money;
    OwnHardwareInputs ownHardware;
    GrowthInputs growth;
    ProposalInputs proposal;
    std::optional<LayoutInputs> layout;

    bool operator==(const Scenario &) const = default;
};

} // namespace headroom::core
