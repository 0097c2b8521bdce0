// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <core/text/csv.h>

using namespace headroom::core;

class CsvTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void readsQuotesAndLineEnds()
    {
        const auto table = parseCsv("\xef\xbb\xbf" "id, Name ,note\r\n1,\"a, \"\"b\"\"\",\"two\nlines\"\r\n\r\n2,x,\n", "t.csv");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t(2));
        QCOMPARE(table->rows[0][1], std::string("a, \"b\""));
        QCOMPARE(table->rows[0][2], std::string("two\nlines"));
        QCOMPARE(table->lines[1], 5);
        QCOMPARE(table->column("name"), 1);
        QCOMPARE(table->column("absent"), -1);
    }

    void refusesWhatIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray("") << 1;
        QTest::newRow("blank lines") << QByteArray("\n \n") << 1;
        QTest::newRow("short row") << QByteArray("a,b\n1,2\n3\n") << 3;
        QTest::newRow("long row") << QByteArray("a,b\n1,2,3\n") << 2;
        QTest::newRow("open quote") << QByteArray("a,b\n\"1,2\n") << 2;
        QTest::newRow("endless cell") << QByteArray("a\n") + QByteArray(70000, 'x') << 2;
        QTest::newRow("too many columns") << QByteArray(2000, ',') << 1;
    }
    void refusesWhatIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto table = parseCsv(text.toStdString(), "t.csv");
        QVERIFY(!table);
        QCOMPARE(table.error().line, line);
        QCOMPARE(table.error().file, std::string("t.csv"));
    }

    void writesCellsThatReadBack()
    {
        for (const std::string cell : {"plain", "a,b", "say \"x\"", "two\nlines", ""}) {
            const auto table = parseCsv("h,i\n" + csvCell(cell) + ",1\n", "t.csv");
            QVERIFY(table);
            QCOMPARE(table->rows[0][0], cell);
        }
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
