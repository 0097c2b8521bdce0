// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

namespace headroom::ui {

// A short word in a pill: "revision 12 · saved", "Demo data", "tied". Outlined for neutral tones, filled for the others.
class Badge : public QWidget {
Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    explicit Badge(const QString &text, Tone tone = Tone::Secondary, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setIcon(const QString &iconName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_icon;
    Tone m_tone = Tone::Secondary;
};

} // namespace headroom::ui
