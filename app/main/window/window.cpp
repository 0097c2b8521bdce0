// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "../commands/registry.h"
#include "../resource_paths.h"
#include "program.h"

#include <core/planning/scenario_json.h>
#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/xid_catalog.h>
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
    options.alertRules = shippedAlertRules();
    options.xids = shippedXids();
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

std::vector<monitor::AlertRule> shippedAlertRules()
{
    const auto text = readFile(resourceFolder() / "alerts" / "rules.json", 1U << 20U);
    return text ? monitor::alertRulesFromJson(*text).value_or(std::vector<monitor::AlertRule>()) : std::vector<monitor::AlertRule>();
}

std::map<int, monitor::XidFact> shippedXids()
{
    const auto text = readFile(resourceFolder() / "alerts" / "xid_codes.json", 1U << 20U);
    return text ? monitor::xidCatalogFromJson(*text).value_or(std::map<int, monitor::XidFact>()) : std::map<int, monitor::XidFact>();
}

} // namespace headroom::app
