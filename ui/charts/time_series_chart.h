// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// Values over time, as they come in. Gaps stay gaps. Keep it to a dozen series: the rest belongs into a heat map.
class TimeSeriesChart : public Chart {
Q_OBJECT

public:
    explicit TimeSeriesChart(QWidget *parent = nullptr);

    void setData(const TimeChartData &data);
    const TimeChartData &data() const { return m_data; }
    // One more value of a series (NaN: a gap), in order of time. Drawn at the next advance().
    void append(int series, double time, double value);
    // Moves the right edge to `to` (Unix seconds), drops what is left of the window, and draws.
    void advance(double to);

protected:
    bool hasData() const override;
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QString legendNote() const override { return m_data.note; }
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;

private:
    TimeChartData m_data;
};

} // namespace headroom::ui
