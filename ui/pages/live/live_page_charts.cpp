// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the Live page: one stretch of time and one cursor for all of a part.
#include <ui/pages/live/live_page.h>

#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>
#include <ui/charts/time_series_chart.h>
#include <ui/pages/live/live_sections.h>
#include <ui/widgets/card.h>

#include <QDateTime>
#include <QPixmap>

#include <algorithm>

namespace headroom::ui {

using present::LiveQuantity;
using present::LiveTexts;

namespace {

constexpr double kShortestStretch = 30.0;              // seconds
constexpr double kLongestStretch = 3.0 * 366 * 86400;

TimeChartData chartData(const present::LiveChart &chart, const present::LiveView &view)
{
    const std::vector<present::LiveEvent> &events = view.events;
    TimeChartData data;
    data.from = view.from;
    data.to = view.to;
    data.y.min = 0.0;
    data.y.max = chart.max;
    const LiveQuantity quantity = chart.quantity;
    data.y.format = [quantity](double value) { return LiveTexts::axisText(quantity, value); };
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        data.series.push_back({chart.lines[i].name, chart.lines[i].points, static_cast<int>(i), LineDash::Solid, false, chart.lines[i].low, chart.lines[i].high});
    for (const present::LiveEvent &event : events)
        data.marks.push_back({event.time, event.text, event.tone == present::TextTone::Error});
    data.note = chart.note;
    data.summary = chart.summary;
    return data;
}

} // namespace

std::vector<LivePage::ChartCard> LivePage::chartsOf(present::LiveSection section) const
{
    std::vector<ChartCard> charts;
    switch (section) {
    case present::LiveSection::Overview: return m_charts;
    case present::LiveSection::Serving:
        for (const LiveSections::ChartCard &one : m_sections->servingCharts())
            charts.push_back({one.card, one.chart});
        break;
    case present::LiveSection::Energy: charts.push_back({m_sections->powerChart().card, m_sections->powerChart().chart}); break;
    default: break;
    }
    return charts;
}

void LivePage::connectChart(TimeSeriesChart *chart)
{
    connect(chart, &TimeSeriesChart::stretchWanted, this, &LivePage::setStretch);
    connect(chart, &TimeSeriesChart::liveWanted, this, [this] {
        m_selection.end = 0;
        refresh();
    });
    // One moment in all charts of the section.
    connect(chart, &Chart::cursorMoved, this, [this, chart](std::optional<double> place) {
        for (const ChartCard &other : chartsOf(m_selection.section))
            if (other.chart != chart)
                other.chart->showCursor(place);
    });
}

void LivePage::setStretch(double from, double to)
{
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
    const double nowShown = std::max(now, m_selection.end > 0 ? 0.0 : m_model.view(m_selection).to);
    m_selection.windowSeconds = std::clamp(to - from, kShortestStretch, kLongestStretch);
    // What would reach into the future follows the present.
    m_selection.end = to >= nowShown - m_selection.windowSeconds / 1000.0 ? 0.0 : std::max(to, m_selection.windowSeconds);
    refresh();
}

QPixmap LivePage::picture() const
{
    return (m_selection.section == present::LiveSection::Overview ? m_overview : static_cast<QWidget *>(m_sections))->grab();
}

void LivePage::showCharts(const present::LiveView &view)
{
    const std::vector<ChartCard> cards = chartsOf(m_selection.section);
    for (std::size_t i = 0; i < view.charts.size() && i < cards.size(); ++i) {
        const present::LiveChart &chart = view.charts[i];
        cards[i].card->setTitle(chart.title);
        cards[i].card->setSubtitle(chart.units);
        cards[i].chart->setAccessibleName(chart.title);
        cards[i].chart->setToolTip(present::LiveTableTexts::chartHelp());
        cards[i].chart->setEmptyText(view.reading ? LiveTexts::waitingForFirst() : chart.emptyText);
        cards[i].chart->setData(chartData(chart, view));
    }
}

} // namespace headroom::ui
