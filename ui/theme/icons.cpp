// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/icons.h>

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace headroom::ui {

namespace {

QByteArray svgOf(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    auto it = cache.constFind(name);
    if (it == cache.constEnd()) {
        initIconResources();
        QFile file(QStringLiteral(":/headroom/icons/%1.svg").arg(name));
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(open, "iconFor", qPrintable(name));
        it = cache.insert(name, open ? file.readAll() : QByteArray());
    }
    return it.value();
}

class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, QColor color, QColor disabled) : m_name(std::move(name)), m_color(std::move(color)), m_disabled(std::move(disabled)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, m_name, mode == QIcon::Disabled ? m_disabled : m_color, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QString m_name;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void drawIcon(QPainter &painter, const QString &name, const QColor &color, const QRectF &rect)
{
    QByteArray svg = svgOf(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const qreal side = qMin(rect.width(), rect.height());
    const QRectF square(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, square);
    painter.restore();
}

QIcon iconFor(const QString &name, const QColor &color, const QColor &disabledColor)
{
    return QIcon(new LineIconEngine(name, color, disabledColor));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawIcon(painter, name, color, QRectF(0, 0, size, size));
    return pixmap;
}

QIcon applicationIcon()
{
    initIconResources();
    return QIcon(QStringLiteral(":/headroom/icons/headroom.svg"));
}

} // namespace headroom::ui
