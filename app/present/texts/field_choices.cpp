// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/field_choices.h>

#include <present/format/figure_format.h>

#include <core/catalog/parameters.h>
#include <core/catalog/region.h>
#include <core/workload/workload.h>

#include <algorithm>
#include <map>
#include <set>

namespace headroom::present {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

struct Named {
    const char *id;
    const char *label;
};

constexpr Named kWorkloads[]{
    {"chat", QT_TRANSLATE_NOOP("FieldChoices", "Chat")},
    {"rag", QT_TRANSLATE_NOOP("FieldChoices", "Retrieval (RAG)")},
    {"code", QT_TRANSLATE_NOOP("FieldChoices", "Coding")},
    {"agent", QT_TRANSLATE_NOOP("FieldChoices", "Agents")},
    {"summarize", QT_TRANSLATE_NOOP("FieldChoices", "Summarizing")},
    {"reasoning", QT_TRANSLATE_NOOP("FieldChoices", "Long reasoning")},
};
constexpr Named kDayProfiles[]{
    {"office", QT_TRANSLATE_NOOP("FieldChoices", "Office hours")},
    {"consumer", QT_TRANSLATE_NOOP("FieldChoices", "Public service, most in the evening")},
    {"always", QT_TRANSLATE_NOOP("FieldChoices", "The same round the clock")},
};
constexpr Named kCommitments[]{
    {"ondemand", QT_TRANSLATE_NOOP("FieldChoices", "On demand")},
    {"spot", QT_TRANSLATE_NOOP("FieldChoices", "Spot")},
    {"1y", QT_TRANSLATE_NOOP("FieldChoices", "1 year")},
    {"3y", QT_TRANSLATE_NOOP("FieldChoices", "3 years")},
};
constexpr Named kCapacities[]{
    {"hourly", QT_TRANSLATE_NOOP("FieldChoices", "As the load needs it")},
    {"workdays", QT_TRANSLATE_NOOP("FieldChoices", "On workdays")},
    {"always", QT_TRANSLATE_NOOP("FieldChoices", "Always")},
};
constexpr Named kPercentiles[]{{"p50", "p50"}, {"p90", "p90"}, {"p95", "p95"}, {"p99", "p99"}};
constexpr Named kCurrencies[]{{"USD", "USD $"}, {"CNY", "CNY ¥"}, {"EUR", "EUR €"}};
constexpr Named kPlaces[]{
    {"eu", QT_TRANSLATE_NOOP("FieldChoices", "European Union")},
    {"us", QT_TRANSLATE_NOOP("FieldChoices", "United States")},
    {"ca", QT_TRANSLATE_NOOP("FieldChoices", "Canada")},
    {"cn", QT_TRANSLATE_NOOP("FieldChoices", "China")},
    {"hk", QT_TRANSLATE_NOOP("FieldChoices", "Hong Kong")},
    {"tw", QT_TRANSLATE_NOOP("FieldChoices", "Taiwan")},
    {"jp", QT_TRANSLATE_NOOP("FieldChoices", "Japan")},
    {"kr", QT_TRANSLATE_NOOP("FieldChoices", "South Korea")},
    {"sg", QT_TRANSLATE_NOOP("FieldChoices", "Singapore")},
    {"in", QT_TRANSLATE_NOOP("FieldChoices", "India")},
    {"au", QT_TRANSLATE_NOOP("FieldChoices", "Australia")},
    {"vn", QT_TRANSLATE_NOOP("FieldChoices", "Vietnam")},
    {"nl", QT_TRANSLATE_NOOP("FieldChoices", "Netherlands")},
    {"de", QT_TRANSLATE_NOOP("FieldChoices", "Germany")},
    {"ie", QT_TRANSLATE_NOOP("FieldChoices", "Ireland")},
    {"se", QT_TRANSLATE_NOOP("FieldChoices", "Sweden")},
    {"fr", QT_TRANSLATE_NOOP("FieldChoices", "France")},
    {"ee", QT_TRANSLATE_NOOP("FieldChoices", "Estonia")},
    {"fi", QT_TRANSLATE_NOOP("FieldChoices", "Finland")},
    {"ch", QT_TRANSLATE_NOOP("FieldChoices", "Switzerland")},
    {"gb", QT_TRANSLATE_NOOP("FieldChoices", "United Kingdom")},
    {"ae", QT_TRANSLATE_NOOP("FieldChoices", "United Arab Emirates")},
};
constexpr Named kFormats[]{
    {"native", QT_TRANSLATE_NOOP("FieldChoices", "native")}, {"bf16", "bf16"}, {"fp8", "fp8"}, {"int8", "int8"}, {"int4", "int4"}, {"fp4", "fp4"},
    {"any", QT_TRANSLATE_NOOP("FieldChoices", "any")},
};

template<std::size_t N>
QString labelOf(const Named (&names)[N], const QString &id)
{
    for (const Named &named : names)
        if (id == QLatin1String(named.id))
            return QCoreApplication::translate("FieldChoices", named.label);
    return id;
}

template<std::size_t N>
std::vector<FieldChoice> choicesOf(const Named (&names)[N])
{
    std::vector<FieldChoice> choices;
    for (const Named &named : names)
        choices.push_back({QString::fromLatin1(named.id), labelOf(names, QString::fromLatin1(named.id)), {}, {}});
    return choices;
}

QString parametersText(const core::Model &model)
{
    const FigureFormat format;
    const double total = static_cast<double>(core::countParameters(model.architecture).total()) / 1e9;
    const double active = static_cast<double>(core::activeParametersAsPublished(model)) / 1e9;
    const QString all = format.significant(model.publishedTotalParamsB.value_or(total)) + u'B';
    const double shownActive = model.publishedActiveParamsB.value_or(active);
    if (shownActive < 0.98 * model.publishedTotalParamsB.value_or(total))
        return QCoreApplication::translate("FieldChoices", "%1 (%2 active)").arg(all, format.significant(shownActive) + u'B');
    return all;
}

std::vector<FieldChoice> models(const core::Catalog &catalog)
{
    std::vector<FieldChoice> choices;
    for (const core::Model &model : catalog.models)
        choices.push_back({text(model.id), text(model.name), parametersText(model), {}});
    return choices;
}

std::vector<FieldChoice> gpus(const core::Catalog &catalog)
{
    const FigureFormat format;
    std::vector<FieldChoice> choices;
    for (const core::Gpu &gpu : catalog.gpus)
        choices.push_back({text(gpu.id), text(gpu.name),
                           format.bytes(gpu.memoryLabel) + QStringLiteral(" · ") + format.quantity(gpu.memoryBandwidth.value(), core::Unit::BytesPerSecond), text(gpu.vendor)});
    std::ranges::stable_sort(choices, {}, &FieldChoice::group);
    return choices;
}

std::vector<FieldChoice> offers(const core::Catalog &catalog)
{
    std::map<std::string, std::set<std::string>> regions;
    for (const core::Offer &offer : catalog.offers)
        regions[offer.provider].insert(offer.region);
    std::vector<FieldChoice> choices;
    choices.push_back({QStringLiteral("onprem"), FieldChoices::providerName("onprem"), QCoreApplication::translate("FieldChoices", "bought servers, from published prices"), {}});
    for (const auto &[provider, names] : regions) {
        const QString name = FieldChoices::providerName(provider);
        choices.push_back({text(provider), name, FieldChoices::tr("%n region(s)", nullptr, static_cast<int>(names.size())), {}});
        if (names.size() > 1)
            for (const std::string &region : names)
                if (!region.empty())
                    choices.push_back({text(provider) + u'/' + text(region), text(region), {}, name});
    }
    return choices;
}

// Where offers lie: the European Union, the countries that occur, and their regions.
std::vector<FieldChoice> places(const core::Catalog &catalog)
{
    std::map<QString, std::set<std::string>> byCountry;
    std::set<std::string> inUnion;
    for (const core::Offer &offer : catalog.offers) {
        const std::string_view country = core::countryOf(offer.region);
        if (country.empty())
            continue;
        byCountry[text(country)].insert(offer.region);
        if (core::isInEuropeanUnion(country))
            inUnion.insert(offer.region);
    }
    std::vector<FieldChoice> choices;
    const auto add = [&](const QString &id, const std::set<std::string> &regions) {
        choices.push_back({id, labelOf(kPlaces, id), FieldChoices::tr("%n region(s)", nullptr, static_cast<int>(regions.size())), {}});
    };
    add(QStringLiteral("eu"), inUnion);
    for (const auto &[country, regions] : byCountry) {
        add(country, regions);
        for (const std::string &region : regions)
            choices.push_back({text(region), text(region), {}, labelOf(kPlaces, country)});
    }
    return choices;
}

bool isPlaceField(const QString &field)
{
    return field == QStringLiteral("money.regions") || field == QStringLiteral("money.exclude_regions");
}

} // namespace

