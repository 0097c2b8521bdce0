// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/price_overlay.h>
#include <core/units/result.h>
#include <present/money/text_table_model.h>

#include <QCoreApplication>
#include <QString>

#include <string>
#include <vector>

namespace headroom::present {

struct OwnPriceChange;

// Words of the editor for own prices: contracts and rates of exchange, in the program's language.
class OwnPriceTexts {
Q_DECLARE_TR_FUNCTIONS(OwnPriceTexts)

public:
    static QString title() { return tr("Own prices"); }
    static QString contracts() { return tr("Contracts and prices of your own"); }
    static QString contractsHelp() { return tr("A discount off a provider's list, or a price that you have negotiated. It goes before the list price, in its own currency."); }
    static QString noContracts() { return tr("None yet: every plan is priced by the list."); }
    static QString rates() { return tr("Rates of exchange"); }
    static QString ratesHelp() { return tr("Prices keep their own currency; these rates turn them into the scenario's. Your own rate goes before the catalog's."); }

    static QString add() { return tr("Add …"); }
    static QString edit() { return tr("Edit …"); }
    static QString remove() { return tr("Remove"); }
    static QString setRate() { return tr("Set a rate …"); }
    static QString undo() { return tr("Undo"); }
    static QString redo() { return tr("Redo"); }
    static QString save() { return tr("Save"); }
    static QString cancel() { return tr("Cancel"); }
    static QString overrideOffer() { return tr("Set a price of your own …"); }
    static QString newContract() { return tr("New contract"); }
    static QString editContract(const QString &name) { return tr("Edit “%1”").arg(name); }
    static QString editRate() { return tr("Rate of exchange"); }
    static QString ownPrice(const QString &instance) { return tr("Own price of %1").arg(instance); }

    // The fields of the two forms, by the names that core::contractOf() gives them.
    static QString fieldLabel(const QString &field);
    static QString fieldHint(const QString &field);
    static QString discountKind() { return tr("Discount"); }
    static QString priceKind() { return tr("Price"); }
    static QList<QPair<QString, QString>> commitments();   // id and word; "any" first
    static QString anyCommitment() { return tr("any"); }
    static QString problem(const core::Error &error);
    static QString fieldProblem(const QString &label, const QString &problem) { return tr("%1: %2", "field: what is wrong with it").arg(label, problem); }
    static QString appliesTo(int offers, const QStringList &names);
    static QString newOffer() { return tr("The catalog does not hold this instance: it becomes an offer of your own."); }
    static QString stored(const OwnPriceChange &change, bool again);

    static TextTable contractTable(const std::vector<core::PriceContract> &contracts, const core::Catalog &catalog, const std::string &today);
    static TextTable rateTable();   // without rows
    static QStringList rateRow(const core::ExchangeRate &rate, bool own, const std::string &today);
};

} // namespace headroom::present
