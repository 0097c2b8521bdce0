// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery_source.h"

#include "../demo/demo_source.h"
#include "page_reader.h"
#include "page_source.h"

#include <fmt/format.h>

#include <QFile>
#include <QUrl>

#include <set>

namespace headroom::monitor {
namespace {

constexpr qint64 kListSeconds = 60;
constexpr std::size_t kMostWarnings = 100;

} // namespace

DiscoverySource::DiscoverySource(SourceNetwork network, const SourceConfig &config, QObject *parent)
    : Source(parent), m_network(network), m_config(config), m_get(std::move(network), config)
{
    m_get.setMaxBytes(static_cast<qint64>(kMostDiscoveryBytes));
    m_deadline.setSingleShot(true);
    connect(&m_get, &HttpGet::done, this, &DiscoverySource::listFetched);
    connect(&m_deadline, &QTimer::timeout, this, &DiscoverySource::timeUp);
}

DiscoverySource::~DiscoverySource() = default;

bool DiscoverySource::isWeb() const
{
    return m_config.address.starts_with("http://") || m_config.address.starts_with("https://");
}

void DiscoverySource::fetch()
{
    m_polling = true;
    m_warnings.clear();
    // What is there is handed over before the poller's patience ends.
    m_deadline.start(m_config.timeout * 9 / 10);
    if (!isWeb())
        return QTimer::singleShot(0, this, &DiscoverySource::readFile);
    if (m_hasList && m_listAge.elapsed() < kListSeconds * 1000)
        return askPages();
    m_body.clear();
    m_get.start(QUrl(QString::fromStdString(m_config.address)), QByteArrayLiteral("application/json"), [this](const QByteArray &piece) {
        m_body += piece;
        return true;
    });
}

void DiscoverySource::cancel()
{
    m_polling = false;
    m_deadline.stop();
    m_get.abort();
    m_waiting.clear();
    for (auto &[url, page] : m_pages)
        if (std::exchange(page.asking, false))
            page.source->cancel();
    m_asking = 0;
}

void DiscoverySource::readFile()
{
    if (!m_polling)
        return;
    QFile file(QString::fromStdString(m_config.address));
    const QDateTime modified = QFileInfo(file).lastModified();
    if (m_hasList && modified.isValid() && modified == m_listModified)
        return askPages();
    if (!file.open(QIODevice::ReadOnly))
        return listFailed(FailureReason::File, fmt::format("{} cannot be read: {}; a JSON file of targets would be accepted",
                                                           m_config.address, file.errorString().toStdString()));
    const QByteArray text = file.read(static_cast<qint64>(kMostDiscoveryBytes) + 1);
    m_listModified = modified;
    take({text.constData(), static_cast<std::size_t>(text.size())});
}

void DiscoverySource::listFetched(const HttpOutcome &outcome)
{
    if (outcome.reason != FailureReason::None)
        return listFailed(outcome.reason, outcome.detail);
    m_listAge.start();
    const QByteArray body = std::exchange(m_body, {});
    take({body.constData(), static_cast<std::size_t>(body.size())});
}

void DiscoverySource::listFailed(FailureReason reason, std::string detail)
{
    if (m_hasList) {
        m_listProblem = "the list of targets is that of an earlier poll: " + detail;
        return askPages();
    }
    m_polling = false;
    m_deadline.stop();
    emit finished(failedSnapshot(reason, std::move(detail)));
}

void DiscoverySource::take(std::string_view json)
{
    const auto targets = readDiscoveryTargets(json);
    if (!targets)
        return listFailed(targets.error().code == core::ErrorCode::TooLarge ? FailureReason::TooLarge : FailureReason::BadContent,
                          "the list of targets: " + targets.error().detail);
    if (targets->empty())
        return listFailed(FailureReason::NothingKnown, "the list of targets is empty; at least one target would be accepted");
    m_hasList = true;
    m_listProblem.clear();
    std::map<std::string, Page> pages;
    for (const DiscoveredTarget &target : *targets) {
        // A target that stays keeps what it remembers of its counters.
        if (auto known = m_pages.extract(target.url)) {
            pages.insert(std::move(known));
            continue;
        }
        SourceConfig config = m_config;
        config.kind = SourceKind::Page;
        config.address = target.url;
        auto source = std::make_unique<PageSource>(m_network, config, target.node);
        connect(source.get(), &Source::finished, this, [this, url = target.url](const Snapshot &part) { answered(url, part); });
        pages.emplace(target.url, Page{std::move(source), false});
    }
    m_pages = std::move(pages);
    askPages();
}

void DiscoverySource::askPages()
{
    m_merged = {};
    m_lastFailure = {};
    m_ok = 0;
    if (!m_listProblem.empty())
        m_warnings.push_back(m_listProblem);
    m_waiting.clear();
    for (const auto &[url, page] : m_pages)
        m_waiting.push_back(url);
    askMore();
}

void DiscoverySource::askMore()
{
    while (!m_waiting.empty() && m_asking < kMostAtOnce) {
        Page &page = m_pages.at(m_waiting.back());
        m_waiting.pop_back();
        page.asking = true;
        ++m_asking;
        page.source->fetch();
    }
}

void DiscoverySource::answered(const std::string &url, const Snapshot &part)
{
    Page &page = m_pages.at(url);
    if (!m_polling || !std::exchange(page.asking, false))
        return;
    --m_asking;
    if (part.state == SourceState::Failed) {
        m_lastFailure = part;
        if (m_warnings.size() < kMostWarnings)
            m_warnings.push_back(part.detail);
    } else {
        ++m_ok;
        mergeSnapshot(m_merged, part);
        m_merged.warnings.insert(m_merged.warnings.end(), part.warnings.begin(), part.warnings.end());
    }
    askMore();
    if (m_asking == 0)
        finish();
}

void DiscoverySource::timeUp()
{
    if (!m_polling || !m_hasList)
        return; // the poller's own limit tells of it
    for (auto &[url, page] : m_pages)
        if (std::exchange(page.asking, false)) {
            page.source->cancel();
            m_waiting.push_back(url);
        }
    m_asking = 0;
    for (const std::string &url : m_waiting) {
        Snapshot failure = failedSnapshot(FailureReason::Timeout, fmt::format("{}: no complete answer in time", url));
        if (m_warnings.size() < kMostWarnings)
            m_warnings.push_back(failure.detail);
        m_lastFailure = std::move(failure);
    }
    m_waiting.clear();
    finish();
}

void DiscoverySource::finish()
{
    m_polling = false;
    m_deadline.stop();
    Snapshot snapshot = m_ok > 0 ? std::move(m_merged) : std::move(m_lastFailure);
    if (m_ok == 0)
        snapshot.detail = fmt::format("none of the {} targets answers; {}", m_pages.size(), snapshot.detail);
    snapshot.warnings.insert(snapshot.warnings.end(), m_warnings.begin(), m_warnings.end());
    if (snapshot.warnings.size() > kMostWarnings)
        snapshot.warnings.resize(kMostWarnings);
    emit finished(snapshot);
}

} // namespace headroom::monitor
