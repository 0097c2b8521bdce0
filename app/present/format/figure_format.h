// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/derivation/derivation.h>
#include <core/units/money.h>
#include <core/units/quantity.h>

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace headroom::present {

// Numbers with their units as a person of one language reads them. Three significant digits unless said otherwise, digits
// in groups of three, a no-break space before a unit; what is missing or not finite is an em dash. Chinese (zh_CN) counts
// compact money in 万 and 亿. Any thread, but the words of units follow the translator that is installed.
class FigureFormat {
Q_DECLARE_TR_FUNCTIONS(FigureFormat)

public:
    FigureFormat() : FigureFormat(QLocale()) {}     // the program's language, see i18n/language.h
    explicit FigureFormat(const QLocale &locale) : m_chinese(locale.language() == QLocale::Chinese) {}

    // A number and its unit apart, for faces that draw the unit smaller. Joined: value + no-break space + unit, but "75/s".
    struct Parts {
        QString value;
        QString unit;

        QString joined() const;
    };

    static QString missing();                         // "—"

    QString significant(double value, int digits = 3) const; // "1,342", "0.42"; trailing zeros dropped, whole digits never
    QString count(double value) const;                // "10,000"

    QString money(const core::Money &amount) const;   // "$58,900"; under 100 units cents: "$1.94", under 1: "$0.042"
    QString money(const std::optional<core::Money> &amount) const;
    QString moneyCompact(const core::Money &amount) const; // "$58.9k", "¥41.2万"; under 10,000 as money()
    QString moneyChange(const core::Money &change) const;  // "+$4,100", "−$4,100"

    Parts secondsParts(core::Seconds time) const;     // ms under a second
    Parts bytesParts(core::Bytes amount) const;       // decimal: 1 GB = 1e9 bytes; GB up to 9,999
    Parts powerParts(core::Watts power) const;        // W, kW, MW
    Parts percentParts(double ratio) const;           // 0.23 -> "23", "%"; one decimal under 10

    QString seconds(core::Seconds time) const { return secondsParts(time).joined(); }
    QString bytes(core::Bytes amount) const { return bytesParts(amount).joined(); }
    QString power(core::Watts power) const { return powerParts(power).joined(); }
    QString power(const std::optional<core::Watts> &value) const { return value ? power(*value) : missing(); }
    QString percent(double ratio) const { return percentParts(ratio).joined(); }
    QString rate(core::RequestsPerSecond rate) const; // "75/s"
    QString tokenRate(core::TokensPerSecond rate) const; // "1,230 tokens/s"
    QString tokens(double tokens) const;              // "596,000 tokens"

    // One after the other: a blank between them, but not after a Chinese full stop.
    QString sentences(const QStringList &sentences) const { return sentences.join(m_chinese ? QString() : QStringLiteral(" ")); }

    // A node of a derivation: `value` in the SI unit that `unit` names.
    QString quantity(double value, core::Unit unit) const;

    // "2026-07-20" as it stands (ISO dates read the same in both languages); missing() for an empty one.
    static QString date(const std::string &iso);
    // "2026-07-20 14:02", local time; "14:02" if it was today.
    static QString moment(std::chrono::sys_time<std::chrono::milliseconds> time);

private:
    QString decimal(const QString &digits) const;     // groups the whole digits of "58900.5"
    QString moneyDigits(core::Currency currency, const QString &digits, const QString &suffix = {}) const;

    bool m_chinese = false;
};

} // namespace headroom::present
