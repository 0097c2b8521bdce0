// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/value_scale.h>

#include <QString>
#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QSlider;

namespace headroom::ui {

class TextLabel;

// A number that a person drags, types or steps: label, field with its unit, slider below, and a line for what the number
// follows or why it was not taken. The field takes 12,000 and 12k; a value that is not taken changes nothing and Escape,
// or leaving the field, brings the last good one back.
class SliderField : public QWidget {
Q_OBJECT

public:
    explicit SliderField(const ValueScale &scale, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    QString label() const;
    void setUnit(const QString &unit);
    void setScale(const ValueScale &scale);
    const ValueScale &scale() const { return m_scale; }

    // Shows a value without telling anyone. A value beyond the slider's span stands in the field, the slider at its end.
    void setValue(double value);
    double value() const { return m_value; }

    // A word beside the label ("tied") with its explanation; empty: none.
    void setMark(const QString &mark, const QString &explanation);
    QString mark() const;
    // A line under the slider; empty: none.
    void setHint(const QString &hint);
    // The sentence for a text that is not taken, made in the person's language. Gets what was typed.
    void setRejectionText(std::function<QString(const QString &typed)> text);
    // How a value is written in the field and read from it; by default the locale's digits with `decimals` places.
    void setFormat(std::function<QString(double)> format, std::function<std::optional<double>(const QString &)> parse);
    // The message now shown, of a rejection or of setError(); empty if none.
    QString message() const;
    // A message from outside (the engine refuses the value); empty clears it.
    void setError(const QString &message);

    // Names for tests and screen readers: the field is NAME.field, the slider NAME.slider.
    void setName(const QString &name);
    QSlider *slider() const { return m_slider; }
    QLineEdit *field() const { return m_field; }

signals:
    void valueEdited(double value);  // at each step of a drag, too
    void editingFinished();          // the drag or the typing is over: a good place to end an undo step

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commitText();
    void take(double value);
    void showValue();
    void showMessage(const QString &text, bool error);
    QString formatted(double value) const;
    std::optional<double> parsed(const QString &text) const;

    ValueScale m_scale;
    double m_value = 0.0;
    QString m_hint;
    QString m_error;
    QString m_unit;
    std::function<QString(const QString &)> m_rejectionText;
    std::function<QString(double)> m_format;
    std::function<std::optional<double>(const QString &)> m_parse;
    TextLabel *m_label;
    TextLabel *m_mark;
    TextLabel *m_message;
    TextLabel *m_unitLabel;
    QLineEdit *m_field;
    QSlider *m_slider;
};

} // namespace headroom::ui
