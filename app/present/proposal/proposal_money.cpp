// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/proposal/proposal_builder.h>

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/cost/onprem.h>
#include <core/roadmap/plan_roadmap.h>
#include <present/texts/field_texts.h>
#include <present/texts/money_texts.h>

#include <algorithm>
#include <cmath>

namespace headroom::present {
namespace {

constexpr int kMostOwned = 8;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QList<core::ChartPoint> curve(const std::vector<core::Money> &months)
{
    QList<core::ChartPoint> points;
    for (std::size_t m = 0; m < months.size(); ++m)
        points.append({static_cast<double>(m), months[m].toDouble()});
    return points;
}

} // namespace

void ProposalBuilder::addCost()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    heading(tr("Cost"));
    const core::Bill bill = core::billFor(*option, m_plan, m_catalog);
    ProposalTable table;
    table.header = {tr("Position"), tr("Quantity"), tr("Price"), tr("Amount a month")};
    table.rightAligned = {false, true, true, true};
    bool missing = false;
    for (const core::BillLine &line : bill.lines) {
        missing = missing || !line.amount;
        table.rows.append({MoneyTexts::line(line.key), MoneyTexts::quantity(line, m_format), line.price ? m_format.money(*line.price) : FigureFormat::missing(), m_format.money(line.amount)});
    }
    if (!bill.priced) {
        m_document.blocks.append(table);
        paragraph(tr("Nobody sells this GPU in the chosen offers, and its price as own hardware is not known: what the fleet costs is missing here."));
        return;
    }
    table.rows.append({tr("Whole bill of a month"), {}, {}, m_format.money(bill.total)});
    table.emphasizedRow = static_cast<int>(table.rows.size()) - 1;
    for (const core::UnitCost &unit : bill.units)
        table.rows.append({MoneyTexts::unitCost(unit.key), {}, {}, m_format.money(unit.amount)});
    m_document.blocks.append(table);
    paragraph(tr("Price of one %1 and hour as of %2; a month has 730 hours. Instances are rented whole, and each is paid for %3 minutes before it serves.")
                  .arg(text(option->offer.instance), FigureFormat::date(option->offer.asOf)).arg(m_plan.scenario.money.scaleUpMinutes), true);
    if (missing)
        paragraph(tr("A dash is a price that no source states: it counts nothing here and will stand on the provider's bill."), true);
    addUtilization(*option);
}

// What it saves that capacity follows the load, and what utilization that makes.
void ProposalBuilder::addUtilization(const core::PlanOption &option)
{
    const core::Money saved = option.monthlyCostAlwaysOn - option.monthlyCost;
    QString words = tr("Mean utilization over the week: %1. GPUs bought: %2, of which %3 are used.")
                        .arg(m_format.percent(option.meanUtilization), m_format.count(option.gpusBought), m_format.count(option.gpus()));
    if (saved.micros() > 0 && option.monthlyCostAlwaysOn.micros() > 0) {
        const double ratio = saved.toDouble() / option.monthlyCostAlwaysOn.toDouble();
        const double busy = option.meanUtilization / (1.0 - ratio);
        words = m_format.sentences({words, tr("Round the clock the instances would cost %1; because they follow the load it is %2: %3 (%4) less, and what runs is used to %5.")
                                               .arg(m_format.money(option.monthlyCostAlwaysOn), m_format.money(option.monthlyCost), m_format.money(saved), m_format.percent(ratio), m_format.percent(busy))});
    }
    paragraph(words);
}

void ProposalBuilder::addSavings()
{
    if (!m_advice || (m_advice->moves.empty() && m_advice->others.empty()))
        return;
    heading(tr("What would cost less"));
    const core::PlanOption &now = *m_plan.recommended;
    paragraph(tr("Each move was planned anew on its own; the saving is against %1 a month. What it asks for in return stands beside it.").arg(m_format.money(now.monthlyCost)));
    ProposalTable table;
    table.header = {tr("Move"), tr("Then"), tr("A month"), tr("Saved"), tr("First token"), tr("In return")};
    table.rightAligned = {false, false, true, true, true, false};
    QStringList impossible;
    const auto row = [&](const core::SavingMove &move) {
        if (!move.option) {
            impossible << MoneyTexts::move(move.key);
            return;
        }
        const QString saved = move.saving.micros() > 0 ? tr("%1 (%2)", "money and percent").arg(m_format.money(move.saving), m_format.percent(move.savingRatio)) : tr("nothing");
        table.rows.append({MoneyTexts::move(move.key), m_sentences.option(*move.option), m_format.money(move.option->monthlyCost), saved, m_format.seconds(move.option->atPeak.tail.ttft),
                           MoneyTexts::movePrice(move.price)});
    };
    if (m_advice->together) {
        row(*m_advice->together);
        table.emphasizedRow = 0;
    }
    for (const core::SavingMove &move : m_advice->moves)
        row(move);
    for (const core::SavingMove &move : m_advice->others)
        row(move);
    m_document.blocks.append(table);
    if (!impossible.isEmpty())
        paragraph(tr("Not possible with the prices and limits of this scenario: %1.").arg(impossible.join(tr("; ", "between moves"))), true);
}

