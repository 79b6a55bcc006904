// SPDX-License-Identifier: GPL-3.0-or-later
// When a sensor that delivers nothing gets an alarm: soon while its feed goes on without it, and never because the feed itself stood still.
#include "core/pipeline/engine.h"

#include "tests/support/item_builders.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;
using namespace std::chrono_literals;

using Story = std::vector<std::string>;

namespace {

constexpr double kStep = 0.1;

config::Plant quickPlant(const std::vector<std::string> &assets)
{
    config::Plant plant = bandPlant(assets);
    for (auto &asset : plant.assets)
        asset.sensors.front().period = 100ms;
    return plant;
}

/// One sensor each of a live feed, ten readings a second, with a look at the timers after each.
class QuickFeed {
public:
    explicit QuickFeed(const std::vector<std::string> &assets) : m_run(quickPlant(assets)) { m_run.step({feedHealth(FeedState::Live)}); }

    /// Nothing comes for so long. Until its end the timers go on.
    void standsStill(double seconds)
    {
        for (const double end = m_now + seconds; m_now + kStep < end;)
            m_run.tick(m_now += kStep);
        m_now += kStep;
    }
    void delivers(const std::vector<std::string> &assets, double seconds)
    {
        for (const double end = m_now + seconds; m_now < end; m_now += kStep) {
            for (const std::string &asset : assets)
                deliversOne(asset, m_now);
        }
    }
    /// The timers are looked at after each reading, so also between one and the next of the same moment.
    void deliversOne(const std::string &asset, double at)
    {
        m_run.step({row(asset, "x", at, 0.0)});
        m_run.tick(at);
        m_now = std::max(m_now, at);
    }
    [[nodiscard]] Story story() const { return m_run.story(); }
    [[nodiscard]] double now() const { return m_now; }
    [[nodiscard]] double raisedAt() const { return toSeconds(m_run.output.transitions.back().event.at - second(0)); }
    EngineRun &run() { return m_run; }

private:
    EngineRun m_run;
    double m_now = 0;
};

} // namespace

class TestEngineSilence : public QObject {
    Q_OBJECT
private slots:
    void isToldWithinThreeSecondsWhileTheFeedGoesOn();
    void isNotToldOfAFeedThatStandsStill_data();
    void isNotToldOfAFeedThatStandsStill();
    void isNotToldSoonOfASensorThatOftenPauses();
    void isNotToldOfASensorThatSendsManyAtOnce();
    void isNotToldSoonWhereReadingsWereLost();
    void isCountedAnewAfterAnOutage();
    void lastsUntilTheSensorIsHeard();
    void lastsOverARestart();
    void namesWhoeverJoinsThem();
    void outOfServiceIsQuietAndComesBackAsItIs();
    void aClockThatIsSetBackLengthensNoMemory();
    void anHourOfJitterTellsNothing();
};

void TestEngineSilence::isToldWithinThreeSecondsWhileTheFeedGoesOn()
{
    QuickFeed feed({"a", "b"});
    feed.delivers({"a", "b"}, 10);
    const double silentSince = feed.now() - kStep;
    feed.delivers({"a"}, 3);
    QCOMPARE(feed.story(), Story({"RAISE b"}));
    const double took = feed.raisedAt() - silentSince;
    QVERIFY2(took > 2.0 && took < 3.0, qPrintable(QString::number(took)));
}

void TestEngineSilence::isNotToldOfAFeedThatStandsStill_data()
{
    QTest::addColumn<double>("pause");
    for (const double pause : {0.5, 1.0, 1.5, 1.8, 1.9, 2.0, 2.1, 2.5, 3.0, 4.0, 5.0})
        QTest::addRow("%.1f s", pause) << pause;
}

void TestEngineSilence::isNotToldOfAFeedThatStandsStill()
{
    QFETCH(double, pause);
    QuickFeed feed({"a", "b", "c"});
    feed.delivers({"a", "b", "c"}, 10);
    for (int time = 0; time < 5; ++time) {
        feed.standsStill(pause);
        feed.delivers({"c", "b", "a"}, 5);
    }
    QCOMPARE(feed.story(), Story());
}

