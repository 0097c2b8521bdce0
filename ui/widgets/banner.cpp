// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/banner.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace headroom::ui {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good: return QStringLiteral("check");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Error: return QStringLiteral("error");
    default: return QStringLiteral("info");
    }
}

constexpr int kTextLeft = 40;

} // namespace

Banner::Banner(QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kTextLeft, kSpaceS + 1, kSpaceM, kSpaceS + 1);
    layout->addWidget(m_text);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_text->setFont(fontOf(TextRole::Body));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_text, &QLabel::linkActivated, this, &Banner::linkActivated);
}

void Banner::setContent(Tone tone, const QString &lead, const QString &body, const QString &linkText)
{
    m_tone = tone;
    m_lead = lead;
    m_body = body;
    m_link = linkText;
    refresh();
}

QString Banner::text() const
{
    return m_lead.isEmpty() ? m_body : m_lead + QLatin1Char(' ') + m_body;
}

int Banner::heightForWidth(int width) const
{
    return m_text->heightForWidth(width - kTextLeft - kSpaceM) + 2 * (kSpaceS + 1);
}

void Banner::refresh()
{
    QString html;
    if (!m_lead.isEmpty())
        html += QStringLiteral("<b>%1</b> ").arg(m_lead.toHtmlEscaped());
    html += m_body.toHtmlEscaped();
    if (!m_link.isEmpty())
        html += QStringLiteral("&nbsp; <a href=\"#\" style=\"color:%2; text-decoration:none\">%1</a>").arg(m_link.toHtmlEscaped(), tokensOf(this).accent.name());
    m_text->setText(html);
    setAccessibleName(text());
    m_text->setAccessibleName(text());
    updateGeometry();
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(rect(), kRadiusControl, kRadiusControl);
    painter.setClipPath(clip);
    painter.fillRect(rect(), tokens.toneSoftColor(m_tone));
    painter.fillRect(QRect(0, 0, 3, height()), tokens.toneColor(m_tone));
    drawIcon(painter, iconOf(m_tone), tokens.toneColor(m_tone), QRectF(14, kSpaceS + 1, 17, 17));
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_text)
        refresh();
}

} // namespace headroom::ui