void ProposalBuilder::addOwnership()
{
    const std::vector<core::OwnershipCase> cases = core::compareOwnerships(m_plan, m_catalog, kMostOwned);
    const auto owned = std::ranges::find_if(cases, [](const core::OwnershipCase &c) { return !c.owned.empty(); });
    if (cases.empty() || (owned == cases.end() && cases.front().api.empty()))
        return;
    heading(tr("Rented, bought, or an API"));
    ProposalTable table;
    table.header = {tr("Option"), tr("Rented, a month"), tr("Purchase"), tr("Bought, a month"), tr("Cheaper than rented from"), tr("than the API from"), tr("Pays above running")};
    table.rightAligned = {false, true, true, true, true, true, true};
    for (const core::OwnershipCase &c : cases) {
        const core::PlanOption &option = c.option == 0 ? *shown() : m_plan.alternatives[static_cast<std::size_t>(c.option - 1)];
        const bool hasOwn = !c.owned.empty();
        table.rows.append({m_sentences.option(option), c.rented.empty() ? FigureFormat::missing() : m_format.money(c.rented[1]), hasOwn ? m_format.money(c.purchase) : FigureFormat::missing(),
                           hasOwn ? m_format.money(c.ownMonth) : FigureFormat::missing(), MoneyTexts::breakEven(c.breakEvenMonth, hasOwn && !c.rented.empty()),
                           MoneyTexts::breakEven(c.apiBreakEvenMonth, hasOwn && !c.api.empty()), MoneyTexts::share(c.flipRunningShare, m_format)});
    }
    table.emphasizedRow = 0;
    m_document.blocks.append(table);
    // The cheapest to own is drawn.
    const core::OwnershipCase *cheapest = owned == cases.end() ? &cases.front() : &*owned;
    for (const core::OwnershipCase &c : cases)
        if (!c.owned.empty() && core::compare(c.ownMonth, cheapest->ownMonth) < 0)
            cheapest = &c;
    const core::OwnershipCase &first = *cheapest;
    QStringList words;
    if (!first.api.empty())
        words << tr("The same tokens at a per-token API: %1 a month (%2).").arg(m_format.money(first.api[1]), first.apiSource.empty() ? tr("price given in the scenario") : text(first.apiSource + ", " + first.apiAsOf));
    if (first.flipApiUtilization)
        words << tr("Own servers cost as much as the API at a mean utilization of %1; now it is %2.")
                     .arg(*first.flipApiUtilization > 1.0 ? tr("over 100 %, that is never") : m_format.percent(*first.flipApiUtilization), m_format.percent(first.utilization));
    if (first.flipRunningShare)
        words << tr("Owning pays once the rented instances would run more than %1 of all hours; by the schedule they run %2.")
                     .arg(*first.flipRunningShare > 1.0 ? tr("100 %, that is never,") : m_format.percent(std::max(0.0, *first.flipRunningShare)), m_format.percent(first.runningShare));
    if (!words.isEmpty())
        paragraph(m_format.sentences(words));
    ProposalLineChart chart;
    const core::PlanOption &drawn = first.option == 0 ? *shown() : m_plan.alternatives[static_cast<std::size_t>(first.option - 1)];
    chart.title = tr("Spent over 60 months: %1").arg(m_sentences.option(drawn));
    chart.xLabel = tr("months");
    chart.wholeX = true;
    chart.yText = moneyAxis();
    if (!first.rented.empty())
        chart.series.append({tr("rented"), curve(first.rented), false});
    if (!first.owned.empty())
        chart.series.append({tr("bought"), curve(first.owned), false});
    if (!first.api.empty())
        chart.series.append({tr("API"), curve(first.api), false});
    if (first.breakEvenMonth) {
        chart.markX = *first.breakEvenMonth;
        chart.markLabel = MoneyTexts::month(*first.breakEvenMonth);
    }
    m_document.blocks.append(chart);
    if (owned == cases.end())
        return;
    heading(tr("What owning is reckoned with"), 2);
    ProposalTable assumptions;
    assumptions.header = {tr("Assumption"), tr("Usual"), tr("Published range"), tr("Source")};
    assumptions.rightAligned = {false, true, true, false};
    for (const core::PublishedRange &range : core::publishedRanges()) {
        const QString field = QStringLiteral("own_hardware.") + QLatin1String(range.key);
        const ScenarioField *known = findField(field);
        const double factor = known ? known->shownFactor : 1.0;
        const bool money = known && known->kind == FieldKind::OptionalNumber;
        const QString unit = money ? QStringLiteral("USD") : FieldTexts::unit(field);
        const auto number = [&](double value) { return m_format.significant(value * factor, 4); };
        assumptions.rows.append({FieldTexts::label(field), FigureFormat::Parts{number(range.usual), unit}.joined(), tr("%1 to %2", "range").arg(number(range.low), number(range.high)),
                                 tr("%1 (%2)", "source and date").arg(MoneyTexts::publishedSource(range.source), QLatin1String(range.asOf))});
    }
    m_document.blocks.append(assumptions);
}

