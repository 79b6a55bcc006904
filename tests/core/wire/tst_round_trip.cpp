// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/score.h"
#include "frame_samples.h"

#include <QtTest>
#include <cmath>
#include <cstring>
#include <random>

using namespace telltale;
using namespace telltale::wire;

namespace {

/// Messages of every shape, the same ones in every run.
class RandomMessages {
public:
    explicit RandomMessages(std::uint64_t seed) : m_random(seed) {}

    SampleBatch batch()
    {
        SampleBatch made;
        made.asset = "line-" + std::to_string(below(9)) + "/pump_" + std::to_string(below(99));
        made.epoch = below(3) == 0 ? 0 : m_random();
        if (below(4) != 0)
            made.seq = m_random();
        const std::size_t rows = 1 + below(6);
        for (std::size_t row = 0; row < rows; ++row)
            made.times.push_back(time());
        const std::size_t columns = 1 + below(5);
        for (std::size_t i = 0; i < columns; ++i)
            made.columns.push_back(column(i, rows));
        if (below(4) == 0)
            made.truth = Truth{below(2) == 0, below(2) == 0 ? "spike" : "", {made.columns[0].sensor}};
        return made;
    }

    Describe describe()
    {
        Describe made{"asset", m_random(), static_cast<ClockKind>(below(3)), 1.0 + static_cast<double>(below(100'000)) / 7.0, {}};
        const std::size_t sensors = below(6);
        for (std::size_t i = 0; i < sensors; ++i)
            made.sensors.push_back(sensor(i));
        return made;
    }

private:
    std::uint64_t below(std::uint64_t end) { return m_random() % end; }

    UtcTime time() { return fromNanos(946'684'800'000'000'000 + static_cast<std::int64_t>(below(3'155'760'000'000'000'000))); }

    double number()
    {
        constexpr std::array<double, 8> kSpecial{0.0, -0.0, 1e308, -1e308, 5e-324, 1.0 / 3.0, 22.1, 1e22};
        if (below(3) == 0)
            return kSpecial[below(kSpecial.size())];
        double bits = 0.0;
        const std::uint64_t raw = m_random();
        std::memcpy(&bits, &raw, sizeof bits);
        return std::isfinite(bits) ? bits : kMissing;
    }

    SensorColumn column(std::size_t index, std::size_t rows)
    {
        constexpr std::array<std::string_view, 5> kNames{"temperature", "Ölstand °C", "a\"b\\c", "'; DROP TABLE alarm;--", "<b>flow</b>"};
        SensorColumn made{std::string(kNames[index]), {}, {}};
        for (std::size_t row = 0; row < rows; ++row)
            made.values.push_back(number());
        if (below(3) == 0) {
            for (std::size_t row = 0; row < rows; ++row)
                made.quality.push_back(static_cast<Quality>(below(3)));
        }
        return made;
    }

    DescribedSensor sensor(std::size_t index)
    {
        DescribedSensor made;
        made.name = "s" + std::to_string(index);
        made.index = static_cast<std::uint32_t>(index * 100 + below(100));
        made.unit = below(2) == 0 ? "m³/h" : "";
        if (below(2) == 0)
            made.low = -1.5 * static_cast<double>(below(100));
        if (below(2) == 0)
            made.high = 0.1 * static_cast<double>(below(100));
        made.period = std::chrono::milliseconds(below(100'000));
        made.text = below(2) == 0 ? "a \"text\"" : "";
        return made;
    }

    std::mt19937_64 m_random;
};

bool sameNumber(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

bool sameColumn(const SensorColumn &a, const SensorColumn &b)
{
    bool same = a.sensor == b.sensor && a.values.size() == b.values.size();
    for (std::size_t row = 0; same && row < a.values.size(); ++row)
        same = sameNumber(a.values[row], b.values[row]) && a.qualityAt(row) == b.qualityAt(row);
    return same;
}

bool sameTruth(const std::optional<Truth> &a, const std::optional<Truth> &b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->anomaly == b->anomaly && a->kind == b->kind && a->sensors == b->sensors;
}

bool sameBatch(const SampleBatch &a, const SampleBatch &b)
{
    return a.asset == b.asset && a.epoch == b.epoch && a.seq == b.seq && a.times == b.times && sameTruth(a.truth, b.truth)
           && std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(), sameColumn);
}

bool sameSensor(const DescribedSensor &a, const DescribedSensor &b)
{
    return a.name == b.name && a.index == b.index && a.unit == b.unit && a.low == b.low && a.high == b.high && a.period == b.period
           && a.text == b.text;
}

bool sameDescribe(const Describe &a, const Describe &b)
{
    return a.asset == b.asset && a.epoch == b.epoch && a.clock == b.clock && a.speed == b.speed
           && std::equal(a.sensors.begin(), a.sensors.end(), b.sensors.begin(), b.sensors.end(), sameSensor);
}

constexpr int kMessages = 5000;

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void batchesComeBackAsTheyWere();
    void describesComeBackAsTheyWere();
    void heartbeatsComeBackAsTheyWere();
    void batchWithoutTimesIsStampedOnReceipt();
    void encodesTheSameTextAgain();
};

void TestRoundTrip::batchesComeBackAsTheyWere()
{
    RandomMessages messages(1);
    Decoder decoder;
    for (int i = 0; i < kMessages; ++i) {
        const SampleBatch sent = messages.batch();
        const std::string frame = encode(sent);
        const Decoded decoded = decoder.decode(frame, test::kReceived);
        QVERIFY2(std::holds_alternative<Message>(decoded), frame.c_str());
        QVERIFY2(sameBatch(sent, std::get<SampleBatch>(std::get<Message>(decoded))), frame.c_str());
    }
}

void TestRoundTrip::describesComeBackAsTheyWere()
{
    RandomMessages messages(2);
    Decoder decoder;
    int refused = 0;
    for (int i = 0; i < kMessages; ++i) {
        const Describe sent = messages.describe();
        const std::string frame = encode(sent);
        const Decoded decoded = decoder.decode(frame, test::kReceived);
        if (std::holds_alternative<Rejection>(decoded)) {
            QVERIFY2(std::get<Rejection>(decoded).reason == Reject::BadShape, frame.c_str());
            ++refused;
            continue;
        }
        QVERIFY2(sameDescribe(sent, std::get<Describe>(std::get<Message>(decoded))), frame.c_str());
    }
    QCOMPARE(refused, 0);
}

void TestRoundTrip::heartbeatsComeBackAsTheyWere()
{
    Decoder decoder;
    for (const Heartbeat &sent : {Heartbeat{"p", 0, std::nullopt}, Heartbeat{"p", ~0ull, ~0ull}, Heartbeat{"a/b", 5, 0}}) {
        const Decoded decoded = decoder.decode(encode(sent), test::kReceived);
        const auto &got = std::get<Heartbeat>(std::get<Message>(decoded));
        QCOMPARE(got.asset, sent.asset);
        QCOMPARE(got.epoch, sent.epoch);
        QVERIFY(got.seq == sent.seq);
    }
}

void TestRoundTrip::batchWithoutTimesIsStampedOnReceipt()
{
    Decoder decoder;
    SampleBatch sent;
    sent.asset = "p";
    sent.columns = {{"a", {1.5}, {}}};
    QCOMPARE(encode(sent), std::string(R"(p {"values":{"a":1.5}})"));
    const Decoded decoded = decoder.decode(encode(sent), test::kReceived);
    QVERIFY(std::get<SampleBatch>(std::get<Message>(decoded)).times == std::vector{test::kReceived});
}

void TestRoundTrip::encodesTheSameTextAgain()
{
    Decoder decoder;
    for (const std::string &frame : test::validFrames()) {
        const auto again = [](const auto &message) { return encode(message); };
        const Decoded first = decoder.decode(frame, test::kReceived);
        const std::string once = std::visit(again, std::get<Message>(first));
        const Decoded second = decoder.decode(once, test::kReceived);
        QCOMPARE(std::visit(again, std::get<Message>(second)), once);
    }
}

QTEST_APPLESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
