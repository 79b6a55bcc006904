// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/frame_intake.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::feed;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kNow = fromNanos(1'795'000'000'000'000'000);
const SteadyTime kSteady{1000h};

/// An intake, what it delivered, and a time of arrival that the test moves.
struct Intake {
    explicit Intake(ZmqFeedSettings settings = {}) : intake(settings) {}

    FrameIntake::Outcome take(const std::string &frame)
    {
        return intake.take(frame, arrival, [this](Delivery delivery) { deliveries.push_back(std::move(delivery)); });
    }

    template <typename T>
    std::vector<T> all() const
    {
        std::vector<T> found;
        for (const Delivery &delivery : deliveries) {
            if (const auto *one = std::get_if<T>(&delivery))
                found.push_back(*one);
        }
        return found;
    }

    FeedHealth health() const { return intake.report(arrival.steady); }
    std::uint64_t rejects(const std::string &reason) const
    {
        const auto rejects = health().rejects;
        return rejects.contains(reason) ? rejects.at(reason) : 0;
    }

    FrameIntake intake;
    std::vector<Delivery> deliveries;
    Arrival arrival{kNow, kSteady};
};

std::string numbered(std::uint64_t epoch, std::uint64_t seq, const std::string &asset = "pump")
{
    return asset + R"( {"epoch":)" + std::to_string(epoch) + R"(,"seq":)" + std::to_string(seq) + R"(,"values":{"a":1}})";
}

std::string manyNames(int first, int count)
{
    SampleBatch batch;
    batch.asset = "pump";
    for (int i = first; i < first + count; ++i)
        batch.columns.push_back({"sensor-" + std::to_string(i), {1.0}, {}});
    return wire::encode(batch);
}

} // namespace

class TestFrameIntake : public QObject {
    Q_OBJECT

private slots:
    void deliversABatch();
    void countsEveryFrameExactlyOnce();
    void tellsHolesBeforeTheBatchThatShowsThem();
    void countsARestartOncePerPublisher();
    void aRestartThatBeginsWithADescriptionKeepsIt();
    void limitsTheNamesOfOnePeer();
    void declaredSensorsAreNeverRefused();
    void limitsTheAssetsOfOnePeer();
    void limitsTheNamesInDescriptions();
    void resolvesPackedFrames();
    void packedFramesWithoutDescriptionAreRefused();
    void farFutureOfALiveClockIsRefused();
    void simulatedTimeIsNotJudged();
    void rejectedFramesAreNoSignOfLife();
    void interruptionsShowOnUnnumberedAssets();
    void numbersOfForeignOriginNeverWrap();
};

void TestFrameIntake::deliversABatch()
{
    Intake intake;
    QVERIFY(intake.take(R"(pump {"epoch":81,"seq":3,"t":[1794999999,1795000000],"values":{"a":[1,2],"b":[3,null]}})")
            == FrameIntake::Outcome::Accepted);
    const auto batches = intake.all<SampleBatch>();
    QCOMPARE(batches.size(), 1u);
    QCOMPARE(batches[0].columns.size(), 2u);
    const FeedHealth health = intake.health();
    QCOMPARE(health.frames, 1u);
    QCOMPARE(health.samples, 4u);
    QCOMPARE(health.epoch, 81u);
    QVERIFY(health.sequenced);
    QVERIFY(health.clock == ClockKind::Live);
    QVERIFY(health.lastFrame == kNow);
    QVERIFY(health.lastEvent == kNow);
    QVERIFY(health.rejects.empty());
    QVERIFY(health.bytes > 50);
}

