// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/widgets/choice.h>

#include <QVector>
#include <QWidget>

class QComboBox;

namespace headroom::ui {

class TextLabel;

// A label and a list to choose from; the label stands beside the list, or above it where the list needs the width.
class ChoiceField : public QWidget {
Q_OBJECT

public:
    enum class LabelPlace { Beside, Above };
    explicit ChoiceField(LabelPlace place = LabelPlace::Beside, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setChoices(const QVector<Choice> &choices);
    const QVector<Choice> &choices() const { return m_choices; }
    // Tells no one. An unknown id leaves the list empty.
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    void setHint(const QString &hint);
    void setError(const QString &message);
    // The list is NAME.list.
    void setName(const QString &name);
    QComboBox *list() const { return m_list; }

signals:
    void chosen(const QString &id);

private:
    void showMessage();

    QVector<Choice> m_choices;
    QString m_current;
    QString m_hint;
    QString m_error;
    TextLabel *m_label;
    QComboBox *m_list;
    TextLabel *m_message;
};

} // namespace headroom::ui
