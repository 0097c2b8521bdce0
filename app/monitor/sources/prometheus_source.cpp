// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_source.h"

#include "page_reader.h"
#include "prometheus_address.h"
#include "prometheus_answer.h"

#include <fmt/format.h>

#include <QDateTime>
#include <QUrl>

#include <algorithm>
#include <span>

namespace headroom::monitor {
namespace {

// Long enough for two scrapes a minute apart; of more frequent ones only the last minute counts.
constexpr int kWindowSeconds = 150;
constexpr double kRateSeconds = 60.0;
// An answer of over half of what is read at most makes the next poll's questions smaller.
constexpr qint64 kMostAnswerBytes = qint64(64) << 20;
constexpr std::size_t kMostParts = 64;
constexpr std::string_view kAcceptedServer = "the address of a Prometheus server (or Thanos, Mimir, VictoriaMetrics) would be accepted, as prometheus+http://HOST:9090";

// The points that a rate is made of. None where the series has ended: it has missed more than two of its own intervals.
std::span<const TimedValue> recentPoints(std::span<const TimedValue> points, double nowS)
{
    if (points.empty())
        return points;
    const double last = points.back().timeS;
    const double spacing = points.size() > 1 ? last - points[points.size() - 2].timeS : kRateSeconds;
    if (nowS - last > 2.5 * spacing + 5.0)
        return {};
    std::size_t first = points.size() - 1;
    while (first > 0 && (last - points[first - 1].timeS <= kRateSeconds || first == points.size() - 1))
        --first;
    return points.subspan(first);
}

// The part-th of so many nearly equal parts of a list; may be empty.
std::span<const std::string> partOf(std::span<const std::string> names, std::size_t part, std::size_t parts)
{
    const std::size_t from = names.size() * part / parts;
    return names.subspan(from, names.size() * (part + 1) / parts - from);
}

} // namespace

std::string selectorFor(std::span<const std::string> names, int windowSeconds)
{
    std::string pattern;
    for (const std::string &name : names)
        (pattern += pattern.empty() ? "" : "|") += name;
    std::string query = "{__name__=~\"" + pattern + "\"}";
    if (windowSeconds > 0)
        query += fmt::format("[{}s]", windowSeconds);
    return query;
}

PrometheusSource::PrometheusSource(SourceNetwork network, const SourceConfig &config, QObject *parent)
    : Source(parent)
    , m_config(config)
    , m_mapper(QUrl(QString::fromStdString(config.address)).host().toStdString())
    , m_get(std::move(network), config)
{
    connect(&m_get, &HttpGet::done, this, &PrometheusSource::answered);
}

PrometheusSource::~PrometheusSource() = default;

void PrometheusSource::fetch()
{
    m_warnings.clear();
    m_underPrefix = m_foundUnderPrefix;
    begin();
}

void PrometheusSource::begin()
{
    m_largest = 0;
    m_mapper.begin(static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0);
    ask(Step::Gauges, 0);
}

bool PrometheusSource::askNext()
{
    const bool partsLeft = m_part + 1 < m_parts;
    if (!partsLeft && m_step == Step::Counters)
        return false;
    ask(partsLeft ? m_step : Step::Counters, partsLeft ? m_part + 1 : 0);
    return true;
}

void PrometheusSource::cancel()
{
    m_get.abort();
    m_body.clear();
}

void PrometheusSource::ask(Step step, std::size_t part)
{
    m_step = step;
    m_part = part;
    m_body.clear();
    QUrl server(QString::fromStdString(m_config.address));
    if (m_underPrefix)
        server.setPath(QStringLiteral("/prometheus"));
    const QUrl url = prometheusUrl(server, QStringLiteral("query"));
    static const std::vector<std::string> kGauges = gaugeNames();
    static const std::vector<std::string> kCounters = counterNames();
    const std::string query = step == Step::Gauges ? selectorFor(partOf(kGauges, part, m_parts)) : selectorFor(partOf(kCounters, part, m_parts), kWindowSeconds);
    // The question is longer than some servers take in an address.
    const QByteArray form = "query=" + QUrl::toPercentEncoding(QString::fromStdString(query));
    m_get.start(
        url, QByteArrayLiteral("application/json"),
        [this](const QByteArray &piece) {
            m_body += piece;
            return true;
        },
        form, true);
}

void PrometheusSource::fail(FailureReason reason, std::string detail, int status)
{
    m_body.clear();
    Snapshot snapshot = failedSnapshot(reason, std::move(detail));
    snapshot.httpStatus = status;
    snapshot.warnings = m_warnings;
    emit finished(snapshot);
}

void PrometheusSource::answered(const HttpOutcome &outcome)
{
    if (outcome.reason == FailureReason::TooLarge && m_parts < kMostParts) {
        m_parts *= 4;
        return begin();
    }
    if (outcome.reason != FailureReason::None)
        return fail(outcome.reason, outcome.detail, outcome.status);
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
    const bool counters = m_step == Step::Counters;
    const ApiAnswer answer = readPrometheusAnswer({m_body.constData(), static_cast<std::size_t>(m_body.size())}, [this, counters, now](const ApiSeries &series) {
        if (series.name.empty() || series.points.empty())
            return;
        if (!counters) {
            SampleView sample;
            sample.name = series.name;
            sample.labels = series.labels;
            sample.value = series.points.back().value;
            m_mapper.add(sample);
        } else if (const auto points = recentPoints(series.points, now); !points.empty()) {
            m_mapper.addWindow(series.name, series.labels, points);
        }
    });
    m_largest = std::max(m_largest, m_body.size());
    m_body.clear();
    // Mimir, and others that hold several APIs, keep this one under a prefix.
    const QString path = QUrl(QString::fromStdString(m_config.address)).path();
    if (!answer.isApi && outcome.status == 404 && m_step == Step::Gauges && !m_underPrefix && (path.isEmpty() || path == QLatin1String("/"))) {
        m_underPrefix = true;
        return ask(Step::Gauges, 0);
    }
    if (!answer.isApi)
        return outcome.status == 200 ? fail(FailureReason::NotMetrics, fmt::format("the answer is not that of the Prometheus API; {}", kAcceptedServer), outcome.status)
                                     : fail(FailureReason::HttpStatus, fmt::format("the server answers with status {}, and not as the Prometheus API does; {}", outcome.status, kAcceptedServer), outcome.status);
    if (!answer.success)
        return fail(FailureReason::BadContent, fmt::format("the Prometheus server refuses the question ({}): {}", answer.errorType, answer.error), outcome.status);
    m_warnings.insert(m_warnings.end(), answer.warnings.begin(), answer.warnings.end());
    m_foundUnderPrefix = m_underPrefix;
    if (askNext())
        return;
    if (m_largest > kMostAnswerBytes / 2 && m_parts < kMostParts)
        m_parts *= 2;
    MappedPoll poll = m_mapper.finish();
    if (poll.samplesKnown == 0)
        return fail(FailureReason::NothingKnown, fmt::format("the Prometheus server holds no metric that Headroom knows; one that scrapes {} would be accepted", kKnownExporters), 200);
    Snapshot snapshot = snapshotOf(std::move(poll));
    snapshot.warnings.insert(snapshot.warnings.end(), m_warnings.begin(), m_warnings.end());
    emit finished(snapshot);
}

} // namespace headroom::monitor
