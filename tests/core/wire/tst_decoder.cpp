// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/asset_path.h"
#include "frame_samples.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::wire;

namespace {

/// The batch in a frame; an empty one (and a failed check) when it is refused.
SampleBatch batchOf(std::string_view frame)
{
    Decoder decoder;
    const Decoded decoded = decoder.decode(frame, test::kReceived);
    if (const auto *rejection = std::get_if<Rejection>(&decoded)) {
        QTest::qFail(rejection->detail.c_str(), __FILE__, __LINE__);
        return {};
    }
    const auto *batch = std::get_if<SampleBatch>(&std::get<Message>(decoded));
    return batch != nullptr ? *batch : SampleBatch{};
}

SampleBatch batchOfPayload(const std::string &payload)
{
    return batchOf("line-a/pump1 " + payload);
}

} // namespace

class TestDecoder : public QObject {
    Q_OBJECT

private slots:
    void readsTheSmallestUsefulMessage();
    void readsColumns();
    void keepsNanoseconds();
    void readsTimes_data();
    void readsTimes();
    void readsCountsAsNumberOrText();
    void readsKeysInAnyOrderAndSkipsUnknownOnes();
    void readsQualityPerSensorAndPerRow();
    void readsTruth();
    void readsExtremeNumbers();
    void turnsHugeNumbersIntoBadQuality();
    void treatsNullAsMissingOrAbsent();
    void readsTheLargestFrame();
    void refuses_data();
    void refuses();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void namesEveryReason();
    void checksAssetPaths_data();
    void checksAssetPaths();
    void goesOnAfterARejection();
};

void TestDecoder::readsTheSmallestUsefulMessage()
{
    const SampleBatch batch = batchOf(R"(line-a/pump1 {"values": {"temperature": 22.1}})");
    QCOMPARE(batch.asset, std::string("line-a/pump1"));
    QCOMPARE(batch.epoch, 0u);
    QVERIFY(!batch.seq);
    QCOMPARE(batch.rows(), 1u);
    QVERIFY(batch.times[0] == test::kReceived);
    QVERIFY(batch.received == test::kReceived);
    QCOMPARE(batch.columns.size(), 1u);
    QCOMPARE(batch.columns[0].sensor, std::string("temperature"));
    QCOMPARE(batch.columns[0].values, std::vector<double>{22.1});
    QVERIFY(batch.columns[0].quality.empty());
    QVERIFY(!batch.truth);
}

void TestDecoder::readsColumns()
{
    const SampleBatch batch = batchOfPayload(R"({"t":[1795000000,1795000001],"values":{"a":[1,null],"b":[-0.25,1e3]}})");
    QCOMPARE(batch.rows(), 2u);
    QCOMPARE(batch.columns.size(), 2u);
    QCOMPARE(batch.columns[0].values[0], 1.0);
    QVERIFY(std::isnan(batch.columns[0].values[1]));
    QVERIFY(batch.columns[0].qualityAt(1) == Quality::Good);
    QCOMPARE(batch.columns[1].values, (std::vector<double>{-0.25, 1000.0}));
}

void TestDecoder::keepsNanoseconds()
{
    const SampleBatch batch = batchOfPayload(R"({"t":[1795000000.123456789,1795000000.000000001,1795000000.9],"values":{"a":[1,2,3]}})");
    QCOMPARE(toNanos(batch.times[0]), 1'795'000'000'123'456'789);
    QCOMPARE(toNanos(batch.times[1]), 1'795'000'000'000'000'001);
    QCOMPARE(toNanos(batch.times[2]), 1'795'000'000'900'000'000);
}

