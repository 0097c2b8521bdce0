// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_keyring.h"
#include "support/test_case.h"

#include <monitor/secrets/secret_file.h>
#include <monitor/secrets/secret_keeper.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace headroom;
using namespace headroom::monitor;

namespace {

constexpr SecretFileCost kCheap{1, 8192}; // the least that libsodium takes
const std::string kToken = "tok-3f9a7c51e0";
const std::string kPassphrase = "correct horse";

struct Desk {
    QTemporaryDir folder;
    std::shared_ptr<test::FakeKeyring::Content> keyring = std::make_shared<test::FakeKeyring::Content>();

    std::filesystem::path file() const { return folder.filePath(QStringLiteral("secrets.bin")).toStdString(); }
    std::unique_ptr<SecretKeeper> keeper() const { return std::make_unique<SecretKeeper>(std::make_unique<test::FakeKeyring>(keyring), file(), kCheap); }
    QByteArray bytes() const
    {
        QFile in(QString::fromStdString(file().string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &with) const
    {
        QFile out(QString::fromStdString(file().string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(with);
    }
};

} // namespace

class SecretsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void fileGivesBackWhatWasWritten()
    {
        Desk desk;
        const Secrets secrets{{"bearer http://a", kToken}, {"basic prometheus+http://b", "me:p\u00e4ss:w\"ord"}, {"empty", ""}};
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, secrets, kCheap).has_value());
        const auto read = readSecretFile(desk.file(), kPassphrase);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY(*read == secrets);
        QCOMPARE(QFile::permissions(QString::fromStdString(desk.file().string())) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        const QByteArray bytes = desk.bytes();
        QVERIFY(!bytes.contains(kToken.c_str()));
        QVERIFY(!bytes.contains("http://a"));
        QVERIFY(!bytes.contains(kPassphrase.c_str()));
        QCOMPARE(QDir(desk.folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // no half-written file beside it
    }

    // Written twice, no two files are alike, and neither is a part of them.
    void saltAndNonceAreFresh()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        const QByteArray first = desk.bytes();
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        QVERIFY(first.right(30) != desk.bytes().right(30));
    }

    void wrongPassphraseOpensNothing()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        for (const char *wrong : {"correct horsf", "", "correct horse "}) {
            const auto read = readSecretFile(desk.file(), wrong);
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().code, core::ErrorCode::BadValue);
            QCOMPARE(read.error().field, std::string("passphrase"));
        }
        QCOMPARE(writeSecretFile(desk.file(), "", {{"a", "b"}}, kCheap).error().code, core::ErrorCode::BadValue);
        QVERIFY(readSecretFile(desk.file(), kPassphrase).has_value()); // and nothing was harmed
    }

