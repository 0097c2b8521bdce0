// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

const QString kSample = QStringLiteral(HEADROOM_SOURCE_DIR "/resources/demo/sample_scenario.json");

QString output(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

// The proposal as its reader gets it: read back with poppler.
class ProposalTest : public headroom::test::TestCase {
Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase()
    {
        for (const char *tool : {"pdftotext", "pdffonts", "pdfimages"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP("poppler-utils (pdftotext, pdffonts, pdfimages) is not installed");
    }

    void readsWellInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << "en" << QStringList{"Summary", "Demand", "Recommendation", "Cost", "Alternatives", "Why so many GPUs", "Why this number format", "What would cost less", "Rented, bought, or an API", "The road ahead", "Pitfalls", "Assumptions and sources", "10,000 people", "DeepSeek-V3"};
        QTest::newRow("Chinese") << "zh_CN" << QStringList{"摘要", "需求", "推荐方案", "备选方案", "为什么需要这么多", "为什么采用这种数值格式", "如何降低成本", "路线图", "常见误区", "假设", "10,000", "DeepSeek-V3"};
    }
    void readsWellInBothLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, words);
        const QString file = m_folder.filePath(language + QStringLiteral(".pdf"));
        const ProcessAnswer answer = runHeadroom({"proposal", kSample, "-o", file, "--lang", language});
        QCOMPARE(answer.exit, 0);
        QVERIFY(answer.out.isEmpty());
        const QString text = output(QStringLiteral("pdftotext"), {"-layout", file, "-"});
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral(" is not in\n") + text.left(2000)));
        // Text extracts as written: no compatibility radicals in place of Han characters, no lost digits.
        QVERIFY(std::ranges::none_of(text, [](QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF; }));
        const QJsonObject plan = runHeadroom({"plan", kSample, "--json"}).json();
        const double cost = plan["recommended"].toObject()["monthly_cost"].toObject()["amount"].toString().toDouble();
        QVERIFY2(text.contains(QLocale(QLocale::English, QLocale::UnitedStates).toString(cost, 'f', 0)), qPrintable(QString::number(cost)));
        // Fonts are embedded, with a map back to characters.
        const QStringList fonts = output(QStringLiteral("pdffonts"), {file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts)
            QVERIFY2(QRegularExpression(QStringLiteral("yes +(yes|no) +yes +\\d+ +\\d+$")).match(font.trimmed()).hasMatch(), qPrintable(font));
        // Charts are vectors: no page is a picture.
        QCOMPARE(output(QStringLiteral("pdfimages"), {"-list", file}).split(u'\n', Qt::SkipEmptyParts).size(), 2);
    }

    void saysWhyTheProposedFleetWillNotDo()
    {
        const QString file = m_folder.filePath(QStringLiteral("why.pdf"));
        QCOMPARE(runHeadroom({"proposal", kSample, "-o", file, "--lang", "en"}).exit, 0);
        const QString text = output(QStringLiteral("pdftotext"), {"-layout", file, "-"});
        QVERIFY(text.contains(QStringLiteral("1,342 GB")));
        QVERIFY(text.contains(QStringLiteral("does not fit")));
    }

    // The whole of the seed's question, in whole replicas and with its numbers.
    void answersTheSampleCompletely()
    {
        const QString file = m_folder.filePath(QStringLiteral("all.pdf"));
        QCOMPARE(runHeadroom({"proposal", kSample, "-o", file, "--lang", "en"}).exit, 0);
        const QString text = output(QStringLiteral("pdftotext"), {"-layout", file, "-"}).simplified();
        const QJsonObject bill = runHeadroom({"bill", kSample, "--json"}).json();
        const QJsonObject plan = runHeadroom({"plan", kSample, "--json"}).json()["recommended"].toObject();
        QVERIFY(text.contains(QStringLiteral("%1 replicas × %2 GPUs = %3 GPUs").arg(plan["replicas"].toInt()).arg(plan["gpus"].toInt() / plan["replicas"].toInt()).arg(plan["gpus"].toInt())));
        QVERIFY(text.contains(QStringLiteral("One replica fewer would carry")));
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const auto amount = [&](const QJsonValue &money) { return QStringLiteral("$") + english.toString(money.toObject()["amount"].toString().toDouble(), 'f', 0); };
        QVERIFY2(text.contains(amount(bill["bill"].toObject()["total"])), qPrintable(amount(bill["bill"].toObject()["total"])));
        QVERIFY(text.contains(amount(bill["bill"].toObject()["always_on"])));
        const QJsonArray phases = bill["roadmap"].toObject()["phases"].toArray();
        QVERIFY(phases.size() > 2);
        for (const QJsonValue &phase : phases)
            QVERIFY2(text.contains(amount(phase.toObject()["monthly_cost"])), qPrintable(amount(phase.toObject()["monthly_cost"])));
        const QJsonArray moves = bill["savings"].toObject()["moves"].toArray();
        QVERIFY(!moves.isEmpty());
        for (const QJsonValue &move : moves)
            QVERIFY2(text.contains(amount(move.toObject()["saving"])), qPrintable(amount(move.toObject()["saving"])));
    }

    void writesTheSpreadsheetAndTheTable()
    {
        const QString sheet = m_folder.filePath(QStringLiteral("bill.xlsx")), table = m_folder.filePath(QStringLiteral("bill.csv"));
        const ProcessAnswer answer = runHeadroom({"proposal", kSample, "--xlsx", sheet, "--csv", table, "--lang", "en", "--json"});
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.json()["written"].toArray().size(), 2);
        QVERIFY(QFileInfo(sheet).size() > 5000);
        QFile in(table);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QByteArray text = in.readAll();
        const QJsonObject bill = runHeadroom({"bill", kSample, "--json"}).json();
        QVERIFY(text.contains(bill["bill"].toObject()["total"].toObject()["amount"].toString().toUtf8()));
        QVERIFY(text.contains(bill["roadmap"].toObject()["total"].toObject()["amount"].toString().toUtf8()));
        QCOMPARE(runHeadroom({"proposal", kSample, "--xlsx", "/nonexistent/x.xlsx"}).exit, 3);
    }

    void thePagesOfMoneyAreDrawn_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("theme");
        QTest::newRow("costs") << "costs" << "light";
        QTest::newRow("costs, dark") << "costs" << "dark";
        QTest::newRow("compare") << "compare" << "light";
        QTest::newRow("compare, dark") << "compare" << "dark";
    }
    void thePagesOfMoneyAreDrawn()
    {
        QFETCH(QString, page);
        QFETCH(QString, theme);
        const QString file = m_folder.filePath(page + theme + QStringLiteral(".png"));
        const ProcessAnswer answer = runHeadroom({"export-image", kSample, "-o", file, "--page", page, "--theme", theme, "--size", "1200x800", "--json"});
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.json()["width"].toInt(), 1200);
        QVERIFY(QFileInfo(file).size() > 20000); // an empty page packs far smaller
    }

    void theBillIsPrinted()
    {
        const ProcessAnswer answer = runHeadroom({"bill", kSample});
        QCOMPARE(answer.exit, 0);
        for (const char *word : {"rent_ondemand", "egress", "total", "The road ahead", "What would cost less", "weeks from order"})
            QVERIFY2(answer.out.contains(word), word);
        QCOMPARE(runHeadroom({"bill", "/nonexistent.json"}).exit, 3);
    }

    void tellsWhatIsWrong()
    {
        QCOMPARE(runHeadroom({"proposal", kSample, "-o", "/nonexistent/x.pdf", "--json"}).exit, 3);
        const ProcessAnswer language = runHeadroom({"proposal", kSample, "-o", m_folder.filePath("x.pdf"), "--lang", "tlh", "--json"});
        QCOMPARE(language.exit, 2);
        QVERIFY(language.error()["text"].toString().contains(QStringLiteral("zh_CN")));
        QVERIFY(!QFileInfo::exists(m_folder.filePath("x.pdf")));
        QCOMPARE(runHeadroom({"proposal", kSample, "--json"}).exit, 2);
        QCOMPARE(runHeadroom({"proposal", "/nonexistent.json", "-o", m_folder.filePath("y.pdf")}).exit, 3);
    }
};

QTEST_APPLESS_MAIN(ProposalTest)
#include "tst_proposal.moc"
