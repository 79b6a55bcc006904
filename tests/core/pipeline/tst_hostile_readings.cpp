// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile numbers and times, a row each: as bytes of a frame through the intake of a feed into the engine. What becomes of them is as
// expected, and the scores of all other sensors are bit for bit what they are without them, whatever judges these.
#include "core/base/json_text.h"
#include "core/feed/frame_intake.h"
#include "tests/support/item_builders.h"

#include <QtTest>

#include <bit>
#include <cmath>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr int kSteps = 300;
constexpr int kTurn = 150; ///< from here on something is different, where it was not from the beginning
constexpr int kLeap = 180;
constexpr double kHour = 3600.0;
const std::array<const char *, 4> kOtherKinds{"band", "rcf", "shingle_knn", "shingle_ensemble"};

using Frames = std::vector<std::string>;

std::string data(const std::string &members)
{
    return "hostile {" + members + "}";
}

std::string secondsText(double t)
{
    return std::to_string(static_cast<long long>(toSeconds(second(t).time_since_epoch())));
}

/// One row, `t` seconds after the beginning.
std::string reading(double t, const std::string &value)
{
    return data("\"t\":" + secondsText(t) + ",\"values\":{\"x\":" + value + "}");
}

/// Something near nought that is not quite the same each time.
std::string calm(int step)
{
    return numberText(0.25 * std::sin(0.7 * step));
}

/// One row with this very double, which JSON cannot write.
Frames packed(int step, double value)
{
    wire::PackedSamples samples;
    samples.asset = "hostile";
    samples.samples = {{.sensor = 0, .quality = Quality::Good, .timeNanos = toNanos(second(step)), .value = value}};
    const std::string described = data(R"("kind":"describe","clock":"live","sensors":{"x":{"index":0}})");
    return step == 0 ? Frames{described, wire::encode(samples)} : Frames{wire::encode(samples)};
}

struct Hostile {
    const char *name;
    std::function<Frames(int step)> frames;
    // What becomes of it
    Verdict verdict = Verdict::Normal; ///< at the end
    int raises = 0;
    std::uint64_t late = 0;    ///< stored, not scored
    std::uint64_t refused = 0; ///< frames
    const char *reason = "";   ///< of these
    std::function<double(int step)> ourClock = [](int step) { return double(step); };
};

