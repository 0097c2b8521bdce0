// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QFile>
#include <QFileInfo>
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
        QTest::newRow("English") << "en" << QStringList{"Summary", "Demand", "Recommendation", "Cost", "Alternatives", "Assumptions and sources", "10,000 people", "DeepSeek-V3"};
        QTest::newRow("Chinese") << "zh_CN" << QStringList{"摘要", "需求", "推荐方案", "备选方案", "假设", "10,000", "DeepSeek-V3"};
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
