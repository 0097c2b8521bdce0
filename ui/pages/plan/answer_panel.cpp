// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/answer_panel.h>

#include <ui/charts/bar_chart.h>
#include <ui/charts/line_chart.h>
#include <ui/charts/scatter_chart.h>
#include <ui/charts/stacked_bar.h>
#include <ui/charts/tornado_chart.h>
#include <ui/pages/plan/chart_adapters.h>
#include <ui/pages/plan/left_out_table.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/card.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/tile.h>
#include <ui/widgets/tile_row.h>

#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QGraphicsOpacityEffect>
#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace headroom::ui {

using present::PlanTexts;

namespace {

constexpr int kTwoColumnsFrom = 720;   // pixels of content
constexpr int kTallCard = 330;
constexpr int kLowCard = 220;

} // namespace

AnswerPanel::AnswerPanel(QWidget *parent)
    : QScrollArea(parent), m_content(new QWidget), m_pale(new QGraphicsOpacityEffect(this)), m_tiles(new TileRow(m_content)), m_urgent(new QVBoxLayout), m_banners(new QVBoxLayout), m_grid(new QGridLayout),
      m_latency(new LineChart(m_content)), m_latencySwitch(new SegmentedControl(m_content)), m_options(new BarChart(m_content)),
      m_pareto(new ScatterChart(m_content)), m_tornado(new TornadoChart(m_content)), m_memory(new StackedBar(m_content)), m_day(new LineChart(m_content)),
      m_throughput(new LineChart(m_content)), m_cost(new LineChart(m_content)), m_leftOutCard(new Card(m_content)), m_leftOut(new LeftOutTable(m_leftOutCard))
{
    setObjectName(QStringLiteral("plan.answer"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceXl);
    layout->setSpacing(kSpaceM);
    m_urgent->setSpacing(kSpaceS);
    layout->addLayout(m_urgent);
    layout->addWidget(m_tiles);
    m_banners->setSpacing(kSpaceS);
    layout->addLayout(m_banners);
    m_grid->setSpacing(kSpaceM);
    layout->addLayout(m_grid);
    m_leftOutCard->setObjectName(QStringLiteral("plan.leftOut"));
    m_leftOutCard->setContent(m_leftOut);
    layout->addWidget(m_leftOutCard);
    layout->addStretch(1);

    m_cards = {card(QStringLiteral("plan.latency"), m_latency, kTallCard), card(QStringLiteral("plan.options"), m_options, kTallCard),
               card(QStringLiteral("plan.pareto"), m_pareto, kTallCard), card(QStringLiteral("plan.tornado"), m_tornado, kTallCard),
               card(QStringLiteral("plan.memory"), m_memory, kLowCard), card(QStringLiteral("plan.day"), m_day, kLowCard),
               card(QStringLiteral("plan.throughput"), m_throughput, kTallCard - 50), card(QStringLiteral("plan.cost"), m_cost, kTallCard - 50)};
    m_latencySwitch->setObjectName(QStringLiteral("plan.latency.switch"));
    m_latencySwitch->setName(QStringLiteral("plan.latency.switch"));
    m_cards.front()->addHeaderWidget(m_latencySwitch);
    connect(m_latencySwitch, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_latencyChosen = id;
        showLatency(m_view);
    });
    connect(m_pareto, &ScatterChart::pointActivated, this, [this](int point) {
        if (point >= 0 && static_cast<std::size_t>(point) < m_view.pareto.points.size())
            emit optionChosen(m_view.pareto.points[static_cast<std::size_t>(point)].alternative);
    });
    setWidget(m_content);
    m_content->setAutoFillBackground(false); // setWidget() switches it on
    viewport()->setAutoFillBackground(false);
    m_pale->setOpacity(0.5);
    m_pale->setEnabled(false);
    m_tiles->setGraphicsEffect(m_pale);
    arrangeCards();
}

Card *AnswerPanel::card(const QString &name, QWidget *content, int height)
{
    auto *made = new Card(m_content);
    made->setObjectName(name);
    content->setObjectName(name + QStringLiteral(".chart"));
    made->setContent(content);
    made->setFixedHeight(height);
    return made;
}

void AnswerPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeCards();
}

void AnswerPanel::arrangeCards()
{
    const int columns = viewport()->width() >= kTwoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (Card *made : m_cards)
        m_grid->removeWidget(made);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
    m_grid->setColumnStretch(0, columns == 2 ? 53 : 1);
    m_grid->setColumnStretch(1, columns == 2 ? 47 : 0);
}

void AnswerPanel::setTiles(const std::vector<present::TileView> &tiles)
{
    while (m_tiles->tiles().size() < static_cast<qsizetype>(tiles.size())) {
        const auto index = static_cast<std::size_t>(m_tiles->tiles().size());
        Tile *tile = m_tiles->addTile(QStringLiteral("tile.") + tiles[index].id);
        tile->whyButton()->setObjectName(QStringLiteral("tile.%1.why").arg(tiles[index].id));
        const core::Figure figure = tiles[index].figure;
        connect(tile, &Tile::whyRequested, this, [this, figure] { emit whyRequested(figure); });
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const present::TileView &view = tiles[i];
        TileContent content;
        content.title = view.title;
        content.value = view.value;
        content.unit = view.unit;
        content.note = view.note;
        for (const present::ToneLine &line : view.lines)
            content.lines.push_back({line.text, toneOf(line.tone)});
        Tile *tile = m_tiles->tiles().at(static_cast<qsizetype>(i));
        tile->setContent(content);
        tile->setWhyText(view.explainable ? PlanTexts::why() : QString());
        tile->whyButton()->setAccessibleName(PlanTexts::whySpoken(view.title));
    }
}

