// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// How far a figure goes when one input after the other is moved down and up: a bar each way from the figure as it is, widest on
// top. The half of the lower input is hatched, that of the higher one filled, each end says its input.
class TornadoChart : public Chart {
Q_OBJECT

public:
    explicit TornadoChart(QWidget *parent = nullptr);

    void setData(const TornadoChartData &data);
    const TornadoChartData &data() const { return m_data; }
    QSize minimumSizeHint() const override;

protected:
    bool hasData() const override { return !m_data.rows.isEmpty(); }
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;
    bool hasCursorLine() const override { return false; }
    double placeAt(QCustomPlot &plot, const QPointF &position) const override;

private:
    TornadoChartData m_data;
};

} // namespace headroom::ui