/// Half a second between readings, and a pause of four after each twentieth: 2.5 s of silence mean nothing here.
void TestEngineSilence::isNotToldSoonOfASensorThatOftenPauses()
{
    EngineRun run(quickPlant({"a"}));
    run.step({feedHealth(FeedState::Live)});
    double next = 0;
    int sent = 0;
    for (double now = 0; now < 120; now += kStep) {
        run.step({row("a", "x", now, 0.0)});
        if (now >= next) {
            run.step({row("pauses", "y", now, 0.0)});
            next = now + (++sent % 20 == 0 ? 4.0 : 0.5);
        }
        run.tick(now);
    }
    QVERIFY(sent > 100);
    QCOMPARE(run.story(), Story());
}

void TestEngineSilence::lastsUntilTheSensorIsHeard()
{
    QuickFeed feed({"a", "b"});
    feed.delivers({"a", "b"}, 10);
    feed.delivers({"a"}, 3);
    feed.standsStill(2.3);
    feed.delivers({"a"}, 1);
    QCOMPARE(feed.story(), Story({"RAISE b"}));
    feed.delivers({"a", "b"}, 1);
    QCOMPARE(feed.story(), Story({"RAISE b", "CLEAR b"}));
}

/// Forty readings of a tenth of a second each, every four seconds.
void TestEngineSilence::isNotToldOfASensorThatSendsManyAtOnce()
{
    EngineRun run(quickPlant({"a"}));
    run.step({feedHealth(FeedState::Live)});
    for (int tick = 0; tick < 3000; ++tick) {
        const double now = tick * kStep;
        run.step({row("a", "x", now, 0.0)});
        if (tick % 40 == 0) {
            IntakeItem many = row("many", "y", now, 0.0);
            auto &batch = std::get<SampleBatch>(many.what);
            for (int i = 1; i < 40; ++i) {
                batch.times.insert(batch.times.begin(), second(now - i * kStep));
                batch.columns[0].values.push_back(0.0);
                batch.columns[0].quality.push_back(Quality::Good);
            }
            run.step({std::move(many)});
        }
        run.tick(now);
    }
    QCOMPARE(run.story(), Story());
}

/// Somebody else's readings came through, its own went the way of those that were lost.
void TestEngineSilence::isNotToldSoonWhereReadingsWereLost()
{
    QuickFeed feed({"a", "b"});
    feed.delivers({"a", "b"}, 10);
    feed.run().step({{FeedId{0}, feed::Gap{.asset = "b", .lostMessages = 20, .restart = false, .at = second(feed.now())}}});
    feed.delivers({"a"}, 5);
    QCOMPARE(feed.story(), Story());
    feed.delivers({"a"}, 2);
    QCOMPARE(feed.story(), Story({"RAISE b"}));
}

/// One that has not had its turn yet is not silent.
void TestEngineSilence::isCountedAnewAfterAnOutage()
{
    QuickFeed feed({"a", "b"});
    feed.delivers({"a", "b"}, 10);
    feed.run().step({feedHealth(FeedState::Lost)});
    feed.standsStill(20);
    feed.run().step({feedHealth(FeedState::Live)});
    feed.delivers({"a"}, 1.5);
    feed.delivers({"a", "b"}, 5);
    const std::string lost = "feed tcp://127.0.0.1:1";
    QCOMPARE(feed.story(), Story({"RAISE " + lost, "CLEAR " + lost}));
}

