// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/plant_file.h"
#include "tests/core/config/small_catalog.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace telltale;
using namespace telltale::config;
using namespace telltale::config::test;
using namespace std::chrono_literals;

namespace {

/// The plant, or a failed test with all problems.
Plant parsed(std::string_view text)
{
    auto result = parsePlant(text, "plant.toml", smallCatalog());
    if (const auto *problems = std::get_if<PlantProblems>(&result))
        QTest::qFail(problems->text().c_str(), __FILE__, __LINE__);
    const bool good = std::holds_alternative<Plant>(result);
    return good ? std::get<Plant>(std::move(result)) : Plant{};
}

/// The alarm of the only asset.
AlarmDefinition alarmOf(const std::string &keys)
{
    Plant plant = parsed("[[asset]]\npath = \"a\"\nalarm = { " + keys + " }\n");
    return plant.assets.empty() || !plant.assets[0].alarm ? AlarmDefinition{} : *plant.assets[0].alarm;
}

std::string text(const ParamValue &value)
{
    return std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : std::string();
}

} // namespace

class TestPlantFile : public QObject {
    Q_OBJECT

private slots:
    void emptyFileIsAPlantWithDefaults_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only comments") << QByteArray("# a plant\n\n");
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF# a plant\n");
        QTest::newRow("empty tables") << QByteArray("[plant]\n[default]\n");
        QTest::newRow("empty lists") << QByteArray("feed = []\nasset = []\n");
    }

    void emptyFileIsAPlantWithDefaults()
    {
        QFETCH(QByteArray, content);
        const Plant plant = parsed({content.data(), std::size_t(content.size())});
        QVERIFY(plant.feeds.empty());
        QVERIFY(plant.assets.empty());
        QVERIFY(plant.defaultDetector.kind.empty());
        QVERIFY(!plant.defaultAlarm);
        QCOMPARE(plant.sourcePath, std::string("plant.toml"));
        QCOMPARE(plant.sourceText, content.toStdString());
    }

    void readsTheExampleOfTheDocumentation()
    {
        const Plant plant = parsed(R"([[feed]]
address = "tcp://127.0.0.1:5556"
[[asset]]
path = "line-a/pump1"
sensors.temperature = { unit = "°C", low = 0, high = 120, period = 1.0 }
detector = { kind = "band", k = 3.72, stages = ["tail"] }
alarm = { priority = 1, readings = 5, offDelay = 5.0 }
)");
        QCOMPARE(plant.feeds.size(), 1U);
        QCOMPARE(plant.feeds[0].address, std::string("tcp://127.0.0.1:5556"));
        const AssetEntry &pump = plant.assets.at(0);
        QCOMPARE(pump.path, std::string("line-a/pump1"));
        const SensorEntry &temperature = pump.sensors.at(0);
        QCOMPARE(temperature.name, std::string("temperature"));
        QCOMPARE(temperature.unit, std::string("°C"));
        QCOMPARE(*temperature.low, 0.0);
        QCOMPARE(*temperature.high, 120.0);
        QCOMPARE(temperature.period, Duration(1s));
        QCOMPARE(pump.detector->kind, std::string("band"));
        QCOMPARE(std::get<double>(pump.detector->params.at("k")), 3.72);
        QVERIFY(pump.detector->stagesGiven);
        QCOMPARE(pump.detector->stages, std::vector<std::string>{"tail"});
        QCOMPARE(pump.alarm->priority, Priority::P1);
        QCOMPARE(pump.alarm->raise.kind, PersistenceRule::Kind::Consecutive);
        QCOMPARE(pump.alarm->raise.count, 5);
        QCOMPARE(pump.alarm->offDelay, Duration(5s));
        QCOMPARE(pump.alarm->source, (SensorKey{"line-a/pump1", ""}));
        QCOMPARE(pump.alarm->what, std::string("anomalous"));
        QCOMPARE(pump.alarm->detector, std::string("band"));
    }

    void readsSectionsInAnyStyleAndOrder()
    {
        const Plant plant = parsed(R"([[asset]]
path = "b"
[asset.sensors.zeta]
unit = "bar"
text = "Outlet"
detector = { kind = "band" }
alarm.priority = 3
[asset.sensors.alpha]
[[asset]]
path = "a"
[default.alarm]
offDelay = 9
[plant]
title = "Two assets"
zone = "Europe/Berlin"
commentToAcknowledge = [1, 2]
[history]
keepDays = 3650
keepScoresDays = 0.5
archive = "old"
)");
        QCOMPARE(plant.title, std::string("Two assets"));
        QCOMPARE(plant.zone, std::string("Europe/Berlin"));
        QCOMPARE(plant.retention, (Retention{std::chrono::hours{24 * 3650}, std::chrono::hours{12}, "old"}));
        QCOMPARE(plant.commentToAcknowledge, (std::vector{Priority::P1, Priority::P2}));
        QCOMPARE(plant.assets.size(), 2U);
        QCOMPARE(plant.assets[0].path, std::string("b"));
        QCOMPARE(plant.assets[0].sensors.size(), 2U);
        QCOMPARE(plant.assets[0].sensors[0].name, std::string("zeta")); // as written, not sorted
        QCOMPARE(plant.assets[0].sensors[0].text, std::string("Outlet"));
        QCOMPARE(plant.assets[0].sensors[0].alarm->priority, Priority::P3);
        QCOMPARE(plant.assets[0].sensors[0].alarm->source, (SensorKey{"b", "zeta"}));
        QCOMPARE(plant.assets[0].sensors[0].alarm->detector, std::string("band"));
        QVERIFY(!plant.assets[0].sensors[1].alarm);
    }

    void readsDetectorsForSensorsAndForAssets()
    {
        const Plant plant = parsed(R"([default]
detector = { kind = "shingle_knn" }
assetDetector = { kind = "kmeans" }
[[asset]]
path = "plain"
[[asset]]
path = "short"
detector = { kind = "kmeans", stages = ["tail"] }
[[asset]]
path = "both"
detector = { kind = "band" }
assetDetector = { kind = "kmeans", sensors = ["two", "one"] }
[[asset]]
path = "off"
assetDetector = { kind = "none" }
sensors.one = { detector = { kind = "none" } }
)");
        QCOMPARE(plant.defaultDetector.kind, std::string("shingle_knn"));
        QCOMPARE(plant.defaultAssetDetector.kind, std::string("kmeans"));
        const AssetEntry &plain = plant.assets.at(0);
        QVERIFY(!plain.detector && !plain.assetDetector);
        const AssetEntry &brief = plant.assets.at(1);
        QVERIFY(!brief.detector); // its sensors keep the default's
        QCOMPARE(brief.assetDetector->kind, std::string("kmeans"));
        QCOMPARE(brief.assetDetector->stages, std::vector<std::string>{"tail"});
        const AssetEntry &both = plant.assets.at(2);
        QCOMPARE(both.detector->kind, std::string("band"));
        QCOMPARE(both.assetDetector->sensors, (std::vector<std::string>{"two", "one"}));
        const AssetEntry &off = plant.assets.at(3);
        QCOMPARE(off.assetDetector->kind, std::string(kNoDetector));
        QCOMPARE(off.sensors.at(0).detector->kind, std::string(kNoDetector));
    }

    void aDefaultForAssetsIsNoneForSensors()
    {
        const Plant plant = parsed("[default]\ndetector = { kind = \"kmeans\" }\n");
        QVERIFY(plant.defaultDetector.kind.empty());
        QCOMPARE(plant.defaultAssetDetector.kind, std::string("kmeans"));
    }

    void alarmStartsFromTheOneAbove()
    {
        const Plant plant = parsed(R"([[asset]]
path = "a"
alarm = { readings = 5, guidance = { action = "look" } }
sensors.one = { alarm = { priority = 1, guidance = { cause = "wear" } } }
sensors.two = { alarm = { onDelay = 30 } }
[default]
alarm = { offDelay = 12, reAlarm = 1800, latching = true }
detector = { kind = "shingle_knn", warmUp = 200 }
)");
        const AssetEntry &asset = plant.assets.at(0);
        QCOMPARE(plant.defaultAlarm->raise.kind, PersistenceRule::Kind::OnDelay);
        QCOMPARE(plant.defaultAlarm->raise.duration, Duration(2s));
        QCOMPARE(plant.defaultAlarm->priority, Priority::P2);
        QCOMPARE(asset.alarm->offDelay, Duration(12s));
        QCOMPARE(asset.alarm->detector, std::string("shingle_knn"));
        const AlarmDefinition &one = *asset.sensors.at(0).alarm;
        QCOMPARE(one.raise.count, 5);
        QCOMPARE(one.priority, Priority::P1);
        QCOMPARE(one.reAlarm, Duration(30min));
        QVERIFY(one.latching);
        QCOMPARE(one.guidance.action, std::string("look"));
        QCOMPARE(one.guidance.cause, std::string("wear"));
        const AlarmDefinition &two = *asset.sensors.at(1).alarm;
        QCOMPARE(two.raise.kind, PersistenceRule::Kind::OnDelay); // its own rule replaces the inherited one
        QCOMPARE(two.raise.duration, Duration(30s));
        QCOMPARE(two.priority, Priority::P2);
    }

    void readsEveryPersistenceRule_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("window");
        QTest::addColumn<double>("seconds");
        using Kind = PersistenceRule::Kind;
        QTest::newRow("none given") << "" << int(Kind::OnDelay) << 1 << 1 << 2.0;
        QTest::newRow("readings") << "readings = 3" << int(Kind::Consecutive) << 3 << 1 << 0.0;
        QTest::newRow("minutes") << "minutes = 5" << int(Kind::OnDelay) << 1 << 1 << 300.0;
        QTest::newRow("onDelay") << "onDelay = 0.5" << int(Kind::OnDelay) << 1 << 1 << 0.5;
        QTest::newRow("kOfN") << "kOfN = [3, 5]" << int(Kind::KOfN) << 3 << 5 << 0.0;
        QTest::newRow("countInWindow") << "countInWindow = [5, 90.5]" << int(Kind::CountInWindow) << 5 << 1 << 90.5;
    }

    void readsEveryPersistenceRule()
    {
        QFETCH(QString, keys);
        QFETCH(int, kind);
        QFETCH(int, count);
        QFETCH(int, window);
        QFETCH(double, seconds);
        const AlarmDefinition alarm = alarmOf(keys.toStdString());
        QCOMPARE(int(alarm.raise.kind), kind);
        QCOMPARE(alarm.raise.count, count);
        QCOMPARE(alarm.raise.window, window);
        QCOMPARE(alarm.raise.duration, fromSeconds(seconds));
    }

    void readsEveryOtherAlarmKey()
    {
        const AlarmDefinition alarm =
            alarmOf("gapPeriods = 3, clearRatio = 0.5, latching = true, ackRequired = false, annunciate = false, reAlarm = 60, "
                    "firstOutGroup = \"cooling\", guidance = { cause = \"a\", consequence = \"b\", action = \"c\", respondWithin = 600 }");
        QCOMPARE(alarm.raise.gapPeriods, 3.0);
        QCOMPARE(alarm.clearRatio, 0.5);
        QVERIFY(alarm.latching && !alarm.ackRequired && !alarm.annunciate);
        QCOMPARE(alarm.reAlarm, Duration(1min));
        QCOMPARE(alarm.firstOutGroup, std::string("cooling"));
        QCOMPARE(alarm.guidance, (Guidance{"a", "b", "c", 10min}));
    }

    void readsDetectorSettingsOfEveryType()
    {
        const Plant plant = parsed("[default]\ndetector = { kind = \"band\", k = 3, robust = true, fit = \"daily\", stages = [] }\n");
        const DetectorSpec &spec = plant.defaultDetector;
        QCOMPARE(std::get<double>(spec.params.at("k")), 3.0);
        QCOMPARE(std::get<bool>(spec.params.at("robust")), true);
        QCOMPARE(text(spec.params.at("fit")), std::string("daily"));
        QVERIFY(spec.stagesGiven && spec.stages.empty());
        QVERIFY(!parsed("[default]\ndetector = { kind = \"band\" }\n").defaultDetector.stagesGiven);
    }

    void acceptsFeedAddresses_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"tcp://127.0.0.1:5556", "tcp://feed.example:1", "tcp://[::1]:65535", "ipc:///run/telltale/feed"})
            QTest::newRow(address) << address;
    }

    void acceptsFeedAddresses()
    {
        QFETCH(QString, address);
        QCOMPARE(parsed("[[feed]]\naddress = \"" + address.toStdString() + "\"\n").feeds.at(0).address, address.toStdString());
    }

    void acceptsSensorNamesThatAreNotBareKeys()
    {
        const Plant plant = parsed("[[asset]]\npath = \"a\"\nsensors.\"motor current (A)\" = { low = -1 }\n");
        QCOMPARE(plant.assets.at(0).sensors.at(0).name, std::string("motor current (A)"));
        QVERIFY(!plant.assets[0].sensors[0].high);
    }

    void readsAHugeFile()
    {
        std::string content;
        for (int i = 0; i < 5000; ++i)
            content += "[[asset]]\npath = \"line/" + std::to_string(i) + "\"\nsensors.a = { unit = \"bar\", low = 0, high = 1 }\n";
        QCOMPARE(parsed(content).assets.size(), 5000U);
    }

    void loadsFromDisk()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("plant.toml");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[plant]\ntitle = \"On disk\"\n");
        file.close();
        const auto result = loadPlant(path.toStdString(), smallCatalog());
        QVERIFY(std::holds_alternative<Plant>(result));
        QCOMPARE(std::get<Plant>(result).title, std::string("On disk"));
        QCOMPARE(std::get<Plant>(result).sourcePath, path.toStdString());
    }

    void whatCannotBeReadIsOneProblem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << "nowhere.toml" << int(ErrorKind::NotFound) << "found nothing";
        QTest::newRow("a directory") << "." << int(ErrorKind::InvalidArgument) << "found a directory";
        QTest::newRow("too large") << "large.toml" << int(ErrorKind::OutOfRange) << "16 MiB";
    }

    void whatCannotBeReadIsOneProblem()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        QFile large(folder.filePath("large.toml"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        large.resize(16 * 1024 * 1024 + 1);
        const auto result = loadPlant(folder.filePath(name).toStdString(), smallCatalog());
        const auto *problems = std::get_if<PlantProblems>(&result);
        QVERIFY(problems);
        QCOMPARE(problems->errors.size(), 1U);
        QCOMPARE(int(problems->errors[0].kind), kind);
        QVERIFY2(QString::fromStdString(problems->text()).contains(message), problems->text().c_str());
        QVERIFY(QString::fromStdString(problems->errors[0].where).contains(name));
    }
};

QTEST_APPLESS_MAIN(TestPlantFile)
#include "tst_plant_file.moc"
