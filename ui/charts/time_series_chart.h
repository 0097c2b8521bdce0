// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart.h>

namespace headroom::ui {

// Values over time, as they come in. Gaps stay gaps. Keep it to a dozen series: the rest belongs into a heat map.
// Dragging and the wheel with Ctrl, and +, -, Page Up, Page Down and L, ask for another stretch of time.
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

signals:
    void stretchWanted(double from, double to); // Unix seconds; drawn when the data of it are set
    void liveWanted();                          // back to now

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool hasData() const override;
    void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) override;
    QVector<LegendEntry> legend() const override;
    QString legendNote() const override { return m_data.note; }
    QVector<double> cursorPlaces() const override;
    QString readingAt(double place) const override;

private:
    struct Drag {
        double x = 0;
        double from = 0;
        double to = 0;
        bool moved = false;
    };

    void addBand(QCustomPlot &plot, const TimeSeries &series, const Tokens &tokens, int pixels) const;
    void zoom(double factor, double share);
    void move(double share);

    TimeChartData m_data;
    std::optional<Drag> m_drag;
};

} // namespace headroom::ui
