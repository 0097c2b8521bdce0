// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <present/format/figure_format.h>
#include <present/i18n/language.h>
#include <present/texts/plan_texts.h>

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace headroom::present;

class LanguageTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void aLocaleHasItsLanguage()
    {
        QCOMPARE(Language::idFor(QLocale(QStringLiteral("en_GB"))), QStringLiteral("en"));
        QCOMPARE(Language::idFor(QLocale(QStringLiteral("zh_CN"))), QStringLiteral("zh_CN"));
        QCOMPARE(Language::idFor(QLocale(QStringLiteral("de_DE"))), QStringLiteral("en"));
        QCOMPARE(Language::idFor(QLocale::c()), QStringLiteral("en"));
    }

    void theTextsAreBuiltIn()
    {
        const Language language;
        for (const QString &id : Language::ids())
            QVERIFY(QFile::exists(QStringLiteral(":/headroom/i18n/headroom_%1.qm").arg(id)));
    }

    void theWholeProgramFollowsTheSwitch()
    {
        const headroom::core::Money amount(headroom::core::Currency::CNY, 412000000000);
        Language language;
        QSignalSpy changed(&language, &Language::changed);
        QVERIFY(language.select(QStringLiteral("zh_CN")));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(FigureFormat().moneyCompact(amount), QStringLiteral("¥41.2万"));
        QVERIFY(!language.select(QStringLiteral("tlh")));
        QCOMPARE(language.id(), QStringLiteral("zh_CN"));
        QVERIFY(language.select(QStringLiteral("en")));
        QCOMPARE(FigureFormat().moneyCompact(amount), QStringLiteral("¥412k"));
        QCOMPARE(changed.count(), 2);
    }

    // Every text of the source stands translated in its own context: a text in another one would be shown in English.
    void everyTextIsTranslated()
    {
        QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
        if (!QFile::exists(lupdate))
            lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate"));
        if (lupdate.isEmpty())
            QSKIP("lupdate is not installed (Debian: qt6-l10n-tools)");
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("headroom_zh_CN.ts"));
        QVERIFY(QFile::copy(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/i18n/headroom_zh_CN.ts"), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(HEADROOM_SOURCE_DIR));
        process.start(lupdate, {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("-ts"), copy});
        QVERIFY(process.waitForFinished(120000) && process.exitCode() == 0);
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString context, source;
        QStringList wrong;
        int texts = 0;
        for (QXmlStreamReader xml(&file); !xml.atEnd();) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                ++texts;
                const auto type = xml.attributes().value(QLatin1String("type")).toString();
                if (!type.isEmpty())
                    wrong.append(QStringLiteral("%1, in %2: %3").arg(type, context, source));
            }
        }
        QVERIFY(texts > 1000);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // English has plural forms of its own.
    void onlyOneThingIsNotMany()
    {
        const Language language;
        QCOMPARE(PlanTexts::tr("%n replicas × %1", "replicas, GPUs of one", 1).arg(8), QStringLiteral("1 replica × 8"));
        QCOMPARE(PlanTexts::tr("%n replicas × %1", "replicas, GPUs of one", 2).arg(8), QStringLiteral("2 replicas × 8"));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
