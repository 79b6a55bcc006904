// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/plant_file.h"
#include "tests/core/config/small_catalog.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::config;
using namespace telltale::config::test;
using namespace std::chrono_literals;

namespace {

constexpr const char *kRule = R"([[suppress]]
name = "pump off"
while = { asset = "line-a/pump1", sensor = "rpm", below = 10 }
alarms = [ { asset = "line-a/pump1", sensor = "flow" }, { asset = "line-a/boiler" } ]
reason = "nothing flows"
)";

QString problemsOf(const QString &text)
{
    const auto result = parsePlant(text.toStdString(), "plant.toml", smallCatalog());
    const auto *problems = std::get_if<PlantProblems>(&result);
    return problems ? QString::fromStdString(problems->text()) : QString();
}

} // namespace

class TestSuppressionKeys : public QObject {
    Q_OBJECT

private slots:
    void readsARule()
    {
        const auto result = parsePlant(kRule, "plant.toml", smallCatalog());
        const auto *plant = std::get_if<Plant>(&result);
        QVERIFY(plant);
        QCOMPARE(plant->suppressions.size(), std::size_t(1));
        const SuppressionRule &rule = plant->suppressions[0];
        QCOMPARE(rule.name, std::string("pump off"));
        QVERIFY(rule.sensor == (SensorKey{"line-a/pump1", "rpm"}));
        QVERIFY(rule.test == SuppressionRule::Test::Below);
        QCOMPARE(rule.value, 10.0);
        QCOMPARE(rule.alarms.size(), std::size_t(2));
        QVERIFY(rule.alarms[1] == (SensorKey{"line-a/boiler", {}}));
        QCOMPARE(rule.reason, std::string("nothing flows"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("problem");
        QTest::newRow("two tests") << "below = 10"
                                   << "below = 10, above = 20"
                                   << "expected exactly one of below, above, equals and alarm, found 2";
        QTest::newRow("no test") << ", below = 10"
                                 << ""
                                 << "expected exactly one of below, above, equals and alarm, found 0";
        QTest::newRow("no sensor") << ", sensor = \"rpm\""
                                   << ""
                                   << "the key sensor is missing";
        QTest::newRow("alarm = false") << "below = 10"
                                       << "alarm = false"
                                       << "expected true";
        QTest::newRow("itself") << "sensor = \"rpm\", below = 10"
                                << "sensor = \"flow\", alarm = true"
                                << "an alarm cannot suppress itself";
        QTest::newRow("no alarms") << "{ asset = \"line-a/pump1\", sensor = \"flow\" }, { asset = \"line-a/boiler\" }"
                                   << ""
                                   << "expected at least one { asset = ..., sensor = ... }";
        QTest::newRow("no reason") << "reason = \"nothing flows\"\n"
                                   << ""
                                   << "the key reason is missing";
        QTest::newRow("unknown key") << "reason ="
                                     << "reasno ="
                                     << "reason";
        QTest::newRow("text for a number") << "below = 10"
                                           << "below = \"10\""
                                           << "plant.toml:3";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, problem);
        const QString text = QString::fromLatin1(kRule).replace(from, to);
        QVERIFY(text != QString::fromLatin1(kRule));
        const QString found = problemsOf(text);
        QVERIFY2(found.contains(problem), qPrintable(found));
    }

    void refusesTwoRulesOfOneName()
    {
        const QString found = problemsOf(QString::fromLatin1(kRule) + QString::fromLatin1(kRule));
        QVERIFY2(found.contains("expected each rule name once"), qPrintable(found));
    }

    void readsShelfAndEscalation()
    {
        const auto result = parsePlant("[default]\nalarm = { shelve = false, shelveMax = 1800, escalate = { priority = 1, score = 2.5, "
                                       "unacknowledged = 600 } }\n",
                                       "plant.toml", smallCatalog());
        const auto *plant = std::get_if<Plant>(&result);
        QVERIFY(plant && plant->defaultAlarm);
        QVERIFY(!plant->defaultAlarm->shelveAllowed);
        QCOMPARE(plant->defaultAlarm->shelveMax, Duration(30min));
        QCOMPARE(plant->defaultAlarm->escalate.score, 2.5);
        QCOMPARE(plant->defaultAlarm->escalate.unacknowledged, Duration(10min));
    }

    void anEscalationNeedsItsWhen()
    {
        const QString found = problemsOf("[default]\nalarm = { escalate = { priority = 1 } }\n");
        QVERIFY2(found.contains("expected score or unacknowledged"), qPrintable(found));
    }
};

QTEST_APPLESS_MAIN(TestSuppressionKeys)
#include "tst_suppression_keys.moc"
