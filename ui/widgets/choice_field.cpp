// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/choice_field.h>

#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QComboBox>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>

namespace headroom::ui {

namespace {

// The wheel scrolls the panel unless this list has been chosen.
class QuietComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

ChoiceField::ChoiceField(LabelPlace place, QWidget *parent)
    : QWidget(parent), m_label(new TextLabel(TextRole::Body, Tone::Neutral, this)), m_list(new QuietComboBox(this)),
      m_message(new TextLabel(TextRole::Small, Tone::Secondary, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    if (place == LabelPlace::Beside) {
        auto *row = new QHBoxLayout;
        row->setSpacing(kSpaceM);
        row->addWidget(m_label, 0);
        row->addWidget(m_list, 1);
        layout->addLayout(row);
    } else {
        layout->addWidget(m_label);
        layout->addWidget(m_list);
    }
    layout->addWidget(m_message);
    m_message->setWordWrap(true);
    m_message->hide();
    m_label->setBuddy(m_list);
    m_label->hide();
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(12);
    m_list->setMaxVisibleItems(16);
    connect(m_list, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index < 0 || index >= m_choices.size() || m_choices.at(index).id == m_current)
            return;
        m_current = m_choices.at(index).id;
        emit chosen(m_current);
    });
}

void ChoiceField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty()); // another label stands for it
    m_list->setAccessibleName(label);
}

void ChoiceField::setChoices(const QVector<Choice> &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    auto *model = qobject_cast<QStandardItemModel *>(m_list->model());
    for (const Choice &choice : choices) {
        m_list->addItem(choice.label);
        QStandardItem *item = model->item(m_list->count() - 1);
        item->setEnabled(choice.enabled);
        item->setToolTip(choice.reason);
        item->setData(choice.reason, Qt::AccessibleDescriptionRole);
    }
    setCurrent(m_current);
}

void ChoiceField::setCurrent(const QString &id)
{
    m_current = id;
    int index = -1;
    for (int i = 0; i < m_choices.size(); ++i)
        if (m_choices.at(i).id == id)
            index = i;
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentIndex(index);
    m_list->setToolTip(m_list->currentText());
}

void ChoiceField::setHint(const QString &hint)
{
    m_hint = hint;
    showMessage();
}

void ChoiceField::setError(const QString &message)
{
    m_error = message;
    showMessage();
}

void ChoiceField::setName(const QString &name)
{
    setObjectName(name);
    m_list->setObjectName(name + QStringLiteral(".list"));
    m_message->setObjectName(name + QStringLiteral(".message"));
}

void ChoiceField::showMessage()
{
    const bool error = !m_error.isEmpty();
    m_message->setTone(error ? Tone::Error : Tone::Secondary);
    m_message->setText(error ? m_error : m_hint);
    m_message->setVisible(!m_message->text().isEmpty());
}

} // namespace headroom::ui
