// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../sources/http_get.h"

#include <monitor/sources/source.h>

#include <memory>
#include <optional>
#include <vector>

namespace headroom::monitor {

class DemoExporter;

// The built-in demo cluster: its exporter runs here, and its pages are fetched over HTTP as anyone else's.
class DemoSource final : public Source {
Q_OBJECT

public:
    DemoSource(SourceNetwork network, const SourceConfig &config, QObject *parent = nullptr);
    ~DemoSource() override;

    void fetch() override;
    void cancel() override;

private:
    bool open();
    void collect(const Snapshot &part);

    SourceNetwork m_network;
    SourceConfig m_config;
    std::unique_ptr<DemoExporter> m_exporter;
    std::vector<std::unique_ptr<Source>> m_pages;
    Snapshot m_merged;
    std::size_t m_missing = 0;
};

// Adds the subjects and samples of one snapshot to another; a failed part makes the whole failed.
void mergeSnapshot(Snapshot &whole, const Snapshot &part);

} // namespace headroom::monitor
