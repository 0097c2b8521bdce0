// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/plan_watch_card.h>

#include <present/texts/plan_watch_texts.h>
#include <ui/theme/theme.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/data_table.h>

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace headroom::ui {

using present::PlanWatchTexts;

namespace {

constexpr int kTableHeight = 5 * 30 + 36; // five figures and their heading: nothing scrolls

} // namespace

PlanWatchCard::PlanWatchCard(present::PlanWatch &watch, present::LiveViewModel &live, QWidget *parent)
    : Card(parent), m_watch(watch), m_live(live), m_lead(new TextLabel(TextRole::Body, Tone::Neutral)), m_remark(new TextLabel(TextRole::Caption, Tone::Warning)), m_table(makeDataTable(this)),
      m_sources(new ChoiceField), m_bind(new QPushButton), m_unbind(new QPushButton)
{
    setObjectName(QStringLiteral("live.planWatch"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceS);
    for (TextLabel *label : {m_lead, m_remark}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(m_table);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpaceS);
    row->addWidget(m_sources);
    row->addWidget(m_bind);
    row->addWidget(m_unbind);
    row->addStretch(1);
    layout->addLayout(row);
    setContent(content);

    m_lead->setObjectName(QStringLiteral("planWatch.lead"));
    m_remark->setObjectName(QStringLiteral("planWatch.remark"));
    m_table->setObjectName(QStringLiteral("planWatch.table"));
    m_sources->setName(QStringLiteral("planWatch.source"));
    m_bind->setObjectName(QStringLiteral("planWatch.bind"));
    m_unbind->setObjectName(QStringLiteral("planWatch.unbind"));
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_model);
    m_table->setFixedHeight(kTableHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // figures are never cut
    m_sources->setMinimumWidth(360);

    connect(m_bind, &QPushButton::clicked, this, [this] { m_watch.bind(m_sources->current()); });
    connect(m_unbind, &QPushButton::clicked, &m_watch, &present::PlanWatch::unbind);
    connect(m_sources, &ChoiceField::chosen, this, &PlanWatchCard::refresh);
    connect(&m_watch, &present::PlanWatch::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

void PlanWatchCard::refresh()
{
    const present::PlanWatchView view = m_watch.view();
    QVector<Choice> sources;
    for (const monitor::SourceConfig &config : m_live.configs())
        sources.push_back({QString::fromStdString(config.id), QString::fromStdString(config.name.empty() ? config.id : config.name), true, {}});
    if (sources != m_sources->choices())
        m_sources->setChoices(sources);
    const auto isListed = [&](const QString &id) { return std::any_of(sources.begin(), sources.end(), [&](const Choice &c) { return c.id == id; }); };
    if (!isListed(m_sources->current()) && !sources.isEmpty())
        m_sources->setCurrent(isListed(view.source) ? view.source : sources.front().id);
    setTitle(view.title);
    m_sources->setLabel(PlanWatchTexts::source());
    m_lead->setText(view.lead);
    m_remark->setText(view.remark);
    m_remark->setVisible(!view.remark.isEmpty());
    m_table->setVisible(view.bound && !view.table.rows.isEmpty());
    m_table->setAccessibleName(view.title);
    m_model.setTable(view.table);
    if (m_model.columnCount() > 0)
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_bind->setText(view.bound ? PlanWatchTexts::again() : PlanWatchTexts::watch());
    m_bind->setToolTip(PlanWatchTexts::watchHelp());
    m_bind->setEnabled(view.possible && isListed(m_sources->current()));
    m_unbind->setText(PlanWatchTexts::unbind());
    m_unbind->setToolTip(PlanWatchTexts::unbindHelp());
    m_unbind->setVisible(view.bound);
    fit();
}

// The sentence takes as many lines as the width leaves it; a page that scrolls asks nobody but the least height.
void PlanWatchCard::fit()
{
    content()->setMinimumHeight(content()->layout()->heightForWidth(content()->width()));
}

void PlanWatchCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fit();
}

void PlanWatchCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void PlanWatchCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    refresh();
}

} // namespace headroom::ui
