// SPDX-License-Identifier: GPL-3.0-or-later
// The soak's own test: what it would have to find, it finds. A loss, an alarm that is there twice, a hole, a leak are planted, one at a
// time.
#include "tests/soak/figure_table.h"
#include "tests/soak/growth_meter.h"
#include "tests/soak/history_checker.h"
#include "tests/soak/sample_checker.h"
#include "tests/soak/soak_plan.h"
#include "tests/support/fake_clock.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <atomic>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <thread>
#include <unistd.h>

using namespace telltale;
using namespace telltale::soak;

namespace {

constexpr int kAlarms = 9;

ShownLine shown(std::uint64_t alarm, const char *state)
{
    return {.ms = 1, .word = "shown", .number = alarm, .text = state};
}

/// Two readings a second with a hole of a second behind every tenth, called a gap or not.
void storeSamples(const std::string &folder, const std::vector<SensorKey> &sensors, bool marked)
{
    const test::FakeClock clock;
    const auto writer = test::openedWriter(folder, clock);
    auto chunk = std::make_shared<Chunk>();
    for (int i = 0; i < 40; ++i) {
        chunk->t.push_back(toNanos(test::at(i * 0.5 + i / 10)));
        chunk->value.push_back(i);
        chunk->flags.push_back(marked && i % 10 == 0 ? Chunk::kGapBefore : std::uint8_t{0});
    }
    chunk->score.assign(chunk->t.size(), 0.5F);
    chunk->lower = chunk->upper = chunk->score;
    for (const SensorKey &sensor : sensors)
        writer->submit(store::SaveChunk{sensor, "bar", chunk});
    writer->close();
}

const SampleRhythm kRhythm{"line-", 400'000'000, 0};

std::vector<ProcessSize> measuredWhile(const std::function<void()> &each)
{
    std::vector<ProcessSize> sizes;
    for (int i = 0; i < 40; ++i) {
        each();
        sizes.push_back(sizeOf(getpid()).value());
        sizes.back().ms = i * 1000;
    }
    return sizes;
}

} // namespace

class TestSoakChecker : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsWhatTheOperatorSays();
    void acceptsAHistoryThatIsKept();
    void findsAnAcknowledgementThatIsGone();
    void findsAnAcknowledgementThatReverted();
    void findsAnAlarmThatWasNeverStored();
    void findsAnAlarmThatIsThereTwice();
    void findsAHole();
    void aDropOutIsOfOneAssetOnly();
    void findsDescriptorsThatLeak();
    void findsMemoryThatLeaks();
    void findsThreadsThatStay();
    void aSteadyProcessDoesNotGrow();
    void aMissedPromiseIsSaidAndCounted();
    void thePlanIsRead();
    void aWrongPlanIsRefused();

private:
    /// As of alarm 1 of `fillJournal`, which is acknowledged and stays open.
    const std::vector<ShownLine> m_first{shown(1, "NEW"), shown(1, "ACK"), shown(1, "ACK")};
    std::unique_ptr<test::TempFolder> m_temp;
    std::string m_data;
};

void TestSoakChecker::init()
{
    m_temp = std::make_unique<test::TempFolder>();
    m_data = m_temp->path("data");
    test::fillJournal(m_data, test::FakeClock(), 1, kAlarms);
}

void TestSoakChecker::readsWhatTheOperatorSays()
{
    ShownLines lines;
    lines.take("12 ready 0 \n13 shown 7 LATCH NEW\nsomething else\n14 stall 31 40\n15 bann");
    lines.take("er 1 NOT WRITING\n16 shown 8 NE");
    lines.cut();
    lines.take("17 shown 9 RTN\n");
    QCOMPARE(lines.all().size(), std::size_t{5});
    QCOMPARE(lines.all()[1].text, std::string("LATCH NEW"));
    QCOMPARE(lines.all()[1].number, 7U);
    QCOMPARE(lines.all()[3].text, std::string("NOT WRITING"));
    QCOMPARE(lines.all()[4].ms, 17);
    QCOMPARE(longestStall(lines.all(), 0, 100).text(), std::string("40 ms, by itself 31 ms"));
    QCOMPARE(longestStall(lines.all(), 15, 100).totalMs, 0U);
}

void TestSoakChecker::acceptsAHistoryThatIsKept()
{
    const auto verdict = checkHistory(m_first, m_data);
    QVERIFY(verdict.ok());
    QVERIFY(verdict->good());
    QCOMPARE(verdict->alarms, std::size_t(kAlarms));
    QCOMPARE(verdict->shown, std::size_t{2});
    QCOMPARE(verdict->acknowledged, std::size_t{1});
    QCOMPARE(verdict->storedAcks, std::size_t(kAlarms));
}

void TestSoakChecker::findsAnAcknowledgementThatIsGone()
{
    {
        const test::RawDatabase journal(m_data + "/journal.db");
        test::dropTriggers(journal);
        QCOMPARE(journal.run("DELETE FROM alarm_transition WHERE occurrence = 1 AND kind = 'ACK'"), 1);
    }
    const auto verdict = checkHistory(m_first, m_data);
    QVERIFY2(verdict.ok(), verdict.ok() ? "" : verdict.error().text().c_str());
    QCOMPARE(verdict->lost, std::vector<std::string>{"alarm 1 was shown as ACK"});
}

void TestSoakChecker::findsAnAcknowledgementThatReverted()
{
    std::vector<ShownLine> lines = m_first;
    lines.push_back(shown(1, "NEW"));
    QCOMPARE(checkHistory(lines, m_data)->lost, std::vector<std::string>{"alarm 1 was shown as NEW"});
}

void TestSoakChecker::findsAnAlarmThatWasNeverStored()
{
    QCOMPARE(checkHistory({shown(kAlarms + 1, "NEW")}, m_data)->lost.size(), std::size_t{1});
}

