// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/heat_map.h>

#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace headroom::ui {

namespace {

constexpr int kDenseRows = 32;   // from so many rows on
constexpr int kDenseHeight = 13;
constexpr int kRowHeight = 30;
constexpr int kGap = 3;
constexpr int kMinCell = 34;
constexpr int kMaxCell = 64;
constexpr int kMaxLabel = 150;

QColor blend(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return x + (y - x) * static_cast<float>(share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

HeatMap::HeatMap(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatMap::setRows(const QVector<HeatRow> &rows)
{
    if (rows == m_rows)
        return;
    const bool shape = rows.size() != m_rows.size();
    m_rows = rows;
    m_columns = m_labelWidth = -1;
    if (m_current.y() >= m_rows.size() || (m_current.y() >= 0 && m_current.x() >= m_rows.at(m_current.y()).cells.size()))
        m_current = {-1, -1};
    if (shape)
        updateGeometry();
    update();
}

void HeatMap::setSummary(const QString &summary)
{
    m_summary = summary;
    if (m_current.x() < 0)
        setAccessibleName(summary);
}

void HeatMap::setCurrentCell(const QPoint &cell)
{
    m_current = cell;
    announce();
    update();
}

int HeatMap::columns() const
{
    if (m_columns < 0) {
        m_columns = 0;
        for (const HeatRow &row : m_rows)
            m_columns = qMax(m_columns, static_cast<int>(row.cells.size()));
    }
    return m_columns;
}

bool HeatMap::isDense() const
{
    return m_rows.size() >= kDenseRows;
}

int HeatMap::rowHeight() const
{
    return isDense() ? kDenseHeight : kRowHeight;
}

int HeatMap::labelWidth() const
{
    if (m_labelWidth < 0) {
        const QFontMetrics metrics(fontOf(TextRole::Caption));
        int widest = 0;
        for (const HeatRow &row : m_rows)
            widest = qMax(widest, metrics.horizontalAdvance(row.label));
        m_labelWidth = qMin(widest, kMaxLabel) + kSpaceM;
    }
    return m_labelWidth;
}

QRect HeatMap::cellRect(int row, int column) const
{
    const int count = qMax(1, columns());
    const int room = width() - labelWidth();
    const int cell = qBound(kMinCell, (room - (count - 1) * kGap) / count, kMaxCell);
    return {labelWidth() + column * (cell + kGap), row * (rowHeight() + kGap), cell, rowHeight()};
}

QPoint HeatMap::cellAt(const QPoint &position) const
{
    const int row = position.y() / (rowHeight() + kGap);
    if (position.y() >= 0 && row < m_rows.size())
        for (int column = 0; column < m_rows.at(row).cells.size(); ++column)
            if (cellRect(row, column).contains(position))
                return {column, row};
    return {-1, -1};
}

QSize HeatMap::sizeHint() const
{
    return {labelWidth() + columns() * (48 + kGap), static_cast<int>(m_rows.size()) * (rowHeight() + kGap)};
}

QSize HeatMap::minimumSizeHint() const
{
    return {labelWidth() + columns() * (kMinCell + kGap), sizeHint().height()};
}

void HeatMap::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    const QFont labelFont = fontOf(TextRole::Caption);
    const QFontMetrics labelMetrics(labelFont);
    const int first = qMax(0, event->rect().top() / (rowHeight() + kGap));
    const int last = qMin(static_cast<int>(m_rows.size()) - 1, event->rect().bottom() / (rowHeight() + kGap));
    for (int row = first; row <= last; ++row) {
        const QRect line(0, row * (rowHeight() + kGap), width(), rowHeight());
        if (!line.intersects(event->rect()))
            continue;
        painter.setFont(labelFont);
        painter.setPen(tokens.textSecondary);
        const QRect labelRect(0, line.top(), labelWidth() - kSpaceS, rowHeight());
        painter.drawText(labelRect, Qt::AlignVCenter | Qt::AlignLeft, labelMetrics.elidedText(m_rows.at(row).label, Qt::ElideMiddle, labelRect.width()));
        for (int column = 0; column < m_rows.at(row).cells.size(); ++column) {
            const HeatCell &cell = m_rows.at(row).cells.at(column);
            const QRectF box = cellRect(row, column);
            const QColor fill = cell.level ? blend(tokens.heatLow, tokens.heatHigh, qBound(0.0, *cell.level, 1.0)) : tokens.heatMissing;
            drawRoundedBox(painter, box, fill, Qt::transparent, 3);
            if (cell.alarming) {
                painter.save();
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(tokens.error, 2));
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3);
                painter.restore();
            }
            // Of the two inks the one that stands out more.
            const bool dark = contrastRatio(fill, tokens.onHeatLow) >= contrastRatio(fill, tokens.onHeatHigh);
            painter.setPen(!cell.level ? tokens.textSecondary : dark ? tokens.onHeatLow : tokens.onHeatHigh);
            // In a dense map an alarm still says what it is by more than its rim.
            if (!isDense() || cell.alarming)
                painter.drawText(box, Qt::AlignCenter, isDense() ? QStringLiteral("!") : cell.text);
            if (hasFocus() && m_current == QPoint(column, row))
                drawFocusRing(painter, box.adjusted(-1, -1, 1, 1), tokens, 4);
        }
    }
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    if (m_rows.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    QPoint next = m_current.x() < 0 ? QPoint(0, 0) : m_current;
    switch (event->key()) {
    case Qt::Key_Left: next.rx()--; break;
    case Qt::Key_Right: next.rx()++; break;
    case Qt::Key_Up: next.ry()--; break;
    case Qt::Key_Down: next.ry()++; break;
    case Qt::Key_Home: next.setX(0); break;
    case Qt::Key_End: next.setX(columns() - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.x() >= 0)
            emit cellActivated(m_current.y(), m_current.x());
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    next.setY(qBound(0, next.y(), static_cast<int>(m_rows.size()) - 1));
    next.setX(qBound(0, next.x(), static_cast<int>(m_rows.at(next.y()).cells.size()) - 1));
    setCurrentCell(next);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    const QPoint cell = cellAt(event->pos());
    if (cell.x() < 0)
        return;
    setCurrentCell(cell);
    emit cellActivated(cell.y(), cell.x());
}

void HeatMap::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current.x() < 0 && !m_rows.isEmpty() && event->reason() != Qt::MouseFocusReason)
        m_current = {0, 0};
    announce();
    update();
}

void HeatMap::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint cell = cellAt(help->pos());
        if (cell.x() >= 0)
            QToolTip::showText(help->globalPos(), m_rows.at(cell.y()).cells.at(cell.x()).description, this, cellRect(cell.y(), cell.x()));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void HeatMap::announce()
{
    if (m_current.y() < 0 || m_current.y() >= m_rows.size() || m_current.x() < 0 || m_current.x() >= m_rows.at(m_current.y()).cells.size()) {
        setAccessibleName(m_summary);
        return;
    }
    setAccessibleName(m_rows.at(m_current.y()).cells.at(m_current.x()).description);
    setAccessibleDescription(m_summary);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace headroom::ui
