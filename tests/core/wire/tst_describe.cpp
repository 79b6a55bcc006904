// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_samples.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::wire;

class TestDescribe : public QObject {
    Q_OBJECT

private slots:
    void readsEverything();
    void numbersSensorsByTheirPlace();
    void needsNothing();
    void readsHeartbeats();
    void refuses_data();
    void refuses();
};

void TestDescribe::readsEverything()
{
    Decoder decoder;
    const Decoded decoded = decoder.decode(
        R"(p {"kind":"describe","epoch":81,"clock":"simulated","speed":30000,"sensors":{"a":{"index":3,"unit":"°C","range":[0,120],"period":0.5,"text":"bearing"},"b":{"index":1,"range":[null,8]}}})",
        test::kReceived);
    const auto &describe = std::get<Describe>(std::get<Message>(decoded));
    QCOMPARE(describe.asset, std::string("p"));
    QCOMPARE(describe.epoch, 81u);
    QVERIFY(describe.clock == ClockKind::Simulated);
    QCOMPARE(describe.speed, 30000.0);
    QCOMPARE(describe.sensors.size(), 2u);
    const DescribedSensor &first = describe.sensors[0];
    QCOMPARE(first.name, std::string("a"));
    QCOMPARE(first.index, 3u);
    QCOMPARE(first.unit, std::string("°C"));
    QCOMPARE(first.low.value_or(-1), 0.0);
    QCOMPARE(first.high.value_or(-1), 120.0);
    QVERIFY(first.period == std::chrono::milliseconds(500));
    QCOMPARE(first.text, std::string("bearing"));
    QVERIFY(!describe.sensors[1].low);
    QCOMPARE(describe.sensors[1].high.value_or(-1), 8.0);
}

void TestDescribe::numbersSensorsByTheirPlace()
{
    Decoder decoder;
    const Decoded decoded = decoder.decode(R"(p {"kind":"describe","sensors":{"x":{},"y":{},"z":{}}})", test::kReceived);
    const auto &sensors = std::get<Describe>(std::get<Message>(decoded)).sensors;
    QCOMPARE(sensors.size(), 3u);
    for (std::uint32_t i = 0; i < 3; ++i)
        QCOMPARE(sensors[i].index, i);
}

void TestDescribe::needsNothing()
{
    Decoder decoder;
    const Decoded decoded = decoder.decode(R"(p {"kind":"describe","clock":"live"})", test::kReceived);
    const auto &describe = std::get<Describe>(std::get<Message>(decoded));
    QVERIFY(describe.clock == ClockKind::Live);
    QCOMPARE(describe.speed, 1.0);
    QVERIFY(describe.sensors.empty());
}

void TestDescribe::readsHeartbeats()
{
    Decoder decoder;
    const auto full = decoder.decode(R"(p {"kind":"heartbeat","epoch":81,"seq":9})", test::kReceived);
    const auto &heartbeat = std::get<Heartbeat>(std::get<Message>(full));
    QCOMPARE(heartbeat.epoch, 81u);
    QCOMPARE(heartbeat.seq.value_or(0), 9u);
    const auto bare = decoder.decode(R"(p {"kind":"heartbeat"})", test::kReceived);
    QVERIFY(!std::get<Heartbeat>(std::get<Message>(bare)).seq);
}

void TestDescribe::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *content, const char *reason) {
        QTest::newRow(name) << QByteArray(content) << QByteArray(reason);
    };
    row("another clock", R"("clock":"atomic")", "bad-type");
    row("clock as a number", R"("clock":1)", "bad-type");
    row("speed of nothing", R"("speed":0)", "bad-type");
    row("speed backwards", R"("speed":-1)", "bad-type");
    row("speed beyond doubles", R"("speed":1e999)", "bad-type");
    row("sensors as an array", R"("sensors":["a"])", "bad-type");
    row("sensor as text", R"("sensors":{"a":"°C"})", "bad-type");
    row("unit as a number", R"("sensors":{"a":{"unit":1}})", "bad-type");
    row("index as text", R"("sensors":{"a":{"index":"one"}})", "bad-type");
    row("index beyond 32 bits", R"("sensors":{"a":{"index":4294967296}})", "bad-type");
    row("range as a number", R"("sensors":{"a":{"range":5}})", "bad-type");
    row("range of one", R"("sensors":{"a":{"range":[5]}})", "bad-shape");
    row("range of three", R"("sensors":{"a":{"range":[1,2,3]}})", "bad-shape");
    row("range upside down", R"("sensors":{"a":{"range":[2,1]}})", "bad-shape");
    row("range beyond doubles", R"("sensors":{"a":{"range":[0,1e999]}})", "bad-type");
    row("negative period", R"("sensors":{"a":{"period":-1}})", "bad-type");
    row("period of a thousand years", R"("sensors":{"a":{"period":3e10}})", "bad-type");
    row("index twice", R"("sensors":{"a":{"index":1},"b":{}})", "bad-shape");
    row("sensor twice", R"("sensors":{"a":{},"a":{}})", "bad-name");
    row("unit with a line break", R"("sensors":{"a":{"unit":"m\n"}})", "bad-name");
    row("unit without end", R"("sensors":{"a":{"unit":"123456789012345678901234567890123"}})", "bad-name");
    row("empty name", R"("sensors":{"":{}})", "bad-name");
}

void TestDescribe::refuses()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, reason);
    Decoder decoder;
    const Decoded decoded = decoder.decode(R"(p {"kind":"describe",)" + content.toStdString() + "}", test::kReceived);
    const auto *rejection = std::get_if<Rejection>(&decoded);
    QVERIFY2(rejection != nullptr, "the frame was accepted");
    QCOMPARE(QByteArray::fromStdString(std::string(toText(rejection->reason))), reason);
}

QTEST_APPLESS_MAIN(TestDescribe)
#include "tst_describe.moc"