/// Nobody has listened in between, so nothing says that it is over.
void TestEngineSilence::lastsOverARestart()
{
    QuickFeed before({"a", "b"});
    before.delivers({"a", "b"}, 10);
    before.delivers({"a"}, 3);
    alarm::AlarmBook::Start start;
    start.lastSeq = start.lastOccurrence = 100;
    start.open = {before.run().output.transitions.back().occurrence};
    EngineRun run(quickPlant({"a", "b"}), 1, start);
    run.step({feedHealth(FeedState::Live)});
    for (int tick = 1; tick < 100; ++tick) {
        run.step({row("a", "x", 100 + tick * kStep, 0.0)});
        run.tick(100 + tick * kStep);
    }
    QCOMPARE(run.story(), Story());
    run.step({row("b", "x", 111, 0.0)});
    run.tick(111);
    QCOMPARE(run.story(), Story({"CLEAR b"}));
}

void TestEngineSilence::namesWhoeverJoinsThem()
{
    config::Plant plant = quickPlant({"a", "b"});
    plant.assets[1].sensors.push_back(plant.assets[1].sensors.front());
    plant.assets[1].sensors.back().name = "y";
    EngineRun run(plant);
    run.step({feedHealth(FeedState::Live)});
    for (int tick = 0; tick < 300; ++tick) {
        const double now = tick * kStep;
        run.step({row("a", "x", now, 0.0)});
        if (tick < 100)
            run.step({row("b", "x", now, 0.0)});
        if (tick < 200)
            run.step({row("b", "y", now, 0.0)});
        run.tick(now);
    }
    QCOMPARE(run.story(), Story({"RAISE b", "COMMENT b"}));
    QCOMPARE(run.output.transitions[0].event.comment, std::string("silent: x"));
    QCOMPARE(run.output.transitions[1].event.comment, std::string("silent: x, y"));
}

void TestEngineSilence::outOfServiceIsQuietAndComesBackAsItIs()
{
    QuickFeed feed({"a", "b"});
    feed.delivers({"a", "b"}, 10);
    feed.delivers({"a"}, 3);
    const Occurrence raised = feed.run().output.transitions.back().occurrence;
    const alarm::AlarmBook::Key key{raised.definition.source, raised.definition.what};
    const auto put = [&](AlarmEventKind kind) {
        alarm::Stimulus stimulus;
        stimulus.kind = kind;
        stimulus.at = stimulus.sourceTime = second(feed.now());
        stimulus.actor = {"operator A", "", ""};
        stimulus.comment = "dismantled";
        feed.run().engine.book().apply(key, stimulus);
    };
    put(AlarmEventKind::OosOn);
    const std::size_t told = feed.story().size();
    feed.delivers({"a"}, 10);
    QCOMPARE(feed.story().size(), told); // not refused ten times a second
    feed.delivers({"a", "b"}, 3);
    put(AlarmEventKind::OosOff);
    QVERIFY(feed.run().engine.book().openFor(key) == nullptr);
}

void TestEngineSilence::aClockThatIsSetBackLengthensNoMemory()
{
    GrowthWatch watch;
    QVERIFY(watch.grewLately(1, second(3600), 1min));
    watch.forgetTheFuture(second(0));
    QVERIFY(watch.grewLately(1, second(50), 1min));
    QVERIFY(!watch.grewLately(1, second(70), 1min));
}

/// 10 ms of jitter, as networks have it, and every other minute the whole feed is held up for up to 1.5 s.
void TestEngineSilence::anHourOfJitterTellsNothing()
{
    std::mt19937_64 random(20261123);
    std::normal_distribution<double> jitter(0.0, 0.01);
    std::uniform_real_distribution<double> heldUp(0.0, 1.5);
    QuickFeed feed({"a", "b", "c"});
    double heldUntil = 0;
    for (int i = 1; i < 36'000; ++i) {
        if (i % 1'200 == 0)
            heldUntil = i * kStep + heldUp(random);
        for (const char *asset : {"a", "b", "c"})
            feed.deliversOne(asset, std::max({feed.now(), heldUntil, i * kStep + std::abs(jitter(random))}));
        for (const auto &lane : feed.run().engine.lanes())
            QVERIFY(!lane->state.stale);
    }
    QCOMPARE(feed.story(), Story());
}

QTEST_APPLESS_MAIN(TestEngineSilence)
#include "tst_engine_silence.moc"
