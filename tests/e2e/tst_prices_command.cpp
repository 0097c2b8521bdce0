// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

QString day(int fromToday)
{
    return QDate::currentDate().addDays(fromToday).toString(Qt::ISODate);
}

double amount(const QJsonValue &money)
{
    return money.toObject().value(QStringLiteral("amount")).toString().toDouble();
}

} // namespace

// `headroom prices` from outside: import, plan with what was imported, undo, contracts, rates; and what was approved.
class PricesCommandTest : public headroom::test::TestCase {
Q_OBJECT

private:
    struct Folder {
        QTemporaryDir temporary;
        QString file(const QString &name, const QByteArray &content = {}) const
        {
            const QString path = temporary.filePath(name);
            if (!content.isNull()) {
                QFile file(path);
                if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                    qFatal("cannot write %s", qPrintable(path));
            }
            return path;
        }
        ProcessAnswer run(QStringList words) const { return runHeadroom(QStringList{QStringLiteral("--data-dir"), temporary.filePath(QStringLiteral("data")), QStringLiteral("--json")} + words); }
    };

    static QByteArray cheapHost(const QString &asOf)
    {
        return "provider,region,instance,gpu,gpus,currency,ondemand,as_of,source\nmyhost,home,HGX-8,h100-sxm,8,USD,8.00," + asOf.toUtf8() + ",quote 17\nmyhost,home,broken,h900,8,USD,8.00," + asOf.toUtf8()
            + ",quote 17\n";
    }

    static QJsonObject offerOf(const ProcessAnswer &plan) { return plan.json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("offer")).toObject(); }
    static QStringList planning() { return {QStringLiteral("plan"), QStringLiteral("--model"), QStringLiteral("deepseek-v3"), QStringLiteral("--qps"), QStringLiteral("10"), QStringLiteral("--gpu"), QStringLiteral("h100-sxm,h200-sxm")}; }