void TestDecoder::readsTimes_data()
{
    QTest::addColumn<QByteArray>("t");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("whole seconds") << QByteArray("1795000000") << qint64(1'795'000'000'000'000'000);
    QTest::newRow("more than nine decimals are cut") << QByteArray("1795000000.1234567899") << qint64(1'795'000'000'123'456'789);
    QTest::newRow("exponent") << QByteArray("1.795e9") << qint64(1'795'000'000'000'000'000);
    QTest::newRow("space before the comma") << QByteArray("1795000000.5 ") << qint64(1'795'000'000'500'000'000);
    QTest::newRow("RFC 3339") << QByteArray("\"2026-11-18T11:06:40Z\"") << qint64(1'795'000'000'000'000'000);
    QTest::newRow("RFC 3339 with an offset") << QByteArray("\"2026-11-18T12:06:40.25+01:00\"") << qint64(1'795'000'000'250'000'000);
    QTest::newRow("array of one") << QByteArray("[1795000000]") << qint64(1'795'000'000'000'000'000);
    QTest::newRow("first that is accepted") << QByteArray("946684800") << qint64(946'684'800'000'000'000);
    QTest::newRow("last that is accepted") << QByteArray("4102444800") << qint64(4'102'444'800'000'000'000);
    QTest::newRow("null: receive time") << QByteArray("null") << qint64(toNanos(test::kReceived));
}

void TestDecoder::readsTimes()
{
    QFETCH(QByteArray, t);
    QFETCH(qint64, nanos);
    const SampleBatch batch = batchOfPayload(R"({"t":)" + t.toStdString() + R"(,"values":{"a":1}})");
    QCOMPARE(batch.rows(), 1u);
    QCOMPARE(toNanos(batch.times[0]), nanos);
}

void TestDecoder::readsCountsAsNumberOrText()
{
    const SampleBatch numbers = batchOfPayload(R"({"epoch":18446744073709551615,"seq":9007199254740993,"values":{"a":1}})");
    const SampleBatch texts = batchOfPayload(R"({"epoch":"18446744073709551615","seq":"9007199254740993","values":{"a":1}})");
    QCOMPARE(numbers.epoch, 18'446'744'073'709'551'615u);
    QCOMPARE(numbers.seq.value_or(0), 9'007'199'254'740'993u);
    QCOMPARE(texts.epoch, numbers.epoch);
    QCOMPARE(texts.seq.value_or(0), numbers.seq.value_or(1));
}

void TestDecoder::readsKeysInAnyOrderAndSkipsUnknownOnes()
{
    const SampleBatch batch = batchOfPayload(
        R"({"new":{"deep":[1,{"values":{"x":1}}]},"quality":{"b":"bad"},"values":{"a":[1,2],"b":[3,4]},"later":"}","t":[1795000000,1795000001],"seq":4})");
    QCOMPARE(batch.columns.size(), 2u);
    QCOMPARE(batch.rows(), 2u);
    QCOMPARE(batch.seq.value_or(0), 4u);
    QVERIFY(batch.columns[1].qualityAt(1) == Quality::Bad);
    const SampleBatch escaped = batchOfPayload(R"({"v\u0061lues":{"gr\u00fcn \"1\"":5}})");
    QCOMPARE(escaped.columns[0].sensor, std::string("grün \"1\""));
}

void TestDecoder::readsQualityPerSensorAndPerRow()
{
    const SampleBatch batch = batchOfPayload(
        R"({"t":[1795000000,1795000001],"values":{"a":[1,2],"b":[1,2],"c":[1,2],"d":[1,2]},"quality":{"a":"uncertain","b":["good","bad"],"c":["good","good"]}})");
    QCOMPARE(batch.columns[0].quality, (std::vector{Quality::Uncertain, Quality::Uncertain}));
    QCOMPARE(batch.columns[1].quality, (std::vector{Quality::Good, Quality::Bad}));
    QVERIFY(batch.columns[2].quality.empty());
    QVERIFY(batch.columns[3].quality.empty());
}

