// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/own_price_words.h>
#include <core/units/result.h>
#include <db/values/price_record.h>
#include <present/money/text_table_model.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace headroom::present {

// One change of a person's own prices, as the store carries it out.
struct OwnPriceChange {
    enum class Kind { PutContract, RemoveContract, RestoreContract, PutRate, RemoveRate };
    Kind kind = Kind::PutContract;
    core::PriceContract contract;   // of the first three
    core::ExchangeRate rate;        // of the last two

    bool operator==(const OwnPriceChange &) const = default;
};

// The contracts and rates of exchange that a person adds, edits and removes, with a way back from each. What is typed is
// checked here; changeRequested() asks for it to be stored, and setStored() or changeFailed() is the answer. GUI thread.
class OwnPrices : public QObject {
Q_OBJECT

public:
    // Why words were not taken: the form's field (as of core::contractOf) and the sentence.
    struct Problem {
        QString field;
        QString text;
    };
    // A rate in force: one's own, or the catalog's, which an own one would take the place of.
    struct Rate {
        core::ExchangeRate rate;
        bool own = false;
    };

    explicit OwnPrices(std::shared_ptr<const core::Catalog> catalog, QObject *parent = nullptr);

    void setCatalog(std::shared_ptr<const core::Catalog> catalog);   // with the own prices on top
    void setStored(const db::StoredPrices &prices);
    void changeFailed(const core::Error &error);                     // the change under way was not stored
    bool isBusy() const { return m_pending.has_value(); }            // nothing is taken until the answer

    const std::vector<core::PriceContract> &contracts() const { return m_contracts; }
    const std::vector<Rate> &rates() const { return m_rates; }
    TextTableModel &contractTable() { return m_contractTable; }      // a row for each of contracts()
    TextTableModel &rateTable() { return m_rateTable; }              // and of rates()

    // `id` 0: a new one. Empty: it goes to the store.
    std::optional<Problem> saveContract(std::int64_t id, const core::ContractWords &words);
    void removeContract(std::int64_t id);
    std::optional<Problem> saveRate(const core::RateWords &words);
    void removeRate(const core::ExchangeRate &rate);                 // one's own: the catalog's holds again
    // Which offers of the catalog a contract would be for, in a sentence; empty where that cannot be said yet.
    QString effect(const core::ContractWords &words) const;
    // What the catalog holds, to choose from: providers; the regions and instances of one.
    QStringList providers() const;
    QStringList regions(const QString &provider) const;
    QStringList instances(const QString &provider, const QString &region) const;
    QStringList gpus() const;
    // What stands in the form of one that is edited.
    static core::ContractWords wordsOf(const core::PriceContract &contract);
    static core::RateWords wordsOf(const core::ExchangeRate &rate);
    // Words of a contract that takes the place of an offer's price on demand.
    static core::ContractWords override(const core::Offer &offer);

    bool canUndo() const { return !isBusy() && !m_done.empty(); }
    bool canRedo() const { return !isBusy() && !m_undone.empty(); }
    void undo();
    void redo();
    void retranslate();

signals:
    void changed();
    void changeRequested(const headroom::present::OwnPriceChange &change);
    void said(const QString &text);      // the change is stored
    void failed(const QString &text);    // it is not

private:
    // What was and what is, of one contract or of the rate between two currencies.
    struct Step {
        bool isRate = false;
        std::optional<core::PriceContract> contractBefore, contractAfter;
        std::optional<core::ExchangeRate> rateBefore, rateAfter;

        Step reversed() const { return {isRate, contractAfter, contractBefore, rateAfter, rateBefore}; }
        OwnPriceChange change() const;
    };
    enum class Way { Do, Undo, Redo };
    struct Pending {
        Step step;      // as it is carried out
        Way way = Way::Do;
    };

    void request(const Step &step, Way way);
    void build();
    std::string today() const;
    std::shared_ptr<const core::Catalog> catalogWithout(const core::PriceContract &contract) const;

    std::shared_ptr<const core::Catalog> m_catalog;
    std::vector<core::PriceContract> m_contracts;
    std::vector<core::ExchangeRate> m_ownRates;
    std::vector<Rate> m_rates;
    TextTableModel m_contractTable;
    TextTableModel m_rateTable;
    std::vector<Step> m_done, m_undone;
    std::optional<Pending> m_pending;
};

} // namespace headroom::present
