// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/plan_texts.h>

#include <present/derivation/derivation_texts.h>
#include <present/format/figure_format.h>
#include <present/session/scenario_fields.h>
#include <present/texts/field_texts.h>

#include <cmath>

namespace headroom::present {

// Short: a tile is 150 pixels wide on a small screen, and "Why?" stands beside the title.
QString PlanTexts::tileTitle(core::Figure figure)
{
    switch (figure) {
    case core::Figure::TtftP95: return tr("First token");
    case core::Figure::CostPerMillionOutputTokens: return tr("Per 1M tokens", "cost of a million output tokens");
    default: return DerivationTexts::title(figure);
    }
}

QString PlanTexts::cost(const core::PlanOption &option)
{
    return option.isPriced() ? FigureFormat().money(option.monthlyCost) : noPrice();
}

QString PlanTexts::redundancy(int replicas)
{
    switch (replicas) {
    case 0: return tr("none", "replicas that may fail");
    case 1: return tr("one", "replicas that may fail");
    case 2: return tr("two", "replicas that may fail");
    default: return FigureFormat().count(replicas);
    }
}

QString PlanTexts::rejectedNumber(const ScenarioField &field)
{
    const FigureFormat format;
    const QString low = format.significant(field.low * field.shownFactor, 12);
    const QString high = FigureFormat::Parts{format.significant(field.high * field.shownFactor, 12), FieldTexts::unit(field.id)}.joined();
    return field.lowOpen ? tr("Takes numbers above %1, up to %2.").arg(low, high) : tr("Takes %1 to %2.").arg(low, high);
}

QString PlanTexts::axisText(const AxisView &axis, double value)
{
    const FigureFormat format;
    switch (axis.kind) {
    case AxisKind::Rate: return format.significant(value);
    case AxisKind::Seconds: return format.seconds(core::Seconds(value));
    case AxisKind::Money: return format.moneyCompact(core::Money(axis.currency, static_cast<std::int64_t>(std::llround(value * 1e6))));
    case AxisKind::Hour: return QStringLiteral("%1:00").arg(format.count(std::fmod(value, 24.5)));
    case AxisKind::TokenRate:
    case AxisKind::Number: break;
    }
    return format.significant(value);
}

} // namespace headroom::present
