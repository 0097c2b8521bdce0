// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/live/live_header.h>

#include <present/texts/live_texts.h>
#include <ui/widgets/badge.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>

namespace headroom::ui {

using present::LiveTexts;

LiveHeader::LiveHeader(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Title, Tone::Neutral, this)), m_status(new Badge(this)), m_demo(new Badge(QString(), Tone::Warning, this)),
      m_node(new ChoiceField(ChoiceField::LabelPlace::Beside, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceS + 2);
    layout->addWidget(m_title);
    layout->addWidget(m_demo);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addWidget(m_node);
    m_node->setName(QStringLiteral("live.node"));
    m_demo->setObjectName(QStringLiteral("live.demoBadge"));
    m_demo->setIcon(QStringLiteral("demo"));
    m_demo->hide();
    connect(m_node, &ChoiceField::chosen, this, &LiveHeader::nodeChosen);
    retranslate();
}

void LiveHeader::show(const present::LiveView &view, const present::LiveSelection &selection)
{
    m_status->setText(view.status);
    m_status->setVisible(view.anySource);
    m_demo->setVisible(view.demo);
    QVector<Choice> nodes{{QString(), LiveTexts::allMachines(), true, {}}};
    for (const QString &node : view.nodes)
        nodes.push_back({node, node, true, {}});
    m_node->setChoices(nodes);
    m_node->setCurrent(selection.node);
    m_node->setVisible(view.anySource);
}

void LiveHeader::retranslate()
{
    m_title->setText(LiveTexts::pageTitle());
    m_demo->setText(LiveTexts::demoData());
    m_demo->setToolTip(LiveTexts::demoExplanation());
    m_node->setLabel(LiveTexts::machine());
}

} // namespace headroom::ui
