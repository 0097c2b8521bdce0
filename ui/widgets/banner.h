// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

class QLabel;

namespace headroom::ui {

// A message that belongs to the page: a bar in its tone, a bold start, the rest, a link.
class Banner : public QWidget {
Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setContent(Tone tone, const QString &lead, const QString &body, const QString &linkText = {});
    Tone tone() const { return m_tone; }
    // What is read: lead and body.
    QString text() const;

    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Tone m_tone = Tone::Accent;
    QString m_lead;
    QString m_body;
    QString m_link;
    QLabel *m_text;
};

} // namespace headroom::ui
