// SPDX-License-Identifier: GPL-3.0-or-later
// The sources between the Live page, the poller and the store, and their secrets, which are never stored there.
#include "program.h"

#include <monitor/sources/source_address.h>
#include <present/texts/error_texts.h>
#include <present/texts/source_texts.h>

#include <algorithm>
#include <cmath>

namespace headroom::app {

using present::SourceTexts;

namespace {

db::StoredSource storedOf(const monitor::SourceConfig &source)
{
    return {0, source.name.empty() ? source.id : source.name, monitor::sourceAddress(source), static_cast<double>(source.interval.count()) / 1000.0, true, source.bearerEnv, source.basicEnv,
            source.caFile, source.certFile, source.keyFile, source.bearerSecret, source.basicSecret, source.proxy, source.tenant, source.replaySpeed};
}

std::optional<monitor::SourceConfig> configOf(const db::StoredSource &source)
{
    auto config = monitor::parseSourceAddress(source.address);
    if (!config)
        return std::nullopt;
    config->name = source.name == config->id ? std::string() : source.name;
    config->interval = std::max(std::chrono::milliseconds(500), std::chrono::milliseconds(std::llround(source.intervalS * 1000.0)));
    config->bearerEnv = source.bearerEnv;
    config->basicEnv = source.basicEnv;
    config->bearerSecret = source.bearerSecret;
    config->basicSecret = source.basicSecret;
    config->caFile = source.caFile;
    config->certFile = source.certFile;
    config->keyFile = source.keyFile;
    config->proxy = source.proxy;
    config->tenant = source.tenant;
    config->replaySpeed = source.replaySpeed;
    return *std::move(config);
}

std::vector<std::string> secretsOf(const std::vector<monitor::SourceConfig> &sources)
{
    std::vector<std::string> names;
    for (const monitor::SourceConfig &source : sources)
        for (const std::string &name : {source.bearerSecret, source.basicSecret})
            if (!name.empty())
                names.push_back(name);
    return names;
}

} // namespace

void Program::connectLive()
{
    connect(&m_poller, &monitor::PollerThread::snapshotReady, &m_live, &present::LiveViewModel::take);
    connect(&m_live, &present::LiveViewModel::sourcesEdited, this, [this](const std::vector<monitor::SourceConfig> &sources) {
        m_secrets.want(secretsOf(sources));
        m_poller.setSources(sources);
        if (m_storeOpen)
            storeSources(sources);
    });
    connect(&m_store, &db::StoreThread::sourcesListed, this, [this](db::RequestId, const std::vector<db::StoredSource> &stored) {
        m_storedSources.clear();
        std::vector<monitor::SourceConfig> sources;
        for (const db::StoredSource &source : stored) {
            auto config = configOf(source);
            if (!config)
                continue; // written by another version; it stays stored
            m_storedSources[config->id] = source;
            sources.push_back(*std::move(config));
        }
        if (m_live.configs().empty() && !sources.empty()) {
            m_secrets.want(secretsOf(sources));
            m_live.setSources(sources);
            m_live.recall();
            m_poller.setSources(sources);
        }
    });
    connectSecrets();
}

void Program::storeSources(const std::vector<monitor::SourceConfig> &sources)
{
    for (const monitor::SourceConfig &source : sources) {
        db::StoredSource stored = storedOf(source);
        const auto known = m_storedSources.find(source.id);
        if (known != m_storedSources.end())
            stored.id = known->second.id;
        if (known == m_storedSources.end() || stored != known->second)
            m_store.putSource(stored);
    }
    for (const auto &[id, stored] : m_storedSources)
        if (std::ranges::none_of(sources, [&](const monitor::SourceConfig &s) { return s.id == id; }))
            m_store.removeSource(stored.id);
}

void Program::connectSecrets()
{
    connect(&m_secrets, &monitor::SecretKeeper::stateChanged, &m_live, &present::LiveViewModel::setSecrets);
    connect(&m_live, &present::LiveViewModel::secretEntered, &m_secrets, &monitor::SecretKeeper::keep);
    connect(&m_live, &present::LiveViewModel::secretForgotten, this, [this](const QString &name) { m_secrets.forget(name.toStdString()); });
    connect(m_livePage, &ui::LivePage::unlockWanted, this, [this](const QString &passphrase) { m_secrets.unlock(passphrase.toStdString()); });
    connect(&m_secrets, &monitor::SecretKeeper::arrived, this, [this](const QString &name) {
        for (const monitor::SourceConfig &source : m_live.configs())
            if (source.bearerSecret == name.toStdString() || source.basicSecret == name.toStdString())
                m_poller.pollNow(source.id);
    });
    connect(&m_secrets, &monitor::SecretKeeper::kept, this, [this](const QString &, monitor::SecretPlace place) { m_window->notify(SourceTexts::kept(place)); });
    connect(&m_secrets, &monitor::SecretKeeper::notKept, this, [this](const QString &, const core::Error &error) {
        const QString why = error.field == "keyring" ? SourceTexts::keyringFault(QString::fromStdString(m_secrets.state().keyringFault))
                          : error.field == "passphrase" ? SourceTexts::wrongPassphrase() : present::ErrorTexts::sentence(error);
        m_window->fail(QStringLiteral("%1 %2").arg(why, SourceTexts::keptInMemory()));
    });
    connect(&m_secrets, &monitor::SecretKeeper::notUnlocked, this, [this](const core::Error &error) {
        m_window->fail(error.field == "passphrase" ? SourceTexts::wrongPassphrase() : present::ErrorTexts::sentence(error));
    });
    m_live.setSecrets(m_secrets.state());
}

} // namespace headroom::app
