// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "../offscreen_application.h"
#include "proposal_command.h"
#include "scenario_baselines.h"
#include "scenario_plan.h"

#include <core/planning/advise_savings.h>
#include <core/planning/charts.h>
#include <present/proposal/proposal_builder.h>
#include <present/spreadsheet/money_workbook.h>
#include <present/spreadsheet/sheet_writers.h>
#include <ui/proposal/proposal_pdf.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QDate>

namespace headroom::app {
namespace {

struct Options {
    std::string scenario, output, language, spreadsheet, table;
    db::ScenarioId baselineOf = 0;   // stored scenario whose baseline this proposal becomes; 0: none
};

core::Error wordsError(std::string text)
{
    return {core::ErrorCode::BadValue, std::move(text), {}, {}, 0};
}

void writeProposal(CommandContext &context, const Options &options)
{
    if (options.output.empty() && options.spreadsheet.empty() && options.table.empty())
        return context.fail(wordsError("-o, --xlsx and --csv are missing: the file name of a PDF, of a spreadsheet or of a table would be accepted"));
    const auto language = languageOption(QString::fromStdString(options.language));
    if (!language)
        return context.fail(language.error());
    ScenarioOptions scenarioFile;
    scenarioFile.file = options.scenario;
    core::PlanningSpace space;
    const auto planned = planScenario(context, scenarioFile, space);
    if (!planned)
        return context.fail(planned.error());
    const core::Plan &plan = planned->plan;
    const core::Catalog &catalog = *planned->catalog;
    OffscreenApplication application(*language, false);
    const auto &shown = planned->shown();
    const core::PlanCharts charts = shown ? core::chartsFor(*shown, plan, catalog) : core::PlanCharts{};
    const present::FigureFormat format(application.language().locale());
    present::ProposalBuilder builder(plan, charts, catalog, format, application.language().locale(), QDate::currentDate());
    const core::SavingsAdvice advice = core::adviseSavings(plan, catalog);
    builder.setSavings(&advice);
    std::vector<std::string> files;
    if (!options.output.empty()) {
        if (const auto written = ui::writeProposalPdf(builder.build(), QString::fromStdString(options.output)); !written)
            return context.fail(written.error());
        files.push_back(options.output);
    }
    const present::Workbook workbook = present::MoneyWorkbook(plan, catalog).build();
    if (!options.spreadsheet.empty()) {
        if (const auto written = present::writeXlsx(workbook, QString::fromStdString(options.spreadsheet)); !written)
            return context.fail(written.error());
        files.push_back(options.spreadsheet);
    }
    if (!options.table.empty()) {
        QByteArray table;
        for (const present::Sheet &sheet : workbook.sheets)
            table += (table.isEmpty() ? "" : "\r\n") + present::toCsv(sheet);
        if (const auto written = writeFile(options.table, table.toStdString()); !written)
            return context.fail(written.error());
        files.push_back(options.table);
    }
    if (options.baselineOf > 0) {
        auto store = db::Store::open({context.dataFolder(), std::chrono::milliseconds(5000), {}});
        if (!store)
            return context.fail(store.error());
        const auto frozen = (*store)->baselines().freeze(baselineOf(plan, catalog, options.baselineOf, db::BaselineCause::Proposal));
        if (!frozen)
            return context.fail({frozen.error().code == core::ErrorCode::NotFound ? core::ErrorCode::UnknownId : frozen.error().code, frozen.error().detail, {}, "--baseline-of", 0});
        fmt::print(stderr, "headroom: frozen as baseline {} of scenario {}\n", frozen->id, options.baselineOf);
    }
    context.exit = planned->exit();
    if (context.json)
        context.print(nlohmann::ordered_json{{"written", files}, {"language", language->toStdString()}, {"meets_demand", context.exit == Exit::Done}}.dump(2) + "\n");
    for (const std::string &file : files)
        fmt::print(stderr, "headroom: wrote {}\n", file);
}

} // namespace

void addProposalCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("proposal", "Write the proposal as PDF");
    auto options = std::make_shared<Options>();
    command->add_option("scenario", options->scenario, "SCENARIO.json")->required();
    command->add_option("-o,--output", options->output, "OUT.pdf");
    command->add_option("--lang", options->language, "en or zh_CN");
    command->add_option("--xlsx", options->spreadsheet, "OUT.xlsx: the bill and the road ahead with live formulas");
    command->add_option("--csv", options->table, "OUT.csv: the same sheets one after the other");
    command->add_option("--baseline-of", options->baselineOf, "number of the stored scenario that this proposal is of: freezes what is proposed");
    command->callback([options, &context] {
        context.ran = true;
        writeProposal(context, *options);
    });
}

} // namespace headroom::app
