// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/prices/apply_prices.h>
#include <present/i18n/language.h>
#include <ui/pages/library/library_page.h>
#include <ui/theme/theme.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace headroom;
using namespace headroom::ui;
using present::OwnPriceChange;
using present::OwnPrices;

namespace {

constexpr const char *kToday = "2026-11-26";

// The page with a store that answers at once, or refuses.
struct Fixture {
    Fixture() : page(catalogOf({}), [](const QString &) -> core::Result<QString> { return QString(); })
    {
        page.resize(1300, 820);
        page.show();
        QObject::connect(&own(), &OwnPrices::changeRequested, &page, [this](const OwnPriceChange &change) { answer(change); });
        own().setStored(stored);
        child<QAbstractButton>("library.tables.own")->click();
    }
    static std::shared_ptr<const core::Catalog> catalogOf(const core::PriceOverlay &overlay)
    {
        return std::make_shared<const core::Catalog>(core::withPrices(*test::shippedCatalog(), overlay, kToday));
    }
    OwnPrices &own() { return page.ownPrices(); }
    void answer(const OwnPriceChange &change)
    {
        if (refuses)
            return own().changeFailed({core::ErrorCode::Database, "disk full", {}, {}, 0});
        auto &contracts = stored.overlay.contracts;
        auto &rates = stored.overlay.rates;
        using Kind = OwnPriceChange::Kind;
        const auto sameRate = [&](const core::ExchangeRate &rate) {
            return (rate.from == change.rate.from && rate.to == change.rate.to) || (rate.from == change.rate.to && rate.to == change.rate.from);
        };
        switch (change.kind) {
        case Kind::PutContract:
            if (change.contract.id == 0) {
                contracts.push_back(change.contract);
                contracts.back().id = ++lastId;
            } else {
                *std::ranges::find(contracts, change.contract.id, &core::PriceContract::id) = change.contract;
            }
            break;
        case Kind::RestoreContract: contracts.push_back(change.contract); break;
        case Kind::RemoveContract: std::erase_if(contracts, [&](const core::PriceContract &c) { return c.id == change.contract.id; }); break;
        case Kind::PutRate:
            std::erase_if(rates, sameRate);
            rates.push_back(change.rate);
            break;
        case Kind::RemoveRate: std::erase_if(rates, sameRate); break;
        }
        page.setCatalog(catalogOf(stored.overlay));
        own().setStored(stored);
    }
    template<class T>
    T *child(const char *name)
    {
        T *found = page.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    void type(const char *field, const QString &text)
    {
        auto *line = child<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
    void press(const char *button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    void selectRow(const char *table, int row) { child<QTableView>(table)->selectRow(row); }
    QString cell(const char *table, int row, int column) { return child<QTableView>(table)->model()->index(row, column).data().toString(); }
    int rows(const char *table) { return child<QTableView>(table)->model()->rowCount(); }
    // Adds a discount as a person does.
    void addDiscount(const QString &name, const QString &percent)
    {
        press("own.add");
        type("own.name", name);
        type("own.provider", QStringLiteral("aws"));
        type("own.discount", percent);
        press("own.saveContract");
    }

    db::StoredPrices stored;
    std::int64_t lastId = 0;
    bool refuses = false;
    LibraryPage page;
};

} // namespace

// Contracts and rates of exchange on the Library page, by mouse and keyboard.
class OwnPricesTest : public test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void aDiscountIsAddedAndGoesBeforeTheList()
    {
        Fixture f;
        QSignalSpy said(&f.own(), &OwnPrices::said);
        QVERIFY(!f.child<QTableView>("own.contracts")->isVisible());
        f.addDiscount(QStringLiteral("Frame 17"), QStringLiteral("12.5 %"));
        QCOMPARE(f.rows("own.contracts"), 1);
        QCOMPARE(f.cell("own.contracts", 0, 0), QStringLiteral("Frame 17"));
        QVERIFY(f.cell("own.contracts", 0, 4).contains(QStringLiteral("12.5")));
        QCOMPARE(f.cell("own.contracts", 0, 6), QStringLiteral("in force"));
        QCOMPARE(f.stored.overlay.contracts.front().discountMillionths, 125'000);
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().first().toString().contains(QStringLiteral("is stored")), qPrintable(said.first().first().toString()));
        QVERIFY(!f.child<QLineEdit>("own.name")->isVisible());
    }

    void whatTheDiscountIsForIsSaidWhileItIsWritten()
    {
        Fixture f;
        f.press("own.add");
        f.type("own.name", QStringLiteral("x"));
        f.type("own.provider", QStringLiteral("aws"));
        f.type("own.discount", QStringLiteral("10"));
        const auto note = [&] { return f.page.findChild<QLabel *>(QStringLiteral("own.contractNote"))->text(); };
        QVERIFY2(note().contains(QStringLiteral("offer")), qPrintable(note()));
        f.type("own.instance", QStringLiteral("p5.48xlarge"));
        QVERIFY2(note().contains(QStringLiteral("p5.48xlarge")), qPrintable(note()));
    }

    void aContractIsEditedAndRemovedAndBothAreUndone()
    {
        Fixture f;
        f.addDiscount(QStringLiteral("Frame 17"), QStringLiteral("12"));
        f.selectRow("own.contracts", 0);
        f.press("own.edit");
        QCOMPARE(f.child<QLineEdit>("own.name")->text(), QStringLiteral("Frame 17"));
        QCOMPARE(f.child<QLineEdit>("own.discount")->text(), QStringLiteral("12"));
        f.type("own.discount", QStringLiteral("15"));
        QTest::keyClick(f.child<QLineEdit>("own.discount"), Qt::Key_Return);
        QCOMPARE(f.stored.overlay.contracts.front().discountMillionths, 150'000);
        f.selectRow("own.contracts", 0);
        f.press("own.remove");
        QCOMPARE(f.rows("own.contracts"), 0);
        f.press("own.undo");
        QCOMPARE(f.stored.overlay.contracts.front().discountMillionths, 150'000);
        QCOMPARE(f.stored.overlay.contracts.front().id, 1);
        f.press("own.undo");
        QCOMPARE(f.stored.overlay.contracts.front().discountMillionths, 120'000);
        f.press("own.undo");
        QCOMPARE(f.rows("own.contracts"), 0);
        QVERIFY(!f.child<QPushButton>("own.undo")->isEnabled());
        for (int i = 0; i < 3; ++i)
            f.press("own.redo");
        QCOMPARE(f.rows("own.contracts"), 0);
        QVERIFY(!f.child<QPushButton>("own.redo")->isEnabled());
        f.press("own.undo");
        QCOMPARE(f.stored.overlay.contracts.front().id, 1);
    }

    void badWordsAreSaidByTheirFieldAndNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no discount") << QByteArray("own.discount") << QStringLiteral("100") << QStringLiteral("under 100");
        QTest::newRow("no number") << QByteArray("own.discount") << QStringLiteral("much") << QStringLiteral("under 100");
        QTest::newRow("nameless") << QByteArray("own.name") << QString() << QStringLiteral("needs a name");
        QTest::newRow("unknown provider") << QByteArray("own.provider") << QStringLiteral("nobody") << QStringLiteral("no price that this discount");
        QTest::newRow("unknown GPU") << QByteArray("own.gpu") << QStringLiteral("h900") << QStringLiteral("does not know this GPU");
        QTest::newRow("no day") << QByteArray("own.valid_from") << QStringLiteral("spring") << QStringLiteral("2026-07-20");
        QTest::newRow("before it begins") << QByteArray("own.valid_until") << QStringLiteral("2025-12-31") << QStringLiteral("before it begins");
        QTest::newRow("half a GPU") << QByteArray("own.gpus") << QStringLiteral("0.5") << QStringLiteral("whole number");
    }
    void badWordsAreSaidByTheirFieldAndNothingIsStored()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        Fixture f;
        f.press("own.add");
        f.type("own.name", QStringLiteral("Frame"));
        f.type("own.provider", QStringLiteral("aws"));
        f.type("own.discount", QStringLiteral("10"));
        f.type("own.valid_from", QStringLiteral("2026-01-01"));
        f.type(field.constData(), text);
        f.press("own.saveContract");
        const QString note = f.page.findChild<QLabel *>(QStringLiteral("own.contractNote"))->text();
        QVERIFY2(note.contains(says), qPrintable(note));
        QCOMPARE(f.page.focusWidget(), f.child<QLineEdit>(field.constData()));
        QVERIFY(f.stored.overlay.contracts.empty());
        QTest::keyClick(f.child<QLineEdit>(field.constData()), Qt::Key_Escape);
        QVERIFY(!f.child<QLineEdit>("own.name")->isVisible());
    }

    void aPriceOfOnesOwnIsSetFromItsOffer()
    {
        Fixture f;
        f.child<QAbstractButton>("library.tables.offers")->click();
        QTest::keyClicks(f.child<QLineEdit>("library.search"), QStringLiteral("alibaba beijing gn7e"));
        f.selectRow("library.table", 0);
        const QString instance = f.cell("library.table", 0, 2);
        f.press("library.override");
        QCOMPARE(f.child<QLineEdit>("own.instance")->text(), instance);
        QVERIFY(f.child<QLineEdit>("own.price")->isVisible());
        QCOMPARE(f.child<QComboBox>("own.currency.list")->currentText(), QStringLiteral("CNY")); // it stays the provider's own
        f.type("own.price", QStringLiteral("1.200,50"));
        f.press("own.saveContract");
        QCOMPARE(f.stored.overlay.contracts.front().perHour, core::Money(core::Currency::CNY, 1'200'500'000));
        QVERIFY(f.cell("own.contracts", 0, 4).contains(QStringLiteral("¥")));
    }

    void aRateTakesThePlaceOfTheCatalogs()
    {
        Fixture f;
        const int rates = f.rows("own.rates");
        int row = 0;
        while (row < rates && !f.cell("own.rates", row, 0).contains(QStringLiteral("CNY")))
            ++row;
        QVERIFY(row < rates);
        const QString before = f.cell("own.rates", row, 1);
        f.selectRow("own.rates", row);
        QVERIFY(!f.child<QPushButton>("own.removeRate")->isEnabled());
        f.press("own.editRate");
        f.type("own.rate", QStringLiteral("7.0999"));
        f.type("own.as_of", QStringLiteral("2026-06-01"));
        f.type("own.source", QStringLiteral("treasury"));
        f.press("own.saveRate");
        QCOMPARE(f.rows("own.rates"), rates);
        QCOMPARE(f.stored.overlay.rates.front().source, (core::Source{"treasury", "2026-06-01", {}}));
        row = 0;
        while (f.cell("own.rates", row, 1) != QStringLiteral("7.0999"))
            ++row;
        QVERIFY(f.cell("own.rates", row, 2).contains(QStringLiteral("old"))); // more than 90 days
        f.selectRow("own.rates", row);
        f.press("own.removeRate");
        QVERIFY(f.stored.overlay.rates.empty());
        f.press("own.undo");
        QCOMPARE(f.stored.overlay.rates.size(), std::size_t(1));
        f.press("own.undo");
        bool back = false;
        for (int i = 0; i < f.rows("own.rates"); ++i)
            back = back || f.cell("own.rates", i, 1) == before;
        QVERIFY(back);
    }

    void aRateOfTomorrowIsRefused()
    {
        Fixture f;
        f.press("own.setRate");
        f.type("own.rate", QStringLiteral("7.1"));
        f.type("own.as_of", QStringLiteral("2026-11-27"));
        f.press("own.saveRate");
        QVERIFY(f.page.findChild<QLabel *>(QStringLiteral("own.rateNote"))->text().contains(QStringLiteral("has not come")));
        QVERIFY(f.stored.overlay.rates.empty());
    }

    void aPriceWithoutEndGrowsOld()
    {
        Fixture f;
        core::PriceContract old{1, "Rack 7", "myhost", {}, "HGX", "h100-sxm", 8, {}, {}, core::Money(core::Currency::EUR, 20'000'000), "2026-02-01", {}, {}};
        core::PriceContract until = old;
        until.id = 2;
        until.validUntil = "2027-01-31";
        core::PriceContract over = old;
        over.id = 3;
        over.validUntil = "2026-03-01";
        f.stored.overlay.contracts = {old, until, over};
        f.own().setStored(f.stored);
        QCOMPARE(f.cell("own.contracts", 0, 6), QStringLiteral("in force · old"));
        QCOMPARE(f.cell("own.contracts", 1, 6), QStringLiteral("in force"));
        QCOMPARE(f.cell("own.contracts", 2, 6), QStringLiteral("ended"));
    }

    void whatCannotBeStoredIsSaid()
    {
        Fixture f;
        f.refuses = true;
        QSignalSpy failed(&f.own(), &OwnPrices::failed);
        f.addDiscount(QStringLiteral("Frame 17"), QStringLiteral("12"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!f.own().isBusy());
        QVERIFY(!f.own().canUndo());
    }

    void theDeleteKeyRemoves()
    {
        Fixture f;
        f.addDiscount(QStringLiteral("Frame 17"), QStringLiteral("12"));
        f.selectRow("own.contracts", 0);
        QTest::keyClick(f.child<QTableView>("own.contracts"), Qt::Key_Delete);
        QCOMPARE(f.rows("own.contracts"), 0);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
        if (folder.isEmpty())
            QSKIP("set HEADROOM_GALLERY to a folder for pictures");
        present::Language language;
        for (const bool dark : {false, true}) {
            language.select(dark ? QStringLiteral("zh_CN") : QStringLiteral("en"));
            applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
            Fixture f;
            f.addDiscount(QStringLiteral("Frame 17"), QStringLiteral("12.5"));
            f.stored.overlay.contracts.push_back({2, "Rack 7", "myhost", {}, "HGX", "h100-sxm", 8, {}, {}, core::Money(core::Currency::EUR, 20'000'000), "2026-02-01", {}, {}});
            f.own().setStored(f.stored);
            f.selectRow("own.contracts", 0);
            f.press("own.edit");
            QTest::qWait(50);
            QVERIFY(f.page.grab().save(folder + (dark ? QStringLiteral("/own-dark-zh.png") : QStringLiteral("/own-light-en.png"))));
        }
        language.select(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }
};

QTEST_MAIN(OwnPricesTest)
#include "tst_own_prices.moc"
