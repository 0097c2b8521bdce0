// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/compare/compare_columns.h>

#include <core/cost/billing.h>
#include <core/derivation/build.h>
#include <core/planning/explain.h>
#include <present/format/figure_format.h>
#include <present/texts/reason_texts.h>

#include <algorithm>
#include <cmath>

namespace headroom::present {
namespace {

using core::Figure;
using core::Money;

struct Entry {
    CompareColumn column;
    const char *id;
    const char *title;
    Better better;
    bool money;
};

constexpr Entry kEntries[]{
    {CompareColumn::Gpus, "gpus", QT_TRANSLATE_NOOP("CompareColumns", "GPUs"), Better::Lower, false},
    {CompareColumn::Bill, "bill", QT_TRANSLATE_NOOP("CompareColumns", "Whole bill a month"), Better::Lower, true},
    {CompareColumn::MonthlyCost, "monthly_cost", QT_TRANSLATE_NOOP("CompareColumns", "Instances a month"), Better::Lower, true},
    {CompareColumn::AlwaysOn, "always_on", QT_TRANSLATE_NOOP("CompareColumns", "Instances always on"), Better::Lower, true},
    {CompareColumn::PerMillionTokens, "per_million", QT_TRANSLATE_NOOP("CompareColumns", "Per 1M output tokens"), Better::Lower, true},
    {CompareColumn::PerRequest, "per_request", QT_TRANSLATE_NOOP("CompareColumns", "Per request"), Better::Lower, true},
    {CompareColumn::FirstToken, "ttft", QT_TRANSLATE_NOOP("CompareColumns", "First token"), Better::Lower, false},
    {CompareColumn::NextToken, "tpot", QT_TRANSLATE_NOOP("CompareColumns", "Next token"), Better::Lower, false},
    {CompareColumn::Headroom, "headroom", QT_TRANSLATE_NOOP("CompareColumns", "Headroom"), Better::Higher, false},
    {CompareColumn::Capacity, "capacity", QT_TRANSLATE_NOOP("CompareColumns", "Capacity"), Better::Higher, false},
    {CompareColumn::Utilization, "utilization", QT_TRANSLATE_NOOP("CompareColumns", "Mean utilization"), Better::Higher, false},
    {CompareColumn::Power, "power", QT_TRANSLATE_NOOP("CompareColumns", "Power, at most"), Better::Lower, false},
    {CompareColumn::FiveYears, "five_years", QT_TRANSLATE_NOOP("CompareColumns", "60 months"), Better::Lower, true},
};

const Entry &entryOf(CompareColumn column)
{
    return *std::ranges::find(kEntries, column, &Entry::column);
}

std::optional<Money> unitCost(const core::Bill &bill, std::string_view key)
{
    const auto found = std::ranges::find(bill.units, key, &core::UnitCost::key);
    return found == bill.units.end() ? std::nullopt : std::optional(found->amount);
}

std::optional<Money> amount(CompareColumn column, const ComparedPlan &compared)
{
    const core::PlanOption *option = compared.shown();
    if (!option || !option->isPriced())
        return std::nullopt;
    switch (column) {
    case CompareColumn::Bill: return compared.bill.total;
    case CompareColumn::MonthlyCost: return option->monthlyCost;
    case CompareColumn::AlwaysOn: return option->monthlyCostAlwaysOn;
    case CompareColumn::PerMillionTokens: return unitCost(compared.bill, "per_million_output_tokens");
    case CompareColumn::PerRequest: return unitCost(compared.bill, "per_request");
    case CompareColumn::FiveYears: return compared.bill.total.times(60);
    default: return std::nullopt;
    }
}

std::optional<Figure> figureOf(CompareColumn column)
{
    switch (column) {
    case CompareColumn::Gpus: return Figure::Gpus;
    case CompareColumn::MonthlyCost: return Figure::MonthlyCost;
    case CompareColumn::FirstToken: return Figure::TtftP95;
    case CompareColumn::NextToken: return Figure::TpotP95;
    case CompareColumn::Headroom: return Figure::Headroom;
    case CompareColumn::Utilization: return Figure::MeanUtilization;
    case CompareColumn::Power: return Figure::PowerPeak;
    default: return std::nullopt;
    }
}

QString plainText(CompareColumn column, double value)
{
    const FigureFormat format;
    switch (column) {
    case CompareColumn::FirstToken:
    case CompareColumn::NextToken: return format.seconds(core::Seconds(value));
    case CompareColumn::Headroom:
    case CompareColumn::Utilization: return format.percent(value);
    case CompareColumn::Capacity: return format.rate(core::RequestsPerSecond(value));
    case CompareColumn::Power: return format.power(core::Watts(value));
    default: return format.count(value);
    }
}

} // namespace

QString CompareColumns::id(CompareColumn column)
{
    return QString::fromLatin1(entryOf(column).id);
}

QString CompareColumns::title(CompareColumn column)
{
    return tr(entryOf(column).title);
}

Better CompareColumns::better(CompareColumn column)
{
    return entryOf(column).better;
}

bool CompareColumns::isMoney(CompareColumn column)
{
    return entryOf(column).money;
}

std::optional<double> CompareColumns::value(CompareColumn column, const ComparedPlan &compared)
{
    const core::PlanOption *option = compared.shown();
    if (!option)
        return std::nullopt;
    if (isMoney(column)) {
        const auto money = amount(column, compared);
        return money ? std::optional(money->toDouble()) : std::nullopt;
    }
    switch (column) {
    case CompareColumn::Capacity: return option->capacity.value();
    case CompareColumn::Power: return option->powerPeak ? std::optional(option->powerPeak->value()) : std::nullopt;
    default: return core::figureValue(*figureOf(column), *option, compared.plan);
    }
}

QString CompareColumns::text(CompareColumn column, const ComparedPlan &compared)
{
    if (isMoney(column))
        return FigureFormat().money(amount(column, compared));
    const auto number = value(column, compared);
    if (!number)
        return FigureFormat::missing();
    // Scenarios may set their targets at different percentiles.
    const bool latency = column == CompareColumn::FirstToken || column == CompareColumn::NextToken;
    return plainText(column, *number) + (latency ? u' ' + ReasonTexts::percentile(compared.plan.scenario.hardware.percentile) : QString());
}

QString CompareColumns::difference(CompareColumn column, const ComparedPlan &compared, const ComparedPlan &baseline)
{
    const auto now = value(column, compared);
    const auto before = value(column, baseline);
    if (!now || !before || *now == *before)
        return {};
    const FigureFormat format;
    const QString sign = *now > *before ? QStringLiteral("+") : QStringLiteral("−");
    const bool ratios = column == CompareColumn::Headroom || column == CompareColumn::Utilization;
    const QString share = ratios || *before == 0 ? QString() : tr(" (%1)", "difference in percent").arg(sign + format.percent(std::abs(*now / *before - 1.0)));
    if (isMoney(column)) {
        const auto a = amount(column, compared);
        const auto b = amount(column, baseline);
        if (a->currency() != b->currency())
            return {};
        return format.moneyChange(*a - *b) + share;
    }
    if (ratios)
        return tr("%1 points", "difference of two percentages").arg(sign + format.percentParts(std::abs(*now - *before)).value);
    return sign + plainText(column, std::abs(*now - *before)) + share;
}

std::optional<core::Derivation> CompareColumns::derivation(CompareColumn column, const ComparedPlan &compared)
{
    const core::PlanOption *option = compared.shown();
    if (!option)
        return std::nullopt;
    if (isMoney(column) && !option->isPriced())
        return std::nullopt;
    if (const auto figure = figureOf(column)) {
        if (*figure == Figure::PowerPeak && !option->powerPeak)
            return std::nullopt;
        return core::explain(*figure, *option, compared.plan, *compared.catalog);
    }
    const auto unit = [&](std::string_view key) -> std::optional<core::Derivation> {
        const auto found = std::ranges::find(compared.bill.units, key, &core::UnitCost::key);
        return found == compared.bill.units.end() ? std::nullopt : std::optional(found->why);
    };
    using namespace core::derive;
    switch (column) {
    case CompareColumn::Bill: return compared.bill.why;
    case CompareColumn::PerMillionTokens: return unit("per_million_output_tokens");
    case CompareColumn::PerRequest: return unit("per_request");
    case CompareColumn::FiveYears: return product("sixty_months", compared.bill.why.unit, compared.bill.why, constant("months", 60, core::Unit::Count));
    case CompareColumn::Capacity:
        return product("capacity_rps", core::Unit::RequestsPerSecond, core::explain(Figure::CapacityPerReplica, *option, compared.plan, *compared.catalog),
                       core::explain(Figure::Replicas, *option, compared.plan, *compared.catalog));
    case CompareColumn::AlwaysOn: return core::alwaysOnTree(*option, compared.plan, *compared.catalog);
    default: return std::nullopt;
    }
}

} // namespace headroom::present
