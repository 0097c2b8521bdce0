// SPDX-License-Identifier: GPL-3.0-or-later
#include "price_fixture.h"
#include "support/test_case.h"

#include <core/prices/read_own_prices.h>

using namespace headroom;
using namespace headroom::core;
using namespace headroom::test;

namespace {

ContractWords priceOf(const std::string &price, const std::string &currency)
{
    ContractWords words;
    words.name = "Rack 7";
    words.provider = "myhost";
    words.instance = "HGX";
    words.gpu = "h100-sxm";
    words.gpus = "8";
    words.price = price;
    words.currency = currency;
    return words;
}

} // namespace

// What a person writes of contracts and rates, read into values or refused with its field.
class OwnPriceWordsTest : public test::TestCase {
Q_OBJECT

private slots:
    void amountsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("English groups") << QByteArray("1,234.56") << QByteArray("USD") << qint64(1'234'560'000);
        QTest::newRow("German groups") << QByteArray("1.234,56") << QByteArray("EUR") << qint64(1'234'560'000);
        QTest::newRow("yuan sign") << QByteArray("¥ 277.933") << QByteArray("CNY") << qint64(277'933'000);
        QTest::newRow("full-width yuan sign") << QByteArray("￥1,234.5") << QByteArray("CNY") << qint64(1'234'500'000);
        QTest::newRow("euro sign, comma") << QByteArray("€12,5") << QByteArray("EUR") << qint64(12'500'000);
        QTest::newRow("dollar sign") << QByteArray("$3.99") << QByteArray("usd") << qint64(3'990'000);
        QTest::newRow("no currency: dollars") << QByteArray("3.99") << QByteArray() << qint64(3'990'000);
        QTest::newRow("two readings") << QByteArray("1,234") << QByteArray("USD") << qint64(-1);
        QTest::newRow("nothing for it") << QByteArray("0") << QByteArray("USD") << qint64(-1);
        QTest::newRow("below nothing") << QByteArray("-1") << QByteArray("USD") << qint64(-1);
        QTest::newRow("no number") << QByteArray("free") << QByteArray("USD") << qint64(-1);
        QTest::newRow("over a million") << QByteArray("1000001") << QByteArray("USD") << qint64(-1);
    }
    void amountsAreReadAsPeopleWriteThem()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, currency);
        QFETCH(qint64, micros);
        const auto contract = contractOf(priceOf(text.toStdString(), currency.toStdString()), unpriced());
        QCOMPARE(contract.has_value(), micros >= 0);
        if (micros >= 0)
            QCOMPARE(contract->perHour->micros(), micros);
        else
            QCOMPARE(contract.error().field, std::string("price"));
    }

    void wordsThatAreNotTakenNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        for (const auto &[field, text] : {std::pair{"currency", "JPY"}, std::pair{"commitment", "forever"}, std::pair{"gpus", "8 cards"}, std::pair{"gpus", "99999999999"}, std::pair{"gpu", "h900"},
                                          std::pair{"name", "  "}, std::pair{"valid_from", "2026"}, std::pair{"valid_until", "2026-02-30"}, std::pair{"instance", ""}, std::pair{"name", "a\x01z"}})
            QTest::addRow("%s: %s", field, text) << QByteArray(field) << QByteArray(text);
    }
    void wordsThatAreNotTakenNameTheirField()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        ContractWords words = priceOf("20", "USD");
        const std::pair<const char *, std::string *> places[] = {{"currency", &words.currency}, {"commitment", &words.commitment}, {"gpus", &words.gpus}, {"gpu", &words.gpu}, {"name", &words.name},
                                                                 {"valid_from", &words.from}, {"valid_until", &words.until}, {"instance", &words.instance}};
        for (const auto &[name, place] : places)
            if (field == name)
                *place = text.toStdString();
        const auto contract = contractOf(words, unpriced());
        QVERIFY(!contract);
        QCOMPARE(contract.error().field, field.toStdString());
    }

    void aContractReadsBackAsItWasWritten()
    {
        ContractWords words = priceOf("1234.56", "CNY");
        words.commitment = "1y";
        words.from = "2026-01-01";
        words.until = "2026-12-31";
        words.note = "§ 7";
        const auto contract = contractOf(words, unpriced());
        QVERIFY(contract);
        QVERIFY(wordsOf(*contract) == words);
        ContractWords off;
        off.name = "Frame";
        off.provider = "aws";
        off.discount = "12.5";
        const auto discount = contractOf(off, *shippedCatalog());
        QVERIFY(discount);
        QVERIFY(wordsOf(*discount) == off);
    }

    void discountsAreDecimal_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("millionths");
        QTest::newRow("whole") << QByteArray("12") << qint64(120'000);
        QTest::newRow("with sign") << QByteArray("12.5 %") << qint64(125'000);
        QTest::newRow("comma") << QByteArray("12,5") << qint64(125'000);
        QTest::newRow("a hundredth of a percent") << QByteArray("0.01") << qint64(100);
        QTest::newRow("finer than is kept") << QByteArray("0.00001") << qint64(-1);
        QTest::newRow("all") << QByteArray("100") << qint64(-1);
        QTest::newRow("none") << QByteArray("0 %") << qint64(-1);
    }
    void discountsAreDecimal()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, millionths);
        ContractWords words;
        words.name = "Frame";
        words.provider = "aws";
        words.discount = text.toStdString();
        const auto contract = contractOf(words, *shippedCatalog());
        QCOMPARE(contract.has_value(), millionths >= 0);
        if (millionths >= 0)
            QCOMPARE(*contract->discountMillionths, millionths);
        else
            QCOMPARE(contract.error().field, std::string("discount"));
    }

    void ratesHaveADayThatHasCome_data()
    {
        QTest::addColumn<QByteArray>("rate");
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("today") << QByteArray("7.1") << QByteArray("2026-11-26") << QByteArray();
        QTest::newRow("no day: today") << QByteArray("7,1") << QByteArray() << QByteArray();
        QTest::newRow("tomorrow") << QByteArray("7.1") << QByteArray("2026-11-27") << QByteArray("as_of");
        QTest::newRow("no date") << QByteArray("7.1") << QByteArray("in May") << QByteArray("as_of");
        QTest::newRow("nothing") << QByteArray() << QByteArray("2026-11-26") << QByteArray("rate");
        QTest::newRow("two readings") << QByteArray("7,123") << QByteArray("2026-11-26") << QByteArray("rate");
    }
    void ratesHaveADayThatHasCome()
    {
        QFETCH(QByteArray, rate);
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, problem);
        const auto read = exchangeRateOf({"usd", "CNY", rate.toStdString(), day.toStdString(), {}}, "2026-11-26");
        QCOMPARE(read.has_value(), problem.isEmpty());
        if (read) {
            QCOMPARE(read->rate, Money(Currency::CNY, 7'100'000));
            QCOMPARE(read->source, (Source{"entered by hand", "2026-11-26", {}}));
        } else {
            QCOMPARE(read.error().field, problem.toStdString());
        }
    }

    void aContractIsInForceFromItsFirstToItsLastDay()
    {
        PriceContract contract;
        contract.validFrom = "2026-11-01";
        contract.validUntil = "2026-11-30";
        QCOMPARE(contractState(contract, "2026-10-31"), ContractState::NotYet);
        QCOMPARE(contractState(contract, "2026-11-01"), ContractState::InForce);
        QCOMPARE(contractState(contract, "2026-11-30"), ContractState::InForce);
        QCOMPARE(contractState(contract, "2026-12-01"), ContractState::Ended);
        QCOMPARE(contractState({}, "2026-12-01"), ContractState::InForce);
    }
};

QTEST_GUILESS_MAIN(OwnPriceWordsTest)
#include "tst_own_price_words.moc"
