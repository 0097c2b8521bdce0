// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/field_texts.h>

#include <present/format/figure_format.h>
#include <present/texts/field_choices.h>
#include <present/texts/field_words.h>

#include <QStringList>

namespace headroom::present {
QString FieldTexts::label(const QString &field)
{
    const FieldWords *words = findFieldWords(field);
    return words ? tr(words->label) : field;
}

QString FieldTexts::help(const QString &field)
{
    const FieldWords *words = findFieldWords(field);
    return words ? tr(words->help) : QString();
}

QString FieldTexts::unit(const QString &field)
{
    const FieldWords *words = findFieldWords(field);
    return words && *words->unit ? tr(words->unit) : QString();
}

QString FieldTexts::notGiven(const QString &field)
{
    const FieldWords *words = findFieldWords(field);
    return words && *words->notGiven ? tr(words->notGiven) : FigureFormat::missing();
}

QString FieldTexts::group(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Demand: return tr("Demand");
    case FieldGroup::Model: return tr("Model");
    case FieldGroup::Hardware: return tr("Hardware");
    case FieldGroup::Money: return tr("Money");
    case FieldGroup::Proposal: return tr("Proposal");
    }
    return {};
}

QString FieldTexts::groupHint(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Demand: return tr("Who asks, how often, and how long are the answers?");
    case FieldGroup::Model: return tr("What is served, and at which precision?");
    case FieldGroup::Hardware: return tr("On which GPUs, how fast, and how much may fail?");
    case FieldGroup::Money: return tr("From whom, and how is it paid?");
    case FieldGroup::Proposal: return tr("What the paper says besides the figures.");
    }
    return {};
}

QString FieldTexts::groupSummary(FieldGroup group, const ScenarioSession &session)
{
    const FigureFormat format;
    const auto text = [&](const char *field) { return valueText(QString::fromLatin1(field), session.value(QString::fromLatin1(field)), *session.catalog()); };
    QStringList parts;
    switch (group) {
    case FieldGroup::Demand:
        parts = {tr("%1 users").arg(format.count(session.scenario().demand.users)), format.rate(core::RequestsPerSecond(session.peak().peakRps))};
        break;
    case FieldGroup::Model: parts = {text("model.id"), text("model.format")}; break;
    case FieldGroup::Hardware: parts = {text("hardware.gpus"), tr("%1 spare").arg(text("hardware.headroom_ratio"))}; break;
    case FieldGroup::Money: parts = {text("money.offers"), text("money.commitment")}; break;
    case FieldGroup::Proposal: parts = {session.title()}; break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString FieldTexts::valueText(const QString &field, const QVariant &value, const core::Catalog &catalog)
{
    const ScenarioField *known = findField(field);
    if (!known)
        return value.toString();
    switch (known->kind) {
    case FieldKind::Number:
    case FieldKind::OptionalNumber:
    case FieldKind::Integer:
    case FieldKind::OptionalInteger: {
        if (!value.isValid())
            return notGiven(field);
        return FigureFormat::Parts{FigureFormat().significant(value.toDouble() * known->shownFactor, 6), unit(field)}.joined();
    }
    case FieldKind::Choice: return FieldChoices::label(field, value.toString(), catalog);
    case FieldKind::IdList: {
        QStringList labels;
        for (const QString &id : value.toStringList())
            labels.append(FieldChoices::label(field, id, catalog));
        return labels.isEmpty() ? notGiven(field) : labels.join(tr(", ", "between names of a list"));
    }
    case FieldKind::Text:
    case FieldKind::LongText: break;
    }
    return value.toString();
}

QString FieldTexts::changeText(const QString &field, const QVariant &before, const QVariant &after, const core::Catalog &catalog)
{
    const ScenarioField *known = findField(field);
    if (!known || known->kind == FieldKind::Text || known->kind == FieldKind::LongText)
        return tr("%1 changed", "an edit, in the undo menu").arg(label(field));
    return tr("%1: %2 → %3", "an edit, in the undo menu").arg(label(field), valueText(field, before, catalog), valueText(field, after, catalog));
}

QString FieldTexts::peakNote(const PeakTie &tie)
{
    const FigureFormat format;
    if (tie.tied)
        return tr("follows from the users above; drag to override");
    return tr("set by hand; the users would give %1").arg(format.rate(core::RequestsPerSecond(tie.fromUsersRps)));
}

QString FieldTexts::peakFormula(const core::DemandInputs &demand, const PeakTie &tie)
{
    const FigureFormat format;
    return QStringLiteral("%1 × %2 × %3/h ÷ 3,600 × %4 = %5")
        .arg(format.count(demand.users), format.percent(demand.adoptionRatio), format.significant(demand.requestsPerUserHour, 4), format.significant(tie.peakFactor),
             format.rate(core::RequestsPerSecond(tie.fromUsersRps)));
}

} // namespace headroom::present
