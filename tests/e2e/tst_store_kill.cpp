// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <db/store/store.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

using namespace headroom;
using namespace headroom::db;

namespace {

std::unique_ptr<QProcess> start(const QTemporaryDir &folder, const QStringList &words)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QStringLiteral(HEADROOM_STORE_CHILD), QStringList{folder.path()} + words);
    return child;
}

// The last edit that the child said is stored, after at least `lines` of them; 0 where they do not come.
int waitForStored(QProcess &child, int lines)
{
    int last = 0;
    for (int seen = 0; seen < lines;) {
        if (!child.canReadLine() && !child.waitForReadyRead(20000))
            return 0;
        while (child.canReadLine()) {
            last = child.readLine().trimmed().mid(7).toInt();
            ++seen;
        }
    }
    return last;
}

} // namespace

class StoreKillTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void restoresTheDraftOfAKilledProcess()
    {
        QTemporaryDir folder;
        const auto child = start(folder, {QStringLiteral("pause")});
        QCOMPARE(waitForStored(*child, 1), 1);
        child->kill(); // SIGKILL
        QVERIFY(child->waitForFinished());
        QCOMPARE(child->exitStatus(), QProcess::CrashExit);
        {
            auto store = Store::open({folder.path().toStdString(), {}, {}});
            QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
            QVERIFY((*store)->report().uncleanExit);
            const auto stored = (*store)->scenarios().load(1);
            QVERIFY(stored.has_value());
            QVERIFY(stored->summary.hasDraft);
            QCOMPARE(stored->summary.revision, 1);
            QCOMPARE(stored->scenario.demand.users, 1.0);
            QCOMPARE(stored->scenario.proposal.note, std::string("n"));
            QCOMPARE((*store)->scenarios().revision(1, 1)->demand.users, 0.0);
        }
        auto again = Store::open({folder.path().toStdString(), {}, {}});
        QVERIFY(again.has_value());
        QVERIFY(!(*again)->report().uncleanExit);
    }

    void losesNoConfirmedEditAtAnyMoment()
    {
        QTemporaryDir folder;
        for (int round = 0; round < 12; ++round) {
            const auto child = start(folder, {QStringLiteral("storm")});
            const int confirmed = waitForStored(*child, 1 + round * 7 % 20);
            QVERIFY(confirmed > 0);
            child->kill();
            QVERIFY(child->waitForFinished());
            auto store = Store::open({folder.path().toStdString(), {}, {}});
            QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
            QVERIFY((*store)->report().uncleanExit); // so the content was checked
            const auto stored = (*store)->scenarios().load(1);
            QVERIFY2(stored.has_value(), stored ? "" : stored.error().detail.c_str());
            const int users = int(stored->scenario.demand.users);
            QVERIFY2(users >= confirmed, qPrintable(QStringLiteral("%1 < %2").arg(users).arg(confirmed)));
            QCOMPARE(stored->scenario.proposal.note.size(), std::size_t(users % 4000)); // whole, not half of it
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("headroom.db")});
    }

    void letsSeveralProcessesShareANewStore()
    {
        QTemporaryDir folder;
        const QStringList words{QStringLiteral("revisions"), QStringLiteral("40")};
        std::vector<std::unique_ptr<QProcess>> children;
        for (int i = 0; i < 4; ++i)
            children.push_back(start(folder, words));
        for (const auto &child : children) {
            QVERIFY(child->waitForFinished(60000));
            QCOMPARE(child->exitStatus(), QProcess::NormalExit);
            QCOMPARE(child->exitCode(), 0);
        }
        auto store = Store::open({folder.path().toStdString(), {}, {}});
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(!(*store)->report().uncleanExit);
        const auto all = (*store)->scenarios().list();
        QCOMPARE(all->size(), std::size_t(4));
        for (const ScenarioSummary &summary : *all)
            QCOMPARE(summary.revision, 41);
        QVERIFY(inspectStore(folder.path().toStdString()).has_value());
    }

    // Each meets the new database at another point of its making.
    void letsProcessesMakeTheSameStoreAtOnce()
    {
        for (int round = 0; round < 12; ++round) {
            QTemporaryDir folder;
            std::vector<std::unique_ptr<QProcess>> children;
            for (int i = 0; i < 5; ++i)
                children.push_back(start(folder, {QStringLiteral("revisions"), QStringLiteral("1")}));
            for (const auto &child : children) {
                QVERIFY(child->waitForFinished(60000));
                QCOMPARE(child->exitCode(), 0);
            }
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("headroom.db")});
        }
    }

    void remembersThatACheckFailed()
    {
        QTemporaryDir folder;
        const auto child = start(folder, {QStringLiteral("storm")});
        QVERIFY(waitForStored(*child, 3) > 0);
        child->kill();
        QVERIFY(child->waitForFinished());
        {
            auto store = Store::open({folder.path().toStdString(), {}, {}}); // folds the WAL into the file
            QVERIFY(store.has_value());
        }
        // Damage that only a check finds, after another unclean end.
        const QString marker = folder.filePath(QStringLiteral("headroom.db.check"));
        QFile reason(marker);
        QVERIFY(reason.open(QIODevice::WriteOnly));
        reason.close();
        QFile file(folder.filePath(QStringLiteral("headroom.db")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() - 4096));
        file.write(QByteArray(4096, '\xff'));
        file.close();
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto store = Store::open({folder.path().toStdString(), {}, {}});
            QVERIFY(!store);
            QCOMPARE(core::errorCodeName(store.error().code), core::errorCodeName(core::ErrorCode::Damaged));
            QVERIFY(QFile::exists(marker));
        }
        QVERIFY(setAsideDamaged(folder.path().toStdString()).has_value());
        QVERIFY(Store::open({folder.path().toStdString(), {}, {}})->get()->report().created);
        QVERIFY(!QFile::exists(marker));
    }
};

QTEST_GUILESS_MAIN(StoreKillTest)
#include "tst_store_kill.moc"
