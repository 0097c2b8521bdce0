// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/charts/chart_data.h>
#include <ui/theme/tokens.h>

#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <memory>
#include <optional>

class QCustomPlot;
class QPainter;

namespace headroom::ui {

struct LegendEntry {
    QString name;
    QString value;               // below the name; empty: none
    int color = 0;               // -1: what is free
    LineDash dash = LineDash::Solid;
    bool box = false;            // a filled square instead of a piece of line
};

// What all charts share: the theme, a legend below, words where there is nothing to draw, a reading under the mouse or
// at the cursor that the arrow keys move, the same text for screen readers, and drawing as vectors for print.
class Chart : public QWidget {
Q_OBJECT

public:
    ~Chart() override;

    // Shown where there is no data.
    void setEmptyText(const QString &text);
    bool isEmpty() const { return !hasData(); }
    // What stands at the cursor, as "12 req/s: p50 0.4 s, p95 1.1 s"; empty without a cursor.
    QString reading() const;
    // Draws the chart as if it were logicalSize pixels large, scaled into target; vectors and text stay what they are.
    // `families` replaces the fonts of the screen: Inter's alternates of x, : and - between digits do not extract from a PDF.
    void renderTo(QPainter &painter, const QRectF &target, const QSizeF &logicalSize, const Tokens &tokens, const QStringList &families = {});

    // Puts the cursor there, as another chart of the same axis has it; nothing takes it away. Tells no one.
    void showCursor(std::optional<double> place);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void cursorMoved(std::optional<double> place); // by mouse or keyboard

protected:
    explicit Chart(QWidget *parent);

    virtual bool hasData() const = 0;
    // Makes all plottables and items anew; `size` is that of the plot without legend.
    virtual void build(QCustomPlot &plot, const Tokens &tokens, const QSizeF &size) = 0;
    virtual QVector<LegendEntry> legend() const { return {}; }
    virtual QString legendNote() const { return {}; }
    // The places the cursor can stand on, left to right, and the text at one of them.
    virtual QVector<double> cursorPlaces() const { return {}; }
    virtual QString readingAt(double place) const;
    // Line charts have an upright cursor line; the others mark a row by themselves.
    virtual bool hasCursorLine() const { return true; }
    virtual double placeAt(QCustomPlot &plot, const QPointF &position) const;
    virtual void activate(double place) { Q_UNUSED(place) }
    QRectF plotArea() const; // of the axes, in this widget

    void rebuild();
    void setSummary(const QString &summary);
    std::optional<double> cursor() const;

    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Private;

    void moveCursor(std::optional<double> place);
    void drawCursor();
    int legendHeight(int width) const;
    int paintLegend(QPainter *painter, const QRectF &rect, const Tokens &tokens) const;

    std::unique_ptr<Private> d;
};

} // namespace headroom::ui
