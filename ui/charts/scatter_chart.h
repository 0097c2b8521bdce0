// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// Points that trade one figure against another. The best trades are filled and joined, the rest are rings, the chosen one is
// ringed twice and named. A click, or Return at the cursor that the arrow keys move, chooses another.
class ScatterChart : public Chart {
Q_OBJECT

public:
    explicit ScatterChart(QWidget *parent = nullptr);

    void setData(const ScatterChartData &data);
    const ScatterChartData &data() const { return m_data; }
    QPointF pixelOf(int point) const;   // inside this widget, of the last build

signals:
    void pointActivated(int point);

protected:
    bool hasData() const override { return !m_data.points.isEmpty(); }
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;
    bool hasCursorLine() const override { return false; }
    double placeAt(QCustomPlot &plot, const QPointF &position) const override;
    void activate(double place) override;

private:
    struct LabelPlace {
        bool left = false;
        bool below = false;
    };
    LabelPlace labelPlace(qsizetype index, const QCustomPlot &plot, const QSizeF &size, const QFont &font) const;

    ScatterChartData m_data;
    QCustomPlot *m_plot = nullptr;      // of the last build
};

} // namespace headroom::ui
