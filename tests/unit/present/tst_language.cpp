// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <present/format/figure_format.h>
#include <present/i18n/language.h>
#include <present/texts/plan_texts.h>

#include <QFile>
#include <QSignalSpy>

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
