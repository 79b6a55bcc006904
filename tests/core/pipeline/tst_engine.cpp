// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/engine.h"

#include "tests/support/item_builders.h"

#include <QtTest>
#include <cmath>
#include <limits>
#include <random>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;
using namespace std::chrono_literals;

using Story = std::vector<std::string>;

namespace {

/// Several assets, noise with bursts, gaps, late rows and bad values: a day's worth of trouble.
std::vector<IntakeItem> troubledFeed()
{
    std::mt19937_64 random(4711);
    std::normal_distribution<double> noise;
    std::vector<IntakeItem> items{feedHealth(FeedState::Live, ClockKind::Simulated)};
    for (int t = 0; t < 600; ++t) {
        for (const char *asset : {"a", "b", "c", "d", "e"}) {
            const bool burst = (t / 20) % 7 == asset[0] % 7;
            const double value = noise(random) + (burst ? 6.0 : 0.0);
            const auto dice = random() % 100;
            if (dice == 0)
                items.push_back({FeedId{0}, feed::Gap{.asset = asset, .lostMessages = 3, .restart = false, .at = second(t)}});
            else if (dice == 1)
                items.push_back(row(asset, "x", t - 5.0, value));
            else if (dice == 2)
                items.push_back(row(asset, "x", t, kMissing));
            else
                items.push_back(row(asset, "x", t, value, dice == 3 ? Quality::Bad : Quality::Good));
        }
    }
    return items;
}

std::string fingerprint(const EngineRun &run)
{
    std::string text;
    for (const auto &each : run.output.transitions) {
        const AlarmEvent &e = each.event;
        text += std::to_string(e.seq) + ' ' + std::to_string(e.occurrence) + ' ' + e.source.text() + ' ' + std::string(toText(e.kind)) + ' '
                + toIso(e.at, 9) + ' ' + toIso(e.sourceTime, 9) + ' ' + std::to_string(e.score) + '\n';
    }
    return text;
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private slots:
    void raisesAndClearsAnAlarmAndExplainsIt();
    void givesTheSameAlarmsHoweverTheItemsAreCutAndSharded();
    void storesLateRowsWithoutScoringThem();
    void hostileValuesChangeNoOtherSensor_data();
    void hostileValuesChangeNoOtherSensor();
    void aDeadFeedGivesOneAlarmAndClearsNone();
    void whatWaitsToBeJudgedIsNotSilence();
    void aSilentAssetOnALiveFeedGivesOneAlarm();
    void aSleepIsNobodysSilence();
    void aClockThatIsSetBackHidesNoSilence();
    void watchesASensorThatNobodyDeclared();
    void takesUnitsFromTheDescription();
    void bringsBackOpenAlarmsUnverified();
    void refusesAnUnknownOccurrence();
    void refusesWhatTheRoleDoesNotCover();
};

void TestEngine::raisesAndClearsAnAlarmAndExplainsIt()
{
    EngineRun run(bandPlant({"line-a"}, 2));
    run.step({feedHealth(FeedState::Live), row("line-a", "x", 1, 0.5), row("line-a", "x", 2, 7.0), row("line-a", "x", 3, 8.0)});
    QCOMPARE(run.story(), Story({"RAISE line-a x"}));
    const Occurrence &raised = run.output.transitions.front().occurrence;
    QCOMPARE(raised.state, AlarmState::B);
    QCOMPARE(raised.firstViolation, second(2));
    QCOMPARE(raised.raised, second(3));
    QCOMPARE(raised.why.channels.size(), std::size_t(1));
    QCOMPARE(raised.why.channels[0].sensor, std::string("x"));
    QCOMPARE(raised.why.channels[0].unit, std::string("bar"));
    QCOMPARE(raised.why.channels[0].share, 1.0);
    QCOMPARE(raised.why.channels[0].actual, 8.0);
    QCOMPARE(raised.why.channels[0].expected, 0.0);
    QCOMPARE(raised.why.score, 8.0);
    QCOMPARE(raised.why.limit, 3.0);

    for (int t = 4; t < 12; ++t)
        run.step({row("line-a", "x", t, 0.0)});
    QCOMPARE(run.story(), Story({"RAISE line-a x", "CLEAR line-a x"}));
    QCOMPARE(run.output.transitions.back().event.to, AlarmState::D);
}

void TestEngine::givesTheSameAlarmsHoweverTheItemsAreCutAndSharded()
{
    const auto items = troubledFeed();
    const std::vector<std::string> assets{"a", "b", "c", "d", "e"};
    EngineRun whole(bandPlant(assets, 3));
    whole.step(items);
    const std::string expected = fingerprint(whole);
    QVERIFY(whole.output.transitions.size() > 20);

    for (const std::size_t shards : {1, 3}) {
        for (const std::size_t cut : {1, 17, 256}) {
            EngineRun run(bandPlant(assets, 3), shards);
            for (std::size_t i = 0; i < items.size(); i += cut)
                run.step({items.begin() + std::ptrdiff_t(i), items.begin() + std::ptrdiff_t(std::min(i + cut, items.size()))});
            QCOMPARE(fingerprint(run), expected);
        }
    }
}

void TestEngine::storesLateRowsWithoutScoringThem()
{
    EngineRun run(bandPlant({"a"}));
    run.step({row("a", "x", 10, 0.0), row("a", "x", 9, 50.0), row("a", "x", 10, 60.0), row("a", "x", 11, 0.0)});
    QCOMPARE(run.story(), Story());
    QCOMPARE(run.engine.feeds()[0].lateRows, std::uint64_t(2));
    auto &chunks = run.engine.lanes()[0]->chunks;
    // The sample older than the tail is kept apart, the one with a time already seen stands behind its twin.
    QCOMPARE(chunks.trace().tail->value, std::vector<double>({0.0, 60.0, 0.0}));
    QCOMPARE(chunks.takeLate()->value, std::vector<double>({50.0}));
}

void TestEngine::hostileValuesChangeNoOtherSensor_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("raises");
    QTest::newRow("NaN") << kMissing << 0;
    QTest::newRow("denormal") << std::numeric_limits<double>::denorm_min() << 0;
    // Beyond 1e100 no instrument measures: the detectors take such a value as missing.
    QTest::newRow("1e308") << 1e308 << 0;
    QTest::newRow("-1e308") << -1e308 << 0;
    QTest::newRow("1e90") << 1e90 << 1;
    QTest::newRow("constant zero") << 0.0 << 0;
}

