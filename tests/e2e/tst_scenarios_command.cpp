// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

struct Answer {
    int exit = -1;
    QByteArray out;
    QByteArray told;   // standard error

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject error() const { return json().value(QStringLiteral("error")).toObject(); }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString kSample = QStringLiteral(HEADROOM_SOURCE_DIR "/resources/demo/sample_scenario.json");

} // namespace

class ScenariosCommandTest : public headroom::test::TestCase {
Q_OBJECT

    QTemporaryDir m_folder;

    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    Answer headroom(const QStringList &words) const
    {
        QProcess process;
        process.start(QStringLiteral(HEADROOM_BINARY), words + QStringList{QStringLiteral("--data-dir"), data()});
        Answer answer;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            answer.exit = process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.told = process.readAllStandardError();
        return answer;
    }

private slots:
    void storesListsAndReturnsAScenario()
    {
        const Answer stored = headroom({"scenarios", "import", kSample, "--json"});
        QCOMPARE(stored.exit, 0);
        QCOMPARE(stored.json().value("id").toInt(), 1);
        const Answer list = headroom({"scenarios", "list", "--json"});
        QCOMPARE(list.exit, 0);
        const QJsonArray all = list.json().value("scenarios").toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].toObject().keys(), (QStringList{"draft", "id", "revision", "title", "updated"}));
        QCOMPARE(all[0].toObject().value("draft").toBool(true), false);
        const Answer shown = headroom({"scenarios", "show", "1", "--json"});
        QCOMPARE(shown.exit, 0);
        QCOMPARE(shown.out, contentOf(kSample));
        const QString copy = m_folder.filePath(QStringLiteral("copy.json"));
        const Answer exported = headroom({"scenarios", "export", "1", "-o", copy});
        QCOMPARE(exported.exit, 0);
        QVERIFY(exported.out.isEmpty());
        QCOMPARE(contentOf(copy), contentOf(kSample));
        const Answer history = headroom({"scenarios", "history", "1", "--json"});
        QCOMPARE(history.exit, 0);
        QCOMPARE(history.json().value("revisions").toArray()[0].toObject().value("origin").toString(), QStringLiteral("imported"));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such scenario") << QStringList{"scenarios", "show", "77"} << 2 << QStringLiteral("unknown_id");
        QTest::newRow("no such revision") << QStringList{"scenarios", "show", "1", "--revision", "9"} << 2 << QStringLiteral("unknown_id");
        QTest::newRow("not a number") << QStringList{"scenarios", "history", "first"} << 2 << QStringLiteral("bad_value");
        QTest::newRow("zero") << QStringList{"scenarios", "show", "0"} << 2 << QStringLiteral("bad_value");
        QTest::newRow("no word") << QStringList{"scenarios"} << 2 << QStringLiteral("bad_value");
        QTest::newRow("no file to write") << QStringList{"scenarios", "export", "1"} << 2 << QStringLiteral("bad_value");
        QTest::newRow("no such file") << QStringList{"scenarios", "import", "/nowhere/x.json"} << 3 << QStringLiteral("not_found");
        QTest::newRow("no scenario in it") << QStringList{"scenarios", "import", QStringLiteral(HEADROOM_SOURCE_DIR "/CMakeLists.txt")} << 2 << QStringLiteral("syntax");
        QTest::newRow("unwritable") << QStringList{"scenarios", "export", "1", "-o", "/nowhere/x.json"} << 3 << QStringLiteral("unwritable");
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, code);
        const Answer answer = headroom(words + QStringList{"--json"});
        QCOMPARE(answer.exit, exit);
        QCOMPARE(answer.error().value("code").toString(), code);
        QCOMPARE(answer.told.count('\n'), 1);
    }

    void examinesTheInstallation()
    {
        const Answer doctor = headroom({"doctor", "--json"});
        QCOMPARE(doctor.exit, 0);
        const QJsonArray checks = doctor.json().value("checks").toArray();
        QVERIFY(checks.size() >= 6);
        for (const QJsonValue &check : checks) {
            QVERIFY(!check.toObject().value("name").toString().isEmpty());
            QVERIFY(!check.toObject().value("detail").toString().isEmpty());
            QVERIFY2(check.toObject().value("ok").toBool() || !check.toObject().value("required").toBool(), qPrintable(check.toObject().value("detail").toString()));
        }
    }

    void setsADamagedDatabaseAsideOnlyWhenTold()
    {
        const QByteArray garbage("this is no database\n");
        const QString path = data() + QStringLiteral("/headroom.db");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(garbage);
        file.close();
        const Answer list = headroom({"scenarios", "list", "--json"});
        QCOMPARE(list.exit, 3);
        QCOMPARE(list.error().value("code").toString(), QStringLiteral("damaged"));
        QCOMPARE(headroom({"doctor"}).exit, 1);
        QCOMPARE(contentOf(path), garbage);
        const Answer aside = headroom({"doctor", "--set-aside-damaged", "--json"});
        QCOMPARE(aside.exit, 0);
        QCOMPARE(contentOf(aside.json().value("set_aside").toString()), garbage);
        QCOMPARE(headroom({"scenarios", "list"}).exit, 0);
        QCOMPARE(headroom({"doctor", "--set-aside-damaged"}).exit, 2);
    }
};

QTEST_GUILESS_MAIN(ScenariosCommandTest)
#include "tst_scenarios_command.moc"
