// SPDX-License-Identifier: GPL-3.0-or-later
#include "poller.h"

#include "../sources/page_reader.h"
#include "back_off.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace headroom::monitor {

struct Poller::Entry {
    SourceConfig config;
    std::unique_ptr<Source> source;
    std::uint64_t round = 0; // changes with everything that makes a timer of before moot
    std::chrono::milliseconds started{0};
    int failures = 0;
    bool asking = false;
};

Poller::Poller(QObject *parent)
    : Poller(std::make_shared<SystemPollClock>(), sourceFactory(), parent)
{
}

Poller::Poller(std::shared_ptr<PollClock> clock, SourceFactory factory, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_factory(std::move(factory))
{
}

Poller::~Poller()
{
    for (auto &[id, entry] : m_entries)
        entry->source->cancel();
}

void Poller::setSources(const std::vector<SourceConfig> &sources)
{
    const auto stays = [&sources](const SourceConfig &config) { return std::ranges::find(sources, config) != sources.end(); };
    for (auto place = m_entries.begin(); place != m_entries.end();) {
        if (stays(place->second->config)) {
            ++place;
            continue;
        }
        // This may be called from a slot of the very source that goes.
        Source *const source = place->second->source.release();
        source->disconnect(this);
        source->cancel();
        source->deleteLater();
        place = m_entries.erase(place);
    }
    for (const SourceConfig &config : sources) {
        auto &entry = m_entries[config.id];
        if (entry)
            continue;
        entry = std::make_unique<Entry>();
        entry->config = config;
        entry->source = m_factory(config);
        connect(entry->source.get(), &Source::finished, this, [this, raw = entry.get()](const Snapshot &snapshot) { finish(*raw, snapshot); });
        start(*entry);
    }
}

void Poller::pollNow(const std::string &sourceId)
{
    const auto found = m_entries.find(sourceId);
    if (found != m_entries.end() && !found->second->asking)
        start(*found->second);
}

Poller::Entry *Poller::find(const std::string &sourceId, std::uint64_t round)
{
    const auto found = m_entries.find(sourceId);
    return found != m_entries.end() && found->second->round == round ? found->second.get() : nullptr;
}

void Poller::start(Entry &entry)
{
    ++entry.round;
    entry.asking = true;
    entry.started = m_clock->now();
    const auto guarded = [this, id = entry.config.id, round = entry.round](void (Poller::*call)(Entry &)) {
        return [this, id, round, call] {
            if (Entry *still = find(id, round); still && still->asking)
                (this->*call)(*still);
        };
    };
    if (entry.config.interval < entry.config.timeout)
        m_clock->after(entry.config.interval, this, guarded(&Poller::becomeLate));
    m_clock->after(entry.config.timeout, this, guarded(&Poller::timeOut));
    entry.source->fetch();
}

void Poller::schedule(Entry &entry, std::chrono::milliseconds delay)
{
    m_clock->after(delay, this, [this, id = entry.config.id, round = entry.round] {
        if (Entry *still = find(id, round); still && !still->asking)
            start(*still);
    });
}

void Poller::becomeLate(Entry &entry)
{
    Snapshot snapshot;
    snapshot.sourceId = entry.config.id;
    snapshot.timeMs = m_clock->unixMs();
    snapshot.state = SourceState::Late;
    snapshot.reason = FailureReason::Timeout;
    snapshot.detail = fmt::format("no answer within {} ms yet; waiting up to {} ms", entry.config.interval.count(), entry.config.timeout.count());
    emit snapshotReady(snapshot);
}

void Poller::timeOut(Entry &entry)
{
    entry.source->cancel();
    finish(entry, failedSnapshot(FailureReason::Timeout, fmt::format("no complete answer within {} ms; a server that answers in that time, or a longer timeout, would be accepted", entry.config.timeout.count())));
}

void Poller::finish(Entry &entry, Snapshot snapshot)
{
    if (!std::exchange(entry.asking, false))
        return;
    const auto now = m_clock->now();
    snapshot.sourceId = entry.config.id;
    if (entry.config.kind != SourceKind::Recording || snapshot.timeMs == 0)
        snapshot.timeMs = m_clock->unixMs();
    snapshot.pollSeconds = std::chrono::duration<double>(now - entry.started).count();
    // A recording replays failures too; they are no failures of its own.
    const bool failed = snapshot.state == SourceState::Failed && entry.config.kind != SourceKind::Recording;
    entry.failures = failed ? entry.failures + 1 : 0;
    if (failed)
        schedule(entry, retryDelay(entry.config.interval, entry.failures, m_clock->random()));
    else if (const auto next = entry.source->nextIn(); next && snapshot.reason != FailureReason::Ended)
        schedule(entry, *next);
    else if (snapshot.reason != FailureReason::Ended)
        // The cadence is that of the starts, whatever an answer takes.
        schedule(entry, std::max(std::chrono::milliseconds(0), entry.started + entry.config.interval - now));
    emit snapshotReady(snapshot);
}

} // namespace headroom::monitor
