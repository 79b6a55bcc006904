// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "simulator/publish/scenario_programme.h"
#include "simulator/publish/transmitter.h"
#include "simulator/scenarios/catalog.h"
#include "statistics.h"
#include "tests/support/fake_clock.h"

#include <QtTest>
#include <map>
#include <set>

using namespace telltale;
using namespace telltale::simulator;
using namespace std::chrono_literals;

namespace {

/// A frame with the time at which it went out, since the start of the test.
struct Sent {
    Duration at;
    std::string frame;
};

/// Takes every frame; plays a subscriber that comes, and one that is full for a while.
class RecordingSink final : public FrameSink {
public:
    explicit RecordingSink(const Clock &clock) : m_clock(clock), m_begin(clock.steadyNow()) {}

    bool send(std::string_view frame) override
    {
        if (refusals > 0) {
            --refusals;
            return false;
        }
        sent.push_back({m_clock.steadyNow() - m_begin, std::string(frame)});
        return true;
    }
    std::size_t newSubscriptions() override
    {
        const bool comes = subscribesAt && m_clock.steadyNow() - m_begin >= *subscribesAt;
        if (comes)
            subscribesAt.reset();
        return comes ? 1 : 0;
    }

    std::vector<Sent> sent;
    std::optional<Duration> subscribesAt;
    int refusals = 0;

private:
    const Clock &m_clock;
    SteadyTime m_begin;
};

/// Lets the fake clock run to where somebody wants to wait; can oversleep once, and ask for the end.
class FakePatience final : public Patience {
public:
    explicit FakePatience(test::FakeClock &clock) : m_clock(clock), m_begin(clock.steadyNow()) {}

    bool waitUntil(SteadyTime time) override
    {
        const SteadyTime now = m_clock.steadyNow();
        if (time > now)
            m_clock.advance(time - now);
        if (stallsAt && m_clock.steadyNow() - m_begin >= *stallsAt) {
            stallsAt.reset();
            m_clock.advance(60s);
        }
        return m_clock.steadyNow() - m_begin < stopsAt;
    }

