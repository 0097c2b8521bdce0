// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/live_page.h>

#include <present/texts/live_texts.h>
#include <present/texts/source_texts.h>
#include <ui/charts/time_series_chart.h>
#include <ui/pages/live/live_header.h>
#include <ui/pages/live/live_sections.h>
#include <ui/pages/live/live_toolbar.h>
#include <ui/pages/live/spark_delegate.h>
#include <ui/pages/live/source_dialog.h>
#include <ui/pages/live/sources_panel.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/heat_map.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/tile.h>
#include <ui/widgets/tile_row.h>

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

namespace headroom::ui {

using present::LiveQuantity;
using present::LiveTexts;
using present::SourceListModel;
using present::SourceTexts;

namespace {

constexpr LiveQuantity kFleetQuantities[] = {LiveQuantity::Utilization, LiveQuantity::Memory, LiveQuantity::Power, LiveQuantity::Temperature};
constexpr int kNarrow = 980;   // below it cards stand in two columns instead of three

Tone toneOf(present::TextTone tone)
{
    switch (tone) {
    case present::TextTone::Neutral: return Tone::Neutral;
    case present::TextTone::Secondary: return Tone::Secondary;
    case present::TextTone::Accent: return Tone::Accent;
    case present::TextTone::Good: return Tone::Good;
    case present::TextTone::Warning: return Tone::Warning;
    case present::TextTone::Error: return Tone::Error;
    }
    return Tone::Secondary;
}

} // namespace

LivePage::LivePage(present::LiveViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_header(new LiveHeader(this)), m_toolbar(new LiveToolbar(this)), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(QStringLiteral("server"))),
      m_demoBanner(new Banner(this)), m_failBanner(new Banner(this)), m_secretBanner(new Banner(this))
{
    setObjectName(QStringLiteral("page.live"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    // Above what scrolls: that figures are made up, and what does not answer, is always in sight.
    auto *top = new QVBoxLayout;
    top->setContentsMargins(kSpaceXl, kSpaceM, kSpaceXl, 0);
    top->setSpacing(kSpaceS);
    top->addWidget(m_header);
    top->addWidget(m_demoBanner);
    top->addWidget(m_failBanner);
    top->addWidget(m_secretBanner);
    top->addWidget(m_toolbar);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    m_demoBanner->setObjectName(QStringLiteral("live.demoBanner"));
    m_failBanner->setObjectName(QStringLiteral("live.failBanner"));
    m_demoBanner->hide();
    m_failBanner->hide();
    m_secretBanner->setObjectName(QStringLiteral("live.secretBanner"));
    m_secretBanner->hide();
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());

    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, [this] {
        m_model.tick();
        refresh();
    });
    connect(&m_model, &present::LiveViewModel::changed, this, [this] {
        if (isVisible()) // the model keeps the figures; drawing waits until somebody looks
            refresh();
    });
    connect(m_toolbar, &LiveToolbar::windowChosen, this, [this](double seconds) {
        m_selection.windowSeconds = seconds;
        refresh();
    });
    connect(m_toolbar, &LiveToolbar::sectionChosen, this, [this](present::LiveSection section) {
        m_selection.section = section;
        m_scroll->verticalScrollBar()->setValue(0);
        refresh();
    });
    connect(m_toolbar, &LiveToolbar::liveChosen, this, [this] {
        m_selection.end = 0;
        refresh();
    });
    connect(m_toolbar, &LiveToolbar::moved, this, [this](double share) {
        const present::LiveView view = m_model.view(m_selection);
        const double by = share * m_selection.windowSeconds;
        setStretch(view.to - m_selection.windowSeconds + by, view.to + by);
    });
    connect(m_toolbar, &LiveToolbar::exportChosen, this, &LivePage::exportWanted);
    connect(m_header, &LiveHeader::nodeChosen, this, [this](const QString &node) {
        m_selection.node = node;
        refresh();
    });
    connect(m_failBanner, &Banner::linkActivated, this, &LivePage::revealSources);
    connect(m_secretBanner, &Banner::linkActivated, this, &LivePage::askForSecret);
    retranslate();
}

// By the passphrase of the file where there is one, else by the dialog of the first source that lacks its secret.
void LivePage::askForSecret()
{
    const auto without = m_model.sourcesWithoutSecret();
    if (without.empty())
        return;
    if (!m_model.secrets().locked)
        return (new SourceDialog(m_model, present::draftOf(*without.front()), this))->open();
    auto *dialog = new UnlockDialog(this);
    connect(dialog, &UnlockDialog::passphraseGiven, this, &LivePage::unlockWanted);
    dialog->open();
}

QWidget *LivePage::headerWidget() const
{
    return m_header;
}

void LivePage::setSelection(const present::LiveSelection &selection)
{
    m_selection = selection;
    refresh();
}

QWidget *LivePage::makeEmpty()
{
    m_emptySources = new SourcesPanel(m_model);
    // Until there is a source there is nothing to list: only the way to the first one.
    m_emptySources->setListed(false);
    m_emptySources->setObjectName(QStringLiteral("live.first"));
    m_emptySources->setMinimumWidth(520);
    m_empty->setObjectName(QStringLiteral("live.empty"));
    m_empty->setActions(m_emptySources);
    return m_empty;
}

QWidget *LivePage::makeContent()
{
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("live.content"));
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(kSpaceXl, kSpaceM, kSpaceXl, kSpaceL);
    m_overview = new QWidget;
    m_sections = new LiveSections;
    parts->addWidget(m_overview, 1);
    parts->addWidget(m_sections, 1);
    m_sections->hide();
    auto *layout = new QVBoxLayout(m_overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceM);
    m_tiles = new TileRow;
    for (const char *id : {"utilization", "requests", "kv_cache", "tokens", "power", "gpus"})
        m_tiles->addTile(QStringLiteral("live.tile.%1").arg(QLatin1String(id)));
    layout->addWidget(m_tiles);
    m_grid = new QGridLayout;
    m_grid->setSpacing(kSpaceM);
    layout->addLayout(m_grid, 1);
    makeFleet();
    for (const LiveQuantity quantity : present::kLiveQuantities) {
        auto *card = new Card(m_overview);
        auto *chart = new TimeSeriesChart;
        chart->setObjectName(QStringLiteral("live.chart.%1").arg(present::liveQuantityId(quantity)));
        card->setContent(chart);
        card->setMinimumHeight(quantity == LiveQuantity::Utilization ? 280 : 230);
        m_charts.push_back({card, chart});
    }
    for (const present::LiveSection section : {present::LiveSection::Overview, present::LiveSection::Serving, present::LiveSection::Energy})
        for (const ChartCard &one : chartsOf(section))
            connectChart(one.chart);

