// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include <db/store/source_store.h>

#include <fmt/format.h>

namespace headroom::db {
namespace {

constexpr std::size_t kMostTextBytes = 4096;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

// "http://user:secret@host": the part before the path holds an @.
bool holdsSecret(const std::string &address)
{
    const std::size_t scheme = address.find("://");
    if (scheme == std::string::npos)
        return false;
    const std::size_t start = scheme + 3;
    return address.substr(start, address.find_first_of("/?#", start) - start).find('@') != std::string::npos;
}

core::Result<void> check(const StoredSource &source)
{
    const auto bad = [](const char *field, std::string detail) { return std::unexpected(core::Error{core::ErrorCode::BadValue, std::move(detail), {}, field, 0}); };
    if (source.name.empty() || source.name.size() > kMostTextBytes)
        return bad("name", "a source needs a name of at most 200 characters");
    if (source.address.empty() || source.address.size() > kMostTextBytes)
        return bad("address", "a source needs an address: a URL, prometheus+URL, demo:, nvml: or a recording's path would be accepted");
    if (holdsSecret(source.address))
        return bad("address", "user and password are not stored in an address: give the name of an environment variable that holds them");
    if (holdsSecret(source.proxy))
        return bad("proxy", "user and password are not stored in the address of a proxy");
    for (const std::string *text : {&source.bearerEnv, &source.basicEnv, &source.caFile, &source.certFile, &source.keyFile, &source.bearerSecret, &source.basicSecret, &source.proxy, &source.tenant})
        if (text->size() > kMostTextBytes)
            return bad("access", "texts of at most 4,096 bytes would be accepted");
    if (!(source.replaySpeed >= 0 && source.replaySpeed <= 1000))
        return bad("replay_speed", fmt::format("the replay is {:.6g} times as fast: 0 to 1000 would be accepted", source.replaySpeed));
    if (!(source.intervalS >= 0.2 && source.intervalS <= 3600))
        return bad("interval_s", fmt::format("the interval is {:.6g} s: 0.2 to 3600 would be accepted", source.intervalS));
    return {};
}

QVariantList columns(const StoredSource &s)
{
    return {qt(s.name), qt(s.address), s.intervalS, s.enabled ? 1 : 0, qt(s.bearerEnv), qt(s.basicEnv), qt(s.caFile), qt(s.certFile), qt(s.keyFile),
            qt(s.bearerSecret), qt(s.basicSecret), qt(s.proxy), qt(s.tenant), s.replaySpeed};
}

core::Error unknown(std::int64_t id)
{
    return {core::ErrorCode::NotFound, fmt::format("no source {} is stored", id), {}, "id", 0};
}

} // namespace

SourceStore::SourceStore(Database &database) : m_database(database) {}

core::Result<std::vector<StoredSource>> SourceStore::list()
{
    const auto rows = m_database.rows("SELECT id, name, address, interval_s, enabled, bearer_env, basic_env, ca_file, cert_file, key_file,"
                                      " bearer_secret, basic_secret, proxy, tenant, replay_speed FROM sources ORDER BY id");
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<StoredSource> all;
    for (const Row &row : *rows) {
        const auto text = [&](qsizetype column) { return row[column].toString().toStdString(); };
        all.push_back({row[0].toLongLong(), text(1), text(2), row[3].toDouble(), row[4].toBool(), text(5), text(6), text(7), text(8), text(9),
                       text(10), text(11), text(12), text(13), row[14].toDouble()});
    }
    return all;
}

core::Result<StoredSource> SourceStore::put(const StoredSource &source)
{
    if (auto fine = check(source); !fine)
        return std::unexpected(fine.error());
    return m_database.transaction([&]() -> core::Result<StoredSource> {
        StoredSource stored = source;
        QVariantList values = columns(source);
        if (source.id == 0) {
            const auto id = m_database.insert("INSERT INTO sources (name, address, interval_s, enabled, bearer_env, basic_env, ca_file, cert_file, key_file,"
                                              " bearer_secret, basic_secret, proxy, tenant, replay_speed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
            if (!id)
                return std::unexpected(id.error());
            stored.id = *id;
            return stored;
        }
        values.push_back(qint64(source.id));
        if (auto done = m_database.run("UPDATE sources SET name = ?, address = ?, interval_s = ?, enabled = ?, bearer_env = ?, basic_env = ?, ca_file = ?,"
                                       " cert_file = ?, key_file = ?, bearer_secret = ?, basic_secret = ?, proxy = ?, tenant = ?, replay_speed = ? WHERE id = ?", values); !done)
            return std::unexpected(done.error());
        if (const auto changed = m_database.number("SELECT changes()"); !changed || *changed == 0)
            return std::unexpected(changed ? unknown(source.id) : changed.error());
        return stored;
    });
}

core::Result<void> SourceStore::remove(std::int64_t id)
{
    return m_database.transaction([&]() -> core::Result<void> {
        if (auto done = m_database.run("DELETE FROM sources WHERE id = ?", {qint64(id)}); !done)
            return done;
        if (const auto changed = m_database.number("SELECT changes()"); !changed || *changed == 0)
            return std::unexpected(changed ? unknown(id) : changed.error());
        return {};
    });
}

} // namespace headroom::db
