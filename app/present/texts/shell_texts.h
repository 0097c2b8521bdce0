// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the window around the pages, in the program's language.
class ShellTexts {
Q_DECLARE_TR_FUNCTIONS(ShellTexts)

public:
    static QString windowTitle(const QString &document) { return tr("%1 – Headroom", "window title: document").arg(document); }
    static QString titleLabel() { return tr("Title of the scenario"); }
    static QString menu() { return tr("Menu"); }
    static QString proposal() { return tr("Proposal …"); }
    static QString newScenario() { return tr("New scenario"); }
    static QString saveRevision() { return tr("Save revision"); }
    static QString spreadsheet() { return tr("Spreadsheet …"); }
    static QString exportPicture() { return tr("Save this page as a picture …"); }
    static QString quit() { return tr("Quit"); }
    static QString rename() { return tr("Rename"); }
    static QString undo() { return tr("Undo"); }
    static QString redo() { return tr("Redo"); }
    static QString undoWhat(const QString &what) { return tr("Undo: %1").arg(what); }
    static QString redoWhat(const QString &what) { return tr("Redo: %1").arg(what); }
    static QString pages() { return tr("Pages"); }
    static QString about() { return tr("About Headroom"); }
    static QString aboutText(const QString &version);
    static QString close() { return tr("Close"); }
    static QString loading() { return tr("Loading …"); }
};

} // namespace headroom::present
