// SPDX-License-Identifier: GPL-3.0-or-later
#include <db/store/autosave.h>

#include <algorithm>
#include <utility>

namespace headroom::db {

Autosave::Autosave(QObject *parent, std::chrono::milliseconds delay, std::chrono::milliseconds patience)
    : QObject(parent), m_timer(this), m_delay(delay), m_patience(std::max(delay, patience))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::flush);
}

void Autosave::edit(ScenarioId id, const core::Scenario &scenario)
{
    if (m_pending && m_id != id)
        flush();
    if (!m_pending)
        m_sinceFirst.start();
    m_id = id;
    m_pending = scenario;
    const std::chrono::milliseconds left = m_patience - std::chrono::milliseconds(m_sinceFirst.elapsed());
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), m_delay));
}

void Autosave::flush()
{
    m_timer.stop();
    if (const auto scenario = std::exchange(m_pending, std::nullopt))
        emit due(m_id, *scenario);
}

void Autosave::cancel()
{
    m_timer.stop();
    m_pending.reset();
}

} // namespace headroom::db
