// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/live_view_model.h>

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace headroom::ui {

class TextLabel;

// The sources: how each one does, adding one by its address, how one is reached, removing one, and the demo cluster.
class SourcesPanel : public QWidget {
Q_OBJECT

public:
    explicit SourcesPanel(present::LiveViewModel &model, QWidget *parent = nullptr); // `model` outlives the panel

    void retranslate();
    // Without the list there is only the way to the first source.
    void setListed(bool listed);
    QLineEdit *addressField() const { return m_address; }

signals:
    void removed(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add();
    void removeCurrent();
    void openDialog(bool current);
    void showMessage(const QString &text);
    void refreshButtons();

    present::LiveViewModel &m_model;
    TextLabel *m_label;
    QLineEdit *m_address;
    QPushButton *m_add;
    TextLabel *m_message;
    QTableView *m_table;
    QPushButton *m_more;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_demo;
};

} // namespace headroom::ui
