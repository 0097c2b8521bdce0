// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/text_editor.h>

#include <ui/widgets/text_label.h>

#include <present/texts/field_texts.h>

#include <QBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace headroom::ui {

using present::FieldTexts;

TextEditor::TextEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box))
{
    m_box->setObjectName(field.id);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(m_label);
    QWidget *edit = nullptr;
    if (field.kind == present::FieldKind::LongText) {
        m_lines = new QPlainTextEdit(m_box);
        m_lines->setTabChangesFocus(true);
        m_lines->setFixedHeight(84);
        connect(m_lines, &QPlainTextEdit::textChanged, this, [this] { setValue(m_lines->toPlainText().left(m_field.mostCharacters)); });
        edit = m_lines;
    } else {
        m_line = new QLineEdit(m_box);
        m_line->setMaxLength(field.mostCharacters);
        m_line->setMinimumHeight(28);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) { setValue(text); });
        edit = m_line;
    }
    edit->setObjectName(field.id + QStringLiteral(".field"));
    edit->installEventFilter(this);
    m_label->setBuddy(edit);
    layout->addWidget(edit);
}

void TextEditor::showValue()
{
    const QString text = value().toString();
    if (m_line && m_line->text() != text)
        m_line->setText(text);
    if (m_lines && m_lines->toPlainText() != text) {
        const QSignalBlocker quiet(m_lines);
        m_lines->setPlainText(text);
    }
}

void TextEditor::retranslate()
{
    QWidget *edit = m_line ? static_cast<QWidget *>(m_line) : m_lines;
    m_label->setText(FieldTexts::label(id()));
    m_box->setToolTip(FieldTexts::help(id()));
    edit->setAccessibleName(FieldTexts::label(id()));
    edit->setAccessibleDescription(FieldTexts::help(id()));
    showValue();
}

bool TextEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_session.endGesture();
    return FieldEditor::eventFilter(watched, event);
}

} // namespace headroom::ui
