// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using headroom::test::ProcessAnswer;
using headroom::test::runHeadroom;

namespace {

const QString kSample = QStringLiteral(HEADROOM_SOURCE_DIR "/resources/demo/sample_scenario.json");

} // namespace

// The command line's contract for plan and predict, from outside.
class PlanCommandTest : public headroom::test::TestCase {
Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        return path;
    }

private slots:
    void plansTheSample()
    {
        const ProcessAnswer answer = runHeadroom({"plan", kSample, "--json"});
        QCOMPARE(answer.exit, 0);
        QVERIFY(answer.told.isEmpty());
        const QJsonObject plan = answer.json();
        QCOMPARE(plan["workload"].toObject()["peak_rps"].toDouble(), 75.0);
        QVERIFY(plan["recommended"].isObject());
        QVERIFY(plan["closest"].isNull());
        QVERIFY(plan["derivations"].toObject().contains("gpus"));
        const QByteArray text = runHeadroom({"plan", kSample}).out;
        QVERIFY(text.contains("does not fit") && text.contains("1342 GB"));
    }

    // The command has the time that a slider has not: what it prints is simulated.
    void theAnswerIsSimulatedAndWeighed()
    {
        const QJsonObject plan = runHeadroom({"plan", kSample, "--json"}).json();
        QVERIFY(plan["refined"].toBool());
        const QJsonObject option = plan["recommended"].toObject();
        const QJsonObject simulated = option["simulated"].toObject();
        QVERIFY(simulated["requests"].toInt() >= 1000);
        QVERIFY(option["ttft_p95_s"].toDouble() <= simulated["ttft_p99_s"].toDouble());
        QVERIFY(option["engine_settings"].toObject()["max_batched_tokens"].toInt() > 0);
        const QJsonArray bars = plan["sensitivity"].toArray();
        QVERIFY(bars.size() >= 8);
        for (const QJsonValue &bar : bars)
            QVERIFY(!bar["input"].toString().isEmpty() && bar["low"].isObject() && bar["high"].isObject());
        // A simulated figure's tree says so, and its value is the figure.
        const QJsonObject tree = plan["derivations"].toObject()["ttft_p95_s"].toObject();
        QCOMPARE(tree["value"].toDouble(), option["ttft_p95_s"].toDouble());
        QVERIFY(tree["source"].toString().contains("simulation"));
        QCOMPARE(runHeadroom({"plan", kSample, "--json"}).out, runHeadroom({"plan", kSample, "--json"}).out);
    }

    void latencyTargetsAreOptions()
    {
        const QJsonObject plan = runHeadroom({"plan", "--json", "--model", "llama-3.1-8b", "--qps", "5", "--target-percentile", "99", "--e2e", "90s", "--ttft-p95", "1"}).json();
        const QJsonObject asked = plan["scenario"].toObject()["hardware"].toObject();
        QCOMPARE(asked["target_percentile"].toString(), QStringLiteral("p99"));
        QCOMPARE(asked["e2e_target_s"].toDouble(), 90.0);
        const QJsonObject latency = plan["recommended"].toObject()["latency_at_target"].toObject();
        QCOMPARE(latency["percentile_ratio"].toDouble(), 0.99);
        QVERIFY(latency["e2e_s"].toDouble() > latency["ttft_s"].toDouble() && latency["e2e_s"].toDouble() <= 90);
        QVERIFY(plan["derivations"].toObject().contains("ttft_p99_s") && plan["derivations"].toObject().contains("e2e_p99_s"));
        const QStringList wrong[]{{"--target-percentile", "97"}, {"--e2e", "soon"}, {"--e2e", "0"}};
        for (const QStringList &options : wrong) {
            const ProcessAnswer refused = runHeadroom(QStringList{"plan", "--json"} + options);
            QCOMPARE(refused.exit, 2);
            QVERIFY2(refused.told.contains("would be accepted"), refused.told.constData());
        }
    }

    void lengthsComeFromAFile()
    {
        const QJsonObject plan = runHeadroom({"plan", "--json", "--model", "llama-3.1-8b", "--qps", "5", "--output-lengths", file("answers.csv", "tokens,count\n50,3\n450,1\n")}).json();
        const QJsonObject demand = plan["scenario"].toObject()["demand"].toObject();
        QCOMPARE(demand["output_tokens_mean"].toDouble(), 150.0);
        QCOMPARE(demand["output_histogram"].toString(), QStringLiteral("50: 75, 450: 25"));
        const ProcessAnswer refused = runHeadroom({"plan", "--json", "--output-lengths", file("words.csv", "50\nlong\n")});
        QCOMPARE(refused.exit, 2);
        QCOMPARE(refused.json()["error"].toObject()["line"].toInt(), 2);
        QCOMPARE(runHeadroom({"plan", "--json", "--input-lengths", m_folder.filePath(QStringLiteral("none.csv"))}).exit, 3);
    }

    // A fleet that is there is answered whether anybody sells it or not.
    void aFleetThatNobodySellsHasNoPrice()
    {
        const ProcessAnswer answer = runHeadroom({"plan", "--json", "--model", "llama-3.1-8b", "--qps", "5", "--gpu", "h800-sxm", "--gpus", "8"});
        QCOMPARE(answer.exit, 0);
        const QJsonObject option = answer.json()["recommended"].toObject();
        QVERIFY(option["monthly_cost"].isNull() && option["offer"].isNull() && option["capacity_rps"].toDouble() > 5);
        QVERIFY(runHeadroom({"plan", "--model", "llama-3.1-8b", "--qps", "5", "--gpu", "h800-sxm", "--gpus", "8"}).out.contains("no price"));
    }

    void theClosestSaysWhatWouldDo()
    {
        const ProcessAnswer answer = runHeadroom({"plan", "--json", "--model", "llama-3.1-70b", "--gpu", "h100-sxm", "--qps", "20", "--ttft-p95", "0.01"});
        QCOMPARE(answer.exit, 1);
        const QJsonObject closest = answer.json()["closest"].toObject();
        QVERIFY(closest["simulated"].isObject());
        const QJsonObject miss = closest["misses_detail"].toArray().at(0).toObject();
        QCOMPARE(miss["what"].toString(), QStringLiteral("ttft"));
        QVERIFY(miss["reached"].toDouble() > 0.01 && miss["asked"].toDouble() == 0.01 && !miss["change"].toString().isEmpty());
    }

    void regionsAndLimitsAreOptions()
    {
        const QJsonObject plan = runHeadroom({"plan", "--json", "--model", "llama-3.1-8b", "--regions", "eu", "--exclude-regions", "ie", "--max-gpus", "64"}).json();
        QCOMPARE(plan["scenario"].toObject()["money"].toObject()["regions"].toArray().at(0).toString(), QStringLiteral("eu"));
        QCOMPARE(plan["scenario"].toObject()["hardware"].toObject()["max_gpus"].toInt(), 64);
        QVERIFY(plan["recommended"].isObject());
        const ProcessAnswer refused = runHeadroom({"plan", "--json", "--max-gpus", "half"});
        QCOMPARE(refused.exit, 2);
        QCOMPARE(refused.json()["error"].toObject()["field"].toString(), QStringLiteral("--max-gpus"));
    }

    void optionsOverrideTheFile()
    {
        const QJsonObject plan = runHeadroom({"plan", kSample, "--json", "--qps", "10", "--GPU", "h200"}).json();
        QVERIFY(plan.contains("error")); // options are spelled as the contract spells them
        const QJsonObject right = runHeadroom({"plan", kSample, "--json", "--qps", "10", "--gpu", "H200", "--redundancy", "n+1", "--currency", "cny", "--headroom", "50"}).json();
        QCOMPARE(right["workload"].toObject()["peak_rps"].toDouble(), 10.0);
        const QJsonObject option = right["recommended"].toObject();
        QCOMPARE(option["gpu"].toString(), QStringLiteral("h200-sxm"));
        QVERIFY(option["replicas"].toInt() >= 2);
        QCOMPARE(option["monthly_cost"].toObject()["currency"].toString(), QStringLiteral("CNY"));
        QVERIFY(option["capacity_degraded_rps"].toDouble() >= 15.0);
        // The scenario of the answer plans the same again.
        const QString again = file("again.json", QJsonDocument(right["scenario"].toObject()).toJson());
        QCOMPARE(runHeadroom({"plan", again, "--json"}).json()["recommended"], right["recommended"]);
    }

    void workloadPresetsBringTheirLengths()
    {
        const QJsonObject workload = runHeadroom({"plan", "--json", "--workload", "rag", "--users", "1000", "--adoption", "50", "--requests-per-user-hour", "6"}).json()["workload"].toObject();
        QCOMPARE(workload["input_tokens_mean"].toDouble(), 3000.0);
        QCOMPARE(workload["output_tokens_mean"].toDouble(), 400.0);
        QCOMPARE(workload["peak_rps"].toDouble(), 1000 * 0.5 * 6 / 3600.0 * workload["peak_factor"].toDouble());
    }

    void theExitSaysWhetherTheAnswerIsYes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::newRow("met") << QStringList{"--qps", "1"} << 0 << "";
        QTest::newRow("fleet too small") << QStringList{"--model", "llama-3.1-8b", "--gpu", "l4", "--gpus", "1", "--qps", "100"} << 1 << "";
        QTest::newRow("does not fit") << QStringList{"--gpu", "a100-80gb-sxm", "--gpus", "6", "--format", "int8"} << 1 << "";
        QTest::newRow("no target can be met") << QStringList{"--ttft-p95", "1ms"} << 1 << "";
        QTest::newRow("unknown model") << QStringList{"--model", "gpt-9"} << 2 << "unknown_id";
        QTest::newRow("unknown gpu") << QStringList{"--gpu", "h900"} << 2 << "unknown_id";
        QTest::newRow("unknown format") << QStringList{"--format", "fp7"} << 2 << "";
        QTest::newRow("unknown engine") << QStringList{"--engine", "notepad"} << 2 << "unknown_id";
        QTest::newRow("unknown option") << QStringList{"--colour", "red"} << 2 << "bad_value";
        QTest::newRow("not a number") << QStringList{"--users", "many"} << 2 << "bad_value";
        QTest::newRow("not finite") << QStringList{"--qps", "nan"} << 2 << "bad_value";
        QTest::newRow("negative") << QStringList{"--qps", "-3"} << 2 << "bad_value";
        QTest::newRow("out of range") << QStringList{"--adoption", "140"} << 2 << "bad_value";
        QTest::newRow("half a GPU") << QStringList{"--gpus", "0.5"} << 2 << "bad_value";
        QTest::newRow("option without value") << QStringList{"--qps"} << 2 << "bad_value";
        QTest::newRow("missing file") << QStringList{"/nonexistent/scenario.json"} << 3 << "not_found";
        QTest::newRow("a folder") << QStringList{"/tmp"} << 3 << "unreadable";
    }
    void theExitSaysWhetherTheAnswerIsYes()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, code);
        const ProcessAnswer answer = runHeadroom(QStringList{"plan", "--json"} + words);
        QCOMPARE(answer.exit, exit);
        QVERIFY(!answer.json().isEmpty());
        if (exit >= 2) {
            const QJsonObject error = answer.error();
            for (const char *key : {"code", "text", "file", "line", "field"})
                QVERIFY2(error.contains(key), key);
            if (!code.isEmpty())
                QCOMPARE(error["code"].toString(), code);
            QVERIFY(answer.told.startsWith("headroom: "));
        }
    }

    void aBadFileNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown field") << QByteArray(R"({"demand":{"userz":5}})") << "demand.userz";
        QTest::newRow("wrong type") << QByteArray(R"({"demand":{"users":"five"}})") << "demand.users";
        QTest::newRow("out of range") << QByteArray(R"({"hardware":{"redundancy":9}})") << "hardware.redundancy";
        QTest::newRow("not JSON") << QByteArray("{\"demand\": ") << "";
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe garbage", 12) << "";
        QTest::newRow("empty") << QByteArray() << "";
        QTest::newRow("too deep") << QByteArray(5000, '[') << "";
    }
    void aBadFileNamesItsPlace()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, field);
        const QString path = file("bad.json", content);
        const ProcessAnswer answer = runHeadroom({"plan", path, "--json"});
        QCOMPARE(answer.exit, 2);
        QCOMPARE(answer.error()["file"].toString(), path);
        if (!field.isEmpty())
            QCOMPARE(answer.error()["field"].toString(), field);
    }

    void commandsToComeSaySo()
    {
        for (const char *name : {"handover", "quote", "loadtest", "calibrate"}) {
            const ProcessAnswer answer = runHeadroom({QString::fromLatin1(name), "x.json", "--json"});
            QCOMPARE(answer.exit, 2);
            QCOMPARE(answer.error()["code"].toString(), QStringLiteral("not_available"));
        }
    }

    void predictPassesColumnsThrough()
    {
        const QString rows = file("rows.csv",
            "note,gpus,model,gpu,engine,format,tp,input_tokens,output_tokens,concurrency,load_mode\n"
            "\"a, b\",1,llama-3.1-8b,h100-sxm,vllm,bf16,1,500,200,8,fixed_concurrency\n"
            "c,1,gpt-9,h100-sxm,vllm,bf16,1,500,200,8,fixed_concurrency\n");
        const QString out = m_folder.filePath("out.csv");
        const ProcessAnswer answer = runHeadroom({"predict", rows, "-o", out});
        QCOMPARE(answer.exit, 0);
        QVERIFY(answer.out.isEmpty());
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = written.readAll().split('\n');
        QVERIFY(lines[0].endsWith("pred_ttft_ms_mean,pred_ttft_ms_p50,pred_ttft_ms_p99,pred_tpot_ms_mean,pred_tpot_ms_p50,pred_tpot_ms_p99,"
                                  "pred_output_tokens_per_s,pred_low_ratio,pred_high_ratio,pred_note"));
        QVERIFY(lines[1].startsWith("\"a, b\",1,llama-3.1-8b"));
        QVERIFY(!lines[1].contains(",,,,"));
        QVERIFY(lines[2].contains(",,,,,,,,,unknown model 'gpt-9'"));
    }

    void predictRefusesWhatIsNoTable()
    {
        QCOMPARE(runHeadroom({"predict", "/nonexistent.csv", "--json"}).exit, 3);
        QCOMPARE(runHeadroom({"predict", file("x.csv", "a,b\n1,2\n"), "--json"}).exit, 2);
        QCOMPARE(runHeadroom({"predict", file("y.csv", "model,gpu,input_tokens,output_tokens\n1,2\n"), "--json"}).error()["line"].toInt(), 2);
        QCOMPARE(runHeadroom({"predict", file("z.csv", "model,gpu,input_tokens,output_tokens\n"), "-o", "/nonexistent/out.csv"}).exit, 3);
    }
};

QTEST_APPLESS_MAIN(PlanCommandTest)
#include "tst_plan_command.moc"
