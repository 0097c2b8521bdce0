// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/metrics_page.h>
#include <monitor/mapping/page_mapping.h>

#include <QFile>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::test {

using monitor::CanonicalMetric;
using monitor::MappedPoll;
using monitor::Sample;
using monitor::Subject;

// A page of the data folder; nothing where it is not on this machine.
inline std::optional<std::string> genuine(const QString &name)
{
    QFile file(QStringLiteral(HEADROOM_SHARED_DATA "/metrics/") + name);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll().toStdString()) : std::nullopt;
}

inline MappedPoll mapText(std::string_view text)
{
    return monitor::mapPage(monitor::readMetricsPage(text, monitor::ExpositionFormat::Prometheus));
}

// The value of a metric on the subject whose index, uuid, mig instance, model or replica is `who`; empty: on any.
inline std::optional<Sample> find(const MappedPoll &poll, CanonicalMetric metric, const std::string &who = {}, float quantile = 0.0F)
{
    for (const Sample &sample : poll.samples) {
        const Subject &subject = poll.subjects[sample.subject];
        const bool matches = who.empty() || std::to_string(subject.gpuIndex) == who || subject.gpuUuid == who || subject.modelName == who || subject.node == who || subject.replica == who || subject.migInstance == who;
        if (sample.metric == metric && sample.quantile == quantile && matches)
            return sample;
    }
    return std::nullopt;
}

inline bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace headroom::test
