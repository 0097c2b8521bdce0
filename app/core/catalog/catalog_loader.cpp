// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry_checks.h"
#include "json_text.h"
#include "read_entries.h"

#include <core/catalog/catalog_loader.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace headroom::core {
namespace {

using namespace catalog_json;
namespace fs = std::filesystem;

constexpr JsonLimits kLimits{64U << 20U, 32};

Result<std::string> readAll(const fs::path &file)
{
    const auto failed = [&](ErrorCode code, std::string detail) { return std::unexpected(Error{code, std::move(detail), file.string(), {}, 0}); };
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    if (problem)
        return failed(fs::exists(file, problem) ? ErrorCode::Unreadable : ErrorCode::NotFound, "the catalog file cannot be read");
    if (size > kLimits.mostBytes)
        return failed(ErrorCode::TooLarge, "the file is over 64 MiB");
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream)
        return failed(ErrorCode::Unreadable, "the catalog file cannot be read");
    return text;
}

// Replaces the entry that `same` recognizes, else appends.
template<class Entry, class Same>
void merge(std::vector<Entry> &entries, Entry entry, Same same)
{
    const auto known = std::ranges::find_if(entries, [&](const Entry &other) { return same(other, entry); });
    if (known == entries.end())
        entries.push_back(std::move(entry));
    else
        *known = std::move(entry);
}

// Reads the list `key` of entries with ids. One file gives an id once; a later file replaces the entry of an earlier one.
template<class Entry>
void addNamed(ObjectReader &object, const char *key, std::vector<Entry> &entries, Entry (*read)(const Json &, const std::string &, Problems &))
{
    Problems &problems = object.problems();
    std::set<std::string> seen;
    object.list(key, [&](const Json &item, const std::string &at) {
        Entry entry = read(item, at, problems);
        if (!isId(entry.id))
            problems.add(ErrorCode::BadValue, at + ".id", std::string(kIdRule) + " would be accepted");
        else if (!seen.insert(entry.id).second)
            problems.add(ErrorCode::BadValue, at + ".id", "'" + entry.id + "' stands twice in this file");
        merge(entries, std::move(entry), [](const Entry &a, const Entry &b) { return a.id == b.id; });
    });
}

void addOffers(ObjectReader &object, Catalog &catalog)
{
    Problems &problems = object.problems();
    using Key = std::array<std::string_view, 4>;
    const auto keyOf = [](const Offer &o) { return Key{o.provider, o.region, o.instance, o.gpu}; };
    std::map<std::array<std::string, 4>, std::size_t> known; // overlays of a price list would be quadratic otherwise
    const auto owned = [](const Key &k) { return std::array<std::string, 4>{std::string(k[0]), std::string(k[1]), std::string(k[2]), std::string(k[3])}; };
    for (std::size_t i = 0; i < catalog.offers.size(); ++i)
        known.emplace(owned(keyOf(catalog.offers[i])), i);
    const std::size_t before = catalog.offers.size();
    std::set<std::size_t> replaced;
    object.list("offers", [&](const Json &item, const std::string &at) {
        Offer offer = readOffer(item, at, problems);
        if (problems.first)
            return;
        const Gpu *gpu = catalog.findGpu(offer.gpu);
        if (!gpu) {
            problems.add(ErrorCode::UnknownId, at + ".gpu", "unknown GPU '" + offer.gpu + "'; an id or alias of gpus.json would be accepted");
            return;
        }
        offer.gpu = gpu->id;
        const auto [place, isNew] = known.emplace(owned(keyOf(offer)), catalog.offers.size());
        if (isNew) {
            catalog.offers.push_back(std::move(offer));
        } else if (place->second >= before || !replaced.insert(place->second).second) {
            problems.add(ErrorCode::BadValue, at, "this provider, region, instance and GPU stand twice in this file");
        } else {
            catalog.offers[place->second] = std::move(offer);
        }
    });
}

