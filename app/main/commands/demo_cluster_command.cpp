// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_cluster_command.h"

#include "../command_file.h"
#include "../qt_application.h"
#include "../termination_signal.h"

#include <monitor/demo/demo_exporter.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QDir>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace headroom::app {
namespace {

struct Options {
    int nodes = 2;
    int gpusPerNode = 8;
    int port = 0;
    std::uint64_t seed = 1;
    std::vector<std::string> incidents;
};

core::Result<void> within(int value, int low, int high, const char *option)
{
    if (value >= low && value <= high)
        return {};
    return std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("{} {} is out of range; {} to {} would be accepted", option, value, low, high), {}, option, 0});
}

void runDemoCluster(CommandContext &context, const Options &options)
{
    for (const auto &checked : {within(options.nodes, 1, 64, "--nodes"), within(options.gpusPerNode, 1, 16, "--gpus-per-node"), within(options.port, 0, 65535, "--port")})
        if (!checked)
            return context.fail(checked.error());
    monitor::DemoClusterConfig cluster{.nodes = options.nodes, .gpusPerNode = options.gpusPerNode, .seed = options.seed};
    for (const std::string &text : options.incidents) {
        const auto incident = monitor::parseDemoIncident(text);
        if (!incident)
            return context.fail(incident.error());
        if (const auto checked = within(incident->node, 1, options.nodes, "--incident: node"); !checked)
            return context.fail(checked.error());
        cluster.incidents.push_back(*incident);
    }
    const QtApplication application;
    TerminationSignal termination;
    monitor::DemoExporter exporter(cluster);
    if (const auto listening = exporter.listen(static_cast<std::uint16_t>(options.port)); !listening)
        return context.fail(listening.error());
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/headroom-demo-XXXXXX"));
    if (!folder.isValid())
        return context.fail({core::ErrorCode::Unwritable, "no folder for the service discovery file: " + folder.errorString().toStdString() + "; a writable TMPDIR would be accepted", {}, {}, 0});
    const std::string fileSd = folder.filePath(QStringLiteral("file_sd.json")).toStdString();
    if (const auto written = writeFile(fileSd, exporter.serviceDiscovery()); !written)
        return context.fail(written.error());
    // The contract: the first line, whatever else was asked for.
    context.print(nlohmann::ordered_json{{"targets", exporter.targets()}, {"file_sd", fileSd}}.dump() + "\n");
    std::fprintf(stderr, "headroom: a demo cluster of %d nodes with %d GPUs each on 127.0.0.1:%d; every value is made up; SIGTERM or Ctrl-C ends it\n", options.nodes, options.gpusPerNode, static_cast<int>(exporter.port()));
    QObject::connect(&termination, &TerminationSignal::received, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
}

} // namespace

void addDemoClusterCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("demo-cluster", "Demo exporter on 127.0.0.1");
    auto options = std::make_shared<Options>();
    command->add_option("--nodes", options->nodes, "nodes, 1 to 64 (2)");
    command->add_option("--gpus-per-node", options->gpusPerNode, "GPUs of each node, 1 to 16 (8)");
    command->add_option("--port", options->port, "port; 0 (default) takes a free one");
    command->add_option("--seed", options->seed, "seed of the load (1)");
    command->add_option("--incident", options->incidents, "thermal, xid79, kv, node-down or surge, as KIND[:NODE][@AT][+FOR] in seconds (:1@60+120); may be given again")->allow_extra_args(false);
    command->callback([options, &context] {
        context.ran = true;
        runDemoCluster(context, *options);
    });
}

} // namespace headroom::app
