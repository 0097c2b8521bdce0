// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/segmented_control.h>

#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>
#include <QPainterPath>

namespace headroom::ui {

namespace {

class Segment : public QAbstractButton {
public:
    Segment(bool first, bool last, QWidget *parent) : QAbstractButton(parent), m_first(first), m_last(last)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(text()) + 22, 30}; }
    QSize minimumSizeHint() const override { return {QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(text()) + 8, 30}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        // One outline around all segments: the inner ones overhang it and are clipped.
        QRectF box = rect();
        box.adjust(m_first ? 0.5 : -0.5 - kRadiusControl, 0.5, m_last ? -0.5 : kRadiusControl + 0.5, -0.5);
        QColor fill = isChecked() ? tokens.accentSoft : tokens.surface;
        if (!isChecked() && isEnabled() && underMouse())
            fill = tokens.surfaceHover;
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(box, kRadiusControl, kRadiusControl);
        if (!m_first)
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, height() - 1));
        QFont shown = fontOf(isChecked() ? TextRole::Strong : TextRole::Body);
        shown.setStrikeOut(!isEnabled());
        painter.setFont(shown);
        painter.setPen(isChecked() ? (isEnabled() ? tokens.accent : tokens.error) : isEnabled() ? tokens.text : tokens.textSecondary);
        painter.drawText(rect(), Qt::AlignCenter, QFontMetrics(shown).elidedText(text(), Qt::ElideRight, width() - 6));
        if (showsKeyboardFocus(*this))
            drawFocusRing(painter, QRectF(rect()), tokens, kRadiusControl);
    }

private:
    bool m_first;
    bool m_last;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_group->setExclusive(true);
}

void SegmentedControl::setChoices(const QVector<Choice> &choices)
{
    if (choices == m_choices)
        return;
    const bool sameShape = choices.size() == m_choices.size()
        && std::equal(choices.begin(), choices.end(), m_choices.begin(), [](const Choice &a, const Choice &b) { return a.id == b.id; });
    m_choices = choices;
    if (!sameShape)
        rebuild();
    const auto buttons = m_group->buttons();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        const Choice &choice = choices.at(i);
        QAbstractButton *button = buttons.at(i);
        button->setText(choice.label);
        button->setEnabled(choice.enabled);
        button->setToolTip(choice.reason);
        button->setAccessibleName(choice.label);
        button->setAccessibleDescription(choice.reason);
        button->updateGeometry();
    }
    setCurrent(m_current);
}

void SegmentedControl::rebuild()
{
    const auto old = m_group->buttons();
    for (QAbstractButton *button : old) {
        m_group->removeButton(button);
        // The sender of a signal may be among them.
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        auto *segment = new Segment(i == 0, i + 1 == m_choices.size(), this);
        const QString id = m_choices.at(i).id;
        if (!m_name.isEmpty())
            segment->setObjectName(m_name + QLatin1Char('.') + id);
        m_group->addButton(segment);
        m_layout->addWidget(segment, 1);
        connect(segment, &QAbstractButton::toggled, this, [this, id](bool on) {
            if (!on || id == m_current)
                return;
            m_current = id;
            emit chosen(id);
        });
    }
}

void SegmentedControl::setCurrent(const QString &id)
{
    m_current = id;
    QAbstractButton *button = segment(id);
    if (button) {
        button->setChecked(true);
        return;
    }
    m_group->setExclusive(false);
    const auto buttons = m_group->buttons();
    for (QAbstractButton *other : buttons)
        other->setChecked(false);
    m_group->setExclusive(true);
}

void SegmentedControl::setName(const QString &name)
{
    m_name = name;
    setObjectName(name);
    const auto buttons = m_group->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i)
        buttons.at(i)->setObjectName(name + QLatin1Char('.') + m_choices.at(i).id);
}

QAbstractButton *SegmentedControl::segment(const QString &id) const
{
    const auto buttons = m_group->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i)
        if (m_choices.at(i).id == id)
            return buttons.at(i);
    return nullptr;
}

} // namespace headroom::ui
