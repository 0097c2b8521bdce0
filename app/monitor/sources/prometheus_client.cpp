// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_client.h"

#include "prometheus_address.h"

#include <fmt/format.h>

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace headroom::monitor {

PrometheusClient::PrometheusClient(SourceNetwork network, const SourceConfig &config, QObject *parent)
    : QObject(parent), m_config(config), m_get(std::move(network), config)
{
    m_deadline.setSingleShot(true);
    connect(&m_get, &HttpGet::done, this, &PrometheusClient::answered);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_get.abort();
        fail(FailureReason::Timeout,
             fmt::format("no complete answer within {} ms; a shorter time or a longer step would be accepted", m_config.timeout.count()));
    });
}

PrometheusClient::~PrometheusClient() = default;

double PrometheusClient::allowedStep(double fromS, double toS, double stepS)
{
    const double least = std::max((toS - fromS) / (kMostPoints - 1), 0.001);
    // In whole milliseconds, as the server counts.
    return std::ceil(std::max(stepS, least) * 1000.0 - 1e-6) / 1000.0;
}

void PrometheusClient::range(const std::string &expression, double fromS, double toS, double stepS)
{
    m_stepS = allowedStep(fromS, toS, stepS);
    const std::string form = fmt::format("query={}&start={:.3f}&end={:.3f}&step={:.3f}",
                                         QUrl::toPercentEncoding(QString::fromStdString(expression)).toStdString(), fromS, toS, m_stepS);
    ask(Question::Range, prometheusUrl(QUrl(QString::fromStdString(m_config.address)), QStringLiteral("query_range")),
        QByteArray::fromStdString(form));
}

void PrometheusClient::metadata(int limit)
{
    QUrl url = prometheusUrl(QUrl(QString::fromStdString(m_config.address)), QStringLiteral("metadata"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    url.setQuery(query);
    ask(Question::Metadata, url, {});
}

void PrometheusClient::abort()
{
    m_question = Question::None;
    m_deadline.stop();
    m_get.abort();
    m_body.clear();
}

void PrometheusClient::ask(Question question, const QUrl &url, const QByteArray &form)
{
    abort();
    m_question = question;
    m_deadline.start(m_config.timeout);
    m_get.start(
        url, QByteArrayLiteral("application/json"),
        [this](const QByteArray &piece) {
            m_body += piece;
            return true;
        },
        form, true);
}

void PrometheusClient::fail(FailureReason reason, std::string detail)
{
    m_deadline.stop();
    m_body.clear();
    const Question question = std::exchange(m_question, Question::None);
    if (question == Question::Range)
        emit rangeReady({reason, std::move(detail), {}, {}, m_stepS});
    else if (question == Question::Metadata)
        emit metadataReady({reason, std::move(detail), {}});
}

void PrometheusClient::answered(const HttpOutcome &outcome)
{
    if (outcome.reason != FailureReason::None)
        return fail(outcome.reason, outcome.detail);
    const QByteArray body = std::exchange(m_body, {});
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    RangeAnswer range;
    range.stepS = m_stepS;
    const bool isRange = m_question == Question::Range;
    ApiAnswer answer;
    std::vector<MetricMetadata> metrics;
    if (isRange) {
        answer = readPrometheusAnswer(text, [&range](const ApiSeries &series) {
            RangeSeries held{std::string(series.name), {}, {series.points.begin(), series.points.end()}};
            for (const LabelView &label : series.labels)
                held.labels.emplace_back(label.name, label.value);
            range.series.push_back(std::move(held));
        });
    } else {
        answer = readPrometheusMetadata(text, metrics);
    }
    if (!answer.isApi)
        return fail(outcome.status == 200 ? FailureReason::NotMetrics : FailureReason::HttpStatus,
                    fmt::format("status {}, and not an answer of the Prometheus API; the address of a Prometheus server (or Thanos, Mimir, "
                                "VictoriaMetrics) would be accepted",
                                outcome.status));
    if (!answer.success)
        return fail(FailureReason::BadContent,
                    fmt::format("the Prometheus server refuses the question ({}): {}", answer.errorType, answer.error));
    m_deadline.stop();
    m_question = Question::None;
    range.warnings = std::move(answer.warnings);
    if (isRange)
        emit rangeReady(range);
    else
        emit metadataReady({FailureReason::None, {}, std::move(metrics)});
}

} // namespace headroom::monitor
