// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/tile.h>

#include <ui/theme/style.h>
#include <ui/widgets/badge.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStringList>

namespace headroom::ui {

Tile::Tile(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(TextRole::Caption, Tone::Secondary, this)), m_badge(new Badge(this)), m_why(new LinkButton(QString(), this)),
      m_value(new TextLabel(TextRole::Value, Tone::Neutral, this)), m_unit(new ElidedLabel(TextRole::Body, Tone::Secondary, this)),
      m_note(new TextLabel(TextRole::Caption, Tone::Secondary, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceL - 2, kSpaceS + 2, kSpaceS + 2, kSpaceS + 2);
    layout->setSpacing(3);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpaceXs);
    head->addWidget(m_title, 1);
    head->addWidget(m_badge, 0);
    head->addWidget(m_why, 0);
    layout->addLayout(head);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(kSpaceXs + 1);
    figure->addWidget(m_value, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 1, Qt::AlignBottom);
    m_unit->setContentsMargins(0, 0, 0, 4);
    m_unit->setMinimumHeight(23);
    m_unit->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addLayout(figure);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    for (int i = 0; i < kLines; ++i) {
        m_lines[i] = new ElidedLabel(i == 0 ? TextRole::Caption : TextRole::Small, Tone::Secondary, this);
        m_lines[i]->hide();
        layout->addWidget(m_lines[i]);
    }
    layout->addStretch(1);
    m_badge->hide();
    m_why->hide();
    connect(m_why, &QAbstractButton::clicked, this, &Tile::whyRequested);
}

void Tile::setContent(const TileContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    m_title->setFullText(content.title);
    m_value->setText(content.value.isEmpty() ? QStringLiteral("–") : content.value);
    m_value->setTone(content.value.isEmpty() ? Tone::Secondary : Tone::Neutral);
    m_unit->setFullText(content.unit);
    m_unit->setVisible(!content.unit.isEmpty()); // an empty one would still take room from the figure
    m_note->setText(content.note);
    m_note->setVisible(!content.note.isEmpty());
    m_badge->setText(content.badge);
    m_badge->setTone(Tone::Warning);
    m_badge->setVisible(!content.badge.isEmpty());
    QStringList spoken;
    for (int i = 0; i < kLines; ++i) {
        const bool used = i < content.lines.size();
        m_lines[i]->setVisible(used);
        if (!used)
            continue;
        m_lines[i]->setFullText(content.lines.at(i).text);
        m_lines[i]->setTone(content.lines.at(i).tone);
        spoken << content.lines.at(i).text;
    }
    if (!content.note.isEmpty())
        spoken.prepend(content.note);
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(content.title, m_value->text(), content.unit).trimmed());
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_why->setAccessibleDescription(accessibleName());
    fitValue();
    emit contentChanged();
}

void Tile::setWhyText(const QString &text)
{
    m_why->setText(text);
    m_why->setVisible(!text.isEmpty());
    m_why->updateGeometry();
}

void Tile::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    drawRoundedBox(painter, rect(), tokens.surface, tokens.border, kRadiusCard);
}

void Tile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        fitValue();
        update();
    }
}

void Tile::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitValue();
}

// A figure is never cut: first its unit gives way, then its size.
void Tile::fitValue()
{
    const int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const int unit = m_content.unit.isEmpty() ? 0 : qMin(m_unit->sizeHint().width(), 28) + kSpaceXs;
    QFont font = fontOf(TextRole::Value);
    for (int size = font.pixelSize(); size > 16; size -= 2) {
        font.setPixelSize(size);
        if (QFontMetrics(font).horizontalAdvance(m_value->text()) + unit <= room)
            break;
    }
    m_value->setFont(font);
}

} // namespace headroom::ui