private slots:
    void anImportIsPlannedWithAndUndone()
    {
        Folder folder;
        const QString file = folder.file(QStringLiteral("own.csv"), cheapHost(day(-10)));
        const QString before = offerOf(folder.run(planning())).value(QStringLiteral("provider")).toString();
        QVERIFY(!before.isEmpty() && before != QStringLiteral("myhost"));

        const ProcessAnswer tried = folder.run({QStringLiteral("prices"), QStringLiteral("import"), file, QStringLiteral("--dry-run")});
        QCOMPARE(tried.exit, 0);
        QVERIFY(tried.json().value(QStringLiteral("dry_run")).toBool());
        QCOMPARE(offerOf(folder.run(planning())).value(QStringLiteral("provider")).toString(), before);
        QVERIFY(!QFile::exists(folder.file(QStringLiteral("data/headroom.db"))));

        const ProcessAnswer imported = folder.run({QStringLiteral("prices"), QStringLiteral("import"), file});
        QCOMPARE(imported.exit, 0);
        const QJsonObject json = imported.json();
        QCOMPARE(json.value(QStringLiteral("source")).toString(), QStringLiteral("own.csv"));
        QCOMPARE(json.value(QStringLiteral("read")).toInt(), 2);
        QCOMPARE(json.value(QStringLiteral("imported")).toInt(), 1);
        QCOMPARE(json.value(QStringLiteral("changed")).toInt(), 0);
        QVERIFY(json.value(QStringLiteral("suspicious")).toArray().isEmpty());
        const QJsonObject skipped = json.value(QStringLiteral("skipped")).toArray().first().toObject();
        QCOMPARE(skipped.value(QStringLiteral("row")).toInt(), 3);
        QVERIFY(skipped.value(QStringLiteral("reason")).toString().contains(QStringLiteral("h900")));

        const ProcessAnswer plan = folder.run(planning());
        QCOMPARE(offerOf(plan).value(QStringLiteral("provider")).toString(), QStringLiteral("myhost"));
        QCOMPARE(offerOf(plan).value(QStringLiteral("as_of")).toString(), day(-10));
        QVERIFY(plan.json().value(QStringLiteral("catalog")).toObject().value(QStringLiteral("version")).toString().endsWith(QStringLiteral("+prices-1")));
        for (const QJsonValue &warning : plan.json().value(QStringLiteral("warnings")).toArray())
            QVERIFY(warning.toObject().value(QStringLiteral("code")).toString() != QStringLiteral("stale_prices"));

        const QJsonArray offers = folder.run({QStringLiteral("prices"), QStringLiteral("list"), QStringLiteral("--provider"), QStringLiteral("myhost")}).json().value(QStringLiteral("offers")).toArray();
        QCOMPARE(offers.size(), 1);
        QCOMPARE(amount(offers.first().toObject().value(QStringLiteral("price_per_hour")).toObject().value(QStringLiteral("ondemand"))), 8.0);
        QCOMPARE(offers.first().toObject().value(QStringLiteral("source")).toString(), QStringLiteral("own.csv, quote 17"));
        QCOMPARE(offers.first().toObject().value(QStringLiteral("stale")).toBool(), false);

        // The same file again brings nothing.
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("import"), file}).json().value(QStringLiteral("imported")).toInt(), 0);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("undo")}).exit, 0);
        QCOMPARE(offerOf(folder.run(planning())).value(QStringLiteral("provider")).toString(), before);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("undo")}).exit, 2);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("redo")}).exit, 0);
        QCOMPARE(offerOf(folder.run(planning())).value(QStringLiteral("provider")).toString(), QStringLiteral("myhost"));
    }

    void oldPricesAreUsedAndWarnedOf()
    {
        Folder folder;
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("import"), folder.file(QStringLiteral("own.csv"), cheapHost(day(-91)))}).exit, 0);
        const ProcessAnswer plan = folder.run(planning());
        QCOMPARE(offerOf(plan).value(QStringLiteral("provider")).toString(), QStringLiteral("myhost"));
        bool warned = false;
        for (const QJsonValue &warning : plan.json().value(QStringLiteral("warnings")).toArray())
            warned = warned || warning.toObject().value(QStringLiteral("code")).toString() == QStringLiteral("stale_prices");
        QVERIFY(warned);
    }

    void pricesOfTheFutureAreHeldBackUnlessAskedFor()
    {
        Folder folder;
        const QString file = folder.file(QStringLiteral("own.csv"), cheapHost(day(30)));
        const QJsonObject json = folder.run({QStringLiteral("prices"), QStringLiteral("import"), file}).json();
        QCOMPARE(json.value(QStringLiteral("imported")).toInt(), 0);
        QCOMPARE(json.value(QStringLiteral("suspicious")).toArray().first().toObject().value(QStringLiteral("code")).toString(), QStringLiteral("future"));
        QVERIFY(!QFile::exists(folder.file(QStringLiteral("data/headroom.db"))));
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("import"), file, QStringLiteral("--include-suspicious")}).json().value(QStringLiteral("imported")).toInt(), 1);
        QVERIFY(offerOf(folder.run(planning())).value(QStringLiteral("provider")).toString() != QStringLiteral("myhost"));
        QCOMPARE(offerOf(folder.run(planning() << QStringLiteral("--offers") << QStringLiteral("myhost"))).value(QStringLiteral("provider")).toString(), QStringLiteral("myhost"));
    }

    void whatCannotBeImportedLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exit");
        QTest::newRow("prose") << QByteArray("Dear Sir or Madam") << QStringList() << 2;
        QTest::newRow("broken off") << QByteArray("{\"Items\":[{\"armSkuName\":\"Standard_ND96") << QStringList() << 2;
        QTest::newRow("no provider") << QByteArray("InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nx,H100,8,20,eu\n") << QStringList() << 2;
        QTest::newRow("a currency that is none") << cheapHost(day(-1)) << QStringList{QStringLiteral("--currency"), QStringLiteral("XAU")} << 2;
        QTest::newRow("a day that is none") << cheapHost(day(-1)) << QStringList{QStringLiteral("--as-of"), QStringLiteral("spring")} << 2;
        QTest::newRow("no file") << QByteArray() << QStringList() << 3;
    }
    void whatCannotBeImportedLeavesNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, options);
        QFETCH(int, exit);
        Folder folder;
        const ProcessAnswer answer = folder.run(QStringList{QStringLiteral("prices"), QStringLiteral("import"), folder.file(QStringLiteral("list"), content)} + options);
        QCOMPARE(answer.exit, exit);
        QVERIFY(!answer.error().value(QStringLiteral("text")).toString().isEmpty());
        QVERIFY(!answer.told.isEmpty());
        QVERIFY(!QFile::exists(folder.file(QStringLiteral("data/headroom.db"))));
    }

    void contractsLowerThePlan()
    {
        Folder folder;
        const QStringList words = planning() << QStringLiteral("--offers") << QStringLiteral("aws");
        const double before = amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost")));
        QVERIFY(before > 0);
        const ProcessAnswer added = folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("add"), QStringLiteral("frame"), QStringLiteral("--provider"), QStringLiteral("aws"),
                                                QStringLiteral("--discount"), QStringLiteral("12.5")});
        QCOMPARE(added.exit, 0);
        const double after = amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost")));
        QVERIFY2(std::abs(after - before * 0.875) < 0.02, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("own")}).json().value(QStringLiteral("contracts")).toArray().first().toObject().value(QStringLiteral("discount_percent")).toString(),
                 QStringLiteral("12.5000"));
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("add"), QStringLiteral("x"), QStringLiteral("--provider"), QStringLiteral("nobody"), QStringLiteral("--discount"),
                             QStringLiteral("5")}).exit, 2);
        const QString id = QString::number(added.json().value(QStringLiteral("id")).toInt());
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("change"), id, QStringLiteral("--discount"), QStringLiteral("25 %"), QStringLiteral("--until"), day(30)}).exit, 0);
        const QJsonObject changed = folder.run({QStringLiteral("prices"), QStringLiteral("own")}).json().value(QStringLiteral("contracts")).toArray().first().toObject();
        QCOMPARE(changed.value(QStringLiteral("discount_percent")).toString(), QStringLiteral("25.0000"));
        QCOMPARE(changed.value(QStringLiteral("name")).toString(), QStringLiteral("frame")); // what is not given stays
        QCOMPARE(changed.value(QStringLiteral("valid_until")).toString(), day(30));
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("change"), QStringLiteral("77"), QStringLiteral("--discount"), QStringLiteral("5")}).exit, 2);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("remove"), QString::number(added.json().value(QStringLiteral("id")).toInt())}).exit, 0);
        QCOMPARE(amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost"))), before);
    }

    void aScenarioIsBoundToALiveSourceAndLetGo()
    {
        Folder folder;
        const QStringList scenarios{QStringLiteral("scenarios")};
        QCOMPARE(folder.run(QStringList(scenarios) << QStringLiteral("import") << QStringLiteral(HEADROOM_SOURCE_DIR "/resources/demo/sample_scenario.json")).exit, 0);
        const ProcessAnswer bound = folder.run(QStringList(scenarios) << QStringLiteral("bind") << QStringLiteral("1") << QStringLiteral("http://127.0.0.1:9400/metrics"));
        QCOMPARE(bound.exit, 0);
        const QString calibration = bound.json().value(QStringLiteral("calibration")).toString();
        QVERIFY(calibration.contains(QLatin1Char('-')));
        const auto baselines = [&] { return folder.run(QStringList(scenarios) << QStringLiteral("show") << QStringLiteral("1") << QStringLiteral("--baseline")).json().value(QStringLiteral("baselines")).toArray(); };
        const QJsonObject frozen = baselines().first().toObject();
        QCOMPARE(frozen.value(QStringLiteral("cause")).toString(), QStringLiteral("live_source"));
        QCOMPARE(frozen.value(QStringLiteral("calibration")).toString(), calibration);
        QCOMPARE(frozen.value(QStringLiteral("watched_at")).toString(), QStringLiteral("http://127.0.0.1:9400/metrics"));
        QCOMPARE(folder.run(QStringList(scenarios) << QStringLiteral("bind") << QStringLiteral("1") << QStringLiteral("ftp://x")).exit, 2);
        QCOMPARE(folder.run(QStringList(scenarios) << QStringLiteral("bind") << QStringLiteral("9") << QStringLiteral("demo:")).exit, 2);
        QCOMPARE(folder.run(QStringList(scenarios) << QStringLiteral("unbind") << QStringLiteral("1")).exit, 0);
        QCOMPARE(folder.run(QStringList(scenarios) << QStringLiteral("unbind") << QStringLiteral("1")).exit, 2);
        QCOMPARE(baselines().size(), 1); // what was frozen stays
        QVERIFY(baselines().first().toObject().value(QStringLiteral("watched_at")).isNull());
    }

    void ratesOfExchangeAreOnesOwn()
    {
        Folder folder;
        const QStringList words = planning() << QStringLiteral("--currency") << QStringLiteral("CNY") << QStringLiteral("--offers") << QStringLiteral("aws");
        const double before = amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost")));
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("rate"), QStringLiteral("USD"), QStringLiteral("CNY"), QStringLiteral("14.40"), QStringLiteral("--as-of"), day(-1)}).exit, 0);
        const double after = amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost")));
        QVERIFY2(std::abs(after - before * 2) < 0.02, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after))); // each rounded to the cent
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("rate"), QStringLiteral("USD"), QStringLiteral("USD"), QStringLiteral("1")}).exit, 2);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("rate"), QStringLiteral("USD"), QStringLiteral("CNY")}).exit, 2);
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("rate"), QStringLiteral("USD"), QStringLiteral("CNY"), QStringLiteral("--remove")}).exit, 0);
        QCOMPARE(amount(folder.run(words).json().value(QStringLiteral("recommended")).toObject().value(QStringLiteral("monthly_cost"))), before);
    }

    void aProposalFreezesWhatIsApproved()
    {
        Folder folder;
        const QJsonObject scenario = folder.run(planning()).json().value(QStringLiteral("scenario")).toObject();
        const QString file = folder.file(QStringLiteral("scenario.json"), QJsonDocument(scenario).toJson());
        const QString id = QString::number(folder.run({QStringLiteral("scenarios"), QStringLiteral("import"), file}).json().value(QStringLiteral("id")).toInt());
        const ProcessAnswer proposal = folder.run({QStringLiteral("proposal"), file, QStringLiteral("-o"), folder.file(QStringLiteral("p.pdf")), QStringLiteral("--baseline-of"), id});
        if (proposal.exit == 2 && proposal.error().value(QStringLiteral("code")).toString() == QStringLiteral("not_available"))
            QSKIP("this build has no window, and so no proposals");
        QCOMPARE(proposal.exit, 0);
        const QStringList show{QStringLiteral("scenarios"), QStringLiteral("show"), id, QStringLiteral("--baseline")};
        const QJsonObject first = folder.run(show).json().value(QStringLiteral("baselines")).toArray().first().toObject();
        const QJsonObject approved = first.value(QStringLiteral("approved")).toObject();
        QVERIFY(amount(approved.value(QStringLiteral("monthly_cost"))) > 0);
        QCOMPARE(first.value(QStringLiteral("same_fleet_now")).toObject().value(QStringLiteral("monthly_cost")), approved.value(QStringLiteral("monthly_cost")));

        // A contract later halves the price; what was approved stays.
        const QString provider = approved.value(QStringLiteral("offer")).toObject().value(QStringLiteral("provider")).toString();
        QCOMPARE(folder.run({QStringLiteral("prices"), QStringLiteral("contract"), QStringLiteral("add"), QStringLiteral("half"), QStringLiteral("--provider"), provider, QStringLiteral("--discount"), QStringLiteral("50")}).exit, 0);
        const ProcessAnswer later = folder.run(show);
        const QJsonObject second = later.json().value(QStringLiteral("baselines")).toArray().first().toObject();
        QCOMPARE(second.value(QStringLiteral("approved")).toObject(), approved);
        QCOMPARE(second.value(QStringLiteral("catalog")).toObject(), first.value(QStringLiteral("catalog")).toObject());
        QVERIFY(later.json().value(QStringLiteral("catalog")).toObject() != second.value(QStringLiteral("catalog")).toObject());
        QVERIFY(std::abs(second.value(QStringLiteral("difference")).toObject().value(QStringLiteral("ratio")).toDouble() + 0.5) < 1e-6);
        // A scenario is still printed as one, and the baseline is pointed at.
        const ProcessAnswer plain = folder.run({QStringLiteral("scenarios"), QStringLiteral("show"), id});
        QCOMPARE(plain.json(), scenario);
        QVERIFY(plain.told.contains("--baseline"));
        QCOMPARE(folder.run({QStringLiteral("proposal"), file, QStringLiteral("-o"), folder.file(QStringLiteral("p.pdf")), QStringLiteral("--baseline-of"), QStringLiteral("99")}).exit, 2);
    }
};

QTEST_GUILESS_MAIN(PricesCommandTest)
#include "tst_prices_command.moc"
