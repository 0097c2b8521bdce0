// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program off screen, with a keyring of the test's own: what a person enters on the Live page, where it ends up,
// and what the next start makes of it.
#include "command_context.h"
#include "window/program.h"
#include "../unit/monitor/scripted_server.h"
#include "support/fake_keyring.h"
#include "support/test_case.h"

#include <monitor/secrets/secret_file.h>
#include <ui/theme/theme.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/choice_field.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace headroom;

namespace {

const QString kToken = QStringLiteral("tok-5b1c09d7aa42");
const QString kPassphrase = QStringLiteral("a long walk by the sea");
QByteArray g_logged;
QtMessageHandler g_before = nullptr;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    g_logged += text.toUtf8() + '\n';
    g_before(type, context, text);
}

// One run of the program over a folder.
struct Run {
    Run(const QTemporaryDir &folder, std::shared_ptr<test::FakeKeyring::Content> keyring)
    {
        context.dataDir = folder.path().toStdString();
        app::ProgramOptions options;
        options.dataFolder = context.dataFolder();
        options.catalog = *context.catalog();
        options.alertRules = app::shippedAlertRules();
        options.xids = app::shippedXids();
        options.sample = app::sampleScenario();
        options.keyring = [keyring] { return std::make_unique<test::FakeKeyring>(keyring); };
        program = std::make_unique<app::Program>(std::move(options), language);
        QSignalSpy ready(program.get(), &app::Program::ready);
        program->window().resize(1300, 1000);
        program->window().show();
        program->start();
        QVERIFY(ready.wait(60000));
        program->window().showPage(QStringLiteral("live"));
    }
    template<class T>
    T *find(const char *name) const
    {
        // A dialog that was closed may still be there: what is seen is meant.
        const auto all = program->window().findChildren<T *>(QLatin1String(name));
        if (all.isEmpty())
            qFatal("no widget %s", name);
        for (T *one : all)
            if (one->isVisible())
                return one;
        return all.first();
    }
    void type(const char *name, const QString &text) const
    {
        auto *field = find<QLineEdit>(name);
        field->clear();
        QTest::keyClicks(field, text);
    }
    void press(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void choose(const char *list, int index) const
    {
        auto *box = find<QComboBox>(list);
        box->setFocus();
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    bool answered() const
    {
        const auto &entries = program->live().sources().entries();
        return !entries.empty() && entries[0].lastOkMs > 0;
    }

    app::CommandContext context;
    present::Language language;
    std::unique_ptr<app::Program> program;
};

// Of every file below the folder, the database, its journal and the history among them.
QStringList filesWith(const QTemporaryDir &folder, const QString &text)
{
    QStringList found;
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (all.contains(text.toUtf8()) || all.contains(text.toUtf8().toBase64()) || all.contains(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)))
            found << file.fileName();
    }
    return found;
}

} // namespace

class ProgramLiveTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::ThemeMode::Light);
        g_before = qInstallMessageHandler(keepLog);
    }
    void cleanupTestCase() { qInstallMessageHandler(g_before); }

    void tokenTypedInTheDialogReachesTheServerAndTheKeyringAndNothingElse()
    {
        QTemporaryDir folder;
        auto keyring = std::make_shared<test::FakeKeyring::Content>();
        QByteArray seen;
        test::ScriptedServer server([&seen](QTcpSocket &socket, const QByteArray &request) {
            seen = request;
            if (request.contains("Authorization: Bearer " + kToken.toUtf8()))
                return test::ScriptedServer::answer(socket, "# TYPE DCGM_FI_DEV_GPU_TEMP gauge\nDCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"n\"} 61\n");
            test::ScriptedServer::answer(socket, "no", "text/plain", "401 Unauthorized");
        });
        {
            const Run run(folder, keyring);
            run.press("live.addWith");
            QVERIFY(run.find<QDialog>("source")->isVisible());
            run.type("source.address", server.url());
            run.type("source.name", QStringLiteral("lab"));
            run.type("source.interval", QStringLiteral("2"));
            run.type("source.tenant", QStringLiteral("team-a"));
            run.press("source.access.bearer");
            QVERIFY(!run.find<QLineEdit>("source.user")->isVisible());
            run.press("source.save"); // no token yet
            QVERIFY(run.find<QLabel>("source.problem")->isVisible());
            QVERIFY(run.program->live().configs().empty());
            run.type("source.token", kToken);
            QCOMPARE(run.find<QLineEdit>("source.token")->echoMode(), QLineEdit::Password);
            run.press("source.save");
            QTRY_VERIFY_WITH_TIMEOUT(run.answered(), 20000);
            QVERIFY2(seen.toLower().contains("x-scope-orgid: team-a"), seen.constData());
            QTRY_COMPARE(keyring->entries.size(), std::size_t(1));
            QCOMPARE(keyring->entries.begin()->second, kToken.toStdString());
            QTRY_COMPARE_WITH_TIMEOUT(filesWith(folder, QStringLiteral("bearer ") + server.url()).isEmpty(), false, 20000); // the name is stored
        }
        QCOMPARE(filesWith(folder, kToken), QStringList());
        QVERIFY(!g_logged.contains(kToken.toUtf8()));
        {
            const Run again(folder, keyring);
            QTRY_VERIFY_WITH_TIMEOUT(again.answered(), 20000);
            QVERIFY(!again.find<ui::Banner>("live.secretBanner")->isVisible());
            const monitor::SourceConfig config = again.program->live().configs().at(0);
            QCOMPARE(config.name, std::string("lab"));
            QCOMPARE(config.interval, std::chrono::milliseconds(2000));
            QCOMPARE(config.tenant, std::string("team-a"));
            // Taken out of the list, it is taken out of the keyring.
            auto *table = again.program->window().findChild<QWidget *>(QStringLiteral("live.content"))->findChild<QTableView *>(QStringLiteral("live.sources"));
            table->setCurrentIndex(table->model()->index(0, 0));
            QTest::mouseClick(again.program->window().findChild<QWidget *>(QStringLiteral("live.content"))->findChild<QPushButton *>(QStringLiteral("live.remove")), Qt::LeftButton);
            QTRY_VERIFY(keyring->entries.empty());
        }
    }

    void withoutAKeyringThePassphraseOpensTheFileAtTheNextStart()
    {
        QTemporaryDir folder;
        auto keyring = std::make_shared<test::FakeKeyring::Content>();
        keyring->fault = "Unknown error";
        const QByteArray wanted = "Authorization: Basic " + ("me:" + kToken).toUtf8().toBase64();
        test::ScriptedServer server([&wanted](QTcpSocket &socket, const QByteArray &request) {
            if (request.contains(wanted))
                return test::ScriptedServer::answer(socket, "# TYPE DCGM_FI_DEV_GPU_TEMP gauge\nDCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"n\"} 61\n");
            test::ScriptedServer::answer(socket, "no", "text/plain", "401 Unauthorized");
        });
        {
            const Run run(folder, keyring);
            run.press("live.addWith");
            run.type("source.address", server.url());
            run.press("source.access.basic");
            run.type("source.user", QStringLiteral("me"));
            run.type("source.password", kToken);
            run.choose("source.place.list", 1);
            run.press("source.save"); // no passphrase yet
            QVERIFY(run.find<QLabel>("source.problem")->isVisible());
            run.type("source.passphrase", kPassphrase);
            run.type("source.repeat", QStringLiteral("another"));
            run.press("source.save");
            QVERIFY(run.find<QLabel>("source.problem")->isVisible());
            run.type("source.repeat", kPassphrase);
            run.press("source.save");
            QTRY_VERIFY_WITH_TIMEOUT(run.answered(), 20000);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("secrets.bin"))), 20000);
        }
        QCOMPARE(filesWith(folder, kToken), QStringList());
        QCOMPARE(filesWith(folder, kPassphrase), QStringList());
        {
            const Run again(folder, keyring);
            auto *banner = again.find<ui::Banner>("live.secretBanner");
            QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
            emit banner->linkActivated();
            again.type("unlock.passphrase", QStringLiteral("wrong"));
            again.press("unlock.save");
            QTRY_VERIFY_WITH_TIMEOUT(!again.program->window().findChild<QDialog *>(QStringLiteral("unlock")), 20000);
            QVERIFY(!again.answered());
            emit banner->linkActivated();
            again.type("unlock.passphrase", kPassphrase);
            again.press("unlock.save");
            QTRY_VERIFY_WITH_TIMEOUT(again.answered(), 30000);
            QVERIFY(!banner->isVisible());
        }
        QVERIFY(!g_logged.contains(kToken.toUtf8()));
        QVERIFY(!g_logged.contains(kPassphrase.toUtf8()));
    }

    // Edited in the window, rules are in force, in the export, and there again after a restart; so is a silence with its comment.
    void rulesAndSilencesOutliveTheProgram()
    {
        QTemporaryDir folder;
        auto keyring = std::make_shared<test::FakeKeyring::Content>();
        test::ScriptedServer server([](QTcpSocket &socket, const QByteArray &) {
            test::ScriptedServer::answer(socket, "# TYPE DCGM_FI_DEV_GPU_TEMP gauge\nDCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"n\"} 61\n");
        });
        const auto choose = [](const Run &run, const char *list, int row) {
            auto *table = run.find<QTableView>(list);
            table->setCurrentIndex(table->model()->index(row, 0));
        };
        const auto rowOf = [](const Run &run, const QString &title) {
            const auto *model = run.find<QTableView>("live.rules")->model();
            for (int row = 0; row < model->rowCount(); ++row)
                if (model->index(row, 0).data().toString() == title)
                    return row;
            return -1;
        };
        {
            const Run run(folder, keyring);
            run.program->live().addSource(server.url());
            run.press("live.section.alerts");
            QTRY_COMPARE(run.find<QTableView>("live.rules")->model()->rowCount(), 13);
            choose(run, "live.rules", rowOf(run, QStringLiteral("GPU is hot")));
            run.press("live.rules.edit");
            run.type("rule.threshold", QStringLiteral("50"));
            run.type("rule.clear", QStringLiteral("40"));
            run.type("rule.minutes", QStringLiteral("0"));
            run.press("rule.save");
            choose(run, "live.rules", rowOf(run, QStringLiteral("Queue grows")));
            run.press("live.rules.remove");
            QTRY_COMPARE(rowOf(run, QStringLiteral("Queue grows")), -1);
            run.press("live.rules.add");
            run.type("rule.name", QStringLiteral("Mine"));
            run.type("rule.threshold", QStringLiteral("12"));
            run.press("rule.save");
            QTRY_COMPARE(run.find<QTableView>("live.rules")->model()->rowCount(), 13);
            QTRY_VERIFY_WITH_TIMEOUT(run.answered(), 20000);
            QVERIFY2(run.find<QTableView>("live.rules")->model()->index(rowOf(run, QStringLiteral("GPU is hot")), 1).data().toString().contains(QStringLiteral("50 °C")), qPrintable(run.find<QTableView>("live.rules")->model()->index(rowOf(run, QStringLiteral("GPU is hot")), 1).data().toString()));
            QTRY_COMPARE_WITH_TIMEOUT(run.find<QTableView>("live.alerts")->model()->rowCount(), 1, 20000); // 61 degrees are hot now
            choose(run, "live.alerts", 0);
            run.press("live.alerts.silence");
            run.press("silence.for.24");
            run.type("silence.comment", QStringLiteral("known"));
            run.press("silence.save");
            QTRY_VERIFY(run.find<QTableView>("live.alerts")->model()->index(0, 3).data().toString().contains(QStringLiteral("(known)")));
        }
        {
            const Run again(folder, keyring);
            again.press("live.section.alerts");
            QTRY_VERIFY(rowOf(again, QStringLiteral("Mine")) >= 0);
            QCOMPARE(rowOf(again, QStringLiteral("Queue grows")), -1);
            const auto *model = again.find<QTableView>("live.rules")->model();
            QVERIFY(model->index(rowOf(again, QStringLiteral("GPU is hot")), 1).data().toString().contains(QStringLiteral("50 °C")));
            QTRY_VERIFY(again.find<QTableView>("live.alerts")->model()->rowCount() == 1 && again.find<QTableView>("live.alerts")->model()->index(0, 3).data().toString().contains(QStringLiteral("(known)")));
            again.press("live.rules.resetAll");
            QTRY_VERIFY(rowOf(again, QStringLiteral("Queue grows")) >= 0);
            QCOMPARE(model->rowCount(), 14); // the own one stays
            QTRY_VERIFY(model->index(rowOf(again, QStringLiteral("GPU is hot")), 1).data().toString().contains(QStringLiteral("85 °C")));
        }
    }

    // The exporter keeps the last XID: another one at the next start came while the program was off.
    void anXidOfWhileTheProgramWasOffIsToldOnce()
    {
        QTemporaryDir folder;
        auto keyring = std::make_shared<test::FakeKeyring::Content>();
        int code = 31;
        test::ScriptedServer server([&code](QTcpSocket &socket, const QByteArray &) {
            test::ScriptedServer::answer(socket, "# TYPE DCGM_FI_DEV_XID_ERRORS gauge\nDCGM_FI_DEV_XID_ERRORS{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"n\"} " + QByteArray::number(code) + "\n");
        });
        const int starts[] = {31, 79, 79}; // what the exporter says at each start
        for (int start = 0; start < 3; ++start) {
            code = starts[start];
            const Run run(folder, keyring);
            if (start == 0)
                run.program->live().addSource(server.url());
            run.press("live.section.alerts");
            QTRY_VERIFY_WITH_TIMEOUT(run.answered(), 20000);
            const auto &alerts = run.program->live().alerts();
            if (start == 0) {
                QVERIFY(alerts.empty()); // it was there before anybody watched
            } else {
                QTRY_COMPARE(alerts.size(), std::size_t(1));
                QCOMPARE(alerts[0].alert.ruleId, std::string("gpu_xid_critical"));
                QCOMPARE(alerts[0].alert.value, 79.0);
            }
            static std::int64_t fired = 0;
            if (start == 1)
                fired = alerts[0].alert.firedMs;
            if (start == 2)
                QCOMPARE(alerts[0].alert.firedMs, fired); // the same one
            const qint64 second = QDateTime::currentSecsSinceEpoch(); // the history begins a block of a source at most once a second
            QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() > second);
        }
    }

    // Neither keyring nor file: the person is asked at each start, by a line on the page, not by a window in the way.
    void whatIsKeptNowhereIsAskedForAgain()
    {
        QTemporaryDir folder;
        auto keyring = std::make_shared<test::FakeKeyring::Content>();
        keyring->fault = "Unknown error";
        test::ScriptedServer server([](QTcpSocket &socket, const QByteArray &request) {
            if (request.contains("Authorization: Bearer " + kToken.toUtf8()))
                return test::ScriptedServer::answer(socket, "# TYPE DCGM_FI_DEV_GPU_TEMP gauge\nDCGM_FI_DEV_GPU_TEMP{gpu=\"0\",UUID=\"GPU-1\",Hostname=\"n\"} 61\n");
            test::ScriptedServer::answer(socket, "no", "text/plain", "401 Unauthorized");
        });
        for (int start = 0; start < 2; ++start) {
            const Run run(folder, keyring);
            if (start == 0) {
                run.press("live.addWith");
                run.type("source.address", server.url());
                run.press("source.access.bearer");
            } else {
                auto *banner = run.find<ui::Banner>("live.secretBanner");
                QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
                QVERIFY2(banner->text().contains(QStringLiteral("Unknown error")), qPrintable(banner->text()));
                emit banner->linkActivated();
                QVERIFY(run.find<QLineEdit>("source.address")->isReadOnly());
            }
            run.type("source.token", kToken);
            run.choose("source.place.list", 2);
            run.press("source.save");
            QTRY_VERIFY_WITH_TIMEOUT(run.answered(), 20000);
            QTRY_VERIFY_WITH_TIMEOUT(!filesWith(folder, QStringLiteral("bearer ") + server.url()).isEmpty(), 20000);
        }
        QCOMPARE(filesWith(folder, kToken), QStringList());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("secrets.bin"))));
    }
};

QTEST_MAIN(ProgramLiveTest)
#include "tst_program_live.moc"
