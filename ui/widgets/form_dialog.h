// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/text_label.h>

#include <QDialog>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace headroom::ui {

// A short form: a label and a field a line, a line for what is not accepted, two buttons. It stays open until what stands in
// it is accepted or given up. Shown by open(): nothing else waits for it.
class FormDialog : public QDialog {
Q_OBJECT

public:
    FormDialog(const QString &name, const QString &title, const QString &acceptText, QWidget *parent);

protected:
    // The line NAME.FIELD; the field belongs to the dialog.
    QLineEdit *addText(const QString &field, const QString &label, const QString &hint = {});
    QLineEdit *addSecret(const QString &field, const QString &label, const QString &hint = {});
    // A file: typed, or chosen with the button beside it.
    QLineEdit *addFile(const QString &field, const QString &label, const QString &hint, const QString &button, const QString &filter);
    TextLabel *addField(const QString &label, QWidget *field);
    void addNote(TextLabel *note);
    void setLineVisible(QWidget *field, bool visible);
    // Marks the field; an empty sentence takes the mark away.
    void showProblem(const QString &field, const QString &sentence);
    // What the button does: true where all is well and the dialog may go.
    virtual bool take() = 0;

private:
    QString m_name;
    QGridLayout *m_grid;
    TextLabel *m_problem;
    QPushButton *m_accept;
    QWidget *m_marked = nullptr;
};

} // namespace headroom::ui
