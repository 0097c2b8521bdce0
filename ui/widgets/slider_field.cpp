// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/slider_field.h>

#include <ui/theme/theme.h>
#include <ui/widgets/number_text.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>

#include <cmath>

namespace headroom::ui {

namespace {

constexpr int kFieldWidth = 112;
constexpr int kFieldHeight = 28;

// Steps of a logarithmic slider are round numbers, not positions, so the keys are handled by the field.
class StepSlider : public QSlider {
public:
    using QSlider::QSlider;
    std::function<void(int direction, bool coarse)> stepBy;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Up: stepBy(+1, false); return;
        case Qt::Key_Left:
        case Qt::Key_Down: stepBy(-1, false); return;
        case Qt::Key_PageUp: stepBy(+1, true); return;
        case Qt::Key_PageDown: stepBy(-1, true); return;
        default: QSlider::keyPressEvent(event);
        }
    }
    // The wheel scrolls the panel of sliders unless this one has been chosen.
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QSlider::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

SliderField::SliderField(const ValueScale &scale, QWidget *parent)
    : QWidget(parent), m_scale(scale), m_value(scale.sliderLow), m_label(new TextLabel(TextRole::Body, Tone::Neutral, this)),
      m_mark(new TextLabel(TextRole::Small, Tone::Accent, this)), m_message(new TextLabel(TextRole::Small, Tone::Secondary, this)), m_field(new QLineEdit(this))
{
    auto *slider = new StepSlider(Qt::Horizontal, this);
    m_slider = slider;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpaceXs + 2);
    head->addWidget(m_label, 0);
    head->addWidget(m_mark, 0);
    head->addStretch(1);
    head->addWidget(m_field, 0);
    layout->addLayout(head);
    layout->addWidget(m_slider);
    layout->addWidget(m_message);

    m_field->setFixedSize(kFieldWidth, kFieldHeight);
    m_field->setAlignment(Qt::AlignRight);
    m_field->setMaxLength(24);
    m_unitLabel = new TextLabel(TextRole::Small, Tone::Secondary, m_field);
    m_unitLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_field->installEventFilter(this);
    m_label->setBuddy(m_field);
    m_mark->hide();
    m_message->hide();
    m_message->setWordWrap(true);

    slider->stepBy = [this](int direction, bool coarse) {
        take(stepped(m_scale, m_value, direction, coarse));
        emit editingFinished();
    };
    m_slider->setFocusPolicy(Qt::StrongFocus);
    setScale(scale);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) { take(valueAt(m_scale, position)); });
    connect(m_slider, &QSlider::sliderReleased, this, &SliderField::editingFinished);
    connect(m_field, &QLineEdit::returnPressed, this, &SliderField::commitText);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        // While typing, a complete number is taken at once; an incomplete one waits for Return.
        const std::optional<double> number = parsed(m_field->text());
        if (number && *number >= m_scale.low && *number <= m_scale.high) {
            m_error.clear();
            showMessage(m_hint, false);
            if (*number != m_value) {
                m_value = *number;
                const QSignalBlocker quiet(m_slider);
                m_slider->setValue(positionOf(m_scale, m_value));
                emit valueEdited(m_value);
            }
        }
    });
}

void SliderField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
    m_slider->setAccessibleName(label);
}

QString SliderField::label() const
{
    return m_label->text();
}

void SliderField::setUnit(const QString &unit)
{
    m_unit = unit;
    m_unitLabel->setText(unit);
    m_unitLabel->setVisible(!unit.isEmpty());
    m_unitLabel->adjustSize();
    const int room = unit.isEmpty() ? 0 : m_unitLabel->width() + kSpaceXs;
    m_field->setTextMargins(0, 0, room, 0);
    m_unitLabel->move(m_field->width() - m_unitLabel->width() - kSpaceS, (kFieldHeight - m_unitLabel->height()) / 2);
    m_field->setAccessibleDescription(unit);
}

void SliderField::setScale(const ValueScale &scale)
{
    m_scale = scale;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, positionCount(scale));
    m_slider->setPageStep(scale.logarithmic ? 50 : 10);
    showValue();
}

