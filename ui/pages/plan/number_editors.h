// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/pages/plan/field_editor.h>

class QLineEdit;

namespace headroom::ui {

class LinkButton;
class SliderField;
class TextLabel;

// A number with a slider.
class NumberEditor : public FieldEditor {
Q_OBJECT

public:
    NumberEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override;
    void showValue() override;
    void retranslate() override;

protected:
    virtual double number() const;

    SliderField *m_slider;
};

// The peak: follows from the users until it is dragged or typed; a link ties it again.
class PeakEditor : public NumberEditor {
Q_OBJECT

public:
    PeakEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

protected:
    double number() const override;

private:
    QWidget *m_box;
    LinkButton *m_tie;
};

// A number that may be left out: an empty field says what that means.
class OptionalNumberEditor : public FieldEditor {
Q_OBJECT

public:
    OptionalNumberEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent);

    QWidget *widget() const override { return m_box; }
    void showValue() override;
    void retranslate() override;

private:
    void take();
    void say(const QString &message);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QWidget *m_box;
    TextLabel *m_label;
    QLineEdit *m_edit;
    TextLabel *m_unit;
    TextLabel *m_message;
};

} // namespace headroom::ui