void TestEngine::hostileValuesChangeNoOtherSensor()
{
    QFETCH(const double, value);
    QFETCH(const int, raises);
    EngineRun quiet(bandPlant({"other"}));
    EngineRun mixed(bandPlant({"other", "hostile"}));
    for (int t = 0; t < 50; ++t) {
        const double other = std::sin(t * 0.7);
        quiet.step({row("other", "x", t, other)});
        mixed.step({row("hostile", "x", t, value), row("other", "x", t, other)});
        QCOMPARE(mixed.engine.lanes()[0]->state.score, quiet.engine.lanes()[0]->state.score);
    }
    QCOMPARE(int(mixed.output.transitions.size()), raises);
    const Verdict verdict = mixed.engine.lanes()[1]->state.verdict;
    QCOMPARE(verdict == Verdict::NoDecision, std::isnan(value) || std::fabs(value) > 1e100);
}

void TestEngine::whatWaitsToBeJudgedIsNotSilence()
{
    EngineRun run(bandPlant({"a"}));
    run.step({feedHealth(FeedState::Live)});
    for (int t = 1; t <= 5; ++t)
        run.step({row("a", "x", t, 9.0)});
    QCOMPARE(run.story(), Story({"RAISE a x"}));
    run.engine.tick(second(60), run.output, second(5.5)); // a minute behind
    QCOMPARE(run.story(), Story({"RAISE a x"}));
    QVERIFY(!run.engine.lanes()[0]->state.stale);
    run.engine.tick(second(60), run.output, second(30));
    QCOMPARE(run.story(), Story({"RAISE a x", "Q_BAD a x", "RAISE a"}));
    QVERIFY(run.engine.lanes()[0]->state.stale);
}

