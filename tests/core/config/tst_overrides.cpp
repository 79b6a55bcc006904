// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/overrides.h"
#include "tests/core/config/small_catalog.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace telltale;
using namespace telltale::config;

namespace {

void write(const QString &path, const std::string &text)
{
    std::ofstream(path.toStdString()) << text;
}

} // namespace

class TestOverrides : public QObject {
    Q_OBJECT

private slots:
    void standBesideThePlantFile();
    void whatWasChosenComesBack();
    void winOverThePlantFile();
    void aFileThatIsNotThereSaysNothing();
    void aDamagedFileSaysWhereAndWhat();
    void whatBelongsIntoThePlantFileIsRefused();
    void aModelsPathStaysWhereThePlantFileMeantIt();
};

void TestOverrides::standBesideThePlantFile()
{
    QCOMPARE(overridesPath("/etc/plant/pumps.toml"), std::string("/etc/plant/pumps.overrides.toml"));
}

void TestOverrides::whatWasChosenComesBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.toml");
    std::map<SensorKey, DetectorSpec> chosen;
    chosen[{"line-a/pump1", "temperature"}] = {"band", {{"k", 3.72}}, {"tail"}, true};
    chosen[{"line-a/pump1", "a \"strange\" name"}] = {std::string(kNoDetector), {}, {}, false};
    chosen[{"line-b", "x"}] = {"band", {}, {}, true, "/models/x.model"};
    write(path, formatOverrides(chosen, 7));
    auto read = withOverrides({}, path.toStdString(), test::smallCatalog());
    if (const auto *problems = std::get_if<PlantProblems>(&read))
        QFAIL(problems->text().c_str());
    QVERIFY(std::get<Plant>(read).overrides == chosen);
    QCOMPARE(std::get<Plant>(read).version, 7U);
}

void TestOverrides::winOverThePlantFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.toml");
    write(path, formatOverrides({{{"a", "x"}, {"band", {{"k", 9.0}}, {}, false}}}, 2));
    Plant plant;
    plant.title = "Pumps";
    plant.sourceText = "the plant file";
    const auto read = withOverrides(plant, path.toStdString(), test::smallCatalog());
    QCOMPARE(std::get<Plant>(read).title, std::string("Pumps"));
    QCOMPARE(std::get<Plant>(read).sourceText, std::string("the plant file"));
    QCOMPARE(std::get<double>(std::get<Plant>(read).overrides.at({"a", "x"}).params.at("k")), 9.0);
}

void TestOverrides::aFileThatIsNotThereSaysNothing()
{
    const auto read = withOverrides({}, "/nowhere/a.toml", test::smallCatalog());
    QVERIFY(std::get<Plant>(read).overrides.empty());
    QCOMPARE(std::get<Plant>(read).version, 1U);
}

void TestOverrides::aDamagedFileSaysWhereAndWhat()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.toml");
    write(path, "[[asset]]\npath = \"a\"\nsensors.x.detector = { kind = \"guess\" }\n");
    const auto read = withOverrides({}, path.toStdString(), test::smallCatalog());
    const auto *problems = std::get_if<PlantProblems>(&read);
    QVERIFY(problems != nullptr);
    QVERIFY(QString::fromStdString(problems->text()).contains("a.toml:3 asset[0].sensors.x.detector.kind"));
}

void TestOverrides::whatBelongsIntoThePlantFileIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.toml");
    write(path, "[[feed]]\naddress = \"tcp://127.0.0.1:5556\"\n[[asset]]\npath = \"a\"\nsensors.x.unit = \"bar\"\n");
    const auto read = withOverrides({}, path.toStdString(), test::smallCatalog());
    const auto *problems = std::get_if<PlantProblems>(&read);
    QVERIFY(problems != nullptr);
    QCOMPARE(problems->errors.size(), 2U);
    QVERIFY(QString::fromStdString(problems->text()).contains("a.toml feed"));
    QVERIFY(QString::fromStdString(problems->text()).contains("a.toml a.sensors.x"));
}

/// A plant file that is named from another folder: what it says of models goes into the overrides file when something is changed there.
void TestOverrides::aModelsPathStaysWhereThePlantFileMeantIt()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("plants"));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    write("plants/p.toml", "[[asset]]\npath = \"a\"\nsensors.x.detector = { kind = \"band\", model = \"models/x.model\" }\n");
    const auto plant = loadPlant("plants/p.toml", test::smallCatalog());
    QVERIFY(std::holds_alternative<Plant>(plant));
    const DetectorSpec said = *std::get<Plant>(plant).assets[0].sensors[0].detector;
    write("plants/p.overrides.toml", formatOverrides({{{"a", "x"}, said}}, 2));
    const auto again = withOverrides({}, "plants/p.overrides.toml", test::smallCatalog());
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(std::get<Plant>(again).overrides.at({"a", "x"}).model,
             QFileInfo(folder.path()).canonicalFilePath().toStdString() + "/plants/models/x.model");
}

QTEST_APPLESS_MAIN(TestOverrides)
#include "tst_overrides.moc"
