// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of what the program does around its pages: files it writes, and its store.
class WindowTexts {
Q_DECLARE_TR_FUNCTIONS(WindowTexts)

public:
    static QString plan() { return tr("Plan"); }
    static QString saveProposalTitle() { return tr("Save the proposal"); }
    static QString proposalFileName() { return tr("proposal.pdf", "suggested file name"); }
    static QString pdfFilter() { return tr("PDF document (*.pdf)"); }
    static QString saveSpreadsheetTitle() { return tr("Save the spreadsheet"); }
    static QString spreadsheetFileName() { return tr("bill.xlsx", "suggested file name"); }
    static QString xlsxFilter() { return tr("Spreadsheet (*.xlsx)"); }
    static QString savePictureTitle() { return tr("Save the picture"); }
    static QString pngFilter() { return tr("Picture (*.png)"); }
    static QString written(const QString &file) { return tr("%1 was written.").arg(file); }
    static QString openFile() { return tr("Open"); }
    static QString migrated(const QString &backup) { return tr("The store was brought up to date; the old one is kept as %1.").arg(backup); }
    static QString noHistory() { return tr("What is watched is not kept: the history's file cannot be opened."); }
    static QString startFresh() { return tr("Set it aside and start afresh"); }
    static QString setAside(const QString &file) { return tr("The damaged store is kept as %1; a fresh one is in use.").arg(file); }
};

} // namespace headroom::present
