// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_scenario.h"
#include "support/test_case.h"

#include <core/planning/scenario_json.h>
#include <core/workload/demand.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace headroom::core;

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/") + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Names and defaults of a schema object must be those of a default scenario, in the same order and depth.
void compareWithSchema(const QJsonObject &schema, const QJsonObject &defaults, const QString &path)
{
    QVERIFY2(!schema.value(QStringLiteral("additionalProperties")).toBool(true), qPrintable(path));
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    QCOMPARE(properties.keys(), defaults.keys());
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it->toObject();
        QVERIFY2(!property.value(QStringLiteral("description")).toString().isEmpty(), qPrintable(path + it.key()));
        const QJsonValue value = defaults.value(it.key());
        if (value.isObject())
            compareWithSchema(property, value.toObject(), path + it.key() + QLatin1Char('.'));
        else
            QVERIFY2(property.contains(QStringLiteral("default")) && property.value(QStringLiteral("default")) == value, qPrintable(path + it.key()));
    }
}

} // namespace

class ScenarioJsonTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void returnsWhatWasWritten()
    {
        headroom::test::RandomScenarios scenarios(7);
        for (int i = 0; i < 500; ++i) {
            const Scenario scenario = scenarios.next();
            const std::string text = scenarioToJson(scenario);
            const auto back = scenarioFromJson(text);
            QVERIFY2(back.has_value(), back ? "" : (back.error().detail + "\n" + text).c_str());
            QVERIFY2(*back == scenario, text.c_str());
            QCOMPARE(scenarioToJson(*back), text);
            QVERIFY(validate(scenario).has_value());
        }
    }

    void takesDefaultsForMissingFields()
    {
        QCOMPARE(*scenarioFromJson("{}"), Scenario());
        QCOMPARE(*scenarioFromJson(R"({"schema":1,"layout":null,"demand":{"peak_rps":null}})"), Scenario());
        Scenario withLayout;
        withLayout.layout.emplace();
        QCOMPARE(*scenarioFromJson(R"({"layout":{}})"), withLayout);
    }

    void takesTheLengthsOfAPresetThatIsNamedAlone()
    {
        const auto rag = scenarioFromJson(R"({"demand":{"workload":"rag"}})");
        QCOMPARE(rag->demand.inputTokensMean, 3000.0);
        QCOMPARE(rag->demand.outputTokensMean, 400.0);
        const auto own = scenarioFromJson(R"({"demand":{"output_tokens_mean":50,"workload":"rag"}})");
        QCOMPARE(own->demand.inputTokensMean, 3000.0);
        QCOMPARE(own->demand.outputTokensMean, 50.0);
    }

    void readsIdsInAnyCase()
    {
        const auto scenario = scenarioFromJson(R"({"model":{"format":"FP8"},"money":{"currency":"cny","commitment":"1Y"}})");
        QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().detail.c_str());
        QCOMPARE(scenario->model.format, FormatChoice::Fp8);
        QCOMPARE(scenario->money.currency, Currency::CNY);
        QCOMPARE(scenario->money.commitment, Commitment::OneYear);
    }

    void refusesBadContentWithItsField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const char *field, const char *says) {
            QTest::newRow(name) << text << int(code) << QByteArray(field) << QByteArray(says);
        };
        using enum ErrorCode;
        row("unknown at the top", R"({"titel":"x"})", UnknownField, "titel", "title, demand, model");
        row("unknown in a group", R"({"demand":{"user":5}})", UnknownField, "demand.user", "users, adoption_ratio");
        row("unknown in the layout", R"({"layout":{"gpu":5}})", UnknownField, "layout.gpu", "gpus, tp, pp");
        row("unknown wins over bad values", R"({"demand":{"users":-1,"user":5}})", UnknownField, "demand.user", "users");
        row("too many users", R"({"demand":{"users":1e10}})", BadValue, "demand.users", "0 to 1000000000");
        row("negative users", R"({"demand":{"users":-1}})", BadValue, "demand.users", "0 to 1000000000");
        row("adoption in percent", R"({"demand":{"adoption_ratio":45}})", BadValue, "demand.adoption_ratio", "0 to 1 ");
        row("peak of zero", R"({"demand":{"peak_rps":0}})", BadValue, "demand.peak_rps", "above 0");
        row("users as text", R"({"demand":{"users":"10000"}})", BadValue, "demand.users", "is a text: a number");
        row("users null", R"({"demand":{"users":null}})", BadValue, "demand.users", "is null: a number");
        row("users true", R"({"demand":{"users":true}})", BadValue, "demand.users", "a number");
        row("title as number", R"({"title":5})", BadValue, "title", "a text");
        row("group as list", R"({"demand":[]})", BadValue, "demand", "an object");
        row("gpus as text", R"({"hardware":{"gpus":"h100"}})", BadValue, "hardware.gpus", "a list of ids");
        row("a gpu as number", R"({"hardware":{"gpus":["a",3]}})", BadValue, "hardware.gpus[1]", "an id");
        row("an empty gpu", R"({"hardware":{"exclude_gpus":[""]}})", BadValue, "hardware.exclude_gpus[0]", "an id");
        row("half a replica", R"({"layout":{"replicas":1.5}})", BadValue, "layout.replicas", "a whole number, 1 to 100000");
        row("no replica", R"({"layout":{"replicas":0}})", BadValue, "layout.replicas", "1 to 100000");
        row("a huge integer", R"({"layout":{"tp":18446744073709551615}})", BadValue, "layout.tp", "1 to 1024");
        row("redundancy 3", R"({"hardware":{"redundancy":3}})", BadValue, "hardware.redundancy", "0 to 2");
        row("unknown format", R"({"model":{"format":"fp12"}})", BadValue, "model.format", "native, bf16, fp8");
        row("unknown currency", R"({"money":{"currency":"JPY"}})", BadValue, "money.currency", "CNY");
        row("unknown commitment", R"({"money":{"commitment":"2y"}})", BadValue, "money.commitment", "3y");
        row("long title", QByteArray(R"({"title":")") + QByteArray(201, 'x') + "\"}", BadValue, "title", "at most 200");
        row("NUL in a note", R"({"proposal":{"note":"a\u0000b"}})", BadValue, "proposal.note", "UTF-8");
        row("newer schema", R"({"schema":2,"brand_new":true})", Unsupported, "schema", "newer Headroom");
        row("schema zero", R"({"schema":0})", BadValue, "schema", "1");
        row("twice", R"({"demand":{"users":1,"users":2}})", Syntax, "users", "twice");
        row("not JSON", "users = 5", Syntax, "", "line 1");
        row("broken off", "{\n \"title\": \"x\",\n \"demand\": {", Syntax, "", "line 3");
        row("empty", "", Syntax, "", "JSON object");
        row("a comment", "{} // x", Syntax, "", "JSON");
        row("NaN", R"({"demand":{"users":NaN}})", Syntax, "", "JSON");
        row("beyond a double", R"({"demand":{"users":1e999}})", Syntax, "", "too large");
        row("not UTF-8", "{\"title\":\"\xff\"}", Syntax, "", "JSON");
        row("a list", "[]", BadValue, "", "a list: an object");
        row("deep", QByteArray(100, '[') + QByteArray(100, ']'), TooLarge, "", "32");
        row("very deep", QByteArray(500000, '['), Syntax, "", "JSON");
        row("large", QByteArray(1 << 20, ' ') + "{}", TooLarge, "", "1048576");
    }
    void refusesBadContentWithItsField()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, says);
        const auto scenario = scenarioFromJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "my.json");
        QVERIFY(!scenario);
        const Error &error = scenario.error();
        QCOMPARE(errorCodeName(error.code), errorCodeName(static_cast<ErrorCode>(code)));
        QCOMPARE(error.field, field.toStdString());
        QCOMPARE(error.file, std::string("my.json"));
        QVERIFY2(error.detail.find(says.toStdString()) != std::string::npos, error.detail.c_str());
    }

    void checksScenariosThatWereMadeInMemory()
    {
        Scenario nan;
        nan.demand.users = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(validate(nan).error().field, std::string("demand.users"));
        Scenario infinite;
        infinite.hardware.ttftTarget = std::numeric_limits<double>::infinity();
        QCOMPARE(validate(infinite).error().field, std::string("hardware.ttft_p95_target_s"));
        Scenario layout;
        layout.layout.emplace().gpus = 0;
        QCOMPARE(validate(layout).error().field, std::string("layout.gpus"));
        Scenario bytes;
        bytes.proposal.customer = "\xc3";
        QCOMPARE(validate(bytes).error().field, std::string("proposal.customer"));
        Scenario chinese; // characters are counted, not bytes
        chinese.title.clear();
        for (int i = 0; i < 200; ++i)
            chinese.title += "\xe5\xae\xb9";
        QVERIFY(validate(chinese).has_value());
    }

    void agreesWithTheSchemaThatIsDocumented()
    {
        const QJsonObject schema = QJsonDocument::fromJson(contentOf("scenario.schema.json")).object();
        Scenario scenario;
        QJsonObject defaults = QJsonDocument::fromJson(QByteArray::fromStdString(scenarioToJson(scenario))).object();
        compareWithSchema(schema, defaults, {});
        scenario.layout.emplace();
        defaults = QJsonDocument::fromJson(QByteArray::fromStdString(scenarioToJson(scenario))).object();
        const QString layout = QStringLiteral("layout");
        compareWithSchema(schema.value(QStringLiteral("properties")).toObject().value(layout).toObject(), defaults.value(layout).toObject(), layout);
    }

    void shipsTheSampleScenario()
    {
        const auto sample = scenarioFromJson(contentOf("demo/sample_scenario.json").toStdString());
        QVERIFY2(sample.has_value(), sample ? "" : sample.error().detail.c_str());
        QCOMPARE(sample->demand.users, 10000.0);
        QCOMPARE(sample->model.id, std::string("deepseek-v3"));
        QVERIFY(!sample->demand.peakRps);
        QCOMPARE(workloadOf(sample->demand)->peak.value(), 75.0);
        QCOMPARE(sample->hardware.considered, std::vector<std::string>{"6x a100-80gb-sxm"});
    }
};

QTEST_APPLESS_MAIN(ScenarioJsonTest)
#include "tst_scenario_json.moc"
