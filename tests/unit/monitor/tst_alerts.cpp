// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_server.h"
#include "support/shipped_rules.h"
#include "support/test_case.h"

#include <monitor/alerts/alert_engine.h>
#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/webhook.h>

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace headroom;
using namespace headroom::monitor;
using enum CanonicalMetric;

namespace {

AlertRule hot()
{
    AlertRule rule;
    rule.id = "hot";
    rule.metric = GpuTempC;
    rule.threshold = 85;
    rule.clear = 80;
    rule.forSeconds = 60;
    return rule;
}

const Subject kGpu{"gpu-1", 3, "GPU-aa", "", "", "", "", ""};
const Subject kEngine{"gpu-1", -1, "", "", "", "llama", "vllm", ""};

// A watched source whose values a test sets one by one.
struct Watched {
    AlertEngine engine;
    std::int64_t now = 1'000'000'000;

    explicit Watched(std::vector<AlertRule> rules) { engine.setRules(std::move(rules)); }

    std::vector<Alert> poll(const Subject &subject, std::vector<std::pair<CanonicalMetric, double>> values, int after = 10, float quantile = 0)
    {
        now += after * 1000;
        Snapshot snapshot;
        snapshot.sourceId = "a";
        snapshot.timeMs = now;
        snapshot.subjects = {subject};
        for (const auto &[metric, value] : values)
            snapshot.samples.push_back({metric, 0, quantile, false, value});
        return engine.take(snapshot);
    }
    std::vector<Alert> fail(int after = 10)
    {
        now += after * 1000;
        Snapshot snapshot;
        snapshot.sourceId = "a";
        snapshot.timeMs = now;
        snapshot.state = SourceState::Failed;
        snapshot.reason = FailureReason::Down;
        return engine.take(snapshot);
    }
    QStringList states() const
    {
        QStringList all;
        for (const Alert &alert : engine.alerts())
            all << QString::fromStdString(alert.ruleId) + QLatin1Char(' ') + QLatin1String(alertStateName(alert.state).data());
        return all;
    }
};

// Time that passes at once.
class HastyClock final : public PollClock {
public:
    std::chrono::milliseconds now() const override { return {}; }
    std::int64_t unixMs() const override { return 0; }
    double random() override { return 0.5; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        waited += delay;
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }
    std::chrono::milliseconds waited{0};
};

} // namespace

class AlertsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void firesAfterItsDurationAndNotBefore()
    {
        Watched watched({hot()});
        QVERIFY(watched.poll(kGpu, {{GpuTempC, 84}}).empty());
        QCOMPARE(watched.poll(kGpu, {{GpuTempC, 86}}).at(0).state, AlertState::Pending);
        QVERIFY(watched.poll(kGpu, {{GpuTempC, 90}}, 59).empty());
        const auto changed = watched.poll(kGpu, {{GpuTempC, 91}}, 1);
        QCOMPARE(changed.size(), std::size_t(1));
        QCOMPARE(changed[0].state, AlertState::Firing);
        QCOMPARE(changed[0].value, 91.0);
        QCOMPARE(changed[0].subject, kGpu);
        QCOMPARE(changed[0].firedMs - changed[0].sinceMs, 60'000);
    }

    void aShortPeakLeavesNothing()
    {
        Watched watched({hot()});
        watched.poll(kGpu, {{GpuTempC, 99}});
        watched.poll(kGpu, {{GpuTempC, 84}});
        QVERIFY(watched.states().isEmpty());
        QCOMPARE(watched.engine.takeDropped().size(), std::size_t(1));
        // The duration begins anew.
        watched.poll(kGpu, {{GpuTempC, 99}});
        watched.poll(kGpu, {{GpuTempC, 99}}, 50);
        QCOMPARE(watched.states(), QStringList{QStringLiteral("hot pending")});
    }

    void hysteresisKeepsItFiring()
    {
        Watched watched({hot()});
        watched.poll(kGpu, {{GpuTempC, 86}});
        watched.poll(kGpu, {{GpuTempC, 86}}, 60);
        QVERIFY(watched.poll(kGpu, {{GpuTempC, 81}}).empty()); // under the threshold, over clear
        QCOMPARE(watched.states(), QStringList{QStringLiteral("hot firing")});
        QCOMPARE(watched.poll(kGpu, {{GpuTempC, 80}}).at(0).state, AlertState::Resolved);
        QVERIFY(watched.poll(kGpu, {{GpuTempC, 84}}).empty()); // over again needs the threshold
    }

    void belowWorksTheOtherWayRoundAndTheConditionCounts()
    {
        AlertRule idle;
        idle.id = "idle";
        idle.metric = GpuUtilRatio;
        idle.above = false;
        idle.threshold = 0.05;
        idle.clear = 0.1;
        idle.also = AlertCondition{GpuMemUsedBytes, GpuMemTotalBytes, true, 0.5};
        Watched watched({idle});
        QVERIFY(watched.poll(kGpu, {{GpuUtilRatio, 0.0}, {GpuMemUsedBytes, 1}, {GpuMemTotalBytes, 100}}).empty());
        QVERIFY(watched.poll(kGpu, {{GpuUtilRatio, 0.0}, {GpuMemUsedBytes, 60}}).empty()); // unknown is not true
        QCOMPARE(watched.poll(kGpu, {{GpuUtilRatio, 0.0}, {GpuMemUsedBytes, 60}, {GpuMemTotalBytes, 100}}).at(0).state, AlertState::Firing);
        QVERIFY(watched.poll(kGpu, {{GpuUtilRatio, 0.09}, {GpuMemUsedBytes, 60}, {GpuMemTotalBytes, 100}}).empty());
        QCOMPARE(watched.poll(kGpu, {{GpuUtilRatio, 0.11}, {GpuMemUsedBytes, 60}, {GpuMemTotalBytes, 100}}).at(0).state, AlertState::Resolved);
    }

    void aStickyCodeIsNoNewsButAnotherOneIs()
    {
        AlertRule xid;
        xid.id = "xid";
        xid.kind = AlertKind::Change;
        xid.metric = GpuXidCode;
        xid.codes = {79, 48};
        xid.forSeconds = 600;
        Watched watched({xid});
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 79}}).empty()); // it was there before we came
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 79}}).empty());
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 31}}).empty()); // not asked for
        QCOMPARE(watched.poll(kGpu, {{GpuXidCode, 48}}).at(0).value, 48.0);
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 48}}, 599).empty());
        QCOMPARE(watched.poll(kGpu, {{GpuXidCode, 79}}).at(0).state, AlertState::Firing); // news while the last one fires
        QCOMPARE(watched.poll(kGpu, {{GpuXidCode, 79}}, 600).at(0).state, AlertState::Resolved);
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 0}}).empty()); // the driver was loaded anew
    }

    void everyXidThatIsSaidIsNews()
    {
        AlertRule xid;
        xid.id = "xid";
        xid.kind = AlertKind::Event;
        xid.metric = GpuXidNew;
        xid.codes = {79, 48};
        xid.forSeconds = 600;
        Watched watched({xid});
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 79}}).empty()); // a state, no event
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 31}, {GpuXidNew, 31}}).empty()); // not asked for
        const auto first = watched.poll(kGpu, {{GpuXidCode, 79}, {GpuXidNew, 79}});
        QCOMPARE(first.size(), std::size_t(1));
        QCOMPARE(first[0].state, AlertState::Firing);
        QCOMPARE(first[0].value, 79.0);
        const auto again = watched.poll(kGpu, {{GpuXidCode, 79}, {GpuXidNew, 79}}, 100); // the same code a second time
        QCOMPARE(again.size(), std::size_t(1));
        QCOMPARE(again[0].firedMs, watched.now);
        QCOMPARE(watched.poll(kGpu, {{GpuXidCode, 48}, {GpuXidNew, 79}, {GpuXidNew, 48}}).size(), std::size_t(2)); // two in one poll
        QVERIFY(watched.poll(kGpu, {{GpuXidCode, 48}}, 599).empty());
        QVERIFY(watched.engine.tick(watched.now).empty());
        QCOMPARE(watched.engine.tick(watched.now + 1000).at(0).state, AlertState::Resolved);
    }

    // "known": what the history says of before; "late": it says so after the first answer.
    void anXidOfWhileNobodyWatchedIsToldOnce_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<int>("now");
        QTest::addColumn<bool>("late");
        QTest::addColumn<bool>("fires");
        for (const bool late : {false, true}) {
            const auto row = [late](const char *name) -> QTestData & { return QTest::newRow(qPrintable(QStringLiteral("%1, history %2").arg(QLatin1String(name), late ? QStringLiteral("late") : QStringLiteral("first")))); };
            row("it stayed") << 79 << 79 << late << false;
            row("another one came") << 31 << 79 << late << true;
            row("the first one came") << 0 << 48 << late << true;
            row("not asked for") << 0 << 31 << late << false;
            row("the driver was loaded anew") << 79 << 0 << late << false;
        }
    }

    void anXidOfWhileNobodyWatchedIsToldOnce()
    {
        QFETCH(int, known);
        QFETCH(int, now);
        QFETCH(bool, late);
        QFETCH(bool, fires);
        AlertRule xid;
        xid.id = "xid";
        xid.kind = AlertKind::Event;
        xid.metric = GpuXidNew;
        xid.codes = {79, 48};
        xid.forSeconds = 600;
        Watched watched({xid});
        std::size_t told = 0;
        const auto remember = [&] { told += watched.engine.knowCodes({{"a", kGpu, known}, {"elsewhere", kGpu, 5}}, watched.now).size(); };
        if (!late)
            remember();
        told += watched.poll(kGpu, {{GpuXidCode, static_cast<double>(now)}}).size();
        if (late)
            remember();
        QCOMPARE(told, fires ? std::size_t(1) : std::size_t(0));
        told += watched.poll(kGpu, {{GpuXidCode, static_cast<double>(now)}}).size();
        QCOMPARE(told, fires ? std::size_t(1) : std::size_t(0)); // once
    }

    // What the genuine mapper says of two polls of a DCGM page, by the rules that ship.
    void shippedXidRulesFireOnTheEventAndNotOnTheStateThatStays()
    {
        Watched watched(test::shippedRules());
        for (const double code : {31.0, 31.0})
            watched.poll(kGpu, {{GpuXidCode, code}});
        QVERIFY(watched.states().isEmpty());
        watched.poll(kGpu, {{GpuXidCode, 79}, {GpuXidNew, 79}});
        QCOMPARE(watched.states(), QStringList{QStringLiteral("gpu_xid_critical firing")});
        watched.poll(kGpu, {{GpuXidCode, 31}, {GpuXidNew, 31}});
        QVERIFY(watched.states().contains(QStringLiteral("gpu_xid_warning firing")));
    }

    void aQueueMustGrow_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("step");
        QTest::addColumn<bool>("fires");
        QTest::newRow("long but shrinking") << 500.0 << -2.0 << false;
        QTest::newRow("long and steady") << 50.0 << 0.0 << false;
        QTest::newRow("growing") << 10.0 << 1.0 << true;
        QTest::newRow("growing but short") << 0.0 << 0.05 << false;
    }

    void aQueueMustGrow()
    {
        QFETCH(double, from);
        QFETCH(double, step);
        QFETCH(bool, fires);
        AlertRule queue;
        queue.id = "queue";
        queue.kind = AlertKind::Growing;
        queue.metric = ServingRequestsWaiting;
        queue.threshold = 5;
        queue.clear = 1;
        queue.forSeconds = 300;
        Watched watched({queue});
        for (int i = 0; i < 60; ++i)
            watched.poll(kEngine, {{ServingRequestsWaiting, from + step * i}}, 5);
        QCOMPARE(watched.states().size(), fires ? 1 : 0);
    }

    void aSourceThatFailsIsToldAndRecovers()
    {
        AlertRule down;
        down.id = "down";
        down.kind = AlertKind::SourceFailed;
        down.forSeconds = 120;
        Watched watched({down});
        watched.fail();
        QCOMPARE(watched.fail(119).size(), std::size_t(0));
        QCOMPARE(watched.fail(1).at(0).state, AlertState::Firing);
        QCOMPARE(watched.poll(kGpu, {{GpuTempC, 20}}).at(0).state, AlertState::Resolved);
    }

    void aGpuThatVanishesIsToldWhileItsSourceAnswers()
    {
        AlertRule gone;
        gone.id = "gone";
        gone.kind = AlertKind::Gone;
        gone.forSeconds = 60;
        Watched watched({gone});
        watched.poll(kGpu, {{GpuTempC, 20}});
        for (int i = 0; i < 20; ++i)
            watched.fail(); // nobody knows
        QVERIFY(watched.states().isEmpty());
        watched.poll(kEngine, {{ServingRequestsWaiting, 0}});
        const auto changed = watched.poll(kEngine, {{ServingRequestsWaiting, 0}}, 61);
        QCOMPARE(changed.at(0).state, AlertState::Firing);
        QCOMPARE(changed.at(0).subject, kGpu);
        QCOMPARE(watched.poll(kGpu, {{GpuTempC, 20}}).at(0).state, AlertState::Resolved);
    }

    void survivesARestart()
    {
        Watched before({hot()});
        before.poll(kGpu, {{GpuTempC, 90}});
        before.poll(kGpu, {{GpuTempC, 90}}, 60);
        before.poll(kEngine, {{GpuTempC, 90}}, 1); // a second one, pending
        QVERIFY(before.engine.acknowledge(alertKey("hot", "a", kGpu)));
        QVERIFY(before.engine.silence(alertKey("hot", "a", kGpu), before.now + 3'600'000));
        std::vector<Alert> stored;
        for (const Alert &alert : before.engine.alerts()) {
            const auto read = alertFromJson(alertToJson(alert));
            QVERIFY2(read.has_value(), read ? "" : (read.error().field + ": " + read.error().detail).c_str());
            QCOMPARE(*read, alert);
            stored.push_back(*read);
        }
        Watched after({hot()});
        after.now = before.now;
        after.engine.restore(stored);
        QCOMPARE(after.engine.alerts(), before.engine.alerts());
        // What fired goes on without being told again; what was pending goes on counting.
        QVERIFY(after.poll(kGpu, {{GpuTempC, 90}}, 30).empty());
        QVERIFY(after.engine.find(alertKey("hot", "a", kGpu))->acknowledged);
        QCOMPARE(after.poll(kEngine, {{GpuTempC, 90}}, 31).at(0).state, AlertState::Firing);
    }

    void whatIsNoLongerPublishedEnds()
    {
        Watched watched({hot()});
        watched.poll(kGpu, {{GpuTempC, 90}});
        watched.poll(kGpu, {{GpuTempC, 90}}, 60);
        QVERIFY(watched.engine.tick(watched.now + AlertEngine::kUnseenMs).empty());
        QCOMPARE(watched.engine.tick(watched.now + AlertEngine::kUnseenMs + 1).at(0).state, AlertState::Resolved);
        watched.engine.tick(watched.now + 2 * AlertEngine::kForgetMs);
        QVERIFY(watched.engine.alerts().empty());
    }

    void aSourceThatIsRemovedTakesItsAlertsAlong()
    {
        Watched watched({hot()});
        watched.poll(kGpu, {{GpuTempC, 90}});
        watched.poll(kGpu, {{GpuTempC, 90}}, 60);
        QVERIFY(watched.engine.keepSources({"a"}, watched.now).empty());
        QCOMPARE(watched.engine.keepSources({"b"}, watched.now).at(0).state, AlertState::Resolved);
    }

    void thousandsOfAlertsAreBounded()
    {
        AlertRule rule = hot();
        rule.forSeconds = 0;
        AlertEngine engine;
        engine.setRules({rule});
        Snapshot snapshot;
        snapshot.sourceId = "a";
        snapshot.timeMs = 1000;
        for (int i = 0; i < 8000; ++i) {
            snapshot.subjects.push_back({"n", i, "", "", "", "", "", ""});
            snapshot.samples.push_back({GpuTempC, std::uint32_t(i), 0, false, 99});
        }
        engine.take(snapshot);
        QCOMPARE(engine.alerts().size(), AlertEngine::kMostAlerts);
    }

    void shipsRulesForWhatMatters()
    {
        const auto rules = test::shippedRules();
        for (const char *id : {"source_down", "gpu_gone", "gpu_temperature_high", "gpu_xid_critical", "gpu_memory_nearly_full", "kv_cache_pressure", "queue_growing",
                               "ttft_over_target", "gpu_idle_for_days"})
            QVERIFY2(std::ranges::find(rules, id, &AlertRule::id) != rules.end(), id);
        for (const AlertRule &rule : rules)
            QVERIFY2(rule.enabled && !rule.summary.empty() && !rule.prometheus.empty(), rule.id.c_str());
        QCOMPARE(alertRulesFromJson(alertRulesToJson(rules)).value(), rules);
    }

    void refusesRulesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]") << QByteArray();
        QTest::newRow("no rules") << QByteArray("{}") << QByteArray("rules");
        QTest::newRow("no id") << QByteArray(R"({"rules":[{"kind":"threshold","severity":"info","metric":"gpu.temp_c","threshold":1}]})") << QByteArray("rules[0].id");
        QTest::newRow("bad id") << QByteArray(R"({"rules":[{"id":"A b","kind":"threshold","severity":"info","metric":"gpu.temp_c","threshold":1}]})") << QByteArray("rules[0].id");
        QTest::newRow("unknown metric") << QByteArray(R"({"rules":[{"id":"a","kind":"threshold","severity":"info","metric":"gpu.smell","threshold":1}]})") << QByteArray("rules[0].metric");
        QTest::newRow("unknown field") << QByteArray(R"({"rules":[{"id":"a","kind":"threshold","severity":"info","metric":"gpu.temp_c","threshold":1,"colour":2}]})") << QByteArray("rules[0].colour");
        QTest::newRow("clear on the bad side") << QByteArray(R"({"rules":[{"id":"a","kind":"threshold","severity":"info","metric":"gpu.temp_c","threshold":1,"clear":2}]})") << QByteArray("rules[0].clear");
        QTest::newRow("twice") << QByteArray(R"({"rules":[{"id":"a","kind":"source_failed","severity":"info"},{"id":"a","kind":"source_failed","severity":"info"}]})") << QByteArray("rules[1].id");
        QTest::newRow("a duration of years") << QByteArray(R"({"rules":[{"id":"a","kind":"source_failed","severity":"info","for_s":1e12}]})") << QByteArray("rules[0].for_s");
        QTest::newRow("deep") << QByteArray(100000, '[') << QByteArray();
    }

    void refusesRulesThatAreNone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        const auto rules = alertRulesFromJson(text.toStdString());
        QVERIFY(!rules);
        QCOMPARE(QByteArray::fromStdString(rules.error().field), field);
        QVERIFY(!rules.error().detail.empty());
    }

    void theWebhookGetsAlertmanagersJson()
    {
        QByteArray got;
        headroom::test::ScriptedServer server([&](QTcpSocket &socket, const QByteArray &request) {
            got = request;
            headroom::test::ScriptedServer::answer(socket, "ok");
        });
        Webhook webhook;
        webhook.setAddress(QUrl(server.url(QStringLiteral("/hook"))));
        QSignalSpy delivered(&webhook, &Webhook::delivered);
        Watched watched({hot()});
        watched.poll(kGpu, {{GpuTempC, 90}});
        const auto changed = watched.poll(kGpu, {{GpuTempC, 90}}, 60);
        webhook.send(webhookBody(changed[0], "A GPU is hot."));
        QVERIFY(delivered.wait());
        QVERIFY(got.startsWith("POST /hook "));
        const auto body = QJsonDocument::fromJson(got.mid(got.indexOf("\r\n\r\n") + 4));
        QCOMPARE(body[u"version"].toString(), QStringLiteral("4"));
        QCOMPARE(body[u"status"].toString(), QStringLiteral("firing"));
        const auto one = body[u"alerts"][0];
        QCOMPARE(one[u"labels"][u"alertname"].toString(), QStringLiteral("hot"));
        QCOMPARE(one[u"labels"][u"uuid"].toString(), QStringLiteral("GPU-aa"));
        QCOMPARE(one[u"annotations"][u"summary"].toString(), QStringLiteral("A GPU is hot."));
        QCOMPARE(one[u"endsAt"].toString(), QStringLiteral("0001-01-01T00:00:00Z"));
    }

    void aWebhookThatFailsIsTriedAgainThenGivenUp_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("tries");
        QTest::newRow("busy") << QByteArray("503 Busy") << Webhook::kTries;
        QTest::newRow("slow down") << QByteArray("429 Too Many Requests") << Webhook::kTries;
        QTest::newRow("redirect") << QByteArray("302 Found") << Webhook::kTries;
        QTest::newRow("no such place") << QByteArray("404 Not Found") << 1;
    }

    void aWebhookThatFailsIsTriedAgainThenGivenUp()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, tries);
        headroom::test::ScriptedServer server([&](QTcpSocket &socket, const QByteArray &) { headroom::test::ScriptedServer::answer(socket, "no", "text/plain", status); });
        const auto clock = std::make_shared<HastyClock>();
        Webhook webhook(clock);
        webhook.setAddress(QUrl(server.url()));
        QSignalSpy gaveUp(&webhook, &Webhook::gaveUp);
        webhook.send("{}");
        QVERIFY(gaveUp.wait());
        QCOMPARE(server.requests, tries);
        QVERIFY(tries == 1 || clock->waited >= std::chrono::seconds(60));
        QCOMPARE(webhook.waiting(), std::size_t(0));
    }

    void theWebhooksQueueIsBounded()
    {
        headroom::test::ScriptedServer server([](QTcpSocket &, const QByteArray &) {}); // never answers
        Webhook webhook;
        webhook.setAddress(QUrl(server.url()));
        QSignalSpy gaveUp(&webhook, &Webhook::gaveUp);
        for (int i = 0; i < 250; ++i)
            webhook.send("{}");
        QCOMPARE(webhook.waiting(), Webhook::kMostWaiting);
        QCOMPARE(gaveUp.size(), 150);
        webhook.setAddress(QUrl(QStringLiteral("file:///etc/passwd"))); // not an address for it
        QCOMPARE(webhook.waiting(), std::size_t(0));
        webhook.send("{}");
        QCOMPARE(webhook.waiting(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
