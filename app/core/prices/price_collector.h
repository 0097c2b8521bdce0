// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "amount.h"
#include "byte_stream.h"
#include "gpu_names.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace headroom::core::price_reading {

// What a reader found in one row: prices of one instance in one place.
struct RawPrice {
    std::uint64_t row = 0;
    std::string provider, region;
    std::string zone;                 // prices of different zones are not contradictory: the lowest counts
    std::string instance;
    const Gpu *gpu = nullptr;
    int gpus = 0;
    std::array<std::optional<Money>, 4> prices;   // by Commitment
    std::string asOf;                 // empty: that of the file
    std::string detail;               // for the source: "All Upfront"
    std::string confidence;
    bool onDemandDoubted = false;     // the reader has said why
};

// Gathers what the readers find, keeps the lowest price of an instance in a region, and judges: against the file itself, against
// sibling regions, against the calendar and against what the catalog holds.
class PriceCollector {
public:
    PriceCollector(PriceFormat format, const PriceImportOptions &options, const Catalog &catalog);

    const GpuNames &gpuNames() const { return m_gpuNames; }
    const PriceImportOptions &options() const { return m_options; }
    // Day of the prices where the file states it for all.
    void setFileDate(std::string_view isoDate);
    void setDetail(std::string text) { m_detail = std::move(text); }

    void countRow() { ++m_preview.read; }
    void skip(std::uint64_t row, PriceSkip why, std::string subject, std::string reason, std::vector<std::string> arguments = {});
    void doubt(std::uint64_t row, PriceDoubt why, std::string subject, std::string reason, std::vector<std::string> arguments = {});
    // Reads a price cell; what cannot be used is remarked on and absent. `field` names the cell in remarks.
    std::optional<Money> price(std::uint64_t row, Currency currency, std::string_view text, const std::string &subject, const char *field);
    // Whether on demand is below spot, or as low (then spot is dropped); told once for the row.
    void compareSpot(RawPrice &raw);
    void add(RawPrice raw);
    bool isFull() const { return m_entries.size() > 1'000'000; }

    PricePreview finish();

private:
    struct Cell {
        Money money;
        std::uint64_t row = 0;
        std::string asOf, detail, confidence;
        std::map<std::string, std::int64_t> zones;   // micros by zone: a second price for a zone contradicts the first
        bool contradictory = false;
        bool doubted = false;
    };
    struct Entry {
        int gpus = 0;
        std::array<std::optional<Cell>, 4> cells;
    };
    using Key = std::tuple<std::string, std::string, std::string, std::string>; // provider, instance, gpu, region: siblings side by side

    void note(std::vector<PriceNote> &notes, std::uint64_t row, std::string_view code, std::string subject, std::string reason, std::vector<std::string> arguments);
    void judgeSiblings();
    void judge(const Key &key, const Entry &entry, Commitment commitment, const Cell &cell);
    std::string dateOf(const Cell &cell) const;

    PriceImportOptions m_options;
    const Catalog &m_catalog;
    GpuNames m_gpuNames;
    std::string m_fileDate;
    std::string m_detail;
    std::map<Key, Entry> m_entries;
    std::map<std::string, std::size_t> m_noted;          // notes of a kind so far
    std::map<std::string, PriceNote> m_old;              // by date
    std::map<Key, const Offer *> m_known;
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<const Offer *>> m_knownSiblings;
    PricePreview m_preview;
};

// "55.04 USD", without zeroes at the end.
std::string shownPrice(const Money &money);
Money medianOf(std::vector<Money> values);             // of at least one; all of one currency
bool isFarOff(const Money &price, const Money &usual); // over twice, or under half

// What a price list has to say: an ISO date of the beginning of a text, empty where it does not begin with one.
std::string isoDateOf(std::string_view text);

} // namespace headroom::core::price_reading
