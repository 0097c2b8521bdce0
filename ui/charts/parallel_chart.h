// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

struct ParallelAxis {
    QString title;
    QString best, worst;             // what stands at its top and its foot
};

struct ParallelLine {
    QString name;
    QVector<double> shares;          // by axis, 0 the worst .. 1 the best; NaN: no value, the line has a gap
    QStringList texts;               // by axis, the values as they are read
    int color = 0;
    LineDash dash = LineDash::Solid;
    bool emphasized = false;
};

struct ParallelChartData {
    QVector<ParallelAxis> axes;
    QVector<ParallelLine> lines;
    QString summary;
};

// Several quantities of several things at once: one upright axis for each quantity, one line for each thing. The best stands
// at the top of every axis, whether that is the highest or the lowest value.
class ParallelChart : public Chart {
Q_OBJECT

public:
    explicit ParallelChart(QWidget *parent = nullptr);

    void setData(const ParallelChartData &data);
    const ParallelChartData &data() const { return m_data; }

protected:
    bool hasData() const override { return m_data.axes.size() > 1 && m_data.lines.size() > 1; }
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;

private:
    ParallelChartData m_data;
};

} // namespace headroom::ui
