// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/live_texts.h>

#include <present/format/figure_format.h>

#include <cmath>

namespace headroom::present {

QString liveQuantityId(LiveQuantity quantity)
{
    switch (quantity) {
    case LiveQuantity::Utilization: return QStringLiteral("utilization");
    case LiveQuantity::Memory: return QStringLiteral("memory");
    case LiveQuantity::Power: return QStringLiteral("power");
    case LiveQuantity::Temperature: return QStringLiteral("temperature");
    case LiveQuantity::Running: return QStringLiteral("running");
    case LiveQuantity::Waiting: return QStringLiteral("waiting");
    case LiveQuantity::Ttft: return QStringLiteral("ttft");
    case LiveQuantity::Tpot: return QStringLiteral("tpot");
    case LiveQuantity::KvCache: return QStringLiteral("kv_cache");
    case LiveQuantity::OutputTokens: return QStringLiteral("output_tokens");
    }
    return {};
}

QString LiveTexts::addressHelp()
{
    return tr("A metrics page (DCGM exporter, vLLM, SGLang, TGI and others), the Prometheus HTTP API as prometheus+URL, nvml: for the GPUs of this machine, or the path of a recording.");
}

QString LiveTexts::notASource(const QString &typed)
{
    return tr("“%1” is not a source. Accepted are http://host:9400/metrics, prometheus+http://host:9090, nvml:, demo: and the path of a recording.").arg(typed);
}

QString LiveTexts::emptyAddress()
{
    return tr("Type the address of a metrics page, as http://host:9400/metrics.");
}

QString LiveTexts::alreadyWatched(const QString &name)
{
    return tr("%1 is watched already.").arg(name);
}

QString LiveTexts::noSourceBody()
{
    return tr("Add the address of a metrics page or of a Prometheus server to see the GPUs of your machines live. The demo cluster shows what it looks like, with figures that are made up.");
}

QString LiveTexts::sourceName(const monitor::SourceConfig &config)
{
    if (!config.name.empty())
        return QString::fromStdString(config.name);
    switch (config.kind) {
    case monitor::SourceKind::Demo: return tr("Demo cluster");
    case monitor::SourceKind::Nvml: return tr("This machine's GPUs");
    case monitor::SourceKind::Page:
    case monitor::SourceKind::Prometheus:
    case monitor::SourceKind::Discovery:
    case monitor::SourceKind::Recording: break;
    }
    return QString::fromStdString(config.address.empty() ? config.id : config.address);
}

QString LiveTexts::stateWord(int state)
{
    switch (state) {
    case static_cast<int>(monitor::SourceState::Ok): return tr("ok", "state of a source");
    case static_cast<int>(monitor::SourceState::Late): return tr("late", "state of a source");
    case static_cast<int>(monitor::SourceState::Failed): return tr("failed", "state of a source");
    default: return tr("asking", "state of a source");
    }
}

QString LiveTexts::failure(monitor::FailureReason reason, int httpStatus, const QString &name)
{
    switch (reason) {
    case monitor::FailureReason::Down: return tr("Nothing answers at %1. Check the address, and that the exporter runs.").arg(name);
    case monitor::FailureReason::Timeout: return tr("%1 did not answer in time. It is asked again.").arg(name);
    case monitor::FailureReason::Unauthorized: return tr("%1 refuses access (status %2). A token or password is needed.").arg(name).arg(httpStatus);
    case monitor::FailureReason::HttpStatus: return tr("%1 answers with status %2 instead of 200. Check the path of the address.").arg(name).arg(httpStatus);
    case monitor::FailureReason::Redirects: return tr("%1 redirects too often, or to something that is not http. Give the final address.").arg(name);
    case monitor::FailureReason::Tls: return tr("The certificate of %1 is not trusted. Name the authority that issued it.").arg(name);
    case monitor::FailureReason::TooLarge: return tr("The answer of %1 is larger than a metrics page can be. Check the address.").arg(name);
    case monitor::FailureReason::NotMetrics: return tr("%1 is not a metrics page. It should be one in Prometheus text format, often at /metrics.").arg(name);
    case monitor::FailureReason::BadContent: return tr("The metrics of %1 contain an error and cannot be read.").arg(name);
    case monitor::FailureReason::NothingKnown: return tr("%1 publishes metrics, but none that Headroom knows. It should be a GPU or LLM serving exporter.").arg(name);
    case monitor::FailureReason::File: return tr("A file that %1 needs cannot be read.").arg(name);
    case monitor::FailureReason::Ended: return tr("The recording is over.");
    case monitor::FailureReason::NotAvailable: return tr("This kind of source is not built into this program.");
    case monitor::FailureReason::None: break;
    }
    return {};
}

QString LiveTexts::sourceDetail(const QString &dialects, bool demo)
{
    if (demo)
        return tr("Figures made up by the demo cluster");
    QString words = dialects;
    return words.replace(QLatin1Char(','), QStringLiteral(", "));
}

QString LiveTexts::age(double seconds)
{
    if (seconds < 1.5)
        return tr("now", "age of an answer");
    if (seconds < 120.0)
        return tr("%1 s ago").arg(std::lround(seconds));
    if (seconds < 7200.0)
        return tr("%1 min ago").arg(std::lround(seconds / 60.0));
    return tr("%1 h ago").arg(std::lround(seconds / 3600.0));
}

QString LiveTexts::status(int sources, int gpus)
{
    return tr("%1 · %2", "sources and GPUs").arg(tr("%n source(s)", nullptr, sources), tr("%n GPU(s)", nullptr, gpus));
}

QString LiveTexts::quantityTitle(LiveQuantity quantity)
{
    switch (quantity) {
    case LiveQuantity::Utilization: return tr("GPU utilization");
    case LiveQuantity::Memory: return tr("Memory in use");
    case LiveQuantity::Power: return tr("Power");
    case LiveQuantity::Temperature: return tr("Temperature");
    case LiveQuantity::Running: return tr("Requests running");
    case LiveQuantity::Waiting: return tr("Requests waiting");
    case LiveQuantity::Ttft: return tr("Time to first token, p95");
    case LiveQuantity::Tpot: return tr("Time per output token, p95");
    case LiveQuantity::KvCache: return tr("KV cache in use");
    case LiveQuantity::OutputTokens: return tr("Output tokens");
    }
    return {};
}

QString LiveTexts::chartTitle(LiveQuantity quantity, const QString &node)
{
    if (node.isEmpty())
        return tr("%1 by machine", "a chart: quantity").arg(quantityTitle(quantity));
    if (quantity >= LiveQuantity::Running)
        return tr("%1 by engine, %2", "a chart: quantity, machine").arg(quantityTitle(quantity), node);
    return tr("%1 by GPU, %2", "a chart: quantity, machine").arg(quantityTitle(quantity), node);
}

QString LiveTexts::chartUnits(LiveQuantity quantity)
{
    switch (quantity) {
    case LiveQuantity::Utilization: return QStringLiteral("%");
    case LiveQuantity::Memory: return QStringLiteral("GB");
    case LiveQuantity::Power: return QStringLiteral("W");
    case LiveQuantity::Temperature: return QStringLiteral("°C");
    case LiveQuantity::Running:
    case LiveQuantity::Waiting: return tr("requests");
    case LiveQuantity::Ttft: return QStringLiteral("s");
    case LiveQuantity::Tpot: return QStringLiteral("ms");
    case LiveQuantity::KvCache: return QStringLiteral("%");
    case LiveQuantity::OutputTokens: return tr("tokens/s");
    }
    return {};
}

QString LiveTexts::valueText(LiveQuantity quantity, double value)
{
    const FigureFormat format;
    if (!std::isfinite(value))
        return FigureFormat::missing();
    switch (quantity) {
    case LiveQuantity::KvCache:
    case LiveQuantity::Utilization: return QStringLiteral("%1 %").arg(format.count(value * 100.0));
    case LiveQuantity::Ttft:
    case LiveQuantity::Tpot: return format.seconds(core::Seconds(value));
    case LiveQuantity::OutputTokens: return format.tokenRate(core::TokensPerSecond(value));
    case LiveQuantity::Memory: return format.bytes(core::Bytes(value));
    case LiveQuantity::Power: return format.power(core::Watts(value));
    case LiveQuantity::Temperature: return QStringLiteral("%1 °C").arg(format.count(value));
    case LiveQuantity::Running:
    case LiveQuantity::Waiting: return format.significant(value);
    }
    return {};
}

QString LiveTexts::axisText(LiveQuantity quantity, double value)
{
    const FigureFormat format;
    if (quantity == LiveQuantity::Utilization || quantity == LiveQuantity::KvCache)
        return format.count(value * 100.0);
    if (quantity == LiveQuantity::Tpot)
        return format.significant(value * 1000.0);
    if (quantity == LiveQuantity::Temperature)
        return format.count(value);
    if (quantity == LiveQuantity::Memory)
        return format.significant(value / 1e9);
    return format.significant(value);
}

QString LiveTexts::memoryText(double used, double total)
{
    if (!std::isfinite(used))
        return missing();
    const FigureFormat format;
    if (!std::isfinite(total))
        return format.bytes(core::Bytes(used));
    return tr("%1 of %2", "memory used, total").arg(format.bytes(core::Bytes(used)), format.bytes(core::Bytes(total)));
}

QString LiveTexts::missing()
{
    return FigureFormat::missing();
}

QString LiveTexts::chartSummary(const QString &title, const QString &low, const QString &high, int lines)
{
    return tr("%1: %n line(s), now between %2 and %3.", nullptr, lines).arg(title, low, high);
}

QString LiveTexts::waitingCount(double count)
{
    return tr("%1 waiting", "requests").arg(FigureFormat().significant(count));
}

QString LiveTexts::requestRate(double perSecond)
{
    return tr("%1 finished a second").arg(FigureFormat().significant(perSecond));
}

QString LiveTexts::fleetSummary(int machines, int gpus, const QString &quantity)
{
    return tr("Fleet of %1 with %2; colours show: %3. The arrow keys move from GPU to GPU.")
        .arg(tr("%n machine(s)", nullptr, machines), tr("%n GPU(s)", nullptr, gpus), quantity);
}

QString LiveTexts::cellText(const QString &node, const QString &gpu, const QString &quantity, const QString &value)
{
    return tr("%1, %2: %3 %4", "machine, GPU, quantity, value").arg(node, gpu, quantity, value);
}

QString LiveTexts::gpuName(int index, const QString &uuid, const QString &mig)
{
    const QString gpu = index >= 0 ? tr("GPU %1").arg(index) : tr("GPU %1").arg(uuid.left(12));
    return mig.isEmpty() ? gpu : QStringLiteral("%1 · %2").arg(gpu, mig);
}

QString LiveTexts::engineName(const monitor::Subject &subject)
{
    QString name = QString::fromStdString(subject.modelName.empty() ? subject.engine : subject.modelName);
    if (!subject.replica.empty())
        name = tr("%1, engine %2").arg(name, QString::fromStdString(subject.replica));
    return name;
}

} // namespace headroom::present
