// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/live_view_model.h>

#include "live_parts.h"

#include <present/texts/live_texts.h>

#include <QDateTime>

#include <algorithm>

namespace headroom::present {

namespace {

constexpr int kCoalesceMs = 100;
constexpr double kShortestWindow = 60.0; // seconds

} // namespace

LiveViewModel::LiveViewModel(AddressReader reader, Clock clock, QObject *parent)
    : QObject(parent), m_reader(std::move(reader)), m_clock(clock ? std::move(clock) : Clock([] { return QDateTime::currentMSecsSinceEpoch(); })), m_sources(m_clock)
{
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(kCoalesceMs);
    connect(&m_coalesce, &QTimer::timeout, this, &LiveViewModel::flush);
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
    m_sources.setSources(m_configs);
    refreshGpus();
    if (edited)
        emit sourcesEdited(m_configs);
    emit changed();
}

QString LiveViewModel::addSource(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return LiveTexts::emptyAddress();
    auto config = m_reader(typed.toStdString());
    if (!config)
        return LiveTexts::notASource(typed);
    for (const monitor::SourceConfig &known : m_configs)
        if (known.id == config->id || (known.kind == monitor::SourceKind::Demo && config->kind == monitor::SourceKind::Demo))
            return LiveTexts::alreadyWatched(LiveTexts::sourceName(known));
    m_configs.push_back(std::move(*config));
    publish(true);
    return {};
}

bool LiveViewModel::removeSource(const QString &id)
{
    const std::string wanted = id.toStdString();
    if (std::erase_if(m_configs, [&wanted](const monitor::SourceConfig &config) { return config.id == wanted; }) == 0)
        return false;
    publish(true);
    return true;
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
    if (!m_coalesce.isActive())
        m_coalesce.start();
}

void LiveViewModel::flush()
{
    m_coalesce.stop();
    refreshGpus();
    emit changed();
}

LiveView LiveViewModel::view(const LiveSelection &selection) const
{
    const double now = static_cast<double>(m_clock()) / 1000.0;
    const LiveInput input{m_histories, m_sources, m_gpus.rows(), now};
    LiveView view;
    view.anySource = !m_configs.empty();
    view.demo = isDemo();
    view.heard = std::any_of(m_sources.entries().begin(), m_sources.entries().end(), [](const SourceListModel::Entry &entry) { return entry.lastOkMs > 0; });
    view.status = LiveTexts::status(static_cast<int>(m_configs.size()), static_cast<int>(m_gpus.rows().size()));
    view.to = now;
    view.from = now - selection.windowSeconds;
    // What has only been watched for a minute fills the width, too.
    double first = now - kShortestWindow;
    for (const auto &[id, history] : m_histories)
        if (!history.times().empty())
            first = std::min(first, history.times().front());
    view.from = std::max(view.from, first);
    view.tiles = liveTiles(input);
    view.nodes = liveNodes(input);
    view.fleet = liveFleet(input, selection.fleet);
    view.fleetUnits = QStringLiteral("%1, %2").arg(LiveTexts::quantityTitle(selection.fleet), LiveTexts::chartUnits(selection.fleet));
    view.fleetSummary = LiveTexts::fleetSummary(static_cast<int>(view.fleet.size()), static_cast<int>(m_gpus.rows().size()), LiveTexts::quantityTitle(selection.fleet));
    view.fleetEmptyText = view.heard ? LiveTexts::fleetEmpty() : LiveTexts::waitingForFirst();
    for (const LiveQuantity quantity : kLiveQuantities)
        view.charts.push_back(liveChart(input, quantity, selection, view.from));
    return view;
}

void LiveViewModel::refreshGpus()
{
    m_gpus.setRows(liveGpuRows(m_histories, m_sources));
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
