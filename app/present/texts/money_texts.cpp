// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/money_texts.h>

#include <cmath>

namespace headroom::present {
namespace {

struct Word {
    const char *key;
    const char *text;
};

constexpr Word kLines[]{
    {"rent_ondemand", QT_TRANSLATE_NOOP("MoneyTexts", "Instances on demand")},
    {"rent_spot", QT_TRANSLATE_NOOP("MoneyTexts", "Spot instances")},
    {"rent_1y", QT_TRANSLATE_NOOP("MoneyTexts", "Instances reserved for a year")},
    {"rent_3y", QT_TRANSLATE_NOOP("MoneyTexts", "Instances reserved for three years")},
    {"fleet", QT_TRANSLATE_NOOP("MoneyTexts", "GPUs that are there, and nobody sells")},
    {"storage", QT_TRANSLATE_NOOP("MoneyTexts", "Storage, GB and month")},
    {"egress", QT_TRANSLATE_NOOP("MoneyTexts", "Traffic to the internet, GB")},
    {"load_balancer", QT_TRANSLATE_NOOP("MoneyTexts", "Load balancer")},
    {"support", QT_TRANSLATE_NOOP("MoneyTexts", "Support plan")},
    {"own_depreciation", QT_TRANSLATE_NOOP("MoneyTexts", "Depreciation")},
    {"own_capital", QT_TRANSLATE_NOOP("MoneyTexts", "Cost of capital")},
    {"own_support", QT_TRANSLATE_NOOP("MoneyTexts", "Maintenance")},
    {"own_colocation", QT_TRANSLATE_NOOP("MoneyTexts", "Colocation")},
    {"own_energy", QT_TRANSLATE_NOOP("MoneyTexts", "Energy")},
    {"own_software", QT_TRANSLATE_NOOP("MoneyTexts", "Licences")},
    {"own_staff", QT_TRANSLATE_NOOP("MoneyTexts", "Staff")},
    {"own_tax", QT_TRANSLATE_NOOP("MoneyTexts", "Tax on the purchase")},
    {"per_million_output_tokens", QT_TRANSLATE_NOOP("MoneyTexts", "Per million output tokens")},
    {"per_million_input_tokens", QT_TRANSLATE_NOOP("MoneyTexts", "Per million input tokens")},
    {"per_request", QT_TRANSLATE_NOOP("MoneyTexts", "Per request")},
    {"per_user", QT_TRANSLATE_NOOP("MoneyTexts", "Per user and month")},
};

// Of core::publishedRanges(), word for word.
constexpr const char *kPublishedSources[]{
    QT_TRANSLATE_NOOP("MoneyTexts", "optics, cables and switches 10-15 % of hardware; with an InfiniBand fabric 46-51k USD for each H100, a half more (cluster quotes)"),
    QT_TRANSLATE_NOOP("MoneyTexts", "annual reports: Microsoft and Alphabet 6 years, Amazon 5 to 6, Meta 5.5; critics argue for 3; 4 is a judgement"),
    QT_TRANSLATE_NOOP("MoneyTexts", "judgement; one resale study has 25-35 % after 36 months"),
    QT_TRANSLATE_NOOP("MoneyTexts", "judgement: a company's usual weighted cost of capital"),
    QT_TRANSLATE_NOOP("MoneyTexts", "US industrial mean (EIA)"),
    QT_TRANSLATE_NOOP("MoneyTexts", "world average, Uptime Institute survey 2025; new buildings 1.3 and below"),
    QT_TRANSLATE_NOOP("MoneyTexts", "CBRE, North America, primary markets, 250-500 kW, H2 2024; global 217.30 in Q1 2025"),
    QT_TRANSLATE_NOOP("MoneyTexts", "judgement: hardware support contracts 8-15 % a year"),
    QT_TRANSLATE_NOOP("MoneyTexts", "open-source engines cost nothing; NVIDIA AI Enterprise lists 4,500 USD a GPU and year"),
    QT_TRANSLATE_NOOP("MoneyTexts", "judgement: a twentieth of an engineer at 120,000 USD a year for each server"),
};

constexpr Word kMoves[]{
    {"follow_load", QT_TRANSLATE_NOOP("MoneyTexts", "Run only what each hour needs")},
    {"other_gpu", QT_TRANSLATE_NOOP("MoneyTexts", "Allow every GPU type")},
    {"other_region", QT_TRANSLATE_NOOP("MoneyTexts", "Allow every provider and region")},
    {"other_format", QT_TRANSLATE_NOOP("MoneyTexts", "Allow formats of fewer bits")},
    {"reserve_base", QT_TRANSLATE_NOOP("MoneyTexts", "Reserve what always runs for a year")},
    {"one_year", QT_TRANSLATE_NOOP("MoneyTexts", "Reserve everything for a year")},
    {"three_years", QT_TRANSLATE_NOOP("MoneyTexts", "Reserve everything for three years")},
    {"spot_share", QT_TRANSLATE_NOOP("MoneyTexts", "Run half as spot")},
    {"spot", QT_TRANSLATE_NOOP("MoneyTexts", "Run everything as spot")},
    {"prefix_cache", QT_TRANSLATE_NOOP("MoneyTexts", "Share 30 % of the prompts through the prefix cache")},
    {"relaxed_target", QT_TRANSLATE_NOOP("MoneyTexts", "Relax the latency targets by half")},
    {"less_headroom", QT_TRANSLATE_NOOP("MoneyTexts", "Keep half the spare capacity")},
    {"own_hardware", QT_TRANSLATE_NOOP("MoneyTexts", "Buy the servers")},
    {"together", QT_TRANSLATE_NOOP("MoneyTexts", "All that cost neither speed nor quality, together")},
};

template<std::size_t N>
QString wordOf(const Word (&words)[N], const std::string &key)
{
    for (const Word &word : words)
        if (key == word.key)
            return QCoreApplication::translate("MoneyTexts", word.text);
    return QString::fromStdString(key);
}

} // namespace

QString MoneyTexts::line(const std::string &key)
{
    return wordOf(kLines, key);
}

QString MoneyTexts::unitCost(const std::string &key)
{
    return wordOf(kLines, key);
}

QString MoneyTexts::move(const std::string &key)
{
    return wordOf(kMoves, key);
}

QString MoneyTexts::quantity(const core::BillLine &line, const FigureFormat &format)
{
    if (line.quantity <= 0)
        return {};
    if (line.key == "own_colocation")
        return tr("%1 kW").arg(format.significant(line.quantity));
    if (line.key == "own_energy")
        return tr("%1 kWh").arg(format.count(line.quantity));
    const bool own = line.key.starts_with("own_");
    if (line.quantityUnit == core::Unit::Hours)
        return tr("%1 h", "hours").arg(format.count(line.quantity));
    return own ? tr("%n server(s)", nullptr, static_cast<int>(line.quantity)) : format.significant(line.quantity, 4);
}

QString MoneyTexts::publishedSource(const char *source)
{
    for (const char *known : kPublishedSources)
        if (qstrcmp(known, source) == 0)
            return tr(known);
    return QString::fromUtf8(source); // as it stands: a source is better read in its own language than not at all
}

QString MoneyTexts::movePrice(core::MovePrice price)
{
    using core::MovePrice;
    switch (price) {
    case MovePrice::Latency: return tr("slower answers");
    case MovePrice::Quality: return tr("answers have to be checked");
    case MovePrice::Eviction: return tr("capacity can be taken away");
    case MovePrice::Commitment: return tr("paid for whether needed or not");
    case MovePrice::Reserve: return tr("less room above the peak");
    case MovePrice::Ownership: return tr("a purchase, space and people");
    case MovePrice::Location: return tr("another place or provider");
    case MovePrice::Work: return tr("prompts have to begin alike");
    case MovePrice::None: break;
    }
    return tr("nothing but the work");
}

QString MoneyTexts::order(const core::RoadmapPhase &phase)
{
    if (phase.addedGpus <= 0)
        return tr("give back");
    if (phase.orderMonth >= 0)
        return month(static_cast<int>(std::floor(phase.orderMonth)) + 1);
    return tr("%n week(s) before the start", nullptr, static_cast<int>(std::lround(-phase.orderMonth * 52.0 / 12.0)));
}

QString MoneyTexts::period(const core::BudgetPeriod &period)
{
    return period.quarter > 0 ? tr("Year %1, Q%2").arg(period.year).arg(period.quarter) : tr("Year %1").arg(period.year);
}

QString MoneyTexts::breakEven(const std::optional<int> &month, bool comparable)
{
    if (!comparable)
        return FigureFormat::missing();
    return month ? MoneyTexts::month(*month) : tr("not within %1 months").arg(core::kOwnershipMonths);
}

QString MoneyTexts::share(const std::optional<double> &ratio, const FigureFormat &format)
{
    if (!ratio)
        return FigureFormat::missing();
    return *ratio > 1.0 ? tr("never") : format.percent(std::max(*ratio, 0.0));
}

QString MoneyTexts::added(const core::RoadmapPhase &phase, const FigureFormat &format)
{
    if (phase.addedGpus == phase.gpus)
        return format.count(phase.gpus);
    return phase.addedGpus > 0 ? QStringLiteral("+%1").arg(format.count(phase.addedGpus)) : QStringLiteral("−%1").arg(format.count(-phase.addedGpus));
}

} // namespace headroom::present
