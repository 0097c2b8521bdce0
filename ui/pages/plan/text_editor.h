// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>

class QLineEdit;
class QPlainTextEdit;

namespace headroom::ui {

class TextLabel;

// A line of text, or a few. What is typed counts at once; a text that is too long is cut where the field ends.
class TextEditor : public FieldEditor {
Q_OBJECT

public:
    TextEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget *m_box;
    TextLabel *m_label;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
};

} // namespace headroom::ui
