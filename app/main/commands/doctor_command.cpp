// SPDX-License-Identifier: GPL-3.0-or-later
#include "../qt_application.h"
#include "../resource_paths.h"
#include "doctor_command.h"

#include <db/store/scenario_file.h>
#include <db/store/store.h>

#include <CLI/CLI.hpp>
#include <QLibrary>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace headroom::app {
namespace {

namespace fs = std::filesystem;

struct Check {
    std::string name;
    bool ok = false;
    bool required = true;   // without the others a part is missing, not the program
    std::string detail;
};

Check dataFolderCheck(const fs::path &folder)
{
    Check check{"data_folder", false, true, {}};
    // The folder may not be there yet: then the nearest one above it must take it.
    fs::path existing = fs::absolute(folder);
    std::error_code ignored;
    while (!fs::exists(existing, ignored) && existing.has_relative_path())
        existing = existing.parent_path();
    QTemporaryFile probe(QString::fromStdString((existing / ".headroom-probe-XXXXXX").string()));
    check.ok = fs::is_directory(existing, ignored) && probe.open(); // removed again as it goes out of scope
    if (!check.ok)
        check.detail = fmt::format("{} cannot be written: name a folder that can with --data-dir", existing.string());
    else
        check.detail = fmt::format("{} {}", folder.string(), existing == fs::absolute(folder) ? "can be written" : "will be made when something is stored");
    return check;
}

Check databaseCheck(const fs::path &folder)
{
    const auto health = db::inspectStore(folder);
    if (!health)
        return {"database", false, true, fmt::format("{}: {}", health.error().file, health.error().detail)};
    if (!health->exists)
        return {"database", true, true, fmt::format("{} will be made when something is stored", health->file)};
    return {"database", true, true, fmt::format("{} is sound: schema {} of {}, {} scenarios, {} revisions, {} bytes", health->file, health->schema, db::latestSchema(),
                                                health->scenarios, health->revisions, health->bytes)};
}

Check catalogCheck(CommandContext &context)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return {"catalog", false, true, fmt::format("{}: {}", catalog.error().file, catalog.error().detail)};
    const core::Catalog &c = **catalog;
    return {"catalog", true, true, fmt::format("version {}: {} models, {} GPUs, {} engines, {} offers, prices as of {}", c.version, c.models.size(), c.gpus.size(),
                                               c.engines.size(), c.offers.size(), c.pricesAsOf)};
}

Check sampleCheck()
{
    const fs::path file = resourceFolder() / "demo" / "sample_scenario.json";
    const auto sample = db::readScenarioFile(file);
    return {"sample_scenario", sample.has_value(), true, sample ? file.string() : fmt::format("{}: {}", file.string(), sample.error().detail)};
}

std::string outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(10000))
        process.kill();
    process.waitForFinished(1000);
    return process.readAllStandardOutput().toStdString();
}

// The proposal's Chinese text extracts as written only with this font (others map characters to look-alikes).
Check chineseFontCheck()
{
    const QString list = QStandardPaths::findExecutable(QStringLiteral("fc-list"));
    if (list.isEmpty())
        return {"chinese_font", false, false, "fc-list is not installed (Debian: fontconfig), so the fonts cannot be listed"};
    const std::string families = outputOf(list, {QStringLiteral(":lang=zh-cn"), QStringLiteral("family")});
    if (families.find("WenQuanYi Micro Hei") != std::string::npos)
        return {"chinese_font", true, false, "WenQuanYi Micro Hei"};
    return {"chinese_font", false, false, fmt::format("WenQuanYi Micro Hei is missing (Debian: fonts-wqy-microhei); {}",
                                                      families.empty() ? "no other Chinese font is there: Chinese pages show boxes" : "another Chinese font is used, whose text may not extract as written")};
}

Check toolCheck(const char *name, const char *program, const char *package)
{
    const QString path = QStandardPaths::findExecutable(QString::fromLatin1(program));
    return {name, !path.isEmpty(), false, path.isEmpty() ? fmt::format("{} is not installed (Debian: {})", program, package) : path.toStdString()};
}

Check nvmlCheck()
{
    QLibrary nvml(QStringLiteral("nvidia-ml"), 1);
    const bool there = nvml.load();
    return {"nvml", there, false, there ? "the NVIDIA driver's library is there" : "no NVIDIA driver here: this machine's own GPUs cannot be watched, others can"};
}

void setAside(CommandContext &context)
{
    const auto health = db::inspectStore(context.dataFolder());
    if (health)
        return context.fail({core::ErrorCode::BadValue, "the database is not damaged: nothing was set aside", health->file, "--set-aside-damaged", 0});
    if (health.error().code != core::ErrorCode::Damaged)
        return context.fail(health.error());
    const auto aside = db::setAsideDamaged(context.dataFolder());
    if (!aside)
        return context.fail(aside.error());
    if (context.json)
        context.print(nlohmann::ordered_json{{"set_aside", aside->string()}}.dump(2) + "\n");
    std::fprintf(stderr, "headroom: the damaged database is kept as %s; a fresh one is made when something is stored\n", aside->c_str());
}

} // namespace

void addDoctorCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("doctor", "What is installed and writable");
    auto aside = std::make_shared<bool>(false);
    command->add_flag("--set-aside-damaged", *aside, "rename a damaged database so that a fresh one can be made");
    command->callback([aside, &context] {
        context.ran = true;
        const QtApplication application;
        if (*aside)
            return setAside(context);
        const Check checks[]{
            dataFolderCheck(context.dataFolder()),
            {"database_driver", db::hasDatabaseDriver(), true, db::hasDatabaseDriver() ? "Qt's SQLite driver" : "Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)"},
            databaseCheck(context.dataFolder()),
            catalogCheck(context),
            sampleCheck(),
            chineseFontCheck(),
            toolCheck("prometheus", "prometheus", "prometheus"),
            nvmlCheck(),
        };
        nlohmann::ordered_json json = nlohmann::ordered_json::array();
        std::string text;
        for (const Check &check : checks) {
            json.push_back({{"name", check.name}, {"ok", check.ok}, {"required", check.required}, {"detail", check.detail}});
            text += fmt::format("{:<8} {:<16} {}\n", check.ok ? "ok" : check.required ? "FAILED" : "missing", check.name, check.detail);
            if (check.required && !check.ok)
                context.exit = Exit::AnswerIsNo;
        }
        using Json = nlohmann::ordered_json;
        context.print(context.json ? Json{{"version", HEADROOM_VERSION}, {"checks", json}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n" : text);
    });
}

} // namespace headroom::app