void SliderField::setValue(double value)
{
    if (value == m_value && !m_field->hasFocus()) {
        showValue();
        return;
    }
    const bool typing = m_field->hasFocus() && m_field->isModified();
    m_value = value;
    const QSignalBlocker quiet(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(positionOf(m_scale, value));
    // What a person is typing is not rewritten under the cursor.
    if (!typing || parsed(m_field->text()) != std::optional<double>(value))
        showValue();
}

void SliderField::setMark(const QString &mark, const QString &explanation)
{
    m_mark->setText(mark);
    m_mark->setToolTip(explanation);
    m_mark->setVisible(!mark.isEmpty());
    m_slider->setAccessibleDescription(explanation);
}

QString SliderField::mark() const
{
    return m_mark->text();
}

void SliderField::setHint(const QString &hint)
{
    m_hint = hint;
    if (m_error.isEmpty())
        showMessage(hint, false);
}

void SliderField::setRejectionText(std::function<QString(const QString &)> text)
{
    m_rejectionText = std::move(text);
}

void SliderField::setFormat(std::function<QString(double)> format, std::function<std::optional<double>(const QString &)> parse)
{
    m_format = std::move(format);
    m_parse = std::move(parse);
    showValue();
}

QString SliderField::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void SliderField::setError(const QString &message)
{
    m_error = message;
    showMessage(message.isEmpty() ? m_hint : message, !message.isEmpty());
}

void SliderField::setName(const QString &name)
{
    setObjectName(name);
    m_field->setObjectName(name + QStringLiteral(".field"));
    m_slider->setObjectName(name + QStringLiteral(".slider"));
    m_message->setObjectName(name + QStringLiteral(".message"));
}

bool SliderField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->key() == Qt::Key_Escape && (m_field->isModified() || !m_error.isEmpty())) {
                setError({});
                showValue();
                return true;
            }
            if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
                take(stepped(m_scale, m_value, key->key() == Qt::Key_Up ? +1 : -1, false));
                emit editingFinished();
                return true;
            }
        } else if (event->type() == QEvent::FocusOut && m_field->isModified()) {
            commitText();
            if (m_field->property("invalid").toBool()) {
                // The message stays so that it can be read; the figure is the one that counts again.
                showValue();
                m_field->setProperty("invalid", false);
                m_field->update();
            }
        } else if (event->type() == QEvent::Resize) {
            m_unitLabel->move(m_field->width() - m_unitLabel->width() - kSpaceS, (m_field->height() - m_unitLabel->height()) / 2);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SliderField::commitText()
{
    const QString typed = m_field->text();
    const std::optional<double> number = parsed(typed);
    if (!number || *number < m_scale.low || *number > m_scale.high) {
        setError(m_rejectionText ? m_rejectionText(typed) : typed);
        return;
    }
    setError({});
    if (*number != m_value) {
        m_value = *number;
        emit valueEdited(m_value);
    }
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(positionOf(m_scale, m_value));
    showValue();
    emit editingFinished();
}

void SliderField::take(double value)
{
    setError({});
    if (value == m_value) {
        showValue();
        return;
    }
    m_value = value;
    showValue();
    emit valueEdited(value);
}

void SliderField::showValue()
{
    {
        const QSignalBlocker quiet(m_slider);
        if (!m_slider->isSliderDown())
            m_slider->setValue(positionOf(m_scale, m_value));
    }
    m_field->setText(formatted(m_value));
    m_field->setModified(false);
}

void SliderField::showMessage(const QString &text, bool error)
{
    m_message->setTone(error ? Tone::Error : Tone::Secondary);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_field->setProperty("invalid", error);
    m_field->update();
}

QString SliderField::formatted(double value) const
{
    return m_format ? m_format(value) : numberText(value, m_scale.decimals);
}

std::optional<double> SliderField::parsed(const QString &text) const
{
    return m_parse ? m_parse(text) : parseNumberText(text, m_scale.decimals);
}

} // namespace headroom::ui