std::vector<FieldChoice> FieldChoices::of(const QString &field, const core::Catalog &catalog)
{
    if (field == QStringLiteral("demand.workload")) {
        auto choices = choicesOf(kWorkloads);
        for (FieldChoice &choice : choices)
            if (const core::WorkloadPreset *preset = core::findWorkloadPreset(choice.id.toStdString()))
                choice.detail = tr("%1 in, %2 out", "tokens of prompt and answer").arg(FigureFormat().count(preset->inputTokens), FigureFormat().count(preset->outputTokens));
        return choices;
    }
    if (field == QStringLiteral("demand.day_profile"))
        return choicesOf(kDayProfiles);
    if (field == QStringLiteral("model.id"))
        return models(catalog);
    if (field == QStringLiteral("model.format"))
        return choicesOf(kFormats);
    if (field == QStringLiteral("model.engine")) {
        std::vector<FieldChoice> choices;
        for (const core::Engine &engine : catalog.engines)
            choices.push_back({text(engine.id), text(engine.name), text(engine.version), {}});
        return choices;
    }
    if (field == QStringLiteral("hardware.gpus") || field == QStringLiteral("hardware.exclude_gpus") || field == QStringLiteral("hardware.considered"))
        return gpus(catalog);
    if (field == QStringLiteral("money.offers"))
        return offers(catalog);
    if (isPlaceField(field))
        return places(catalog);
    if (field == QStringLiteral("money.commitment"))
        return choicesOf(kCommitments);
    if (field == QStringLiteral("hardware.target_percentile"))
        return choicesOf(kPercentiles);
    if (field == QStringLiteral("money.capacity"))
        return choicesOf(kCapacities);
    if (field == QStringLiteral("money.currency"))
        return choicesOf(kCurrencies);
    return {};
}

