// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/money/money_view.h>

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/roadmap/plan_roadmap.h>
#include <present/format/figure_format.h>
#include <present/plan/plan_sentences.h>
#include <present/texts/money_texts.h>

#include <algorithm>

namespace headroom::present {
namespace {

using namespace core;

constexpr int kMostOwned = 8;

std::vector<ChartPoint> pointsOf(const std::vector<Money> &months)
{
    std::vector<ChartPoint> points;
    for (std::size_t m = 0; m < months.size(); ++m)
        points.push_back({static_cast<double>(m), months[m].toDouble()});
    return points;
}

const PlanOption &optionOf(const Plan &plan, int index)
{
    if (index > 0)
        return plan.alternatives[static_cast<std::size_t>(index - 1)];
    return plan.recommended ? *plan.recommended : *plan.closest;
}

} // namespace

MoneyView MoneyViewBuilder::build() const
{
    MoneyView view;
    if (!m_answer.shown())
        return view;
    fillBill(view);
    fillOwnership(view);
    fillRoadmap(view);
    return view;
}

std::optional<Derivation> MoneyViewBuilder::billDerivation(int row) const
{
    const PlanOption *option = m_answer.shown();
    if (!option || row < 0)
        return std::nullopt;
    const Bill bill = billFor(*option, *m_answer.plan, *m_answer.catalog);
    auto at = static_cast<std::size_t>(row);
    if (at < bill.lines.size())
        return bill.lines[at].why;
    at -= bill.lines.size();
    if (at == 0)
        return bill.why;
    return at - 1 < bill.units.size() ? std::optional(bill.units[at - 1].why) : std::nullopt;
}

void MoneyViewBuilder::fillBill(MoneyView &view) const
{
    const FigureFormat format;
    const PlanOption &option = *m_answer.shown();
    const Bill bill = billFor(option, *m_answer.plan, *m_answer.catalog);
    const PlanSentences sentences(format, *m_answer.catalog);
    view.bill.header = {tr("Position"), tr("Quantity"), tr("Price"), tr("A month")};
    view.bill.rightAligned = {false, true, true, true};
    const auto addLines = [&] {
        for (const BillLine &line : bill.lines)
            view.bill.rows.append({MoneyTexts::line(line.key), MoneyTexts::quantity(line, format), line.price ? format.money(*line.price) : FigureFormat::missing(),
                                   line.amount ? format.money(*line.amount) : tr("not known")});
    };
    if (!bill.priced) {
        view.headline = tr("%1: no price. Nobody sells this GPU in the chosen offers, so the bill is not known.").arg(sentences.option(option));
        addLines();
        return;
    }
    const bool partly = std::ranges::any_of(bill.lines, [](const BillLine &line) { return !line.amount; });
    if (bill.total == bill.compute)
        view.headline = tr("%1: the bill is %2 a month, all of it for what computes.").arg(sentences.option(option), format.money(bill.total));
    else
        view.headline = tr("%1: the whole bill is %2 a month, %3 of it for what computes.").arg(sentences.option(option), format.money(bill.total), format.money(bill.compute));
    const Money saved = bill.alwaysOn - bill.compute;
    if (saved.micros() > 0)
        view.saved = tr("Following the load saves %1 a month (%2) against running round the clock; mean utilization %3.")
                         .arg(format.money(saved), format.percent(saved.toDouble() / bill.alwaysOn.toDouble()), format.percent(option.meanUtilization));
    addLines();
    view.bill.emphasizedRow = static_cast<int>(view.bill.rows.size());
    view.bill.rows.append({partly ? tr("Whole bill, as far as it is known") : tr("Whole bill"), {}, {}, format.money(bill.total)});
    for (const UnitCost &unit : bill.units)
        view.bill.rows.append({MoneyTexts::unitCost(unit.key), {}, {}, format.money(unit.amount)});
}

void MoneyViewBuilder::fillOwnership(MoneyView &view) const
{
    const FigureFormat format;
    const Plan &plan = *m_answer.plan;
    const PlanSentences sentences(format, *m_answer.catalog);
    const std::vector<OwnershipCase> cases = compareOwnerships(plan, *m_answer.catalog, kMostOwned);
    view.owned.header = {tr("Option"), tr("Rented"), tr("Purchase"), tr("Bought"), tr("Even with rented"), tr("Even with API"), tr("Pays above")};
    view.owned.rightAligned = {false, true, true, true, true, true, true};
    view.owned.emphasizedRow = 0;
    const OwnershipCase *drawn = nullptr;
    for (const OwnershipCase &c : cases) {
        const bool own = !c.owned.empty();
        if (own && (!drawn || drawn->owned.empty() || compare(c.ownMonth, drawn->ownMonth) < 0))
            drawn = &c;
        else if (!drawn)
            drawn = &c;
        view.owned.rows.append({sentences.option(optionOf(plan, c.option)), c.rented.empty() ? FigureFormat::missing() : format.money(c.rented[1]), own ? format.money(c.purchase) : FigureFormat::missing(),
                                own ? format.money(c.ownMonth) : FigureFormat::missing(), MoneyTexts::breakEven(c.breakEvenMonth, own && !c.rented.empty()),
                                MoneyTexts::breakEven(c.apiBreakEvenMonth, own && !c.api.empty()), MoneyTexts::share(c.flipRunningShare, format)});
    }
    if (!drawn)
        return;
    view.ownershipTitle = tr("Spent over 60 months: %1").arg(sentences.option(optionOf(plan, drawn->option)));
    ChartView &chart = view.ownership;
    chart.units = tr("months");
    chart.x.max = kOwnershipMonths;
    chart.y.kind = AxisKind::Money;
    chart.y.currency = plan.scenario.money.currency;
    if (!drawn->rented.empty())
        chart.curves.push_back({tr("rented"), pointsOf(drawn->rented), false, false});
    if (!drawn->owned.empty())
        chart.curves.push_back({tr("bought"), pointsOf(drawn->owned), false, true});
    if (!drawn->api.empty())
        chart.curves.push_back({tr("API"), pointsOf(drawn->api), false, false});
    if (drawn->breakEvenMonth)
        chart.places.push_back({static_cast<double>(*drawn->breakEvenMonth), MoneyTexts::month(*drawn->breakEvenMonth), false});
    QStringList words;
    if (drawn->breakEvenMonth)
        words << tr("Bought servers have cost less than rented ones from month %1 on.").arg(*drawn->breakEvenMonth);
    else if (!drawn->owned.empty() && !drawn->rented.empty())
        words << tr("Bought servers do not become cheaper within 60 months.");
    if (drawn->flipRunningShare)
        words << tr("Buying pays above %1 running hours; by the schedule it is %2.").arg(MoneyTexts::share(drawn->flipRunningShare, format), format.percent(drawn->runningShare));
    if (drawn->flipApiUtilization)
        words << tr("The API is dearer above %1 utilization; now it is %2.").arg(MoneyTexts::share(drawn->flipApiUtilization, format), format.percent(drawn->utilization));
    if (!drawn->apiSource.empty())
        words << tr("API: %1 (%2).").arg(QString::fromStdString(drawn->apiSource), QString::fromStdString(drawn->apiAsOf));
    view.ownershipNote = chart.summary = format.sentences(words);
}

void MoneyViewBuilder::fillRoadmap(MoneyView &view) const
{
    const FigureFormat format;
    const Plan &plan = *m_answer.plan;
    const PlanOption &option = *m_answer.shown();
    const auto roadmap = roadmapOf(option, plan, *m_answer.catalog);
    if (!roadmap)
        return;
    view.roadmapNote = tr("From %1 of the planned peak, %2 more a month; whole replicas of %3 GPUs.")
                           .arg(format.percent(plan.scenario.growth.startRatio), format.percent(plan.scenario.growth.monthlyRatio), format.count(option.layout.gpusPerReplica()));
    CurveView gpus{tr("GPUs"), {}, true, false};
    for (const RoadmapMonth &month : roadmap->months)
        gpus.points.push_back({static_cast<double>(month.month), static_cast<double>(month.gpus)});
    gpus.points.push_back({static_cast<double>(roadmap->months.size() + 1), static_cast<double>(roadmap->months.back().gpus)});
    view.roadmap.curves.push_back(std::move(gpus));
    view.roadmap.units = tr("GPUs · month of service");
    view.roadmap.x.max = static_cast<double>(roadmap->months.size() + 1);
    view.roadmap.summary = view.roadmapNote;
    view.phases.header = {tr("When"), tr("GPUs"), tr("Added"), tr("Order by"), tr("Peak, carries"), tr("A month")};
    view.phases.rightAligned = {false, true, true, false, true, true};
    for (const RoadmapPhase &phase : roadmap->phases)
        view.phases.rows.append({MoneyTexts::months(phase.firstMonth, phase.lastMonth), format.count(phase.gpus), MoneyTexts::added(phase, format), MoneyTexts::order(phase),
                                 tr("%1 of %2").arg(format.rate(phase.peak), format.rate(phase.capacity)), roadmap->priced ? format.money(phase.monthlyCost) : FigureFormat::missing()});
    if (!roadmap->priced)
        return;
    view.budget.header = {tr("Period"), tr("Q1"), tr("Q2"), tr("Q3"), tr("Q4"), tr("Whole year")};
    view.budget.rightAligned = {false, true, true, true, true, true};
    for (const BudgetPeriod &year : roadmap->years) {
        QStringList row{MoneyTexts::period(year)};
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const auto found = std::ranges::find_if(roadmap->quarters, [&](const BudgetPeriod &q) { return q.year == year.year && q.quarter == quarter; });
            row << (found == roadmap->quarters.end() ? FigureFormat::missing() : format.money(found->amount));
        }
        view.budget.rows.append(row << format.money(year.amount));
    }
    view.budget.emphasizedRow = static_cast<int>(view.budget.rows.size());
    view.budget.rows.append({tr("In all"), {}, {}, {}, {}, format.money(roadmap->total)});
}

} // namespace headroom::present
