// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/form_dialog.h>

#include <present/texts/source_texts.h>

#include <QBoxLayout>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace headroom::ui {

namespace {
constexpr int kLabelWidth = 150;
constexpr int kFieldWidth = 340;
} // namespace

FormDialog::FormDialog(const QString &name, const QString &title, const QString &acceptText, QWidget *parent)
    : QDialog(parent), m_name(name), m_grid(new QGridLayout), m_problem(new TextLabel(TextRole::Caption, Tone::Error, this)), m_accept(new QPushButton(acceptText, this))
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceL, kSpaceL, kSpaceL, kSpaceL);
    layout->setSpacing(kSpaceM);
    m_grid->setHorizontalSpacing(kSpaceM);
    m_grid->setVerticalSpacing(kSpaceS);
    m_grid->setColumnMinimumWidth(0, kLabelWidth);
    m_grid->setColumnStretch(1, 1);
    layout->addLayout(m_grid);
    m_problem->setObjectName(name + QStringLiteral(".problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(present::SourceTexts::cancel(), this);
    cancel->setObjectName(name + QStringLiteral(".cancel"));
    cancel->setAutoDefault(false);
    m_accept->setObjectName(name + QStringLiteral(".save"));
    m_accept->setDefault(true);
    m_accept->setProperty("primary", true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        showProblem({}, {});
        if (take())
            accept();
    });
}

TextLabel *FormDialog::addField(const QString &label, QWidget *field)
{
    auto *caption = new TextLabel(label, TextRole::Body, Tone::Secondary, this);
    caption->setBuddy(field);
    const int row = m_grid->rowCount();
    m_grid->addWidget(caption, row, 0);
    m_grid->addWidget(field, row, 1);
    field->setAccessibleName(label);
    return caption;
}

QLineEdit *FormDialog::addText(const QString &field, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(m_name + QLatin1Char('.') + field);
    edit->setPlaceholderText(hint);
    edit->setMaxLength(4000);
    edit->setMinimumWidth(kFieldWidth);
    addField(label, edit);
    return edit;
}

QLineEdit *FormDialog::addSecret(const QString &field, const QString &label, const QString &hint)
{
    QLineEdit *edit = addText(field, label, hint);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return edit;
}

QLineEdit *FormDialog::addFile(const QString &field, const QString &label, const QString &hint, const QString &button, const QString &filter)
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    auto *edit = new QLineEdit(both);
    edit->setObjectName(m_name + QLatin1Char('.') + field);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(label);
    auto *choose = new QPushButton(button, both);
    choose->setAutoDefault(false);
    row->addWidget(edit, 1);
    row->addWidget(choose);
    addField(label, both)->setBuddy(edit);
    connect(choose, &QPushButton::clicked, this, [this, edit, label, filter] {
        if (const QString file = QFileDialog::getOpenFileName(this, label, edit->text(), filter); !file.isEmpty())
            edit->setText(file);
    });
    return edit;
}

void FormDialog::addNote(TextLabel *note)
{
    note->setWordWrap(true);
    m_grid->addWidget(note, m_grid->rowCount(), 1);
}

void FormDialog::setLineVisible(QWidget *field, bool visible)
{
    QWidget *inGrid = field;
    while (m_grid->indexOf(inGrid) < 0)
        inGrid = inGrid->parentWidget();
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(inGrid), &row, &column, &rows, &columns);
    for (int at = 0; at < 2; ++at)
        if (QLayoutItem *item = m_grid->itemAtPosition(row, at))
            item->widget()->setVisible(visible);
}

void FormDialog::showProblem(const QString &field, const QString &sentence)
{
    if (m_marked) {
        m_marked->setProperty("invalid", false);
        m_marked->update();
    }
    m_marked = sentence.isEmpty() ? nullptr : findChild<QWidget *>(field);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (m_marked) {
        m_marked->setProperty("invalid", true);
        m_marked->setFocus(Qt::OtherFocusReason);
        m_marked->update();
    }
}

} // namespace headroom::ui
