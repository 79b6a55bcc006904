// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/overrides.h"
#include "core/pipeline/configuration_version.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;

namespace {

const Actor kOperator{"operator A", "desk 1", "a"};
const DetectorSpec kBand{"band", {{"k", 4.0}}, {}, false};

config::Plant plantOf(std::string text, std::map<SensorKey, DetectorSpec> overrides = {})
{
    config::Plant plant;
    plant.sourceText = std::move(text);
    plant.overrides = std::move(overrides);
    return plant;
}

ConfigurationStart startOf(const config::Plant &plant, const std::vector<store::StoredDefinition> &former)
{
    return configurationAtStart(plant, former, kOperator, kNoTime);
}

/// What the journal has after such a start.
std::vector<store::StoredDefinition> storedAfter(const ConfigurationStart &start, std::vector<store::StoredDefinition> stored = {})
{
    for (const store::SaveDefinition &each : start.changed) {
        std::erase_if(stored, [&](const auto &old) { return old.name == each.name; });
        stored.push_back({each.name, each.version, each.content});
    }
    return stored;
}

} // namespace

class TestConfigurationVersion : public QObject {
    Q_OBJECT

private slots:
    void theFirstIsThePlantFiles();
    void theSameConfigurationKeepsItsNumber();
    void aChangedPlantFileIsANewVersion();
    void overridesThatAreGoneAreANewVersion();
    void thePlantFilesOwnNumberIsOnlyALowerBound();
};

void TestConfigurationVersion::theFirstIsThePlantFiles()
{
    const ConfigurationStart start = startOf(plantOf("a"), {});
    QCOMPARE(start.version, 1U);
    QCOMPARE(start.changed.size(), 1U);
    QCOMPARE(start.changed[0].name, std::string("plant"));
    QCOMPARE(start.changed[0].by.operatorName, std::string("operator A"));
}

void TestConfigurationVersion::theSameConfigurationKeepsItsNumber()
{
    const config::Plant plant = plantOf("a", {{{"line", "x"}, kBand}});
    const ConfigurationStart first = startOf(plant, {});
    QCOMPARE(first.changed.size(), 2U);
    const ConfigurationStart again = startOf(plant, storedAfter(first));
    QCOMPARE(again.version, first.version);
    QVERIFY(again.changed.empty());
}

void TestConfigurationVersion::aChangedPlantFileIsANewVersion()
{
    const auto stored = storedAfter(startOf(plantOf("a", {{{"line", "x"}, kBand}}), {}));
    const ConfigurationStart start = startOf(plantOf("b", {{{"line", "x"}, kBand}}), stored);
    QCOMPARE(start.version, 2U);
    QCOMPARE(start.changed.size(), 1U);
    QCOMPARE(start.changed[0].content, std::string("b"));
    QCOMPARE(startOf(plantOf("b", {{{"line", "x"}, kBand}}), storedAfter(start, stored)).version, 2U);
}

void TestConfigurationVersion::overridesThatAreGoneAreANewVersion()
{
    std::vector<store::StoredDefinition> stored = storedAfter(startOf(plantOf("a"), {}));
    stored.push_back({"detectors", 7, config::formatOverrides({{{"line", "x"}, kBand}}, 7)});
    const ConfigurationStart start = startOf(plantOf("a"), stored);
    QCOMPARE(start.version, 8U);
    QCOMPARE(start.changed.size(), 1U);
    QCOMPARE(start.changed[0].name, std::string("detectors"));
}

void TestConfigurationVersion::thePlantFilesOwnNumberIsOnlyALowerBound()
{
    config::Plant plant = plantOf("a");
    plant.version = 17;
    const ConfigurationStart first = startOf(plant, {});
    QCOMPARE(first.version, 17U);
    plant.version = 3;
    plant.sourceText = "b";
    QCOMPARE(startOf(plant, storedAfter(first)).version, 18U);
}

QTEST_APPLESS_MAIN(TestConfigurationVersion)
#include "tst_configuration_version.moc"
