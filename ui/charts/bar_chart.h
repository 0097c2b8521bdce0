// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// Ranked bars, one a row, each with its figure at the end. The arrow keys move from row to row.
class BarChart : public Chart {
Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);

    void setData(const BarChartData &data);
    const BarChartData &data() const { return m_data; }
    QSize minimumSizeHint() const override;

signals:
    void rowActivated(int row);

protected:
    bool hasData() const override { return !m_data.rows.isEmpty(); }
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;
    bool hasCursorLine() const override { return false; }
    double placeAt(QCustomPlot &plot, const QPointF &position) const override;
    void activate(double place) override;

private:
    BarChartData m_data;
};

} // namespace headroom::ui