const std::vector<Hostile> &table()
{
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    const auto value = [](const char *text) { return [text](int step) { return Frames{reading(step, text)}; }; };
    const auto from = [](int turn, auto &&before, auto &&after) {
        return [=](int step) { return step < turn ? before(step) : after(step); };
    };
    const auto quiet = [](int step) { return Frames{reading(step, calm(step))}; };
    const auto shifted = [](double by) { return [by](int step) { return Frames{reading(step + by, calm(step))}; }; };
    const auto timed = [](const char *time) {
        return [time](int) { return Frames{data(std::string("\"t\":") + time + ",\"values\":{\"x\":0.5}")}; };
    };
    // After 00:02:59 comes 00:02:60, and then the minute as any other.
    const auto leaping = [](int step) {
        const std::string time =
            step == kLeap ? toIso(second(kLeap - 1), 0).substr(0, 17) + "60Z" : toIso(second(step < kLeap ? step : step - 1), 0);
        return Frames{data("\"t\":\"" + time + "\",\"values\":{\"x\":" + calm(step) + "}")};
    };
    const auto withOffset = [](double hours, const char *offset) {
        return [=](int step) {
            const std::string time = toIso(second(step + hours * kHour), 0).substr(0, 19) + offset;
            return Frames{data("\"t\":\"" + time + "\",\"values\":{\"x\":" + calm(step) + "}")};
        };
    };
    constexpr Verdict kNone = Verdict::NoDecision;
    constexpr std::uint64_t kAll = kSteps;
    constexpr std::uint64_t kRest = kSteps - kTurn;
    static const std::vector<Hostile> kTable{
        {"the word NaN", value("NaN"), kNone, 0, 0, kAll, "bad-json"},
        {"the word Infinity", value("Infinity"), kNone, 0, 0, kAll, "bad-json"},
        {"null", value("null"), kNone},
        {"NaN, packed", [](int step) { return packed(step, std::nan("")); }, kNone},
        {"infinite, packed", [=](int step) { return packed(step, kInfinite); }, kNone},
        {"minus infinite, packed", [=](int step) { return packed(step, -kInfinite); }, kNone},
        {"beyond all doubles", value("1e999"), kNone},
        {"below all doubles", value("-1e999"), kNone},
        {"1e308", value("1e308"), kNone},
        {"-1e308", value("-1e308"), kNone},
        {"1e308 among calm ones", from(kTurn, quiet, value("1e308")), kNone},
        {"1e90", value("1e90"), Verdict::Anomalous, 1},
        {"denormal", value("5e-324")},
        {"minus nought", value("-0.0")},
        {"constant", value("0")},
        {"stuck", from(kTurn, quiet, value("0.25"))},
        {"stuck beyond the limit", from(kTurn, quiet, value("7")), Verdict::Anomalous, 1},
        {"out of order", [=](int step) { return Frames{reading(step % 2 == 0 ? step : step - 5.0, calm(step))}; }, Verdict::Normal, 0,
         kAll / 2},
        {"each twice",
         [=](int step) {
             return Frames{quiet(step)[0], quiet(step)[0]};
         },
         Verdict::Normal, 0, kAll},
        {"the same time for ever", from(kTurn, quiet, [](int step) { return Frames{reading(kTurn, calm(step))}; }), Verdict::Normal, 0,
         kRest - 1},
        {"1970", timed("0"), kNone, 0, 0, kAll, "time-out-of-range"},
        {"before 1970", timed("-86400"), kNone, 0, 0, kAll, "time-out-of-range"},
        {"1970 all at once", from(kTurn, quiet, timed("0")), Verdict::Normal, 0, 0, kRest, "time-out-of-range"},
        {"2106", timed("4291747200"), kNone, 0, 0, kAll, "time-out-of-range"},
        {"2106 all at once", from(kTurn, quiet, timed("4291747200")), Verdict::Normal, 0, 0, kRest, "time-out-of-range"},
        {"2038, of a live clock", from(kTurn, quiet, timed("2147483648")), Verdict::Normal, 0, 0, kRest, "time-out-of-range"},
        {"milliseconds for seconds", timed("1767571200000"), kNone, 0, 0, kAll, "time-out-of-range"},
        {"no time that is one", timed("\"soon\""), kNone, 0, 0, kAll, "bad-time"},
        {"its clock an hour on", from(kTurn, quiet, shifted(kHour))},
        {"its clock an hour back", from(kTurn, quiet, shifted(-kHour)), Verdict::Normal, 0, kRest},
        {"its clock a day and more on", from(kTurn, quiet, shifted(30 * kHour)), Verdict::Normal, 0, 0, kRest, "time-out-of-range"},
        {"summer time ends, with an offset", from(kTurn, withOffset(2, "+02:00"), withOffset(1, "+01:00"))},
        {"summer time begins, without an offset", from(kTurn, quiet, shifted(kHour))},
        {"a leap second", leaping, Verdict::Normal, 0, 1},
        {"our clock an hour on", quiet, Verdict::Normal, 0, 0, 0, "", [](int step) { return step + (step < kTurn ? 0 : kHour); }},
        {"our clock an hour back", quiet, Verdict::Normal, 0, 0, 0, "", [](int step) { return step - (step < kTurn ? 0 : kHour); }},
    };
    return kTable;
}

config::Plant plantOf(bool withHostile)
{
    std::vector<std::string> assets(kOtherKinds.begin(), kOtherKinds.end());
    if (withHostile)
        assets.push_back("hostile");
    config::Plant plant = bandPlant(assets);
    for (std::size_t i = 0; i < kOtherKinds.size(); ++i)
        plant.assets[i].detector = DetectorSpec{kOtherKinds[i], {{"warmUp", 60.0}}, {}, false};
    return plant;
}

