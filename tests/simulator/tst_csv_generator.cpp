// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/generate/csv_generator.h"
#include "simulator/scenarios/catalog.h"
#include "statistics.h"

#include <QtTest>
#include <sstream>

using namespace telltale;
using namespace telltale::simulator;
using namespace std::chrono_literals;

class TestCsvGenerator : public QObject {
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameBytes_data();
    void sameSeedGivesTheSameBytes();
    void rowsStartAndStepAsAsked();
    void theModelsTruthIsTheLabel();
    void withoutTruthThereIsNoLabel();
    void theRuleLabelsWhatLiesOutside();
    void theRuleMeasuresWhatTheModelDoesNotState();
    void aDropOutIsAGapInTime();
    void aFullDiskIsReported();
};

namespace {

ScenarioMaker makerOf(const std::string &name, std::uint64_t seed, std::vector<std::string> faults = {})
{
    return [=] {
        ScenarioSettings settings;
        settings.seed = seed;
        settings.faults = faults;
        return std::move(buildScenario(*findScenario(name).value(), settings)).value();
    };
}

FileSettings settingsOf(std::uint64_t rows, Duration interval)
{
    FileSettings settings;
    settings.rows = rows;
    settings.start = parseTime("2026-01-01T00:00:00Z").value();
    settings.interval = interval;
    return settings;
}

QStringList linesOf(const ScenarioMaker &maker, const FileSettings &settings)
{
    std::ostringstream out;
    if (!writeCsv(maker, settings, out))
        qFatal("the text could not be written");
    QStringList lines = QString::fromStdString(out.str()).split('\n');
    lines.removeLast();
    return lines;
}

} // namespace

void TestCsvGenerator::sameSeedGivesTheSameBytes_data()
{
    QTest::addColumn<QString>("name");
    for (const ScenarioEntry &entry : scenarioCatalog())
        QTest::newRow(std::string(entry.name).c_str()) << QString::fromStdString(std::string(entry.name));
}

void TestCsvGenerator::sameSeedGivesTheSameBytes()
{
    QFETCH(QString, name);
    const std::string scenario = name.toStdString();
    const QStringList first = linesOf(makerOf(scenario, 42), settingsOf(500, 1s));
    QCOMPARE(first.size(), 501);
    QCOMPARE(linesOf(makerOf(scenario, 42), settingsOf(500, 1s)), first);
    QVERIFY(linesOf(makerOf(scenario, 43), settingsOf(500, 1s)) != first);
}

void TestCsvGenerator::rowsStartAndStepAsAsked()
{
    QStringList lines = linesOf(makerOf("turbine", 1), settingsOf(3, 5s));
    QCOMPARE(lines[0], QStringLiteral("timestamp,rotor_speed,gearbox_temperature,vibration,anomaly"));
    QVERIFY(lines[1].startsWith("2026-01-01T00:00:00Z,"));
    QVERIFY(lines[3].startsWith("2026-01-01T00:00:10Z,"));
    lines = linesOf(makerOf("turbine", 1), settingsOf(3, 250ms));
    QVERIFY(lines[2].startsWith("2026-01-01T00:00:00.250Z,"));
    lines = linesOf(makerOf("turbine", 1), settingsOf(3, 1500us));
    QVERIFY(lines[3].startsWith("2026-01-01T00:00:00.003000000Z,"));
}

void TestCsvGenerator::theModelsTruthIsTheLabel()
{
    const QStringList lines = linesOf(makerOf("evaporator", 1), settingsOf(1159, 60s));
    int labelled = 0;
    for (int i = 1; i < lines.size(); ++i)
        labelled += lines[i].endsWith(",1");
    QCOMPARE(labelled, 9);
    QVERIFY(lines[723].startsWith("2026-01-01T12:02:00Z,29,") && lines[723].endsWith(",1"));
}

void TestCsvGenerator::withoutTruthThereIsNoLabel()
{
    QVERIFY(!linesOf(makerOf("stations", 1), settingsOf(2, 1s))[0].contains("anomaly"));
    FileSettings settings = settingsOf(2, 1s);
    settings.labelThreeSd = true;
    QVERIFY(linesOf(makerOf("stations", 1), settings)[0].endsWith(",rainfall,anomaly"));
}

/// The turbine's truth is the rule itself, so that both must agree.
void TestCsvGenerator::theRuleLabelsWhatLiesOutside()
{
    FileSettings settings = settingsOf(20'000, 1s);
    const QStringList byTruth = linesOf(makerOf("turbine", 4), settings);
    settings.labelThreeSd = true;
    const QStringList byRule = linesOf(makerOf("turbine", 4), settings);
    QCOMPARE(byRule, byTruth);
    const auto positives = std::count_if(byRule.begin() + 1, byRule.end(), [](const QString &line) { return line.endsWith(",1"); });
    TELLTALE_NEAR(double(positives) / 20'000, 0.008078, 0.003);
}

/// The room's sensor has no stated band: one value far out must show against the file's own spread, and nothing else must change.
void TestCsvGenerator::theRuleMeasuresWhatTheModelDoesNotState()
{
    FileSettings settings = settingsOf(500, 60s);
    settings.labelThreeSd = true;
    const auto labelledRows = [&](const std::vector<std::string> &faults) {
        QStringList times;
        for (const QString &line : linesOf(makerOf("evaporator", 1, faults), settings))
            if (line.endsWith(",1"))
                times << line.left(20);
        return times;
    };
    QStringList with = labelledRows({"kind=step,at=6000,for=60,size=50,sensor=SensorTemperature"});
    const QStringList without = labelledRows({});
    QVERIFY(!without.contains("2026-01-01T01:40:00Z"));
    QCOMPARE(with.removeAll("2026-01-01T01:40:00Z"), 1);
    QCOMPARE(with, without);
}

void TestCsvGenerator::aDropOutIsAGapInTime()
{
    const QStringList lines = linesOf(makerOf("turbine", 1, {"kind=drop-out,at=3,for=4"}), settingsOf(5, 1s));
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[3].startsWith("2026-01-01T00:00:02Z,"));
    QVERIFY(lines[4].startsWith("2026-01-01T00:00:07Z,"));
}

void TestCsvGenerator::aFullDiskIsReported()
{
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto written = writeCsv(makerOf("turbine", 1), settingsOf(5, 1s), out);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
}

QTEST_APPLESS_MAIN(TestCsvGenerator)
#include "tst_csv_generator.moc"
