// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/library/own_prices.h>

#include <present/texts/error_texts.h>
#include <present/texts/own_price_texts.h>

#include <core/prices/apply_prices.h>
#include <core/prices/read_own_prices.h>

#include <QDate>

#include <algorithm>
#include <set>

namespace headroom::present {
namespace {

constexpr std::size_t kMostSteps = 100;

bool sameText(const std::string &wanted, const std::string &value)
{
    return wanted.empty() || QString::fromStdString(wanted).compare(QString::fromStdString(value), Qt::CaseInsensitive) == 0;
}

bool sameCurrencies(const core::ExchangeRate &a, const core::ExchangeRate &b)
{
    return (a.from == b.from && a.to == b.to) || (a.from == b.to && a.to == b.from);
}

template<class Member>
QStringList sortedOnes(const core::Catalog &catalog, Member of, const std::string &provider = {}, const std::string &region = {})
{
    std::set<std::string> all;
    for (const core::Offer &offer : catalog.offers)
        if (sameText(provider, offer.provider) && sameText(region, offer.region) && !(offer.*of).empty())
            all.insert(offer.*of);
    QStringList list;
    for (const std::string &one : all)
        list << QString::fromStdString(one);
    return list;
}

} // namespace

OwnPriceChange OwnPrices::Step::change() const
{
    using Kind = OwnPriceChange::Kind;
    if (isRate)
        return {rateAfter ? Kind::PutRate : Kind::RemoveRate, {}, rateAfter ? *rateAfter : *rateBefore};
    if (!contractAfter)
        return {Kind::RemoveContract, *contractBefore, {}};
    // One that has a number and is not there was removed.
    return {!contractBefore && contractAfter->id != 0 ? Kind::RestoreContract : Kind::PutContract, *contractAfter, {}};
}

OwnPrices::OwnPrices(std::shared_ptr<const core::Catalog> catalog, QObject *parent) : QObject(parent), m_catalog(std::move(catalog))
{
    build();
}

void OwnPrices::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    m_catalog = std::move(catalog);
    build();
    emit changed();
}

void OwnPrices::setStored(const db::StoredPrices &prices)
{
    if (m_pending) {
        Pending done = *std::exchange(m_pending, std::nullopt);
        const QString sentence = OwnPriceTexts::stored(done.step.change(), done.way != Way::Do);
        // The store has given a new contract its number.
        if (!done.step.isRate && done.step.contractAfter && done.step.contractAfter->id == 0 && !prices.overlay.contracts.empty())
            done.step.contractAfter->id = std::ranges::max_element(prices.overlay.contracts, {}, &core::PriceContract::id)->id;
        if (done.way == Way::Undo) {
            m_undone.push_back(done.step.reversed());
        } else {
            m_done.push_back(done.step);
            if (done.way == Way::Do)
                m_undone.clear();
            if (m_done.size() > kMostSteps)
                m_done.erase(m_done.begin());
        }
        m_contracts = prices.overlay.contracts;
        m_ownRates = prices.overlay.rates;
        build();
        emit changed();
        emit said(sentence);
        return;
    }
    m_contracts = prices.overlay.contracts;
    m_ownRates = prices.overlay.rates;
    build();
    emit changed();
}

void OwnPrices::changeFailed(const core::Error &error)
{
    if (!m_pending)
        return;
    const Pending pending = *std::exchange(m_pending, std::nullopt);
    // What was taken from the lists of steps stays out: the store no longer is what they start from.
    if (pending.way != Way::Do) {
        m_done.clear();
        m_undone.clear();
    }
    emit changed();
    emit failed(ErrorTexts::sentence(error));
}

std::string OwnPrices::today() const
{
    return m_catalog->readOn.empty() ? QDate::currentDate().toString(Qt::ISODate).toStdString() : m_catalog->readOn;
}

// What a contract is checked against when it is edited: the catalog without the offer that it has made itself.
std::shared_ptr<const core::Catalog> OwnPrices::catalogWithout(const core::PriceContract &contract) const
{
    auto catalog = std::make_shared<core::Catalog>(*m_catalog);
    std::erase_if(catalog->offers, [&](const core::Offer &offer) {
        return contract.perHour && offer.source.text == contract.name && sameText(contract.provider, offer.provider) && offer.instance == contract.instance;
    });
    return catalog;
}

std::optional<OwnPrices::Problem> OwnPrices::saveContract(std::int64_t id, const core::ContractWords &words)
{
    const auto old = std::ranges::find(m_contracts, id, &core::PriceContract::id);
    const bool isNew = id == 0 || old == m_contracts.end();
    auto contract = core::contractOf(words, isNew ? *m_catalog : *catalogWithout(*old));
    if (!contract)
        return Problem{QString::fromStdString(contract.error().field), OwnPriceTexts::problem(contract.error())};
    if (isNew)
        request({false, std::nullopt, *contract, {}, {}}, Way::Do);
    else {
        contract->id = id;
        if (*contract != *old)
            request({false, *old, *contract, {}, {}}, Way::Do);
    }
    return std::nullopt;
}

