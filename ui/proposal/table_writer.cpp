// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_writer.h"

#include <ui/theme/tokens.h>

#include <QFontMetricsF>

#include <algorithm>
#include <numeric>

namespace headroom::ui {
namespace {

constexpr qreal kSize = 9;
constexpr qreal kPadding = 5;
constexpr qreal kGap = 10;       // between columns
constexpr qreal kNarrowest = 34;

// Columns get what their longest cell asks for; what is too much is taken from the widest, which then wrap.
QList<qreal> columnWidths(const present::ProposalTable &table, qreal width)
{
    const qsizetype columns = table.header.isEmpty() ? (table.rows.isEmpty() ? 0 : table.rows.first().size()) : table.header.size();
    QList<qreal> wanted(columns, kNarrowest);
    const QFontMetricsF normal(PageWriter::font(kSize));
    const QFontMetricsF bold(PageWriter::font(kSize, true));
    for (qsizetype c = 0; c < columns; ++c) {
        if (c < table.header.size())
            wanted[c] = std::max(wanted[c], bold.horizontalAdvance(table.header[c]) + 2);
        for (qsizetype r = 0; r < table.rows.size(); ++r)
            if (c < table.rows[r].size())
                wanted[c] = std::max(wanted[c], (r == table.emphasizedRow ? bold : normal).horizontalAdvance(table.rows[r][c]) + 2);
    }
    const qreal available = width - kGap * static_cast<qreal>(std::max<qsizetype>(columns - 1, 0));
    qreal total = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    if (total <= available) {
        // The first column takes what is left, so that figures stand at the right edge.
        if (columns > 0)
            wanted[table.rightAligned.value(columns - 1) ? 0 : columns - 1] += available - total;
        return wanted;
    }
    qreal cap = available;
    for (int i = 0; i < 40 && total > available; ++i) {
        cap *= 0.93;
        total = 0;
        for (const qreal w : wanted)
            total += std::min(w, std::max(cap, kNarrowest));
    }
    for (qreal &w : wanted)
        w = std::min(w, std::max(cap, kNarrowest));
    const auto widest = std::ranges::max_element(wanted);
    *widest += available - std::accumulate(wanted.begin(), wanted.end(), 0.0);
    return wanted;
}

class TableWriter {
public:
    TableWriter(PageWriter &page, const present::ProposalTable &table)
        : m_page(page), m_table(table), m_tokens(tokensFor(ThemeMode::Light)), m_widths(columnWidths(table, page.width()))
    {
    }

    qreal wholeHeight() const
    {
        qreal whole = m_table.header.isEmpty() ? 0 : height(m_table.header, true);
        for (qsizetype r = 0; r < m_table.rows.size(); ++r)
            whole += height(m_table.rows[r], r == m_table.emphasizedRow);
        return whole;
    }

    void write()
    {
        const qreal header = m_table.header.isEmpty() ? 0 : height(m_table.header, true);
        if (const qreal whole = wholeHeight(); whole <= kKeptTogether)
            m_page.ensure(whole);
        if (!m_table.rows.isEmpty())
            m_page.ensure(header + height(m_table.rows.first(), m_table.emphasizedRow == 0));
        if (header > 0)
            row(m_table.header, true, header, true);
        for (qsizetype r = 0; r < m_table.rows.size(); ++r) {
            const bool bold = r == m_table.emphasizedRow;
            const qreal needed = height(m_table.rows[r], bold);
            if (needed > m_page.room()) {
                m_page.ensure(needed + header);
                if (header > 0)
                    row(m_table.header, true, header, true);
            }
            row(m_table.rows[r], bold, needed, false);
        }
    }

private:
    qreal height(const QStringList &cells, bool bold) const
    {
        qreal most = 0;
        for (qsizetype c = 0; c < cells.size() && c < m_widths.size(); ++c)
            most = std::max(most, m_page.textHeight(cells[c], PageWriter::font(kSize, bold), m_widths[c]));
        return most + 2 * kPadding;
    }

    void row(const QStringList &cells, bool bold, qreal height, bool header)
    {
        QPainter &painter = m_page.painter();
        if (bold && !header)
            painter.fillRect(QRectF(m_page.left() - 4, m_page.y(), m_page.width() + 8, height), m_tokens.accentSoft);
        qreal x = m_page.left();
        for (qsizetype c = 0; c < cells.size() && c < m_widths.size(); ++c) {
            m_page.drawText(QRectF(x, m_page.y() + kPadding, m_widths[c], height), cells[c], PageWriter::font(kSize, bold), header ? m_tokens.textSecondary : m_tokens.text,
                            m_table.rightAligned.value(c) ? Qt::AlignRight : Qt::AlignLeft);
            x += m_widths[c] + kGap;
        }
        m_page.advance(height);
        painter.setPen(QPen(header ? m_tokens.borderStrong : m_tokens.border, header ? 0.8 : 0.4));
        painter.drawLine(QPointF(m_page.left(), m_page.y()), QPointF(m_page.left() + m_page.width(), m_page.y()));
    }

    PageWriter &m_page;
    const present::ProposalTable &m_table;
    const Tokens &m_tokens;
    QList<qreal> m_widths;
};

} // namespace

qreal tableHeight(PageWriter &page, const present::ProposalTable &table)
{
    return TableWriter(page, table).wholeHeight();
}

void writeTable(PageWriter &page, const present::ProposalTable &table)
{
    TableWriter(page, table).write();
}

} // namespace headroom::ui
