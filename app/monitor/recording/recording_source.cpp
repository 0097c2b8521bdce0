// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_source.h"

#include "../sources/page_reader.h"
#include "snapshot_json.h"

#include <fmt/format.h>

#include <QTimer>

#include <algorithm>
#include <cstdint>

namespace headroom::monitor {
namespace {

constexpr qint64 kMaxLineBytes = qint64(64) << 20;

} // namespace

RecordingSource::RecordingSource(const SourceConfig &config, QObject *parent)
    : Source(parent), m_file(QString::fromStdString(config.address)), m_speed(config.replaySpeed)
{
}

RecordingSource::~RecordingSource() = default;

void RecordingSource::fetch()
{
    m_pending = true;
    // Answers come after fetch() has returned, as they do from every other source.
    QTimer::singleShot(0, this, [this] {
        if (std::exchange(m_pending, false))
            emit finished(next());
    });
}

void RecordingSource::cancel()
{
    m_pending = false;
}

std::optional<std::chrono::milliseconds> RecordingSource::nextIn() const
{
    return m_nextIn;
}

Snapshot RecordingSource::next()
{
    if (!(m_speed > 0.0))
        return readOne();
    Snapshot now = m_ahead ? *std::exchange(m_ahead, std::nullopt) : readOne();
    m_nextIn.reset();
    if (now.timeMs == 0)
        return now;
    m_ahead = readOne();
    // A clock that was set while recording leaves no hole of hours.
    constexpr double kLongestMs = 3'600'000.0;
    const double apart = m_ahead->timeMs == 0 ? 0.0 : std::clamp(static_cast<double>(m_ahead->timeMs - now.timeMs), 0.0, kLongestMs);
    m_nextIn = std::chrono::milliseconds(static_cast<std::int64_t>(apart / m_speed));
    return now;
}

Snapshot RecordingSource::readOne()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
        return failedSnapshot(FailureReason::File,
                              fmt::format("{} cannot be read: {}; a recording made with `headroom watch --record` would be accepted",
                                          m_file.fileName().toStdString(), m_file.errorString().toStdString()));
    QByteArray text;
    do {
        if (m_file.atEnd())
            return failedSnapshot(FailureReason::Ended, "the recording is over");
        text = m_file.readLine(kMaxLineBytes);
        ++m_line;
        if (text.size() >= kMaxLineBytes - 1)
            return failedSnapshot(FailureReason::TooLarge,
                                  fmt::format("line {} of the recording is larger than {} MiB", m_line, kMaxLineBytes >> 20));
        text = text.trimmed();
    } while (text.isEmpty());
    auto snapshot = snapshotFromJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!snapshot)
        return failedSnapshot(FailureReason::BadContent, fmt::format("line {} of the recording: {}", m_line, snapshot.error().detail));
    return *std::move(snapshot);
}

} // namespace headroom::monitor
