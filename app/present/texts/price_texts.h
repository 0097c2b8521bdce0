// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/price_preview.h>
#include <core/units/result.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the import of price lists, in the program's language.
class PriceTexts {
Q_DECLARE_TR_FUNCTIONS(PriceTexts)

public:
    static QString import() { return tr("Import prices …"); }
    static QString importHelp() { return tr("Reads a price list: SkyPilot catalog, AWS, Azure, Google, Alibaba, or a CSV of your own. Dropping the file on this page does the same."); }
    static QString dialogTitle() { return tr("Choose a price list"); }
    static QString filter() { return tr("Price lists (*.csv *.json *.yml *.yaml)") + QStringLiteral(";;") + tr("All files (*)"); }
    static QString reading(const QString &file) { return tr("Reading %1 …").arg(file); }
    static QString preview(const QString &file) { return tr("What %1 would change").arg(file); }
    static QString cancel() { return tr("Cancel"); }
    static QString store() { return tr("Import"); }
    static QString discard() { return tr("Discard"); }
    static QString alsoDoubted(int count) { return tr("Also import %n doubtful price(s); they are used only where their provider is named", nullptr, count); }
    static QString undo() { return tr("Undo import"); }
    static QString undoHelp(const QString &file) { return tr("Takes back the prices of %1.").arg(file); }
    static QString imported(const QString &file, int prices) { return tr("%n price(s) of %1 were imported.", nullptr, prices).arg(file); }
    static QString undone(const QString &file) { return tr("The prices of %1 are taken back.").arg(file); }
    static QString undoWord() { return tr("Undo"); }
    static QString providerLabel() { return tr("Provider"); }
    static QString readAgain() { return tr("Read again"); }
    static QString summary(const core::PricePreview &preview);
    static QString failed(const core::Error &error);

    static QString column(int column);
    static QString isNew() { return tr("New"); }
    static QString isChanged() { return tr("Changed"); }
    static QString isConfirmed() { return tr("Confirmed"); }
    static QString isDoubted() { return tr("Doubtful"); }
    static QString isSkipped() { return tr("Skipped"); }
    static QString commitment(core::Commitment commitment);
    static QString row(quint64 row, quint64 rows);
    static QString remark(const core::PriceNote &note);
};

} // namespace headroom::present
