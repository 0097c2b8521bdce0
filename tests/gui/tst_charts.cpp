// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <ui/charts/bar_chart.h>
#include <ui/charts/decimation.h>
#include <ui/charts/line_chart.h>
#include <ui/charts/stacked_bar.h>
#include <ui/charts/time_series_chart.h>
#include <ui/theme/theme.h>
#include <ui/widgets/card.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QGridLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cmath>
#include <limits>

using namespace headroom::ui;

namespace {

LineChartData latency()
{
    LineChartData data;
    data.x.format = [](double v) { return QString::number(v); };
    data.y.format = data.x.format;
    const struct { const char *name; double limit; double base; int color; LineDash dash; } lines[] = {
        {"p99", 105, 0.5, 1, LineDash::Dashed}, {"p95", 115, 0.35, 0, LineDash::Solid}, {"p50", 130, 0.2, 2, LineDash::Solid}};
    for (const auto &line : lines) {
        LineSeries series;
        series.name = QString::fromLatin1(line.name);
        series.color = line.color;
        series.dash = line.dash;
        for (double x = 0; x < line.limit - 12; x += 1)
            series.points.push_back({x, line.base / (1 - x / line.limit)});
        data.series.push_back(series);
    }
    data.y.max = 4.0;
    data.target = TargetLine{2.0, QStringLiteral("target 2.0 s")};
    data.shadedTo = 92;
    data.verticals = {{75, QStringLiteral("your peak 75/s"), false}, {92, QStringLiteral("capacity 92/s"), true}};
    data.marker = ChartMarker{{75, 0.35 / (1 - 75 / 115.0)}, {}, 0};
    data.summary = QStringLiteral("Time to first token rises with load.");
    return data;
}

BarChartData costs()
{
    return {{{QStringLiteral("16× H200 · fp8"), 58.9, QStringLiteral("$58.9k ✓"), true, 0},
             {QStringLiteral("16× B200 · fp4"), 64.2, QStringLiteral("$64.2k +9 %"), false, 2},
             {QStringLiteral("32× H20 · fp8"), 71.5, QStringLiteral("$71.5k +21 %"), false, 3},
             {QStringLiteral("32× H100 · fp8"), 80.4, QStringLiteral("$80.4k +37 %"), false, 1},
             {QStringLiteral("64× A100-80 · int8"), 146.1, QStringLiteral("$146.1k +148 %"), false, -1}},
            QStringLiteral("Cheapest: 16 H200.")};
}

StackedBarData memory()
{
    return {QStringLiteral("141 GB: room for 596,000 tokens of context per replica"), 141,
            {{QStringLiteral("weights"), 84, QStringLiteral("84 GB"), 1}, {QStringLiteral("KV cache"), 41, QStringLiteral("41 GB"), 0},
             {QStringLiteral("activations"), 6, QStringLiteral("6 GB"), 2}, {QStringLiteral("free"), 10, QStringLiteral("10 GB"), -1}},
            QStringLiteral("Weights take 84 of 141 GB.")};
}

TimeChartData utilization()
{
    TimeChartData data;
    data.from = 1'790'000'000;
    data.to = data.from + 1200;
    data.y.min = 0;
    data.y.max = 100;
    data.y.format = [](double v) { return QStringLiteral("%1 %").arg(std::lround(v)); };
    for (int s = 0; s < 4; ++s) {
        TimeSeries series;
        series.name = QStringLiteral("gpu-a0%1").arg(s + 1);
        series.color = s;
        for (int i = 0; i < 240; ++i) {
            const bool gap = s == 1 && i > 100 && i < 130;
            series.points.push_back({data.from + i * 5.0, gap ? std::numeric_limits<double>::quiet_NaN() : 80 - s * 12 + 8 * std::sin(i / 17.0 + s)});
        }
        data.series.push_back(series);
    }
    data.summary = QStringLiteral("Four machines between 40 and 90 %.");
    return data;
}

} // namespace

class ChartsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void decimationKeepsPeaksAndGaps();
    void emptyChartSaysSo();
    void cursorMovesByKeyboardAndIsRead();
    void readingInterpolatesLinesButNotSteps();
    void barRowIsActivatedByClickAndKey();
    void segmentsAreRead();
    void timeSeriesWindowMovesAndDropsOldPoints();
    void gapsAreNotBridged();
    void whatAMeanSumsUpIsABand();
    void chartsDrawAsVectorsWithText();
    void aSecondOfLiveDrawingIsCheap();
    void gallery();
};

