// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/fleet_editor.h>

#include <ui/theme/icons.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/number_text.h>
#include <ui/widgets/text_label.h>

#include <present/texts/field_choices.h>
#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

namespace headroom::ui {

using present::FieldChoices;
using present::FieldTexts;
using present::PlanTexts;

FleetEditor::FleetEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box)), m_lines(new QVBoxLayout),
      m_count(new QLineEdit(m_box)), m_gpu(new QComboBox(m_box)), m_add(new LinkButton(QString(), m_box)), m_message(new TextLabel(TextRole::Small, Tone::Error, m_box))
{
    m_box->setObjectName(field.id);
    m_count->setObjectName(field.id + QStringLiteral(".count"));
    m_gpu->setObjectName(field.id + QStringLiteral(".gpu"));
    m_add->setObjectName(field.id + QStringLiteral(".add"));
    m_count->setFixedSize(56, 28);
    m_count->setAlignment(Qt::AlignRight);
    m_count->setMaxLength(6);
    m_count->setText(QStringLiteral("8"));
    m_gpu->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_gpu->setMinimumContentsLength(8);
    m_gpu->setMaxVisibleItems(16);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(m_label);
    m_lines->setSpacing(2);
    layout->addLayout(m_lines);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpaceS);
    row->addWidget(m_count, 0);
    row->addWidget(new TextLabel(QStringLiteral("×"), TextRole::Body, Tone::Secondary, m_box), 0);
    row->addWidget(m_gpu, 1);
    row->addWidget(m_add, 0);
    layout->addLayout(row);
    layout->addWidget(m_message);
    m_message->setWordWrap(true);
    m_message->hide();
    connect(m_add, &QAbstractButton::clicked, this, &FleetEditor::add);
    connect(m_count, &QLineEdit::returnPressed, this, &FleetEditor::add);
}

void FleetEditor::add()
{
    const auto count = parseNumberText(m_count->text(), 0);
    const bool sane = count && *count >= 1 && *count <= 100000 && m_gpu->currentIndex() >= 0;
    m_message->setText(PlanTexts::rejectedFleet());
    m_message->setVisible(!sane);
    if (!sane)
        return;
    QStringList fleets = value().toStringList();
    fleets.append(QStringLiteral("%1x %2").arg(static_cast<int>(*count)).arg(m_gpu->currentData().toString()));
    setValue(fleets);
    m_session.endGesture();
}

void FleetEditor::showValue()
{
    const QStringList fleets = value().toStringList();
    if (fleets == m_shown && m_lines->count() == fleets.size())
        return;
    m_shown = fleets;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the sender of the click may be among them
        delete item;
    }
    for (int i = 0; i < fleets.size(); ++i) {
        auto *line = new QWidget(m_box);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        const QString name = FieldChoices::label(id(), fleets.at(i), *m_session.catalog());
        row->addWidget(new TextLabel(name, TextRole::Body, Tone::Secondary, line), 1);
        auto *remove = new QToolButton(line);
        remove->setObjectName(id() + QStringLiteral(".remove.%1").arg(i));
        remove->setAutoRaise(true);
        remove->setFocusPolicy(Qt::StrongFocus);
        remove->setIcon(iconFor(QStringLiteral("close"), tokensOf(m_box).textSecondary, tokensOf(m_box).textDisabled));
        remove->setAccessibleName(PlanTexts::remove(name));
        remove->setToolTip(PlanTexts::remove(name));
        row->addWidget(remove, 0);
        connect(remove, &QAbstractButton::clicked, this, [this, i] {
            QStringList rest = value().toStringList();
            if (i >= rest.size())
                return;
            rest.removeAt(i);
            m_count->setFocus();
            setValue(rest);
            m_session.endGesture();
        });
        m_lines->addWidget(line);
    }
}

void FleetEditor::retranslate()
{
    m_label->setText(FieldTexts::label(id()));
    m_box->setToolTip(FieldTexts::help(id()));
    m_count->setAccessibleName(PlanTexts::fleetSize());
    m_gpu->setAccessibleName(FieldTexts::label(QStringLiteral("hardware.gpus")));
    m_add->setText(PlanTexts::add());
    const QVariant current = m_gpu->currentData();
    m_gpu->clear();
    for (const present::FieldChoice &choice : FieldChoices::of(id(), *m_session.catalog()))
        m_gpu->addItem(choice.label, choice.id);
    const int index = m_gpu->findData(current.isValid() ? current : QVariant(QStringLiteral("a100-80gb-sxm")));
    m_gpu->setCurrentIndex(qMax(0, index));
    m_shown = {QString()}; // words of the lines, too
    showValue();
}

} // namespace headroom::ui
