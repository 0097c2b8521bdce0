// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_scenario.h"
#include "support/shipped_catalog.h"
#include "support/test_case.h"

#include <core/planning/scenario_json.h>
#include <present/session/scenario_fields.h>
#include <present/texts/field_choices.h>
#include <present/texts/field_texts.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace headroom::present;
using namespace headroom::core;

namespace {

void collectLeaves(const QJsonObject &object, const QString &prefix, QStringList &leaves)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = prefix + it.key();
        if (it.value().isObject())
            collectLeaves(it.value().toObject(), path + u'.', leaves);
        else
            leaves.append(path);
    }
}

QStringList jsonLeaves()
{
    Scenario scenario;
    scenario.layout.emplace(); // its members are leaves too
    QStringList leaves;
    collectLeaves(QJsonDocument::fromJson(QByteArray::fromStdString(scenarioToJson(scenario))).object(), {}, leaves);
    leaves.removeAll(QStringLiteral("schema"));
    return leaves;
}

// Another value that the field takes.
QVariant anotherValue(const ScenarioField &field, const QVariant &value)
{
    switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::OptionalNumber: return value.toDouble() == field.sliderHigh ? field.sliderLow : field.sliderHigh;
    case FieldKind::Integer: return static_cast<int>(value.toDouble() == field.sliderHigh ? field.sliderLow : field.sliderHigh);
    case FieldKind::OptionalInteger: return value.isValid() ? QVariant() : QVariant(4);
    case FieldKind::Choice: {
        const auto choices = FieldChoices::of(field.id, *headroom::test::shippedCatalog());
        for (const FieldChoice &choice : choices)
            if (choice.id != value.toString())
                return choice.id;
        return {};
    }
    case FieldKind::IdList: return value.toStringList().isEmpty() ? QStringList{QStringLiteral("h200-sxm")} : QStringList();
    case FieldKind::Text:
    case FieldKind::LongText: break;
    }
    return value.toString() + QStringLiteral("!");
}

} // namespace

class ScenarioFieldsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void everyLeafOfTheJsonIsAField()
    {
        QStringList fields;
        for (const ScenarioField &field : scenarioFields())
            fields.append(field.id);
        QStringList leaves = jsonLeaves();
        fields.sort();
        leaves.sort();
        QCOMPARE(fields, leaves);
    }

    void everyFieldIsReadAndWritten_data()
    {
        QTest::addColumn<QString>("id");
        for (const ScenarioField &field : scenarioFields())
            QTest::newRow(qPrintable(field.id)) << field.id;
    }
    void everyFieldIsReadAndWritten()
    {
        QFETCH(QString, id);
        const ScenarioField &field = *findField(id);
        Scenario scenario;
        const Scenario before = scenario;
        const QVariant value = anotherValue(field, fieldValue(scenario, id));
        QVERIFY(setFieldValue(scenario, id, value));
        QVERIFY(scenario != before);
        QCOMPARE(fieldValue(scenario, id), value);
        QVERIFY(validate(scenario));
        // Only this field: put back, all is as it was.
        QVERIFY(setFieldValue(scenario, id, fieldValue(before, id)));
        QCOMPARE(scenario, before);
    }

    void everyFieldHasWords_data() { everyFieldIsReadAndWritten_data(); }
    void everyFieldHasWords()
    {
        QFETCH(QString, id);
        const ScenarioField &field = *findField(id);
        QVERIFY(FieldTexts::label(id) != id);
        QVERIFY(!FieldTexts::help(id).isEmpty());
        if (field.isOptional() || field.kind == FieldKind::IdList)
            QVERIFY(FieldTexts::notGiven(id) != QStringLiteral("—"));
        const auto &catalog = *headroom::test::shippedCatalog();
        if (field.kind == FieldKind::Choice) {
            const auto choices = FieldChoices::of(id, catalog);
            QVERIFY(choices.size() >= 2);
            for (const FieldChoice &choice : choices)
                QVERIFY(!choice.label.isEmpty());
        }
        const Scenario scenario;
        const QVariant before = fieldValue(scenario, id);
        QVERIFY(!FieldTexts::changeText(id, before, anotherValue(field, before), catalog).isEmpty());
    }

    void sliderSpansLieInTheAcceptedRange_data() { everyFieldIsReadAndWritten_data(); }
    void sliderSpansLieInTheAcceptedRange()
    {
        QFETCH(QString, id);
        const ScenarioField &field = *findField(id);
        if (!field.isNumeric())
            return;
        QVERIFY(field.accepts(field.sliderLow));
        QVERIFY(field.accepts(field.sliderHigh));
        QVERIFY(field.sliderLow < field.sliderHigh);
        QVERIFY(!field.logarithmic || field.sliderLow > 0);
        QVERIFY(field.step > 0);
    }

    void wrongValuesChangeNothing_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("negative") << QStringLiteral("demand.users") << QVariant(-1.0);
        QTest::newRow("beyond") << QStringLiteral("demand.users") << QVariant(1.1e9);
        QTest::newRow("not a number") << QStringLiteral("demand.users") << QVariant(QStringLiteral("many"));
        QTest::newRow("nan") << QStringLiteral("demand.users") << QVariant(std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("missing where it may not") << QStringLiteral("demand.users") << QVariant();
        QTest::newRow("open end") << QStringLiteral("demand.peak_rps") << QVariant(0.0);
        QTest::newRow("half a replica") << QStringLiteral("hardware.redundancy") << QVariant(0.5);
        QTest::newRow("too many replicas") << QStringLiteral("hardware.redundancy") << QVariant(3);
        QTest::newRow("no such format") << QStringLiteral("model.format") << QVariant(QStringLiteral("fp7"));
        QTest::newRow("a word for a list") << QStringLiteral("hardware.gpus") << QVariant(QStringLiteral("h200-sxm"));
        QTest::newRow("a list for a word") << QStringLiteral("title") << QVariant(QStringList{QStringLiteral("a")});
        QTest::newRow("no such field") << QStringLiteral("demand.luck") << QVariant(1.0);
    }
    void wrongValuesChangeNothing()
    {
        QFETCH(QString, id);
        QFETCH(QVariant, value);
        Scenario scenario;
        const auto result = setFieldValue(scenario, id, value);
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().field), id);
        QCOMPARE(scenario, Scenario());
    }

    void anEmptiedLayoutGoesAway()
    {
        Scenario scenario;
        QVERIFY(setFieldValue(scenario, QStringLiteral("layout.gpus"), 6));
        QVERIFY(scenario.layout && scenario.layout->gpus == 6);
        QVERIFY(setFieldValue(scenario, QStringLiteral("layout.gpus"), QVariant()));
        QVERIFY(!scenario.layout);
    }

    void randomScenariosAreRebuiltFieldByField()
    {
        headroom::test::RandomScenarios random(7);
        for (int i = 0; i < 200; ++i) {
            const Scenario wanted = random.next();
            Scenario rebuilt;
            for (const ScenarioField &field : scenarioFields())
                QVERIFY2(setFieldValue(rebuilt, field.id, fieldValue(wanted, field.id)), qPrintable(field.id));
            // A layout without members means nothing and is not kept.
            Scenario expected = wanted;
            if (expected.layout == LayoutInputs{})
                expected.layout.reset();
            QCOMPARE(rebuilt, expected);
        }
    }
};

QTEST_APPLESS_MAIN(ScenarioFieldsTest)
#include "tst_scenario_fields.moc"
