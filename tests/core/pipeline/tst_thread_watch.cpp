// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/thread_watch.h"

#include "core/base/whole_file.h"
#include "core/model/json_writer.h"
#include "core/pipeline/heartbeat_writer.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::pipeline;
using namespace std::chrono_literals;

namespace {

/// Looks four times a second, as the own thread does.
void pass(ThreadWatch &watch, test::FakeClock &clock, Duration length)
{
    for (Duration done{0}; done < length; done += ThreadWatch::kBetweenLooks) {
        clock.advance(ThreadWatch::kBetweenLooks);
        watch.look();
    }
}

} // namespace

class TestThreadWatch : public QObject {
    Q_OBJECT
private slots:
    void noticesSilenceAndItsEnd();
    void restIsNoSilence();
    void aProgramThatStoodStillBlamesNobody();
    void aThreadThatEndedIsForgotten();
    void theHeartbeatSaysWhatIsWrong_data();
    void theHeartbeatSaysWhatIsWrong();
    void theHeartbeatIsWrittenAndRemoved();
    void whatIsNoHeartbeatIsSaid();
};

void TestThreadWatch::noticesSilenceAndItsEnd()
{
    test::FakeClock clock;
    std::vector<std::string> said;
    ThreadWatch watch(clock, [&](LogLevel, std::string_view, std::string_view text) { said.emplace_back(text); });
    const PulsePtr pulse = watch.add("alarms");
    pass(watch, clock, 3s);
    pulse->beat();
    pass(watch, clock, 2s);
    QVERIFY(watch.stalls().empty());
    pass(watch, clock, 250ms);
    QCOMPARE(watch.stalls().size(), std::size_t{1});
    QCOMPARE(watch.stalls()[0].text(), std::string("alarms for 2.2 s"));
    pass(watch, clock, 3s);
    QVERIFY(watch.takeEnded().empty());
    pulse->beat();
    watch.look();
    QVERIFY(watch.stalls().empty());
    const auto ended = watch.takeEnded();
    QCOMPARE(ended.size(), std::size_t{1});
    QCOMPARE(ended[0].silent, Duration(5250ms));
    QVERIFY(watch.takeEnded().empty());
    QCOMPARE(said.size(), std::size_t{2}); // begin and end, however long it lasts
}

void TestThreadWatch::restIsNoSilence()
{
    test::FakeClock clock;
    ThreadWatch watch(clock, {});
    const PulsePtr pulse = watch.add("store");
    pass(watch, clock, 3s);
    pulse->beat();
    pulse->rest();
    pass(watch, clock, 60s);
    QVERIFY(watch.stalls().empty());
}

void TestThreadWatch::aProgramThatStoodStillBlamesNobody()
{
    test::FakeClock clock;
    ThreadWatch watch(clock, {});
    const PulsePtr pulse = watch.add("alarms");
    pass(watch, clock, 3s);
    pulse->beat();
    clock.advance(1h); // stopped, with everything else
    watch.look();
    QVERIFY(watch.stalls().empty());
    pass(watch, clock, 1s);
    QVERIFY(watch.stalls().empty());
    pass(watch, clock, 2s); // all others have gone on long since
    QCOMPARE(watch.stalls().size(), std::size_t{1});
}

void TestThreadWatch::aThreadThatEndedIsForgotten()
{
    test::FakeClock clock;
    ThreadWatch watch(clock, {});
    PulsePtr pulse = watch.add("feed 3");
    pass(watch, clock, 3s);
    pulse->beat();
    pulse.reset();
    pass(watch, clock, 10s);
    QVERIFY(watch.stalls().empty());
}

void TestThreadWatch::theHeartbeatSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("standsStill");
    QTest::addColumn<QString>("journal");
    QTest::addColumn<double>("ageSec");
    QTest::addColumn<bool>("alive");
    QTest::addColumn<QString>("words");
    QTest::newRow("all is well") << ""
                                 << "writing" << 0.4 << true << "runs, last sign of life 0.4 s ago";
    QTest::newRow("reads only") << ""
                                << "read-only" << 0.4 << true << "runs";
    QTest::newRow("old") << ""
                         << "writing" << 6.0 << false << "gave its last sign of life 6.0 s ago";
    QTest::newRow("of tomorrow") << ""
                                 << "writing" << -86400.0 << false << "gave its last sign of life";
    QTest::newRow("a part stands still") << "store for 3.1 s"
                                         << "writing" << 0.4 << false << "stands still: store for 3.1 s";
    QTest::newRow("cannot write") << ""
                                  << "failing" << 0.4 << false << "cannot write to the journal";
}

void TestThreadWatch::theHeartbeatSaysWhatIsWrong()
{
    QFETCH(QString, standsStill);
    QFETCH(QString, journal);
    QFETCH(double, ageSec);
    QFETCH(bool, alive);
    QFETCH(QString, words);
    const test::FakeClock clock;
    const UtcTime at = clock.utcNow() - std::chrono::duration_cast<Duration>(std::chrono::duration<double>(ageSec));
    const Liveness liveness = livenessOf(Heartbeat{at, 77, standsStill.toStdString(), journal.toStdString(), 5}, clock.utcNow());
    QCOMPARE(liveness.alive, alive);
    QVERIFY2(QString::fromStdString(liveness.text).contains(words), liveness.text.c_str());
    QVERIFY(liveness.text.find("process 77") != std::string::npos);
}

void TestThreadWatch::theHeartbeatIsWrittenAndRemoved()
{
    const test::TempFolder temp;
    const std::string path = heartbeatPath(temp.path());
    std::atomic<std::uint64_t> count{0};
    HeartbeatWriter writer({});
    writer.start(path, [&] { return Heartbeat{UtcTime{}, 1, {}, "writing", ++count}; });
    QVERIFY(test::eventually([&] { return readHeartbeat(path).ok() && readHeartbeat(path)->storedThrough >= 2; }));
    writer.stop();
    QVERIFY(!std::filesystem::exists(path));
    QCOMPARE(livenessOf(readHeartbeat(path), UtcTime{}).alive, false);
}

void TestThreadWatch::whatIsNoHeartbeatIsSaid()
{
    const test::TempFolder temp;
    for (const char *text : {"", "{", "[1, 2]", "{\"at\": \"now\"}", "{}"}) {
        QVERIFY(replaceFile(temp.path("x.json"), text).ok());
        QVERIFY2(!livenessOf(readHeartbeat(temp.path("x.json")), UtcTime{}).alive, text);
    }
}

QTEST_APPLESS_MAIN(TestThreadWatch)
#include "tst_thread_watch.moc"
