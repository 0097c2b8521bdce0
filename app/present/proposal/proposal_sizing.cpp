// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/proposal/proposal_builder.h>
#include <present/texts/field_choices.h>

#include <core/cost/fleet_month.h>
#include <core/planning/planning_context.h>
#include <core/planning/rejection_reasons.h>
#include <core/sizing/memory_fit.h>

#include <algorithm>

namespace headroom::present {
namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

// The formula that the number of GPUs follows from, with its numbers, and why not one GPU fewer.
void ProposalBuilder::addSizing()
{
    const core::PlanOption *option = shown();
    if (!option || m_plan.workload.peak.value() <= 0)
        return;
    heading(tr("Why so many GPUs"));
    const double required = m_plan.workload.peak.value() * (1.0 + m_plan.scenario.hardware.headroomRatio);
    const bool fixed = m_plan.scenario.layout && (m_plan.scenario.layout->gpus || m_plan.scenario.layout->replicas);
    ProposalList list;
    list.items << tr("A replica of %1 GPUs (%2) carries %3 requests per second within the latency targets; more would break them or fill the KV cache.")
                      .arg(m_format.count(option->layout.gpusPerReplica()), m_sentences.layout(option->layout), m_format.significant(option->capacityPerReplica.value()));
    if (!fixed) {
        const QString sizing = m_plan.scenario.hardware.redundancy == 0
            ? tr("%1 at the peak × (1 + %2 spare) = %3 requests per second to carry; %3 ÷ %4, rounded up, are %5 replicas.")
            : tr("%1 at the peak × (1 + %2 spare) = %3 requests per second to carry; %3 ÷ %4, rounded up, are %5 replicas; with %6 that may fail, %7.")
                  .replace(QStringLiteral("%6"), m_format.count(m_plan.scenario.hardware.redundancy))
                  .replace(QStringLiteral("%7"), m_format.count(option->layout.replicas));
        list.items << sizing
                          .arg(m_format.significant(m_plan.workload.peak.value()), m_format.percent(m_plan.scenario.hardware.headroomRatio), m_format.significant(required),
                               m_format.significant(option->capacityPerReplica.value()), m_format.count(option->layout.replicas - m_plan.scenario.hardware.redundancy));
        const int fewer = option->layout.replicas - m_plan.scenario.hardware.redundancy - 1;
        if (fewer > 0)
            list.items << tr("One replica fewer would carry %1: under the %2 that are asked for.").arg(m_format.significant(option->capacityPerReplica.value() * fewer), m_format.significant(required));
    }
    if (!option->isPriced())
        list.items << tr("%1 replicas × %2 GPUs = %3 GPUs. GPUs come in whole replicas.")
                          .arg(m_format.count(option->layout.replicas), m_format.count(option->layout.gpusPerReplica()), m_format.count(option->gpus()));
    else
        list.items << tr("%1 replicas × %2 GPUs = %3 GPUs. GPUs come in whole replicas, and instances are bought whole: %4 GPUs in %5 instances.")
                      .arg(m_format.count(option->layout.replicas), m_format.count(option->layout.gpusPerReplica()), m_format.count(option->gpus()), m_format.count(option->gpusBought), m_format.count(option->offer.count));
    list.items << tr("A load balancer spreads the requests over the replicas; each batches what it has running, step by step, so that one request waits for no other's end.");
    m_document.blocks.append(list);
}

// What somebody asks for it: a fleet is bought in whole instances, and what follows the load are whole replicas.
void ProposalBuilder::addConsideredCost(const core::ConsideredFleet &fleet)
{
    const auto month = core::cheapestFleetMonth(fleet.gpu, fleet.gpus, m_plan.scenario.money.currency, m_catalog);
    const QString name = tr("%1× %2", "number of GPUs, GPU").arg(m_format.count(fleet.gpus), m_sentences.gpuName(fleet.gpu));
    if (!month) {
        paragraph(tr("The catalog holds no price of %1 on demand.").arg(name));
        return;
    }
    const core::Offer &offer = month->offer;
    QStringList words;
    words << tr("The cheapest instances that hold %1 together: %2× %3 (%4), %5 GPUs, %6 a month round the clock (price as of %7).", "fleet, count, instance, provider, GPUs, money, date")
                 .arg(name, m_format.count(month->instances), text(offer.instance), FieldChoices::providerName(offer.provider), m_format.count(month->gpus), m_format.money(month->month),
                      FigureFormat::date(offer.sourceOf(core::Commitment::OnDemand).asOf));
    if (month->gpus > fleet.gpus)
        words << tr("Nobody in the catalog rents %1 as one machine: a price of exactly so many is a share of a larger one.").arg(name);
    if (std::ranges::none_of(fleet.formats, &core::ConsideredFormat::fits))
        words << tr("Following the load saves whole replicas at night; this fleet holds not one, so a lower price by better use does not exist for it.");
    paragraph(m_format.sentences(words));
}

// What each number format makes of the model on the chosen GPU.
void ProposalBuilder::addQuantization()
{
    const core::PlanOption *option = shown();
    const auto context = core::makePlanningContext(m_plan.scenario, m_catalog);
    const core::Gpu *gpu = option ? m_catalog.findGpu(option->gpu) : nullptr;
    if (!context || !gpu)
        return;
    heading(tr("Why this number format"));
    const QString native = text(core::formatId(context->model.nativeFormat));
    QStringList words;
    if (option->format == context->model.nativeFormat)
        words << tr("%1 is published in %2, and %3 computes in it: nothing is lost by keeping it.", "model, format, GPU").arg(m_sentences.modelName(m_plan.scenario.model.id), native, m_sentences.gpuName(option->gpu));
    else if (option->belowNative)
        words << tr("%1 is published in %2; %3 holds fewer bits, which saves memory and has to be paid for with a check of the answers.")
                     .arg(m_sentences.modelName(m_plan.scenario.model.id), native, text(core::formatId(option->format)));
    else
        words << tr("%1 is published in %2; %3 is the nearest that %4 runs.").arg(m_sentences.modelName(m_plan.scenario.model.id), native, text(core::formatId(option->format)), m_sentences.gpuName(option->gpu));
    words << tr("All of the model's weights have to stay in memory, also those that a token does not use.");
    paragraph(m_format.sentences(words));
    ProposalTable table;
    table.header = {tr("Number format"), tr("Weights"), tr("On %1").arg(m_sentences.gpuName(option->gpu)), tr("Fewest GPUs that hold it"), tr("Quality")};
    table.rightAligned = {false, true, false, true, false};
    for (const core::NumberFormat format : core::kNumberFormats) {
        const core::FormatSupport support = core::supportOf(context->engine, *gpu, format);
        const core::Bytes weights = core::weightBytes(context->shape, core::checkpointFormat(context->model, format)).total();
        const int fewest = support == core::FormatSupport::None ? 0 : core::smallestFit(*context, *gpu, format);
        const QString run = support == core::FormatSupport::None ? tr("not run") : support == core::FormatSupport::WeightOnly ? tr("stored only, computed in bf16") : tr("computed");
        const QString quality = format == context->model.nativeFormat ? tr("as published") : core::isBelowNative(context->model, format) ? tr("to be checked") : tr("as published, more memory");
        if (format == option->format)
            table.emphasizedRow = static_cast<int>(table.rows.size());
        table.rows.append({text(core::formatId(format)), m_format.bytes(weights), run, fewest > 0 ? m_format.count(fewest) : FigureFormat::missing(), quality});
    }
    m_document.blocks.append(table);
}

// What goes wrong most often with such a plan; those that this plan shows come with its numbers.
void ProposalBuilder::addPitfalls()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    heading(tr("Pitfalls"));
    ProposalList list;
    list.items << tr("A number of requests per second and card means nothing without the model, the lengths of prompt and answer and a latency target. Ask for all three before believing one.");
    list.items << tr("Memory follows all parameters, speed the active ones: a mixture of experts does not fit where its active part would.");
    list.items << tr("Twice the demand takes about twice the replicas: two cards more do not do it.");
    if (option->layout.tp > 1)
        list.items << tr("Tensor parallel over %1 GPUs: a replica works only with all of them, and a number that does not divide the attention heads is refused by the engine.").arg(option->layout.tp);
    else if (option->layout.gpusPerReplica() > 1)
        list.items << tr("A replica spans %1 GPUs and works only with all of them: losing one loses the replica.").arg(option->layout.gpusPerReplica());
    if (option->errorBandRatio > 0)
        list.items << tr("The figures are estimates; at %1 the fleet lies between %2 and %3 GPUs. Load-test one replica before ordering the rest.")
                          .arg(m_format.percent(option->confidence), m_format.count(option->gpusLow), m_format.count(option->gpusHigh));
    if (m_plan.scenario.hardware.redundancy == 0)
        list.items << tr("No replica may fail in this plan: spare capacity is for peaks. With one lost, %1 requests per second are left for a peak of %2.")
                          .arg(m_format.significant(option->capacityPerReplica.value() * (option->layout.replicas - 1)), m_format.significant(m_plan.workload.peak.value()));
    if (option->isPriced() && !option->offer.isOwn())
        list.items << tr("Prices of GPU instances fall by a third in one day, as in June 2025, or rise: fix the date of every price, and ask again before signing.");
    if (option->isPriced() && m_plan.scenario.money.capacity != core::CapacityPolicy::Always && option->monthlyCost != option->monthlyCostAlwaysOn)
        list.items << tr("What is given back at night has to be had again in the morning: scarce GPUs may not be there. Reserve what always runs.");
    m_document.blocks.append(list);
}

} // namespace headroom::present
