// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace headroom::ui {

// The pages, one under the other: icon and word. Ctrl+1, Ctrl+2, ... go there; arrows move along the rail.
class NavigationRail : public QWidget {
Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    // Entries stand in the order of adding; those `atBottom` at the lower end. The button is "nav.ID".
    void addEntry(const QString &id, const QString &iconName, bool atBottom = false);
    void setLabel(const QString &id, const QString &label);
    // Tells no one.
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    QAbstractButton *button(const QString &id) const;

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        QString id;
        QAbstractButton *button;
    };

    QVector<Entry> m_entries;
    QString m_current;
    QButtonGroup *m_group;
    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
};

} // namespace headroom::ui
