// SPDX-License-Identifier: GPL-3.0-or-later
#include "../offscreen_application.h"
#include "../window/program.h"
#include "export_image_command.h"
#include "scenario_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QTemporaryDir>

#include <charconv>

namespace headroom::app {
namespace {

constexpr int kPatienceMs = 20000;
constexpr int kLiveRounds = 8;       // answers of the demo cluster that a picture of Live shows
const QStringList kPages{QStringLiteral("plan"), QStringLiteral("scenarios"), QStringLiteral("costs"), QStringLiteral("compare"), QStringLiteral("live"), QStringLiteral("library"), QStringLiteral("settings")};

struct Options {
    std::string scenario, output, page = "plan", theme = "light", language, size = "1440x900", scale = "1";
};

core::Error badOption(const char *option, const std::string &text, const std::string &accepted)
{
    return {core::ErrorCode::BadValue, fmt::format("{} '{}': {} would be accepted", option, text, accepted), {}, option, 0};
}

core::Result<QSize> parseSize(const std::string &text)
{
    int width = 0, height = 0;
    const char *end = text.data() + text.size();
    auto [rest, bad] = std::from_chars(text.data(), end, width);
    if (bad == std::errc() && rest != end && (*rest == 'x' || *rest == 'X')) {
        const auto [last, worse] = std::from_chars(rest + 1, end, height);
        if (worse == std::errc() && last == end && width >= 320 && width <= 8192 && height >= 240 && height <= 8192)
            return QSize(width, height);
    }
    return std::unexpected(badOption("--size", text, "WIDTHxHEIGHT from 320x240 to 8192x8192"));
}

core::Result<double> parseScale(const std::string &text)
{
    double scale = 0;
    const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), scale);
    if (bad != std::errc() || end != text.data() + text.size() || !(scale >= 0.5 && scale <= 4))
        return std::unexpected(badOption("--scale", text, "a factor from 0.5 to 4"));
    return scale;
}

// Lets events run until `done`, or the patience ends.
template<class Done>
bool waitFor(Done done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > kPatienceMs)
            return false;
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

void exportImage(CommandContext &context, const Options &options)
{
    const QString page = QString::fromStdString(options.page);
    if (!kPages.contains(page))
        return context.fail(badOption("--page", options.page, kPages.join(QStringLiteral(", ")).toStdString()));
    if (options.theme != "light" && options.theme != "dark")
        return context.fail(badOption("--theme", options.theme, "light or dark"));
    const auto language = languageOption(QString::fromStdString(options.language));
    const auto size = parseSize(options.size);
    const auto scale = parseScale(options.scale);
    if (!language || !size || !scale)
        return context.fail(!language ? language.error() : !size ? size.error() : scale.error());
    ScenarioOptions file;
    file.file = options.scenario;
    const auto scenario = file.scenario();
    if (!scenario)
        return context.fail(scenario.error());
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());

    OffscreenApplication application(*language, options.theme == "dark");
    ProgramOptions program;
    program.dataFolder = context.dataFolder();
    program.catalog = *catalog;
    program.reloadCatalog = [&context] { return context.catalog(); };
    program.alertRules = shippedAlertRules();
    program.xids = shippedXids();
    program.sample = *scenario;
    // The person's own store is nothing that a picture reads or changes.
    const QTemporaryDir store;
    if (!store.isValid())
        return context.fail({core::ErrorCode::Unwritable, "no temporary folder can be made: " + store.errorString().toStdString(), {}, {}, 0});
    program.storeFolder = store.path().toStdString();
    program.settings = false;
    Program headroom(std::move(program), application.language());
    bool ready = false;
    QObject::connect(&headroom, &Program::ready, &headroom, [&ready] { ready = true; });
    headroom.window().resize(*size);
    headroom.start();
    if (!waitFor([&ready] { return ready; }))
        return context.fail({core::ErrorCode::Timeout, "the scenario was not opened within 20 s", {}, {}, 0});
    headroom.window().showPage(page);
    headroom.window().show();
    if (!waitFor([&] { return headroom.session().isSettled(); }))
        return context.fail({core::ErrorCode::Timeout, "planning did not end within 20 s", {}, {}, 0});
    if (page == u"live") {
        // The built-in demo cluster: a real exporter on the loopback address, labelled as demo in the picture.
        headroom.live().startDemo();
        int rounds = 0;
        QObject::connect(&headroom.live(), &present::LiveViewModel::changed, &headroom, [&rounds] { ++rounds; });
        waitFor([&] { return rounds >= kLiveRounds; });
    }
    if (page == u"compare") {
        // One scenario compares with what would cost less than it.
        headroom.compare().showMoves(true);
        waitFor([&] { return !headroom.compare().isBusy(); });
    }
    QApplication::processEvents();
    QImage image(*size * *scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(*scale);
    {
        QPainter painter(&image);
        headroom.window().render(&painter);
    }
    QSaveFile out(QString::fromStdString(options.output));
    if (!out.open(QIODevice::WriteOnly) || !image.save(&out, "PNG") || !out.commit())
        return context.fail({core::ErrorCode::Unwritable, "the picture cannot be written: " + out.errorString().toStdString(), options.output, {}, 0});
    if (context.json)
        context.print(nlohmann::ordered_json{{"written", options.output}, {"page", options.page}, {"width", image.width()}, {"height", image.height()}}.dump(2) + "\n");
    fmt::print(stderr, "headroom: wrote {}\n", options.output);
}

} // namespace

void addExportImageCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("export-image", "Draw a page as a picture");
    auto options = std::make_shared<Options>();
    command->add_option("scenario", options->scenario, "SCENARIO.json")->required();
    command->add_option("-o,--output", options->output, "OUT.png")->required();
    command->add_option("--page", options->page, "plan, scenarios, costs, compare, live, library or settings");
    command->add_option("--theme", options->theme, "light or dark");
    command->add_option("--lang", options->language, "en or zh_CN");
    command->add_option("--size", options->size, "WIDTHxHEIGHT");
    command->add_option("--scale", options->scale, "pixels for each logical pixel");
    command->callback([options, &context] {
        context.ran = true;
        exportImage(context, *options);
    });
}

} // namespace headroom::app
