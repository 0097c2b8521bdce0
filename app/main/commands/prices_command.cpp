// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices_command.h"
#include "prices_import.h"
#include "prices_own.h"

#include <core/prices/freshness.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

struct ListOptions {
    std::string provider, gpu;
};

Json moneyJson(const std::optional<core::Money> &money)
{
    if (!money)
        return nullptr;
    return {{"amount", money->toDecimalString(6)}, {"currency", std::string(core::currencyCode(money->currency()))}};
}

// Prices that are of another day or source than the offer: imported, negotiated.
Json ownSources(const core::Offer &offer, const std::string &today)
{
    Json all = Json::object();
    for (const auto &[commitment, source] : offer.ownSources)
        all[std::string(core::commitmentId(commitment))] = {{"as_of", source.asOf}, {"stale", core::isStale(source.asOf, today)}, {"source", source.text},
                                                             {"confidence", source.confidence.empty() ? Json(nullptr) : Json(source.confidence)}};
    return all;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

void list(CommandContext &context, const ListOptions &options)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    const core::Gpu *gpu = options.gpu.empty() ? nullptr : (*catalog)->findGpu(options.gpu);
    if (!options.gpu.empty() && !gpu)
        return context.fail({core::ErrorCode::UnknownId, fmt::format("unknown GPU '{}'; ids and aliases such as h100-sxm or A100-80GB would be accepted", options.gpu.substr(0, 100)),
                             {}, "gpu", 0});
    const auto &offers = (*catalog)->offers;
    if (!options.provider.empty() && std::ranges::none_of(offers, [&](const core::Offer &o) { return sameWord(o.provider, options.provider); }))
        return context.fail({core::ErrorCode::UnknownId, fmt::format("no prices of a provider '{}' are known", options.provider.substr(0, 100)), {}, "provider", 0});

    Json all = Json::array();
    std::string text = fmt::format("{:<12}{:<18}{:<30}{:<18}{:>3}  {:>11} {:>11} {:>11} {:>11}     {}\n", "provider", "region", "instance", "GPU", "n", "on demand/h", "spot/h",
                                   "1 year/h", "3 years/h", "as of");
    for (const core::Offer &offer : offers) {
        if ((gpu && offer.gpu != gpu->id) || (!options.provider.empty() && !sameWord(offer.provider, options.provider)))
            continue;
        if (context.json) {
            Json prices = Json::object();
            for (const core::Commitment commitment : core::kCommitments)
                prices[std::string(core::commitmentId(commitment))] = moneyJson(offer.price(commitment));
            all.push_back({{"provider", offer.provider}, {"region", offer.region}, {"instance", offer.instance}, {"gpu", offer.gpu}, {"gpus", offer.gpus},
                           {"price_per_hour", std::move(prices)}, {"as_of", offer.source.asOf}, {"stale", core::isStale(offer.source.asOf, (*catalog)->readOn)}, {"source", offer.source.text},
                           {"confidence", offer.source.confidence.empty() ? Json(nullptr) : Json(offer.source.confidence)}, {"price_sources", ownSources(offer, (*catalog)->readOn)}});
            continue;
        }
        std::string cells, currency;
        for (const core::Commitment commitment : core::kCommitments) {
            const auto &price = offer.price(commitment);
            cells += fmt::format(" {:>11}", price ? price->toDecimalString(4) : "-");
            if (price)
                currency = core::currencyCode(price->currency());
        }
        text += fmt::format("{:<12}{:<18}{:<30}{:<18}{:>3} {} {} {}{}\n", offer.provider, offer.region, offer.instance, offer.gpu, offer.gpus, cells, currency, offer.source.asOf,
                            core::isStale(offer.source.asOf, (*catalog)->readOn) ? " (stale)" : "");
    }
    context.print(context.json ? Json{{"version", (*catalog)->version}, {"prices_as_of", (*catalog)->pricesAsOf}, {"oldest_price_as_of", (*catalog)->oldestPriceAsOf},
                                      {"offers", std::move(all)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"
                               : text);
}

} // namespace

void addPricesCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("prices", "Price catalog: list, import, undo, redo, own, contract, rate");
    command->require_subcommand(1);
    auto options = std::make_shared<ListOptions>();
    auto *listed = command->add_subcommand("list", "All offers, with date and source");
    listed->add_option("--provider", options->provider, "only of this provider");
    listed->add_option("--gpu", options->gpu, "only with this GPU");
    listed->callback([options, &context] {
        context.ran = true;
        list(context, *options);
    });
    auto words = std::make_shared<PriceImportWords>();
    auto *imported = command->add_subcommand("import", "Import a price list");
    imported->add_option("FILE", words->file, "SkyPilot CSV, AWS list or Savings Plans, Azure retail prices, Google's pricing.yml, Alibaba prices, or a CSV")->required();
    imported->add_option("--provider", words->provider, "whose prices these are, where the file does not say");
    imported->add_option("--as-of", words->asOf, "day of the prices; else what the file says, or its own date");
    imported->add_option("--currency", words->currency, "USD, CNY or EUR, where the file does not say");
    imported->add_flag("--dry-run", words->dryRun, "tell only, store nothing");
    imported->add_flag("--include-suspicious", words->alsoDoubted, "import doubtful prices too, with low confidence");
    imported->callback([words, &context] {
        context.ran = true;
        importPrices(context, *words);
    });
    for (const bool redo : {false, true})
        command->add_subcommand(redo ? "redo" : "undo", redo ? "Bring back the import undone last" : "Take back the newest import")->callback([redo, &context] {
            context.ran = true;
            undoPrices(context, redo);
        });
    addOwnPrices(*command, context);
}

} // namespace headroom::app
