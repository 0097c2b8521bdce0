// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "../commands/registry.h"
#include "../resource_paths.h"
#include "program.h"

#include <core/planning/scenario_json.h>
#include <ui/theme/theme.h>

#include <QApplication>

namespace headroom::app {

int openWindow(CommandContext &context, int &argc, char **argv)
{
    QApplication application(argc, argv);
    const auto catalog = context.catalog();
    if (!catalog) {
        context.fail(catalog.error());
        return static_cast<int>(context.exit);
    }
    QApplication::setApplicationName(QStringLiteral("headroom"));
    QApplication::setApplicationDisplayName(QStringLiteral("Headroom"));
    QApplication::setDesktopFileName(QStringLiteral("headroom"));
    present::Language language;
    language.select(present::Language::idFor(QLocale::system()));
    ui::applyTheme(application, ui::desktopThemeMode());
    ProgramOptions options;
    options.dataFolder = context.dataFolder();
    options.catalog = *catalog;
    options.reloadCatalog = [&context] { return context.reloadCatalog(); };
    options.sample = sampleScenario();
    Program program(std::move(options), language);
    program.window().resize(1440, 900);
    program.window().show();
    program.start();
    return application.exec();
}

core::Scenario sampleScenario()
{
    const auto text = readFile(resourceFolder() / "demo" / "sample_scenario.json", 1U << 20U);
    if (!text)
        return {};
    return core::scenarioFromJson(*text).value_or(core::Scenario{});
}

} // namespace headroom::app