void TestEngine::aDeadFeedGivesOneAlarmAndClearsNone()
{
    EngineRun run(bandPlant({"a", "b", "c"}));
    run.step({feedHealth(FeedState::Live)});
    for (int t = 1; t <= 5; ++t)
        run.step({row("a", "x", t, 9.0), row("b", "x", t, 0.0), row("c", "x", t, 0.0)});
    QCOMPARE(run.story(), Story({"RAISE a x"}));
    run.tick(5.5);
    run.step({feedHealth(FeedState::Lost)});
    for (double t = 6; t < 60; t += 1.0)
        run.tick(t);
    QCOMPARE(run.story(), Story({"RAISE a x", "RAISE feed tcp://127.0.0.1:1", "Q_BAD a x"}));
    for (const auto &lane : run.engine.lanes())
        QVERIFY(lane->state.stale);

    run.step({feedHealth(FeedState::Live), row("a", "x", 61, 9.0)});
    const Story after = run.story();
    QCOMPARE(after.size(), std::size_t(5));
    QCOMPARE(after[3], std::string("CLEAR feed tcp://127.0.0.1:1"));
    QCOMPARE(after[4], std::string("Q_GOOD a x"));
}

void TestEngine::aSilentAssetOnALiveFeedGivesOneAlarm()
{
    EngineRun run(bandPlant({"a", "b"}));
    run.step({feedHealth(FeedState::Live)});
    for (int t = 1; t <= 30; ++t) {
        run.step({row("a", "x", t, 0.0)});
        if (t <= 5)
            run.step({row("b", "x", t, 0.0)});
        run.tick(t);
    }
    QCOMPARE(run.story(), Story({"RAISE b"}));
    QCOMPARE(run.output.transitions[0].occurrence.definition.what, std::string("no data"));
    QCOMPARE(run.output.transitions[0].event.comment, std::string("silent: x"));
    run.step({row("b", "x", 31, 0.0)});
    run.tick(31);
    QCOMPARE(run.story(), Story({"RAISE b", "CLEAR b"}));
}

/// Only what is silent when everybody could have spoken is silent.
void TestEngine::aSleepIsNobodysSilence()
{
    EngineRun run(bandPlant({"a", "b"}));
    run.step({feedHealth(FeedState::Live)});
    for (int t = 1; t <= 10; ++t) {
        run.step({row("a", "x", t, 0.0), row("b", "x", t, 0.0)});
        run.tick(t);
    }
    run.engine.clockMoved(1h, second(3600), run.output);
    run.tick(3600);
    QVERIFY(run.engine.lanes()[0]->state.stale); // what was believed an hour ago need not be so now
    for (int t = 3601; t <= 3630; ++t) {
        run.step({row("a", "x", t, 0.0)});
        run.tick(t);
    }
    QCOMPARE(run.story(), Story({"RAISE b"}));
    QVERIFY(run.output.transitions[0].event.at > second(3606));
}

void TestEngine::aClockThatIsSetBackHidesNoSilence()
{
    EngineRun run(bandPlant({"a", "b"}));
    run.step({feedHealth(FeedState::Live)});
    const auto receivedAt = [](double received, const char *asset, double sent) {
        pipeline::IntakeItem item = row(asset, "x", sent, 0.0);
        std::get<SampleBatch>(item.what).received = second(received);
        return item;
    };
    for (int t = 1; t <= 10; ++t) {
        run.step({row("a", "x", t, 0.0), row("b", "x", t, 0.0)});
        run.tick(t);
    }
    run.step({receivedAt(11, "a", 11)}); // came before, and is judged after
    run.engine.clockMoved(-1h, second(11 - 3600), run.output);
    for (int t = 12; t <= 40; ++t) {
        run.step({receivedAt(t - 3600, "a", t)});
        run.tick(t - 3600);
    }
    QCOMPARE(run.story(), Story({"RAISE b"}));
    QVERIFY(run.engine.lanes()[1]->state.stale && !run.engine.lanes()[0]->state.stale);
    QCOMPARE(run.output.audits.size(), std::size_t(1));
    QCOMPARE(run.output.audits[0].detail, std::string("the computer's clock was set back by 3600 s"));
}

void TestEngine::watchesASensorThatNobodyDeclared()
{
    EngineRun run{config::Plant{}};
    run.step({row("anything", "speed", 1, 22.1)});
    QCOMPARE(run.engine.lanes().size(), std::size_t(1));
    const SensorSpec &spec = run.engine.directory().structure().sensors[0];
    QCOMPARE(spec.detector, std::string("shingle_ensemble"));
    QCOMPARE(spec.declared, false);
    QCOMPARE(run.engine.lanes()[0]->state.verdict, Verdict::NoDecision);
    QVERIFY(run.engine.lanes()[0]->state.warmUp < 0.01);
    QCOMPARE(run.engine.directory().alarmFor(SensorId{0}).priority, Priority::P2);
}

