// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <core/units/money.h>

using namespace headroom::core;

class MoneyTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void parsesDecimalsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("price") << "21.957642" << true << qint64(21957642);
        QTest::newRow("whole") << "7" << true << qint64(7000000);
        QTest::newRow("negative") << "-0.5" << true << qint64(-500000);
        QTest::newRow("twelve digits") << "999999999999" << true << qint64(999999999999000000);
        QTest::newRow("empty") << "" << false << qint64(0);
        QTest::newRow("point only") << "." << false << qint64(0);
        QTest::newRow("exponent") << "1e3" << false << qint64(0);
        QTest::newRow("seven decimals") << "0.1234567" << false << qint64(0);
        QTest::newRow("thirteen digits") << "1000000000000" << false << qint64(0);
        QTest::newRow("comma") << "1,5" << false << qint64(0);
    }
    void parsesDecimalsExactly()
    {
        QFETCH(QString, text);
        QFETCH(bool, ok);
        QFETCH(qint64, micros);
        const auto money = Money::parse(Currency::USD, text.toStdString());
        QCOMPARE(money.has_value(), ok);
        if (ok)
            QCOMPARE(qint64(money->micros()), micros);
    }

    void roundsHalfToEven()
    {
        QCOMPARE(Money(Currency::USD, 125000).toDecimalString(), std::string("0.12"));
        QCOMPARE(Money(Currency::USD, 135000).toDecimalString(), std::string("0.14"));
        QCOMPARE(Money(Currency::USD, -125000).toDecimalString(), std::string("-0.12"));
        QCOMPARE(Money(Currency::USD, 5).toDecimalString(6), std::string("0.000005"));
        QCOMPARE(Money(Currency::USD, 1).times(1, 2).micros(), std::int64_t(0));
        QCOMPARE(Money(Currency::USD, 3).times(1, 2).micros(), std::int64_t(2));
    }

    void multipliesExactly()
    {
        // p4de.24xlarge at 730 hours
        QCOMPARE(Money::parse(Currency::USD, "27.44705")->times(730).toDecimalString(), std::string("20036.35"));
        QCOMPARE(Money::parse(Currency::CNY, "34.742")->timesRatio(0.5).micros(), std::int64_t(17371000));
    }

    void knowsItsCurrencies()
    {
        QCOMPARE(*parseCurrency("cny"), Currency::CNY);
        QVERIFY(!parseCurrency("JPY"));
        QCOMPARE(currencyCode(Currency::EUR), std::string_view("EUR"));
    }
};

QTEST_APPLESS_MAIN(MoneyTest)
#include "tst_money.moc"
