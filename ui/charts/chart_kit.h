// SPDX-License-Identifier: GPL-3.0-or-later
// Private to ui/charts: what the charts build with. The only header that includes qcustomplot.h.
#pragma once

#include <ui/charts/chart_data.h>
#include <ui/theme/theme.h>

#include <qcustomplot.h>

namespace headroom::ui {

// Ticks whose labels the page writes.
class FormatTicker : public QCPAxisTicker {
public:
    explicit FormatTicker(NumberFormatter format) : m_format(std::move(format)) {}

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    NumberFormatter m_format;
};

class LogFormatTicker : public QCPAxisTickerLog {
public:
    explicit LogFormatTicker(NumberFormatter format) : m_format(std::move(format)) {}

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    NumberFormatter m_format;
};

// Clock times at round steps: every five minutes, not every two and a half.
class ClockTicker : public QCPAxisTickerDateTime {
protected:
    double getTickStep(const QCPRange &range) override;
};

struct Span {
    double low = 0.0;
    double high = 1.0;
};

// Axes, grid, fonts and background of an empty plot; removes everything that was in it.
void preparePlot(QCustomPlot &plot, const Tokens &tokens);
void styleAxis(QCPAxis &axis, const ChartAxis &wish, const Span &span, const Tokens &tokens, int tickCount);
// The range an axis shows: the wish where there is one, else the data with some air, from zero where nothing is negative.
Span axisSpan(const ChartAxis &wish, double dataLow, double dataHigh, bool airBelow);

QPen seriesPen(const QColor &color, LineDash dash, double width);
Qt::PenStyle penStyle(LineDash dash);
QString formatted(const ChartAxis &axis, double value);

// A text at plot coordinates, moved by `offset` pixels.
QCPItemText *addText(QCustomPlot &plot, const QPointF &at, const QPointF &offset, Qt::Alignment alignment, const QString &text, const QColor &color,
                     const QFont &font);
void addHorizontal(QCustomPlot &plot, const TargetLine &line, const Span &x, const Tokens &tokens, Qt::Alignment side = Qt::AlignRight);

} // namespace headroom::ui
