// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>

class QAbstractButton;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace headroom::ui {

class TextLabel;

// Fleets that somebody proposed ("6x a100-80gb-sxm"): a line each, and one to add another. ID.count and ID.gpu say what
// ID.add adds; ID.remove.N takes a line away.
class FleetEditor : public FieldEditor {
Q_OBJECT

public:
    FleetEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

private:
    void add();

    QWidget *m_box;
    TextLabel *m_label;
    QVBoxLayout *m_lines;
    QStringList m_shown;
    QLineEdit *m_count;
    QComboBox *m_gpu;
    QAbstractButton *m_add;
    TextLabel *m_message;
};

} // namespace headroom::ui