void ChartsTest::decimationKeepsPeaksAndGaps()
{
    QVector<QPointF> points;
    for (int i = 0; i < 10'000; ++i)
        points.push_back({static_cast<double>(i), i == 4321 ? 99.0 : std::sin(i / 100.0)});
    for (int i = 6000; i < 6100; ++i)
        points[i].setY(std::numeric_limits<double>::quiet_NaN());
    const QVector<QPointF> kept = decimated(points, 0, 10'000, 300);
    QVERIFY(kept.size() <= 610);
    QVERIFY(std::any_of(kept.begin(), kept.end(), [](const QPointF &p) { return p.y() == 99.0; }));
    QCOMPARE(std::count_if(kept.begin(), kept.end(), [](const QPointF &p) { return std::isnan(p.y()); }), 1);
    QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    QCOMPARE(decimated(points.mid(0, 100), 0, 100, 300).size(), 100);
}

void ChartsTest::emptyChartSaysSo()
{
    LineChart chart;
    chart.setEmptyText(QStringLiteral("No layout fits, so there is no curve."));
    chart.setData({});
    chart.resize(300, 200);
    QVERIFY(chart.isEmpty());
    chart.grab();
    chart.setData(latency());
    QVERIFY(!chart.isEmpty());
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("Time to first token rises with load."));
}

void ChartsTest::cursorMovesByKeyboardAndIsRead()
{
    LineChart chart;
    chart.setData(latency());
    chart.resize(400, 260);
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY2(chart.reading().startsWith(QStringLiteral("0\np99: 0.5")), qPrintable(chart.reading()));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.reading().startsWith(QStringLiteral("1\n")));
    QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("1\n")));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(chart.reading().isEmpty());
    QTest::mouseMove(&chart, QPoint(200, 120));
    QTRY_VERIFY(!chart.reading().isEmpty());
}

void ChartsTest::readingInterpolatesLinesButNotSteps()
{
    LineChartData data;
    data.series = {{QStringLiteral("line"), {{0, 0}, {10, 10}}, 0, LineShape::Line, LineDash::Solid, false, true},
                   {QStringLiteral("step"), {{0, 1}, {10, 2}}, 1, LineShape::Step, LineDash::Dashed, false, true},
                   {QStringLiteral("mid"), {{5, 0}}, 2, LineShape::Line, LineDash::Solid, false, true}};
    LineChart chart;
    chart.setData(data);
    chart.resize(300, 200);
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.reading(), QStringLiteral("5\nline: 5\nstep: 1\nmid: 0"));
}

void ChartsTest::barRowIsActivatedByClickAndKey()
{
    BarChart chart;
    chart.setData(costs());
    chart.resize(420, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QSignalSpy activated(&chart, &BarChart::rowActivated);
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.reading(), QStringLiteral("16× B200 · fp4: $64.2k +9 %"));
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
    QTest::mouseMove(&chart, QPoint(260, 60));
    QTRY_VERIFY(!chart.reading().isEmpty());
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(260, 60));
    QCOMPARE(activated.size(), 2);
}

void ChartsTest::segmentsAreRead()
{
    StackedBar bar;
    bar.setData(memory());
    bar.resize(400, 150);
    bar.show();
    QTest::keyClick(&bar, Qt::Key_Home);
    QCOMPARE(bar.reading(), QStringLiteral("weights: 84 GB"));
    QTest::keyClick(&bar, Qt::Key_End);
    QCOMPARE(bar.reading(), QStringLiteral("free: 10 GB"));
}

void ChartsTest::timeSeriesWindowMovesAndDropsOldPoints()
{
    TimeSeriesChart chart;
    chart.resize(400, 200);
    chart.setData(utilization());
    const double to = chart.data().to;
    for (int i = 1; i <= 100; ++i) {
        chart.append(0, to + i * 5.0, 50);
        chart.advance(to + i * 5.0);
    }
    QCOMPARE(chart.data().to - chart.data().from, 1200.0);
    QVERIFY(chart.data().series.at(0).points.size() <= 243);
    QVERIFY(chart.data().series.at(1).points.size() <= 142);
}

void ChartsTest::gapsAreNotBridged()
{
    TimeChartData data = utilization();
    data.series = {data.series.at(1)};
    data.y.format = [](double) { return QString(); };
    for (QPointF &point : data.series[0].points)
        if (std::isfinite(point.y()))
            point.setY(50);
    TimeSeriesChart chart;
    chart.resize(600, 300);
    chart.setData(data);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const auto drawnWithGap = [&chart, &data] {
        const QImage image = chart.grab().toImage();
        const QColor ink = tokensOf(&chart).seriesColor(data.series[0].color);
        const auto inked = [&](double share) {
            const int x = static_cast<int>(image.width() * share);
            for (int y = 20; y < 240; ++y)
                for (int dx = -2; dx <= 2; ++dx)
                    if (std::abs(image.pixelColor(x + dx, y).hue() - ink.hue()) < 12 && image.pixelColor(x + dx, y).saturation() > 60)
                        return true;
            return false;
        };
        return inked(0.25) && !inked(0.5) && inked(0.8);
    };
    QTRY_VERIFY(drawnWithGap());
}

