// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery_targets.h"
#include "http_get.h"

#include <monitor/sources/source.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace headroom::monitor {

// Every page that a list of targets names, as one source. The list is read again when its file has changed, or every minute
// where it is a URL; a list that has become unreadable leaves the last one in force and is a warning. Targets are asked at the
// same time, 64 at once at most; those that fail, or are not done shortly before the poll's own time is up, are warnings, and
// the poll fails only if all of them do.
class DiscoverySource final : public Source {
Q_OBJECT

public:
    DiscoverySource(SourceNetwork network, const SourceConfig &config, QObject *parent = nullptr);
    ~DiscoverySource() override;

    void fetch() override;
    void cancel() override;

    static constexpr std::size_t kMostAtOnce = 64;

private:
    struct Page {
        std::unique_ptr<Source> source;
        bool asking = false;
    };

    bool isWeb() const;
    void readFile();
    void listFetched(const HttpOutcome &outcome);
    void take(std::string_view json);
    void listFailed(FailureReason reason, std::string detail);
    void askPages();
    void askMore();
    void answered(const std::string &url, const Snapshot &part);
    void timeUp();
    void finish();

    SourceNetwork m_network;
    SourceConfig m_config;
    HttpGet m_get;
    QByteArray m_body;
    QElapsedTimer m_listAge;
    QDateTime m_listModified;
    bool m_hasList = false;
    std::string m_listProblem; // since the list that is in force was read
    std::map<std::string, Page> m_pages; // by URL
    std::vector<std::string> m_waiting;
    std::vector<std::string> m_warnings;
    std::size_t m_asking = 0;
    std::size_t m_ok = 0;
    Snapshot m_merged;
    Snapshot m_lastFailure;
    QTimer m_deadline;
    bool m_polling = false;
};

} // namespace headroom::monitor