std::function<QString(double)> ProposalBuilder::moneyAxis() const
{
    return [format = m_format, currency = m_plan.scenario.money.currency](double value) {
        return format.moneyCompact(core::Money(currency, static_cast<std::int64_t>(std::llround(value * 1e6))));
    };
}

void ProposalBuilder::addRoadmap()
{
    const core::PlanOption *option = shown();
    if (!option)
        return;
    const auto roadmap = core::roadmapOf(*option, m_plan, m_catalog);
    if (!roadmap)
        return;
    heading(tr("The road ahead"));
    const core::GrowthInputs &growth = m_plan.scenario.growth;
    QStringList words{tr("The demand starts at %1 of the planned peak and grows by %2 a month.").arg(m_format.percent(growth.startRatio), m_format.percent(growth.monthlyRatio))};
    if (!growth.steps.empty())
        words << tr("Steps: %1.", "of the demand").arg(text(growth.steps));
    words << tr("GPUs come in whole replicas of %1; an order takes %n week(s).", nullptr, roadmap->leadWeeks).arg(option->layout.gpusPerReplica());
    paragraph(m_format.sentences(words));
    ProposalTable table;
    table.header = {tr("When"), tr("GPUs"), tr("Added"), tr("Replicas"), tr("Order by"), tr("Peak, carries"), tr("A month"), tr("Phase")};
    table.rightAligned = {false, true, true, true, false, true, true, true};
    for (const core::RoadmapPhase &phase : roadmap->phases)
        table.rows.append({MoneyTexts::months(phase.firstMonth, phase.lastMonth), m_format.count(phase.gpus), MoneyTexts::added(phase, m_format), m_format.count(phase.replicas), MoneyTexts::order(phase),
                           tr("%1/s, %2/s").arg(m_format.significant(phase.peak.value()), m_format.significant(phase.capacity.value())), roadmap->priced ? m_format.money(phase.monthlyCost) : FigureFormat::missing(),
                           roadmap->priced ? m_format.money(phase.cost) : FigureFormat::missing()});
    m_document.blocks.append(table);
    ProposalLineChart chart;
    chart.title = tr("GPUs by month");
    chart.xLabel = tr("months of service");
    chart.wholeX = true;
    chart.yLabel = tr("GPUs");
    ProposalLineSeries series{tr("GPUs"), {}, true};
    for (const core::RoadmapMonth &month : roadmap->months)
        series.points.append({static_cast<double>(month.month), static_cast<double>(month.gpus)});
    series.points.append({static_cast<double>(roadmap->months.size() + 1), static_cast<double>(roadmap->months.back().gpus)});
    chart.series.append(series);
    if (roadmap->phases.size() > 1)
        m_document.blocks.append(chart);
    if (!roadmap->priced)
        return;
    heading(tr("Budget"), 2);
    ProposalTable budget;
    budget.header = {tr("Period"), tr("Q1"), tr("Q2"), tr("Q3"), tr("Q4"), tr("Whole year")};
    budget.rightAligned = {false, true, true, true, true, true};
    for (const core::BudgetPeriod &year : roadmap->years) {
        QStringList row{MoneyTexts::period(year)};
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const auto found = std::ranges::find_if(roadmap->quarters, [&](const core::BudgetPeriod &q) { return q.year == year.year && q.quarter == quarter; });
            row << (found == roadmap->quarters.end() ? FigureFormat::missing() : m_format.money(found->amount));
        }
        budget.rows.append(row << m_format.money(year.amount));
    }
    budget.rows.append({tr("In all"), {}, {}, {}, {}, m_format.money(roadmap->total)});
    budget.emphasizedRow = static_cast<int>(budget.rows.size()) - 1;
    m_document.blocks.append(budget);
}

} // namespace headroom::present