void AnswerPanel::setBanners(const std::vector<present::BannerView> &banners)
{
    if (banners == m_bannerViews)
        return;
    m_bannerViews = banners;
    while (m_bannerPool.size() < static_cast<qsizetype>(banners.size())) {
        auto *banner = new Banner(m_content);
        const auto index = static_cast<std::size_t>(m_bannerPool.size());
        connect(banner, &Banner::linkActivated, this, [this, index] {
            const present::BannerView &view = m_bannerViews[index];
            if (view.link == present::BannerView::Link::Arithmetic)
                emit arithmeticRequested(view.fleet);
            if (view.link == present::BannerView::Link::Recommended)
                emit optionChosen(-1);
            if (view.link == present::BannerView::Link::LeftOut) {
                m_leftOut->showAll();
                ensureWidgetVisible(m_leftOutCard);
            }
        });
        m_bannerPool.push_back(banner);
    }
    for (qsizetype i = 0; i < m_bannerPool.size(); ++i) {
        Banner *banner = m_bannerPool.at(i);
        const bool used = i < static_cast<qsizetype>(banners.size());
        banner->setVisible(used);
        banner->setObjectName(used ? QStringLiteral("banner.") + banners[static_cast<std::size_t>(i)].id : QString());
        if (!used)
            continue;
        const present::BannerView &view = banners[static_cast<std::size_t>(i)];
        // What makes the figures below another thing than asked stands above them.
        (view.tone == present::TextTone::Error || view.link == present::BannerView::Link::Recommended ? m_urgent : m_banners)->addWidget(banner);
        banner->setContent(toneOf(view.tone), view.lead, view.body, view.linkText);
    }
}

// The latency that is chosen, else the one whose target a higher load misses first.
void AnswerPanel::showLatency(const present::PlanView &view)
{
    QVector<Choice> choices;
    for (const present::LatencyView &latency : view.latency)
        choices.push_back({latency.id, latency.label, true, {}});
    if (m_latencySwitch->choices() != choices)
        m_latencySwitch->setChoices(choices);
    m_latencySwitch->setVisible(choices.size() > 1);
    auto shown = std::ranges::find(view.latency, m_latencyChosen, &present::LatencyView::id);
    if (shown == view.latency.end())
        shown = view.latency.begin() + std::min<std::ptrdiff_t>(view.latencyBinding, std::ssize(view.latency));
    const bool any = shown != view.latency.end();
    m_latencySwitch->setCurrent(any ? shown->id : QString());
    m_cards.front()->setTitle(view.latencyTitle);
    m_cards.front()->setSubtitle(any && choices.size() < 3 ? shown->chart.units : QString());   // three leave no room for it
    m_latency->setData(any ? lineChartOf(shown->chart) : LineChartData{});
}

void AnswerPanel::setView(const present::PlanView &view)
{
    setTiles(view.tiles);
    setBanners(view.banners);
    const auto title = [this](int i, const QString &text, const QString &units) {
        m_cards.at(i)->setTitle(text);
        m_cards.at(i)->setSubtitle(units);
    };
    title(1, view.optionsTitle, view.optionsUnits);
    title(2, view.pareto.title, view.pareto.units);
    title(3, view.tornado.title, view.tornado.units);
    title(4, view.memory.title, {});
    title(5, view.day.title, view.day.units);
    title(6, view.throughput.title, view.throughput.units);
    title(7, view.cost.title, view.cost.units);
    // A chart whose figures stayed is not drawn anew.
    const bool first = m_view.state == present::PlanView::State::None;
    if (first || view.latency != m_view.latency || view.latencyBinding != m_view.latencyBinding || view.latencyTitle != m_view.latencyTitle)
        showLatency(view);
    for (Chart *chart : {static_cast<Chart *>(m_pareto), static_cast<Chart *>(m_cost)})
        chart->setEmptyText(view.moneyEmptyText);
    if (first || view.options != m_view.options)
        m_options->setData(barChartOf(view.options));
    if (first || view.pareto != m_view.pareto)
        m_pareto->setData(scatterOf(view.pareto));
    if (first || view.tornado != m_view.tornado) {
        m_tornado->setEmptyText(view.tornado.emptyText);
        m_tornado->setData(tornadoOf(view.tornado));
    }
    if (first || view.memory != m_view.memory)
        m_memory->setData(stackedBarOf(view.memory));
    if (first || view.day != m_view.day)
        m_day->setData(lineChartOf(view.day));
    if (first || view.throughput != m_view.throughput)
        m_throughput->setData(lineChartOf(view.throughput));
    if (first || view.cost != m_view.cost)
        m_cost->setData(lineChartOf(view.cost));
    m_leftOutCard->setTitle(view.leftOutTitle);
    m_leftOutCard->setVisible(!view.leftOut.empty());
    if (first || view.leftOut != m_view.leftOut)
        m_leftOut->setRows(view.leftOut);
    m_view = view;
}

void AnswerPanel::setPlanning(bool planning)
{
    m_pale->setEnabled(planning);
    m_tiles->setAccessibleDescription(planning ? PlanTexts::planning() : QString());
}

void AnswerPanel::retranslate()
{
    for (Chart *chart : {static_cast<Chart *>(m_latency), static_cast<Chart *>(m_options), static_cast<Chart *>(m_pareto), static_cast<Chart *>(m_memory),
                         static_cast<Chart *>(m_day), static_cast<Chart *>(m_throughput), static_cast<Chart *>(m_cost)})
        chart->setEmptyText(PlanTexts::noChart());
    m_view = {};   // everything is written anew
    m_leftOut->retranslate();
}

} // namespace headroom::ui
