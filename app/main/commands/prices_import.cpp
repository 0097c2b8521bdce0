// SPDX-License-Identifier: GPL-3.0-or-later
#include "../price_files.h"
#include "../qt_application.h"
#include "prices_import.h"

#include <core/prices/price_counts.h>
#include <db/store/store.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <map>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kNotesOfAKind = 5; // in the text; all of them in JSON

Json notesJson(const std::vector<core::PriceNote> &notes)
{
    Json all = Json::array();
    for (const core::PriceNote &note : notes) {
        Json json{{"row", note.row}, {"reason", note.reason}, {"code", note.code}};
        if (note.rows > 1)
            json["rows"] = note.rows;
        all.push_back(std::move(json));
    }
    return all;
}

std::string notesText(const char *title, const std::vector<core::PriceNote> &notes)
{
    if (notes.empty())
        return {};
    std::uint64_t all = 0;
    std::map<std::string, std::uint64_t> shown;
    std::string text;
    for (const core::PriceNote &note : notes) {
        all += note.rows;
        const auto place = ++shown[note.code];
        if (place <= kNotesOfAKind)
            text += fmt::format("  row {}{}: {}\n", note.row, note.rows > 1 ? fmt::format(" and {} more", note.rows - 1) : "", note.reason);
        else if (place == kNotesOfAKind + 1)
            text += "  ... more of this kind (--json lists them)\n";
    }
    return fmt::format("{} ({}):\n{}", title, all, text);
}

std::string dumped(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<std::unique_ptr<db::Store>> openStore(const CommandContext &context)
{
    return db::Store::open({context.dataFolder(), std::chrono::milliseconds(5000), {}});
}

} // namespace

void importPrices(CommandContext &context, const PriceImportWords &words)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    core::PriceImportOptions options;
    if (!words.currency.empty()) {
        const auto currency = core::parseCurrency(words.currency);
        if (!currency)
            return context.fail(currency.error());
        options.currency = *currency;
    }
    const auto file = openPriceFile(words.file);
    if (!file)
        return context.fail(file.error());
    options.sourceName = words.file;
    options.provider = words.provider;
    options.asOf = words.asOf;
    options.fileDate = file->date;
    options.today = today();
    const auto preview = core::previewPrices(file->read, options, **catalog);
    if (!preview)
        return context.fail(preview.error());
    const std::vector<core::PricePoint> points = core::pricesToStore(*preview, words.alsoDoubted);
    std::optional<db::PriceImport> stored;
    if (!words.dryRun && !points.empty()) {
        const QtApplication application;
        auto store = openStore(context);
        if (!store)
            return context.fail(store.error());
        db::PriceImport import;
        import.source = preview->sourceName;
        import.format = core::priceFormatId(preview->format);
        import.asOf = preview->asOf;
        import.offers = static_cast<int>(core::countOffers(points));
        auto done = (*store)->prices().addImport(import, points);
        if (!done)
            return context.fail(done.error());
        stored = *std::move(done);
    }
    const std::size_t imported = core::countOffers(points);
    const std::size_t changed = core::countChangedOffers(*preview);
    if (preview->datedByFile)
        std::fprintf(stderr, "headroom: the list states no day for its prices; the file's own date (%s) is taken: --as-of DAY would be accepted\n", file->date.c_str());
    if (context.json)
        return context.print(dumped({{"source", preview->sourceName}, {"read", preview->read}, {"imported", imported}, {"changed", changed}, {"suspicious", notesJson(preview->suspicious)},
                                     {"skipped", notesJson(preview->skipped)}, {"prices", {{"new", preview->added.size()}, {"changed", preview->changed.size()},
                                      {"confirmed", preview->confirmed.size()}, {"unchanged", preview->unchanged}, {"held_back", preview->heldBack.size()}}},
                                     {"format", std::string(core::priceFormatId(preview->format))}, {"as_of", preview->asOf.empty() ? Json(nullptr) : Json(preview->asOf)},
                                     {"dated_by_file", preview->datedByFile}, {"dry_run", words.dryRun}, {"import_id", stored ? Json(stored->id) : Json(nullptr)}}));
    context.print(fmt::format("{}: {} rows read\n{} offers {}, {} of them changed; {} prices are known already, {} held back as doubtful\n{}{}", preview->sourceName, preview->read, imported,
                              words.dryRun ? "would be imported" : "imported", changed, preview->unchanged, words.alsoDoubted ? 0 : preview->heldBack.size(),
                              notesText("suspicious", preview->suspicious), notesText("skipped", preview->skipped)));
    if (!preview->heldBack.empty() && !words.alsoDoubted)
        std::fputs("headroom: what is held back is imported with --include-suspicious, and then used only where its provider is named\n", stderr);
    if (stored)
        std::fprintf(stderr, "headroom: import %lld is stored; `headroom prices undo` takes it back\n", static_cast<long long>(stored->id));
}

void undoPrices(CommandContext &context, bool redo)
{
    const QtApplication application;
    auto store = openStore(context);
    if (!store)
        return context.fail(store.error());
    const auto done = redo ? (*store)->prices().redoImport() : (*store)->prices().undoImport();
    if (!done) {
        core::Error error = done.error();
        if (error.code == core::ErrorCode::NotFound && error.file.empty())
            error.code = core::ErrorCode::BadValue; // nothing that failed: there is nothing to do
        return context.fail(error);
    }
    if (context.json)
        return context.print(dumped({{"import_id", done->id}, {"source", done->source}, {"prices", done->prices}, {"offers", done->offers}, {"undone", done->undone}}));
    std::fprintf(stderr, "headroom: import %lld (%s, %d prices) is %s\n", static_cast<long long>(done->id), done->source.c_str(), done->prices, redo ? "back in force" : "undone");
}

} // namespace headroom::app
