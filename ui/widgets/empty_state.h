// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace headroom::ui {

class TextLabel;

// What a page shows before there is anything to show: an icon, what belongs here, and the ways to get it.
class EmptyState : public QWidget {
Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &body);
    // Below the texts; the empty state takes it over.
    void setActions(QWidget *actions);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QString m_iconName;
    TextLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_body;
};

} // namespace headroom::ui
