// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch_command.h"

#include "../duration_option.h"
#include "../qt_application.h"
#include "../termination_signal.h"
#include "watch_text.h"

#include <monitor/poller/poller.h>
#include <monitor/recording/snapshot_json.h>
#include <monitor/sources/source_address.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QFile>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace headroom::app {
namespace {

struct Options {
    std::string source, duration, interval = "5s", timeout = "10s", record;
    std::string bearerEnv, basicEnv, ca, cert, key, proxy, tenant;
    double speed = 0.0;
};

core::Error badOption(std::string text, std::string option)
{
    return {core::ErrorCode::BadValue, std::move(text), {}, std::move(option), 0};
}

core::Result<monitor::SourceConfig> sourceFrom(const Options &options)
{
    auto config = monitor::parseSourceAddress(options.source);
    if (!config)
        return config;
    const bool isFile = config->kind == monitor::SourceKind::Recording || config->id.starts_with("file_sd+");
    if (isFile && !QFile::exists(QString::fromStdString(config->address)))
        return std::unexpected(core::Error{core::ErrorCode::NotFound, "there is no such file; a URL, prometheus+URL, nvml:, demo: or a recording would be accepted", config->address, {}, 0});
    const auto interval = durationOption(options.interval, "--interval");
    if (!interval)
        return std::unexpected(interval.error());
    if (interval->count() < 100)
        return std::unexpected(badOption("--interval is too short; 100ms or longer would be accepted", "--interval"));
    const auto timeout = durationOption(options.timeout, "--timeout");
    if (!timeout)
        return std::unexpected(timeout.error());
    config->interval = *interval;
    config->timeout = *timeout;
    for (const auto &[variable, option] : {std::pair(&options.bearerEnv, "--bearer-env"), std::pair(&options.basicEnv, "--basic-env")})
        if (!variable->empty() && !std::getenv(variable->c_str()))
            return std::unexpected(badOption(fmt::format("{}: the environment variable {} is not set; the name of one that holds the secret would be accepted", option, *variable), option));
    if (options.cert.empty() != options.key.empty())
        return std::unexpected(badOption("--cert and --key belong together; both would be accepted", options.cert.empty() ? "--cert" : "--key"));
    const QUrl proxy(QString::fromStdString(options.proxy), QUrl::StrictMode);
    static const QStringList kProxies{QStringLiteral("http"), QStringLiteral("socks5")};
    if (!options.proxy.empty() && (!proxy.isValid() || proxy.host().isEmpty() || !kProxies.contains(proxy.scheme())))
        return std::unexpected(badOption("--proxy is not the address of a proxy; http://HOST:PORT or socks5://HOST:PORT would be accepted", "--proxy"));
    if (std::ranges::any_of(options.tenant, [](unsigned char c) { return c < ' ' || c == 0x7F; }))
        return std::unexpected(badOption("--tenant holds a control character; the name of a tenant would be accepted", "--tenant"));
    if (!(options.speed >= 0.0 && options.speed <= 1e6))
        return std::unexpected(badOption("--speed is out of range; how many times faster than recorded, 0 to 1000000, would be accepted", "--speed"));
    for (const std::string *file : {&options.ca, &options.cert, &options.key})
        if (!file->empty() && !QFile::exists(QString::fromStdString(*file)))
            return std::unexpected(core::Error{core::ErrorCode::NotFound, "there is no such file; a PEM file would be accepted", *file, {}, 0});
    config->bearerEnv = options.bearerEnv;
    config->basicEnv = options.basicEnv;
    config->caFile = options.ca;
    config->certFile = options.cert;
    config->keyFile = options.key;
    config->proxy = options.proxy;
    config->tenant = options.tenant;
    config->replaySpeed = options.speed;
    return config;
}

// The error of a watch that never saw anything; one line, as all that this command prints.
void failLine(CommandContext &context, const core::Error &error)
{
    if (!context.json)
        return context.fail(error);
    context.json = false;
    context.fail(error);
    context.json = true;
    const nlohmann::ordered_json body{{"code", core::errorCodeName(error.code)}, {"text", error.detail}, {"file", nullptr}, {"line", nullptr}, {"field", nullptr}};
    context.print(nlohmann::ordered_json{{"error", body}}.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

void watchSource(CommandContext &context, const Options &options)
{
    const auto config = sourceFrom(options);
    if (!config)
        return context.fail(config.error());
    std::optional<std::chrono::milliseconds> duration;
    if (!options.duration.empty()) {
        const auto given = durationOption(options.duration, "--for");
        if (!given)
            return context.fail(given.error());
        duration = *given;
    }
    QFile record(QString::fromStdString(options.record));
    if (!options.record.empty() && !record.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return context.fail({core::ErrorCode::Unwritable, "cannot be written: " + record.errorString().toStdString(), options.record, {}, 0});

    const QtApplication application;
    TerminationSignal termination;
    monitor::Poller poller;
    bool everOk = false;
    bool ended = false; // by a signal
    std::optional<core::Error> writeError;
    monitor::Snapshot last;
    const auto quit = [] { QCoreApplication::quit(); };
    QObject::connect(&termination, &TerminationSignal::received, &poller, [&ended, quit] {
        ended = true;
        quit();
    });
    QObject::connect(&poller, &monitor::Poller::snapshotReady, &poller, [&](const monitor::Snapshot &snapshot) {
        if (snapshot.reason == monitor::FailureReason::Ended && config->kind == monitor::SourceKind::Recording)
            return quit();
        last = snapshot;
        everOk = everOk || snapshot.state == monitor::SourceState::Ok;
        const std::string line = monitor::snapshotToJson(snapshot) + "\n";
        context.print(context.json ? line : watchText(snapshot));
        if (record.isOpen() && (record.write(line.data(), static_cast<qint64>(line.size())) < 0 || !record.flush())) {
            writeError = core::Error{core::ErrorCode::Unwritable, "cannot be written: " + record.errorString().toStdString(), options.record, {}, 0};
            quit();
        }
        // What no later try can change.
        if (snapshot.reason == monitor::FailureReason::File || snapshot.reason == monitor::FailureReason::NotAvailable)
            quit();
    });
    if (duration)
        QTimer::singleShot(*duration, &poller, quit);
    poller.setSources({*config});
    QCoreApplication::exec();
    if (writeError)
        return failLine(context, *writeError);
    if (everOk || ended)
        return;
    using enum monitor::FailureReason;
    const auto code = last.reason == Timeout ? core::ErrorCode::Timeout : last.reason == NotAvailable ? core::ErrorCode::NotFound : last.reason == File ? core::ErrorCode::Unreadable : core::ErrorCode::Network;
    failLine(context, {code, last.detail.empty() ? "no answer from " + options.source + " in the time given" : last.detail, {}, {}, 0});
}

} // namespace

void addWatchCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("watch", "Poll a source and print canonical metrics");
    auto options = std::make_shared<Options>();
    command->add_option("source", options->source, "URL of a metrics page, prometheus+URL, file_sd+PATH, http_sd+URL, nvml:, demo:, or a recording")->required();
    command->add_option("--for", options->duration, "end after this time (else at a signal)");
    command->add_option("--interval", options->interval, "time from poll to poll (5s)");
    command->add_option("--timeout", options->timeout, "longest wait for an answer (10s)");
    command->add_option("--record", options->record, "write what is seen to this file, for replay");
    command->add_option("--bearer-env", options->bearerEnv, "environment variable with a bearer token");
    command->add_option("--basic-env", options->basicEnv, "environment variable with user:password");
    command->add_option("--ca", options->ca, "PEM file with the authority to trust");
    command->add_option("--cert", options->cert, "PEM file with a client certificate");
    command->add_option("--key", options->key, "PEM file with its key");
    command->add_option("--proxy", options->proxy, "http://HOST:PORT or socks5://HOST:PORT to go through");
    command->add_option("--tenant", options->tenant, "tenant of the metrics store (X-Scope-OrgID)");
    command->add_option("--speed", options->speed, "replay a recording so many times faster than it was made (0: a line every interval)");
    command->callback([options, &context] {
        context.ran = true;
        watchSource(context, *options);
    });
}

} // namespace headroom::app
