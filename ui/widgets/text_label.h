// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/theme.h>

#include <QLabel>

namespace headroom::ui {

// A label with a size and a tone of the theme; follows the theme when it changes. Plain text; wraps when asked to.
class TextLabel : public QLabel {
Q_OBJECT

public:
    explicit TextLabel(TextRole role = TextRole::Body, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setRole(TextRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Tone m_tone;
};

// One line that ends in an ellipsis where there is no room; the whole text is the tool tip then, and the accessible name.
class ElidedLabel : public TextLabel {
Q_OBJECT

public:
    explicit ElidedLabel(TextRole role = TextRole::Body, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_fullText; }
    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_fullText;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace headroom::ui
