// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/spreadsheet/workbook.h>

#include <QHash>

#include <cmath>
#include <limits>

namespace headroom::test {

// Works out the formulas that a workbook uses: + - * / ( ), numbers, cells with or without a sheet, and SUM of a range.
// NaN for anything else.
class SheetCalculator {
public:
    explicit SheetCalculator(const present::Workbook &book) : m_book(book) {}

    double cell(const QString &sheet, qsizetype row, qsizetype column)
    {
        const QString key = QStringLiteral("%1!%2").arg(sheet, present::cellName(row, column));
        if (m_known.contains(key))
            return m_known[key];
        for (const present::Sheet &found : m_book.sheets) {
            if (found.name != sheet)
                continue;
            if (row >= found.rows.size() || column >= found.rows[row].size())
                return 0;
            const present::SheetCell &content = found.rows[row][column];
            double value = content.kind == present::SheetCell::Kind::Number ? content.number : 0;
            if (content.kind == present::SheetCell::Kind::Formula) {
                const Place before{m_text, m_at, m_sheet};
                m_text = content.formula.mid(1);
                m_at = 0;
                m_sheet = sheet;
                value = content.formula.startsWith(u'=') ? sum() : std::numeric_limits<double>::quiet_NaN();
                if (m_at != m_text.size())
                    value = std::numeric_limits<double>::quiet_NaN();
                m_text = before.text;
                m_at = before.at;
                m_sheet = before.sheet;
            }
            m_known[key] = value;
            return value;
        }
        return std::numeric_limits<double>::quiet_NaN();
    }

private:
    struct Place {
        QString text;
        qsizetype at;
        QString sheet;
    };
    QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(QChar c)
    {
        if (next() != c)
            return false;
        ++m_at;
        return true;
    }
    double sum()
    {
        double value = product();
        while (next() == u'+' || next() == u'-')
            value = take(u'+') ? value + product() : (++m_at, value - product());
        return value;
    }
    double product()
    {
        double value = factor();
        while (next() == u'*' || next() == u'/')
            value = take(u'*') ? value * factor() : (++m_at, value / factor());
        return value;
    }
    struct Reference {
        QString sheet;
        qsizetype row = 0, column = 0;
    };
    Reference reference()
    {
        Reference found{m_sheet, 0, 0};
        if (take(u'\'')) {
            const qsizetype end = m_text.indexOf(u'\'', m_at);
            found.sheet = m_text.mid(m_at, end - m_at);
            m_at = end + 2; // the quotation mark and the exclamation mark
        }
        take(u'$');
        for (; next() >= u'A' && next() <= u'Z'; ++m_at)
            found.column = found.column * 26 + (next().unicode() - u'A' + 1);
        take(u'$');
        for (; next().isDigit(); ++m_at)
            found.row = found.row * 10 + next().digitValue();
        --found.row;
        --found.column;
        return found;
    }
    double factor()
    {
        if (take(u'(')) {
            const double value = sum();
            return take(u')') ? value : std::numeric_limits<double>::quiet_NaN();
        }
        if (m_text.mid(m_at, 4) == u"SUM(") {
            m_at += 4;
            const Reference first = reference();
            take(u':');
            const QString sheet = first.sheet;
            Reference last = reference();
            take(u')');
            double total = 0;
            for (qsizetype row = first.row; row <= last.row; ++row)
                for (qsizetype column = first.column; column <= last.column; ++column)
                    total += cell(sheet, row, column);
            return total;
        }
        if (next() == u'\'' || next() == u'$' || (next() >= u'A' && next() <= u'Z')) {
            const Reference found = reference();
            return cell(found.sheet, found.row, found.column);
        }
        const qsizetype from = m_at;
        while (next().isDigit() || next() == u'.' || next() == u'e' || ((next() == u'+' || next() == u'-') && m_at > from && m_text[m_at - 1] == u'e'))
            ++m_at;
        bool good = false;
        const double value = m_text.mid(from, m_at - from).toDouble(&good);
        return good ? value : std::numeric_limits<double>::quiet_NaN();
    }

    const present::Workbook &m_book;
    QHash<QString, double> m_known;
    QString m_text;
    qsizetype m_at = 0;
    QString m_sheet;
};

} // namespace headroom::test
