// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/plan/plan_sentences.h>
#include <present/plan/plan_view_builder.h>
#include <present/plan/plan_view_parts.h>

#include <present/format/figure_format.h>
#include <present/texts/error_texts.h>
#include <present/texts/field_choices.h>
#include <present/texts/plan_texts.h>
#include <present/texts/reason_texts.h>

#include <algorithm>
#include <map>

namespace headroom::present {
namespace {

using namespace core;

QString listed(const QStringList &words)
{
    return words.join(PlanTexts::tr(", ", "between words of a list"));
}

QString conjoined(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return PlanTexts::tr("%1 and %2", "the last two of a list").arg(listed(words.first(words.size() - 1)), words.last());
}

struct Weighed {
    QString size;
    QStringList formats;
};

void join(std::vector<Weighed> &all, const QString &size, const QString &format)
{
    const auto same = std::ranges::find(all, size, &Weighed::size);
    if (same == all.end())
        all.push_back({size, {format}});
    else
        same->formats.append(format);
}

bool isNativeOrWider(const ConsideredFormat &judged, const PlanAnswer &answer)
{
    return std::ranges::none_of(answer.formats, [&](const FormatAvailability &f) { return f.format == judged.format && f.belowNative; });
}

BannerView failedBanner(const PlanAnswer &answer)
{
    BannerView banner;
    banner.id = QStringLiteral("failed");
    banner.tone = TextTone::Error;
    banner.lead = PlanTexts::tr("These inputs cannot be planned.");
    banner.body = ErrorTexts::sentence(answer.plan.error());
    return banner;
}

BannerView impossibleBanner(const PlanAnswer &answer)
{
    const Plan &plan = *answer.plan;
    const FigureFormat format;
    BannerView banner;
    banner.id = QStringLiteral("impossible");
    banner.tone = TextTone::Error;
    banner.lead = PlanTexts::tr("Nothing meets every requirement.");
    QStringList sentences;
    if (plan.rejected.size() == 1) {
        const Rejection &only = plan.rejected.front();
        sentences.append(PlanTexts::tr("%1: %2.", "GPU: why it is left out").arg(FieldChoices::gpuName(only.gpu, *answer.catalog), PlanSentences(format, *answer.catalog).rejection(only)));
    } else if (!plan.rejected.empty()) {
        std::map<RejectionCode, int> counts;
        for (const Rejection &rejection : plan.rejected)
            ++counts[rejection.code];
        QStringList reasons;
        for (const auto &[code, count] : counts)
            reasons.append(ReasonTexts::rejectionCode(code, count));
        sentences.append(PlanTexts::tr("Of %n GPU types and formats, %1.", nullptr, static_cast<int>(plan.rejected.size())).arg(listed(reasons)));
        banner.linkText = PlanTexts::tr("Show the reasons");
        banner.link = BannerView::Link::LeftOut;
    }
    if (plan.closest)
        sentences.append(PlanTexts::tr("The closest is shown, %1: %2.").arg(optionName(*plan.closest, *answer.catalog), listed(ReasonTexts::misses(*plan.closest, plan, *answer.catalog))));
    if (plan.closest)
        if (const QStringList remedies = ReasonTexts::remedies(*plan.closest, *answer.catalog); !remedies.isEmpty())
            sentences.append(PlanTexts::tr("What would do: %1.").arg(listed(remedies)));
    banner.body = format.sentences(sentences);
    return banner;
}

// Somebody looks at another option than the recommended one: whose figures these are stands above them.
BannerView selectedBanner(const PlanAnswer &answer)
{
    const FigureFormat format;
    const PlanOption &option = *answer.shown();
    BannerView banner;
    banner.id = QStringLiteral("selected");
    banner.tone = TextTone::Accent;
    banner.lead = PlanTexts::tr("You are looking at another option: %1.").arg(optionName(option, *answer.catalog));
    if (answer.plan->recommended)
        banner.body = PlanTexts::tr("The recommended one is %1 at %2 a month.").arg(optionName(*answer.plan->recommended, *answer.catalog), PlanTexts::cost(*answer.plan->recommended));
    banner.link = BannerView::Link::Recommended;
    banner.linkText = PlanTexts::tr("Back to it");
    return banner;
}

BannerView tooSmallBanner(const PlanAnswer &answer)
{
    const Plan &plan = *answer.plan;
    BannerView banner;
    banner.id = QStringLiteral("too_small");
    banner.tone = TextTone::Error;
    banner.lead = PlanTexts::tr("The given fleet is too small.");
    banner.body = PlanTexts::tr("This is the best it can do: %1.").arg(listed(ReasonTexts::misses(*plan.recommended, plan, *answer.catalog)));
    return banner;
}

// What stops a proposed fleet, format by format, and what would do instead.
BannerView fleetBanner(const PlanAnswer &answer, int index)
{
    const Plan &plan = *answer.plan;
    const ConsideredFleet &fleet = plan.considered[static_cast<std::size_t>(index)];
    const FigureFormat format;
    const QString gpu = FieldChoices::gpuName(fleet.gpu, *answer.catalog);
    const QString name = format.count(fleet.gpus) + QStringLiteral("× ") + gpu;
    QStringList notRun, fits;
    std::vector<Weighed> tooLarge; // formats of one size are said together: "fp8 and int8 673 GB"
    std::vector<Weighed> larger;
    Bytes memory;
    for (const ConsideredFormat &judged : fleet.formats) {
        memory = judged.fleetMemory;
        const QString label = FieldChoices::formatName(judged.format);
        if (!judged.supported) {
            notRun.append(label);
        } else if (!judged.fits) {
            join(tooLarge, format.bytes(judged.weights), label);
            if (judged.smallestGpus > 0 && isNativeOrWider(judged, answer))
                join(larger, format.count(judged.smallestGpus), label);
        } else {
            fits.append(PlanTexts::tr("%1 fits and carries %2 of the %3 asked for")
                            .arg(label, format.rate(judged.capacity), format.rate(RequestsPerSecond(plan.workload.peak.value() * (1.0 + plan.scenario.hardware.headroomRatio)))));
        }
    }
    BannerView banner;
    banner.id = QStringLiteral("considered.%1").arg(index);
    banner.fleet = index;
    QStringList sentences;
    if (fleet.carriesPeak) {
        banner.tone = TextTone::Good;
        banner.lead = PlanTexts::tr("%1 would do:").arg(name);
        sentences.append(listed(fits) + u'.');
    } else {
        banner.tone = TextTone::Accent;
        banner.lead = fits.isEmpty() ? PlanTexts::tr("%1 cannot serve this model:").arg(name) : PlanTexts::tr("%1 are too few:").arg(name);
        QStringList sizes, counts;
        for (const Weighed &w : tooLarge)
            sizes.append(PlanTexts::tr("%1 %2", "number formats, size of the weights").arg(conjoined(w.formats), w.size));
        for (const Weighed &w : larger)
            counts.append(PlanTexts::tr("%1 in %2", "GPUs, number formats").arg(w.size, conjoined(w.formats)));
        if (!sizes.isEmpty())
            sentences.append(PlanTexts::tr("its weights are %1; %n GPUs hold %2, and the engine needs a part of that.", nullptr, fleet.gpus).arg(listed(sizes), format.bytes(memory)));
        if (!fits.isEmpty())
            sentences.append(listed(fits) + u'.');
        if (!counts.isEmpty())
            sentences.append(PlanTexts::tr("It takes at least %1.").arg(conjoined(counts)));
        if (plan.recommended && plan.meetsDemand)
            sentences.append(PlanTexts::tr("What does: %1.").arg(optionName(*plan.recommended, *answer.catalog)));
        if (fleetArithmetic(answer, index)) {
            banner.link = BannerView::Link::Arithmetic;
            banner.linkText = PlanTexts::tr("Show the arithmetic");
        }
    }
    if (!notRun.isEmpty())
        sentences.append(PlanTexts::tr("%1 does not run %2 on it.").arg(FieldChoices::engineName(plan.scenario.model.engine, *answer.catalog), listed(notRun)));
    banner.body = format.sentences(sentences);
    return banner;
}

// Warnings that the banners or tiles above do not say already.
bool isSaidElsewhere(const PlanWarning &warning)
{
    return warning.code == "fleet_too_small" || warning.code == "spare_gpus";
}

} // namespace

std::optional<Derivation> fleetArithmetic(const PlanAnswer &answer, int fleet)
{
    if (!answer.plan || fleet < 0 || static_cast<std::size_t>(fleet) >= answer.plan->considered.size())
        return {};
    const ConsideredFleet &judged = answer.plan->considered[static_cast<std::size_t>(fleet)];
    const Gpu *gpu = answer.catalog->findGpu(judged.gpu);
    const Model *model = answer.catalog->findModel(answer.plan->scenario.model.id);
    const ConsideredFormat *nearest = nullptr;
    for (const ConsideredFormat &format : judged.formats)
        if (format.supported && !format.fits && isNativeOrWider(format, answer) && (!nearest || format.weights <= nearest->weights))
            nearest = &format;
    if (!nearest || !gpu || !model || judged.gpus < 1)
        return {};
    const double perGpu = nearest->fleetMemory.value() / judged.gpus;
    Derivation count{"fleet_gpus_proposed", Operation::Input, static_cast<double>(judged.gpus), Unit::Count, {}, {}};
    Derivation each{"gpu_memory", Operation::Fact, perGpu, Unit::Bytes, gpu->source, {}};
    Derivation memory{"fleet_memory", Operation::Product, 0, Unit::Bytes, {}, {count, each}};
    memory.value = evaluate(memory);
    Derivation weights{"model_weights", Operation::Fact, nearest->weights.value(), Unit::Bytes, model->source, {}};
    Derivation shortfall{"fleet_shortfall", Operation::Difference, 0, Unit::Bytes, {}, {weights, memory}};
    shortfall.value = evaluate(shortfall);
    return shortfall;
}

std::vector<BannerView> planBanners(const PlanAnswer &answer)
{
    if (!answer.plan)
        return {failedBanner(answer)};
    const Plan &plan = *answer.plan;
    std::vector<BannerView> banners;
    if (answer.selected >= 0 && answer.shown())
        banners.push_back(selectedBanner(answer));
    if (!plan.recommended)
        banners.push_back(impossibleBanner(answer));
    else if (!plan.meetsDemand)
        banners.push_back(tooSmallBanner(answer));
    for (std::size_t i = 0; i < plan.considered.size(); ++i)
        banners.push_back(fleetBanner(answer, static_cast<int>(i)));
    QStringList warnings;
    const FigureFormat format;
    const PlanSentences say(format, *answer.catalog);
    for (const PlanWarning &warning : plan.warnings)
        if (!isSaidElsewhere(warning))
            warnings.append(say.warning(warning));
    if (!warnings.isEmpty()) {
        BannerView banner;
        banner.id = QStringLiteral("warnings");
        banner.tone = TextTone::Warning;
        banner.lead = PlanTexts::tr("Please note:");
        banner.body = format.sentences(warnings);
        banners.push_back(banner);
    }
    return banners;
}

} // namespace headroom::present
