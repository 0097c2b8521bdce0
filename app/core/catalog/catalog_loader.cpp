// SPDX-License-Identifier: GPL-3.0-or-later
#include "read_entries.h"

#include <core/catalog/catalog_loader.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace headroom::core {
namespace {

using namespace catalog_json;
namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 64U << 20U;
constexpr int kDeepest = 32;

Result<std::string> readAll(const fs::path &file)
{
    const auto failed = [&](ErrorCode code, std::string detail) { return std::unexpected(Error{code, std::move(detail), file.string(), {}, 0}); };
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    if (problem)
        return failed(fs::exists(file, problem) ? ErrorCode::Unreadable : ErrorCode::NotFound, "the catalog file cannot be read");
    if (size > kMostBytes)
        return failed(ErrorCode::TooLarge, "the file is over 64 MiB");
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream)
        return failed(ErrorCode::Unreadable, "the catalog file cannot be read");
    return text;
}

// Parses without exceptions leaving, and without letting deep nesting take the stack.
Result<Json> parse(std::string_view text, const std::string &name)
{
    const auto failed = [&](ErrorCode code, std::string detail, int line) { return std::unexpected(Error{code, std::move(detail), name, {}, line}); };
    if (text.size() > kMostBytes)
        return failed(ErrorCode::TooLarge, "the file is over 64 MiB", 0);
    bool tooDeep = false;
    const auto callback = [&](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > kDeepest;
        return !tooDeep;
    };
    try {
        Json json = Json::parse(text, callback);
        if (tooDeep)
            return failed(ErrorCode::TooLarge, "nested deeper than 32 levels", 0);
        return json;
    } catch (const Json::parse_error &error) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        return failed(ErrorCode::Syntax, std::string("not JSON: ") + error.what(), 1 + static_cast<int>(std::count(text.begin(), end, '\n')));
    } catch (const Json::exception &error) {
        return failed(ErrorCode::Syntax, std::string("not JSON: ") + error.what(), 0);
    }
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

bool sameId(const auto &a, const auto &b)
{
    return a.id == b.id;
}

void addEntries(ObjectReader &object, Catalog &catalog)
{
    Problems &problems = object.problems();
    object.list("models", [&](const Json &item, const std::string &at) {
        merge(catalog.models, readModel(item, at, problems), [](const Model &a, const Model &b) { return sameId(a, b); });
    });
    object.list("gpus", [&](const Json &item, const std::string &at) {
        merge(catalog.gpus, readGpu(item, at, problems), [](const Gpu &a, const Gpu &b) { return sameId(a, b); });
    });
    object.list("engines", [&](const Json &item, const std::string &at) {
        merge(catalog.engines, readEngine(item, at, problems), [](const Engine &a, const Engine &b) { return sameId(a, b); });
    });
    object.list("offers", [&](const Json &item, const std::string &at) {
        Offer offer = readOffer(item, at, problems);
        if (!problems.first && !catalog.findGpu(offer.gpu))
            problems.add(ErrorCode::UnknownId, at + ".gpu", "unknown GPU '" + offer.gpu + "'");
        merge(catalog.offers, std::move(offer), [](const Offer &a, const Offer &b) {
            return a.provider == b.provider && a.region == b.region && a.instance == b.instance && a.gpu == b.gpu;
        });
    });
    object.list("exchange_rates", [&](const Json &item, const std::string &at) {
        merge(catalog.exchangeRates, readExchangeRate(item, at, problems), [](const ExchangeRate &a, const ExchangeRate &b) { return a.from == b.from && a.to == b.to; });
    });
}

Result<void> addText(Catalog &catalog, std::string_view text, const std::string &name, std::string *version = nullptr)
{
    const auto json = parse(text, name);
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

// Sorted ids and the range of price dates.
void finish(Catalog &catalog)
{
    std::ranges::stable_sort(catalog.models, {}, &Model::id);
    std::ranges::stable_sort(catalog.gpus, {}, &Gpu::id);
    catalog.pricesAsOf.clear();
    catalog.oldestPriceAsOf.clear();
    for (const Offer &offer : catalog.offers) {
        const std::string &date = offer.source.asOf;
        if (date.empty())
            continue;
        catalog.pricesAsOf = std::max(catalog.pricesAsOf, date);
        catalog.oldestPriceAsOf = catalog.oldestPriceAsOf.empty() ? date : std::min(catalog.oldestPriceAsOf, date);
    }
}

} // namespace

Result<Catalog> loadCatalog(const fs::path &folder)
{
    Catalog catalog;
    for (const char *name : {"models.json", "gpus.json", "engines.json", "offers.json"}) {
        const fs::path file = folder / name;
        const auto text = readAll(file);
        if (!text)
            return std::unexpected(text.error());
        if (const auto added = addText(catalog, *text, file.string(), &catalog.version); !added)
            return std::unexpected(added.error());
    }
    finish(catalog);
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
    finish(catalog);
    return catalog;
}

std::string modelToJson(const Model &model)
{
    return writeModel(model).dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace headroom::core