void TestFrameIntake::countsEveryFrameExactlyOnce()
{
    Intake intake;
    const std::vector<std::string> bad{"",
                                       "nospace",
                                       "* {}",
                                       "p x",
                                       "p {",
                                       "p {}",
                                       "p {'a':1}",
                                       R"(p {"values":{"a":NaN}})",
                                       "p {\"\xff\":1}",
                                       "p TLT1",
                                       R"(p {"values":{"a":"1"}})",
                                       R"(p {"t":0,"values":{"a":1}})",
                                       std::string(70'000, 'x')};
    for (int round = 0; round < 10; ++round) {
        for (const std::string &frame : bad)
            QVERIFY(intake.take(frame) == FrameIntake::Outcome::Rejected);
        intake.take(numbered(1, static_cast<std::uint64_t>(round)));
        intake.take(R"(p {"kind":"heartbeat"})");
    }
    intake.intake.refuse(5, {wire::Reject::Multipart, "two parts"}, intake.arrival);
    std::uint64_t rejected = 0;
    for (const auto &[reason, count] : intake.health().rejects)
        rejected += count;
    QCOMPARE(rejected, bad.size() * 10 + 1);
    QCOMPARE(intake.health().frames, rejected + 20);
    QCOMPARE(intake.rejects("multipart"), 1u);
    QCOMPARE(intake.rejects("too-large"), 10u);
    QCOMPARE(intake.rejects("bad-json"), 30u);
    QCOMPARE(intake.rejects("no-asset"), 20u);
    QCOMPARE(intake.health().heartbeats, 10u);
    QVERIFY(QString::fromStdString(intake.intake.lastRejection()).startsWith("multipart: "));
}

void TestFrameIntake::tellsHolesBeforeTheBatchThatShowsThem()
{
    Intake intake;
    intake.take(numbered(1, 10));
    intake.take(numbered(1, 14));
    QCOMPARE(intake.deliveries.size(), 3u);
    const auto &gap = std::get<Gap>(intake.deliveries[1]);
    QCOMPARE(gap.asset, std::string("pump"));
    QCOMPARE(gap.lostMessages, 3u);
    QVERIFY(!gap.restart);
    QVERIFY(gap.at == kNow);
    intake.take(R"(pump {"kind":"heartbeat","epoch":1,"seq":20})");
    QCOMPARE(std::get<Gap>(intake.deliveries[3]).lostMessages, 5u);
    QCOMPARE(intake.health().gaps, 2u);
    QCOMPARE(intake.health().lostMessages, 8u);
    intake.take(numbered(1, 12));
    QCOMPARE(intake.health().gaps, 2u);
    QCOMPARE(intake.all<SampleBatch>().size(), 3u);
}

void TestFrameIntake::countsARestartOncePerPublisher()
{
    Intake intake;
    for (const std::uint64_t epoch : {1u, 2u}) {
        for (const char *asset : {"a", "b", "c"})
            intake.take(numbered(epoch, 5, asset));
    }
    QCOMPARE(intake.health().publisherRestarts, 1u);
    QCOMPARE(intake.health().epoch, 2u);
    const auto gaps = intake.all<Gap>();
    QCOMPARE(gaps.size(), 3u);
    for (const Gap &gap : gaps)
        QVERIFY(gap.restart && gap.lostMessages == 0);
}

void TestFrameIntake::aRestartThatBeginsWithADescriptionKeepsIt()
{
    Intake intake;
    intake.take(numbered(1, 5));
    QVERIFY(intake.health().clock == ClockKind::Live);
    intake.take(R"(pump {"kind":"describe","epoch":2,"clock":"simulated","speed":60})");
    intake.take(numbered(2, 0));
    intake.take(numbered(2, 1));
    QVERIFY(intake.health().clock == ClockKind::Simulated);
    QCOMPARE(intake.health().speed, 60.0);
    QCOMPARE(intake.health().publisherRestarts, 1u);
    QCOMPARE(intake.all<Gap>().size(), 1u);
}

void TestFrameIntake::limitsTheNamesOfOnePeer()
{
    Intake intake;
    for (int i = 0; i < 10; ++i)
        intake.take(manyNames(i * 1000, 1000));
    QCOMPARE(intake.health().refusedNames, 10'000u - 4096u);
    QCOMPARE(intake.health().samples, 4096u);
    // The fifth frame was delivered in part, the five after it not at all.
    QCOMPARE(intake.all<SampleBatch>().size(), 5u);
    QCOMPARE(intake.rejects("too-many-names"), 6u);
    intake.take(manyNames(0, 1000));
    QCOMPARE(intake.all<SampleBatch>().size(), 6u);
    QCOMPARE(intake.rejects("too-many-names"), 6u);
}

void TestFrameIntake::declaredSensorsAreNeverRefused()
{
    ZmqFeedSettings settings;
    settings.maxUndeclaredSensors = 0;
    settings.declared = {SensorKey{"pump", "a"}};
    Intake intake(settings);
    intake.take(R"(pump {"values":{"a":1,"b":2}})");
    QCOMPARE(intake.all<SampleBatch>().size(), 1u);
    QCOMPARE(intake.all<SampleBatch>()[0].columns.size(), 1u);
    QCOMPARE(intake.rejects("too-many-names"), 1u);
    QVERIFY(intake.take(R"(fan {"values":{"a":1}})") == FrameIntake::Outcome::Rejected);
}

void TestFrameIntake::limitsTheAssetsOfOnePeer()
{
    ZmqFeedSettings settings;
    settings.maxUndeclaredSensors = 10;
    Intake intake(settings);
    for (int i = 0; i < 50; ++i)
        intake.take("asset-" + std::to_string(i) + R"( {"kind":"heartbeat"})");
    QCOMPARE(intake.health().heartbeats, 10u);
    QCOMPARE(intake.rejects("too-many-names"), 40u);
}

void TestFrameIntake::limitsTheNamesInDescriptions()
{
    ZmqFeedSettings settings;
    settings.maxUndeclaredSensors = 2;
    Intake intake(settings);
    intake.take(R"(pump {"kind":"describe","clock":"live","sensors":{"a":{},"b":{},"c":{},"d":{}}})");
    const auto describes = intake.all<wire::Describe>();
    QCOMPARE(describes.size(), 1u);
    QCOMPARE(describes[0].sensors.size(), 2u);
    QCOMPARE(intake.rejects("too-many-names"), 1u);
    QCOMPARE(intake.health().refusedNames, 2u);
    QVERIFY(intake.take(R"(pump {"kind":"describe","clock":"live","sensors":{"e":{}}})") == FrameIntake::Outcome::Rejected);
    QVERIFY(intake.take(R"(pump {"kind":"describe","clock":"live"})") == FrameIntake::Outcome::Accepted);
}

void TestFrameIntake::resolvesPackedFrames()
{
    Intake intake;
    intake.take(R"(pump {"kind":"describe","epoch":1,"clock":"live","sensors":{"temperature":{"index":4}}})");
    const wire::PackedSamples packed{"pump", 1, 7, {{4, Quality::Uncertain, toNanos(kNow), 22.5}}};
    QVERIFY(intake.take(wire::encode(packed)) == FrameIntake::Outcome::Accepted);
    const auto batches = intake.all<SampleBatch>();
    QCOMPARE(batches.size(), 1u);
    QCOMPARE(batches[0].columns[0].sensor, std::string("temperature"));
    QVERIFY(batches[0].columns[0].qualityAt(0) == Quality::Uncertain);
    wire::PackedSamples later = packed;
    later.seq = 10;
    intake.take(wire::encode(later));
    QCOMPARE(intake.health().lostMessages, 2u);
}

void TestFrameIntake::packedFramesWithoutDescriptionAreRefused()
{
    Intake intake;
    const wire::PackedSamples packed{"pump", 1, 7, {{4, Quality::Good, toNanos(kNow), 22.5}}};
    QVERIFY(intake.take(wire::encode(packed)) == FrameIntake::Outcome::Rejected);
    QCOMPARE(intake.rejects("unknown-sensor"), 1u);
    QVERIFY(intake.deliveries.empty());
}

void TestFrameIntake::farFutureOfALiveClockIsRefused()
{
    Intake intake;
    intake.take(R"(pump {"t":1795000000,"values":{"a":1}})");
    QVERIFY(intake.take(R"(pump {"t":1795090000,"values":{"a":1}})") == FrameIntake::Outcome::Rejected);
    QCOMPARE(intake.rejects("time-out-of-range"), 1u);
    QVERIFY(intake.take(R"(pump {"t":1795080000,"values":{"a":1}})") == FrameIntake::Outcome::Accepted);
    QVERIFY(intake.health().clockSkewed);
    QCOMPARE(intake.health().lagSec, -80'000.0);
}

void TestFrameIntake::simulatedTimeIsNotJudged()
{
    Intake intake;
    intake.take(R"(pump {"kind":"describe","clock":"simulated","speed":3600})");
    for (const char *t : {"1400000000", "1795000000", "4000000000"})
        QVERIFY(intake.take(R"(pump {"t":)" + std::string(t) + R"(,"values":{"a":1}})") == FrameIntake::Outcome::Accepted);
    const FeedHealth health = intake.health();
    QVERIFY(health.clock == ClockKind::Simulated);
    QCOMPARE(health.speed, 3600.0);
    QVERIFY(!health.clockSkewed);
    QCOMPARE(health.lagSec, 0.0);
}

void TestFrameIntake::rejectedFramesAreNoSignOfLife()
{
    Intake intake;
    intake.intake.judge().connected(true, kSteady);
    intake.take("p {");
    QVERIFY(intake.health().lastFrame == kNoTime);
    QVERIFY(intake.intake.judge().state(kSteady) == FeedState::NoValidFrames);
    intake.take(R"(p {"kind":"heartbeat"})");
    QVERIFY(intake.intake.judge().state(kSteady) == FeedState::Live);
}

void TestFrameIntake::interruptionsShowOnUnnumberedAssets()
{
    Intake intake;
    intake.take(R"(pump {"values":{"a":1}})");
    intake.intake.interrupted();
    intake.take(R"(pump {"values":{"a":1}})");
    const auto gaps = intake.all<Gap>();
    QCOMPARE(gaps.size(), 1u);
    QCOMPARE(gaps[0].lostMessages, 0u);
    QVERIFY(!gaps[0].restart);
    QCOMPARE(intake.health().gaps, 0u);
    QVERIFY(!intake.health().sequenced);
}

void TestFrameIntake::numbersOfForeignOriginNeverWrap()
{
    Intake intake;
    for (const char *asset : {"a", "b"}) {
        intake.take(numbered(1, 0, asset));
        intake.take(numbered(1, ~0ull - 1, asset));
    }
    QCOMPARE(intake.health().lostMessages, ~0ull);
}

QTEST_APPLESS_MAIN(TestFrameIntake)
#include "tst_frame_intake.moc"
