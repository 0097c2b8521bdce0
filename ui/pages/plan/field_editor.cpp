// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/plan/field_editor.h>

#include <ui/pages/plan/choice_editors.h>
#include <ui/pages/plan/fleet_editor.h>
#include <ui/pages/plan/lengths_editor.h>
#include <ui/pages/plan/list_editor.h>
#include <ui/pages/plan/number_editors.h>
#include <ui/pages/plan/text_editor.h>

namespace headroom::ui {

using present::FieldKind;

namespace {

double withoutNoise(double value)
{
    return QString::number(value, 'g', 12).toDouble();
}

bool isFewChoices(const QString &id)
{
    return id == QStringLiteral("model.format") || id == QStringLiteral("money.commitment") || id == QStringLiteral("money.currency")
        || id == QStringLiteral("hardware.redundancy") || id == QStringLiteral("hardware.target_percentile");
}

} // namespace

FieldEditor::FieldEditor(const present::ScenarioField &field, present::ScenarioSession &session, QObject *parent)
    : QObject(parent), m_field(field), m_session(session)
{
}

double FieldEditor::shown(double value) const
{
    return withoutNoise(value * m_field.shownFactor);
}

double FieldEditor::stored(double shown) const
{
    return withoutNoise(shown / m_field.shownFactor);
}

FieldEditor *makeFieldEditor(const QString &id, present::ScenarioSession &session, QWidget *parent)
{
    const present::ScenarioField *field = present::findField(id);
    Q_ASSERT(field);
    if (isFewChoices(id))
        return new SegmentEditor(*field, session, parent);
    if (id == QStringLiteral("demand.peak_rps"))
        return new PeakEditor(*field, session, parent);
    if (id == QStringLiteral("hardware.considered"))
        return new FleetEditor(*field, session, parent);
    if (id == QStringLiteral("demand.input_histogram") || id == QStringLiteral("demand.output_histogram"))
        return new LengthsEditor(*field, session, parent);
    switch (field->kind) {
    case FieldKind::Number:
    case FieldKind::Integer: return new NumberEditor(*field, session, parent);
    case FieldKind::OptionalNumber:
    case FieldKind::OptionalInteger: return new OptionalNumberEditor(*field, session, parent);
    case FieldKind::Choice: return new ChoiceEditor(*field, session, parent);
    case FieldKind::IdList: return new ListEditor(*field, session, parent);
    case FieldKind::Text:
    case FieldKind::LongText: break;
    }
    return new TextEditor(*field, session, parent);
}

} // namespace headroom::ui
