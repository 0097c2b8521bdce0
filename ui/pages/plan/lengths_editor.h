// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>

namespace headroom::ui {

class LinkButton;
class TextLabel;

// Lengths as somebody counted them: taken from a file that is chosen or dropped, shown in a line, cleared.
class LengthsEditor : public FieldEditor {
Q_OBJECT

public:
    LengthsEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

    // What a chosen or dropped file does.
    void read(const QString &file);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void choose();

    QWidget *m_box;
    TextLabel *m_label;
    TextLabel *m_summary;
    LinkButton *m_choose;
    LinkButton *m_clear;
    TextLabel *m_message;
};

} // namespace headroom::ui
