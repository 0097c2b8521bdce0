// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/live/rule_draft.h>
#include <ui/pages/live/live_table_card.h>

#include <vector>

class QPushButton;

namespace headroom::ui {

// The alert rules: their list, and what can be done with one. Changes are wishes; the list shows them when they are so.
class RulesCard : public LiveTableCard {
Q_OBJECT

public:
    explicit RulesCard(QWidget *parent = nullptr);

    // `drafts` in the order of the table's rows.
    void show(const present::LiveTable &table, const std::vector<present::RuleDraft> &drafts);
    void retranslate();

signals:
    void saved(const headroom::present::RuleDraft &draft);
    void removed(const QString &id);
    void resetWanted(const QString &id);   // empty: all that ship
    void exportWanted();

private:
    const present::RuleDraft *current() const;
    void edit(const present::RuleDraft &draft);
    void refreshButtons();

    std::vector<present::RuleDraft> m_drafts;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_switch;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QPushButton *m_export;
};

} // namespace headroom::ui
