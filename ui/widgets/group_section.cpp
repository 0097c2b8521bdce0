// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/group_section.h>

#include <ui/theme/icons.h>
#include <ui/theme/style.h>
#include <ui/theme/theme.h>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>

namespace headroom::ui {

namespace {

class Heading : public QAbstractButton {
public:
    explicit Heading(QWidget *parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {160, 26}; }
    QString summary;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        drawIcon(painter, isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), tokens.textSecondary, QRectF(width() - 18, (height() - 14) / 2.0, 14, 14));
        const QFont bold = fontOf(TextRole::Strong);
        painter.setFont(bold);
        painter.setPen(underMouse() ? tokens.accent : tokens.text);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (!isChecked() && !summary.isEmpty()) {
            const int taken = QFontMetrics(bold).horizontalAdvance(text()) + kSpaceM;
            const QRect rest = rect().adjusted(taken, 0, -24, 0);
            const QFont small = fontOf(TextRole::Caption);
            painter.setFont(small);
            painter.setPen(tokens.textSecondary);
            painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight, QFontMetrics(small).elidedText(summary, Qt::ElideRight, rest.width()));
        }
        if (showsKeyboardFocus(*this))
            painter.fillRect(QRect(0, height() - 2, width(), 2), tokens.accent); // a ring would cut into the text at the left edge
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else if ((event->key() == Qt::Key_Left && isChecked()) || (event->key() == Qt::Key_Right && !isChecked()))
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
};

} // namespace

GroupSection::GroupSection(QWidget *parent) : QWidget(parent), m_heading(new Heading(this)), m_content(new QWidget(this)), m_contentLayout(new QVBoxLayout(m_content))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    m_contentLayout->setContentsMargins(0, 0, 0, kSpaceXs);
    m_contentLayout->setSpacing(kSpaceS + 2);
    connect(m_heading, &QAbstractButton::toggled, this, [this](bool on) { setOpen(on); });
}

void GroupSection::setTitle(const QString &title)
{
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
}

QString GroupSection::title() const
{
    return m_heading->text();
}

void GroupSection::setSummary(const QString &summary)
{
    static_cast<Heading *>(m_heading)->summary = summary;
    m_heading->setAccessibleDescription(summary);
    m_heading->update();
}

void GroupSection::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_heading->setChecked(open);
    m_content->setVisible(open);
    emit openChanged(open);
}

void GroupSection::setName(const QString &name)
{
    setObjectName(name);
    m_heading->setObjectName(name + QStringLiteral(".heading"));
}

} // namespace headroom::ui