    m_tableCard = new Card(m_overview);
    m_table = makeDataTable(m_tableCard);
    m_table->setObjectName(QStringLiteral("live.gpus"));
    m_table->setItemDelegateForColumn(present::GpuTableModel::LastHour, new SparkDelegate(m_table));
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(&m_model.gpus());
    m_sorted->setSortRole(present::GpuTableModel::SortRole);
    m_sorted->setFilterKeyColumn(present::GpuTableModel::Node); // of the chosen machine only
    m_table->setModel(m_sorted);
    // At first in the model's own order, by machine and GPU as people number them.
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch); // figures change all the time: widths that follow them would jump
    m_tableCard->setContent(m_table);
    m_tableCard->setMinimumHeight(330);

    m_sourcesCard = new Card(m_overview);
    m_sources = new SourcesPanel(m_model);
    m_sourcesCard->setContent(m_sources);
    m_sourcesCard->setMinimumHeight(290);
    for (SourcesPanel *panel : {m_sources, m_emptySources})
        connect(panel, &SourcesPanel::removed, this, &LivePage::message);
    m_scroll->setWidget(content);
    return m_scroll;
}

void LivePage::addToOverview(QWidget *card)
{
    auto *layout = static_cast<QVBoxLayout *>(m_overview->layout());
    layout->insertWidget(layout->indexOf(m_tiles) + 1, card);
}

