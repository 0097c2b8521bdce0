// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/field_texts.h>

#include <present/format/figure_format.h>
#include <present/texts/field_choices.h>

#include <QStringList>

namespace headroom::present {
namespace {

struct Words {
    const char *id;
    const char *label;
    const char *help;
    const char *unit = "";
    const char *notGiven = "";
};

constexpr Words kWords[]{
    {"title", QT_TRANSLATE_NOOP("FieldTexts", "Title"), QT_TRANSLATE_NOOP("FieldTexts", "Names the scenario in the list and on the proposal.")},
    {"demand.users", QT_TRANSLATE_NOOP("FieldTexts", "Users"), QT_TRANSLATE_NOOP("FieldTexts", "People who could use the service.")},
    {"demand.adoption_ratio", QT_TRANSLATE_NOOP("FieldTexts", "Active in a working hour"),
     QT_TRANSLATE_NOOP("FieldTexts", "Share of the users who send requests in a usual working hour."), "%"},
    {"demand.requests_per_user_hour", QT_TRANSLATE_NOOP("FieldTexts", "Requests per active user"),
     QT_TRANSLATE_NOOP("FieldTexts", "Requests that an active user sends in a working hour."), QT_TRANSLATE_NOOP("FieldTexts", "/h")},
    {"demand.peak_rps", QT_TRANSLATE_NOOP("FieldTexts", "Peak requests"),
     QT_TRANSLATE_NOOP("FieldTexts", "Load of the busiest minutes. Follows from the users until you set it."), QT_TRANSLATE_NOOP("FieldTexts", "/s"),
     QT_TRANSLATE_NOOP("FieldTexts", "follows the users")},
    {"demand.workload", QT_TRANSLATE_NOOP("FieldTexts", "Kind of work"),
     QT_TRANSLATE_NOOP("FieldTexts", "Sets usual lengths of prompt and answer and how far the peak stands above the mean.")},
    {"demand.input_tokens_mean", QT_TRANSLATE_NOOP("FieldTexts", "Prompt length"), QT_TRANSLATE_NOOP("FieldTexts", "Mean tokens of a prompt, with everything that is sent along."),
     QT_TRANSLATE_NOOP("FieldTexts", "tokens")},
    {"demand.output_tokens_mean", QT_TRANSLATE_NOOP("FieldTexts", "Answer length"), QT_TRANSLATE_NOOP("FieldTexts", "Mean tokens of an answer, reasoning included."),
     QT_TRANSLATE_NOOP("FieldTexts", "tokens")},
    {"demand.max_context", QT_TRANSLATE_NOOP("FieldTexts", "Longest request"),
     QT_TRANSLATE_NOOP("FieldTexts", "Tokens that one request may hold, prompt and answer. GPU memory must have room for it."), QT_TRANSLATE_NOOP("FieldTexts", "tokens")},
    {"demand.prefix_cache_hit_ratio", QT_TRANSLATE_NOOP("FieldTexts", "Prefix cache hits"),
     QT_TRANSLATE_NOOP("FieldTexts", "Share of prompt tokens that the prefix cache answers, because prompts begin alike."), "%"},
    {"demand.day_profile", QT_TRANSLATE_NOOP("FieldTexts", "Day profile"), QT_TRANSLATE_NOOP("FieldTexts", "How the load is spread over the week. Rented capacity follows it.")},
    {"demand.burstiness", QT_TRANSLATE_NOOP("FieldTexts", "Burstiness"),
     QT_TRANSLATE_NOOP("FieldTexts", "How unevenly requests come: 1 as if by chance, 0 evenly, more in bursts. Counts in the simulation.")},
    {"demand.input_tokens_p95", QT_TRANSLATE_NOOP("FieldTexts", "Long prompts"),
     QT_TRANSLATE_NOOP("FieldTexts", "Tokens that 95 of 100 prompts do not exceed, up to 3.8 times the mean. Counts in the simulation."), QT_TRANSLATE_NOOP("FieldTexts", "tokens"),
     QT_TRANSLATE_NOOP("FieldTexts", "twice the mean")},
    {"demand.output_tokens_p95", QT_TRANSLATE_NOOP("FieldTexts", "Long answers"),
     QT_TRANSLATE_NOOP("FieldTexts", "Tokens that 95 of 100 answers do not exceed, up to 3.8 times the mean. Counts in the simulation."), QT_TRANSLATE_NOOP("FieldTexts", "tokens"),
     QT_TRANSLATE_NOOP("FieldTexts", "three times the mean")},
    {"model.id", QT_TRANSLATE_NOOP("FieldTexts", "Model"), QT_TRANSLATE_NOOP("FieldTexts", "The language model that is served.")},
    {"model.format", QT_TRANSLATE_NOOP("FieldTexts", "Quantization"),
     QT_TRANSLATE_NOOP("FieldTexts", "Number format of the weights. native: the checkpoint's own, or the nearest that a GPU runs, never under 8 bits. any: also lower ones.")},
    {"model.engine", QT_TRANSLATE_NOOP("FieldTexts", "Engine"), QT_TRANSLATE_NOOP("FieldTexts", "The software that serves the model.")},
    {"hardware.gpus", QT_TRANSLATE_NOOP("FieldTexts", "GPU type"), QT_TRANSLATE_NOOP("FieldTexts", "Types that may be used. With none chosen, all are compared."), "",
     QT_TRANSLATE_NOOP("FieldTexts", "any type")},
    {"hardware.exclude_gpus", QT_TRANSLATE_NOOP("FieldTexts", "Without"), QT_TRANSLATE_NOOP("FieldTexts", "Types that may not be used."), "", QT_TRANSLATE_NOOP("FieldTexts", "none left out")},
    {"hardware.headroom_ratio", QT_TRANSLATE_NOOP("FieldTexts", "Spare capacity"), QT_TRANSLATE_NOOP("FieldTexts", "Capacity to keep free above the peak."), "%"},
    {"hardware.redundancy", QT_TRANSLATE_NOOP("FieldTexts", "Replicas that may fail"), QT_TRANSLATE_NOOP("FieldTexts", "The peak is still served with so many replicas lost.")},
    {"hardware.ttft_p95_target_s", QT_TRANSLATE_NOOP("FieldTexts", "First token within"),
     QT_TRANSLATE_NOOP("FieldTexts", "Target for the time to first token that 95 of 100 requests meet."), QT_TRANSLATE_NOOP("FieldTexts", "s")},
    {"hardware.tpot_p95_target_s", QT_TRANSLATE_NOOP("FieldTexts", "Each further token within"),
     QT_TRANSLATE_NOOP("FieldTexts", "Target for the time per output token that 95 of 100 requests meet. People read about 5 tokens a second."), QT_TRANSLATE_NOOP("FieldTexts", "ms")},
    {"hardware.max_power_w", QT_TRANSLATE_NOOP("FieldTexts", "Power limit"), QT_TRANSLATE_NOOP("FieldTexts", "Most power that the servers may draw at peak."),
     QT_TRANSLATE_NOOP("FieldTexts", "kW"), QT_TRANSLATE_NOOP("FieldTexts", "no limit")},
    {"hardware.max_gpus", QT_TRANSLATE_NOOP("FieldTexts", "Most GPUs"), QT_TRANSLATE_NOOP("FieldTexts", "Most GPUs that the plan may use."), "", QT_TRANSLATE_NOOP("FieldTexts", "no limit")},
    {"hardware.considered", QT_TRANSLATE_NOOP("FieldTexts", "Proposed fleets"),
     QT_TRANSLATE_NOOP("FieldTexts", "Fleets that somebody proposed: the plan says what becomes of each."), "", QT_TRANSLATE_NOOP("FieldTexts", "none to judge")},
    {"money.offers", QT_TRANSLATE_NOOP("FieldTexts", "Offers"), QT_TRANSLATE_NOOP("FieldTexts", "From whom: any cloud, some providers or regions, or own hardware."), "",
     QT_TRANSLATE_NOOP("FieldTexts", "any cloud")},
    {"money.commitment", QT_TRANSLATE_NOOP("FieldTexts", "Commitment"),
     QT_TRANSLATE_NOOP("FieldTexts", "On demand and spot follow the load hour by hour; a reservation is paid round the clock.")},
    {"money.currency", QT_TRANSLATE_NOOP("FieldTexts", "Currency"), QT_TRANSLATE_NOOP("FieldTexts", "Currency of every amount; prices in others are converted at a dated rate.")},
    {"money.regions", QT_TRANSLATE_NOOP("FieldTexts", "Only in"),
     QT_TRANSLATE_NOOP("FieldTexts", "Where the data may lie: countries or regions of cloud offers. An offer whose place is not known is left out."), "", QT_TRANSLATE_NOOP("FieldTexts", "anywhere")},
    {"money.exclude_regions", QT_TRANSLATE_NOOP("FieldTexts", "Not in"),
     QT_TRANSLATE_NOOP("FieldTexts", "Where it may not lie. An offer whose place is not known is left out."), "", QT_TRANSLATE_NOOP("FieldTexts", "none left out")},
    {"proposal.customer", QT_TRANSLATE_NOOP("FieldTexts", "Customer"), QT_TRANSLATE_NOOP("FieldTexts", "Whom the proposal is for.")},
    {"proposal.author", QT_TRANSLATE_NOOP("FieldTexts", "Author"), QT_TRANSLATE_NOOP("FieldTexts", "Who made it.")},
    {"proposal.note", QT_TRANSLATE_NOOP("FieldTexts", "Remark"), QT_TRANSLATE_NOOP("FieldTexts", "Stands on the proposal's first page.")},
    {"layout.gpus", QT_TRANSLATE_NOOP("FieldTexts", "GPUs that are there"),
     QT_TRANSLATE_NOOP("FieldTexts", "A fixed fleet: the plan says what it carries instead of how many are needed."), "", QT_TRANSLATE_NOOP("FieldTexts", "as many as needed")},
    {"layout.replicas", QT_TRANSLATE_NOOP("FieldTexts", "Replicas"), QT_TRANSLATE_NOOP("FieldTexts", "Copies of the model that run, redundancy included."), "",
     QT_TRANSLATE_NOOP("FieldTexts", "searched")},
    {"layout.tp", QT_TRANSLATE_NOOP("FieldTexts", "Tensor parallel"), QT_TRANSLATE_NOOP("FieldTexts", "GPUs that share every layer of a replica."), "", QT_TRANSLATE_NOOP("FieldTexts", "searched")},
    {"layout.pp", QT_TRANSLATE_NOOP("FieldTexts", "Pipeline parallel"), QT_TRANSLATE_NOOP("FieldTexts", "Stages that a replica's layers are split into."), "",
     QT_TRANSLATE_NOOP("FieldTexts", "searched")},
    {"layout.ep", QT_TRANSLATE_NOOP("FieldTexts", "Expert parallel"), QT_TRANSLATE_NOOP("FieldTexts", "GPUs that a replica's experts are spread over."), "",
     QT_TRANSLATE_NOOP("FieldTexts", "searched")},
    {"layout.dp", QT_TRANSLATE_NOOP("FieldTexts", "Attention data parallel"), QT_TRANSLATE_NOOP("FieldTexts", "Groups of a replica that each compute attention for their own requests."),
     "", QT_TRANSLATE_NOOP("FieldTexts", "searched")},
};

const Words *wordsOf(const QString &field)
{
    for (const Words &words : kWords)
        if (field == QLatin1String(words.id))
            return &words;
    return nullptr;
}

} // namespace

QString FieldTexts::label(const QString &field)
{
    const Words *words = wordsOf(field);
    return words ? tr(words->label) : field;
}

QString FieldTexts::help(const QString &field)
{
    const Words *words = wordsOf(field);
    return words ? tr(words->help) : QString();
}

QString FieldTexts::unit(const QString &field)
{
    const Words *words = wordsOf(field);
    return words && *words->unit ? tr(words->unit) : QString();
}

QString FieldTexts::notGiven(const QString &field)
{
    const Words *words = wordsOf(field);
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
