// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>
#include <present/session/scenario_session.h>
#include <ui/pages/plan/field_editor.h>

#include <QScrollArea>
#include <QVector>

class QPushButton;

namespace headroom::ui {

class GroupSection;
class LinkButton;
class TextLabel;

// The sizing wizard: five groups of fields. Guided, one group is open at a time and Next leads on; else all can be opened
// and closed at will.
class WizardPanel : public QScrollArea {
Q_OBJECT

public:
    explicit WizardPanel(present::ScenarioSession &session, QWidget *parent = nullptr);

    void setGuided(bool guided);
    bool isGuided() const { return m_step >= 0; }
    int step() const { return m_step; }            // 0 .. 4; -1: not guided
    void showPlan(const present::PlanView &view);
    void retranslate();
    GroupSection *group(present::FieldGroup group) const { return m_groups.at(static_cast<int>(group)); }

signals:
    void guideFinished();   // to the end, or skipped

private:
    void addFields(GroupSection *section, const QStringList &ids);
    GroupSection *addMore(GroupSection *section, const QString &name, const QStringList &ids);
    void goTo(int step);
    void showValues();
    void summarize();

    present::ScenarioSession &m_session;
    QWidget *m_content;
    QVector<FieldEditor *> m_editors;
    QVector<GroupSection *> m_groups;
    QVector<TextLabel *> m_hints;      // the question of each group, while guided
    GroupSection *m_moreDemand;
    GroupSection *m_ownHardware = nullptr;
    GroupSection *m_growth = nullptr;
    GroupSection *m_moreHardware;
    GroupSection *m_moreMoney;
    GroupSection *m_layout;
    TextLabel *m_layoutHint;
    QWidget *m_guide;
    TextLabel *m_guideTitle;
    TextLabel *m_guideHint;
    QWidget *m_guideButtons;
    QPushButton *m_back;
    QPushButton *m_next;
    LinkButton *m_skip;
    LinkButton *m_again;
    int m_step = -1;
};

} // namespace headroom::ui
