// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/sources/source.h>
#include <monitor/values/source_config.h>

#include <QFile>

namespace headroom::monitor {

// Replays what `watch --record` wrote, a line a poll; then it fails with Ended. With a replay speed, polls are as far apart as
// the lines were, divided by it.
class RecordingSource final : public Source {
Q_OBJECT

public:
    explicit RecordingSource(const SourceConfig &config, QObject *parent = nullptr);
    ~RecordingSource() override;

    void fetch() override;
    void cancel() override;
    std::optional<std::chrono::milliseconds> nextIn() const override;

private:
    Snapshot next();
    Snapshot readOne();

    QFile m_file;
    double m_speed;
    std::optional<Snapshot> m_ahead; // with a speed, the line after the one handed over
    std::optional<std::chrono::milliseconds> m_nextIn;
    int m_line = 0;
    bool m_pending = false;
};

} // namespace headroom::monitor
