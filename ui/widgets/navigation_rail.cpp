// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/navigation_rail.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>
#include <QShortcut>

namespace headroom::ui {

namespace {

constexpr int kWidth = 76;

class RailButton : public QAbstractButton {
public:
    RailButton(QString iconName, QWidget *parent) : QAbstractButton(parent), m_icon(std::move(iconName))
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {kWidth, 60}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        const QColor ink = isChecked() ? tokens.accent : underMouse() ? tokens.text : tokens.textSecondary;
        if (isChecked()) {
            painter.fillRect(rect(), tokens.accentSoft);
            painter.fillRect(QRect(width() - 3, 0, 3, height()), tokens.accent);
        } else if (underMouse()) {
            painter.fillRect(rect(), tokens.surfaceHover);
        }
        drawIcon(painter, m_icon, ink, QRectF((width() - 22) / 2.0, 10, 22, 22));
        QFont font = fontOf(TextRole::Small);
        if (isChecked())
            font.setWeight(QFont::Medium);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRect(2, 35, width() - 4, 18), Qt::AlignCenter, QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 6));
        if (showsKeyboardFocus(*this))
            drawFocusRing(painter, rect().adjusted(1, 1, -1, -1), tokens, kRadiusControl);
    }

private:
    QString m_icon;
};

} // namespace

NavigationRail::NavigationRail(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout)
{
    setFixedWidth(kWidth + 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpaceM, 1, kSpaceM);
    layout->setSpacing(0);
    for (QVBoxLayout *part : {m_top, m_bottom})
        part->setSpacing(2);
    layout->addLayout(m_top);
    layout->addStretch(1);
    layout->addLayout(m_bottom);
}

void NavigationRail::addEntry(const QString &id, const QString &iconName, bool atBottom)
{
    auto *button = new RailButton(iconName, this);
    button->setObjectName(QStringLiteral("nav.") + id);
    m_group->addButton(button);
    (atBottom ? m_bottom : m_top)->addWidget(button);
    m_entries.push_back({id, button});
    connect(button, &QAbstractButton::toggled, this, [this, id](bool on) {
        if (!on || id == m_current)
            return;
        m_current = id;
        emit chosen(id);
    });
    if (m_entries.size() <= 9) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_entries.size())), this);
        connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    }
}

void NavigationRail::setLabel(const QString &id, const QString &label)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).id != id)
            continue;
        QAbstractButton *entry = m_entries.at(i).button;
        entry->setText(label);
        entry->setAccessibleName(label);
        entry->setToolTip(QStringLiteral("%1 (%2)").arg(label, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)).toString(QKeySequence::NativeText)));
        entry->update();
    }
}

void NavigationRail::setCurrent(const QString &id)
{
    m_current = id;
    if (QAbstractButton *entry = button(id))
        entry->setChecked(true);
}

QAbstractButton *NavigationRail::button(const QString &id) const
{
    for (const Entry &entry : m_entries)
        if (entry.id == id)
            return entry.button;
    return nullptr;
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.border);
}

} // namespace headroom::ui