void TestDecoder::readsTruth()
{
    const SampleBatch batch =
        batchOfPayload(R"({"values":{"a":1},"truth":{"anomaly":true,"kind":"spike","sensors":["a","b"],"severity":3}})");
    QVERIFY(batch.truth.has_value());
    QVERIFY(batch.truth->anomaly);
    QCOMPARE(batch.truth->kind, std::string("spike"));
    QCOMPARE(batch.truth->sensors, (std::vector<std::string>{"a", "b"}));
    QVERIFY(!batchOfPayload(R"({"values":{"a":1},"truth":null})").truth);
}

void TestDecoder::readsExtremeNumbers()
{
    const SampleBatch batch = batchOfPayload(R"({"values":{"a":1e308,"b":5e-324,"c":-0,"d":1e-999,"e":123456789012345678901234567890}})");
    QCOMPARE(batch.columns[0].values[0], 1e308);
    QVERIFY(batch.columns[1].values[0] == std::numeric_limits<double>::denorm_min());
    QVERIFY(std::signbit(batch.columns[2].values[0]));
    QVERIFY(batch.columns[3].values[0] == 0.0);
    QVERIFY(batch.columns[4].values[0] == 123456789012345678901234567890.0);
    for (const SensorColumn &column : batch.columns)
        QVERIFY(column.quality.empty());
}

void TestDecoder::turnsHugeNumbersIntoBadQuality()
{
    const SampleBatch batch = batchOfPayload(
        R"({"t":[1795000000,1795000001,1795000002],"values":{"a":[1,1e999,3],"b":[-1e400,2,3]},"quality":{"b":["good","uncertain","good"]}})");
    QCOMPARE(batch.columns[0].quality, (std::vector{Quality::Good, Quality::Bad, Quality::Good}));
    QVERIFY(std::isnan(batch.columns[0].values[1]));
    QCOMPARE(batch.columns[0].values[2], 3.0);
    QCOMPARE(batch.columns[1].quality, (std::vector{Quality::Bad, Quality::Uncertain, Quality::Good}));
    QVERIFY(std::isnan(batch.columns[1].values[0]));
}

void TestDecoder::treatsNullAsMissingOrAbsent()
{
    const SampleBatch batch =
        batchOfPayload(R"({"kind":null,"epoch":null,"seq":null,"quality":null,"t":[1795000000,1795000001],"values":{"a":null,"b":[1,2]}})");
    QCOMPARE(batch.epoch, 0u);
    QVERIFY(!batch.seq);
    QCOMPARE(batch.columns[0].values.size(), 2u);
    QVERIFY(std::isnan(batch.columns[0].values[0]) && std::isnan(batch.columns[0].values[1]));
    QVERIFY(batch.columns[0].quality.empty());
}

void TestDecoder::readsTheLargestFrame()
{
    const std::string head = R"(p {"values":{"a":1},"pad":")";
    std::string frame = head + std::string(kMaxFrameBytes - head.size() - 2, 'x') + "\"}";
    QCOMPARE(frame.size(), kMaxFrameBytes);
    QCOMPARE(batchOf(frame).columns.size(), 1u);
    Decoder decoder;
    const Decoded decoded = decoder.decode(frame + ' ', test::kReceived);
    QVERIFY(std::get<Rejection>(decoded).reason == Reject::TooLarge);
}

void TestDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("reason");
    struct Case {
        const char *name;
        std::string frame;
        const char *reason;
    };
    const std::string one = R"(,"values":{"a":1}})";
    const std::vector<Case> cases{
        {"nothing at all", "", "no-asset"},
        {"no space", "line-a/pump1", "no-asset"},
        {"payload alone", R"({"values": {"a": 1}})", "no-asset"},
        {"empty asset", R"( {"values":{"a":1}})", "no-asset"},
        {"HTTP", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", "unknown-payload"},
        {"asset with a star", R"(line* {"values":{"a":1}})", "bad-asset"},
        {"asset with an umlaut", "linie-\xC3\xA4 {\"values\":{\"a\":1}}", "bad-asset"},
        {"asset with a NUL", std::string("a\0b {\"values\":{\"a\":1}}", 22), "bad-asset"},
        {"asset of 129", std::string(129, 'a') + R"( {"values":{"a":1}})", "bad-asset"},
        {"empty payload", "p ", "unknown-payload"},
        {"two spaces", R"(p  {"values":{"a":1}})", "unknown-payload"},
        {"an array", "p [1,2]", "unknown-payload"},
        {"another kind", R"(p {"kind":"event"})", "unknown-payload"},
        {"invalid UTF-8 in a name", "p {\"values\":{\"a\xFF\":1}}", "not-utf8"},
        {"overlong UTF-8", "p {\"values\":{\"a\xC0\x80\":1}}", "not-utf8"},
        {"UTF-8 surrogate", "p {\"values\":{\"a\xED\xA0\x80\":1}}", "not-utf8"},
        {"cut", R"(p {"values":{"a":1})", "bad-json"},
        {"text after it", R"(p {"values":{"a":1}} x)", "bad-json"},
        {"a bracket too many", R"(p {"values":{"a":1}}})", "bad-json"},
        {"two objects", R"(p {"values":{"a":1}}{"values":{"a":1}})", "bad-json"},
        {"trailing comma", R"(p {"values":{"a":1},})", "bad-json"},
        {"trailing comma in an array", R"(p {"values":{"a":[1,]},"t":[1795000000]})", "bad-json"},
        {"NaN", R"(p {"values":{"a":NaN}})", "bad-json"},
        {"-Infinity", R"(p {"values":{"a":-Infinity}})", "bad-json"},
        {"-", R"(p {"values":{"a":-}})", "bad-json"},
        {"nul", R"(p {"values":{"a":nul}})", "bad-json"},
        {"leading zero", R"(p {"values":{"a":01}})", "bad-json"},
        {"leading zero before overflow", R"(p {"values":{"a":01e999}})", "bad-json"},
        {"letters after digits", R"(p {"values":{"a":12abc}})", "bad-json"},
        {"decimal comma", R"(p {"values":{"a":22,1}})", "bad-json"},
        {"lone surrogate", R"(p {"values":{"\ud800":1}})", "bad-json"},
        {"raw newline in a name", "p {\"values\":{\"a\nb\":1}}", "bad-json"},
        {"single quotes", R"(p {'values': {'a': 1}})", "bad-json"},
        {"no values", R"(p {"t":1795000000})", "missing-field"},
        {"null values", R"(p {"values":null})", "missing-field"},
        {"truth without anomaly", R"(p {"values":{"a":1},"truth":{"kind":"spike"}})", "missing-field"},
        {"number as text", R"(p {"values":{"a":"22.1"}})", "bad-type"},
        {"flag as number", R"(p {"values":{"a":true}})", "bad-type"},
        {"object as number", R"(p {"values":{"a":{"v":1}}})", "bad-type"},
        {"array in an array", R"(p {"t":[1795000000],"values":{"a":[[1]]}})", "bad-type"},
        {"values as an array", R"(p {"values":[1]})", "bad-type"},
        {"values as a number", R"(p {"values":3})", "bad-type"},
        {"kind as a number", R"(p {"kind":1)" + one, "bad-type"},
        {"t as a flag", R"(p {"t":true)" + one, "bad-type"},
        {"null among times", R"(p {"t":[null],"values":{"a":[1]}})", "bad-type"},
        {"t as an object", R"(p {"t":{})" + one, "bad-type"},
        {"negative seq", R"(p {"seq":-1)" + one, "bad-type"},
        {"seq with decimals", R"(p {"seq":1.5)" + one, "bad-type"},
        {"seq beyond 64 bits", R"(p {"seq":18446744073709551616)" + one, "bad-type"},
        {"epoch as hexadecimal text", R"(p {"epoch":"0x1f")" + one, "bad-type"},
        {"epoch as empty text", R"(p {"epoch":"")" + one, "bad-type"},
        {"quality as a list", R"(p {"quality":["bad"])" + one, "bad-type"},
        {"quality as a number", R"(p {"quality":{"a":2})" + one, "bad-type"},
        {"quality of another word", R"(p {"quality":{"a":"poor"})" + one, "bad-type"},
        {"truth as a flag", R"(p {"truth":true)" + one, "bad-type"},
        {"anomaly as a number", R"(p {"truth":{"anomaly":1})" + one, "bad-type"},
        {"truth's sensors as text", R"(p {"truth":{"anomaly":true,"sensors":"a"})" + one, "bad-type"},
        {"no sensor", R"(p {"values":{}})", "bad-shape"},
        {"no time", R"(p {"t":[],"values":{"a":[]}})", "bad-shape"},
        {"more values than times", R"(p {"t":[1795000000],"values":{"a":[1,2]}})", "bad-shape"},
        {"fewer values than times", R"(p {"t":[1795000000,1795000001],"values":{"a":[1,2],"b":[1]}})", "bad-shape"},
        {"one value for two times", R"(p {"t":[1795000000,1795000001],"values":{"a":1}})", "bad-shape"},
        {"array without times", R"(p {"values":{"a":[1,2]}})", "bad-shape"},
        {"empty array", R"(p {"values":{"a":[]}})", "bad-shape"},
        {"too many qualities", R"(p {"quality":{"a":["bad","bad"]})" + one, "bad-shape"},
        {"empty name", R"(p {"values":{"":1}})", "bad-name"},
        {"name of 129 bytes", R"(p {"values":{")" + std::string(129, 'n') + R"(":1}})", "bad-name"},
        {"NUL in a name", R"(p {"values":{"a\u0000b":1}})", "bad-name"},
        {"escape in a name", R"(p {"values":{"a\u001b[31m":1}})", "bad-name"},
        {"sensor twice", R"(p {"values":{"a":1,"b":2,"a":3}})", "bad-name"},
        {"sensor twice, once escaped", R"(p {"values":{"a":1,"\u0061":3}})", "bad-name"},
        {"quality twice", R"(p {"quality":{"a":"bad","a":"good"})" + one, "bad-name"},
        {"quality of an unknown sensor", R"(p {"quality":{"b":"bad"})" + one, "bad-name"},
        {"values twice", R"(p {"values":{"a":1})" + one, "bad-name"},
        {"time in words", R"(p {"t":"noon")" + one, "bad-time"},
        {"number as time text", R"(p {"t":"1795000000")" + one, "bad-time"},
        {"31 February", R"(p {"t":"2026-02-31T00:00:00Z")" + one, "bad-time"},
        {"1970", R"(p {"t":0)" + one, "time-out-of-range"},
        {"1970 in words", R"(p {"t":"1970-01-01T00:00:00Z")" + one, "time-out-of-range"},
        {"before 1970", R"(p {"t":-5)" + one, "time-out-of-range"},
        {"1999", R"(p {"t":946684799.999999999)" + one, "time-out-of-range"},
        {"2106", R"(p {"t":4294967295)" + one, "time-out-of-range"},
        {"2106 in words", R"(p {"t":"2106-02-07T06:28:15Z")" + one, "time-out-of-range"},
        {"just after the end", R"(p {"t":4102444800.000000001)" + one, "time-out-of-range"},
        {"more seconds than nanoseconds fit", R"(p {"t":9795000000.5)" + one, "time-out-of-range"},
        {"1e300", R"(p {"t":1e300)" + one, "time-out-of-range"},
        {"1e999", R"(p {"t":1e999)" + one, "time-out-of-range"},
        {"second row in 1970", R"(p {"t":[1795000000,1],"values":{"a":[1,2]}})", "time-out-of-range"},
    };
    for (const Case &row : cases)
        QTest::newRow(row.name) << QByteArray::fromStdString(row.frame) << QByteArray(row.reason);
}

void TestDecoder::refuses()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, reason);
    Decoder decoder;
    const Decoded decoded = decoder.decode(frame.toStdString(), test::kReceived);
    const auto *rejection = std::get_if<Rejection>(&decoded);
    QVERIFY2(rejection != nullptr, "the frame was accepted");
    QCOMPARE(QByteArray::fromStdString(std::string(toText(rejection->reason))) + ": " + rejection->detail.c_str(),
             reason + ": " + rejection->detail.c_str());
    QVERIFY(!rejection->detail.empty());
}