void addEntries(ObjectReader &object, Catalog &catalog)
{
    Problems &problems = object.problems();
    addNamed(object, "models", catalog.models, readModel);
    addNamed(object, "gpus", catalog.gpus, readGpu);
    addNamed(object, "engines", catalog.engines, readEngine);
    addOffers(object, catalog);
    if (object.has("constants"))
        catalog.constants = readConstants(object.child("constants"), "constants", catalog.constants, problems);
    object.list("exchange_rates", [&](const Json &item, const std::string &at) {
        merge(catalog.exchangeRates, readExchangeRate(item, at, problems), [](const ExchangeRate &a, const ExchangeRate &b) { return a.from == b.from && a.to == b.to; });
    });
}

Result<void> addText(Catalog &catalog, std::string_view text, const std::string &name, std::string *version = nullptr)
{
    const auto json = parseJsonText(text, name, kLimits);
    if (!json)
        return std::unexpected(json.error());
    Problems problems{name, {}};
    ObjectReader object(*json, "", problems);
    addEntries(object, catalog);
    const std::string stated = object.text("version");
    if (version && !stated.empty())
        *version = stated;
    object.text("comment");
    object.finish();
    if (problems.first)
        return std::unexpected(*problems.first);
    return {};
}

// The version that the constants state, and eight digits of FNV-1a over all their values: an overlay that changes one of them has
// another name, whatever version it states.
std::string calibrationOf(const Constants &constants)
{
    std::uint64_t digest = 0xcbf29ce484222325ULL;
    for (const char c : writeConstants(constants).dump(-1, ' ', false, Json::error_handler_t::replace))
        digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return fmt::format("{}-{:08x}", constants.version, static_cast<std::uint32_t>(digest ^ (digest >> 32U)));
}

// Sorted ids and the range of price dates; the calibration's name where its constants may have changed.
void finish(Catalog &catalog, bool withConstants)
{
    if (withConstants)
        catalog.calibration = calibrationOf(catalog.constants);
    std::ranges::stable_sort(catalog.models, {}, &Model::id);
    std::ranges::stable_sort(catalog.gpus, {}, &Gpu::id);
    updatePriceDates(catalog);
}

} // namespace

Result<Catalog> loadCatalog(const fs::path &folder)
{
    Catalog catalog;
    for (const char *name : {"models.json", "gpus.json", "engines.json", "constants.json", "offers.json"}) {
        const fs::path file = folder / name;
        const auto text = readAll(file);
        if (!text)
            return std::unexpected(text.error());
        if (const auto added = addText(catalog, *text, file.string(), &catalog.version); !added)
            return std::unexpected(added.error());
    }
    // The error report of the constants stands beside the catalog; without it nothing else is missing.
    const fs::path report = folder / ".." / "accuracy" / "report.json";
    std::error_code ignored;
    if (fs::exists(report, ignored)) {
        const auto text = readAll(report);
        if (!text)
            return std::unexpected(text.error());
        const auto json = parseJsonText(*text, report.string(), kLimits);
        if (!json)
            return std::unexpected(json.error());
        Problems problems{report.string(), {}};
        catalog.accuracy = readAccuracyReport(*json, problems);
        if (problems.first)
            return std::unexpected(*problems.first);
    }
    finish(catalog, true);
    return catalog;
}

Result<Catalog> withOverlay(const Catalog &base, const fs::path &overlayFile)
{
    const auto text = readAll(overlayFile);
    if (!text)
        return std::unexpected(text.error());
    return withOverlayText(base, *text, overlayFile.string());
}

Result<Catalog> withOverlayText(const Catalog &base, std::string_view json, std::string_view name)
{
    Catalog catalog = base;
    if (const auto added = addText(catalog, json, std::string(name)); !added)
        return std::unexpected(added.error());
    catalog.version += "+" + fs::path(name).stem().string();
    finish(catalog, catalog.constants != base.constants);
    return catalog;
}

std::string constantsToJson(const Constants &constants)
{
    return Json{{"constants", writeConstants(constants)}}.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string modelToJson(const Model &model)
{
    return writeModel(model).dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace headroom::core
