// SPDX-License-Identifier: GPL-3.0-or-later
#include "../qt_application.h"
#include "scenario_baselines.h"
#include "scenarios_command.h"

#include <core/planning/scenario_json.h>
#include <db/store/scenario_file.h>
#include <db/store/store.h>

#include <CLI/CLI.hpp>
#include <QDateTime>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace headroom::app {
namespace {

using Json = nlohmann::ordered_json;

std::string isoTime(db::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

Json summaryJson(const db::ScenarioSummary &summary)
{
    return {{"id", summary.id}, {"title", summary.title}, {"revision", summary.revision}, {"updated", isoTime(summary.updated)}, {"draft", summary.hasDraft}};
}

struct Words {
    db::ScenarioId id = 0;
    int revision = 0;       // 0: as it was left
    bool removed = false;
    bool baseline = false;  // what was approved instead of what is there
    std::string file, source;
};

// Runs with the store open; errors are told by the context.
template<class Work>
void withStore(CommandContext &context, Work work)
{
    context.ran = true;
    const QtApplication application;
    auto store = db::Store::open({context.dataFolder(), std::chrono::milliseconds(5000), {}});
    if (!store)
        return context.fail(store.error());
    if ((*store)->report().migratedFrom > 0)
        std::fprintf(stderr, "headroom: the database was brought from schema %d to %d; the old one is kept as %s\n", (*store)->report().migratedFrom,
                     (*store)->report().schema, (*store)->report().backupFile.c_str());
    if (core::Result<void> done = work(**store); !done) {
        core::Error error = done.error();
        if (error.code == core::ErrorCode::NotFound && error.file.empty())
            error.code = core::ErrorCode::UnknownId; // a number that was typed, not a file that failed
        context.fail(error);
    }
}

std::string dumped(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<void> list(CommandContext &context, const Words &words, db::Store &store)
{
    const auto all = store.scenarios().list(words.removed);
    if (!all)
        return std::unexpected(all.error());
    Json json = Json::array();
    std::string text;
    for (const db::ScenarioSummary &summary : *all) {
        json.push_back(summaryJson(summary));
        text += fmt::format("{:>5}  r{:<4} {}  {}{}\n", summary.id, summary.revision, isoTime(summary.updated), summary.title, summary.hasDraft ? "  (draft)" : "");
    }
    context.print(context.json ? dumped({{"scenarios", json}}) : text);
    if (!context.json && all->empty())
        std::fputs("headroom: no scenario is stored; `headroom scenarios import FILE` stores one\n", stderr);
    return {};
}

core::Result<core::Scenario> wanted(const Words &words, db::Store &store)
{
    if (words.revision > 0)
        return store.scenarios().revision(words.id, words.revision);
    auto stored = store.scenarios().load(words.id);
    if (!stored)
        return std::unexpected(stored.error());
    return stored->scenario;
}

core::Result<void> show(CommandContext &context, const Words &words, db::Store &store)
{
    if (words.baseline)
        return printBaselines(context, words.id, store);
    const auto scenario = wanted(words, store);
    if (!scenario)
        return std::unexpected(scenario.error());
    context.print(core::scenarioToJson(*scenario));
    mentionBaseline(words.id, store);
    return {};
}

core::Result<void> bind(CommandContext &context, const Words &words, db::Store &store)
{
    return bindScenario(context, words.id, words.source, store);
}

core::Result<void> unbind(CommandContext &, const Words &words, db::Store &store)
{
    return store.baselines().unbind(words.id);
}

core::Result<void> history(CommandContext &context, const Words &words, db::Store &store)
{
    const auto revisions = store.scenarios().history(words.id);
    if (!revisions)
        return std::unexpected(revisions.error());
    Json json = Json::array();
    std::string text;
    for (const db::Revision &revision : *revisions) {
        const std::string_view origin = db::revisionOriginId(revision.origin);
        json.push_back({{"revision", revision.number}, {"saved", isoTime(revision.saved)}, {"title", revision.title}, {"origin", std::string(origin)},
                        {"restored_from", revision.restoredFrom > 0 ? Json(revision.restoredFrom) : Json(nullptr)}});
        text += fmt::format("r{:<4} {}  {:<10}  {}\n", revision.number, isoTime(revision.saved), origin, revision.title);
    }
    context.print(context.json ? dumped({{"id", words.id}, {"revisions", json}}) : text);
    return {};
}

core::Result<void> exportTo(CommandContext &context, const Words &words, db::Store &store)
{
    const auto scenario = wanted(words, store);
    if (!scenario)
        return std::unexpected(scenario.error());
    if (auto written = db::writeScenarioFile(words.file, *scenario); !written)
        return written;
    if (context.json)
        context.print(dumped({{"id", words.id}, {"file", words.file}}));
    else
        std::fprintf(stderr, "headroom: scenario %lld is written to %s\n", static_cast<long long>(words.id), words.file.c_str());
    return {};
}

core::Result<void> importFrom(CommandContext &context, const Words &words, db::Store &store)
{
    const auto summary = store.scenarios().importFrom(words.file);
    if (!summary)
        return std::unexpected(summary.error());
    if (context.json)
        context.print(dumped(summaryJson(*summary)));
    else
        std::fprintf(stderr, "headroom: '%s' is stored as scenario %lld\n", summary->title.c_str(), static_cast<long long>(summary->id));
    return {};
}

using Action = core::Result<void> (*)(CommandContext &, const Words &, db::Store &);

CLI::App *addAction(CLI::App &parent, CommandContext &context, const std::shared_ptr<Words> &words, const char *name, const char *does, Action action)
{
    auto *command = parent.add_subcommand(name, does);
    command->callback([&context, words, action] {
        withStore(context, [&](db::Store &store) { return action(context, *words, store); });
    });
    return command;
}

// CLI::PositiveNumber would tell the range of a double.
const CLI::Validator kNumber{[](std::string &word) {
    const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
    return digits && word.find_first_not_of('0') != std::string::npos ? std::string() : "'" + word + "' is no number from 1 on";
}, "NUMBER"};

void addId(CLI::App &command, Words &words)
{
    command.add_option("ID", words.id, "number of the scenario, as `scenarios list` shows it")->required()->check(kNumber);
}

void addRevision(CLI::App &command, Words &words)
{
    command.add_option("--revision", words.revision, "an older revision instead of how it was left")->check(kNumber);
}

} // namespace

void addScenariosCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("scenarios", "Stored scenarios: list, show, export, import, history, bind, unbind");
    command->require_subcommand(1);
    auto words = std::make_shared<Words>();
    auto *listed = addAction(*command, context, words, "list", "All stored scenarios, last edited first", list);
    listed->add_flag("--removed", words->removed, "those in the bin instead");
    auto *shown = addAction(*command, context, words, "show", "A scenario as SCENARIO.json", show);
    addId(*shown, *words);
    addRevision(*shown, *words);
    shown->add_flag("--baseline", words->baseline, "what was approved of it, against today's prices");
    auto *exported = addAction(*command, context, words, "export", "Write a scenario to a file", exportTo);
    addId(*exported, *words);
    addRevision(*exported, *words);
    exported->add_option("-o,--output", words->file, "SCENARIO.json to write")->required();
    auto *imported = addAction(*command, context, words, "import", "Store a SCENARIO.json", importFrom);
    imported->add_option("FILE", words->file, "SCENARIO.json to read")->required();
    auto *past = addAction(*command, context, words, "history", "Every revision of a scenario, newest first", history);
    addId(*past, *words);
    auto *bound = addAction(*command, context, words, "bind", "Watch a scenario's plan at a live source: freezes scenario, plan, catalog and calibration", bind);
    addId(*bound, *words);
    bound->add_option("SOURCE", words->source, "as of `headroom watch`")->required();
    auto *free = addAction(*command, context, words, "unbind", "Watch it no longer; what was frozen stays", unbind);
    addId(*free, *words);
}

} // namespace headroom::app
