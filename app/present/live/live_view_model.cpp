// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_view_model.h>

#include "live_pods.h"
#include "live_tables.h"

#include <present/texts/live_table_texts.h>
#include <present/texts/live_texts.h>

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

namespace headroom::present {

namespace {

constexpr int kCoalesceMs = 100;
constexpr int kLongestMs = 1000;
constexpr int kQuietShare = 50;          // times as long as a picture took, until the next one
constexpr double kShortestWindow = 60.0; // seconds
constexpr double kRecalled = 3600.0;
constexpr int kColumns = 1000;
constexpr double kMostMarks = 60;        // in a chart
constexpr double kMostPoints = 4e6;      // of an answer, so that a fleet of thousands does not fill the memory

} // namespace

LiveViewModel::LiveViewModel(AddressReader reader, Clock clock, QObject *parent)
    : QObject(parent), m_reader(std::move(reader)), m_clock(clock ? std::move(clock) : Clock([] { return QDateTime::currentMSecsSinceEpoch(); })), m_sources(m_clock)
{
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(kCoalesceMs);
    connect(&m_coalesce, &QTimer::timeout, this, &LiveViewModel::flush);
    m_knownFrom = static_cast<double>(m_clock()) / 1000.0;
}

void LiveViewModel::setSources(std::vector<monitor::SourceConfig> sources)
{
    m_configs = std::move(sources);
    publish(false);
}

void LiveViewModel::publish(bool edited)
{
    std::erase_if(m_histories, [this](const auto &entry) {
        return std::none_of(m_configs.begin(), m_configs.end(), [&entry](const monitor::SourceConfig &config) { return config.id == entry.first; });
    });
    std::erase_if(m_latest, [this](const auto &entry) { return !m_histories.contains(entry.first); });
    m_sources.setSources(m_configs);
    refreshGpus();
    if (edited)
        emit sourcesEdited(m_configs);
    emit changed();
}

bool LiveViewModel::watchesDemo() const
{
    return std::any_of(m_configs.begin(), m_configs.end(), [](const monitor::SourceConfig &config) { return config.kind == monitor::SourceKind::Demo; });
}

void LiveViewModel::startDemo()
{
    addSource(QStringLiteral("demo:"));
}

void LiveViewModel::stopDemo()
{
    const auto demo = std::find_if(m_configs.begin(), m_configs.end(), [](const monitor::SourceConfig &config) { return config.kind == monitor::SourceKind::Demo; });
    if (demo != m_configs.end())
        removeSource(QString::fromStdString(demo->id));
}

bool LiveViewModel::isDemo() const
{
    return std::any_of(m_sources.entries().begin(), m_sources.entries().end(), [](const SourceListModel::Entry &entry) { return entry.demo; });
}

void LiveViewModel::take(const monitor::Snapshot &snapshot)
{
    if (m_sources.rowOf(QString::fromStdString(snapshot.sourceId)) < 0)
        return; // removed while its answer was on the way
    m_histories.try_emplace(snapshot.sourceId).first->second.push(snapshot);
    m_sources.take(snapshot);
    if (snapshot.state == monitor::SourceState::Ok)
        m_latest[snapshot.sourceId] = snapshot;
    else if (snapshot.state == monitor::SourceState::Failed)
        m_latest.erase(snapshot.sourceId);
    if (!m_coalesce.isActive())
        m_coalesce.start();
}

// Of a large fleet a picture costs more: it is made less often then, so that never more than a fiftieth of the time goes into it.
void LiveViewModel::flush()
{
    m_coalesce.stop();
    QElapsedTimer took;
    took.start();
    refreshGpus();
    emit changed();
    m_coalesce.setInterval(std::clamp(static_cast<int>(took.elapsed()) * kQuietShare, kCoalesceMs, kLongestMs));
}

LiveViewModel::Stretch LiveViewModel::stretchOf(const LiveSelection &selection) const
{
    const double to = selection.end > 0 ? selection.end : static_cast<double>(m_clock()) / 1000.0;
    return {to - selection.windowSeconds, to};
}

bool LiveViewModel::memoryCovers(double from) const
{
    if (!m_past)
        return true;
    if (from < m_knownFrom - 1.0)
        return false;
    return std::none_of(m_histories.begin(), m_histories.end(), [from](const auto &one) { return one.second.trimmed() && one.second.times().front() > from; });
}

const std::map<std::string, LiveHistory> &LiveViewModel::shownHistories(const LiveSelection &selection) const
{
    const Stretch stretch = stretchOf(selection);
    if (memoryCovers(stretch.from) || !m_answer)
        return m_histories;
    return m_answer->histories;
}

void LiveViewModel::setFacts(LiveFacts facts)
{
    m_facts = std::move(facts);
    emit changed();
}

void LiveViewModel::setAlerts(std::vector<LiveAlert> alerts)
{
    m_alerts = std::move(alerts);
    if (!m_coalesce.isActive())
        m_coalesce.start();
}

void LiveViewModel::recall()
{
    if (!m_past)
        return;
    const double now = static_cast<double>(m_clock()) / 1000.0;
    m_past({now - kRecalled, now, 10000}, [this](const PastAnswer &answer) {
        for (const auto &[source, older] : answer.histories)
            if (m_sources.rowOf(QString::fromStdString(source)) >= 0)
                m_histories.try_emplace(source).first->second.prepend(older);
        m_knownFrom = std::min(m_knownFrom, answer.question.from);
        flush();
    });
}

void LiveViewModel::look(const LiveSelection &selection)
{
    const Stretch stretch = stretchOf(selection);
    if (memoryCovers(stretch.from) || m_asking)
        return;
    const double column = (stretch.to - stretch.from) / kColumns;
    // Following live, a picture of days need not be read anew every second.
    const double slack = selection.end > 0 ? column : std::max(5.0, 2.0 * column);
    if (m_answer && std::abs(m_answer->question.to - stretch.to) <= slack && std::abs((m_answer->question.to - m_answer->question.from) - selection.windowSeconds) <= column)
        return;
    const double series = static_cast<double>(std::max<std::size_t>(1, m_gpus.rows().size() * 10));
    ask({stretch.from, stretch.to, static_cast<int>(std::clamp(kMostPoints / series, 200.0, static_cast<double>(kColumns)))});
}

void LiveViewModel::ask(const PastQuestion &question)
{
    m_asking = true;
    m_past(question, [this](PastAnswer answer) {
        m_asking = false;
        std::erase_if(answer.histories, [this](const auto &one) { return m_sources.rowOf(QString::fromStdString(one.first)) < 0; });
        m_answer = std::move(answer);
        flush();
    });
}

// What happens at about the same time is one mark: a thousand GPUs that grow hot together are one event of the picture.
std::vector<LiveEvent> LiveViewModel::eventsIn(double from, double to) const
{
    std::vector<const LiveAlert *> fired;
    for (const LiveAlert &one : m_alerts)
        if (const double at = static_cast<double>(one.alert.firedMs) / 1000.0; one.alert.firedMs != 0 && at >= from && at <= to)
            fired.push_back(&one);
    std::ranges::sort(fired, {}, [](const LiveAlert *one) { return one->alert.firedMs; });
    std::vector<LiveEvent> events;
    const double together = (to - from) / kMostMarks;
    for (std::size_t i = 0; i < fired.size();) {
        const monitor::Alert &first = fired[i]->alert;
        const double at = static_cast<double>(first.firedMs) / 1000.0;
        std::size_t end = i;
        bool critical = false;
        for (; end < fired.size() && static_cast<double>(fired[end]->alert.firedMs) / 1000.0 - at < together; ++end)
            critical = critical || fired[end]->alert.severity == monitor::AlertSeverity::Critical;
        const auto rule = std::ranges::find(m_facts.rules, first.ruleId, &monitor::AlertRule::id);
        const QString about = first.subject == monitor::Subject{} ? QString::fromStdString(first.sourceId) : subjectName(first.subject);
        QString text = QStringLiteral("%1, %2").arg(LiveTableTexts::ruleTitle(first.ruleId, rule == m_facts.rules.end() ? std::string() : rule->summary), about);
        if (end - i > 1)
            text = LiveTableTexts::andMore(text, static_cast<int>(end - i - 1));
        events.push_back({at, text, critical ? TextTone::Error : TextTone::Warning});
        i = end;
    }
    return events;
}

LiveView LiveViewModel::view(const LiveSelection &selection) const
{
    const double now = static_cast<double>(m_clock()) / 1000.0;
    const LiveInput input{m_histories, m_sources, m_gpus.rows(), now};
    const std::map<std::string, LiveHistory> &shown = shownHistories(selection);
    LiveView view;
    view.anySource = !m_configs.empty();
    view.demo = isDemo();
    view.heard = std::any_of(m_sources.entries().begin(), m_sources.entries().end(), [](const SourceListModel::Entry &entry) { return entry.lastOkMs > 0; });
    view.status = LiveTexts::status(static_cast<int>(m_configs.size()), static_cast<int>(m_gpus.rows().size()));
    const Stretch stretch = stretchOf(selection);
    view.to = stretch.to;
    view.from = stretch.from;
    view.reading = m_asking;
    if (selection.end <= 0) {
        // What has only been watched for a minute fills the width, too.
        double first = now - kShortestWindow;
        for (const auto &[id, history] : shown)
            if (!history.times().empty())
                first = std::min(first, history.times().front());
        view.from = std::max(view.from, first);
    }
    view.alertsFiring = static_cast<int>(std::ranges::count_if(m_alerts, [](const LiveAlert &one) { return one.alert.state == monitor::AlertState::Firing && !one.alert.acknowledged; }));
    view.events = eventsIn(view.from, view.to);
    view.tiles = liveTiles(input);
    view.nodes = liveNodes(input);
    view.fleet = liveFleet(input, selection.fleet);
    view.fleetUnits = QStringLiteral("%1, %2").arg(LiveTexts::quantityTitle(selection.fleet), LiveTexts::chartUnits(selection.fleet));
    view.fleetSummary = LiveTexts::fleetSummary(static_cast<int>(view.fleet.size()), static_cast<int>(m_gpus.rows().size()), LiveTexts::quantityTitle(selection.fleet));
    view.fleetEmptyText = view.heard ? LiveTexts::fleetEmpty() : LiveTexts::waitingForFirst();
    const LiveInput past{shown, m_sources, m_gpus.rows(), now};
    const LiveTableInput tables{m_latest, m_histories, shown, m_gpus.rows(), m_facts, m_alerts, view.from, view.to, now};
    switch (selection.section) {
    case LiveSection::Overview:
        for (const LiveQuantity quantity : kLiveQuantities)
            view.charts.push_back(liveChart(past, quantity, selection, view.from, view.to));
        break;
    case LiveSection::Serving:
        for (const LiveQuantity quantity : kServingQuantities)
            view.charts.push_back(liveChart(past, quantity, selection, view.from, view.to));
        view.tables.push_back(servingTable(tables));
        break;
    case LiveSection::Energy:
        view.charts.push_back(liveChart(past, LiveQuantity::Power, selection, view.from, view.to));
        view.tables.push_back(energyTable(tables));
        view.tables.push_back(idleTable(tables));
        break;
    case LiveSection::Health: view.tables.push_back(healthTable(tables)); break;
    case LiveSection::Alerts:
        view.tables.push_back(alertTable(tables));
        view.tables.push_back(ruleTable(tables));
        for (const monitor::AlertRule &rule : m_facts.rules)
            view.rules.push_back(draftOf(rule, m_facts.shipped));
        break;
    }
    return view;
}

void LiveViewModel::refreshGpus()
{
    m_gpus.setRows(liveGpuRows(m_histories, m_sources, PodJoin(m_latest)));
}

void LiveViewModel::retranslate()
{
    m_sources.refresh();
    refreshGpus();
    m_gpus.refreshWords();
    emit changed();
}

void LiveViewModel::tick()
{
    m_sources.refresh();
}

} // namespace headroom::present
