// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/plan.h>

#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

// What a move asks for in return.
enum class MovePrice {
    None,        // nothing but the work
    Latency,     // slower answers
    Quality,     // fewer bits: answers have to be checked
    Eviction,    // spot capacity can be taken away
    Commitment,  // paid for a year or three, needed or not
    Reserve,     // less spare capacity over the peak
    Ownership,   // a purchase, people and a data centre
    Location,    // another place or provider
    Work,        // prompts that begin alike, which the application has to see to
};

// One change of the scenario that may lower the cost, planned anew.
struct SavingMove {
    std::string key;                     // "one_year", "other_gpu", ...: present holds the wording
    MovePrice price = MovePrice::None;
    Scenario scenario;                   // with the change made
    std::optional<PlanOption> option;    // empty: nothing meets the requirements then
    Money saving;                        // a month; negative: it would cost more
    double savingRatio = 0;              // of the present cost
    Seconds ttftChange;                  // of the 95th percentile at the peak
    double headroomChange = 0;

    bool operator==(const SavingMove &) const = default;
};

struct SavingsAdvice {
    std::vector<SavingMove> moves;       // those that save, the largest saving first
    std::vector<SavingMove> others;      // those that do not, or cannot be done
    // All moves together that cost neither latency nor quality nor a purchase; empty where no two of them save.
    std::optional<SavingMove> together;
    bool cancelled = false;

    bool operator==(const SavingsAdvice &) const = default;
};

} // namespace headroom::core
