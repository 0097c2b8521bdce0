// SPDX-License-Identifier: GPL-3.0-or-later
#include "../price_files.h"
#include "../qt_application.h"
#include "prices_own.h"

#include <core/prices/read_own_prices.h>
#include <db/store/store.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

#include <QDateTime>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

struct Words {
    core::ContractWords contract;
    core::RateWords rate;
    std::int64_t id = 0;
};

template<class Work>
void withPrices(CommandContext &context, Work work)
{
    context.ran = true;
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    const QtApplication application;
    auto store = db::Store::open({context.dataFolder(), std::chrono::milliseconds(5000), {}});
    if (!store)
        return context.fail(store.error());
    if (core::Result<void> done = work((*store)->prices(), **catalog); !done) {
        core::Error error = done.error();
        if (error.code == core::ErrorCode::NotFound && error.file.empty())
            error.code = core::ErrorCode::UnknownId;
        context.fail(error);
    }
}

core::Result<void> addContract(CommandContext &context, const Words &words, db::PriceStore &store, const core::Catalog &catalog)
{
    const auto contract = core::contractOf(words.contract, catalog);
    if (!contract)
        return std::unexpected(contract.error());
    const auto stored = store.putContract(*contract);
    if (!stored)
        return std::unexpected(stored.error());
    if (context.json)
        context.print(Json{{"id", stored->id}}.dump(2) + "\n");
    else
        std::fprintf(stderr, "headroom: '%s' is stored as contract %lld\n", stored->name.c_str(), static_cast<long long>(stored->id));
    return {};
}

core::Result<void> changeContract(const Words &words, db::PriceStore &store, const core::Catalog &catalog)
{
    const auto stored = store.load();
    if (!stored)
        return std::unexpected(stored.error());
    const auto old = std::ranges::find(stored->overlay.contracts, words.id, &core::PriceContract::id);
    if (old == stored->overlay.contracts.end())
        return std::unexpected(core::Error{core::ErrorCode::NotFound, fmt::format("no contract {} is stored", words.id), {}, "id", 0});
    core::ContractWords merged = core::wordsOf(*old);
    const core::ContractWords &given = words.contract;
    // A contract is either of the two: the one that is given goes.
    if (!given.discount.empty() || !given.price.empty())
        merged.discount = merged.price = {};
    for (std::string core::ContractWords::*word : {&core::ContractWords::name, &core::ContractWords::provider, &core::ContractWords::region, &core::ContractWords::instance, &core::ContractWords::gpu,
                                                   &core::ContractWords::gpus, &core::ContractWords::commitment, &core::ContractWords::discount, &core::ContractWords::price,
                                                   &core::ContractWords::currency, &core::ContractWords::from, &core::ContractWords::until, &core::ContractWords::note})
        if (!(given.*word).empty())
            merged.*word = given.*word;
    auto contract = core::contractOf(merged, catalog);
    if (!contract)
        return std::unexpected(contract.error());
    contract->id = words.id;
    const auto done = store.putContract(*contract);
    return done ? core::Result<void>() : std::unexpected(done.error());
}

core::Result<void> setRate(const Words &words, db::PriceStore &store)
{
    const auto rate = core::exchangeRateOf(words.rate, today());
    return rate ? store.putRate(*rate) : std::unexpected(rate.error());
}

core::Result<void> removeRate(const Words &words, db::PriceStore &store)
{
    const auto from = core::parseCurrency(words.rate.from);
    const auto to = core::parseCurrency(words.rate.to);
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    return store.removeRate(*from, *to);
}

Json moneyJson(const std::optional<core::Money> &money)
{
    return money ? Json{{"amount", money->toDecimalString(6)}, {"currency", std::string(core::currencyCode(money->currency()))}} : Json(nullptr);
}

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