void TestEngine::takesUnitsFromTheDescription()
{
    EngineRun run(bandPlant({"a"}));
    wire::Describe describe;
    describe.asset = "a";
    describe.sensors = {{"x", 0, "psi", 0.0, 9.0, std::chrono::seconds{5}, "said"},
                        {"y", 1, "°C", 0.0, 120.0, std::chrono::seconds{2}, ""}};
    run.step({{FeedId{0}, describe}});
    const auto &sensors = run.engine.directory().structure().sensors;
    QCOMPARE(sensors[0].unit, std::string("bar"));
    QCOMPARE(sensors[0].text, std::string("said"));
    QCOMPARE(sensors[1].unit, std::string("°C"));
    QCOMPARE(*sensors[1].high, 120.0);
    const auto before = run.engine.directory().published();
    run.step({{FeedId{0}, describe}});
    QCOMPARE(run.engine.directory().published(), before);
}

void TestEngine::bringsBackOpenAlarmsUnverified()
{
    EngineRun former(bandPlant({"a"}));
    former.step({row("a", "x", 1, 9.0)});
    const Occurrence open = former.output.transitions.back().occurrence;

    EngineRun run(bandPlant({"a"}), 1, {open.lastSeq, open.id, {open}});
    run.engine.recordRestart(second(100), second(40), run.output);
    QCOMPARE(run.story(), Story({"RESTART a x"}));
    QVERIFY(run.output.transitions[0].occurrence.unverifiedSinceRestart);
    QCOMPARE(run.output.transitions[0].event.seq, open.lastSeq + 1);
    run.step({row("a", "x", 101, 9.0)});
    QCOMPARE(run.story(), Story({"RESTART a x", "Q_GOOD a x"}));
    for (int t = 102; t < 120; ++t)
        run.step({row("a", "x", t, 0.0)});
    QCOMPARE(run.story(), Story({"RESTART a x", "Q_GOOD a x", "CLEAR a x"}));
    QCOMPARE(run.output.transitions.back().occurrence.id, open.id);
}

void TestEngine::refusesAnUnknownOccurrence()
{
    EngineRun run(bandPlant({"a"}));
    run.engine.command({.id = 7, .actor = {"operator A", "desk 1", "op"}, .what = command::Acknowledge{{99}, 0, ""}}, second(1),
                       run.output);
    QCOMPARE(run.output.echoes.size(), std::size_t(1));
    QCOMPARE(run.output.echoes[0].id, std::uint64_t(7));
    QVERIFY(!run.output.echoes[0].accepted);
    QVERIFY(!run.output.echoes[0].reason.empty());
}

void TestEngine::refusesWhatTheRoleDoesNotCover()
{
    EngineRun run(bandPlant({"a"}, 2));
    run.step({feedHealth(FeedState::Live), row("a", "x", 1, 0.5), row("a", "x", 2, 7.0), row("a", "x", 3, 8.0)});
    const OccurrenceId alarm = run.output.transitions.back().occurrence.id;
    const auto ask = [&](Role role, decltype(Command::what) what) {
        run.engine.command({.id = 1, .actor = {"operator A", "desk 1", "op"}, .role = role, .what = std::move(what)}, second(4),
                           run.output);
        return run.output.echoes.back();
    };
    const CommandEcho refused = ask(Role::Viewer, command::Acknowledge{{alarm}, 99, ""});
    QVERIFY(!refused.accepted);
    QVERIFY(refused.reason.find("operator") != std::string::npos);
    QCOMPARE(run.engine.book().find(alarm)->state, AlarmState::B);
    LogbookEntry note;
    note.text = "n";
    note.from = note.to = second(1);
    QVERIFY(!ask(Role::Viewer, command::WriteLogbook{note}).accepted);
    QVERIFY(run.output.logbook.empty());
    QVERIFY(ask(Role::Viewer, command::Silence{}).accepted);
    QVERIFY(!ask(Role::Operator, command::TakeOutOfService{{AlarmKey{{"a", "x"}, "anomalous"}}, "why", second(99)}).accepted);
    QVERIFY(!ask(Role::Supervisor, command::ConfigureDetector{{"a", "x"}, {}, "why"}).accepted);
    QVERIFY(ask(Role::Operator, command::Acknowledge{{alarm}, 99, ""}).accepted);
    QCOMPARE(run.engine.book().find(alarm)->state, AlarmState::C);
}

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
