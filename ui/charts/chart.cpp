// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/charts/chart.h>

#include "chart_kit.h"

#include <ui/theme/style.h>

#include <QAccessible>
#include <QPicture>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

struct Chart::Private {
    QCustomPlot *plot = nullptr;
    QCPItemLine *cursorLine = nullptr;
    QString emptyText;
    QString summary;
    std::optional<double> cursor;
    bool stale = false;           // built when it comes into sight
};

namespace {
constexpr int kInset = 2;        // room for the focus ring
constexpr int kLegendGap = 18;
constexpr int kLegendLine = 18;
constexpr int kSample = 14;      // piece of line or square before a name
} // namespace

Chart::Chart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->plot = new QCustomPlot(this);
    d->plot->setFocusPolicy(Qt::NoFocus);
    d->plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

Chart::~Chart() = default;

void Chart::setEmptyText(const QString &text)
{
    d->emptyText = text;
    update();
}

QString Chart::reading() const
{
    return d->cursor && hasData() ? readingAt(*d->cursor) : QString();
}

QString Chart::readingAt(double place) const
{
    Q_UNUSED(place)
    return {};
}

double Chart::placeAt(QCustomPlot &plot, const QPointF &position) const
{
    return plot.xAxis->pixelToCoord(position.x());
}

void Chart::showCursor(std::optional<double> place)
{
    const QSignalBlocker quiet(this);
    moveCursor(place);
}

QRectF Chart::plotArea() const
{
    return QRectF(d->plot->axisRect()->rect()).translated(d->plot->pos());
}

std::optional<double> Chart::cursor() const
{
    return d->cursor;
}

void Chart::setSummary(const QString &summary)
{
    d->summary = summary;
    setAccessibleDescription(summary);
}

QSize Chart::sizeHint() const
{
    return {360, 240};
}

QSize Chart::minimumSizeHint() const
{
    return {180, 110};
}

void Chart::rebuild()
{
    // A chart that is scrolled out of sight costs nothing while a slider moves.
    d->stale = isVisible() && visibleRegion().isEmpty();
    if (d->stale)
        return;
    const bool data = hasData();
    d->plot->setVisible(data);
    d->cursorLine = nullptr; // build() removes all items
    const int legendRoom = data ? legendHeight(width()) : 0;
    d->plot->setGeometry(kInset, kInset, qMax(1, width() - 2 * kInset), qMax(1, height() - legendRoom - 2 * kInset));
    if (data) {
        build(*d->plot, tokensOf(this), d->plot->size());
        drawCursor();
        d->plot->replot(QCustomPlot::rpQueuedReplot);
    }
    update();
}

void Chart::renderTo(QPainter &painter, const QRectF &target, const QSizeF &logicalSize, const Tokens &tokens, const QStringList &families)
{
    FontFamilies fonts(families);
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / logicalSize.width(), target.height() / logicalSize.height());
    if (!hasData()) {
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(tokens.textSecondary);
        painter.drawText(QRectF(QPointF(0, 0), logicalSize), Qt::AlignCenter | Qt::TextWordWrap, d->emptyText);
        painter.restore();
        return;
    }
    const int legendRoom = legendHeight(static_cast<int>(logicalSize.width()));
    const QSizeF plotSize(logicalSize.width(), logicalSize.height() - legendRoom);
    d->cursorLine = nullptr;
    build(*d->plot, tokens, plotSize);
    d->plot->setBackground(QBrush(Qt::NoBrush));
    // QCustomPlot draws with a painter of its own kind only; the picture takes it over as vectors.
    QPicture picture;
    {
        QCPPainter recorder(&picture);
        // Cached tick labels are pictures, which a recording would lose.
        recorder.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching);
        d->plot->toPainter(&recorder, static_cast<int>(plotSize.width()), static_cast<int>(plotSize.height()));
    }
    // Playing a picture scales it from its own resolution to that of the device: our scale has done so already.
    painter.save();
    painter.scale(static_cast<qreal>(picture.logicalDpiX()) / painter.device()->logicalDpiX(), static_cast<qreal>(picture.logicalDpiY()) / painter.device()->logicalDpiY());
    painter.drawPicture(QPointF(0, 0), picture);
    painter.restore();
    paintLegend(&painter, QRectF(0, plotSize.height(), plotSize.width(), legendRoom), tokens);
    painter.restore();
    fonts.end();
    rebuild();
}

bool Chart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        return true; // the reading is shown while the mouse moves
    }
    return QWidget::event(event);
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && d)
        rebuild();
}

void Chart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

void Chart::paintEvent(QPaintEvent *)
{
    if (d->stale)
        rebuild();
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    if (!hasData()) {
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(tokens.textSecondary);
        painter.drawText(rect().adjusted(kSpaceL, kSpaceS, -kSpaceL, -kSpaceS), Qt::AlignCenter | Qt::TextWordWrap, d->emptyText);
    } else {
        const int room = legendHeight(width());
        paintLegend(&painter, QRectF(0, height() - room, width(), room), tokens);
    }
    if (showsKeyboardFocus(*this))
        drawFocusRing(painter, rect(), tokens, 4);
}

int Chart::legendHeight(int width) const
{
    return paintLegend(nullptr, QRectF(0, 0, width, 0), tokensFor(ThemeMode::Light));
}

