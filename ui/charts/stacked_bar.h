// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// One bar that shows what a whole is made of (the memory of a GPU, a bill), with a legend that carries the figures.
class StackedBar : public Chart {
Q_OBJECT

public:
    explicit StackedBar(QWidget *parent = nullptr);

    void setData(const StackedBarData &data);
    const StackedBarData &data() const { return m_data; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hasData() const override { return !m_data.segments.isEmpty(); }
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;
    bool hasCursorLine() const override { return false; }
    double placeAt(QCustomPlot &plot, const QPointF &position) const override;

private:
    double whole() const;

    StackedBarData m_data;
};

} // namespace headroom::ui