/// A feed and the engine behind it.
struct Street {
    explicit Street(bool withHostile) : engine(plantOf(withHostile)), intake(feed::ZmqFeedSettings{}) {}

    void take(const std::string &frame, const feed::Arrival &arrival)
    {
        intake.take(frame, arrival, [this](feed::Delivery delivery) { items.push_back({FeedId{0}, std::move(delivery)}); });
    }
    /// What the other sensors have sent, and then whatever came in.
    void step(int step, const feed::Arrival &arrival)
    {
        for (const char *kind : kOtherKinds)
            take(kind + reading(step, numberText(std::sin(0.7 * step) + (step % 90 == 80 ? 9.0 : 0.0))).substr(7), arrival);
        engine.now = arrival.utc;
        engine.step(std::exchange(items, {}));
    }
    [[nodiscard]] const SensorState &state(std::size_t lane) { return engine.engine.lanes()[lane]->state; }

    EngineRun engine;
    feed::FrameIntake intake;
    std::vector<pipeline::IntakeItem> items;
};

bool sameBits(const SensorState &a, const SensorState &b)
{
    const auto bits = [](double number) { return std::bit_cast<std::uint64_t>(number); };
    return a.verdict == b.verdict && bits(a.score) == bits(b.score) && bits(a.expected) == bits(b.expected)
           && bits(a.lower) == bits(b.lower) && bits(a.upper) == bits(b.upper) && bits(a.value) == bits(b.value)
           && a.undecided == b.undecided;
}

} // namespace

class TestHostileReadings : public QObject {
    Q_OBJECT
private slots:
    void eachHasItsVerdictAndChangesNobodyElse_data();
    void eachHasItsVerdictAndChangesNobodyElse();
};

void TestHostileReadings::eachHasItsVerdictAndChangesNobodyElse_data()
{
    QTest::addColumn<std::size_t>("row");
    for (std::size_t i = 0; i < table().size(); ++i)
        QTest::newRow(table()[i].name) << i;
}

void TestHostileReadings::eachHasItsVerdictAndChangesNobodyElse()
{
    QFETCH(std::size_t, row);
    const Hostile &hostile = table()[row];
    Street quiet(false);
    Street mixed(true);
    int decided = 0;
    for (int step = 0; step < kSteps; ++step) {
        const feed::Arrival arrival{second(hostile.ourClock(step)), SteadyTime{std::chrono::seconds{step}}};
        for (const std::string &frame : hostile.frames(step))
            mixed.take(frame, arrival);
        quiet.step(step, arrival);
        mixed.step(step, arrival);
        for (std::size_t lane = 0; lane < kOtherKinds.size(); ++lane) {
            QVERIFY2(sameBits(mixed.state(lane), quiet.state(lane)), kOtherKinds[lane]);
            decided += mixed.state(lane).verdict != Verdict::NoDecision ? 1 : 0;
        }
    }
    QVERIFY(decided > 3 * kSteps); // else bits of nothing would have been compared
    const auto ofHostile = [](const auto &each) {
        return each.event.source.asset == "hostile" && each.event.kind == AlarmEventKind::Raise;
    };
    const auto &transitions = mixed.engine.output.transitions;
    QCOMPARE(std::count_if(transitions.begin(), transitions.end(), ofHostile), hostile.raises);
    const FeedHealth health = mixed.intake.report(SteadyTime{std::chrono::seconds{kSteps}});
    QCOMPARE(health.rejects.contains(hostile.reason) ? health.rejects.at(hostile.reason) : 0, hostile.refused);
    QCOMPARE(mixed.engine.engine.feeds()[0].lateRows, hostile.late);
    const SensorState &state = mixed.state(kOtherKinds.size());
    QVERIFY2(state.verdict == hostile.verdict, std::string(toText(state.verdict)).c_str());
    QCOMPARE(std::isfinite(state.score), state.verdict != Verdict::NoDecision);
}

QTEST_APPLESS_MAIN(TestHostileReadings)
#include "tst_hostile_readings.moc"
