// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_feed.h"

#include <monitor/recording/subject_json.h>

#include <QThreadPool>

#include <array>
#include <cmath>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace headroom::app {
namespace {

using monitor::CanonicalMetric;
using monitor::MetricShape;
using monitor::MetricUnit;

constexpr std::array<float, 5> kQuantiles{0.0F, 0.5F, 0.9F, 0.95F, 0.99F}; // 0: the mean
constexpr std::size_t kMostTexts = 100000;

// What a sensor or a person can tell apart: finer digits are noise that takes most of the room.
int decimalsOf(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Ratio: return 4;
    case MetricUnit::Bytes: return 0;
    case MetricUnit::BytesPerS: return -4;
    case MetricUnit::Watts: return 1;
    case MetricUnit::Joules: return 0;
    case MetricUnit::Celsius: return 1;
    case MetricUnit::Hertz: return -6;
    case MetricUnit::Seconds: return 5;
    case MetricUnit::Requests: return 2;
    case MetricUnit::RequestsPerS: return 3;
    case MetricUnit::Tokens: return 0;
    case MetricUnit::TokensPerS: return 1;
    case MetricUnit::PerS: return 4;
    case MetricUnit::Count: return 2;
    case MetricUnit::Code: return 0;
    }
    return 2;
}

struct Place {
    CanonicalMetric metric;
    float quantile;
};

// The fields in their order, and where a metric's first one stands.
struct Table {
    std::vector<Place> places;
    std::array<std::uint16_t, monitor::kCanonicalMetrics.size()> first{};

    Table()
    {
        for (std::size_t i = 0; i < monitor::kCanonicalMetrics.size(); ++i) {
            const auto &info = monitor::kCanonicalMetrics[i];
            first[i] = static_cast<std::uint16_t>(places.size());
            const std::size_t count = info.shape == MetricShape::Distribution ? kQuantiles.size() : 1;
            for (std::size_t q = 0; q < count; ++q)
                places.push_back({info.metric, kQuantiles[q]});
        }
    }
};

const Table &table()
{
    static const Table all;
    return all;
}

std::optional<std::uint16_t> fieldFor(CanonicalMetric metric, float quantile)
{
    const std::uint16_t first = table().first[static_cast<std::size_t>(metric)];
    for (std::uint16_t i = 0; i < kQuantiles.size(); ++i)
        if (std::abs(quantile - kQuantiles[i]) < 1e-4F)
            return first + i < table().places.size() && table().places[static_cast<std::size_t>(first + i)].metric == metric ? std::optional<std::uint16_t>(static_cast<std::uint16_t>(first + i)) : std::nullopt;
    return std::nullopt;
}

// An answer of a large fleet is copied from thread to thread; what that took would stay with the process, split up.
void giveBackMemory()
{
#ifdef __GLIBC__
    QThreadPool::globalInstance()->start([] { malloc_trim(0); });
#endif
}

present::LiveHistory historyOf(const db::HistoryTable &from)
{
    std::vector<monitor::Subject> subjects;
    for (const std::string &text : from.subjects)
        subjects.push_back(monitor::subjectFromText(text).value_or(monitor::Subject{}));
    std::vector<present::LiveHistory::Column> columns;
    for (const db::HistorySeries &series : from.series)
        columns.push_back({table().places[series.field].metric, series.subject, series.mean, series.low, series.high});
    return present::LiveHistory::of(from.times, std::move(subjects), std::move(columns));
}

} // namespace

HistoryFeed::HistoryFeed(db::StoreThread &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &db::StoreThread::historyRead, this, [this](db::RequestId request, const db::HistoryAnswer &answer) {
        const Waiting waiting = m_waiting.take(request);
        if (!waiting.done)
            return;
        present::PastAnswer past{waiting.question, {}};
        for (const db::HistoryTable &one : answer)
            past.histories.emplace(one.source, historyOf(one));
        waiting.done(std::move(past));
        giveBackMemory();
    });
    connect(&store, &db::StoreThread::failed, this, [this](db::RequestId request, const core::Error &) {
        // What cannot be read is not there; who stores says what the matter is.
        if (const Waiting waiting = m_waiting.take(request); waiting.done)
            waiting.done({waiting.question, {}});
    });
}

std::vector<db::HistoryField> HistoryFeed::fields()
{
    std::vector<db::HistoryField> all;
    for (const Place &place : table().places) {
        std::string name(monitor::canonicalMetricId(place.metric));
        if (place.quantile > 0)
            name += QStringLiteral(":%1").arg(static_cast<double>(place.quantile), 0, 'g', 3).toStdString();
        all.push_back({name, decimalsOf(monitor::canonicalMetricInfo(place.metric).unit)});
    }
    return all;
}

std::uint16_t HistoryFeed::fieldOf(CanonicalMetric metric)
{
    return table().first[static_cast<std::size_t>(metric)];
}

const std::string &HistoryFeed::textOf(const monitor::Subject &subject)
{
    if (m_texts.size() > kMostTexts)
        m_texts.clear(); // labels that change all the time
    const auto [place, fresh] = m_texts.try_emplace(subject);
    if (fresh)
        place->second = monitor::subjectToText(subject);
    return place->second;
}

void HistoryFeed::take(const monitor::Snapshot &snapshot)
{
    if (snapshot.state == monitor::SourceState::Late)
        return;
    db::HistoryPoll poll{snapshot.sourceId, snapshot.timeMs, {}, {}};
    if (snapshot.state == monitor::SourceState::Ok) {
        for (const monitor::Subject &subject : snapshot.subjects)
            poll.subjects.push_back(textOf(subject));
        poll.samples.reserve(snapshot.samples.size());
        for (const monitor::Sample &sample : snapshot.samples)
            if (const auto field = fieldFor(sample.metric, sample.quantile))
                poll.samples.push_back({sample.subject, *field, sample.value});
    }
    m_store.record(poll);
}

void HistoryFeed::read(const present::PastQuestion &question, std::function<void(present::PastAnswer)> done)
{
    db::HistoryQuestion asked;
    for (const CanonicalMetric metric : present::LiveHistory::kept())
        if (const auto field = fieldFor(metric, present::LiveHistory::quantileOf(metric)))
            asked.fields.push_back(*field);
    asked.fromMs = std::max<std::int64_t>(0, std::llround(question.from * 1000.0));
    asked.toMs = std::llround(question.to * 1000.0);
    asked.columns = question.columns;
    m_waiting.insert(m_store.readHistory(asked), {question, std::move(done)});
}

} // namespace headroom::app
