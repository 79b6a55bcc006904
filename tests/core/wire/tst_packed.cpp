// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_samples.h"

#include <QtTest>
#include <cmath>
#include <cstring>

using namespace telltale;
using namespace telltale::wire;

namespace {

constexpr std::size_t kPayload = sizeof "line-a/pump1"; // one byte for the space

/// The sample frame with `bytes` written at `offset` of its payload.
template <typename T>
std::string patched(std::size_t offset, T bytes)
{
    std::string frame = encode(test::packedSample());
    std::memcpy(frame.data() + kPayload + offset, &bytes, sizeof bytes);
    return frame;
}

} // namespace

class TestPacked : public QObject {
    Q_OBJECT

private slots:
    void hasTheDocumentedLayout();
    void comesBackAsItWas();
    void ignoresTheReservedField();
    void marksNumbersThatAreNotFinite_data();
    void marksNumbersThatAreNotFinite();
    void refuses_data();
    void refuses();
};

void TestPacked::hasTheDocumentedLayout()
{
    const std::string frame = encode(PackedSamples{"p", 0x1122334455667788, 2, {{3, Quality::Bad, 1'795'000'000'000'000'000, 1.0}}});
    const QByteArray expected = QByteArray("p TLT1") + QByteArray::fromHex("0100 0000 01000000 00000000") // version, flags, count, reserved
                                + QByteArray::fromHex("8877665544332211 0200000000000000")                // epoch, seq
                                + QByteArray::fromHex("03000000 02000000")                                // sensor, quality
                                + QByteArray::fromHex("0080d35bfd1ee918")                                 // t in ns
                                + QByteArray::fromHex("000000000000f03f");                                // value
    QCOMPARE(QByteArray::fromStdString(frame).toHex(' '), expected.toHex(' '));
}

void TestPacked::comesBackAsItWas()
{
    Decoder decoder;
    const auto sent = test::packedSample();
    const Decoded decoded = decoder.decode(encode(sent), test::kReceived);
    const auto &got = std::get<PackedSamples>(std::get<Message>(decoded));
    QCOMPARE(got.asset, sent.asset);
    QCOMPARE(got.epoch, sent.epoch);
    QCOMPARE(got.seq, sent.seq);
    QCOMPARE(got.samples.size(), sent.samples.size());
    for (std::size_t i = 0; i < got.samples.size(); ++i) {
        QCOMPARE(got.samples[i].sensor, sent.samples[i].sensor);
        QVERIFY(got.samples[i].quality == sent.samples[i].quality);
        QCOMPARE(got.samples[i].timeNanos, sent.samples[i].timeNanos);
        QCOMPARE(got.samples[i].value, sent.samples[i].value);
    }
}

void TestPacked::ignoresTheReservedField()
{
    Decoder decoder;
    QVERIFY(std::holds_alternative<Message>(decoder.decode(patched(12, std::uint32_t{77}), test::kReceived)));
}

void TestPacked::marksNumbersThatAreNotFinite_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
    QTest::newRow("-infinity") << -std::numeric_limits<double>::infinity();
}

void TestPacked::marksNumbersThatAreNotFinite()
{
    QFETCH(double, value);
    Decoder decoder;
    const Decoded decoded = decoder.decode(patched(32 + 16, value), test::kReceived);
    const auto &samples = std::get<PackedSamples>(std::get<Message>(decoded)).samples;
    QVERIFY(std::isnan(samples[0].value));
    QVERIFY(samples[0].quality == Quality::Bad);
    QCOMPARE(samples[1].value, -0.5);
}

void TestPacked::refuses_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const std::string &frame, const char *reason) {
        QTest::newRow(name) << QByteArray::fromStdString(frame) << QByteArray(reason);
    };
    row("magic only", "p TLT1", "bad-header");
    row("other magic", patched(0, std::uint32_t{0x54}), "bad-header");
    row("version 2", patched(4, std::uint16_t{2}), "bad-version");
    row("version 0", patched(4, std::uint16_t{0}), "bad-version");
    row("a flag", patched(6, std::uint16_t{1}), "bad-version");
    row("no samples", patched(8, std::uint32_t{0}), "bad-shape");
    row("more announced than sent", patched(8, std::uint32_t{4}), "bad-shape");
    row("fewer announced than sent", patched(8, std::uint32_t{2}), "bad-shape");
    row("count that overflows", patched(8, std::uint32_t{0xFFFFFFFF}), "bad-shape");
    row("quality 3", patched(32 + 4, std::uint32_t{3}), "bad-type");
    row("1970", patched(32 + 8, std::int64_t{0}), "time-out-of-range");
    row("2106", patched(32 + 8, std::int64_t{4'294'967'295'000'000'000}), "time-out-of-range");
    row("before the earth", patched(32 + 8, std::numeric_limits<std::int64_t>::min()), "time-out-of-range");
}

void TestPacked::refuses()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, reason);
    Decoder decoder;
    const Decoded decoded = decoder.decode(frame.toStdString(), test::kReceived);
    const auto *rejection = std::get_if<Rejection>(&decoded);
    QVERIFY2(rejection != nullptr, "the frame was accepted");
    QCOMPARE(QByteArray::fromStdString(std::string(toText(rejection->reason))), reason);
}

QTEST_APPLESS_MAIN(TestPacked)
#include "tst_packed.moc"
