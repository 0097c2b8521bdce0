// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>

#include <QPointer>
#include <QStringList>

class QAbstractButton;
class QFrame;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace headroom::ui {

class TextLabel;

// Any, or several of a list: a button that says what is chosen and opens a list to tick, with a search line.
// The button is ID.button; the list that opens ID.list, its search line ID.search, and what empties it ID.clear.
class ListEditor : public FieldEditor {
Q_OBJECT

public:
    ListEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

private:
    void openList();
    void fillList();
    void takeTicks();
    QStringList chosen() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget *m_box;
    TextLabel *m_label;
    QAbstractButton *m_button;
    QFrame *m_popup;
    QLineEdit *m_search;
    QListView *m_list;
    QAbstractButton *m_clear;
    QStandardItemModel *m_items;
    QSortFilterProxyModel *m_filtered;
    bool m_filling = false;
};

} // namespace headroom::ui
