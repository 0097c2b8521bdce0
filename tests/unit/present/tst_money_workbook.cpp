// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sheet_calculator.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"
#include "support/zip_entry.h"

#include <core/cost/billing.h>
#include <core/planning/planner.h>
#include <core/roadmap/plan_roadmap.h>
#include <present/i18n/language.h>
#include <present/spreadsheet/money_workbook.h>
#include <present/spreadsheet/sheet_writers.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cmath>

using namespace headroom;
using present::Sheet;
using present::SheetCell;
using present::Workbook;

namespace {

core::Plan planned(const core::Scenario &scenario)
{
    const auto plan = core::plan(scenario, *test::shippedCatalog());
    if (!plan || !plan->recommended)
        qFatal("no plan");
    return *plan;
}

core::Scenario scenarioOf(const QString &kind)
{
    core::Scenario scenario;
    scenario.growth = {0.5, 0.07, "10: 1.4", {}, 26};
    if (kind == u"own hardware")
        scenario.money.offers = {"onprem"};
    if (kind == u"yuan and a mix") {
        scenario.money.currency = core::Currency::CNY;
        scenario.money.spotRatio = 0.4;
        scenario.money.supportRatio = 0.08;
        scenario.money.offers = {"azure", "gcp"};
    }
    return scenario;
}

// The last formula of a sheet's column of amounts whose first cell is in the style of a total.
std::pair<qsizetype, qsizetype> totalOf(const Sheet &sheet)
{
    for (qsizetype row = 0; row < sheet.rows.size(); ++row)
        for (qsizetype column = 0; column < sheet.rows[row].size(); ++column)
            if (sheet.rows[row][column].kind == SheetCell::Kind::Formula && sheet.rows[row][column].style == SheetCell::Style::Total)
                return {row, column};
    qFatal("no total");
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= std::max(0.005, 1e-9 * std::max(std::abs(a), std::abs(b)));
}

} // namespace

class MoneyWorkbookTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void everyFormulaGivesItsValue_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"rented", "own hardware", "yuan and a mix"})
            QTest::newRow(kind) << kind;
    }
    void everyFormulaGivesItsValue()
    {
        QFETCH(QString, kind);
        const core::Plan plan = planned(scenarioOf(kind));
        const Workbook book = present::MoneyWorkbook(plan, *test::shippedCatalog()).build();
        QCOMPARE(book.sheets.size(), qsizetype(3));
        test::SheetCalculator calculator(book);
        int formulas = 0;
        for (const Sheet &sheet : book.sheets)
            for (qsizetype row = 0; row < sheet.rows.size(); ++row)
                for (qsizetype column = 0; column < sheet.rows[row].size(); ++column) {
                    const SheetCell &cell = sheet.rows[row][column];
                    if (cell.kind != SheetCell::Kind::Formula)
                        continue;
                    ++formulas;
                    const double value = calculator.cell(sheet.name, row, column);
                    QVERIFY2(isNear(value, cell.number), qPrintable(QStringLiteral("%1 %2 %3: %4, not %5").arg(sheet.name, present::cellName(row, column), cell.formula).arg(value).arg(cell.number)));
                }
        QVERIFY(formulas > 40);
        // The totals are the program's.
        const core::Bill bill = core::billFor(*plan.recommended, plan, *test::shippedCatalog());
        const auto roadmap = core::roadmapOf(*plan.recommended, plan, *test::shippedCatalog());
        const auto [billRow, billColumn] = totalOf(book.sheets[0]);
        const auto [roadRow, roadColumn] = totalOf(book.sheets[1]);
        const auto [budgetRow, budgetColumn] = totalOf(book.sheets[2]);
        QVERIFY(isNear(calculator.cell(book.sheets[0].name, billRow, billColumn), bill.total.toDouble()));
        QVERIFY(isNear(calculator.cell(book.sheets[1].name, roadRow, roadColumn), roadmap->total.toDouble()));
        QVERIFY(isNear(calculator.cell(book.sheets[2].name, budgetRow, budgetColumn), roadmap->total.toDouble()));
    }

    void aChangedPriceChangesTheTotals()
    {
        const core::Plan plan = planned(scenarioOf(QStringLiteral("rented")));
        Workbook book = present::MoneyWorkbook(plan, *test::shippedCatalog()).build();
        const auto [row, column] = totalOf(book.sheets[0]);
        const auto [budgetRow, budgetColumn] = totalOf(book.sheets[2]);
        const double before = test::SheetCalculator(book).cell(book.sheets[0].name, row, column);
        const double budgetBefore = test::SheetCalculator(book).cell(book.sheets[2].name, budgetRow, budgetColumn);
        int prices = 0;
        for (QList<SheetCell> &cells : book.sheets[0].rows)
            if (cells.size() > 3 && cells[3].kind == SheetCell::Kind::Number) {
                QCOMPARE(cells[3].style, SheetCell::Style::Input);
                cells[3].number *= 2;
                ++prices;
            }
        QVERIFY(prices >= 2);
        QVERIFY(isNear(test::SheetCalculator(book).cell(book.sheets[0].name, row, column), 2 * before));
        QVERIFY(isNear(test::SheetCalculator(book).cell(book.sheets[2].name, budgetRow, budgetColumn), 2 * budgetBefore));
    }

    // What is in the file: each formula with the value that it has now.
    void theFileHoldsFormulasAndValues()
    {
        const core::Plan plan = planned(scenarioOf(QStringLiteral("rented")));
        const Workbook book = present::MoneyWorkbook(plan, *test::shippedCatalog()).build();
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("bill.xlsx"));
        QVERIFY(present::writeXlsx(book, file));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("bill.xlsx")}); // nothing is left beside it
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QByteArray archive = in.readAll();
        for (qsizetype s = 0; s < book.sheets.size(); ++s) {
            QHash<QString, std::pair<QString, double>> stored;
            QXmlStreamReader xml(test::zipEntry(archive, "xl/worksheets/sheet" + QByteArray::number(s + 1) + ".xml"));
            QString cell, formula;
            while (!xml.atEnd()) {
                if (xml.readNext() != QXmlStreamReader::StartElement)
                    continue;
                if (xml.name() == u"c") {
                    cell = xml.attributes().value(QStringLiteral("r")).toString();
                    formula.clear();
                } else if (xml.name() == u"f") {
                    formula = xml.readElementText();
                } else if (xml.name() == u"v" && !formula.isEmpty()) {
                    stored[cell] = {formula, xml.readElementText().toDouble()};
                }
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            for (qsizetype row = 0; row < book.sheets[s].rows.size(); ++row)
                for (qsizetype column = 0; column < book.sheets[s].rows[row].size(); ++column) {
                    const SheetCell &wanted = book.sheets[s].rows[row][column];
                    if (wanted.kind != SheetCell::Kind::Formula)
                        continue;
                    const auto found = stored.take(present::cellName(row, column));
                    QCOMPARE(u'=' + found.first, wanted.formula);
                    QVERIFY(isNear(found.second, wanted.number));
                }
            QVERIFY(stored.isEmpty());
        }
    }

    void libreOfficeCalculatesTheSameTotals()
    {
        const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (office.isEmpty())
            QSKIP("LibreOffice is not installed (libreoffice-calc-nogui): formulas are worked out by this test alone");
        const core::Plan plan = planned(scenarioOf(QStringLiteral("rented")));
        const Workbook book = present::MoneyWorkbook(plan, *test::shippedCatalog()).build();
        // Without the values that formulas carry along: what comes back was calculated.
        Workbook bare = book;
        for (Sheet &sheet : bare.sheets)
            for (QList<SheetCell> &row : sheet.rows)
                for (SheetCell &cell : row)
                    if (cell.kind == SheetCell::Kind::Formula)
                        cell.number = 0;
        QTemporaryDir folder;
        QVERIFY(present::writeXlsx(bare, folder.filePath(QStringLiteral("bill.xlsx"))));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("profile/user")));
        QFile settings(folder.filePath(QStringLiteral("profile/user/registrymodifications.xcu")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\"><item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
                       "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item></oor:items>"); // always
        settings.close();
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(office, {QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")), QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                               QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"), QStringLiteral("bill.xlsx")});
        QVERIFY(process.waitForFinished(120000));
        const QStringList tables = QDir(folder.path()).entryList({QStringLiteral("*.csv")});
        QCOMPARE(tables.size(), book.sheets.size());
        for (const Sheet &sheet : book.sheets) {
            QFile table(folder.filePath(QStringLiteral("bill-%1.csv").arg(sheet.name)));
            QVERIFY2(table.open(QIODevice::ReadOnly), qPrintable(tables.join(u' ')));
            const auto [row, column] = totalOf(sheet);
            const QStringList cells = QString::fromUtf8(table.readAll()).split(u'\n').value(row).split(u',');
            QVERIFY(isNear(QString(cells.value(column)).remove(u'"').toDouble(), sheet.rows[row][column].number));
        }
    }

    void csvKeepsTextsTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << "Energy" << QByteArray("Energy\r\n");
        QTest::newRow("comma") << "a, b" << QByteArray("\"a, b\"\r\n");
        QTest::newRow("quotation mark") << "a \"b\"" << QByteArray("\"a \"\"b\"\"\"\r\n");
        QTest::newRow("two lines") << "a\nb" << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("a formula") << "=1+1" << QByteArray("'=1+1\r\n");
        QTest::newRow("a command") << "@cmd" << QByteArray("'@cmd\r\n");
        QTest::newRow("Chinese") << QStringLiteral("能耗") << QStringLiteral("能耗\r\n").toUtf8();
    }
    void csvKeepsTextsTexts()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, line);
        Sheet sheet;
        SheetCell cell;
        cell.kind = SheetCell::Kind::Text;
        cell.text = text;
        sheet.rows.append(QList<SheetCell>{cell});
        QCOMPARE(present::toCsv(sheet), line);
    }

    void csvHasValuesForFormulas()
    {
        const core::Plan plan = planned(scenarioOf(QStringLiteral("rented")));
        const Workbook book = present::MoneyWorkbook(plan, *test::shippedCatalog()).build();
        const QByteArray csv = present::toCsv(book.sheets[0]);
        QVERIFY(!csv.contains('='));
        QVERIFY(csv.contains(core::billFor(*plan.recommended, plan, *test::shippedCatalog()).total.toDecimalString().c_str()));
    }

    void anUnwritableFileIsSaid()
    {
        const core::Plan plan = planned(core::Scenario());
        const auto written = present::writeXlsx(present::MoneyWorkbook(plan, *test::shippedCatalog()).build(), QStringLiteral("/nowhere/at/all/bill.xlsx"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, core::ErrorCode::Unwritable);
        QCOMPARE(written.error().file, std::string("/nowhere/at/all/bill.xlsx"));
        QVERIFY(!present::writeXlsx(Workbook(), QStringLiteral("/tmp/never.xlsx")));
    }
};

QTEST_GUILESS_MAIN(MoneyWorkbookTest)
#include "tst_money_workbook.moc"