void LivePage::makeFleet()
{
    m_fleetCard = new Card(m_overview);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_fleetQuantity = new SegmentedControl;
    m_fleetQuantity->setName(QStringLiteral("live.fleetQuantity"));
    m_fleetEmpty = new TextLabel(TextRole::Body, Tone::Secondary);
    m_fleetEmpty->setAlignment(Qt::AlignCenter);
    m_fleet = new HeatMap;
    m_fleet->setObjectName(QStringLiteral("live.fleet"));
    m_fleetScroll = new QScrollArea;
    m_fleetScroll->setWidgetResizable(true);
    m_fleetScroll->setFrameShape(QFrame::NoFrame);
    m_fleetScroll->setWidget(m_fleet);
    m_fleetScroll->viewport()->setAutoFillBackground(false);
    m_fleet->setAutoFillBackground(false);
    m_fleetScroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_fleetQuantity);
    layout->addWidget(m_fleetScroll, 1);
    layout->addWidget(m_fleetEmpty, 1);
    m_fleetCard->setContent(content);
    m_fleetCard->setMinimumHeight(280);

    connect(m_fleetQuantity, &SegmentedControl::chosen, this, [this](const QString &id) {
        for (const LiveQuantity quantity : kFleetQuantities)
            if (present::liveQuantityId(quantity) == id)
                m_selection.fleet = quantity;
        refresh();
    });
    // A cell leads to its machine, and back.
    connect(m_fleet, &HeatMap::cellActivated, this, [this](int row, int) {
        const QString node = m_fleet->rows().at(row).label;
        m_selection.node = m_selection.node == node ? QString() : node;
        refresh();
    });
}

