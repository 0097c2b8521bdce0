// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

#include <optional>

namespace headroom::ui {

struct HeatCell {
    std::optional<double> level;  // 0 to 1: how strong the colour is; nothing where there is no value
    QString text;                 // in the cell: a number beside the colour
    QString description;          // in full words, for tool tip and screen reader
    bool alarming = false;        // drawn with a red rim

    bool operator==(const HeatCell &) const = default;
};

struct HeatRow {
    QString label;
    QVector<HeatCell> cells;

    bool operator==(const HeatRow &) const = default;
};

// A table of coloured cells (machines x GPUs) with their numbers. Arrow keys move, Return chooses; the current cell is
// spoken. Grows downwards: put it into a scroll area. Many rows stand closer and without numbers, so that a fleet of
// thousands is seen at a glance; only what is in sight is painted.
class HeatMap : public QWidget {
Q_OBJECT

public:
    explicit HeatMap(QWidget *parent = nullptr);

    void setRows(const QVector<HeatRow> &rows);
    const QVector<HeatRow> &rows() const { return m_rows; }
    void setSummary(const QString &summary); // spoken when the map gets the focus
    QPoint currentCell() const { return m_current; } // x: column, y: row; (-1, -1) none
    void setCurrentCell(const QPoint &cell);
    QRect cellRect(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void cellActivated(int row, int column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QPoint cellAt(const QPoint &position) const;
    bool isDense() const;
    int rowHeight() const;
    int columns() const;
    int labelWidth() const;
    void announce();

    QVector<HeatRow> m_rows;
    QString m_summary;
    mutable int m_columns = -1;    // of m_rows; -1: not yet known
    mutable int m_labelWidth = -1;
    QPoint m_current{-1, -1};
};

} // namespace headroom::ui
