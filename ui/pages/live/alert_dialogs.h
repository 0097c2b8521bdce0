// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/rule_draft.h>
#include <ui/widgets/form_dialog.h>

class QCheckBox;

namespace headroom::ui {

class ChoiceField;
class SegmentedControl;

// One alert rule: of a shipped one its figures, of a person's own also what it watches.
class RuleDialog : public FormDialog {
Q_OBJECT

public:
    RuleDialog(const present::RuleDraft &draft, QWidget *parent);

signals:
    void saved(const headroom::present::RuleDraft &draft);

protected:
    bool take() override;

private:
    void showUnit();

    present::RuleDraft m_draft;
    QLineEdit *m_name;
    ChoiceField *m_quantity;
    SegmentedControl *m_side;
    QLineEdit *m_threshold;
    TextLabel *m_thresholdLabel;
    QLineEdit *m_clear;
    TextLabel *m_clearLabel;
    QLineEdit *m_minutes;
    SegmentedControl *m_severity;
    QCheckBox *m_enabled;
};

// How long an alert is not told, and why.
class SilenceDialog : public FormDialog {
Q_OBJECT

public:
    explicit SilenceDialog(QWidget *parent);

signals:
    void silenced(double seconds, const QString &comment);   // 0: no longer

protected:
    bool take() override;

private:
    SegmentedControl *m_for;
    QLineEdit *m_hours;
    QLineEdit *m_comment;
};

} // namespace headroom::ui
