// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_get.h"

#include <monitor/mapping/canonical_mapper.h>
#include <monitor/sources/source.h>

#include <span>
#include <string>
#include <vector>

namespace headroom::monitor {

// A Prometheus server, or what speaks its HTTP API. Two questions a poll: the values now of every gauge that a rule reads,
// and the last minutes of every counter and bucket, so that rates are right whatever the server's scrape interval is. Where a
// fleet's answer grows large, each question is asked in parts, so that no answer is ever held whole.
class PrometheusSource final : public Source {
Q_OBJECT

public:
    PrometheusSource(SourceNetwork network, const SourceConfig &config, QObject *parent = nullptr);
    ~PrometheusSource() override;

    void fetch() override;
    void cancel() override;

private:
    enum class Step { Gauges, Counters };

    void begin();
    void ask(Step step, std::size_t part);
    bool askNext();
    void answered(const HttpOutcome &outcome);
    void fail(FailureReason reason, std::string detail, int status = 0);

    SourceConfig m_config;
    CanonicalMapper m_mapper;
    HttpGet m_get;
    Step m_step = Step::Gauges;
    std::size_t m_parts = 1;         // of each question
    std::size_t m_part = 0;
    qsizetype m_largest = 0;         // answer of this poll, in bytes
    bool m_underPrefix = false;      // "/prometheus" is tried
    bool m_foundUnderPrefix = false; // and was right
    QByteArray m_body;
    std::vector<std::string> m_warnings;
};

// The expression of a query for every series whose name is one of these; with a window, their points within it.
std::string selectorFor(std::span<const std::string> names, int windowSeconds = 0);

} // namespace headroom::monitor
