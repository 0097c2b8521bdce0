// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view_model.h>

#include <QTimer>
#include <QWidget>

#include <vector>

class QGridLayout;
class QScrollArea;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace headroom::ui {

class Banner;
class Card;
class EmptyState;
class HeatMap;
class LiveHeader;
class LiveSections;
class LiveToolbar;
class SegmentedControl;
class SourcesPanel;
class TextLabel;
class TileRow;
class TimeSeriesChart;

// The Live page: what the watched machines do now and did in the last minutes. It only looks: polling goes on without it.
class LivePage : public QWidget {
Q_OBJECT

public:
    explicit LivePage(present::LiveViewModel &model, QWidget *parent = nullptr); // `model` outlives the page

    // Stands on top of the page until somebody takes it elsewhere (the window's heading).
    QWidget *headerWidget() const;
    const present::LiveSelection &selection() const { return m_selection; }
    void setSelection(const present::LiveSelection &selection);
    // The parts beside the overview, for who answers their wishes.
    LiveSections &sections() const { return *m_sections; }
    // Puts a card under the overview's tiles; the page takes it over.
    void addToOverview(QWidget *card);
    // What the page shows now, as figures and as a picture.
    present::LiveView shown() const { return m_model.view(m_selection); }
    QPixmap picture() const;
    // Draws the present state at once, also while the page is not shown (for pictures).
    void refresh();

signals:
    void exportWanted(bool picture);     // else figures
    void message(const QString &text);   // for the window's message strip
    void unlockWanted(const QString &passphrase);   // of the file of secrets

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct ChartCard {
        Card *card;
        TimeSeriesChart *chart;
    };

    QWidget *makeContent();
    QWidget *makeEmpty();
    void makeFleet();
    void arrange();
    void retranslate();
    void showBanners(const present::LiveView &view);
    void showTiles(const present::LiveView &view);
    void showFleet(const present::LiveView &view);
    void showCharts(const present::LiveView &view);
    void connectChart(TimeSeriesChart *chart);
    void setStretch(double from, double to);
    std::vector<ChartCard> chartsOf(present::LiveSection section) const;
    void revealSources();
    void askForSecret();

    present::LiveViewModel &m_model;
    present::LiveSelection m_selection;
    QTimer m_seconds;
    LiveHeader *m_header;
    LiveToolbar *m_toolbar;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    SourcesPanel *m_emptySources = nullptr;
    QScrollArea *m_scroll = nullptr;
    Banner *m_demoBanner;
    Banner *m_failBanner;
    Banner *m_secretBanner;
    QWidget *m_overview = nullptr;
    LiveSections *m_sections = nullptr;
    TileRow *m_tiles = nullptr;
    QGridLayout *m_grid = nullptr;
    Card *m_fleetCard = nullptr;
    SegmentedControl *m_fleetQuantity = nullptr;
    QScrollArea *m_fleetScroll = nullptr;
    HeatMap *m_fleet = nullptr;
    TextLabel *m_fleetEmpty = nullptr;
    std::vector<ChartCard> m_charts;
    Card *m_tableCard = nullptr;
    QTableView *m_table = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    Card *m_sourcesCard = nullptr;
    SourcesPanel *m_sources = nullptr;
    int m_columns = 0;
};

} // namespace headroom::ui
