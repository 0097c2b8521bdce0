// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/sources/http_get.h>
#include <monitor/sources/prometheus_answer.h>

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace headroom::monitor {

// A series as it is held: of a range, its points in the order of time; what is missing between them is missing.
struct RangeSeries {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<TimedValue> points;
};

struct RangeAnswer {
    FailureReason reason = FailureReason::None;
    std::string detail; // a sentence where it failed
    std::vector<std::string> warnings;
    std::vector<RangeSeries> series;
    double stepS = 0.0; // the step that was asked for
};

struct MetadataAnswer {
    FailureReason reason = FailureReason::None;
    std::string detail;
    std::vector<MetricMetadata> metrics;
};

// Questions about the past, and about what there is, to a server that speaks the Prometheus API. One question at a time: a new
// one drops the one before. Each is answered by one signal. Lives on the thread of its network.
class PrometheusClient : public QObject {
Q_OBJECT

public:
    PrometheusClient(SourceNetwork network, const SourceConfig &config, QObject *parent = nullptr);
    ~PrometheusClient() override;

    // Prometheus gives at most 11,000 points a series; a shorter step than that allows is made longer.
    static constexpr int kMostPoints = 11000;
    static double allowedStep(double fromS, double toS, double stepS);

    // Unix seconds.
    void range(const std::string &expression, double fromS, double toS, double stepS);
    // What the server knows of its metrics, at most `limit` of them.
    void metadata(int limit = 10000);
    void abort();

signals:
    void rangeReady(const headroom::monitor::RangeAnswer &answer);
    void metadataReady(const headroom::monitor::MetadataAnswer &answer);

private:
    enum class Question { None, Range, Metadata };

    void ask(Question question, const QUrl &url, const QByteArray &form);
    void answered(const HttpOutcome &outcome);
    void fail(FailureReason reason, std::string detail);

    SourceConfig m_config;
    HttpGet m_get;
    QTimer m_deadline;
    QByteArray m_body;
    Question m_question = Question::None;
    double m_stepS = 0.0;
};

} // namespace headroom::monitor
