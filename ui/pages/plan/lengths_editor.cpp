// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/lengths_editor.h>

#include <ui/widgets/link_button.h>
#include <ui/widgets/text_label.h>

#include <present/session/length_import.h>
#include <present/texts/error_texts.h>
#include <present/texts/field_texts.h>
#include <present/texts/plan_texts.h>

#include <QBoxLayout>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

namespace headroom::ui {

using present::FieldTexts;
using present::LengthImport;

namespace {

QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

LengthsEditor::LengthsEditor(const present::ScenarioField &field, present::ScenarioSession &session, QWidget *parent)
    : FieldEditor(field, session, parent), m_box(new QWidget(parent)), m_label(new TextLabel(TextRole::Body, Tone::Neutral, m_box)),
      m_summary(new TextLabel(TextRole::Small, Tone::Secondary, m_box)), m_choose(new LinkButton(QString(), m_box)), m_clear(new LinkButton(QString(), m_box)),
      m_message(new TextLabel(TextRole::Small, Tone::Error, m_box))
{
    m_box->setObjectName(field.id);
    m_choose->setObjectName(field.id + QStringLiteral(".file"));
    m_clear->setObjectName(field.id + QStringLiteral(".clear"));
    m_message->setObjectName(field.id + QStringLiteral(".message"));
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpaceS);
    head->addWidget(m_label, 1);
    head->addWidget(m_clear, 0);
    head->addWidget(m_choose, 0);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_message);
    m_summary->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->hide();
    m_box->setAcceptDrops(true);
    m_box->installEventFilter(this);
    connect(m_choose, &QAbstractButton::clicked, this, &LengthsEditor::choose);
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        m_message->hide();
        setValue(QString());
        m_session.endGesture();
    });
}

void LengthsEditor::choose()
{
    auto *dialog = new QFileDialog(m_box->window(), LengthImport::dialogTitle(), QString(), LengthImport::filter());
    dialog->setObjectName(id() + QStringLiteral(".dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LengthsEditor::read);
    dialog->open();
}

void LengthsEditor::read(const QString &file)
{
    const auto changed = LengthImport::read(m_session.scenario(), id(), file);
    m_message->setVisible(!changed);
    if (changed)
        m_session.replace(*changed, LengthImport::undoText());
    else
        m_message->setText(present::ErrorTexts::sentence(changed.error()));
}

void LengthsEditor::showValue()
{
    const QString summary = LengthImport::summary(m_session.scenario(), id());
    m_summary->setText(summary.isEmpty() ? FieldTexts::notGiven(id()) : summary);
    m_clear->setVisible(!value().toString().isEmpty());
}

void LengthsEditor::retranslate()
{
    m_label->setText(FieldTexts::label(id()));
    m_box->setToolTip(FieldTexts::help(id()));
    m_choose->setText(LengthImport::fromFile());
    m_choose->setAccessibleName(FieldTexts::label(id()) + QStringLiteral(": ") + LengthImport::fromFile());
    m_choose->setAccessibleDescription(FieldTexts::help(id()));
    m_clear->setText(present::PlanTexts::clear());
    m_clear->setAccessibleName(FieldTexts::label(id()) + QStringLiteral(": ") + present::PlanTexts::clear());
    m_message->hide();
    showValue();
}

bool LengthsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString file = draggedFile(drop->mimeData());
        if (file.isEmpty())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            read(file);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace headroom::ui
