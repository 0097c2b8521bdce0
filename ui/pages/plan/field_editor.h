// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/plan/plan_view.h>
#include <present/session/scenario_fields.h>
#include <present/session/scenario_session.h>

#include <QObject>
#include <QWidget>

namespace headroom::ui {

// Ties one field of the scenario to its control. The control's objectName is the field's id; what is typed into is ID.field,
// what is dragged ID.slider. The widget belongs to the page's layout, the editor to the panel.
class FieldEditor : public QObject {
Q_OBJECT

public:
    FieldEditor(const present::ScenarioField &field, present::ScenarioSession &session, QObject *parent);

    const present::ScenarioField &field() const { return m_field; }
    const QString &id() const { return m_field.id; }

    virtual QWidget *widget() const = 0;
    virtual void showValue() = 0;             // what the session holds
    virtual void retranslate() = 0;           // words and lists, then showValue()
    virtual void showPlan(const present::PlanView &) {}

protected:
    QVariant value() const { return m_session.value(m_field.id); }
    bool setValue(const QVariant &value) { return m_session.setValue(m_field.id, value); }
    // A control's number is the scenario's times a factor; back again without the noise of binary fractions.
    double shown(double value) const;
    double stored(double shown) const;

    const present::ScenarioField &m_field;
    present::ScenarioSession &m_session;
};

// The control that suits a field.
FieldEditor *makeFieldEditor(const QString &id, present::ScenarioSession &session, QWidget *parent);

} // namespace headroom::ui