    void truncatedAtAnyByteIsRefused()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        const QByteArray whole = desk.bytes();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            desk.overwrite(whole.left(length));
            const auto read = readSecretFile(desk.file(), kPassphrase);
            QVERIFY2(!read.has_value(), qPrintable(QString::number(length)));
        }
        desk.overwrite(whole + 'x');
        QVERIFY(!readSecretFile(desk.file(), kPassphrase).has_value());
    }

    void aChangedByteAnywhereIsNoticed()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        const QByteArray whole = desk.bytes();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            if (at >= 19 && at < 35 && (at - 19) % 8 >= 2)
                continue; // of the cost: those ask for gigabytes, see below
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            desk.overwrite(changed);
            QVERIFY2(!readSecretFile(desk.file(), kPassphrase).has_value(), qPrintable(QString::number(at)));
        }
    }

    void aFileThatAsksForTooMuchIsRefusedBeforeAnyWork()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"a", kToken}}, kCheap).has_value());
        for (const qsizetype at : {19 + 1, 19 + 7, 27 + 4, 27 + 7}) {
            QByteArray greedy = desk.bytes();
            greedy[at] = '\x7f';
            Desk other;
            other.overwrite(greedy);
            QCOMPARE(readSecretFile(other.file(), kPassphrase).error().code, core::ErrorCode::TooLarge);
        }
        Desk huge;
        huge.overwrite(QByteArray((1 << 20) + 1, 'x'));
        QCOMPARE(readSecretFile(huge.file(), kPassphrase).error().code, core::ErrorCode::TooLarge);
        QCOMPARE(readSecretFile(Desk().file(), kPassphrase).error().code, core::ErrorCode::NotFound);
    }

    void keyringGivesWhatSourcesName()
    {
        Desk desk;
        desk.keyring->entries["bearer a"] = kToken;
        const auto keeper = desk.keeper();
        QSignalSpy arrived(keeper.get(), &SecretKeeper::arrived);
        keeper->want({"bearer a", "bearer b"});
        QVERIFY(!keeper->store()->secret("bearer a")); // nothing waits for a keyring
        QTRY_COMPARE(arrived.size(), 1);
        QTRY_COMPARE(keeper->state().missing, std::vector<std::string>{"bearer b"});
        QCOMPARE(keeper->store()->secret("bearer a"), std::optional(kToken));
        QVERIFY(keeper->state().keyringFault.empty());
        QVERIFY(!keeper->state().locked);
    }

    void whatIsEnteredGoesToTheKeyringAndComesBackAtTheNextStart()
    {
        Desk desk;
        {
            const auto keeper = desk.keeper();
            QSignalSpy kept(keeper.get(), &SecretKeeper::kept);
            keeper->keep({"bearer a", kToken, SecretPlace::Keyring, {}});
            QCOMPARE(keeper->store()->secret("bearer a"), std::optional(kToken)); // at once
            QTRY_COMPARE(kept.size(), 1);
            QVERIFY(!QFile::exists(QString::fromStdString(desk.file().string())));
        }
        const auto again = desk.keeper();
        again->want({"bearer a"});
        QTRY_VERIFY(again->store()->secret("bearer a").has_value());
        again->forget("bearer a");
        QVERIFY(!again->store()->secret("bearer a"));
        QVERIFY(desk.keyring->entries.empty());
    }

    // "Other error" is what there is without a daemon.
    void brokenKeyringFallsBackToAskingAgain()
    {
        Desk desk;
        desk.keyring->fault = "Unknown error";
        {
            const auto keeper = desk.keeper();
            QSignalSpy notKept(keeper.get(), &SecretKeeper::notKept);
            keeper->keep({"bearer a", kToken, SecretPlace::Keyring, {}});
            QTRY_COMPARE(notKept.size(), 1);
            QCOMPARE(notKept[0][1].value<core::Error>().field, std::string("keyring"));
            QVERIFY(!QString::fromStdString(notKept[0][1].value<core::Error>().detail).contains(QString::fromStdString(kToken)));
            QCOMPARE(keeper->state().keyringFault, std::string("Unknown error"));
            QCOMPARE(keeper->store()->secret("bearer a"), std::optional(kToken)); // until the end
        }
        const auto again = desk.keeper();
        again->want({"bearer a"});
        QTRY_COMPARE(again->state().keyringFault, std::string("Unknown error"));
        QCOMPARE(again->state().missing, std::vector<std::string>{"bearer a"});
        QVERIFY(QDir(desk.folder.path()).isEmpty()); // never plain text, never anywhere
    }

    void brokenKeyringFallsBackToTheFile()
    {
        Desk desk;
        desk.keyring->fault = "Unknown error";
        {
            const auto keeper = desk.keeper();
            QSignalSpy kept(keeper.get(), &SecretKeeper::kept);
            keeper->keep({"bearer a", kToken, SecretPlace::File, kPassphrase});
            QTRY_COMPARE(kept.size(), 1);
            QVERIFY(keeper->state().open);
            keeper->keep({"basic b", "me:secret", SecretPlace::File, {}}); // it is open: no passphrase is needed
            QTRY_COMPARE(kept.size(), 2);
        }
        QVERIFY(!desk.bytes().contains(kToken.c_str()));
        const auto again = desk.keeper();
        QSignalSpy notUnlocked(again.get(), &SecretKeeper::notUnlocked);
        again->want({"bearer a", "basic b"});
        QTRY_COMPARE(again->state().missing.size(), std::size_t(2));
        QVERIFY(again->state().locked);
        again->unlock("wrong");
        QTRY_COMPARE(notUnlocked.size(), 1);
        QVERIFY(again->state().locked);
        again->unlock(kPassphrase);
        QTRY_VERIFY(again->state().open);
        QVERIFY(again->state().missing.empty());
        QCOMPARE(again->store()->secret("bearer a"), std::optional(kToken));
        QCOMPARE(again->store()->secret("basic b"), std::optional(std::string("me:secret")));
    }

    void anotherSecretNeedsTheSamePassphraseAndHarmsNothingWithAWrongOne()
    {
        Desk desk;
        {
            const auto keeper = desk.keeper();
            QSignalSpy kept(keeper.get(), &SecretKeeper::kept);
            keeper->keep({"bearer a", kToken, SecretPlace::File, kPassphrase});
            QTRY_COMPARE(kept.size(), 1);
        }
        const auto again = desk.keeper();
        QSignalSpy notKept(again.get(), &SecretKeeper::notKept);
        QSignalSpy kept(again.get(), &SecretKeeper::kept);
        again->keep({"bearer b", "second", SecretPlace::File, "wrong"});
        QTRY_COMPARE(notKept.size(), 1);
        QVERIFY(readSecretFile(desk.file(), kPassphrase)->contains("bearer a"));
        again->keep({"bearer b", "second", SecretPlace::File, kPassphrase});
        QTRY_COMPARE(kept.size(), 1);
        QCOMPARE(readSecretFile(desk.file(), kPassphrase)->size(), std::size_t(2));
    }

    void whatIsForgottenWhileTheFileIsClosedGoesWhenItOpens()
    {
        Desk desk;
        QVERIFY(writeSecretFile(desk.file(), kPassphrase, {{"bearer a", kToken}, {"bearer b", "second"}}, kCheap).has_value());
        {
            const auto keeper = desk.keeper();
            keeper->want({"bearer b"});
            keeper->forget("bearer a");
            keeper->unlock(kPassphrase);
            QTRY_VERIFY(keeper->state().open);
        }
        const auto left = readSecretFile(desk.file(), kPassphrase);
        QVERIFY(left.has_value());
        QCOMPARE(left->size(), std::size_t(1));
        QVERIFY(left->contains("bearer b"));
    }

    // The real one, whatever this machine has: it answers, and a failure is no crash.
    void theSystemsKeyringAnswers()
    {
        const auto keyring = systemKeyring();
        int answers = 0;
        keyring->read("no such entry of a test", [&answers](const KeyringAnswer &answer) {
            ++answers;
            QVERIFY(answer.outcome != KeyringOutcome::Done);
        });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 60000);
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
