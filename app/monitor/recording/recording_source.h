// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/sources/source.h>
#include <monitor/values/source_config.h>

#include <QFile>

namespace headroom::monitor {

// Replays what `watch --record` wrote, a line a poll; then it fails with Ended.
class RecordingSource final : public Source {
Q_OBJECT

public:
    explicit RecordingSource(const SourceConfig &config, QObject *parent = nullptr);
    ~RecordingSource() override;

    void fetch() override;
    void cancel() override;

private:
    Snapshot next();

    QFile m_file;
    int m_line = 0;
    bool m_pending = false;
};

} // namespace headroom::monitor
