// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Costs page.
class CostsTexts {
Q_DECLARE_TR_FUNCTIONS(CostsTexts)

public:
    static QString pageTitle() { return tr("Costs"); }
    static QString bill() { return tr("The month's bill"); }
    static QString billHint() { return tr("press a line for its derivation"); }
    static QString owned() { return tr("Rented, bought, or an API"); }
    static QString ownedHint() { return tr("a month; purchase once"); }
    static QString roadmap() { return tr("The road ahead"); }
    static QString phases() { return tr("Phases"); }
    static QString budget() { return tr("Budget by quarter and year"); }
    static QString noChart() { return tr("Nothing to draw without a plan."); }
};

} // namespace headroom::present
