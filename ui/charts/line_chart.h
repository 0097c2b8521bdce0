// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// One quantity against another: lines (or steps), a target with the area under it, upright lines, a marked point.
class LineChart : public Chart {
Q_OBJECT

public:
    explicit LineChart(QWidget *parent = nullptr);

    void setData(const LineChartData &data);
    const LineChartData &data() const { return m_data; }

protected:
    bool hasData() const override;
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;

private:
    LineChartData m_data;
};

} // namespace headroom::ui
