// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <core/planning/figure.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// The wording of derivations, in the program's language.
class DerivationTexts {
Q_DECLARE_TR_FUNCTIONS(DerivationTexts)

public:
    static bool knows(const std::string &key);
    static QString label(const std::string &key);            // "Requests per hour"; the key itself where unknown
    static QString value(const core::Derivation &node);      // "75/s"

    // How the node follows from its operands: in words ("Users × Active share") or with their numbers ("10,000 people × 45 %").
    // Empty for leaves.
    static QString formulaInWords(const core::Derivation &node);
    static QString formulaInNumbers(const core::Derivation &node);

    // Where a leaf comes from: "chosen in the scenario", or its source with the date. Empty for inner nodes.
    static QString source(const core::Derivation &node);

    static QString title(core::Figure figure);               // "GPUs"
    static QString columnTitle(int column);                  // of DerivationModel
    static QString copyText() { return tr("Copy"); }
    static QString closeText() { return tr("Close"); }
    static QString panelTitle(const QString &figure) { return tr("Why: %1").arg(figure); }
};

} // namespace headroom::present
