// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/test_case.h"

#include <core/planning/scenario_json.h>

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace headroom;
using namespace headroom::db;
using headroom::test::StoreFolder;
using headroom::test::titled;
using core::ErrorCode;

namespace {

// Runs statements on the file behind the store's back.
void sql(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("behind"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("behind"));
}

// The database of schema 1 as it was first written, with one scenario of two revisions and a draft.
void writeSchema1(const QString &file)
{
    const QString content = QString::fromStdString(core::scenarioToJson(titled("from schema 1", 42))).replace(QLatin1Char('\''), QLatin1String("''"));
    sql(file, {
        QStringLiteral("CREATE TABLE scenarios (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL, removed_ms INTEGER)"),
        QStringLiteral("CREATE TABLE revisions (scenario_id INTEGER NOT NULL REFERENCES scenarios(id), number INTEGER NOT NULL CHECK (number > 0), saved_ms INTEGER NOT NULL,"
                       " title TEXT NOT NULL, origin TEXT NOT NULL, restored_from INTEGER NOT NULL DEFAULT 0, content TEXT NOT NULL, PRIMARY KEY (scenario_id, number))"),
        QStringLiteral("CREATE TABLE drafts (scenario_id INTEGER PRIMARY KEY REFERENCES scenarios(id), edited_ms INTEGER NOT NULL, content TEXT NOT NULL)"),
        QStringLiteral("PRAGMA application_id = 1212437069"),
        QStringLiteral("PRAGMA user_version = 1"),
        QStringLiteral("INSERT INTO scenarios VALUES (3, 'from schema 1', 1, 2, NULL)"),
        QStringLiteral("INSERT INTO revisions VALUES (3, 1, 1, 'from schema 1', 'created', 0, '{\"title\":\"from schema 1\"}')"),
        QStringLiteral("INSERT INTO revisions VALUES (3, 2, 2, 'from schema 1', 'saved', 0, '%1')").arg(content),
    });
}

// A store with enough in it to span many pages, closed.
void fill(StoreFolder &folder)
{
    HEADROOM_NEED(store, folder.open());
    for (int i = 0; i < 50; ++i)
        HEADROOM_DONE(store->scenarios().create(titled("s", i)));
}

// Permissions mean nothing to root, so a test that needs them acts as nobody for a while.
class ActAsNobody {
public:
    explicit ActAsNobody(const std::filesystem::path &folder) : m_wasRoot(geteuid() == 0)
    {
        if (m_wasRoot)
            m_done = chown(folder.c_str(), 65534, 65534) == 0 && seteuid(65534) == 0;
    }
    ~ActAsNobody()
    {
        if (m_wasRoot && m_done)
            m_done = seteuid(0) == 0;
    }
    bool works() const { return m_done; }

private:
    bool m_wasRoot;
    bool m_done = true;
};

} // namespace

class StoreOpenTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void makesItsFolderForItsOwnerOnly()
    {
        StoreFolder folder;
        const auto inner = folder.path() / "a" / "b";
        HEADROOM_NEED(store, Store::open({inner, {}, {}}));
        QCOMPARE(store->report().schema, latestSchema());
        QCOMPARE(store->report().file, (inner / "headroom.db").string());
        QCOMPARE(QFile::permissions(QString::fromStdString(inner.string())) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(QFile::permissions(QString::fromStdString(store->report().file)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void leavesOneFileAfterACleanClose()
    {
        StoreFolder folder;
        fill(folder);
        QCOMPARE(folder.entries(), QStringList{QStringLiteral("headroom.db")});
    }

    void migratesAnOlderSchemaAfterABackup()
    {
        StoreFolder folder;
        writeSchema1(folder.fileName());
        {
            HEADROOM_NEED(store, folder.open());
            QCOMPARE(store->report().migratedFrom, 1);
            QCOMPARE(store->report().schema, latestSchema());
            HEADROOM_NEED(stored, store->scenarios().load(3));
            QVERIFY(stored.scenario == titled("from schema 1", 42));
            QCOMPARE(store->scenarios().history(3)->size(), std::size_t(2));
            QCOMPARE(store->scenarios().revision(3, 1)->title, std::string("from schema 1"));
            HEADROOM_DONE(store->settings().save({}));
            HEADROOM_DONE(store->scenarios().create(titled("new")));

            // The backup is a whole database of the old schema.
            const QString backup = QString::fromStdString(store->report().backupFile);
            QVERIFY(backup.startsWith(folder.fileName() + QStringLiteral(".backup-v1-")));
            StoreFolder other;
            QVERIFY(QFile::copy(backup, other.fileName()));
            HEADROOM_NEED(old, other.open());
            QCOMPARE(old->report().migratedFrom, 1);
            QVERIFY(old->scenarios().load(3)->scenario == titled("from schema 1", 42));
        }
        HEADROOM_NEED(again, folder.open());
        QCOMPARE(again->report().migratedFrom, 0);
        QVERIFY(again->report().backupFile.empty());
        QCOMPARE(folder.entries(QStringLiteral("*.backup-*")).size(), 1);
    }

    // Of schema 5: sources had no secrets, proxy, tenant or replay, and rules were only those that ship.
    void sourcesOfSchema5KeepWhatTheyHad()
    {
        StoreFolder folder;
        {
            HEADROOM_NEED(store, folder.open());
            HEADROOM_DONE(store->sources().put({0, "dcgm", "http://10.0.0.5:9400/metrics", 5, true, "TOKEN", {}, "/ca.pem", {}, {}, {}, {}, {}, {}, 0}));
        }
        QStringList back;
        for (const char *column : {"bearer_secret", "basic_secret", "proxy", "tenant", "replay_speed"})
            back << QStringLiteral("ALTER TABLE sources DROP COLUMN %1").arg(QLatin1String(column));
        sql(folder.fileName(), back + QStringList{QStringLiteral("DROP TABLE alert_rules"), QStringLiteral("DROP TABLE live_bindings"), QStringLiteral("PRAGMA user_version = 5")});
        HEADROOM_NEED(store, folder.open());
        QCOMPARE(store->report().migratedFrom, 5);
        QVERIFY(QFile::exists(QString::fromStdString(store->report().backupFile)));
        HEADROOM_NEED(sources, store->sources().list());
        QCOMPARE(sources.size(), std::size_t(1));
        QVERIFY(sources[0] == (StoredSource{1, "dcgm", "http://10.0.0.5:9400/metrics", 5, true, "TOKEN", {}, "/ca.pem", {}, {}, {}, {}, {}, {}, 0}));
        HEADROOM_DONE(store->alerts().replaceRules({{"mine", "{}"}}));
        QCOMPARE(store->alerts().rules()->size(), std::size_t(1));
    }

    void rollsAMigrationBackThatFails()
    {
        StoreFolder folder;
        writeSchema1(folder.fileName());
        sql(folder.fileName(), {QStringLiteral("CREATE TABLE sources (mine INTEGER)")}); // the step's second table cannot be made
        const auto store = folder.open();
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Database);
        const auto health = inspectStore(folder.path());
        QVERIFY(health.has_value());
        QCOMPARE(health->schema, 1);
        QCOMPARE(health->revisions, 2);
        sql(folder.fileName(), {QStringLiteral("DROP TABLE sources")});
        HEADROOM_NEED(mended, folder.open());
        QVERIFY(mended->scenarios().load(3)->scenario == titled("from schema 1", 42));
    }

    void refusesANewerSchemaAndChangesNothing()
    {
        StoreFolder folder;
        fill(folder);
        sql(folder.fileName(), {QStringLiteral("PRAGMA user_version = 999")});
        const QByteArray before = folder.bytes();
        const auto store = folder.open();
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::NewerSchema);
        QVERIFY(store.error().detail.find("999") != std::string::npos);
        QCOMPARE(folder.bytes(), before);
        QCOMPARE(folder.entries(), QStringList{QStringLiteral("headroom.db")});
        QCOMPARE(inspectStore(folder.path()).error().code, ErrorCode::NewerSchema);
    }

    void setsADamagedDatabaseAside_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("garbage") << 0;
        QTest::newRow("text") << 1;
        QTest::newRow("truncated to half") << 2;
        QTest::newRow("truncated in the header") << 3;
        QTest::newRow("another program's database") << 4;
    }
    void setsADamagedDatabaseAside()
    {
        QFETCH(int, damage);
        StoreFolder folder;
        fill(folder);
        const QByteArray whole = folder.bytes();
        switch (damage) {
        case 0: folder.write(QByteArray(8192, '\x5a')); break;
        case 1: folder.write("not a database\n"); break;
        case 2: folder.write(whole.left(whole.size() / 2)); break;
        case 3: folder.write(whole.left(60)); break;
        default:
            QVERIFY(QFile::remove(folder.fileName()));
            sql(folder.fileName(), {QStringLiteral("CREATE TABLE theirs (x)"), QStringLiteral("INSERT INTO theirs VALUES (1)")});
        }
        const QByteArray damaged = folder.bytes();
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto store = folder.open();
            QVERIFY(!store);
            QCOMPARE(errorCodeName(store.error().code), errorCodeName(ErrorCode::Damaged));
            QCOMPARE(store.error().file, folder.file().string());
            QCOMPARE(folder.bytes(), damaged); // never overwritten
        }
        QCOMPARE(inspectStore(folder.path()).error().code, ErrorCode::Damaged);
        HEADROOM_NEED(aside, setAsideDamaged(folder.path()));
        QVERIFY(aside.string().starts_with(folder.file().string() + ".damaged-"));
        QFile kept(QString::fromStdString(aside.string()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        HEADROOM_NEED(fresh, folder.open());
        QVERIFY(fresh->report().created);
        HEADROOM_DONE(fresh->scenarios().create(titled("anew")));
    }

    void tellsDamageInTheMiddle()
    {
        StoreFolder folder;
        fill(folder);
        QByteArray content = folder.bytes();
        content.replace(4096 * 3, content.size() - 4096 * 3, QByteArray(content.size() - 4096 * 3, '\xff'));
        folder.write(content);
        QCOMPARE(inspectStore(folder.path()).error().code, ErrorCode::Damaged);
        QCOMPARE(folder.bytes(), content);
    }

    void tellsContentThatIsNoScenario()
    {
        StoreFolder folder;
        fill(folder);
        sql(folder.fileName(), {QStringLiteral("UPDATE revisions SET content = '{\"titel\":1}' WHERE scenario_id = 7")});
        HEADROOM_NEED(store, folder.open());
        const auto broken = store->scenarios().load(7);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::Damaged);
        QCOMPARE(broken.error().field, std::string("titel"));
        QCOMPARE(store->scenarios().list()->size(), std::size_t(50));
        QVERIFY(store->scenarios().load(8).has_value());
        HEADROOM_DONE(store->scenarios().save(7, titled("mended")));
        QVERIFY(store->scenarios().load(7)->scenario == titled("mended"));
    }

    void doesNotSetAsideWhatIsInUse()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        const auto aside = setAsideDamaged(folder.path());
        QVERIFY(!aside);
        QCOMPARE(aside.error().code, ErrorCode::Database);
        QVERIFY(aside.error().detail.find("another Headroom") != std::string::npos);
        HEADROOM_DONE(store->scenarios().create(titled("s")));
    }

    void tellsAFolderThatCannotBeMadeOrWritten()
    {
        StoreFolder folder;
        QFile plain(QString::fromStdString((folder.path() / "plain").string()));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        const auto underFile = Store::open({folder.path() / "plain" / "data", {}, {}});
        QVERIFY(!underFile);
        QCOMPARE(underFile.error().code, ErrorCode::Unwritable);
        QVERIFY(underFile.error().detail.find("--data-dir") != std::string::npos);
        const auto onFile = Store::open({folder.path() / "plain", {}, {}});
        QCOMPARE(onFile.error().code, ErrorCode::Unwritable);
        QCOMPARE(Store::open({"/proc/headroom", {}, {}}).error().code, ErrorCode::Unwritable);
    }

    void tellsAFolderWithoutPermission()
    {
        StoreFolder folder;
        fill(folder);
        const ActAsNobody nobody(folder.path());
        if (!nobody.works())
            QSKIP("this machine does not let the test act as nobody");
        const QString path = QString::fromStdString(folder.path().string());
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
        const auto store = folder.open();
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unwritable);
    }

    void tellsAFileThatIsReadOnly()
    {
        StoreFolder folder;
        fill(folder);
        QVERIFY(QFile::setPermissions(folder.fileName(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        const ActAsNobody nobody(folder.path());
        if (!nobody.works())
            QSKIP("this machine does not let the test act as nobody");
        const auto store = folder.open();
        QVERIFY(!store);
        QCOMPARE(errorCodeName(store.error().code), errorCodeName(ErrorCode::Unwritable));
        QVERIFY(!store.error().detail.empty());
    }

    void losesNothingWhenTheDiskIsFull()
    {
        StoreFolder folder;
        HEADROOM_NEED(store, folder.open());
        HEADROOM_DONE(store->scenarios().create(titled("s", 1)));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", 2)));
        // A limit on the size of files stands for a full disk: the next page that is written fails.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit tight = before;
        tight.rlim_cur = 8192;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        core::Scenario large = titled("s", 3);
        large.proposal.note = std::string(4000, 'x');
        const auto saved = store->scenarios().save(1, large);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!saved);
        QCOMPARE(errorCodeName(saved.error().code), errorCodeName(ErrorCode::Unwritable));
        QVERIFY(store->scenarios().load(1)->scenario == titled("s", 2));
        HEADROOM_DONE(store->scenarios().save(1, large));
        QCOMPARE(store->scenarios().history(1)->size(), std::size_t(2));
    }

    void waitsForAnotherInstanceAndThenSaysSo()
    {
        StoreFolder folder;
        StoreOptions options = folder.options();
        options.busyTimeout = std::chrono::milliseconds(50);
        HEADROOM_NEED(store, Store::open(options));
        HEADROOM_DONE(store->scenarios().create(titled("s")));
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(folder.fileName());
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
            const auto busy = store->scenarios().saveDraft(1, titled("s", 2));
            QVERIFY(!busy);
            QCOMPARE(busy.error().code, ErrorCode::Database);
            QVERIFY(busy.error().detail.find("in use by another program") != std::string::npos);
            QVERIFY(store->scenarios().load(1).has_value()); // reading goes on
            const auto second = Store::open(options);
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::Database);
            QVERIFY(query.exec(QStringLiteral("COMMIT")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        HEADROOM_DONE(store->scenarios().saveDraft(1, titled("s", 2)));
    }

    void letsTwoInstancesWorkSideBySide()
    {
        StoreFolder folder;
        HEADROOM_NEED(one, folder.open());
        HEADROOM_NEED(two, folder.open());
        QVERIFY(!two->report().uncleanExit);
        HEADROOM_DONE(one->scenarios().create(titled("one")));
        HEADROOM_DONE(two->scenarios().create(titled("two")));
        HEADROOM_DONE(one->scenarios().save(2, titled("two, by one")));
        QVERIFY(two->scenarios().load(2)->scenario == titled("two, by one"));
    }

    void keepsSettingsOfOtherVersionsAndIgnoresSenselessOnes()
    {
        StoreFolder folder;
        fill(folder);
        sql(folder.fileName(), {QStringLiteral("INSERT INTO settings VALUES ('theme', 'plaid'), ('guide_done', 'perhaps'), ('scenario', '-3'), ('of_tomorrow', '1')")});
        {
            HEADROOM_NEED(store, folder.open());
            QCOMPARE(*store->settings().load(), Settings());
            HEADROOM_DONE(store->settings().save({}));
        }
        sql(folder.fileName(), {QStringLiteral("UPDATE settings SET value = '2' WHERE name = 'of_tomorrow'")});
    }

    void looksWithoutTouching()
    {
        StoreFolder folder;
        HEADROOM_NEED(nothing, inspectStore(folder.path()));
        QVERIFY(!nothing.exists);
        QVERIFY(folder.entries().isEmpty());
        fill(folder);
        const QByteArray before = folder.bytes();
        HEADROOM_NEED(health, inspectStore(folder.path()));
        QCOMPARE(health.scenarios, 50);
        QCOMPARE(health.revisions, 50);
        QCOMPARE(health.schema, latestSchema());
        QCOMPARE(folder.bytes(), before);
    }
};

QTEST_GUILESS_MAIN(StoreOpenTest)
#include "tst_store_open.moc"
