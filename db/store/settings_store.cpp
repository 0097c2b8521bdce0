// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"
#include "settings_fields.h"

#include <db/store/settings_store.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headroom::db {
namespace {

using Accepted = std::initializer_list<std::string_view>;

bool isOneOf(const std::string &value, Accepted accepted)
{
    return std::ranges::find(accepted, std::string_view(value)) != accepted.end();
}

class Reader {
public:
    explicit Reader(const std::map<QString, QString> &stored) : m_stored(stored) {}

    void oneOf(const char *name, std::string &value, Accepted accepted)
    {
        if (const QString *text = find(name); text && isOneOf(text->toStdString(), accepted))
            value = text->toStdString();
    }
    void text(const char *name, std::string &value)
    {
        if (const QString *text = find(name))
            value = text->toStdString();
    }
    void flag(const char *name, bool &value)
    {
        if (const QString *text = find(name); text && (*text == QLatin1String("1") || *text == QLatin1String("0")))
            value = *text == QLatin1String("1");
    }
    void id(const char *name, std::int64_t &value)
    {
        const QString *text = find(name);
        bool ok = false;
        const qlonglong number = text ? text->toLongLong(&ok) : 0;
        if (ok && number >= 0)
            value = number;
    }

private:
    const QString *find(const char *name) const
    {
        const auto found = m_stored.find(QString::fromLatin1(name));
        return found == m_stored.end() ? nullptr : &found->second;
    }

    const std::map<QString, QString> &m_stored;
};

// Names and texts to store; the first value that is not accepted stays as the error.
class Writer {
public:
    void oneOf(const char *name, const std::string &value, Accepted accepted)
    {
        if (!isOneOf(value, accepted))
            refuse(name, fmt::format("'{}': {} would be accepted", value, fmt::join(accepted, ", ")));
        put(name, QString::fromStdString(value));
    }
    void text(const char *name, const std::string &value)
    {
        if (value.size() > kMostSettingBytes)
            refuse(name, fmt::format("{} bytes long: at most {} would be accepted", value.size(), kMostSettingBytes));
        put(name, QString::fromStdString(value));
    }
    void flag(const char *name, bool value) { put(name, value ? QStringLiteral("1") : QStringLiteral("0")); }
    void id(const char *name, std::int64_t value)
    {
        if (value < 0)
            refuse(name, fmt::format("{}: 0 or more would be accepted", value));
        put(name, QString::number(value));
    }

    const core::Result<void> &checked() const { return m_checked; }
    const std::vector<std::pair<QString, QString>> &values() const { return m_values; }

private:
    void put(const char *name, QString value) { m_values.emplace_back(QString::fromLatin1(name), std::move(value)); }
    void refuse(const char *name, const std::string &why)
    {
        if (m_checked)
            m_checked = std::unexpected(core::Error{core::ErrorCode::BadValue, fmt::format("the setting {} is {}", name, why), {}, name, 0});
    }

    std::vector<std::pair<QString, QString>> m_values;
    core::Result<void> m_checked;
};

} // namespace

SettingsStore::SettingsStore(Database &database) : m_database(database) {}

core::Result<Settings> SettingsStore::load()
{
    const auto rows = m_database.rows("SELECT name, value FROM settings");
    if (!rows)
        return std::unexpected(rows.error());
    std::map<QString, QString> stored;
    for (const Row &row : *rows)
        stored.emplace(row[0].toString(), row[1].toString());
    Settings settings;
    Reader reader(stored);
    visitSettings(reader, settings);
    return settings;
}

core::Result<void> SettingsStore::save(const Settings &settings)
{
    Writer writer;
    visitSettings(writer, settings);
    if (!writer.checked())
        return writer.checked();
    return m_database.transaction([&]() -> core::Result<void> {
        for (const auto &[name, value] : writer.values())
            if (auto done = m_database.run("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", {name, value}); !done)
                return done;
        return {};
    });
}

} // namespace headroom::db
