// SPDX-License-Identifier: GPL-3.0-or-later
// The plant files that are shipped: each is without a mistake, and every detector it names can be built.
#include "core/config/plant_file.h"
#include "core/detect/detector.h"

#include <QDir>
#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::config;

namespace {

QDir plantFolder()
{
    return QDir(qEnvironmentVariable("TELLTALE_PLANTS"));
}

Plant loaded(const QString &name)
{
    auto result = loadPlant(plantFolder().filePath(name).toStdString(), detect::catalog());
    if (const auto *problems = std::get_if<PlantProblems>(&result)) {
        QTest::qFail(problems->text().c_str(), __FILE__, __LINE__);
        return {};
    }
    return std::get<Plant>(std::move(result));
}

std::vector<DetectorSpec> detectorsOf(const Plant &plant)
{
    std::vector<DetectorSpec> specs;
    if (!plant.defaultDetector.kind.empty())
        specs.push_back(plant.defaultDetector);
    for (const AssetEntry &asset : plant.assets) {
        if (asset.detector)
            specs.push_back(*asset.detector);
        for (const SensorEntry &sensor : asset.sensors)
            if (sensor.detector)
                specs.push_back(*sensor.detector);
    }
    return specs;
}

} // namespace

class TestExamplePlants : public QObject {
    Q_OBJECT

private slots:
    void parsesAndBuilds_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : plantFolder().entryList({"*.toml"}))
            QTest::newRow(qPrintable(name)) << name;
    }

    void parsesAndBuilds()
    {
        QFETCH(QString, name);
        const Plant plant = loaded(name);
        QVERIFY(!plant.title.empty());
        const std::vector<DetectorSpec> specs = detectorsOf(plant);
        QVERIFY(!specs.empty());
        for (const DetectorSpec &spec : specs) {
            const auto detector = detect::makeDetector(spec, {{"t", "°C", kMissing, kMissing, Duration(0)}}, "t");
            QVERIFY2(detector.ok(), detector.ok() ? "" : detector.error().text().c_str());
        }
    }

    void allOfThemAreHere()
    {
        const QStringList expected{"demo.toml", "evaporator.toml", "stations.toml", "three-sensors.toml", "turbine.toml", "vehicle.toml"};
        QCOMPARE(plantFolder().entryList({"*.toml"}, QDir::Files, QDir::Name), expected);
    }

    void demoShowsEveryPriorityAndHasNoFeedOfItsOwn()
    {
        const Plant plant = loaded("demo.toml");
        QVERIFY(plant.feeds.empty()); // the program adds the one it starts
        std::set<Priority> priorities;
        std::size_t guided = 0;
        for (const AssetEntry &asset : plant.assets) {
            QVERIFY(asset.alarm);
            priorities.insert(asset.alarm->priority);
            guided += asset.alarm->guidance.action.empty() ? 0 : 1;
        }
        QCOMPARE(plant.assets.size(), 5U);
        QCOMPARE(priorities, (std::set<Priority>{Priority::P1, Priority::P2, Priority::P3}));
        QCOMPARE(guided, 2U);
        QCOMPARE(plant.defaultDetector.kind, std::string("shingle_knn"));
        QCOMPARE(std::get<double>(plant.defaultDetector.params.at("warmUp")), 200.0);
        QCOMPARE(plant.defaultDetector.stages, (std::vector<std::string>{"tail", "control"}));
    }

    void evaporatorAsksForFiveReadings()
    {
        const Plant plant = loaded("evaporator.toml");
        const AlarmDefinition &alarm = *plant.assets.at(0).alarm;
        QCOMPARE(alarm.raise.kind, PersistenceRule::Kind::Consecutive);
        QCOMPARE(alarm.raise.count, 5);
        QCOMPARE(plant.assets[0].sensors.at(0).period, Duration(std::chrono::minutes(1)));
        QCOMPARE(plant.assets[0].sensors.at(2).alarm->raise.count, 5);
        QVERIFY(!plant.assets[0].sensors[2].alarm->annunciate);
    }
};

QTEST_APPLESS_MAIN(TestExamplePlants)
#include "tst_example_plants.moc"