void TestDecoder::saysWhatToDo_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("advice");
    QTest::newRow("str(dict)") << QByteArray("p {'values': {'a': 1}}") << QByteArray("single quotes");
    QTest::newRow("NaN") << QByteArray(R"(p {"values": {"a": NaN}})") << QByteArray("send null");
    QTest::newRow("Infinity") << QByteArray(R"(p {"values": {"a": -Infinity}})") << QByteArray("send null");
    QTest::newRow("None") << QByteArray(R"(p {"values": {"a": None}})") << QByteArray("send null");
    QTest::newRow("milliseconds") << QByteArray(R"(p {"t":1795000000000,"values":{"a":1}})") << QByteArray("milliseconds");
    QTest::newRow("nanoseconds") << QByteArray(R"(p {"t":1795000000000000000,"values":{"a":1}})") << QByteArray("nanoseconds");
    QTest::newRow("number as text") << QByteArray(R"(p {"values":{"a":"22.1"}})") << QByteArray("a: expected a number, found text");
    QTest::newRow("no asset path") << QByteArray(R"({"values":{"a":1}})") << QByteArray("an asset path and a space");
    QTest::newRow("lengths") << QByteArray(R"(p {"t":[1795000000,1795000001],"values":{"a":[1]}})")
                             << QByteArray("values.a: found 1 for 2 times");
}

