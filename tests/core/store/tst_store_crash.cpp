// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random instants: whatever the writer reported as stored is there afterwards.
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

using namespace telltale;
using namespace telltale::store;

namespace {

/// The child raises and closes alarms for ever, seals chunks, and writes each new `storedThrough` into the pipe.
[[noreturn]] void writeUntilKilled(const std::string &folder, EventSeq from, int pipe)
{
    const test::FakeClock clock;
    auto writer = StoreWriter::open({.folder = folder, .queueCapacity = 64, .vfs = {}}, clock);
    if (!writer)
        ::_exit(9);
    EventSeq reported = (*writer)->storedThrough();
    for (EventSeq seq = from + 1;; ++seq) {
        Occurrence alarm = test::raisedAlarm((seq + 1) / 2, seq);
        const bool acknowledges = seq % 2 == 0;
        if (acknowledges) {
            alarm.state = AlarmState::A;
            alarm.closed = test::at(double(seq));
        }
        (*writer)->submit(
            SaveTransition{test::eventOf(alarm, seq, acknowledges ? AlarmEventKind::Ack : AlarmEventKind::Raise, double(seq)), alarm});
        if (seq % 10 == 0)
            (*writer)->submit(SaveChunk{{"a", "x"}, "", test::chunkOf(20, 20.0 * double(seq)), false});
        const EventSeq stored = (*writer)->storedThrough();
        if (stored != reported && ::write(pipe, &stored, sizeof stored) != ssize_t(sizeof stored))
            ::_exit(8);
        reported = stored;
    }
}

} // namespace

class TestStoreCrash : public QObject {
    Q_OBJECT
private slots:
    void nothingReportedAsStoredIsLost();
};

void TestStoreCrash::nothingReportedAsStoredIsLost()
{
    const test::TempFolder temp;
    std::mt19937 random(20261122);
    EventSeq before = 0;
    for (int kill = 0; kill < 20; ++kill) {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            writeUntilKilled(temp.path(), before, pipe[1]);
        }
        ::close(pipe[1]);
        EventSeq reported = 0;
        EventSeq last = 0;
        const auto reports = 1 + random() % 12;
        for (std::uint_fast32_t i = 0; i < reports && ::read(pipe[0], &last, sizeof last) == ssize_t(sizeof last); ++i)
            reported = last;
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &last, sizeof last) == ssize_t(sizeof last)) // what it still got out before it died
            reported = last;
        ::close(pipe[0]);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status), "the child ended by itself");

        const auto reader = StoreReader::open(temp.path());
        QVERIFY2(reader.ok(), reader ? "" : reader.error().text().c_str());
        const auto state = (*reader)->restartState();
        QVERIFY2(state.ok(), state ? "" : state.error().text().c_str());
        QVERIFY2(state->lastSeq >= reported, "an event that was reported as stored is not there");
        QCOMPARE(*(*reader)->eventCount(), std::uint64_t(state->lastSeq)); // no hole, no double
        QVERIFY(reported > 0 && state->lastSeq > before);
        QCOMPARE(std::uint64_t(state->open.size()), state->lastSeq % 2); // rows and events agree: every second event closes an alarm
        QCOMPARE((*reader)->occurrence(state->lastOccurrence)->lastSeq, state->lastSeq);
        QVERIFY((*reader)->samples({"a", "x"}, fromNanos(0), fromNanos(INT64_MAX)).ok());
        before = state->lastSeq;
    }
}

QTEST_APPLESS_MAIN(TestStoreCrash)
#include "tst_store_crash.moc"