core::Result<void> listOwn(const CommandContext &context, db::PriceStore &store)
{
    const auto stored = store.load();
    if (!stored)
        return std::unexpected(stored.error());
    Json json{{"version", orNull(stored->overlay.version)}, {"imports", Json::array()}, {"contracts", Json::array()}, {"exchange_rates", Json::array()}};
    std::string text;
    for (const db::PriceImport &import : stored->imports) {
        const std::string time = QDateTime::fromMSecsSinceEpoch(import.imported.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
        json["imports"].push_back({{"id", import.id}, {"imported", time}, {"source", import.source}, {"format", import.format}, {"as_of", orNull(import.asOf)}, {"prices", import.prices},
                                   {"offers", import.offers}, {"undone", import.undone}});
        text += fmt::format("import {}: {} of {}, {} prices{}\n", import.id, import.source, import.asOf, import.prices, import.undone ? " (undone)" : "");
    }
    for (const core::PriceContract &c : stored->overlay.contracts) {
        const std::string percent = c.discountMillionths ? core::Money(core::Currency::USD, *c.discountMillionths * 100).toDecimalString(4) : std::string();
        json["contracts"].push_back({{"id", c.id}, {"name", c.name}, {"provider", c.provider}, {"region", orNull(c.region)}, {"instance", orNull(c.instance)}, {"gpu", orNull(c.gpu)},
                                     {"gpus", c.gpus > 0 ? Json(c.gpus) : Json(nullptr)}, {"commitment", c.commitment ? Json(std::string(core::commitmentId(*c.commitment))) : Json(nullptr)},
                                     {"discount_percent", orNull(percent)}, {"price_per_hour", moneyJson(c.perHour)}, {"valid_from", orNull(c.validFrom)}, {"valid_until", orNull(c.validUntil)},
                                     {"note", orNull(c.note)}});
        text += fmt::format("contract {}: {}: {} {} {}, {}\n", c.id, c.name, c.provider, c.region, c.instance,
                            c.perHour ? c.perHour->toDecimalString(4) + " " + std::string(core::currencyCode(c.perHour->currency())) + "/h" : percent + " % off");
    }
    for (const core::ExchangeRate &rate : stored->overlay.rates) {
        json["exchange_rates"].push_back({{"from", std::string(core::currencyCode(rate.from))}, {"to", std::string(core::currencyCode(rate.to))}, {"rate", rate.rate.toDecimalString(6)},
                                          {"as_of", rate.source.asOf}, {"source", rate.source.text}});
        text += fmt::format("1 {} = {} {} on {} ({})\n", core::currencyCode(rate.from), rate.rate.toDecimalString(6), core::currencyCode(rate.to), rate.source.asOf, rate.source.text);
    }
    context.print(context.json ? json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : text);
    return {};
}

} // namespace

namespace {

void addContractOptions(CLI::App &command, core::ContractWords &words)
{
    command.add_option("--provider", words.provider, "with whom");
    command.add_option("--region", words.region, "only there");
    command.add_option("--instance", words.instance, "only this instance type; needed for a price");
    command.add_option("--gpu", words.gpu, "only with this GPU");
    command.add_option("--gpus", words.gpus, "GPUs of an instance that the catalog does not hold");
    command.add_option("--commitment", words.commitment, "ondemand, spot, 1y or 3y; a discount is off all without it");
    command.add_option("--discount", words.discount, "percent off the list price");
    command.add_option("--price", words.price, "of one instance and hour");
    command.add_option("--currency", words.currency, "of the price: USD, CNY or EUR");
    command.add_option("--from", words.from, "first day");
    command.add_option("--until", words.until, "last day");
    command.add_option("--note", words.note, "anything");
}

} // namespace

void addOwnPrices(CLI::App &prices, CommandContext &context)
{
    auto words = std::make_shared<Words>();
    prices.add_subcommand("own", "What is one's own: imports, contracts, rates of exchange")->callback([&context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return listOwn(context, store); });
    });
    auto *contract = prices.add_subcommand("contract", "Own contracts: add, change, remove");
    contract->require_subcommand(1);
    auto *added = contract->add_subcommand("add", "Add a discount or a negotiated price");
    added->add_option("NAME", words->contract.name, "what the contract is called")->required();
    addContractOptions(*added, words->contract);
    added->get_option("--provider")->required();
    added->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &catalog) { return addContract(context, *words, store, catalog); });
    });
    auto *changed = contract->add_subcommand("change", "Change a contract: what is not given stays");
    changed->add_option("ID", words->id, "number of the contract, as `prices own` shows it")->required();
    changed->add_option("--name", words->contract.name, "what the contract is called");
    addContractOptions(*changed, words->contract);
    changed->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &catalog) { return changeContract(*words, store, catalog); });
    });
    auto *removed = contract->add_subcommand("remove", "Remove a contract");
    removed->add_option("ID", words->id, "number of the contract, as `prices own` shows it")->required();
    removed->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return store.removeContract(words->id); });
    });
    auto *rate = prices.add_subcommand("rate", "Set a rate of exchange: one FROM is RATE TO; or take one's own rate back");
    rate->add_option("FROM", words->rate.from, "USD, CNY or EUR")->required();
    rate->add_option("TO", words->rate.to, "USD, CNY or EUR")->required();
    auto *value = rate->add_option("RATE", words->rate.rate, "how many TO one FROM is");
    rate->add_option("--as-of", words->rate.asOf, "its day; today without it");
    rate->add_option("--source", words->rate.source, "where it is from");
    auto remove = std::make_shared<bool>(false);
    rate->add_flag("--remove", *remove, "take one's own rate back: that of the catalog holds again")->excludes(value);
    rate->callback([words, remove, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return *remove ? removeRate(*words, store) : setRate(*words, store); });
    });
}

} // namespace headroom::app
