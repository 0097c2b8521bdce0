// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/session/edit_command.h>

namespace headroom::present {

EditCommand::EditCommand(QString field, quint64 gesture, core::Scenario before, core::Scenario after, QString text, Apply apply)
    : QUndoCommand(text), m_field(std::move(field)), m_gesture(gesture), m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply))
{
}

void EditCommand::undo()
{
    m_apply(m_before);
}

void EditCommand::redo()
{
    m_apply(m_after);
}

int EditCommand::id() const
{
    return 1; // one kind of command; mergeWith() looks closer
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const EditCommand *>(other);
    if (!next || next->m_field != m_field || next->m_gesture != m_gesture)
        return false;
    m_after = next->m_after;
    setText(next->text());
    setObsolete(m_after == m_before);
    return true;
}

} // namespace headroom::present
