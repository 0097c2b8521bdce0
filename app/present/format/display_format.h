// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <core/units/money.h>
#include <core/units/quantity.h>

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <optional>

namespace headroom::present {

// Numbers as people read them, in one locale: the language's separators, units chosen by size. Missing is an em dash,
// never a zero. Values; cheap to copy; thread-safe.
class DisplayFormat {
    Q_DECLARE_TR_FUNCTIONS(DisplayFormat)

public:
    explicit DisplayFormat(const QLocale &locale = QLocale());

    QString count(double value) const;                         // "10,000"
    QString number(double value, int significant = 3) const;   // "1,340", "0.0123", "92.4"
    QString percent(double ratio, int decimals = 0) const;     // "23 %"
    QString money(const core::Money &amount, int decimals = 0) const;   // "$58,900"
    QString compactMoney(const core::Money &amount) const;     // "$58.9k", "¥1.2M"
    QString moneyValue(double amount, core::Currency currency, bool compact) const;  // for chart axes only
    QString bytes(core::Bytes amount) const;                   // "84.1 GB"
    QString seconds(core::Seconds time) const;                 // "380 ms", "1.1 s"
    QString rate(core::RequestsPerSecond rate) const;          // "75.0/s"
    QString watts(core::Watts power) const;                    // "12.4 kW"
    QString tokens(double tokens) const;                       // "596,000"
    QString parameters(double count) const;                    // "671B"
    QString date(const std::string &asOf) const;               // as the source gives it; an em dash where unknown
    QString derived(const core::Derivation &node) const;       // value with its unit

    static QString missing() { return QStringLiteral("\u2014"); }
    static QString currencySign(core::Currency currency);
    const QLocale &locale() const { return m_locale; }

private:
    QLocale m_locale;
};

} // namespace headroom::present
