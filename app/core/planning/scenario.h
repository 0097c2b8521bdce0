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

    bool operator==(const DemandInputs &) const = default;
};

struct ModelInputs {
    std::string id = "deepseek-v3";
    FormatChoice format = FormatChoice::Native;
    std::string engine = "vllm";

    bool operator==(const ModelInputs &) const = default;
};

struct HardwareInputs {
    std::vector<std::string> gpus;        // ids; empty = any
    std::vector<std::string> excludeGpus; // ids
    double headroomRatio = 0.2;           // spare capacity over the peak; 0 .. 10
    int redundancy = 0;                   // replicas that may fail: 0, 1, 2
    double ttftP95Target = 2.0;           // seconds; (0, 3600]
    double tpotP95Target = 0.1;           // seconds; (0, 60]
    std::optional<double> maxPowerW;      // of the servers bought, at peak
    std::optional<int> maxGpus;           // most GPUs that may be used
    std::vector<std::string> considered;  // fleets that somebody proposed, "6x a100-80gb-sxm": the plan says what becomes of each

    bool operator==(const HardwareInputs &) const = default;
};

struct MoneyInputs {
    std::vector<std::string> offers;      // "provider" or "provider/region" or "onprem"; empty = any cloud offer
    Commitment commitment = Commitment::OnDemand;
    Currency currency = Currency::USD;
    std::vector<std::string> regions;     // data residency: region ids, countries ("de") or "eu"; empty = anywhere
    std::vector<std::string> excludeRegions; // export control: the same, kept out

    bool operator==(const MoneyInputs &) const = default;
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
    ProposalInputs proposal;
    std::optional<LayoutInputs> layout;

    bool operator==(const Scenario &) const = default;
};

} // namespace headroom::core
