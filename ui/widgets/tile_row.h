// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace headroom::ui {

class Tile;

// Tiles of equal width side by side; where the window is narrow they break into equal rows.
class TileRow : public QWidget {
Q_OBJECT

public:
    explicit TileRow(QWidget *parent = nullptr);

    // Takes the tile over.
    Tile *addTile(const QString &objectName);
    const QVector<Tile *> &tiles() const { return m_tiles; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columnsFor(int width) const;
    int rowHeight() const;
    void arrange();

    QVector<Tile *> m_tiles;
};

} // namespace headroom::ui
