// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <db/store/store.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace headroom::test {

// A data folder of the test's own, and a clock that moves on by a second whenever it is read.
class StoreFolder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path file() const { return db::databaseFile(path()); }
    QString fileName() const { return QString::fromStdString(file().string()); }
    QStringList entries(const QString &pattern = QStringLiteral("*")) const { return QDir(m_folder.path()).entryList({pattern}, QDir::Files | QDir::Hidden); }

    db::StoreOptions options()
    {
        return {path(), std::chrono::milliseconds(2000), [this] { return db::Timestamp(std::chrono::seconds(1'800'000'000 + ++m_seconds)); }};
    }
    core::Result<std::unique_ptr<db::Store>> open() { return db::Store::open(options()); }

    QByteArray bytes() const
    {
        QFile file(fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &content) const
    {
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

private:
    QTemporaryDir m_folder;
    int m_seconds = 0;
};

inline core::Scenario titled(const std::string &title, double users = 10000)
{
    core::Scenario scenario;
    scenario.title = title;
    scenario.demand.users = users;
    return scenario;
}

} // namespace headroom::test

// The value of a Result that must be there; a failed one ends the test with its sentence.
#define HEADROOM_NEED(name, ...) \
    auto name##Result = (__VA_ARGS__); \
    QVERIFY2(name##Result.has_value(), name##Result ? "" : name##Result.error().detail.c_str()); \
    auto &name = *name##Result
#define HEADROOM_DONE(...) \
    do { \
        const auto done_ = (__VA_ARGS__); \
        QVERIFY2(done_.has_value(), done_ ? "" : done_.error().detail.c_str()); \
    } while (false)
