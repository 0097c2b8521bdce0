// SPDX-License-Identifier: GPL-3.0-or-later
#include "bill_command.h"
#include "scenario_plan.h"

#include <core/cost/billing.h>
#include <core/cost/compare_ownership.h>
#include <core/planning/advise_savings.h>
#include <core/planning/money_json.h>
#include <core/roadmap/plan_roadmap.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace headroom::app {
namespace {

using core::Money;

std::string amount(const Money &money, int decimals = 2)
{
    return fmt::format("{} {}", money.toDecimalString(decimals), core::currencyCode(money.currency()));
}

std::string billText(const core::Bill &bill)
{
    std::string out = "A month\n";
    for (const core::BillLine &line : bill.lines)
        out += fmt::format("  {:<28}{:>18}{:>22}{:>22}\n", line.key, line.quantity > 0 ? fmt::format("{:.2f}", line.quantity) : "", line.price ? amount(*line.price, 4) : "not known",
                           line.amount ? amount(*line.amount) : "not known");
    out += fmt::format("  {:<28}{:>62}\n", "total", bill.priced ? amount(bill.total) : "no price");
    for (const core::UnitCost &unit : bill.units)
        out += fmt::format("  {:<28}{:>62}\n", unit.key, amount(unit.amount, 6));
    return out;
}

std::string ownershipText(const core::Plan &plan, const core::Catalog &catalog)
{
    std::string out = "\nRented, bought, or an API, over 60 months\n";
    const auto breakEven = [](const std::optional<int> &month) { return month ? fmt::format("month {}", *month) : std::string("not within 60 months"); };
    for (const core::OwnershipCase &c : core::compareOwnerships(plan, catalog)) {
        out += fmt::format("  {:<18}", c.gpu);
        if (!c.rented.empty())
            out += fmt::format("rented {} a month; ", amount(c.rented[1]));
        if (c.owned.empty())
            out += "not to be bought: its price or power is not known";
        else
            out += fmt::format("{} servers for {}, {} a month", c.servers, amount(c.purchase), amount(c.ownMonth));
        if (!c.owned.empty() && !c.rented.empty())
            out += fmt::format("; cheaper than rented from: {}; pays above {:.0f} % running hours", breakEven(c.breakEvenMonth), c.flipRunningShare.value_or(0) * 100);
        if (!c.api.empty())
            out += fmt::format("; API {} a month, bought is cheaper from: {}", amount(c.api[1]), c.owned.empty() ? "-" : breakEven(c.apiBreakEvenMonth));
        out += "\n";
    }
    return out;
}

std::string roadmapText(const core::Roadmap &roadmap)
{
    std::string out = fmt::format("\nThe road ahead ({} weeks from order to service)\n", roadmap.leadWeeks);
    for (const core::RoadmapPhase &p : roadmap.phases)
        out += fmt::format("  months {:>3} to {:>3}  {:>5} GPUs ({:+d}) in {} replicas  order {:+.1f} months from the start  up to {:.1f} requests/s of {:.1f}  {} a month\n", p.firstMonth, p.lastMonth,
                           p.gpus, p.addedGpus, p.replicas, p.orderMonth, p.peak.value(), p.capacity.value(), roadmap.priced ? amount(p.monthlyCost) : "no price");
    for (const core::BudgetPeriod &year : roadmap.years)
        out += fmt::format("  year {:<3}{:>20}\n", year.year, roadmap.priced ? amount(year.amount) : "no price");
    return out;
}

std::string savingsText(const core::SavingsAdvice &advice)
{
    std::string out = "\nWhat would cost less\n";
    const auto move = [&](const core::SavingMove &m) {
        out += m.option ? fmt::format("  {:<18}{:>20} a month, saves {} ({:.1f} %); first token {:+.2f} s, headroom {:+.0f} points; {} GPUs {} {}\n", m.key, amount(m.option->monthlyCost), amount(m.saving),
                                      m.savingRatio * 100, m.ttftChange.value(), m.headroomChange * 100, m.option->gpus(), m.option->gpu, core::formatId(m.option->format))
                        : fmt::format("  {:<18}not possible\n", m.key);
    };
    for (const core::SavingMove &m : advice.moves)
        move(m);
    for (const core::SavingMove &m : advice.others)
        move(m);
    if (advice.together)
        move(*advice.together);
    return out;
}

void writeBill(CommandContext &context, const ScenarioOptions &options)
{
    core::PlanningSpace space;
    const auto planned = planScenario(context, options, space);
    if (!planned)
        return context.fail(planned.error());
    const core::Plan &plan = planned->plan;
    const core::Catalog &catalog = *planned->catalog;
    context.exit = planned->exit();
    const core::SavingsAdvice advice = core::adviseSavings(plan, catalog);
    if (context.json)
        return context.print(core::moneyToJson(plan, catalog, &advice) + "\n");
    const auto &shown = planned->shown();
    if (!shown)
        return context.print("No plan meets the requirements, and none comes close: there is no bill.\n");
    std::string text = billText(core::billFor(*shown, plan, catalog)) + ownershipText(plan, catalog);
    if (const auto roadmap = core::roadmapOf(*shown, plan, catalog))
        text += roadmapText(*roadmap);
    context.print(text + savingsText(advice));
}

} // namespace

void addBillCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("bill", "The month's bill, rented against bought, the road ahead, what would save");
    auto options = std::make_shared<ScenarioOptions>();
    options->addTo(*command);
    command->callback([options, &context] {
        context.ran = true;
        writeBill(context, *options);
    });
}

} // namespace headroom::app
