// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/tile_row.h>

#include <ui/widgets/tile.h>

#include <QEvent>

namespace headroom::ui {

namespace {
constexpr int kMinTile = 150;
} // namespace

TileRow::TileRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // a fixed height would not grow with the rows
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

Tile *TileRow::addTile(const QString &objectName)
{
    auto *tile = new Tile(this);
    tile->setObjectName(objectName);
    tile->show();
    connect(tile, &Tile::contentChanged, this, [this] {
        updateGeometry();
        arrange();
    });
    m_tiles.push_back(tile);
    updateGeometry();
    arrange();
    return tile;
}

int TileRow::columnsFor(int width) const
{
    const int count = static_cast<int>(m_tiles.size());
    if (count == 0)
        return 1;
    const int fit = qBound(1, (width + kSpaceM) / (kMinTile + kSpaceM), count);
    const int rows = (count + fit - 1) / fit;
    return (count + rows - 1) / rows; // rows of equal length: five tiles in two rows stand 3 + 2
}

int TileRow::rowHeight() const
{
    int height = 0;
    for (const Tile *tile : m_tiles)
        height = qMax(height, tile->sizeHint().height());
    return height;
}

int TileRow::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (static_cast<int>(m_tiles.size()) + columns - 1) / columns;
    return rows == 0 ? 0 : rows * rowHeight() + (rows - 1) * kSpaceM;
}

QSize TileRow::sizeHint() const
{
    const int count = static_cast<int>(m_tiles.size());
    return {count * (kMinTile + 30) + (count - 1) * kSpaceM, heightForWidth(width() > kMinTile ? width() : 1000)};
}

QSize TileRow::minimumSizeHint() const
{
    return {2 * kMinTile + kSpaceM, rowHeight()};
}

void TileRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TileRow::event(QEvent *event)
{
    // A tile that got one more line asks for more height.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void TileRow::arrange()
{
    const int columns = columnsFor(width());
    const int tileWidth = (width() - (columns - 1) * kSpaceM) / columns;
    const int height = rowHeight();
    for (int i = 0; i < m_tiles.size(); ++i) {
        const int column = i % columns;
        const int x = column * (tileWidth + kSpaceM);
        const int w = column == columns - 1 ? width() - x : tileWidth;
        m_tiles.at(i)->setGeometry(x, (i / columns) * (height + kSpaceM), w, height);
    }
}

} // namespace headroom::ui
