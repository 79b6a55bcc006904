// SPDX-License-Identifier: GPL-3.0-or-later
// Whole series through detection and alarms, without threads: the same rows must always give the same transitions.
// A golden file changes only together with the change that moved its alarms, and that commit says why.
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "tests/support/built_program.h"
#include "tests/support/item_builders.h"
#include "tests/support/real_series.h"
#include "tests/support/series_replay.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

QString goldenPath(const QString &name)
{
    return QStringLiteral(TELLTALE_SOURCE "/tests/replay/golden/") + name;
}

/// "2021-06-10T12:06:00Z RAISE evaporator · EvaporatorTemperature" per transition.
QString transcript(const EngineOutput &output)
{
    QString text;
    for (const auto &each : output.transitions)
        text += QString::fromStdString(toIso(each.event.sourceTime, 0) + ' ' + std::string(toText(each.event.kind)) + ' '
                                       + each.event.source.text())
                + '\n';
    return text;
}

EngineOutput replay(const config::Plant &plant, const std::vector<IntakeItem> &items, std::size_t cut)
{
    EngineRun run(plant, 2);
    for (std::size_t i = 0; i < items.size(); i += cut)
        run.step({items.begin() + std::ptrdiff_t(i), items.begin() + std::ptrdiff_t(std::min(i + cut, items.size()))});
    return run.output;
}

config::Plant plantFile(const QString &name)
{
    auto plant = config::loadPlant((QStringLiteral(TELLTALE_SOURCE "/resources/plants/") + name).toStdString(), detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        qFatal("%s", problems->text().c_str());
    return std::get<config::Plant>(std::move(plant));
}

} // namespace

class TestGoldenReplay : public QObject {
    Q_OBJECT
private slots:
    void evaporatorAlarmsAtTheFifthReading();
    void machineTemperatureGivesItsGoldenAlarms();

private:
    void compareWithGolden(const QString &text, const QString &name);
};

void TestGoldenReplay::compareWithGolden(const QString &text, const QString &name)
{
    QFile golden(goldenPath(name));
    if (qEnvironmentVariableIsSet("TELLTALE_WRITE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        QSKIP("golden file written, nothing compared");
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    QCOMPARE(text, QString::fromUtf8(golden.readAll()));
}

void TestGoldenReplay::evaporatorAlarmsAtTheFifthReading()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("evaporator.csv");
    const QString simulator = test::builtProgram("telltale-sim");
    QCOMPARE(QProcess::execute(simulator, {"generate", "evaporator", "--rows", "1159", "--seed", "1", "-o", file}), 0);
    const auto items = seriesItems(file.toStdString(), "hvac/evaporator");
    QCOMPARE(items.size(), std::size_t(1160));
    const EngineOutput output = replay(plantFile("evaporator.toml"), items, 100);
    QStringList raises;
    for (const auto &each : output.transitions) {
        if (each.event.kind == AlarmEventKind::Raise && each.event.source.sensor == "EvaporatorTemperature")
            raises << QString::fromStdString(toIso(each.event.sourceTime, 0)).mid(11, 5);
    }
    QCOMPARE(raises, QStringList({"12:06"}));
    QVERIFY(std::all_of(output.transitions.begin(), output.transitions.end(),
                        [](const auto &each) { return each.event.source.sensor == "EvaporatorTemperature"; }));
}

void TestGoldenReplay::machineTemperatureGivesItsGoldenAlarms()
{
    TELLTALE_NEED_SERIES(file, "nab/realKnownCause/machine_temperature_system_failure.csv");
    const auto items = seriesItems(file.toStdString(), "machine");
    QCOMPARE(items.size(), std::size_t(22696));
    const QString text = transcript(replay(config::Plant{}, items, 1));
    QCOMPARE(transcript(replay(config::Plant{}, items, 256)), text);
    compareWithGolden(text, "machine_temperature.txt");
}

QTEST_GUILESS_MAIN(TestGoldenReplay)
#include "tst_golden_replay.moc"