// Lays the legend out, and draws it if there is a painter; returns its height.
int Chart::paintLegend(QPainter *painter, const QRectF &rect, const Tokens &tokens) const
{
    const QVector<LegendEntry> entries = legend();
    const QString note = legendNote();
    if (entries.isEmpty() && note.isEmpty())
        return 0;
    const QFont font = fontOf(TextRole::Small);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QFontMetricsF boldMetrics(bold);
    const bool twoLines = std::any_of(entries.begin(), entries.end(), [](const LegendEntry &entry) { return !entry.value.isEmpty(); });
    const qreal lineHeight = twoLines ? 2.0 * kLegendLine : kLegendLine;
    const qreal left = rect.left() + kSpaceM;
    qreal x = left;
    qreal y = rect.top() + kSpaceXs;
    const auto place = [&](qreal width) {
        if (x > left && x + width > rect.right()) {
            x = left;
            y += lineHeight;
        }
        const QPointF at(x, y);
        x += width + kLegendGap;
        return at;
    };
    for (const LegendEntry &entry : entries) {
        const QPointF at = place(kSample + 6 + qMax(metrics.horizontalAdvance(entry.name), boldMetrics.horizontalAdvance(entry.value)));
        if (!painter)
            continue;
        const QColor color = entry.color < 0 ? tokens.track : tokens.seriesColor(entry.color);
        painter->setRenderHint(QPainter::Antialiasing);
        if (entry.box) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color);
            painter->drawRoundedRect(QRectF(at.x() + 3, at.y() + 4, 10, 10), 2, 2);
        } else {
            painter->setPen(seriesPen(color, entry.dash, 2));
            painter->drawLine(QPointF(at.x(), at.y() + 9), QPointF(at.x() + kSample, at.y() + 9));
        }
        painter->setFont(font);
        painter->setPen(tokens.textSecondary);
        painter->drawText(QPointF(at.x() + kSample + 6, at.y() + 13), entry.name);
        painter->setFont(bold);
        painter->setPen(tokens.text);
        if (!entry.value.isEmpty())
            painter->drawText(QPointF(at.x() + kSample + 6, at.y() + 13 + kLegendLine - 2), entry.value);
    }
    if (!note.isEmpty()) {
        const QPointF at = place(metrics.horizontalAdvance(note));
        if (painter) {
            painter->setFont(font);
            painter->setPen(tokens.textSecondary);
            painter->drawText(QPointF(at.x(), at.y() + 13), note);
        }
    }
    return static_cast<int>(std::ceil(y - rect.top() + lineHeight + kSpaceXs));
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    QWidget::mouseMoveEvent(event);
    const QVector<double> places = hasData() ? cursorPlaces() : QVector<double>();
    const QPointF inPlot = event->position() - d->plot->pos();
    if (places.isEmpty() || !d->plot->axisRect()->rect().adjusted(-4, -4, 4, 4).contains(inPlot.toPoint())) {
        moveCursor(std::nullopt);
        QToolTip::hideText();
        return;
    }
    const double wanted = placeAt(*d->plot, inPlot);
    const auto nearest = std::min_element(places.begin(), places.end(), [wanted](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    moveCursor(*nearest);
    const QString text = reading();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(10, 12), text, this);
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    if (d->cursor && event->button() == Qt::LeftButton)
        activate(*d->cursor);
}

void Chart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        moveCursor(std::nullopt);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const QVector<double> places = hasData() ? cursorPlaces() : QVector<double>();
    if (places.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto at = d->cursor ? std::lower_bound(places.begin(), places.end(), *d->cursor) : places.begin();
    qsizetype index = std::min<qsizetype>(at - places.begin(), places.size() - 1);
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: index += d->cursor ? 1 : 0; break;
    case Qt::Key_Left:
    case Qt::Key_Up: index -= d->cursor ? 1 : 0; break;
    case Qt::Key_Home: index = 0; break;
    case Qt::Key_End: index = places.size() - 1; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->cursor)
            activate(*d->cursor);
        return;
    case Qt::Key_Escape:
        if (d->cursor) {
            moveCursor(std::nullopt);
            return;
        }
        QWidget::keyPressEvent(event);
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    moveCursor(places.at(std::clamp<qsizetype>(index, 0, places.size() - 1)));
    const QString text = reading();
    setAccessibleDescription(text.isEmpty() ? d->summary : text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    if (!text.isEmpty())
        QToolTip::showText(mapToGlobal(QPoint(width() / 2, kSpaceL)), text, this);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    moveCursor(std::nullopt);
    setAccessibleDescription(d->summary);
    update();
}

void Chart::moveCursor(std::optional<double> place)
{
    if (place == d->cursor)
        return;
    d->cursor = place;
    emit cursorMoved(place);
    if (!hasData())
        return;
    if (hasCursorLine()) {
        drawCursor();
        d->plot->replot(QCustomPlot::rpQueuedReplot);
    } else {
        rebuild();
    }
}

void Chart::drawCursor()
{
    if (!hasCursorLine())
        return;
    if (!d->cursor) {
        if (d->cursorLine)
            d->cursorLine->setVisible(false);
        return;
    }
    if (!d->cursorLine) {
        d->cursorLine = new QCPItemLine(d->plot);
        d->cursorLine->setPen(QPen(tokensOf(this).borderStrong, 1));
        d->cursorLine->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
        d->cursorLine->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    d->cursorLine->setVisible(true);
    d->cursorLine->start->setCoords(*d->cursor, 0);
    d->cursorLine->end->setCoords(*d->cursor, 1);
}

} // namespace headroom::ui