void TestDecoder::saysWhatToDo()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, advice);
    Decoder decoder;
    const Decoded decoded = decoder.decode(frame.toStdString(), test::kReceived);
    QVERIFY(std::holds_alternative<Rejection>(decoded));
    const QByteArray detail = std::get<Rejection>(decoded).detail.c_str();
    QVERIFY2(detail.contains(advice), detail.constData());
}

void TestDecoder::namesEveryReason()
{
    QSet<QByteArray> words;
    for (int i = 0; i <= int(Reject::UnknownSensor); ++i)
        words.insert(QByteArray::fromStdString(std::string(toText(Reject(i)))));
    QCOMPARE(words.size(), int(Reject::UnknownSensor) + 1);
    QVERIFY(!words.contains("?"));
    QCOMPARE(toText(Reject::TimeOutOfRange), std::string_view("time-out-of-range"));
    QCOMPARE(toText(Reject::UnknownSensor), std::string_view("unknown-sensor"));
}

void TestDecoder::checksAssetPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("usual") << QByteArray("line-a/pump1") << true;
    QTest::newRow("every character") << QByteArray("Az09._-/x") << true;
    QTest::newRow("one") << QByteArray("x") << true;
    QTest::newRow("128") << QByteArray(128, 'x') << true;
    QTest::newRow("129") << QByteArray(129, 'x') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("colon") << QByteArray("a:b") << false;
    QTest::newRow("backslash") << QByteArray("a\\b") << false;
    QTest::newRow("a dot in a name") << QByteArray("line-a/v1.2/..x") << true;
    for (const char *bare : {"/", "/a", "a/", "a//b", ".", "..", "a/.", "a/../b"})
        QTest::newRow(bare) << QByteArray(bare) << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
}

void TestDecoder::checksAssetPaths()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, accepted);
    QCOMPARE(isAssetPath(path.toStdString()), accepted);
}

void TestDecoder::goesOnAfterARejection()
{
    Decoder decoder;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(std::holds_alternative<Rejection>(decoder.decode(R"(p {"values":{"a":[1,2)", test::kReceived)));
        QVERIFY(std::holds_alternative<Message>(decoder.decode(R"(p {"values":{"a":1}})", test::kReceived)));
    }
}

QTEST_APPLESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
