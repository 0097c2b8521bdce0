// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_point.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

enum class PriceFormat { SkyPilotCsv, AwsListJson, AwsListCsv, AwsSavingsPlansJson, AwsSavingsPlansCsv, AzureRetailJson, GcpPricingYaml, AlibabaJson, PlainCsv };
std::string_view priceFormatId(PriceFormat format);   // "skypilot_csv", ...

// Why a row gives no price.
enum class PriceSkip {
    NoGpu,            // an instance without accelerators
    UnknownGpu,       // an accelerator that the catalog does not hold
    FractionOfGpu,    // less than a whole one
    NoPrice,          // no price that could be used
    NotHourly,        // a unit other than an hour
    OtherProduct,     // another operating system, tenancy, service, sales channel
    Duplicate,        // says what a row before it has said
    UnknownCurrency,
    Unreadable,       // too few cells, no number, not UTF-8, too long
    NoPartner,        // the host of an accelerator, or the accelerator of a host, is not in the file
};
std::string_view priceSkipId(PriceSkip skip);

// Why a price is doubted. Those marked (held) are imported only when the person says so, and then with low confidence.
enum class PriceDoubt {
    OnDemandBelowSpot,   // (held) a committed rate that was picked up as on demand
    NoSpotMarket,        // spot equals on demand: the spot price is left out, the rest is imported
    Zero,                // price lists say 0 where they have no price: that price is left out
    OffSiblings,         // (held) over twice, or under half, of the same instance in other regions
    Old,                 // over 90 days: imported, and shown as stale
    Future,              // (held) a date that has not come
    Contradictory,       // (held) two prices for one thing in one file
    BigChange,           // (held) over twice, or under half, of what is known
    OlderThanKnown,      // (held) what is known is newer
    MorePages,           // the file is one page of a longer list: what stands on the others is not in it
};
std::string_view priceDoubtId(PriceDoubt doubt);

// A remark on a row. Bulk lists repeat themselves: after the first 500 of a kind the rest is counted in one note.
struct PriceNote {
    std::uint64_t row = 0;      // 1-based line of a CSV file, number of the entry elsewhere; the first where `rows` are more
    std::uint64_t rows = 1;
    std::string code;           // an id of the enums above
    std::string subject;        // "aws p5.48xlarge us-east-1": may be empty
    std::string reason;         // an English sentence with the figures
    std::vector<std::string> arguments; // the figures alone

    bool operator==(const PriceNote &) const = default;
};

struct PriceChange {
    PricePoint before;
    PricePoint after;

    bool operator==(const PriceChange &) const = default;
};

// What a file would do to the catalog; nothing is stored by making one.
struct PricePreview {
    PriceFormat format = PriceFormat::PlainCsv;
    std::string sourceName;               // the file's name
    std::string asOf;                     // newest date among the prices
    bool datedByFile = false;             // nobody states a day: some prices carry the file's own date
    std::uint64_t read = 0;               // rows or entries of the file
    std::vector<PricePoint> added;
    std::vector<PriceChange> changed;
    std::vector<PricePoint> confirmed;    // the known price under a newer date
    std::uint64_t unchanged = 0;          // prices that are known already, date and all
    std::vector<PricePoint> heldBack;     // doubted: see PriceDoubt
    std::vector<PriceNote> suspicious;
    std::vector<PriceNote> skipped;

    bool operator==(const PricePreview &) const = default;
};

} // namespace headroom::core
