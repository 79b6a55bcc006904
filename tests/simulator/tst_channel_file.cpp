// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/channel_file.h"
#include "simulator/scenarios/channel_scenario.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <fstream>

using namespace telltale;
using namespace telltale::simulator;

class TestChannelFile : public QObject {
    Q_OBJECT

private slots:
    void theBuiltInFileHasTheThreeSensors();
    void everyKeyIsTaken();
    void aNewSensorIsOneEntry();
    void everyMistakeIsNamed_data();
    void everyMistakeIsNamed();
    void aMissingFileIsNamed();
    void aFileIsRead();
};

void TestChannelFile::theBuiltInFileHasTheThreeSensors()
{
    const auto channels = parseChannels(builtInChannelFile(), "built-in");
    QVERIFY2(channels.ok(), channels ? "" : channels.error().text().c_str());
    QCOMPARE(channels->size(), std::size_t(3));
    struct Wanted {
        const char *name, *unit;
        double mean, sd, low, high, ratio;
    };
    const Wanted wanted[]{
        {"temperature", "°C", 22, 2, 15, 30, 0.01}, {"humidity", "%", 50, 5, 30, 70, 0.01}, {"noise_level", "dB", 80, 5, 60, 100, 0.02}};
    for (std::size_t i = 0; i < 3; ++i) {
        const ChannelSpec &spec = (*channels)[i];
        QCOMPARE(spec.name, std::string(wanted[i].name));
        QCOMPARE(spec.unit, std::string(wanted[i].unit));
        QCOMPARE(spec.distribution.mean(), wanted[i].mean);
        QCOMPARE(spec.distribution.sd(), wanted[i].sd);
        QCOMPARE(spec.anomalyLow, wanted[i].low);
        QCOMPARE(spec.anomalyHigh, wanted[i].high);
        QCOMPARE(spec.anomalyRatio, wanted[i].ratio);
        QCOMPARE(spec.drift, 0.0);
    }
}

void TestChannelFile::everyKeyIsTaken()
{
    const auto channels = parseChannels(R"({"channels": [{"name": "a", "unit": "bar", "text": "Pressure", "distribution": "gamma",
        "params": {"shape": 2, "scale": 3}, "drift": 0.5, "low": -1, "high": 9, "anomaly_range": [4, 5], "anomaly_ratio": 0.25}]})",
                                        "f");
    QVERIFY(channels.ok());
    const ChannelSpec &spec = channels->front();
    QCOMPARE(spec.unit, std::string("bar"));
    QCOMPARE(spec.text, std::string("Pressure"));
    QCOMPARE(spec.distribution.mean(), 6.0);
    QCOMPARE(spec.drift, 0.5);
    QCOMPARE(spec.low.value(), -1.0);
    QCOMPARE(spec.high.value(), 9.0);
    QCOMPARE(spec.anomalyHigh, 5.0);
    QCOMPARE(spec.anomalyRatio, 0.25);
}

void TestChannelFile::aNewSensorIsOneEntry()
{
    std::string text(builtInChannelFile());
    text.insert(text.rfind("  ]"), R"(, {"name": "co2", "distribution": "poisson", "params": {"lam": 420}})");
    auto channels = parseChannels(text, "f");
    QVERIFY(channels.ok());
    ChannelScenario scenario("room", std::move(*channels), ChannelTruth::Replaced, 1);
    QCOMPARE(scenario.assets()[0].sensors.size(), std::size_t(4));
    QCOMPARE(scenario.assets()[0].sensors[3].name, std::string("co2"));
    QCOMPARE(scenario.next(0, 0.0).values.size(), std::size_t(4));
}