void OwnPrices::removeContract(std::int64_t id)
{
    if (const auto old = std::ranges::find(m_contracts, id, &core::PriceContract::id); old != m_contracts.end())
        request({false, *old, std::nullopt, {}, {}}, Way::Do);
}

std::optional<OwnPrices::Problem> OwnPrices::saveRate(const core::RateWords &words)
{
    const auto rate = core::exchangeRateOf(words, today());
    if (!rate)
        return Problem{QString::fromStdString(rate.error().field), OwnPriceTexts::problem(rate.error())};
    const auto old = std::ranges::find_if(m_ownRates, [&](const core::ExchangeRate &known) { return sameCurrencies(known, *rate); });
    const std::optional<core::ExchangeRate> before = old == m_ownRates.end() ? std::nullopt : std::optional(*old);
    if (before != *rate)
        request({true, {}, {}, before, *rate}, Way::Do);
    return std::nullopt;
}

void OwnPrices::removeRate(const core::ExchangeRate &rate)
{
    if (const auto old = std::ranges::find_if(m_ownRates, [&](const core::ExchangeRate &known) { return sameCurrencies(known, rate); }); old != m_ownRates.end())
        request({true, {}, {}, *old, std::nullopt}, Way::Do);
}

void OwnPrices::request(const Step &step, Way way)
{
    if (isBusy())
        return;
    m_pending = Pending{step, way};
    emit changed();
    emit changeRequested(step.change());
}

void OwnPrices::undo()
{
    if (!canUndo())
        return;
    const Step step = m_done.back().reversed();
    m_done.pop_back();
    request(step, Way::Undo);
}

void OwnPrices::redo()
{
    if (!canRedo())
        return;
    const Step step = m_undone.back();
    m_undone.pop_back();
    request(step, Way::Redo);
}

QString OwnPrices::effect(const core::ContractWords &words) const
{
    const auto contract = core::contractOf(words, *m_catalog);
    if (!contract)
        return {};
    QStringList names;
    int offers = 0;
    for (const core::Offer &offer : m_catalog->offers) {
        if (!sameText(contract->provider, offer.provider) || !sameText(contract->region, offer.region) || !sameText(contract->instance, offer.instance) || !sameText(contract->gpu, offer.gpu))
            continue;
        ++offers;
        if (names.size() < 3)
            names << QString::fromStdString(offer.region.empty() ? offer.instance : offer.instance + " " + offer.region);
    }
    return offers == 0 ? OwnPriceTexts::newOffer() : OwnPriceTexts::appliesTo(offers, names);
}

QStringList OwnPrices::providers() const
{
    return sortedOnes(*m_catalog, &core::Offer::provider);
}

QStringList OwnPrices::regions(const QString &provider) const
{
    return sortedOnes(*m_catalog, &core::Offer::region, provider.trimmed().toStdString());
}

QStringList OwnPrices::instances(const QString &provider, const QString &region) const
{
    return sortedOnes(*m_catalog, &core::Offer::instance, provider.trimmed().toStdString(), region.trimmed().toStdString());
}

QStringList OwnPrices::gpus() const
{
    QStringList list;
    for (const core::Gpu &gpu : m_catalog->gpus)
        list << QString::fromStdString(gpu.id);
    return list;
}

core::ContractWords OwnPrices::wordsOf(const core::PriceContract &contract)
{
    return core::wordsOf(contract);
}

core::RateWords OwnPrices::wordsOf(const core::ExchangeRate &rate)
{
    return core::wordsOf(rate);
}

core::ContractWords OwnPrices::override(const core::Offer &offer)
{
    core::PriceContract contract{0, OwnPriceTexts::ownPrice(QString::fromStdString(offer.instance)).toStdString(), offer.provider, offer.region, offer.instance, offer.gpu, 0,
                                 core::Commitment::OnDemand, {}, offer.onDemand, QDate::currentDate().toString(Qt::ISODate).toStdString(), {}, {}};
    return core::wordsOf(contract);
}

void OwnPrices::build()
{
    const std::string day = today();
    m_rates.clear();
    for (const core::ExchangeRate &rate : m_catalog->exchangeRates) {
        const auto own = std::ranges::find_if(m_ownRates, [&](const core::ExchangeRate &known) { return sameCurrencies(known, rate); });
        if (own == m_ownRates.end())
            m_rates.push_back({rate, false});
    }
    for (const core::ExchangeRate &rate : m_ownRates)
        m_rates.push_back({rate, true});
    std::ranges::stable_sort(m_rates, {}, [](const Rate &r) { return std::pair(r.rate.from, r.rate.to); });
    m_contractTable.setTable(OwnPriceTexts::contractTable(m_contracts, *m_catalog, day));
    TextTable rates = OwnPriceTexts::rateTable();
    for (const Rate &rate : m_rates)
        rates.rows << OwnPriceTexts::rateRow(rate.rate, rate.own, day);
    m_rateTable.setTable(rates);
}

void OwnPrices::retranslate()
{
    build();
    emit changed();
}

} // namespace headroom::present