// Means around 0.5 whose stretches went from 0.1 to 0.9, with a gap in the middle.
void ChartsTest::whatAMeanSumsUpIsABand()
{
    struct OpenChart : TimeSeriesChart {
        using TimeSeriesChart::plotArea;
    } chart;
    chart.resize(500, 300);
    TimeChartData data;
    data.from = 0;
    data.to = 100;
    data.y.min = 0.0;
    data.y.max = 1.0;
    TimeSeries series;
    series.name = QStringLiteral("gpu-1");
    for (int i = 0; i <= 100; ++i) {
        const bool gap = i > 45 && i < 55;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        series.points.push_back({double(i), gap ? nan : 0.5});
        series.low.push_back({double(i), gap ? nan : 0.1});
        series.high.push_back({double(i), gap ? nan : 0.9});
    }
    data.series = {series};
    chart.setData(data);
    chart.show();
    const QColor paper = tokensOf(&chart).surface;
    // Whether the picture is tinted at a place of the plot (shares of its width and height).
    const auto tinted = [&](double x, double y) {
        const QImage image = chart.grab().toImage();
        const QRectF area = chart.plotArea();
        const QColor at = image.pixelColor(static_cast<int>(area.left() + x * area.width()), static_cast<int>(area.bottom() - y * area.height()));
        return std::abs(at.red() - paper.red()) + std::abs(at.green() - paper.green()) + std::abs(at.blue() - paper.blue()) > 24;
    };
    QTRY_VERIFY(tinted(0.22, 0.3));
    QVERIFY(tinted(0.22, 0.8));
    QVERIFY(!tinted(0.22, 0.96)); // above the greatest
    QVERIFY(!tinted(0.22, 0.04)); // below the least
    QVERIFY(!tinted(0.5, 0.3));   // in the gap
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY2(chart.reading().contains(QStringLiteral("0.5 (0.1 – 0.9)")), qPrintable(chart.reading()));
    data.series[0].low.clear();
    data.series[0].high.clear();
    chart.setData(data);
    QTRY_VERIFY(!tinted(0.22, 0.3));
    QTest::keyClick(&chart, Qt::Key_Home);
    QVERIFY(!chart.reading().contains(QStringLiteral("–")));
}

void ChartsTest::chartsDrawAsVectorsWithText()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("charts.pdf"));
    LineChart line;
    line.setData(latency());
    BarChart bars;
    bars.setData(costs());
    StackedBar bar;
    bar.setData(memory());
    {
        QPdfWriter writer(path);
        writer.setResolution(300);
        QPainter painter(&writer);
        const Tokens &paper = tokensFor(ThemeMode::Light);
        const QStringList print{QStringLiteral("DejaVu Sans")};
        line.renderTo(painter, {0, 0, 1500, 900}, {500, 300}, paper, print);
        bars.renderTo(painter, {0, 1000, 1500, 900}, {500, 300}, paper, print);
        bar.renderTo(painter, {0, 2000, 1500, 450}, {500, 150}, paper, print);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.size() > 2000);
    QVERIFY2(!pdf.contains("/Subtype /Image"), "the charts were drawn as pixels");
    QVERIFY2(pdf.contains("/Type /Font"), "the texts were drawn as outlines");
    const QString keep = qEnvironmentVariable("HEADROOM_GALLERY");
    if (!keep.isEmpty()) {
        QFile::remove(keep + QStringLiteral("/charts.pdf"));
        file.copy(keep + QStringLiteral("/charts.pdf"));
    }
}

void ChartsTest::aSecondOfLiveDrawingIsCheap()
{
    TimeChartData data = utilization();
    while (data.series.size() < 12)
        data.series.push_back(data.series.at(data.series.size() % 4));
    TimeSeriesChart chart;
    chart.resize(700, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        chart.setData(data);
        chart.grab();
        QApplication::processEvents();
    }
    qInfo("12 series of 240 points: %.1f ms a drawing", static_cast<double>(timer.elapsed()) / 20.0);
}

void ChartsTest::gallery()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the charts.");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        applyTheme(*qApp, mode);
        QWidget page;
        page.resize(1000, 700);
        auto *grid = new QGridLayout(&page);
        auto *line = new LineChart;
        line->setData(latency());
        auto *bars = new BarChart;
        bars->setData(costs());
        auto *bar = new StackedBar;
        bar->setData(memory());
        auto *time = new TimeSeriesChart;
        time->setData(utilization());
        const QVector<QPair<QString, QWidget *>> cards{{QStringLiteral("Time to first token against load"), line}, {QStringLiteral("Monthly cost of what would also do"), bars},
                                                       {QStringLiteral("Memory of one GPU"), bar}, {QStringLiteral("GPU utilization"), time}};
        for (int i = 0; i < 4; ++i) {
            auto *card = new Card;
            card->setTitle(cards.at(i).first);
            card->setSubtitle(QStringLiteral("units"));
            card->setContent(cards.at(i).second);
            grid->addWidget(card, i / 2, i % 2);
        }
        grid->setRowStretch(0, 3);
        grid->setRowStretch(1, 2);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTest::qWait(50);
        QVERIFY(page.grab().save(folder + (mode == ThemeMode::Light ? QStringLiteral("/charts-light.png") : QStringLiteral("/charts-dark.png"))));
    }
    applyTheme(*qApp, ThemeMode::Light);
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
