// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/empty_state.h>

#include <ui/theme/icons.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QEvent>

namespace headroom::ui {

namespace {
constexpr int kTextWidth = 520;
} // namespace

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent), m_iconName(iconName), m_icon(new TextLabel(TextRole::Body, Tone::Neutral, this)), m_title(new TextLabel(TextRole::Title, Tone::Neutral, this)),
      m_body(new TextLabel(TextRole::Body, Tone::Secondary, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(kSpaceM);
    layout->addStretch(2);
    for (TextLabel *label : {m_icon, m_title, m_body}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_body->setWordWrap(true);
    m_body->setFixedWidth(kTextWidth);
    layout->addStretch(3);
    restyle();
}

void EmptyState::setTexts(const QString &title, const QString &body)
{
    m_title->setText(title);
    m_body->setText(body);
    m_body->setMinimumHeight(m_body->heightForWidth(kTextWidth)); // alignment makes the layout forget that it wraps
}

void EmptyState::setActions(QWidget *actions)
{
    auto *box = static_cast<QVBoxLayout *>(layout());
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(actions);
    row->addStretch(1);
    box->insertLayout(box->count() - 1, row);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_icon)
        restyle();
}

void EmptyState::restyle()
{
    m_icon->setPixmap(iconPixmap(m_iconName, tokensOf(this).accent, 40, devicePixelRatioF()));
}

} // namespace headroom::ui
