// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_sentences.h>
#include <present/texts/field_choices.h>
#include <present/texts/reason_texts.h>

#include <core/planning/quality_note.h>

#include <algorithm>

namespace headroom::present {
namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString at(const core::PlanWarning &warning, std::size_t index)
{
    return index < warning.arguments.size() ? text(warning.arguments[index]) : QString();
}

double at(const core::Rejection &rejection, std::size_t index)
{
    return index < rejection.values.size() ? rejection.values[index] : 0.0;
}

// Of a reason of latency: "p95".
QString percentile(const core::Rejection &rejection)
{
    return ReasonTexts::percentile(at(rejection, 2));
}

} // namespace

QString PlanSentences::gpuName(const std::string &id) const
{
    const core::Gpu *gpu = m_catalog.findGpu(id);
    return text(gpu ? gpu->name : id);
}

QString PlanSentences::modelName(const std::string &id) const
{
    const core::Model *model = m_catalog.findModel(id);
    return text(model ? model->name : id);
}

QString PlanSentences::formatName(core::NumberFormat format)
{
    const std::string_view id = core::formatId(format);
    return QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
}

QString PlanSentences::option(const core::PlanOption &option) const
{
    return tr("%1× %2, %3", "number of GPUs, GPU, number format").arg(m_format.count(option.gpus()), gpuName(option.gpu), formatName(option.format));
}

QString PlanSentences::layout(const core::Layout &layout) const
{
    QStringList parts{tr("tensor parallel %1").arg(layout.tp)};
    if (layout.pp > 1)
        parts << tr("pipeline parallel %1").arg(layout.pp);
    if (layout.dp > 1)
        parts << tr("attention data parallel %1").arg(layout.dp);
    if (layout.ep > 1)
        parts << tr("expert parallel %1").arg(layout.ep);
    return parts.join(tr(", ", "between the parts of a layout"));
}

QString PlanSentences::offerPlace(const core::OfferUse &offer) const
{
    if (!offer.isKnown())
        return tr("a fleet that is there");
    if (offer.provider == "onprem")
        return tr("own hardware");
    return offer.region.empty() ? FieldChoices::providerName(offer.provider) : FieldChoices::providerName(offer.provider) + text(" / " + offer.region);
}

QString PlanSentences::bindingConstraint(core::BindingConstraint constraint)
{
    switch (constraint) {
    case core::BindingConstraint::KvMemory: return tr("memory for the KV cache: more memory a GPU, shorter contexts or an fp8 cache would lift it");
    case core::BindingConstraint::WeightsMemory: return tr("memory for the weights: a smaller number format or more GPUs a replica would lift it");
    case core::BindingConstraint::Compute: return tr("compute: faster GPUs, shorter prompts or prefix-cache hits would lift it");
    case core::BindingConstraint::Bandwidth: return tr("memory bandwidth: faster memory, a smaller number format or a relaxed token target would lift it");
    case core::BindingConstraint::Communication: return tr("communication between GPUs: fewer ranks or a faster interconnect would lift it");
    case core::BindingConstraint::Queueing: return tr("waiting for the next free step: a relaxed first-token target or more replicas would lift it");
    case core::BindingConstraint::None: break;
    }
    return tr("nothing");
}

QString PlanSentences::rejection(const core::Rejection &r) const
{
    const QString gpu = gpuName(r.gpu);
    const QString format = formatName(r.format);
    if (r.reasonKey == "excluded")
        return tr("excluded by the scenario");
    if (r.reasonKey == "unsupported")
        return tr("the engine does not run %1 on %2").arg(format, gpu);
    if (r.reasonKey == "no_layout")
        return tr("no layout splits the model's attention heads evenly over the given GPUs");
    if (r.reasonKey == "does_not_fit") {
        const QString first = tr("%1 weights are %2; %3× %4 hold %5").arg(format, m_format.bytes(core::Bytes(at(r, 0))), m_format.count(at(r, 1)), gpu, m_format.bytes(core::Bytes(at(r, 2))));
        return at(r, 3) > 0 ? tr("%1. The smallest that fits has %2 of this GPU").arg(first, m_format.count(at(r, 3)))
                            : tr("%1. No layout of up to 64 of this GPU fits").arg(first);
    }
    if (r.reasonKey == "context_does_not_fit")
        return tr("the weights fit, but one request of %1 tokens needs %2 of KV cache on each GPU and %3 are left")
            .arg(m_format.count(at(r, 0)), m_format.bytes(core::Bytes(at(r, 1))), m_format.bytes(core::Bytes(at(r, 2))));
    if (r.reasonKey == "no_rate")
        return tr("%1 publishes no arithmetic rate for %2").arg(gpu, format);
    if (r.reasonKey == "too_slow_ttft")
        return tr("even idle it needs %1 to the first token at %3; the target is %2").arg(m_format.seconds(core::Seconds(at(r, 0))), m_format.seconds(core::Seconds(at(r, 1))), percentile(r));
    if (r.reasonKey == "too_slow_e2e")
        return tr("even idle it needs %1 for a whole answer at %3; the target is %2").arg(m_format.seconds(core::Seconds(at(r, 0))), m_format.seconds(core::Seconds(at(r, 1))), percentile(r));
    if (r.reasonKey == "too_slow_tpot")
        return tr("even idle it needs %1 for each output token at %3; the target is %2").arg(m_format.seconds(core::Seconds(at(r, 0))), m_format.seconds(core::Seconds(at(r, 1))), percentile(r));
    if (r.reasonKey == "no_price")
        return tr("no price in the chosen offers; a replica takes %1 of this GPU").arg(m_format.count(at(r, 0)));
    if (r.reasonKey == "over_gpus")
        return tr("the demand takes %1 of this GPU; the limit is %2").arg(m_format.count(at(r, 0)), m_format.count(at(r, 1)));
    if (r.reasonKey == "over_power")
        return at(r, 0) > 0 ? tr("its servers draw up to %1; the limit is %2").arg(m_format.power(core::Watts(at(r, 0))), m_format.power(core::Watts(at(r, 1))))
                            : tr("its power is not published, so the limit of %1 cannot be checked").arg(m_format.power(core::Watts(at(r, 1))));
    return text(r.reason);
}

