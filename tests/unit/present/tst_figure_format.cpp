// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <present/format/figure_format.h>

#include <limits>

using namespace headroom::present;
using namespace headroom::core;

namespace {

// Expectations are written with a plain space; the format uses one that does not break.
QString plain(QString text)
{
    return text.replace(QChar(0x00a0), u' ');
}

Money usd(const char *amount)
{
    return *Money::parse(Currency::USD, amount);
}

} // namespace

class FigureFormatTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void moneyIsWrittenAsItIsRead_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<int>("currency");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("compact");
        QTest::addColumn<QString>("compactChinese");
        const auto row = [](const char *amount, Currency currency, const char *whole, const char *compact, const char *chinese) {
            QTest::addRow("%s %d", amount, static_cast<int>(currency)) << QString::fromLatin1(amount) << static_cast<int>(currency)
                << QString::fromUtf8(whole) << QString::fromUtf8(compact) << QString::fromUtf8(chinese);
        };
        row("58900", Currency::USD, "$58,900", "$58.9k", "$5.89万");
        row("412000", Currency::CNY, "¥412,000", "¥412k", "¥41.2万");
        row("1.94", Currency::USD, "$1.94", "$1.94", "$1.94");
        row("99.994", Currency::USD, "$99.99", "$99.99", "$99.99");
        row("100.4", Currency::EUR, "€100", "€100", "€100");
        row("0.042", Currency::USD, "$0.042", "$0.042", "$0.042");
        row("0.000001", Currency::USD, "$0.000001", "$0.000001", "$0.000001");
        row("0", Currency::USD, "$0", "$0", "$0");
        row("9999", Currency::USD, "$9,999", "$10k", "$1万");
        row("9990", Currency::USD, "$9,990", "$9,990", "$9,990");
        row("1234567", Currency::USD, "$1,234,567", "$1.23M", "$123万");
        row("-4100", Currency::USD, "−$4,100", "−$4,100", "−$4,100");
        row("123456789012", Currency::CNY, "¥123,456,789,012", "¥123B", "¥1,235亿");
    }
    void moneyIsWrittenAsItIsRead()
    {
        QFETCH(QString, amount);
        QFETCH(int, currency);
        const Money money = *Money::parse(static_cast<Currency>(currency), amount.toStdString());
        QTEST(FigureFormat(QLocale(QLocale::English)).money(money), "whole");
        QTEST(FigureFormat(QLocale(QLocale::English)).moneyCompact(money), "compact");
        QTEST(FigureFormat(QLocale(QLocale::Chinese)).moneyCompact(money), "compactChinese");
    }

    void quantitiesKeepThreeDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, Unit unit, const char *text) { QTest::addRow("%s", text) << value << unit << QString::fromUtf8(text); };
        row(0, Unit::Seconds, "0 s");
        row(0.219, Unit::Seconds, "219 ms");
        row(0.99949, Unit::Seconds, "999 ms");
        row(0.9996, Unit::Seconds, "1 s");
        row(1.125, Unit::Seconds, "1.13 s");
        row(0.000042, Unit::Seconds, "42 µs");
        row(3600, Unit::Seconds, "3,600 s");
        row(671e9, Unit::Bytes, "671 GB");
        row(1342e9, Unit::Bytes, "1,342 GB");
        row(84.25e9, Unit::Bytes, "84.3 GB");
        row(12e12, Unit::Bytes, "12 TB");
        row(70272, Unit::Bytes, "70.3 kB");
        row(512, Unit::Bytes, "512 B");
        row(0.2, Unit::Ratio, "20 %");
        row(0.025, Unit::Ratio, "2.5 %");
        row(2.5, Unit::Ratio, "2.5");
        row(75, Unit::RequestsPerSecond, "75/s");
        row(0.4167, Unit::RequestsPerSecond, "0.417/s");
        row(24, Unit::RequestsPerHour, "24/h");
        row(850, Unit::Watts, "850 W");
        row(43680, Unit::Watts, "43.7 kW");
        row(1.2e6, Unit::Watts, "1.2 MW");
        row(4.8e12, Unit::BytesPerSecond, "4.8 TB/s");
        row(989e12, Unit::FlopsPerSecond, "989 TFLOP/s");
        row(10000, Unit::People, "10,000 people");
        row(671e9, Unit::Parameters, "671 billion parameters");
        row(16, Unit::Count, "16");
        row(64240.4, Unit::Usd, "$64,240");
        row(21.957642, Unit::UsdPerHour, "$21.96/h");
        row(730, Unit::Hours, "730 h");
        row(std::numeric_limits<double>::quiet_NaN(), Unit::Bytes, "—");
        row(std::numeric_limits<double>::infinity(), Unit::Seconds, "—");
    }
    void quantitiesKeepThreeDigits()
    {
        QFETCH(double, value);
        QFETCH(Unit, unit);
        QFETCH(QString, text);
        QCOMPARE(plain(FigureFormat(QLocale(QLocale::English)).quantity(value, unit)), text);
    }

    void missingIsADash()
    {
        const FigureFormat format;
        QCOMPARE(format.money(std::optional<Money>()), FigureFormat::missing());
        QCOMPARE(format.power(std::optional<Watts>()), FigureFormat::missing());
        QCOMPARE(format.count(std::numeric_limits<double>::quiet_NaN()), FigureFormat::missing());
        QCOMPARE(FigureFormat::date({}), FigureFormat::missing());
        QCOMPARE(FigureFormat::missing(), QStringLiteral("—"));
    }

    void aChangeCarriesItsSign()
    {
        const FigureFormat format;
        QCOMPARE(format.moneyChange(usd("4100")), QStringLiteral("+$4,100"));
        QCOMPARE(format.moneyChange(usd("-4100")), QStringLiteral("−$4,100"));
    }

    // Whatever comes, a number is written, never an empty or a torn text.
    void everyNumberIsWritten()
    {
        const FigureFormat format;
        for (int exponent = -12; exponent <= 15; ++exponent)
            for (const double digit : {1.0, 4.9995, 9.994, 9.995, 9.9999}) {
                const double value = digit * std::pow(10.0, exponent);
                bool ok = false;
                const double read = format.significant(value).remove(u',').toDouble(&ok);
                QVERIFY(ok);
                QVERIFY2(std::abs(read - value) <= 0.005001 * value, qPrintable(format.significant(value)));
            }
    }
};

QTEST_APPLESS_MAIN(FigureFormatTest)
#include "tst_figure_format.moc"
