// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <present/format/figure_format.h>
#include <present/library/catalog_table_model.h>

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>

using namespace headroom;
using namespace headroom::present;

class CatalogTableTest : public test::TestCase {
Q_OBJECT

private slots:
    void everyEntryIsARow_data();
    void everyEntryIsARow();
    void modelsSortByParametersNotByLetters();
    void missingFactsAreShownAsMissing();
    void everyRowNamesItsSource_data();
    void everyRowNamesItsSource();
    void aNewCatalogIsTakenOver();
};

static void tables()
{
    QTest::addColumn<int>("table");
    QTest::newRow("models") << static_cast<int>(CatalogTableModel::Table::Models);
    QTest::newRow("gpus") << static_cast<int>(CatalogTableModel::Table::Gpus);
    QTest::newRow("offers") << static_cast<int>(CatalogTableModel::Table::Offers);
    QTest::newRow("accuracy") << static_cast<int>(CatalogTableModel::Table::Accuracy);
}

void CatalogTableTest::everyEntryIsARow_data() { tables(); }

void CatalogTableTest::everyEntryIsARow()
{
    QFETCH(int, table);
    const auto catalog = test::shippedCatalog();
    CatalogTableModel model(static_cast<CatalogTableModel::Table>(table), catalog);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::size_t entries[] = {catalog->models.size(), catalog->gpus.size(), catalog->offers.size(), catalog->accuracy.size()};
    QVERIFY(entries[table] > 0);
    QCOMPARE(static_cast<std::size_t>(model.rowCount()), entries[table]);
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.index(row, column).data().toString().isEmpty());
}

void CatalogTableTest::modelsSortByParametersNotByLetters()
{
    CatalogTableModel model(CatalogTableModel::Table::Models, test::shippedCatalog());
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(CatalogTableModel::SortRole);
    sorted.sort(1, Qt::DescendingOrder);
    for (int row = 1; row < sorted.rowCount(); ++row)
        QVERIFY(sorted.index(row - 1, 1).data(CatalogTableModel::SortRole).toDouble() >= sorted.index(row, 1).data(CatalogTableModel::SortRole).toDouble());
    QVERIFY(sorted.index(0, 1).data(CatalogTableModel::SortRole).toDouble() > 600.0);
}

void CatalogTableTest::missingFactsAreShownAsMissing()
{
    auto catalog = std::make_shared<core::Catalog>();
    core::Gpu gpu;
    gpu.id = gpu.name = "x";
    gpu.memoryLabel = core::gigabytes(80);
    catalog->gpus.push_back(gpu);
    CatalogTableModel model(CatalogTableModel::Table::Gpus, catalog);
    for (const int column : {1, 4, 5, 6, 7, 9})
        QCOMPARE(model.index(0, column).data().toString(), FigureFormat::missing());
    QVERIFY(model.index(0, 0).data(CatalogTableModel::SourceRole).toString().isEmpty());
}

void CatalogTableTest::everyRowNamesItsSource_data() { tables(); }

void CatalogTableTest::everyRowNamesItsSource()
{
    QFETCH(int, table);
    CatalogTableModel model(static_cast<CatalogTableModel::Table>(table), test::shippedCatalog());
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY2(!model.index(row, 0).data(CatalogTableModel::SourceRole).toString().isEmpty(), qPrintable(model.index(row, 0).data().toString()));
}

void CatalogTableTest::aNewCatalogIsTakenOver()
{
    CatalogTableModel model(CatalogTableModel::Table::Models, std::make_shared<core::Catalog>());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setCatalog(test::shippedCatalog());
    QVERIFY(model.rowCount() > 10);
    model.retranslate();
}

QTEST_GUILESS_MAIN(CatalogTableTest)
#include "tst_catalog_table.moc"
