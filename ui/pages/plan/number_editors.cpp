// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/number_editors.h>

#include <ui/widgets/link_button.h>
#include <ui/widgets/number_text.h>
#include <ui/widgets/slider_field.h>
#include <ui/widgets/text_label.h>

#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSlider>

namespace headroom::ui {

using present::FieldTexts;
using present::PlanTexts;

namespace {

ValueScale scaleOf(const present::ScenarioField &field)
{
    const double factor = field.shownFactor;
    ValueScale scale;
    scale.low = field.low * factor;
    scale.high = field.high * factor;
    scale.sliderLow = field.sliderLow * factor;
    scale.sliderHigh = field.sliderHigh * factor;
    scale.logarithmic = field.logarithmic;
    scale.step = field.step * factor;
    scale.decimals = field.shownDecimals;
    return scale;
}

constexpr int kFieldWidth = 112;
constexpr int kFieldHeight = 28;

} // namespace

NumberEditor::NumberEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_slider(new SliderField(scaleOf(field), parent))
{
    m_slider->setName(field.id);
    m_slider->setRejectionText([&field](const QString &) { return PlanTexts::rejectedNumber(field); });
    connect(m_slider, &SliderField::valueEdited, this, [this](double value) {
        if (!setValue(stored(value)))
            m_slider->setError(PlanTexts::rejectedNumber(m_field));
    });
    // Arrow keys merge into one thing to undo, as a drag does: only letting go or leaving ends it.
    connect(m_slider->slider(), &QSlider::sliderReleased, this, [this] { m_session.endGesture(); });
    connect(m_slider->field(), &QLineEdit::editingFinished, this, [this] { m_session.endGesture(); });
}

QWidget *NumberEditor::widget() const
{
    return m_slider;
}

double NumberEditor::number() const
{
    return value().toDouble();
}

void NumberEditor::showValue()
{
    m_slider->setValue(shown(number()));
}

void NumberEditor::retranslate()
{
    m_slider->setLabel(FieldTexts::label(id()));
    m_slider->setUnit(FieldTexts::unit(id()));
    m_slider->setToolTip(FieldTexts::help(id()));
    showValue();
}

PeakEditor::PeakEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : NumberEditor(field, session, parent), m_box(new QWidget(parent)), m_tie(new LinkButton(QString(), m_box))
{
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_slider);
    layout->addWidget(m_tie, 0, Qt::AlignLeft);
    m_tie->setObjectName(field.id + QStringLiteral(".tie"));
    connect(m_tie, &QAbstractButton::clicked, this, [this] {
        // The link goes away with the click: the focus stays at the peak.
        m_slider->field()->setFocus();
        m_session.tiePeak();
    });
}

double PeakEditor::number() const
{
    return m_session.peak().peakRps;
}

void PeakEditor::showValue()
{
    const present::PeakTie tie = m_session.peak();
    NumberEditor::showValue();
    m_slider->setMark(tie.tied ? PlanTexts::tied() : PlanTexts::ownValue(), FieldTexts::peakNote(tie));
    m_slider->setHint(tie.tied ? PlanTexts::peakHint(FieldTexts::peakFormula(m_session.scenario().demand, tie)) : FieldTexts::peakNote(tie));
    m_tie->setVisible(!tie.tied);
}

void PeakEditor::retranslate()
{
    m_tie->setText(PlanTexts::tieAgain());
    NumberEditor::retranslate();
}

OptionalNumberEditor::OptionalNumberEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box)),
      m_edit(new QLineEdit(m_box)), m_unit(new TextLabel(TextRole::Small, Tone::Secondary, m_edit)), m_message(new TextLabel(TextRole::Small, Tone::Error, m_box))
{
    m_box->setObjectName(field.id);
    m_edit->setObjectName(field.id + QStringLiteral(".field"));
    m_edit->setFixedSize(kFieldWidth + 20, kFieldHeight);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setMaxLength(24);
    m_edit->installEventFilter(this);
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_label, 1);
    row->addWidget(m_edit, 0);
    layout->addLayout(row);
    layout->addWidget(m_message);
    m_label->setBuddy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_edit->isModified())
            take();
        m_session.endGesture();
    });
}

void OptionalNumberEditor::showValue()
{
    const QVariant given = value();
    if (m_edit->hasFocus() && m_edit->isModified())
        return;
    m_edit->setText(given.isValid() ? numberText(shown(given.toDouble()), m_field.shownDecimals) : QString());
    m_edit->setModified(false);
    m_unit->setVisible(given.isValid() && !m_unit->text().isEmpty());
    const int room = m_unit->isVisibleTo(m_edit) ? m_unit->sizeHint().width() + kSpaceXs : 0;
    m_edit->setTextMargins(0, 0, room, 0);
    m_unit->adjustSize();
    m_unit->move(m_edit->width() - m_unit->width() - kSpaceS, (kFieldHeight - m_unit->height()) / 2);
    say({});
}

void OptionalNumberEditor::retranslate()
{
    m_label->setText(FieldTexts::label(id()));
    m_unit->setText(FieldTexts::unit(id()));
    m_edit->setPlaceholderText(FieldTexts::notGiven(id()));
    m_edit->setAccessibleName(FieldTexts::label(id()));
    m_edit->setAccessibleDescription(FieldTexts::help(id()));
    m_box->setToolTip(FieldTexts::help(id()));
    showValue();
}

void OptionalNumberEditor::take()
{
    const QString typed = m_edit->text().trimmed();
    const auto number = parseNumberText(typed, m_field.shownDecimals);
    const bool taken = typed.isEmpty() ? setValue(QVariant()) : number && setValue(stored(*number));
    m_edit->setModified(false);
    showValue();
    if (!taken)
        say(PlanTexts::rejectedNumber(m_field));
}

void OptionalNumberEditor::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

bool OptionalNumberEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_edit->isModified()) {
        m_edit->setModified(false);
        showValue();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace headroom::ui
