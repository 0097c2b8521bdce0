// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/text_label.h>

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace headroom::ui {

// A surface with a hairline: title on the left, a small note (units, say) on the right, content below.
class Card : public QWidget {
Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    void setSubtitle(const QString &subtitle);
    QString subtitle() const;
    // The card owns what is put into it.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }
    // Beside the subtitle, at the right end of the heading.
    void addHeaderWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QHBoxLayout *m_header;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QWidget *m_content = nullptr;
};

} // namespace headroom::ui
