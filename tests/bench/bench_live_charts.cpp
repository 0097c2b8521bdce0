// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long a redraw of the Live page's charts takes (8 charts of 8 series of 3,600 points), and of a fleet's heat map.
#include <ui/charts/time_series_chart.h>
#include <ui/theme/theme.h>
#include <ui/widgets/heat_map.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace headroom::ui;

namespace {

constexpr int kCharts = 8;
constexpr int kSeries = 8;
constexpr int kPoints = 3600;

TimeChartData dataOf(int chart, double end)
{
    TimeChartData data;
    data.from = end - kPoints;
    data.to = end;
    for (int series = 0; series < kSeries; ++series) {
        TimeSeries line;
        line.name = QStringLiteral("gpu-%1").arg(series);
        line.color = series;
        for (int i = 0; i < kPoints; ++i) {
            const double time = end - kPoints + i;
            line.points.push_back({time, 50 + 30 * std::sin(time / 300 + series) + 8 * std::sin(time * 12.9898 + series * 78.233 + chart)});
        }
        data.series.push_back(line);
    }
    return data;
}

// Beside the time that passed, the processor's: other work on the machine does not count in it.
void print(const char *what, std::vector<double> &milliseconds, std::vector<double> &processor, const char *aim)
{
    std::ranges::sort(processor);
    std::ranges::sort(milliseconds);
    const auto at = [&](double share) { return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))]; };
    const double own = processor[processor.size() / 2];
    std::printf("%-44s p50 %.1f ms, p95 %.1f ms, %.1f ms of processor time: %.0f frames a second%s\n", what, at(0.5), at(0.95), own, 1000.0 / std::max(at(0.5), 0.001), aim);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeMode::Light);
    QWidget page;
    auto *grid = new QGridLayout(&page);
    std::vector<TimeSeriesChart *> charts;
    for (int i = 0; i < kCharts; ++i) {
        charts.push_back(new TimeSeriesChart);
        grid->addWidget(charts.back(), i / 3, i % 3);
    }
    page.resize(1360, 900);
    page.show();
    std::vector<std::vector<TimeChartData>> frames; // made before the clock runs
    for (int frame = 0; frame < 30; ++frame) {
        frames.emplace_back();
        for (int i = 0; i < kCharts; ++i)
            frames.back().push_back(dataOf(i, 1.77e9 + frame));
    }
    std::vector<double> milliseconds;
    std::vector<double> processor;
    for (const auto &frame : frames) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        for (int i = 0; i < kCharts; ++i)
            charts[static_cast<std::size_t>(i)]->setData(frame[static_cast<std::size_t>(i)]);
        QCoreApplication::processEvents(); // the queued replots, and what they paint into the window
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(1e3 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
    }
    print("live, 8 charts x 8 series x 3,600 points", milliseconds, processor, " (aim: 60)");

    HeatMap map;
    QVector<HeatRow> rows;
    for (int node = 0; node < 500; ++node) {
        HeatRow row{QStringLiteral("gpu-%1").arg(node), {}};
        for (int gpu = 0; gpu < 8; ++gpu)
            row.cells.push_back({(node * 7 + gpu * 3) % 100 / 100.0, QString::number(node % 100), QStringLiteral("cell"), node % 97 == 0});
        rows.push_back(row);
    }
    map.setRows(rows);
    map.resize(600, map.sizeHint().height());
    QImage whole(map.size(), QImage::Format_RGB32);
    milliseconds.clear();
    processor.clear();
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        map.render(&whole);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(1e3 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
    }
    print("live, heat map of 4,000 GPUs, all of it", milliseconds, processor, "");
    return 0;
}