void TestChannelFile::everyMistakeIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto entry = [](const QString &fields) { return QString(R"({"channels": [{%1}]})").arg(fields); };
    const QString normal = R"("distribution": "normal", "params": {"mean": 1, "std": 2})";
    const auto row = [](const char *name, const QString &text, const QString &message) { QTest::newRow(name) << text << message; };
    row("no json", "{", "f.json: no valid JSON: ");
    row("root", "[]", "f.json: expected an object, found a list");
    row("root key", R"({"chanels": []})", "f.json chanels: unknown key; did you mean \"channels\"?");
    row("no channels", "{}", "f.json channels: missing");
    row("channels type", R"({"channels": 3})", "f.json channels: expected a list, found a number");
    row("empty", R"({"channels": []})", "f.json channels: expected 1 to 64 channels, found 0");
    row("entry type", R"({"channels": ["a"]})", "f.json channels[0]: expected an object, found a text");
    row("no name", entry(normal), "f.json channels[0].name: missing");
    row("name type", entry(R"("name": 1, )" + normal), "f.json channels[0].name: expected a text, found a number");
    row("empty name", entry(R"("name": "", )" + normal), "f.json channels[0].name: expected 1 to 128 bytes, found 0");
    row("unknown key", entry(R"("name": "a", "drfit": 1, )" + normal), "f.json channels[0].drfit: unknown key");
    row("near key", entry(R"("name": "a", "drif": 1, )" + normal), "f.json channels[0].drif: unknown key; did you mean \"drift\"?");
    row("twice", entry(R"("name": "a", "name": "b", )" + normal), "f.json channels[0].name: given more than once");
    row("no distribution", entry(R"("name": "a")"), "f.json channels[0].distribution: missing");
    row("distribution", entry(R"("name": "a", "distribution": "norm", "params": {})"),
        "f.json channels[0].distribution: expected one of normal, uniform, ");
    row("no params", entry(R"("name": "a", "distribution": "normal")"), "f.json channels[0].params: missing");
    row("params type", entry(R"("name": "a", "distribution": "normal", "params": [1, 2])"),
        "f.json channels[0].params: expected an object, found a list");
    row("param missing", entry(R"("name": "a", "distribution": "normal", "params": {"mean": 1})"),
        "f.json channels[0].params.std: missing");
    row("param unknown", entry(R"("name": "a", "distribution": "normal", "params": {"mean": 1, "stdv": 1})"),
        "f.json channels[0].params.stdv: unknown key; did you mean \"std\"?");
    row("param type", entry(R"("name": "a", "distribution": "normal", "params": {"mean": "1", "std": 1})"),
        "f.json channels[0].params.mean: expected a number, found a text");
    row("param range", entry(R"("name": "a", "distribution": "normal", "params": {"mean": 1, "std": -1})"),
        "f.json channels[0].params.std: expected a number greater than 0, found -1");
    row("ratio range", entry(R"("name": "a", "anomaly_ratio": 2, )" + normal),
        "f.json channels[0].anomaly_ratio: expected a number from 0 to 1");
    row("range missing", entry(R"("name": "a", "anomaly_ratio": 0.1, )" + normal), "f.json channels[0].anomaly_range: missing although");
    row("range shape", entry(R"("name": "a", "anomaly_range": [1], )" + normal),
        "f.json channels[0].anomaly_range: expected a list of two numbers, low and high");
    row("range type", entry(R"("name": "a", "anomaly_range": [1, null], )" + normal),
        "f.json channels[0].anomaly_range[1]: expected a number, found null");
    row("range order", entry(R"("name": "a", "anomaly_range": [2, 1], )" + normal),
        "f.json channels[0].anomaly_range: expected low before high");
    row("drift type", entry(R"("name": "a", "drift": true, )" + normal),
        "f.json channels[0].drift: expected a number, found true or false");
    row("limits", entry(R"("name": "a", "low": 2, "high": 1, )" + normal), "f.json channels[0].high: expected more than low");
    row("same name", R"({"channels": [{"name": "a", )" + normal + R"(}, {"name": "a", )" + normal + "}]}",
        "f.json channels[1].name: another channel has this name too: \"a\"");
}

void TestChannelFile::everyMistakeIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto channels = parseChannels(text.toStdString(), "f.json");
    QVERIFY(!channels);
    const QString found = QString::fromStdString(channels.error().text());
    QVERIFY2(found.startsWith(message), qPrintable(found));
}

void TestChannelFile::aMissingFileIsNamed()
{
    const auto channels = loadChannels("/nowhere/rooms.json");
    QVERIFY(!channels);
    QCOMPARE(channels.error().text(), std::string("/nowhere/rooms.json: no such file"));
}

void TestChannelFile::aFileIsRead()
{
    const test::TempFolder folder;
    std::ofstream(folder.path("rooms.json")) << builtInChannelFile();
    const auto channels = loadChannels(folder.path("rooms.json"));
    QVERIFY(channels.ok());
    QCOMPARE(channels->size(), std::size_t(3));
    QVERIFY(!loadChannels(folder.path()));
}

QTEST_APPLESS_MAIN(TestChannelFile)
#include "tst_channel_file.moc"
