// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/figure.h>
#include <present/plan/plan_view.h>

#include <QHash>
#include <QScrollArea>

class QGraphicsOpacityEffect;
class QGridLayout;
class QVBoxLayout;

namespace headroom::ui {

class Banner;
class BarChart;
class Card;
class LeftOutTable;
class LineChart;
class LinkButton;
class ScatterChart;
class SegmentedControl;
class StackedBar;
class TextLabel;
class Tile;
class TileRow;
class TornadoChart;

// The answer: tiles, what is to say about it, charts, and what was left out. Draws a PlanView, knows nothing of planning.
class AnswerPanel : public QScrollArea {
Q_OBJECT

public:
    explicit AnswerPanel(QWidget *parent = nullptr);

    void setView(const present::PlanView &view);
    // The figures belong to inputs that have changed since: drawn paler until the new ones come.
    void setPlanning(bool planning);
    void retranslate();

signals:
    void whyRequested(headroom::core::Figure figure);
    void arithmeticRequested(int fleet);
    void optionChosen(int alternative);   // index into the plan's alternatives; -1: the recommended option

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setTiles(const std::vector<present::TileView> &tiles);
    void setBanners(const std::vector<present::BannerView> &banners);
    void arrangeCards();
    void showLatency(const present::PlanView &view);
    Card *card(const QString &name, QWidget *content, int height);

    QWidget *m_content;
    QGraphicsOpacityEffect *m_pale;
    TileRow *m_tiles;
    QVBoxLayout *m_urgent;        // banners above the tiles
    QVBoxLayout *m_banners;
    QVector<Banner *> m_bannerPool;
    std::vector<present::BannerView> m_bannerViews;
    QGridLayout *m_grid;
    QVector<Card *> m_cards;      // in reading order
    int m_columns = 0;
    present::PlanView m_view;     // shown
    LineChart *m_latency;
    SegmentedControl *m_latencySwitch;
    QString m_latencyChosen;      // by the person; empty: the one whose target binds
    BarChart *m_options;
    ScatterChart *m_pareto;
    TornadoChart *m_tornado;
    StackedBar *m_memory;
    LineChart *m_day;
    LineChart *m_throughput;
    LineChart *m_cost;
    Card *m_leftOutCard;
    LeftOutTable *m_leftOut;
};

} // namespace headroom::ui
