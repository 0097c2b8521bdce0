// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <ui/pages/library/library_page.h>
#include <ui/theme/theme.h>

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

using namespace headroom;
using namespace headroom::ui;

namespace {

struct Fixture {
    Fixture() : page(test::shippedCatalog(), [this](const QString &file) -> core::Result<QString> { models.append(file); return QStringLiteral("model"); })
    {
        page.resize(1200, 800);
        page.show();
    }
    QString file(const QString &name, const QByteArray &content) const
    {
        const QString path = folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }
    template<class T>
    T *child(const char *name)
    {
        T *found = page.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    // As a file manager does it.
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &dropped);
        QVERIFY(dropped.isAccepted());
    }

    QTemporaryDir folder;
    QStringList models;
    LibraryPage page;
};

const QByteArray kList = "provider,region,instance,gpu,gpus,currency,price,as_of\nmyhost,home,HGX,h100-sxm,8,USD,20,2026-01-01\nmyhost,home,NEXT,h200-sxm,8,USD,30,2999-01-01\n";

} // namespace

// Price lists on the Library page, by mouse and keyboard.
class LibraryPricesTest : public test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void aDroppedListIsShownBeforeItIsImported()
    {
        Fixture f;
        QSignalSpy chosen(&f.page, &LibraryPage::pricesChosen);
        f.drop(f.file(QStringLiteral("own.csv"), kList));
        auto *table = f.child<QTableView>("prices.preview");
        QTRY_VERIFY(table->isVisible());
        QVERIFY(!f.child<QProgressBar>("prices.progress")->isVisible());
        QVERIFY(table->model()->rowCount() >= 2); // the new one, and the remarks on the other
        QVERIFY(chosen.isEmpty());
        QVERIFY(f.child<QCheckBox>("prices.doubted")->isVisible());
        QTest::mouseClick(f.child<QPushButton>("prices.store"), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).toBool(), false);
        QCOMPARE(chosen.first().at(0).value<present::PricePreviewPtr>()->added.size(), std::size_t(1));
        QVERIFY(!table->isVisible());
        QVERIFY(f.models.isEmpty());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
        if (folder.isEmpty())
            QSKIP("set HEADROOM_GALLERY to a folder for pictures");
        Fixture f;
        f.page.readPrices(f.file(QStringLiteral("own.csv"), kList));
        QTRY_VERIFY(f.child<QTableView>("prices.preview")->isVisible());
        f.page.setUndoablePrices(QStringLiteral("vms.csv"));
        QTest::qWait(50);
        QVERIFY(f.page.grab().save(folder + QStringLiteral("/library-prices.png")));
    }

    void doubtfulPricesAreImportedWhenTicked()
    {
        Fixture f;
        QSignalSpy chosen(&f.page, &LibraryPage::pricesChosen);
        f.page.readPrices(f.file(QStringLiteral("own.csv"), "provider,instance,gpu,gpus,currency,price,as_of\nmyhost,NEXT,h200-sxm,8,USD,30,2999-01-01\n"));
        auto *store = f.child<QPushButton>("prices.store");
        QTRY_VERIFY(store->isVisible());
        QVERIFY(!store->isEnabled());
        f.child<QCheckBox>("prices.doubted")->click();
        QVERIFY(store->isEnabled());
        QTest::mouseClick(store, Qt::LeftButton);
        QCOMPARE(chosen.first().at(1).toBool(), true);
    }

    void aPreviewIsDiscarded()
    {
        Fixture f;
        QSignalSpy chosen(&f.page, &LibraryPage::pricesChosen);
        f.page.readPrices(f.file(QStringLiteral("own.csv"), kList));
        auto *cancel = f.child<QPushButton>("prices.cancel");
        QTRY_VERIFY(f.child<QTableView>("prices.preview")->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!f.child<QTableView>("prices.preview")->isVisible());
        QVERIFY(chosen.isEmpty());
    }

    void readingIsCancelledByItsButton()
    {
        Fixture f;
        QSignalSpy failed(&f.page, &LibraryPage::failed);
        f.page.readPrices(f.file(QStringLiteral("own.csv"), kList + QByteArray("myhost,home,HGX,h100-sxm,8,USD,20,2026-01-01\n").repeated(300'000)));
        QVERIFY(f.child<QProgressBar>("prices.progress")->isVisible());
        QTest::mouseClick(f.child<QPushButton>("prices.cancel"), Qt::LeftButton);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("cancelled")));
        QVERIFY(!f.child<QPushButton>("prices.cancel")->isVisible());
    }

    void theProviderIsAskedForWhereNobodySaysIt()
    {
        Fixture f;
        f.page.readPrices(f.file(QStringLiteral("vms.csv"), "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nnode,H100,8,20,eu\n"));
        auto *provider = f.child<QLineEdit>("prices.provider");
        QTRY_VERIFY(provider->isVisible());
        QVERIFY(!f.child<QPushButton>("prices.again")->isEnabled());
        QTest::keyClicks(provider, QStringLiteral("verda"));
        QTest::keyClick(provider, Qt::Key_Return);
        QTRY_VERIFY(f.child<QTableView>("prices.preview")->isVisible());
        QCOMPARE(f.child<QTableView>("prices.preview")->model()->index(0, 1).data().toString(), QStringLiteral("verda node eu"));
    }

    void whatIsNoPriceListIsSaid()
    {
        Fixture f;
        QSignalSpy failed(&f.page, &LibraryPage::failed);
        f.page.readPrices(f.file(QStringLiteral("letter.csv"), "Dear Sir or Madam"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("letter.csv")));
        QVERIFY(!f.child<QTableView>("prices.preview")->isVisible());
    }

    void aModelsConfigurationIsStillOne()
    {
        Fixture f;
        f.drop(f.file(QStringLiteral("config.json"), "{}"));
        QCOMPARE(f.models.size(), 1);
    }

    void theNewestImportCanBeTakenBack()
    {
        Fixture f;
        QSignalSpy undo(&f.page, &LibraryPage::undoPricesRequested);
        auto *button = f.child<QPushButton>("library.undoPrices");
        QVERIFY(!button->isVisible());
        f.page.setUndoablePrices(QStringLiteral("own.csv"));
        QVERIFY(button->isVisible());
        QVERIFY(button->toolTip().contains(QStringLiteral("own.csv")));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(undo.size(), 1);
        f.page.setUndoablePrices({});
        QVERIFY(!button->isVisible());
    }
};

QTEST_MAIN(LibraryPricesTest)
#include "tst_library_prices.moc"