QString PlanSentences::quality(const QString &format)
{
    const auto parsed = core::parseFormat(format.toStdString());
    if (!parsed)
        return {};
    const core::Source source = core::qualityNoteOf(*parsed).source;
    const QString from = text(source.text) + QStringLiteral(", ") + text(source.asOf);
    switch (*parsed) {
    case core::NumberFormat::Fp8: return tr("Published evaluations of Llama 3.1 find no measurable loss in fp8 (%1).").arg(from);
    case core::NumberFormat::Int8: return tr("Published evaluations of Llama 3.1 find 1 to 3 % lower scores in int8 (%1).").arg(from);
    case core::NumberFormat::Int4: return tr("Published evaluations of Llama 3.1 find int4 weights close to 8 bits, but not without loss (%1).").arg(from);
    case core::NumberFormat::Fp4: return tr("Its maker reports scores within 1 % of fp8 for DeepSeek-R1-0528; other models need a check of their own (%1).").arg(from);
    case core::NumberFormat::Bf16: break;
    }
    return {};
}

QString PlanSentences::warning(const core::PlanWarning &w) const
{
    if (w.code == "context_clamped")
        return tr("%1 holds at most %2 tokens of context; longer requests are refused.").arg(at(w, 0), at(w, 1));
    if (w.code == "below_native")
        return m_format.sentences({tr("%1 holds fewer bits than the checkpoint's own %2: check answer quality before buying.").arg(at(w, 0), at(w, 1)), quality(at(w, 0))});
    if (w.code == "fleet_left_over")
        return tr("%1 of the fleet's %2 GPUs are left over: they do not make up another replica of %3.").arg(at(w, 0), at(w, 1), at(w, 2));
    if (w.code == "weight_only")
        return tr("%2 has no %1 arithmetic: weights are stored in it and computed in bf16.").arg(at(w, 0), at(w, 1));
    if (w.code == "uncalibrated")
        return tr("Few or no published measurements stand behind this combination on %1: the figures may be off by %2 %.").arg(at(w, 0), at(w, 1));
    if (w.code == "low_confidence")
        return tr("Public sources disagree on %1.").arg(at(w, 0));
    if (w.code == "currency_converted")
        return tr("Prices in %1 are converted to %2 at %3 (as of %4).").arg(at(w, 0), at(w, 1), at(w, 2), at(w, 3).isEmpty() ? FigureFormat::missing() : at(w, 3));
    if (w.code == "no_price")
        return tr("Nobody sells %1 in the catalog's offers, and its price as own hardware is not known: costs are missing.").arg(at(w, 0));
    if (w.code == "stale_prices")
        return tr("The price of %1 %2 is of %3, %4 days ago: look it up again before buying.").arg(at(w, 0), at(w, 1), at(w, 2), at(w, 3));
    if (w.code == "onprem_estimate")
        return tr("Own hardware is priced from published estimates, not from a quote.");
    if (w.code == "spare_gpus")
        return tr("%1 GPUs are bought in whole instances and %2 are used.").arg(at(w, 0), at(w, 1));
    if (w.code == "fleet_too_small")
        return tr("The fixed fleet carries %1 requests per second; %2 are asked for with headroom.").arg(at(w, 0), at(w, 1));
    return text(w.text);
}

