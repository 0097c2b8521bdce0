// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_writer.h"
#include "table_writer.h"

#include <ui/charts/bar_chart.h>
#include <ui/charts/line_chart.h>
#include <ui/charts/stacked_bar.h>
#include <ui/proposal/proposal_pdf.h>

#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>

#include <cmath>

namespace headroom::ui {
namespace {

using namespace present;

// The four charts of a proposal stand on one page.
constexpr qreal kLineChartHeight = 150;
constexpr qreal kBarRowHeight = 22;
constexpr qreal kStackedBarHeight = 88;
// A chart is drawn as on screen and then scaled to the page: text of 11 pixels becomes 8.5 points.
constexpr qreal kChartScale = 1.3;

class Writer {
public:
    explicit Writer(PageWriter &page) : m_page(page), m_tokens(tokensFor(ThemeMode::Light)) {}

    void title(const ProposalDocument &document)
    {
        const QFont large = PageWriter::font(22, true);
        const qreal height = m_page.textHeight(document.title, large, m_page.width());
        m_page.drawText(QRectF(m_page.left(), m_page.y(), m_page.width(), height), document.title, large, m_tokens.text);
        m_page.advance(height + 4);
        text(document.subtitle, 10, false, m_tokens.textSecondary, 6);
        m_page.painter().fillRect(QRectF(m_page.left(), m_page.y(), 48, 3), m_tokens.accent);
        m_page.advance(8);
    }

    // A heading before a chart or a table turns the page together with it.
    void keepWithNext(const ProposalBlock &block, const ProposalBlock *next)
    {
        if (std::holds_alternative<ProposalHeading>(block) && next && std::holds_alternative<ProposalLineChart>(*next))
            m_page.ensure(kLineChartHeight + 90);
        const auto *table = next ? std::get_if<ProposalTable>(next) : nullptr;
        if (std::holds_alternative<ProposalHeading>(block) && table)
            m_page.ensure(50 + std::min(tableHeight(m_page, *table), kKeptTogether));
    }

    void operator()(const ProposalHeading &heading)
    {
        const bool section = heading.level == 1;
        // A heading does not stand alone at the foot of a page.
        m_page.ensure(section ? 90 : 60);
        m_page.advance(section ? 14 : 8);
        text(heading.text, section ? 14 : 11, true, m_tokens.text, section ? 5 : 3);
    }

    void operator()(const ProposalParagraph &paragraph)
    {
        text(paragraph.text, paragraph.note ? 8 : 10, false, paragraph.note ? m_tokens.textSecondary : m_tokens.text, 5);
    }

    void operator()(const ProposalFigures &figures)
    {
        constexpr qreal kHeight = 62;
        constexpr qreal kGap = 8;
        m_page.ensure(kHeight + 10);
        m_page.advance(4);
        const auto count = static_cast<qreal>(figures.figures.size());
        const qreal width = (m_page.width() - kGap * (count - 1)) / count;
        qreal x = m_page.left();
        for (const ProposalFigure &figure : figures.figures) {
            QPainter &painter = m_page.painter();
            painter.setPen(QPen(m_tokens.border, 0.7));
            painter.setBrush(m_tokens.surface);
            painter.drawRoundedRect(QRectF(x, m_page.y(), width, kHeight), 4, 4);
            const qreal inner = width - 14;
            m_page.drawText(QRectF(x + 7, m_page.y() + 7, inner, 12), figure.label, fitted(figure.label, 8, false, inner), m_tokens.textSecondary);
            m_page.drawText(QRectF(x + 7, m_page.y() + 19, inner, 24), figure.value, fitted(figure.value, 17, true, inner), m_tokens.text);
            m_page.drawText(QRectF(x + 7, m_page.y() + 45, inner, 12), figure.detail, fitted(figure.detail, 8, false, inner), m_tokens.textSecondary);
            x += width + kGap;
        }
        m_page.advance(kHeight + 8);
    }

    void operator()(const ProposalTable &table)
    {
        writeTable(m_page, table);
        m_page.advance(6);
    }

    void operator()(const ProposalList &list)
    {
        const QFont font = PageWriter::font(9);
        for (const QString &item : list.items) {
            const qreal height = m_page.textHeight(item, font, m_page.width() - 12);
            m_page.ensure(height);
            m_page.drawText(QRectF(m_page.left(), m_page.y(), 10, height), QStringLiteral("•"), font, m_tokens.textSecondary);
            m_page.drawText(QRectF(m_page.left() + 12, m_page.y(), m_page.width() - 12, height), item, font, m_tokens.text);
            m_page.advance(height + 3);
        }
    }

