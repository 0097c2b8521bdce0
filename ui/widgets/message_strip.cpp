// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/message_strip.h>

#include <ui/theme/icons.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

namespace headroom::ui {

MessageStrip::MessageStrip(QWidget *parent)
    : QWidget(parent), m_text(new TextLabel(TextRole::Body, Tone::Neutral, this)), m_action(new LinkButton(QString(), this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageStrip"));
    m_text->setObjectName(QStringLiteral("messageStrip.text"));
    m_action->setObjectName(QStringLiteral("messageStrip.action"));
    m_close->setObjectName(QStringLiteral("messageStrip.close"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(44, kSpaceS - 2, kSpaceS, kSpaceS - 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIconSize({16, 16});
    m_timer.setSingleShot(true);
    m_timer.setInterval(kNoticeMs);
    connect(&m_timer, &QTimer::timeout, this, &MessageStrip::clear);
    connect(m_close, &QToolButton::clicked, this, &MessageStrip::clear);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        clear();
        emit actionTriggered();
    });
    restyle();
    hide();
}

void MessageStrip::show(Tone tone, const QString &text, const QString &action)
{
    const bool stays = tone == Tone::Warning || tone == Tone::Error;
    if (!stays && isVisibleTo(parentWidget()) && m_tone == Tone::Error)
        return;
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->updateGeometry();
    setAccessibleName(text);
    if (stays)
        m_timer.stop();
    else
        m_timer.start();
    setVisible(true);
    update();
}

void MessageStrip::clear()
{
    m_timer.stop();
    m_text->clear();
    setVisible(false);
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::setCloseText(const QString &text)
{
    m_close->setToolTip(text);
    m_close->setAccessibleName(text);
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.toneSoftColor(m_tone));
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    painter.fillRect(QRect(0, 0, 3, height()), tokens.toneColor(m_tone));
    const QString icon = m_tone == Tone::Error ? QStringLiteral("error") : m_tone == Tone::Warning ? QStringLiteral("warning") : m_tone == Tone::Good ? QStringLiteral("check") : QStringLiteral("info");
    drawIcon(painter, icon, tokens.toneColor(m_tone), QRectF(18, (height() - 17) / 2.0, 17, 17));
}

void MessageStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_close)
        restyle();
}

void MessageStrip::restyle()
{
    const Tokens &tokens = tokensOf(this);
    m_close->setIcon(iconFor(QStringLiteral("close"), tokens.textSecondary, tokens.textDisabled));
}

} // namespace headroom::ui
