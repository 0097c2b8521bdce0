// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

const QString kSample = QStringLiteral(HEADROOM_SOURCE_DIR "/resources/demo/sample_scenario.json");

double meanBrightness(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); y += 4)
        for (int x = 0; x < image.width(); x += 4)
            sum += qGray(image.pixel(x, y));
    return sum / ((image.height() + 3) / 4 * ((image.width() + 3) / 4));
}

// The longest run of reddish pixels in a row: the strip that tells of a failure crosses the page, nothing else red does.
int longestRedRow(const QImage &image)
{
    int longest = 0;
    for (int y = 0; y < image.height(); ++y) {
        int run = 0;
        for (int x = 0; x < image.width(); ++x) {
            const QColor color(image.pixel(x, y));
            const bool reddish = color.red() - std::max(color.green(), color.blue()) > 10;
            run = reddish ? run + 1 : 0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

} // namespace

class ExportImageTest : public headroom::test::TestCase {
Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void drawsEveryPage_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("dark");
        for (const char *page : {"plan", "scenarios", "costs", "compare", "live", "library", "settings"})
            QTest::addRow("%s, light", page) << QString::fromLatin1(page) << false;
        for (const char *page : {"plan", "library"})
            QTest::addRow("%s, dark", page) << QString::fromLatin1(page) << true;
    }
    void drawsEveryPage()
    {
        QFETCH(QString, page);
        QFETCH(bool, dark);
        const QString file = m_folder.filePath(page + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")));
        const QString data = m_folder.filePath(QStringLiteral("data"));
        const ProcessAnswer answer = runHeadroom({"--data-dir", data, "export-image", kSample, "-o", file, "--page", page, "--theme", dark ? "dark" : "light", "--size", "1280x800"});
        QVERIFY2(answer.exit == 0, answer.told.constData());
        const QImage image(file);
        QCOMPARE(image.size(), QSize(1280, 800));
        QVERIFY(dark ? meanBrightness(image) < 90 : meanBrightness(image) > 180);
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colors.insert(image.pixel(x, y));
        QVERIFY2(colors.size() > 20, qPrintable(QString::number(colors.size())));
        QVERIFY2(longestRedRow(image) < 600, "the page tells of a failure");
        QVERIFY2(!QDir(data).exists(), "a picture leaves the person's own store alone");
    }

    void scaleGivesMorePixels()
    {
        const QString file = m_folder.filePath(QStringLiteral("scaled.png"));
        QCOMPARE(runHeadroom({"export-image", kSample, "-o", file, "--page", "settings", "--size", "800x600", "--scale", "2"}).exit, 0);
        QCOMPARE(QImage(file).size(), QSize(1600, 1200));
    }

    void refusesWhatItCannotDraw_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("field");
        QTest::newRow("page") << QStringList{"--page", "moon"} << 2 << "--page";
        QTest::newRow("theme") << QStringList{"--theme", "sepia"} << 2 << "--theme";
        QTest::newRow("size") << QStringList{"--size", "10x10"} << 2 << "--size";
        QTest::newRow("size in words") << QStringList{"--size", "large"} << 2 << "--size";
        QTest::newRow("scale") << QStringList{"--scale", "nan"} << 2 << "--scale";
        QTest::newRow("language") << QStringList{"--lang", "xx"} << 2 << "--lang";
    }
    void refusesWhatItCannotDraw()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, field);
        const QString file = m_folder.filePath(QStringLiteral("none.png"));
        const ProcessAnswer answer = runHeadroom(QStringList{"--json", "export-image", kSample, "-o", file} + words);
        QCOMPARE(answer.exit, exit);
        QCOMPARE(answer.error()[QStringLiteral("field")].toString(), field);
        QVERIFY(answer.told.contains("would be accepted"));
        QVERIFY(!QFile::exists(file));
    }

    void anUnwritableTargetIsSaid()
    {
        const ProcessAnswer answer = runHeadroom({"--json", "export-image", kSample, "-o", "/proc/none.png", "--page", "settings"});
        QCOMPARE(answer.exit, 3);
        QCOMPARE(answer.error()[QStringLiteral("file")].toString(), QStringLiteral("/proc/none.png"));
    }
};

QTEST_GUILESS_MAIN(ExportImageTest)
#include "tst_export_image.moc"
