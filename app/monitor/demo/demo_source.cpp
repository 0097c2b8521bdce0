// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_source.h"

#include "../sources/page_reader.h"
#include "../sources/page_source.h"
#include "demo_exporter.h"

#include <QTimer>

namespace headroom::monitor {

void mergeSnapshot(Snapshot &whole, const Snapshot &part)
{
    if (part.state == SourceState::Failed) {
        if (whole.state != SourceState::Failed)
            whole = failedSnapshot(part.reason, part.detail);
        return;
    }
    if (whole.state == SourceState::Failed)
        return;
    const auto offset = static_cast<std::uint32_t>(whole.subjects.size());
    whole.subjects.insert(whole.subjects.end(), part.subjects.begin(), part.subjects.end());
    for (Sample sample : part.samples) {
        sample.subject += offset;
        whole.samples.push_back(sample);
    }
    for (Workload workload : part.workloads) {
        workload.subject += offset;
        whole.workloads.push_back(std::move(workload));
    }
    whole.isDemo = whole.isDemo || part.isDemo;
    if (whole.dialects.find(part.dialects) == std::string::npos)
        (whole.dialects += whole.dialects.empty() ? "" : ",") += part.dialects;
}

DemoSource::DemoSource(SourceNetwork network, const SourceConfig &config, QObject *parent)
    : Source(parent)
    , m_network(std::move(network))
    , m_config(config)
{
}

DemoSource::~DemoSource() = default;

bool DemoSource::open()
{
    if (m_exporter)
        return true;
    DemoClusterConfig cluster;
    cluster.nodes = m_config.demoNodes;
    cluster.gpusPerNode = m_config.demoGpusPerNode;
    auto exporter = std::make_unique<DemoExporter>(cluster);
    if (const auto listening = exporter->listen(0); !listening) {
        QTimer::singleShot(0, this, [this, detail = listening.error().detail] { emit finished(failedSnapshot(FailureReason::Down, detail)); });
        return false;
    }
    m_exporter = std::move(exporter);
    const std::vector<std::string> targets = m_exporter->targets();
    const std::size_t pagesPerNode = targets.size() / m_exporter->cluster().nodes().size();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        SourceConfig page;
        page.address = targets[i];
        auto source = std::make_unique<PageSource>(m_network, page, m_exporter->cluster().nodes()[i / pagesPerNode].name);
        connect(source.get(), &Source::finished, this, &DemoSource::collect);
        m_pages.push_back(std::move(source));
    }
    return true;
}

void DemoSource::fetch()
{
    if (!open())
        return;
    m_merged = {};
    m_missing = m_pages.size();
    for (const auto &page : m_pages)
        page->fetch();
}

void DemoSource::cancel()
{
    m_missing = 0;
    for (const auto &page : m_pages)
        page->cancel();
}

void DemoSource::collect(const Snapshot &part)
{
    mergeSnapshot(m_merged, part);
    if (--m_missing > 0)
        return;
    m_merged.isDemo = true;
    emit finished(m_merged);
}

} // namespace headroom::monitor
