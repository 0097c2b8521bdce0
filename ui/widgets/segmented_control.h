// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/choice.h>

#include <QVector>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace headroom::ui {

// A few choices of which one holds, side by side; those that cannot be taken are struck through. The arrow keys move on.
class SegmentedControl : public QWidget {
Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    // Keeps the current choice where it is still there.
    void setChoices(const QVector<Choice> &choices);
    const QVector<Choice> &choices() const { return m_choices; }
    // Tells no one. An unknown id leaves none chosen.
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    // The segments are NAME.ID.
    void setName(const QString &name);
    QAbstractButton *segment(const QString &id) const;

signals:
    void chosen(const QString &id);

private:
    void rebuild();

    QVector<Choice> m_choices;
    QString m_current;
    QString m_name;
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace headroom::ui