/// The first alarm is open: another one of the same sensor must not be there beside it, and none with the same beginning.
void TestSoakChecker::findsAnAlarmThatIsThereTwice()
{
    const test::FakeClock clock;
    const auto writer = test::openedWriter(m_data, clock);
    const Occurrence again = test::raisedAlarm(kAlarms + 1, 100, {"line-a/pump1", "t1"}, 1);
    writer->submit(store::SaveTransition{test::eventOf(again, 100, AlarmEventKind::Raise, 1), again});
    writer->close();
    const auto verdict = checkHistory(m_first, m_data);
    QVERIFY(verdict.ok());
    QCOMPARE(verdict->twice.size(), std::size_t{2});
}

void TestSoakChecker::findsAHole()
{
    storeSamples(m_data, {{"line-a", "x"}, {"line-b", "x"}}, false);
    const auto found = checkSamples(m_data, kRhythm, {});
    QVERIFY(found.ok());
    QCOMPARE(found->samples, std::uint64_t{80});
    QCOMPARE(found->unexplained.size(), std::size_t{6});
    const auto silent = checkSamples(m_data, kRhythm, {{toNanos(test::at(0)), toNanos(test::at(6))}});
    QCOMPARE(silent->expected, std::size_t{2});
    QCOMPARE(silent->unexplained.size(), std::size_t{4});
    const std::string other = m_temp->path("marked");
    storeSamples(other, {{"line-a", "x"}}, true);
    QCOMPARE(checkSamples(other, kRhythm, {})->marked, std::size_t{3});
}

void TestSoakChecker::aDropOutIsOfOneAssetOnly()
{
    SampleRhythm rhythm = kRhythm;
    rhythm.dropOut = 1'500'000'000;
    storeSamples(m_data, {{"line-a", "x"}, {"line-a", "y"}}, false);
    QCOMPARE(checkSamples(m_data, rhythm, {})->dropOuts, std::size_t{6});
    const std::string both = m_temp->path("both");
    storeSamples(both, {{"line-a", "x"}, {"line-b", "x"}}, false);
    QCOMPARE(checkSamples(both, rhythm, {})->unexplained.size(), std::size_t{6});
}

void TestSoakChecker::findsDescriptorsThatLeak()
{
    std::vector<int> leaked;
    const auto sizes = measuredWhile([&] { leaked.push_back(open("/dev/null", O_RDONLY | O_CLOEXEC)); });
    const Growth growth = growthOf(sizes, &ProcessSize::descriptors, 8000);
    QVERIFY(!isConstant(growth));
    QVERIFY(qAbs(growth.slopePerHour - 3600.0) < 1.0); // one a second
    QCOMPARE(growth.rise(), 24.0);                     // from the middle of the first quarter of 32 to that of the last one
    for (const int each : leaked)
        close(each);
}

void TestSoakChecker::findsMemoryThatLeaks()
{
    std::vector<std::vector<char>> leaked;
    const auto sizes = measuredWhile([&] { leaked.emplace_back(1 << 20, 'x'); });
    const Growth growth = growthOf(sizes, &ProcessSize::rssMib, 0);
    QVERIFY2(growth.slopePerHour > 1800.0 && growth.slopePerHour < 7200.0, QByteArray::number(growth.slopePerHour));
}

void TestSoakChecker::findsThreadsThatStay()
{
    std::vector<std::thread> leaked;
    std::atomic<bool> ends{false};
    const auto sizes = measuredWhile([&] { leaked.emplace_back([&] { ends.wait(false); }); });
    QVERIFY(!isConstant(growthOf(sizes, &ProcessSize::threads, 0)));
    ends = true;
    ends.notify_all();
    for (std::thread &each : leaked)
        each.join();
}

void TestSoakChecker::aSteadyProcessDoesNotGrow()
{
    const auto sizes = measuredWhile([] {});
    QVERIFY(isConstant(growthOf(sizes, &ProcessSize::descriptors, 0)));
    QVERIFY(isConstant(growthOf(sizes, &ProcessSize::threads, 0)));
    QVERIFY(!sizeOf(-1));
}

void TestSoakChecker::aMissedPromiseIsSaidAndCounted()
{
    FigureTable table;
    table.add("lost", "0", "0", true);
    table.add("twice", "1: alarm 3", "0", false);
    table.add("seed", "7");
    QCOMPARE(table.missed(), 1);
    QCOMPARE(table.text(), std::string("lost   0           0  kept\ntwice  1: alarm 3  0  MISSED\nseed   7\n"));
}

void TestSoakChecker::thePlanIsRead()
{
    const auto plan = readSoakPlan({"--hours", "6", "--speed", "30", "--seed", "5", "--keep", "/somewhere"});
    QVERIFY(plan.ok());
    QCOMPARE(plan->lengthMs(), 720'000);
    QCOMPARE(plan->seed, 5U);
    QCOMPARE(plan->folder, std::string("/somewhere"));
    QVERIFY(!plan->quick);
    QVERIFY(readSoakPlan({"--quick"})->lengthMs() < 180'000);
    QCOMPARE(readSoakPlan({"--quick", "--hours", "2"})->hours, 2.0);
}

void TestSoakChecker::aWrongPlanIsRefused()
{
    for (const std::vector<std::string> &words :
         {std::vector<std::string>{"--hours"}, {"--hours", "0"}, {"--hours", "2x"}, {"--speed", "1000"}, {"--seed", "-1"}, {"--fast"}})
        QVERIFY2(!readSoakPlan(words), words.front().c_str());
}

QTEST_GUILESS_MAIN(TestSoakChecker)
#include "tst_soak_checker.moc"
