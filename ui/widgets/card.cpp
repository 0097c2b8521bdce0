// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/card.h>

#include <ui/theme/style.h>

#include <QBoxLayout>
#include <QPainter>

namespace headroom::ui {

Card::Card(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_header(new QHBoxLayout), m_title(new ElidedLabel(TextRole::Heading, Tone::Neutral, this)),
      m_subtitle(new ElidedLabel(TextRole::Small, Tone::Secondary, this))
{
    m_layout->setContentsMargins(kSpaceL, kSpaceM, kSpaceL, kSpaceM);
    m_layout->setSpacing(kSpaceS);
    m_header->setSpacing(kSpaceS);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_subtitle, 0);
    m_subtitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_subtitle->hide();
    m_title->hide();
    m_layout->addLayout(m_header);
}

void Card::setTitle(const QString &title)
{
    m_title->setFullText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

QString Card::title() const
{
    return m_title->fullText();
}

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setFullText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

QString Card::subtitle() const
{
    return m_subtitle->fullText();
}

void Card::setContent(QWidget *content)
{
    if (m_content) {
        m_layout->removeWidget(m_content);
        m_content->deleteLater();
    }
    m_content = content;
    m_layout->addWidget(content, 1);
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget, 0);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    drawRoundedBox(painter, rect(), tokens.surface, tokens.border, kRadiusCard);
}

} // namespace headroom::ui