QString FieldChoices::label(const QString &field, const QString &id, const core::Catalog &catalog)
{
    const std::string name = id.toStdString();
    if (field == QStringLiteral("hardware.gpus") || field == QStringLiteral("hardware.exclude_gpus"))
        return gpuName(name, catalog);
    if (field == QStringLiteral("hardware.considered")) {
        const qsizetype space = id.indexOf(u' ');
        return space < 0 ? id : QString(id.left(space)).replace(u'x', u'×') + u' ' + gpuName(id.mid(space + 1).trimmed().toStdString(), catalog);
    }
    if (field == QStringLiteral("model.id"))
        return modelName(name, catalog);
    if (field == QStringLiteral("model.engine"))
        return engineName(name, catalog);
    if (field == QStringLiteral("money.offers"))
        return id.contains(u'/') ? providerName(id.section(u'/', 0, 0).toStdString()) + u' ' + id.section(u'/', 1) : providerName(name);
    if (isPlaceField(field))
        return labelOf(kPlaces, id.toLower()) == id.toLower() ? id : labelOf(kPlaces, id.toLower());
    for (const FieldChoice &choice : of(field, catalog))
        if (choice.id == id)
            return choice.label;
    return id;
}

QString FieldChoices::gpuName(const std::string &id, const core::Catalog &catalog)
{
    const core::Gpu *gpu = catalog.findGpu(id);
    return text(gpu ? gpu->name : id);
}

QString FieldChoices::modelName(const std::string &id, const core::Catalog &catalog)
{
    const core::Model *model = catalog.findModel(id);
    return text(model ? model->name : id);
}

QString FieldChoices::engineName(const std::string &id, const core::Catalog &catalog)
{
    const core::Engine *engine = catalog.findEngine(id);
    return text(engine ? engine->name : id);
}

QString FieldChoices::formatName(core::NumberFormat format)
{
    return text(core::formatId(format));
}

QString FieldChoices::providerName(const std::string &id)
{
    static const std::map<std::string, QString> kNames{
        {"aws", QStringLiteral("AWS")}, {"gcp", QStringLiteral("Google Cloud")}, {"azure", QStringLiteral("Azure")}, {"oci", QStringLiteral("Oracle Cloud")},
        {"alibaba", QStringLiteral("Alibaba Cloud")}, {"aliyun", QStringLiteral("Alibaba Cloud")}, {"coreweave", QStringLiteral("CoreWeave")},
        {"lambda", QStringLiteral("Lambda")}, {"runpod", QStringLiteral("RunPod")}, {"nebius", QStringLiteral("Nebius")}, {"together", QStringLiteral("Together")},
        {"hyperstack", QStringLiteral("Hyperstack")}, {"vast", QStringLiteral("Vast.ai")}, {"aws-cn", QStringLiteral("AWS China")},
        {"crusoe", QStringLiteral("Crusoe")}, {"tencent", QStringLiteral("Tencent Cloud")}, {"ovh", QStringLiteral("OVHcloud")}, {"scaleway", QStringLiteral("Scaleway")},
    };
    if (id == "onprem")
        return tr("Own hardware");
    const auto found = kNames.find(id);
    return found == kNames.end() ? text(id) : found->second;
}

} // namespace headroom::present
