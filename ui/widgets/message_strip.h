// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/theme.h>

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace headroom::ui {

class LinkButton;
class TextLabel;

// What the program has to say just now, in one line at the foot of the window: one message at a time, never a dialog.
// Notices go by themselves; warnings and errors stay until they are closed or a newer one takes their place.
class MessageStrip : public QWidget {
Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    // A notice does not push away an error that nobody has closed. An action ("Undo", "Show folder") may go with it.
    void show(Tone tone, const QString &text, const QString &action = {});
    void clear();
    QString text() const;
    Tone tone() const { return m_tone; }
    void setCloseText(const QString &text);

    static constexpr int kNoticeMs = 6000;

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    Tone m_tone = Tone::Neutral;
    TextLabel *m_text;
    LinkButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace headroom::ui
