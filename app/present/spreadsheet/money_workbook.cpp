// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/spreadsheet/money_workbook.h>

#include <core/cost/billing.h>
#include <core/cost/cloud_bill.h>
#include <core/cost/exchange.h>
#include <core/roadmap/plan_roadmap.h>
#include <present/texts/money_texts.h>

#include <algorithm>
#include <numeric>

namespace headroom::present {
namespace {

using Kind = SheetCell::Kind;
using Style = SheetCell::Style;
using Row = QList<SheetCell>;

SheetCell words(const QString &text, Style style = Style::Plain)
{
    return {Kind::Text, style, text, 0, {}};
}

SheetCell number(double value, Style style)
{
    return {Kind::Number, style, {}, value, {}};
}

SheetCell formula(const QString &text, double value, Style style)
{
    return {Kind::Formula, style, {}, value, text};
}

Row header(const QStringList &titles)
{
    Row row;
    for (const QString &title : titles)
        row.append(words(title, Style::Header));
    return row;
}

QString code(core::Currency currency)
{
    const std::string_view text = core::currencyCode(currency);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString quoted(const QString &sheet)
{
    return u'\'' + QString(sheet).replace(u'\'', QStringLiteral("''")) + u'\'';
}

// "$D$5"
QString fixed(qsizetype row, qsizetype column)
{
    QString name = cellName(row, column);
    qsizetype digits = 0;
    while (name[digits].isLetter())
        ++digits;
    return u'$' + name.left(digits) + u'$' + name.mid(digits);
}

enum BillColumn { Position, Quantity, UnitName, Price, PriceCurrency, Rate, Amount };

QString unitName(const core::BillLine &line)
{
    if (line.quantityUnit == core::Unit::Hours)
        return QStringLiteral("h");
    if (line.key == "own_colocation")
        return QStringLiteral("kW");
    if (line.key == "own_energy")
        return QStringLiteral("kWh");
    return line.key.starts_with("own_") ? MoneyWorkbook::tr("servers") : QStringLiteral("GB");
}

} // namespace

QString cellName(qsizetype row, qsizetype column)
{
    QString letters;
    for (qsizetype c = column + 1; c > 0; c = (c - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (c - 1) % 26)));
    return letters + QString::number(row + 1);
}

Workbook MoneyWorkbook::build()
{
    Workbook book;
    book.title = QString::fromStdString(m_plan.scenario.title);
    book.currency = m_plan.scenario.money.currency;
    const auto &shown = m_plan.recommended ? m_plan.recommended : m_plan.closest;
    if (!shown)
        return book;
    book.sheets.append(bill(*shown));
    // Without a price there is nothing to add up.
    if (!shown->isPriced())
        return book;
    book.sheets.append(roadmap(*shown));
    book.sheets.append(budget());
    return book;
}

Sheet MoneyWorkbook::bill(const core::PlanOption &option)
{
    const core::Currency currency = m_plan.scenario.money.currency;
    const core::Bill bill = core::billFor(option, m_plan, m_catalog);
    Sheet sheet;
    sheet.name = billName();
    sheet.widths = {40, 14, 10, 16, 10, 10, 18};
    auto &rows = sheet.rows;
    rows.append({words(QString::fromStdString(m_plan.scenario.title), Style::Title)});
    rows.append({words(tr("Amounts in %1. Prices and rates in the marked cells may be changed; what follows from them changes too.").arg(code(currency)), Style::Note)});
    rows.append({words(tr("Hours of a month")), number(core::kHoursPerMonth, Style::Input)});
    const QString hours = fixed(2, 1);
    rows.append(Row());
    rows.append(header({tr("Position"), tr("Quantity"), tr("Unit"), tr("Price"), tr("Currency"), tr("Rate"), tr("Amount")}));
    sheet.frozenRows = static_cast<int>(rows.size());
    const qsizetype first = rows.size();
    std::size_t part = 0;
    for (const core::BillLine &line : bill.lines) {
        const qsizetype row = rows.size();
        const QString label = MoneyTexts::line(line.key);
        if (line.key == "support") {
            const QString sum = QStringLiteral("SUM(%1:%2)").arg(cellName(first, Amount), cellName(row - 1, Amount));
            rows.append({words(label), {}, {}, number(m_plan.scenario.money.supportRatio, Style::Percent), {}, {},
                         formula(QStringLiteral("=%1*%2").arg(cellName(row, Price), sum), line.amount->toDouble(), Style::Money)});
            rows.last()[Price].style = Style::Percent;
            m_supportPlace = quoted(sheet.name) + u'!' + fixed(row, Price);
            continue;
        }
        SheetCell quantity = number(line.quantity, Style::Number);
        if (line.key.starts_with("rent_") && part < option.offer.parts.size()) {
            const double week = static_cast<double>(option.offer.parts[part++].minutesPerWeek) / 60.0;
            quantity = formula(QStringLiteral("=%1*%2/168").arg(QString::number(week, 'g', 15), hours), line.quantity, Style::Number);
        } else if (line.key == "load_balancer") {
            quantity = formula(QStringLiteral("=%1").arg(hours), line.quantity, Style::Number);
        }
        if (!line.price) {
            rows.append({words(label), quantity, words(unitName(line)), words(tr("not known")), {}, {}, {}});
            continue;
        }
        const auto rate = core::conversionRate(m_catalog, line.price->currency(), currency);
        rows.append({words(label), quantity, words(unitName(line)), number(line.price->toDouble(), Style::Input), words(code(line.price->currency())), number(rate ? rate->rate : 1.0, Style::Input),
                     formula(QStringLiteral("=%1*%2*%3").arg(cellName(row, Quantity), cellName(row, Price), cellName(row, Rate)), line.amount ? line.amount->toDouble() : 0.0, Style::Money)});
        m_prices.append({line.key, quoted(sheet.name) + u'!' + fixed(row, Price), quoted(sheet.name) + u'!' + fixed(row, Rate)});
    }
    if (!bill.priced) {
        rows.append({words(tr("No price: nobody sells this GPU in the chosen offers."), Style::Note)});
        return sheet;
    }
    const qsizetype total = rows.size();
    rows.append({words(tr("Whole bill of a month"), Style::Total), {}, {}, {}, {}, {},
                 formula(QStringLiteral("=SUM(%1:%2)").arg(cellName(first, Amount), cellName(total - 1, Amount)), bill.total.toDouble(), Style::Total)});
    rows.append(Row());
    const qsizetype rate = rows.size();
    rows.append({words(tr("Requests per second, mean of the week")), number(m_plan.workload.mean.value(), Style::Number)});
    rows.append({words(tr("Requests a month")), formula(QStringLiteral("=%1*3600*%2").arg(cellName(rate, 1), hours), core::requestsPerMonth(m_plan), Style::Count)});
    const QString requests = cellName(rate + 1, 1);
    for (const core::UnitCost &unit : bill.units) {
        const QString sum = cellName(total, Amount);
        QString text = QStringLiteral("=%1/%2").arg(sum, requests);
        if (unit.key == "per_user")
            text = QStringLiteral("=%1/%2").arg(sum, QString::number(m_plan.scenario.demand.users, 'g', 15));
        else if (unit.key != "per_request")
            text = QStringLiteral("=%1/(%2*%3)*1000000").arg(sum, requests, QString::number(unit.key == "per_million_input_tokens" ? m_plan.scenario.demand.inputTokensMean
                                                                                                                              : m_plan.scenario.demand.outputTokensMean, 'g', 15));
        rows.append({words(MoneyTexts::unitCost(unit.key)), {}, {}, {}, {}, {}, formula(text, unit.amount.toDouble(), Style::FineMoney)});
    }
    rows.append(Row());
    rows.append({words(tr("Price source: %1").arg(QString::fromStdString(option.offer.source.text + (option.offer.asOf.empty() ? "" : ", " + option.offer.asOf))), Style::Note)});
    return sheet;
}

Sheet MoneyWorkbook::roadmap(const core::PlanOption &option)
{
    Sheet sheet;
    sheet.name = roadmapName();
    const auto steps = core::parseGrowthSteps(m_plan.scenario.growth.steps);
    const core::GrowthInputs &growth = m_plan.scenario.growth;
    auto &rows = sheet.rows;
    rows.append({words(tr("The road ahead, month by month"), Style::Title)});
    rows.append({words(tr("Quantities follow from the demand; prices are those of the bill's sheet."), Style::Note)});
    rows.append(Row());
    QStringList titles{tr("Month"), tr("Peak, requests/s"), tr("Replicas"), tr("GPUs"), tr("Instances")};
    sheet.widths = {8, 16, 10, 8, 10};
    for (const PricePlace &place : std::as_const(m_prices)) {
        titles << MoneyTexts::line(place.key);
        sheet.widths << 18;
    }
    m_amountColumn = titles.size();
    titles << tr("Amount");
    sheet.widths << 18;
    rows.append(header(titles));
    sheet.frozenRows = static_cast<int>(rows.size());
    m_firstMonthRow = rows.size();
    for (int m = 1; m <= growth.horizonMonths; ++m) {
        const core::MonthAtDemand month = core::monthAtDemand(option, m_plan, m_catalog, core::growthFactor(growth, steps ? *steps : std::vector<core::GrowthStep>{}, m));
        const qsizetype row = rows.size();
        Row cells{number(m, Style::Count), number(month.peak.value(), Style::Number), number(month.replicas, Style::Count), number(month.gpus, Style::Count), number(month.instances, Style::Count)};
        QStringList terms;
        for (qsizetype i = 0; i < m_prices.size(); ++i) {
            const auto line = std::ranges::find(month.lines, m_prices[i].key, &core::BillLine::key);
            const double quantity = line == month.lines.end() ? 0.0 : line->quantity;
            // A price that changes with the month (none does) would need a column of its own.
            cells.append(number(quantity, Style::Number));
            terms << QStringLiteral("%1*%2*%3").arg(cellName(row, 5 + i), m_prices[i].price, m_prices[i].rate);
        }
        QString text = terms.join(u'+');
        if (!m_supportPlace.isEmpty())
            text = QStringLiteral("(%1)*(1+%2)").arg(text, m_supportPlace);
        cells.append(formula(u'=' + text, month.total.toDouble(), Style::Money));
        rows.append(cells);
        m_monthCosts.append(month.total.toDouble());
    }
    m_months = growth.horizonMonths;
    Row total{words(tr("In all"), Style::Total)};
    while (total.size() < m_amountColumn)
        total.append(SheetCell{});
    total.append(formula(QStringLiteral("=SUM(%1:%2)").arg(cellName(m_firstMonthRow, m_amountColumn), cellName(rows.size() - 1, m_amountColumn)),
                         std::accumulate(m_monthCosts.begin(), m_monthCosts.end(), 0.0), Style::Total));
    rows.append(total);
    return sheet;
}

Sheet MoneyWorkbook::budget()
{
    Sheet sheet;
    sheet.name = budgetName();
    sheet.widths = {14, 18, 18, 18, 18, 20};
    auto &rows = sheet.rows;
    rows.append({words(tr("Budget by quarter and year"), Style::Title)});
    rows.append(Row());
    rows.append(header({tr("Year of service"), tr("Q1"), tr("Q2"), tr("Q3"), tr("Q4"), tr("Whole year")}));
    sheet.frozenRows = static_cast<int>(rows.size());
    const qsizetype first = rows.size();
    const auto sumOf = [&](int from, int to) { return std::accumulate(m_monthCosts.begin() + from, m_monthCosts.begin() + to, 0.0); };
    for (int year = 0; year * 12 < m_months; ++year) {
        const qsizetype row = rows.size();
        Row cells{number(year + 1, Style::Count)};
        for (int quarter = 0; quarter < 4; ++quarter) {
            const int from = year * 12 + quarter * 3;
            const int to = std::min(from + 3, m_months);
            if (from >= to) {
                cells.append(SheetCell{});
                continue;
            }
            const QString range = QStringLiteral("%1!%2:%3").arg(quoted(roadmapName()), cellName(m_firstMonthRow + from, m_amountColumn), cellName(m_firstMonthRow + to - 1, m_amountColumn));
            cells.append(formula(QStringLiteral("=SUM(%1)").arg(range), sumOf(from, to), Style::Money));
        }
        cells.append(formula(QStringLiteral("=SUM(%1:%2)").arg(cellName(row, 1), cellName(row, 4)), sumOf(year * 12, std::min(year * 12 + 12, m_months)), Style::Money));
        rows.append(cells);
    }
    rows.append({words(tr("In all"), Style::Total), {}, {}, {}, {},
                 formula(QStringLiteral("=SUM(%1:%2)").arg(cellName(first, 5), cellName(rows.size() - 1, 5)), sumOf(0, m_months), Style::Total)});
    return sheet;
}

} // namespace headroom::present
