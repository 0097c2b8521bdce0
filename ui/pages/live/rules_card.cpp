// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/rules_card.h>

#include <present/texts/live_table_texts.h>
#include <present/texts/rule_texts.h>
#include <ui/pages/live/alert_dialogs.h>

#include <QBoxLayout>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace headroom::ui {

using present::RuleDraft;
using Texts = present::RuleTexts;

RulesCard::RulesCard(QWidget *parent)
    : LiveTableCard(QStringLiteral("live.rules"), parent), m_add(new QPushButton), m_edit(new QPushButton), m_switch(new QPushButton), m_remove(new QPushButton), m_reset(new QPushButton),
      m_resetAll(new QPushButton), m_export(new QPushButton)
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    const std::pair<QPushButton *, const char *> buttons[] = {{m_add, "add"}, {m_edit, "edit"}, {m_switch, "switch"}, {m_remove, "remove"}, {m_reset, "reset"}, {m_resetAll, "resetAll"}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(QStringLiteral("live.rules.%1").arg(QLatin1String(name)));
        row->addWidget(button);
    }
    row->addStretch(1);
    m_export->setObjectName(QStringLiteral("live.alerts.export"));
    row->addWidget(m_export);
    setTools(tools);
    connect(this, &LiveTableCard::currentChanged, this, &RulesCard::refreshButtons);
    connect(view(), &QTableView::doubleClicked, this, [this] {
        if (const RuleDraft *draft = current())
            edit(*draft);
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        RuleDraft draft;
        draft.quantity = present::ruleQuantities().front().id;
        draft.unit = present::ruleQuantities().front().unit;
        draft.minutes = QStringLiteral("5");
        edit(draft);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const RuleDraft *draft = current())
            edit(*draft);
    });
    connect(m_switch, &QPushButton::clicked, this, [this] {
        if (const RuleDraft *draft = current()) {
            RuleDraft other = *draft;
            other.enabled = !other.enabled;
            emit saved(other);
        }
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removed(currentKey()); });
    connect(m_reset, &QPushButton::clicked, this, [this] { emit resetWanted(currentKey()); });
    connect(m_resetAll, &QPushButton::clicked, this, [this] { emit resetWanted({}); });
    connect(m_export, &QPushButton::clicked, this, &RulesCard::exportWanted);
    retranslate();
}

void RulesCard::show(const present::LiveTable &table, const std::vector<RuleDraft> &drafts)
{
    m_drafts = drafts;
    setTable(table);
    refreshButtons();
}

const RuleDraft *RulesCard::current() const
{
    const auto found = std::ranges::find(m_drafts, currentKey(), &RuleDraft::id);
    return found == m_drafts.end() ? nullptr : &*found;
}

void RulesCard::edit(const RuleDraft &draft)
{
    auto *dialog = new RuleDialog(draft, this);
    connect(dialog, &RuleDialog::saved, this, &RulesCard::saved);
    dialog->open();
}

void RulesCard::refreshButtons()
{
    const RuleDraft *draft = current();
    m_edit->setEnabled(draft);
    m_switch->setEnabled(draft);
    m_switch->setText(draft && !draft->enabled ? Texts::switchOn() : Texts::switchOff());
    m_remove->setEnabled(draft);
    m_reset->setEnabled(draft && draft->changed);
}

void RulesCard::retranslate()
{
    setTitle(Texts::title());
    m_add->setText(Texts::add());
    m_edit->setText(Texts::edit());
    m_remove->setText(Texts::remove());
    m_reset->setText(Texts::reset());
    m_resetAll->setText(Texts::resetAll());
    m_resetAll->setToolTip(Texts::resetAllHelp());
    m_export->setText(present::LiveTableTexts::exportRules());
    refreshButtons();
}

} // namespace headroom::ui