    Duration stopsAt = 24h;
    std::optional<Duration> stallsAt;

private:
    test::FakeClock &m_clock;
    SteadyTime m_begin;
};

/// Everything a transmission needs, on a clock that costs no time.
struct Bench {
    explicit Bench(const std::string &scenario, const Schedule &schedule, ScenarioSettings settings = {},
                   UtcTime now = UtcTime(1'790'000'000s))
        : clock(now)
        , sink(clock)
        , patience(clock)
        , programme(std::move(buildScenario(*findScenario(scenario).value(), settings)).value(), schedule)
    {
    }

    Ending run(const TransmitLimits &limits)
    {
        Transmitter transmitter(programme, sink, clock, patience, 77,
                                [&](LogLevel, std::string_view, std::string_view text) { notes.emplace_back(text); });
        return transmitter.run(limits);
    }

    /// Decodes what was sent and gives the messages of one type with their times.
    template <typename Message>
    [[nodiscard]] std::vector<std::pair<Duration, Message>> messages()
    {
        std::vector<std::pair<Duration, Message>> found;
        wire::Decoder decoder;
        for (const Sent &each : sink.sent) {
            const auto decoded = decoder.decode(each.frame, clock.utcNow());
            if (const auto *message = std::get_if<wire::Message>(&decoded))
                if (const auto *wanted = std::get_if<Message>(message))
                    found.emplace_back(each.at, *wanted);
        }
        return found;
    }

    test::FakeClock clock;
    RecordingSink sink;
    FakePatience patience;
    ScenarioProgramme programme;
    std::vector<std::string> notes;
};

Schedule everySecond()
{
    return {1s, 0, {}, 0.0, kNoTime};
}

} // namespace

class TestTransmitter : public QObject {
    Q_OBJECT

private slots:
    void messagesKeepTheirRateWithoutDrift();
    void assetsAreSpreadOverTheInterval();
    void heartbeatsAndDescriptionsComeInTime();
    void burstsAndPausesAlternate();
    void aStallIsNotMadeUpFor();
    void aFullSubscriberIsWaitedFor();
    void aNewSubscriberGetsADescriptionAtOnce();
    void nothingIsSentBeforeTheFirstSubscriber();
    void theEndIsHeededWhileWaiting();
    void theLastHeartbeatsSayWhatWasSent();
    void aSimulatedClockRunsFaster();
    void valuesDoNotDependOnTheWallClock();
    void brokenFramesAreExtraAndSilenceUsesNoNumber();
    void epochsDiffer();
};

void TestTransmitter::messagesKeepTheirRateWithoutDrift()
{
    Bench bench("turbine", {fromSeconds(1.0 / 3.0), 0, {}, 0.0, kNoTime});
    QCOMPARE(bench.run({60s, false, {}}), Ending::TimeUp);
    const auto data = bench.messages<SampleBatch>();
    QVERIFY(data.size() == 180 || data.size() == 181);
    for (std::size_t i = 0; i < data.size(); ++i) {
        QCOMPARE(data[i].second.seq.value(), std::uint64_t(i));
        QCOMPARE(data[i].second.epoch, std::uint64_t(77));
        TELLTALE_NEAR(toSeconds(data[i].first), double(i) / 3.0, 1e-6);
        QCOMPARE(data[i].second.times.front(), UtcTime(1'790'000'000s) + data[i].first);
    }
}

void TestTransmitter::assetsAreSpreadOverTheInterval()
{
    ScenarioSettings settings;
    settings.stations = 250;
    Bench bench("stations", everySecond(), settings);
    bench.run({10s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(2500));
    std::map<std::string, std::uint64_t> next;
    for (std::size_t i = 0; i < data.size(); ++i) {
        QCOMPARE(data[i].second.seq.value(), next[data[i].second.asset]++);
        QCOMPARE(data[i].first, Duration(4ms) * std::int64_t(i));
    }
    QCOMPARE(next.size(), std::size_t(250));
}

void TestTransmitter::heartbeatsAndDescriptionsComeInTime()
{
    Bench bench("vehicle", {5s, 0, {}, 0.0, kNoTime});
    bench.run({21s, false, {}});
    const auto beats = bench.messages<wire::Heartbeat>();
    QCOMPARE(beats.size(), std::size_t(22)); // the last one is the farewell
    for (std::size_t i = 0; i < beats.size(); ++i)
        QCOMPARE(beats[i].first, Duration(1s) * std::int64_t(i));
    QCOMPARE(beats[7].second.seq.value(), std::uint64_t(2));
    const auto descriptions = bench.messages<wire::Describe>();
    QCOMPARE(descriptions.size(), std::size_t(5));
    for (std::size_t i = 0; i < descriptions.size(); ++i)
        QCOMPARE(descriptions[i].first, Duration(5s) * std::int64_t(i));
    const wire::Describe &first = descriptions[0].second;
    QCOMPARE(first.clock, ClockKind::Live);
    QCOMPARE(first.sensors.size(), std::size_t(8));
    QCOMPARE(first.sensors[1].name, std::string("coolant_temp"));
    QCOMPARE(first.sensors[1].unit, std::string("°C"));
    QCOMPARE(first.sensors[1].period, Duration(5s));
    QVERIFY(bench.sink.sent.front().frame.find("describe") != std::string::npos);
}

/// Ten messages 5 s apart (45 s), then the pause, with heartbeats all the time.
void TestTransmitter::burstsAndPausesAlternate()
{
    Bench bench("vehicle", {5s, 10, 15s, 0.0, kNoTime});
    bench.run({180s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(30));
    for (std::size_t i = 0; i < data.size(); ++i)
        QCOMPARE(data[i].first, Duration(60s) * std::int64_t(i / 10) + Duration(5s) * std::int64_t(i % 10));
    QCOMPARE(bench.messages<wire::Heartbeat>().size(), std::size_t(181)); // the last one is the farewell
    QCOMPARE(bench.messages<wire::Describe>()[0].second.sensors[0].period, Duration(15s));
}

void TestTransmitter::theLastHeartbeatsSayWhatWasSent()
{
    ScenarioSettings settings;
    settings.stations = 3;
    Bench bench("stations", everySecond(), settings);
    bench.patience.stopsAt = 9500ms;
    QCOMPARE(bench.run({}), Ending::Stopped);
    const std::size_t sent = bench.messages<SampleBatch>().size();
    const auto beats = bench.messages<wire::Heartbeat>();
    std::uint64_t announced = 0;
    for (std::size_t i = beats.size() - 3; i < beats.size(); ++i)
        announced += *beats[i].second.seq;
    QVERIFY(sent > 20);
    QCOMPARE(announced, std::uint64_t(sent));
}

void TestTransmitter::aStallIsNotMadeUpFor()
{
    Bench bench("turbine", everySecond());
    bench.patience.stallsAt = 10s;
    bench.run({100s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QVERIFY2(data.size() >= 40 && data.size() <= 42, qPrintable(QString::number(data.size())));
    for (std::size_t i = 1; i < data.size(); ++i)
        QVERIFY(data[i].first - data[i - 1].first >= 1s);
    QCOMPARE(bench.notes.size(), std::size_t(1));
}

void TestTransmitter::aFullSubscriberIsWaitedFor()
{
    Bench bench("turbine", everySecond());
    bench.sink.refusals = 100;
    bench.run({20s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(20));
    QCOMPARE(bench.sink.sent.front().at, Duration(200ms));
}

void TestTransmitter::aNewSubscriberGetsADescriptionAtOnce()
{
    Bench bench("turbine", everySecond());
    bench.sink.subscribesAt = 7300ms;
    bench.run({9s, false, {}});
    const auto descriptions = bench.messages<wire::Describe>();
    QCOMPARE(descriptions.size(), std::size_t(3));
    QVERIFY(descriptions[2].first >= 7300ms && descriptions[2].first <= 7350ms);
}

void TestTransmitter::nothingIsSentBeforeTheFirstSubscriber()
{
    Bench bench("turbine", everySecond());
    bench.sink.subscribesAt = 30s;
    QCOMPARE(bench.run({5s, true, {}}), Ending::TimeUp);
    QVERIFY(bench.sink.sent.front().at >= 30s);
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(5));
    QCOMPARE(data.front().second.seq.value(), std::uint64_t(0));
}

void TestTransmitter::theEndIsHeededWhileWaiting()
{
    Bench idle("turbine", everySecond());
    idle.patience.stopsAt = 3s;
    QCOMPARE(idle.run({0s, true, {}}), Ending::Stopped);
    QVERIFY(idle.sink.sent.empty());
    Bench busy("turbine", everySecond());
    busy.patience.stopsAt = 3500ms;
    QCOMPARE(busy.run({}), Ending::Stopped);
    QCOMPARE(busy.messages<SampleBatch>().size(), std::size_t(4));
    Bench blocked("turbine", everySecond());
    blocked.sink.refusals = 1'000'000;
    blocked.patience.stopsAt = 3s;
    QCOMPARE(blocked.run({}), Ending::Stopped);
}

void TestTransmitter::aSimulatedClockRunsFaster()
{
    const UtcTime start = parseTime("2021-06-10T00:00:00Z").value();
    Bench bench("evaporator", {60s, 0, {}, 600.0, start});
    bench.run({120s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(1200));
    QCOMPARE(data[722].second.times.front(), start + 12h + 2min);
    QCOMPARE(data[722].first, Duration(72'200ms));
    QCOMPARE(data[722].second.truth->kind, std::string("event"));
    // The night is skipped: the next day follows a row later.
    QCOMPARE(data[1159].second.times.front(), start + 24h);
    QCOMPARE(data[1159].first, Duration(115'900ms));
    const wire::Describe description = bench.messages<wire::Describe>()[0].second;
    QCOMPARE(description.clock, ClockKind::Simulated);
    QCOMPARE(description.speed, 600.0);
    QCOMPARE(description.sensors[0].period, Duration(60s));
}

void TestTransmitter::valuesDoNotDependOnTheWallClock()
{
    Bench morning("plant", {100ms, 0, {}, 0.0, kNoTime});
    Bench evening("plant", {100ms, 0, {}, 0.0, kNoTime}, {}, UtcTime(1'790'050'000s));
    evening.patience.stallsAt = 3s;
    morning.run({40s, false, {}});
    evening.run({100s, false, {}});
    const auto first = morning.messages<SampleBatch>();
    const auto second = evening.messages<SampleBatch>();
    const std::size_t count = std::min(first.size(), second.size());
    QVERIFY(count > 1900);
    for (std::size_t i = 0; i < count; ++i) {
        QCOMPARE(first[i].second.asset, second[i].second.asset);
        QCOMPARE(first[i].second.columns[0].values, second[i].second.columns[0].values);
        QCOMPARE(first[i].second.truth->kind, second[i].second.truth->kind);
    }
}

void TestTransmitter::brokenFramesAreExtraAndSilenceUsesNoNumber()
{
    ScenarioSettings settings;
    settings.faults = {"kind=malformed,at=5,for=45", "kind=drop-out,at=60,for=10"};
    Bench bench("turbine", everySecond(), settings);
    bench.run({100s, false, {}});
    const auto data = bench.messages<SampleBatch>();
    QCOMPARE(data.size(), std::size_t(90));
    for (std::size_t i = 0; i < data.size(); ++i)
        QCOMPARE(data[i].second.seq.value(), std::uint64_t(i));
    QCOMPARE(data[60].first, Duration(70s));
    wire::Decoder decoder;
    std::set<wire::Reject> reasons;
    int rejected = 0;
    for (const Sent &each : bench.sink.sent) {
        const auto decoded = decoder.decode(each.frame, bench.clock.utcNow());
        if (const auto *rejection = std::get_if<wire::Rejection>(&decoded)) {
            reasons.insert(rejection->reason);
            ++rejected;
        }
    }
    QCOMPARE(rejected, 5);
    QVERIFY(reasons.size() >= 3);
}

void TestTransmitter::epochsDiffer()
{
    const std::uint64_t one = freshEpoch();
    const std::uint64_t two = freshEpoch();
    QVERIFY(one != two);
    for (const std::uint64_t epoch : {one, two})
        QVERIFY(epoch != 0 && epoch < (std::uint64_t{1} << 53));
}

QTEST_APPLESS_MAIN(TestTransmitter)
#include "tst_transmitter.moc"
