// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>
#include <ui/widgets/choice.h>

#include <QVector>

namespace headroom::ui {

class ChoiceField;
class SegmentedControl;
class TextLabel;

// One of a list.
class ChoiceEditor : public FieldEditor {
Q_OBJECT

public:
    ChoiceEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override;
    void showValue() override;
    void retranslate() override;

private:
    void fill();

    ChoiceField *m_choice;
};

// One of a few, side by side. Number formats that lead nowhere are struck out, with the reason below.
class SegmentEditor : public FieldEditor {
Q_OBJECT

public:
    SegmentEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;
    void showPlan(const present::PlanView &view) override;

private:
    QVector<Choice> words() const;

    QWidget *m_box;
    TextLabel *m_label;
    SegmentedControl *m_segments;
    TextLabel *m_note;
};

} // namespace headroom::ui
