// SPDX-License-Identifier: GPL-3.0-or-later
#include "../price_files.h"
#include "../qt_application.h"
#include "prices_own.h"

#include <core/prices/apply_prices.h>
#include <db/store/store.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

#include <QDateTime>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

struct Words {
    std::string name, provider, region, instance, gpu, commitment, discount, price, currency = "USD", from, until, note;
    int gpus = 0;
    std::int64_t id = 0;
    std::string rateFrom, rateTo, rate, asOf, source;
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

core::Result<core::PriceContract> contractOf(const Words &words, const core::Catalog &catalog)
{
    core::PriceContract contract{0, words.name, words.provider, words.region, words.instance, words.gpu, words.gpus, {}, {}, {}, words.from, words.until, words.note};
    const auto bad = [](const char *field, const char *text) { return std::unexpected(core::Error{core::ErrorCode::BadValue, text, {}, field, 0}); };
    if (const core::Gpu *gpu = catalog.findGpu(words.gpu))
        contract.gpu = gpu->id;
    if (!words.commitment.empty()) {
        const auto commitment = core::parseCommitment(words.commitment);
        if (!commitment)
            return std::unexpected(commitment.error());
        contract.commitment = *commitment;
    }
    if (!words.discount.empty()) {
        const auto percent = core::Money::parse(core::Currency::USD, words.discount); // decimal, as it was typed
        if (!percent || percent->micros() % 100 != 0)
            return bad("discount", "a discount in percent, such as 12 or 12.5, would be accepted");
        contract.discountMillionths = percent->micros() / 100;
    }
    if (!words.price.empty()) {
        const auto currency = core::parseCurrency(words.currency);
        if (!currency)
            return std::unexpected(currency.error());
        const auto price = core::Money::parse(*currency, words.price);
        if (!price)
            return std::unexpected(price.error());
        contract.perHour = *price;
    }
    if (auto fine = core::validate(contract, catalog); !fine)
        return std::unexpected(fine.error());
    return contract;
}

core::Result<void> addContract(CommandContext &context, const Words &words, db::PriceStore &store, const core::Catalog &catalog)
{
    const auto contract = contractOf(words, catalog);
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

core::Result<void> setRate(const Words &words, db::PriceStore &store)
{
    const auto from = core::parseCurrency(words.rateFrom);
    const auto to = core::parseCurrency(words.rateTo);
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    const auto amount = core::Money::parse(*to, words.rate);
    if (!amount)
        return std::unexpected(amount.error());
    const core::ExchangeRate rate{*from, *to, *amount, {words.source.empty() ? "entered by hand" : words.source, words.asOf.empty() ? today() : words.asOf, {}}};
    if (auto fine = core::validate(rate); !fine)
        return fine;
    return store.putRate(rate);
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

void addOwnPrices(CLI::App &prices, CommandContext &context)
{
    auto words = std::make_shared<Words>();
    prices.add_subcommand("own", "What is one's own: imports, contracts, rates of exchange")->callback([&context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return listOwn(context, store); });
    });
    auto *contract = prices.add_subcommand("contract", "Own contracts: add, remove");
    contract->require_subcommand(1);
    auto *added = contract->add_subcommand("add", "Add a discount or a negotiated price");
    added->add_option("NAME", words->name, "what the contract is called")->required();
    added->add_option("--provider", words->provider, "with whom")->required();
    added->add_option("--region", words->region, "only there");
    added->add_option("--instance", words->instance, "only this instance type; needed for a price");
    added->add_option("--gpu", words->gpu, "only with this GPU");
    added->add_option("--gpus", words->gpus, "GPUs of an instance that the catalog does not hold");
    added->add_option("--commitment", words->commitment, "ondemand, spot, 1y or 3y; a discount is off all without it");
    added->add_option("--discount", words->discount, "percent off the list price");
    added->add_option("--price", words->price, "of one instance and hour");
    added->add_option("--currency", words->currency, "of the price: USD, CNY or EUR");
    added->add_option("--from", words->from, "first day");
    added->add_option("--until", words->until, "last day");
    added->add_option("--note", words->note, "anything");
    added->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &catalog) { return addContract(context, *words, store, catalog); });
    });
    auto *removed = contract->add_subcommand("remove", "Remove a contract");
    removed->add_option("ID", words->id, "number of the contract, as `prices own` shows it")->required();
    removed->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return store.removeContract(words->id); });
    });
    auto *rate = prices.add_subcommand("rate", "Set a rate of exchange: one FROM is RATE TO");
    rate->add_option("FROM", words->rateFrom, "USD, CNY or EUR")->required();
    rate->add_option("TO", words->rateTo, "USD, CNY or EUR")->required();
    rate->add_option("RATE", words->rate, "how many TO one FROM is")->required();
    rate->add_option("--as-of", words->asOf, "its day; today without it");
    rate->add_option("--source", words->source, "where it is from");
    rate->callback([words, &context] {
        withPrices(context, [&](db::PriceStore &store, const core::Catalog &) { return setRate(*words, store); });
    });
}

} // namespace headroom::app
