// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>

#include <QUndoCommand>

#include <functional>

namespace headroom::present {

// One edit of one field: the scenario before and after (a choice of workload sets lengths too, so a field's value alone
// would not do). Follow-ups of the same field and the same gesture merge; an edit that ends where it began undoes itself.
class EditCommand : public QUndoCommand {
public:
    using Apply = std::function<void(const core::Scenario &)>;

    EditCommand(QString field, quint64 gesture, core::Scenario before, core::Scenario after, QString text, Apply apply);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

    const QString &field() const { return m_field; }

private:
    QString m_field;
    quint64 m_gesture;
    core::Scenario m_before;
    core::Scenario m_after;
    Apply m_apply;
};

} // namespace headroom::present