QString PlanSentences::considered(const core::ConsideredFleet &fleet, const core::Plan &plan) const
{
    const QString name = tr("%1× %2", "number of GPUs, GPU").arg(m_format.count(fleet.gpus), gpuName(fleet.gpu));
    const QString model = modelName(plan.scenario.model.id);
    const bool fitsSomehow = std::ranges::any_of(fleet.formats, [](const core::ConsideredFormat &f) { return f.supported && f.fits; });
    if (fleet.carriesPeak)
        return tr("%1 carry %2 at this peak.").arg(name, model);
    if (fitsSomehow) {
        const auto best = std::ranges::max_element(fleet.formats, {}, [](const core::ConsideredFormat &f) { return f.capacity; });
        return tr("%1 hold %2, but carry at most %3 requests per second (%4), not the %5 asked for with headroom.")
            .arg(name, model, m_format.significant(best->capacity.value()), formatName(best->format),
                 m_format.significant(plan.workload.peak.value() * (1.0 + plan.scenario.hardware.headroomRatio)));
    }
    // The format that people propose for such cards says most: eight bits, whichever the GPU runs.
    const auto eight = std::ranges::find_if(fleet.formats, [](const core::ConsideredFormat &f) {
        return f.supported && (f.format == core::NumberFormat::Int8 || f.format == core::NumberFormat::Fp8);
    });
    const core::ConsideredFormat &said = eight != fleet.formats.end() ? *eight : fleet.formats.front();
    const auto wide = std::ranges::find(fleet.formats, core::NumberFormat::Bf16, &core::ConsideredFormat::format);
    QString sentence = tr("%1 cannot serve %2: %3 weights are %4 and bf16 weights %5, its GPUs hold %6.")
        .arg(name, model, formatName(said.format), m_format.bytes(said.weights), wide != fleet.formats.end() ? m_format.bytes(wide->weights) : FigureFormat::missing(), m_format.bytes(said.fleetMemory));
    if (said.smallestGpus > 0)
        sentence += u' ' + tr("The smallest that fits is %1× %2 (%3)").arg(m_format.count(said.smallestGpus), gpuName(fleet.gpu), formatName(said.format));
    if (plan.recommended)
        sentence += said.smallestGpus > 0 ? tr(", or one replica of the plan: %1× %2 (%3).").arg(plan.recommended->layout.gpusPerReplica()).arg(gpuName(plan.recommended->gpu), formatName(plan.recommended->format))
                                          : u' ' + tr("What fits is one replica of the plan: %1× %2 (%3).").arg(plan.recommended->layout.gpusPerReplica()).arg(gpuName(plan.recommended->gpu), formatName(plan.recommended->format));
    else if (said.smallestGpus > 0)
        sentence += u'.';
    return sentence;
}

QStringList PlanSentences::misses(const core::PlanOption &option, const core::Plan &plan) const
{
    const core::HardwareInputs &hardware = plan.scenario.hardware;
    QStringList sentences;
    const core::TailLatency &tail = option.atPeak.tail;
    const QString at = ReasonTexts::percentile(hardware.percentile);
    if (tail.ttft.value() > hardware.ttftTarget)
        sentences << tr("Time to first token is %1 at %3; the target is %2.").arg(m_format.seconds(tail.ttft), m_format.seconds(core::Seconds(hardware.ttftTarget)), at);
    if (tail.tpot.value() > hardware.tpotTarget)
        sentences << tr("Time per output token is %1 at %3; the target is %2.").arg(m_format.seconds(tail.tpot), m_format.seconds(core::Seconds(hardware.tpotTarget)), at);
    if (hardware.e2eTarget && tail.e2e.value() > *hardware.e2eTarget)
        sentences << tr("A whole answer takes %1 at %3; the target is %2.").arg(m_format.seconds(tail.e2e), m_format.seconds(core::Seconds(*hardware.e2eTarget)), at);
    if (hardware.maxPowerW && option.powerPeak && option.powerPeak->value() > *hardware.maxPowerW)
        sentences << tr("Its servers draw up to %1; the limit is %2.").arg(m_format.power(*option.powerPeak), m_format.power(core::Watts(*hardware.maxPowerW)));
    if (plan.scenario.layout && plan.scenario.layout->gpus && option.gpus() != *plan.scenario.layout->gpus)
        sentences << tr("It takes %1 GPUs; the fixed fleet has %2.").arg(m_format.count(option.gpus()), m_format.count(*plan.scenario.layout->gpus));
    if (sentences.isEmpty())
        for (const core::Miss &miss : option.misses)
            sentences << text(miss.text);
    if (const QStringList remedies = ReasonTexts::remedies(option, m_catalog); !remedies.isEmpty())
        sentences << tr("What would do: %1.").arg(remedies.join(tr(", ", "between the parts of a layout")));
    return sentences;
}

} // namespace headroom::present