void LivePage::arrange()
{
    const int columns = width() < kNarrow ? 2 : 6;
    if (columns == m_columns)
        return;
    m_columns = columns;
    if (columns == 6) {
        m_grid->addWidget(m_fleetCard, 0, 0, 1, 3);
        m_grid->addWidget(m_charts[0].card, 0, 3, 1, 3);
        for (int i = 1; i < 4; ++i)
            m_grid->addWidget(m_charts[static_cast<std::size_t>(i)].card, 1, 2 * (i - 1), 1, 2);
        m_grid->addWidget(m_charts[4].card, 2, 0, 1, 3);
        m_grid->addWidget(m_charts[5].card, 2, 3, 1, 3);
        m_grid->addWidget(m_tableCard, 3, 0, 1, 6);
        m_grid->addWidget(m_sourcesCard, 4, 0, 1, 6);
    } else {
        m_grid->addWidget(m_fleetCard, 0, 0, 1, 2);
        m_grid->addWidget(m_charts[0].card, 1, 0, 1, 2);
        for (int i = 1; i < 5; ++i)
            m_grid->addWidget(m_charts[static_cast<std::size_t>(i)].card, 2 + (i - 1) / 2, (i - 1) % 2, 1, 1);
        m_grid->addWidget(m_charts[5].card, 4, 0, 1, 2);
        m_grid->addWidget(m_tableCard, 5, 0, 1, 2);
        m_grid->addWidget(m_sourcesCard, 6, 0, 1, 2);
    }
    for (int column = 0; column < 6; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void LivePage::refresh()
{
    m_model.look(m_selection);
    present::LiveView view = m_model.view(m_selection);
    if (!m_selection.node.isEmpty() && !view.nodes.contains(m_selection.node)) {
        m_selection.node.clear(); // its source is gone
        view = m_model.view(m_selection);
    }
    m_header->show(view, m_selection);
    m_stack->setCurrentIndex(view.anySource ? 1 : 0);
    m_toolbar->setVisible(view.anySource);
    showBanners(view);
    if (!view.anySource)
        return;
    m_toolbar->show(view, m_selection);
    const bool overview = m_selection.section == present::LiveSection::Overview;
    m_overview->setVisible(overview);
    m_sections->setVisible(!overview);
    if (overview) {
        // Set anew, it would look at every row again.
        const QString pattern = m_selection.node.isEmpty() ? QString() : QRegularExpression::anchoredPattern(QRegularExpression::escape(m_selection.node));
        if (m_sorted->filterRegularExpression().pattern() != pattern)
            m_sorted->setFilterRegularExpression(QRegularExpression(pattern));
        showTiles(view);
        showFleet(view);
    } else {
        m_sections->show(view, m_selection.section);
    }
    showCharts(view);
}

void LivePage::showBanners(const present::LiveView &view)
{
    m_demoBanner->setVisible(view.demo);
    const int without = static_cast<int>(m_model.sourcesWithoutSecret().size());
    m_secretBanner->setVisible(without > 0);
    if (without > 0 && m_model.secrets().locked)
        m_secretBanner->setContent(Tone::Warning, SourceTexts::lockedLead(), SourceTexts::lockedBody(without), SourceTexts::unlockLink());
    else if (without > 0)
        m_secretBanner->setContent(Tone::Warning, SourceTexts::missingLead(without), m_model.secrets().keyringFault.empty() ? QString() : SourceTexts::keyringFault(QString::fromStdString(m_model.secrets().keyringFault)), SourceTexts::enterLink());
    int failing = 0;
    QString reason;
    for (int row = 0; row < m_model.sources().rowCount(); ++row) {
        const QModelIndex index = m_model.sources().index(row, SourceListModel::Detail);
        if (index.data(SourceListModel::StateRole).toInt() != static_cast<int>(monitor::SourceState::Failed))
            continue;
        ++failing;
        reason = index.data().toString();
    }
    m_failBanner->setVisible(failing > 0);
    if (failing > 0)
        m_failBanner->setContent(Tone::Error, LiveTexts::failingLead(failing), failing == 1 ? reason : QString(), LiveTexts::showSources());
}

void LivePage::showTiles(const present::LiveView &view)
{
    for (std::size_t i = 0; i < view.tiles.size() && i < static_cast<std::size_t>(m_tiles->tiles().size()); ++i) {
        const present::LiveTile &tile = view.tiles[i];
        TileContent content;
        content.title = tile.title;
        content.value = tile.value;
        content.unit = tile.unit;
        content.note = tile.note;
        for (const present::ToneLine &line : tile.lines)
            content.lines.push_back({line.text, toneOf(line.tone)});
        m_tiles->tiles().at(static_cast<qsizetype>(i))->setContent(content);
    }
}

void LivePage::showFleet(const present::LiveView &view)
{
    QVector<HeatRow> rows;
    for (const present::FleetRow &row : view.fleet) {
        HeatRow shown{row.node, {}};
        for (const present::FleetCell &cell : row.cells)
            shown.cells.push_back({cell.level, cell.text, cell.description, cell.alarming});
        rows.push_back(shown);
    }
    m_fleet->setRows(rows);
    m_fleet->setSummary(view.fleetSummary);
    m_fleetScroll->setVisible(!rows.isEmpty());
    m_fleetEmpty->setVisible(rows.isEmpty());
    m_fleetEmpty->setText(view.fleetEmptyText);
    m_fleetCard->setSubtitle(view.fleetUnits);
    m_fleetQuantity->setCurrent(present::liveQuantityId(m_selection.fleet));
}

void LivePage::revealSources()
{
    m_selection.section = present::LiveSection::Overview;
    refresh();
    m_scroll->ensureWidgetVisible(m_sourcesCard);
    m_sources->addressField()->setFocus(Qt::OtherFocusReason);
}

void LivePage::retranslate()
{
    m_header->retranslate();
    m_toolbar->retranslate();
    m_sections->retranslate();
    m_empty->setTexts(LiveTexts::noSourceTitle(), LiveTexts::noSourceBody());
    m_demoBanner->setContent(Tone::Warning, LiveTexts::demoData() + QLatin1Char('.'), LiveTexts::demoExplanation());
    m_fleetCard->setTitle(LiveTexts::fleetTitle());
    m_tableCard->setTitle(LiveTexts::tableTitle());
    m_table->setAccessibleName(LiveTexts::tableTitle());
    m_sourcesCard->setTitle(LiveTexts::sourcesTitle());
    m_fleetQuantity->setAccessibleName(LiveTexts::colourMeans());
    QVector<Choice> quantities;
    for (const LiveQuantity quantity : kFleetQuantities)
        quantities.push_back({present::liveQuantityId(quantity), LiveTexts::quantityTitle(quantity), true, {}});
    m_fleetQuantity->setChoices(quantities);
    refresh();
}

void LivePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        retranslate();
    }
}

void LivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    refresh();
    m_seconds.start();
}

void LivePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_seconds.stop();
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace headroom::ui