    void operator()(const ProposalLineChart &block)
    {
        LineChartData data;
        data.x.label = block.xLabel;
        data.y.label = block.yLabel;
        data.y.format = block.yText;
        if (block.wholeX)
            data.x.format = [](double value) { return value == std::floor(value) ? QString::number(value) : QString(); };
        if (block.maxY > 0)
            data.y.max = block.maxY;
        int color = 0;
        for (const ProposalLineSeries &series : block.series) {
            LineSeries line;
            line.name = series.name;
            line.color = color++;
            line.shape = series.steps ? LineShape::Step : LineShape::Line;
            line.labelled = block.series.size() > 1;
            for (const core::ChartPoint &point : series.points)
                line.points.append({point.x, point.y});
            data.series.append(line);
        }
        if (block.targetY >= 0)
            data.target = TargetLine{block.targetY, block.targetLabel};
        if (block.markX >= 0)
            data.verticals.append({block.markX, block.markLabel, false});
        LineChart chart;
        chart.setData(data);
        draw(block.title, chart, kLineChartHeight);
    }

    void operator()(const ProposalBarChart &block)
    {
        BarChartData data;
        for (qsizetype i = 0; i < block.values.size(); ++i)
            data.rows.append({block.labels.value(i), block.values[i], block.valueTexts.value(i), i == block.emphasized, -1});
        BarChart chart;
        chart.setData(data);
        draw(block.title, chart, kBarRowHeight * static_cast<qreal>(std::max<qsizetype>(block.values.size(), 2)));
    }

    void operator()(const ProposalStackedBar &block)
    {
        StackedBarData data;
        for (qsizetype i = 0; i < block.values.size(); ++i)
            data.segments.append({block.labels.value(i), block.values[i], block.valueTexts.value(i), i + 1 == block.values.size() ? -1 : static_cast<int>(i)});
        StackedBar chart;
        chart.setData(data);
        draw(block.title, chart, kStackedBarHeight);
    }

private:
    void text(const QString &words, qreal points, bool bold, const QColor &color, qreal after)
    {
        const QFont font = PageWriter::font(points, bold);
        const qreal height = m_page.textHeight(words, font, m_page.width());
        m_page.ensure(height);
        m_page.drawText(QRectF(m_page.left(), m_page.y(), m_page.width(), height), words, font, color);
        m_page.advance(height + after);
    }

    // The largest size up to `points` in which the words stand on one line.
    static QFont fitted(const QString &words, qreal points, bool bold, qreal width)
    {
        for (qreal size = points; size > 5; size -= 1) {
            const QFont font = PageWriter::font(size, bold);
            if (QFontMetricsF(font).horizontalAdvance(words) <= width)
                return font;
        }
        return PageWriter::font(5, bold);
    }

    void draw(const QString &heading, Chart &chart, qreal height)
    {
        m_page.ensure(height + 34);
        m_page.advance(6);
        text(heading, 11, true, m_tokens.text, 4);
        const QRectF target(m_page.left(), m_page.y(), m_page.width(), height);
        chart.renderTo(m_page.painter(), target, target.size() * kChartScale, m_tokens);
        m_page.advance(height + 6);
    }

    PageWriter &m_page;
    const Tokens &m_tokens;
};

} // namespace

core::Result<void> writeProposalPdf(const ProposalDocument &document, const QString &file)
{
    const auto failed = [&](const QString &why) {
        return std::unexpected(core::Error{core::ErrorCode::Unwritable, "the proposal cannot be written: " + why.toStdString(), file.toStdString(), {}, 0});
    };
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failed(device.errorString());
    {
        QPdfWriter writer(&device);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(600);
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Headroom"));
        PageWriter page(writer, document.footer);
        if (!page.isActive())
            return failed(device.errorString());
        Writer content(page);
        content.title(document);
        for (qsizetype i = 0; i < document.blocks.size(); ++i) {
            content.keepWithNext(document.blocks[i], i + 1 < document.blocks.size() ? &document.blocks[i + 1] : nullptr);
            std::visit(content, document.blocks[i]);
        }
        if (!page.end())
            return failed(device.errorString());
    }
    if (!device.commit())
        return failed(device.errorString());
    return {};
}

} // namespace headroom::ui
