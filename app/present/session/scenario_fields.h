// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/planning/scenario.h>
#include <core/units/result.h>

#include <QString>
#include <QVariant>

#include <array>
#include <vector>

namespace headroom::present {

// What stands in a field's QVariant:
//   Number, Integer                    double, int
//   OptionalNumber, OptionalInteger    the same, or an invalid QVariant: not given
//   Choice                             QString, an id (see texts/field_choices.h)
//   IdList                             QStringList of ids
//   Text, LongText                     QString
enum class FieldKind { Number, OptionalNumber, Integer, OptionalInteger, Choice, IdList, Text, LongText };

// The five groups of the sizing wizard.
enum class FieldGroup { Demand, Model, Hardware, Money, Proposal };
inline constexpr std::array kFieldGroups{FieldGroup::Demand, FieldGroup::Model, FieldGroup::Hardware, FieldGroup::Money, FieldGroup::Proposal};
QString fieldGroupId(FieldGroup group); // "demand"

// One field of a scenario: the path it has in SCENARIO.json ("demand.users") and how a person moves it. Numbers are in the
// scenario's own unit; a face shows value x shownFactor (a ratio as per cent, seconds as milliseconds).
struct ScenarioField {
    QString id;
    FieldKind kind = FieldKind::Number;
    FieldGroup group = FieldGroup::Demand;
    double low = 0;              // accepted range, as the core has it
    double high = 0;
    bool lowOpen = false;
    double sliderLow = 0;        // what a slider spans; typing reaches the accepted range
    double sliderHigh = 0;
    double step = 1;             // of arrow keys and of dragging on a linear scale
    bool logarithmic = false;
    double shownFactor = 1;
    int shownDecimals = 0;       // at most
    int mostCharacters = 0;      // of texts

    bool isOptional() const { return kind == FieldKind::OptionalNumber || kind == FieldKind::OptionalInteger; }
    bool isNumeric() const { return kind <= FieldKind::OptionalInteger; }
    bool accepts(double value) const { return (lowOpen ? value > low : value >= low) && value <= high; }
};

// Every field, in the order of SCENARIO.json; `layout.*` belongs to Hardware, `own_hardware.*` and `growth.*` to Money, `title`
// to Proposal.
const std::vector<ScenarioField> &scenarioFields();
const ScenarioField *findField(const QString &id);   // nullptr where unknown

// Reading and writing one field. Writing checks type and range and leaves the scenario alone where they do not hold
// (BadValue with the field). An emptied layout goes away as a whole.
QVariant fieldValue(const core::Scenario &scenario, const QString &id);
core::Result<void> setFieldValue(core::Scenario &scenario, const QString &id, const QVariant &value);

} // namespace headroom::present
