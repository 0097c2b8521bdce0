// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_source.h"

#include <QDateTime>

namespace headroom::monitor {
namespace {

// Prometheus's own order of preference; plain text is what most exporters have.
const QByteArray kAccept = QByteArrayLiteral("application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.9,text/plain;q=0.5,*/*;q=0.1");

} // namespace

std::string nodeNameOf(const QUrl &url)
{
    std::string name = url.host().toStdString();
    if (url.port() != -1)
        name += ":" + std::to_string(url.port());
    if (url.path() != QLatin1String("/metrics") && url.path() != QLatin1String("/"))
        name += url.path().toStdString();
    return name;
}

PageSource::PageSource(SourceNetwork network, const SourceConfig &config, std::string node, QObject *parent)
    : Source(parent)
    , m_config(config)
    , m_mapper(node.empty() ? nodeNameOf(QUrl(QString::fromStdString(config.address))) : std::move(node))
    , m_get(std::move(network), config)
{
    m_clock.start();
    connect(&m_get, &HttpGet::done, this, &PageSource::finish);
}

PageSource::~PageSource() = default;

void PageSource::fetch()
{
    m_reader.reset();
    m_get.start(QUrl(QString::fromStdString(m_config.address)), kAccept, [this](const QByteArray &piece) { return read(piece); });
}

void PageSource::cancel()
{
    m_get.abort();
    m_reader.reset();
}

bool PageSource::read(const QByteArray &piece)
{
    if (!m_reader) {
        const auto format = m_get.contentType().startsWith("application/openmetrics-text") ? ExpositionFormat::OpenMetrics : ExpositionFormat::Prometheus;
        m_reader = std::make_unique<PageReader>(m_mapper, format, static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0, static_cast<double>(m_clock.nsecsElapsed()) / 1e9);
    }
    return m_reader->feed({piece.constData(), static_cast<std::size_t>(piece.size())});
}

void PageSource::finish(const HttpOutcome &outcome)
{
    Snapshot snapshot;
    if (outcome.reason != FailureReason::None) {
        snapshot = failedSnapshot(outcome.reason, outcome.detail);
        snapshot.httpStatus = outcome.status;
    } else {
        if (!m_reader)
            read({});
        snapshot = m_reader->finish();
    }
    m_reader.reset();
    emit finished(snapshot);
}

} // namespace headroom::monitor
