// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_alarms.h"
#include "core/replay/replay_clock.h"
#include "core/replay/replay_samples.h"
#include "core/replay/replay_source.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace telltale;
using namespace telltale::replay;
using namespace std::chrono_literals;
using test::at;

namespace {

AlarmEvent step(EventSeq seq, AlarmEventKind kind, AlarmState from, AlarmState to, double seconds, bool fromReading = true)
{
    AlarmEvent event = test::eventOf(test::raisedAlarm(1, 1), seq, kind, seconds);
    event.from = from;
    event.to = to;
    event.at = at(seconds);
    event.sourceTime = fromReading ? at(seconds) : kNoTime;
    return event;
}

std::vector<AlarmEvent> aLife()
{
    return {step(1, AlarmEventKind::Raise, AlarmState::A, AlarmState::B, 10),
            step(2, AlarmEventKind::Ack, AlarmState::B, AlarmState::C, 20, false),
            step(3, AlarmEventKind::Clear, AlarmState::C, AlarmState::A, 30)};
}

/// A value a second: its own time of day in seconds.
ChunkPtr ramp(double from, double to)
{
    auto chunk = std::make_shared<Chunk>();
    for (double t = from; t < to; ++t) {
        chunk->t.push_back(toNanos(at(t)));
        chunk->value.push_back(t);
        chunk->score.push_back(0.5F);
        chunk->lower.push_back(float(t - 1));
        chunk->upper.push_back(float(t + 1));
        chunk->flags.push_back(std::uint8_t(Verdict::Normal) << Chunk::kVerdictShift);
    }
    return chunk;
}

QByteArray fingerprint(const QString &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *name : {"journal.db", "history.db"}) {
        QFile file(folder + '/' + name);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
    return hash.result();
}

/// A folder with one alarm's life and a minute of one sensor.
void fill(const std::string &folder)
{
    const test::FakeClock clock;
    auto writer = store::StoreWriter::open({.folder = folder, .queueCapacity = 100, .vfs = {}}, clock);
    QVERIFY(writer.ok());
    Occurrence closed = test::raisedAlarm(1, 3, {"line-a/pump1", "temperature"}, 10);
    closed.closed = at(30);
    for (const AlarmEvent &event : aLife())
        (*writer)->submit(store::SaveTransition{event, closed});
    (*writer)->submit(store::SaveChunk{{"line-a/pump1", "temperature"}, "°C", ramp(0, 60)});
    (*writer)->close();
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void theClockRunsStopsAndMoves()
    {
        const SteadyTime start{};
        ReplayClock clock({at(0), at(100)}, 10.0, start);
        QCOMPARE(clock.position(start + 1s), at(10));
        clock.setPaused(true, start + 2s);
        QCOMPARE(clock.position(start + 50s), at(20));
        clock.setPaused(false, start + 50s);
        clock.setSpeed(2.0, start + 51s);
        QCOMPARE(clock.position(start + 52s), at(32));
        clock.moveTo(at(-5), start + 52s);
        QCOMPARE(clock.position(start + 52s), at(0));
        QCOMPARE(clock.position(start + 500s), at(100));
        clock.setSpeed(1000.0, start + 500s);
        QCOMPARE(clock.speed(), 60.0);
    }

    void aReplayBeginsWhereSomethingIsStored()
    {
        const test::TempFolder temp;
        fill(temp.path());
        const test::FakeClock clock;
        const auto early = ReplaySource::open(temp.path(), {at(-600), at(50)}, 1.0, clock);
        QVERIFY(early.ok());
        QCOMPARE((*early)->state().range.from, at(0));
        QCOMPARE((*early)->state().range.to, at(50));
        const auto within = ReplaySource::open(temp.path(), {at(20), at(50)}, 1.0, clock);
        QCOMPARE((*within)->state().range.from, at(20));
    }

    void alarmsAreAsTheyWere_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("state");
        QTest::newRow("before") << 9.9 << "";
        QTest::newRow("raised") << 10.0 << "NEW";
        QTest::newRow("acknowledged") << 20.0 << "ACK";
        QTest::newRow("gone") << 30.0 << "";
    }

    void alarmsAreAsTheyWere()
    {
        QFETCH(double, seconds);
        QFETCH(QString, state);
        Occurrence closed = test::raisedAlarm(1, 3, {"line-a/pump1", "temperature"}, 10);
        closed.closed = at(30);
        ReplayAlarms alarms({closed}, aLife());
        // Forward, then from behind: the same.
        for (const double first : {0.0, 60.0}) {
            alarms.moveTo(at(first));
            alarms.moveTo(at(seconds));
            const auto open = alarms.open();
            QCOMPARE(open.empty() ? QString() : QString::fromLatin1(label(open[0].state).data()), state);
            if (!open.empty()) {
                QCOMPARE(open[0].audible, Audible::Off);
                QCOMPARE(open[0].why.channels.size(), std::size_t(2));
            }
        }
    }

    void aRemarkOnAClosedAlarmOpensNothing()
    {
        std::vector<AlarmEvent> events = aLife();
        events.push_back(step(4, AlarmEventKind::Assign, AlarmState::A, AlarmState::A, 40, false));
        Occurrence closed = test::raisedAlarm(1, 3, {"line-a/pump1", "temperature"}, 10);
        closed.closed = at(30);
        ReplayAlarms alarms({closed}, events);
        alarms.moveTo(at(50));
        QVERIFY(alarms.open().empty());
    }

    void anAcknowledgementOfASimulatedAlarmHappensInItsTime()
    {
        std::vector<AlarmEvent> events = aLife();
        for (AlarmEvent &event : events) // our clock stands years later and runs ten times slower
            event.at = at(1e8 + (toSeconds(event.at - at(0)) / 10.0));
        ReplayAlarms alarms({test::raisedAlarm(1, 3)}, events);
        alarms.moveTo(at(10.5));
        QCOMPARE(alarms.open().at(0).state, AlarmState::B);
        alarms.moveTo(at(11.1));
        QCOMPARE(alarms.open().at(0).state, AlarmState::C);
    }

    void samplesComeAsTheyCame()
    {
        int reads = 0;
        const auto reader = [&reads](const SensorKey &, UtcTime from, UtcTime to) {
            ++reads;
            std::vector<ChunkPtr> all{ramp(0, 100), ramp(100, 200)};
            std::erase_if(all, [&](const ChunkPtr &c) { return c->t.back() < toNanos(from) || c->t.front() >= toNanos(to); });
            return all;
        };
        SensorSpec sensor;
        sensor.key = {"line-a", "x"};
        ReplaySamples samples({sensor}, reader);
        samples.moveTo(at(-5), 2s);
        QVERIFY(samples.state(SensorId{0}).stale);
        QVERIFY(std::isnan(samples.state(SensorId{0}).value));
        samples.moveTo(at(50), 2s);
        QCOMPARE(samples.state(SensorId{0}).value, 50.0);
        QVERIFY(!samples.state(SensorId{0}).stale);
        QCOMPARE(samples.trace(SensorId{0}).sealed.size(), std::size_t(0));
        QCOMPARE(samples.trace(SensorId{0}).tail->size(), std::size_t(51));
        samples.moveTo(at(150), 2s);
        QCOMPARE(samples.trace(SensorId{0}).sealed.size(), std::size_t(1));
        QCOMPARE(samples.state(SensorId{0}).samples, std::uint64_t(151));
        const int before = reads;
        samples.moveTo(at(151), 2s);
        QCOMPARE(reads, before);
        samples.moveTo(at(20), 2s);
        QCOMPARE(samples.state(SensorId{0}).value, 20.0);
        samples.moveTo(at(300), 2s);
        QVERIFY(samples.state(SensorId{0}).stale);
    }

    void playsAFolderAndWritesNothing()
    {
        const test::TempFolder temp;
        fill(temp.path());
        const QByteArray before = fingerprint(QString::fromStdString(temp.path()));
        {
            const SystemClock clock{};
            auto source = ReplaySource::open(temp.path(), {at(0), at(60)}, 1.0, clock);
            QVERIFY2(source.ok(), source ? "" : source.error().text().c_str());
            ReplaySource &replay = **source;
            replay.setPaused(true);
            replay.moveTo(at(15));
            const auto shows = [&](AlarmState state) {
                const SnapshotPtr snapshot = replay.latest();
                return snapshot && snapshot->now == replay.state().position
                       && (snapshot->alarms->empty() ? AlarmState::A : snapshot->alarms->front().state) == state;
            };
            QVERIFY(test::eventually([&] { return shows(AlarmState::B); }));
            QCOMPARE(replay.latest()->sensors.at(0).value, 15.0);
            QCOMPARE(replay.latest()->sensors.at(0).worstAlarm, AlarmState::B);
            QCOMPARE(replay.latest()->structure->sensors.at(0).unit, std::string("°C"));
            QVERIFY(replay.post({.id = 1, .actor = {}, .what = command::WatchSensors{{SensorId{0}}}}));
            QVERIFY(replay.post({.id = 2, .actor = {}, .what = command::Acknowledge{{1}, 99, ""}}));
            QVERIFY(test::eventually([&] { return !replay.latest()->echoes.empty() && !replay.latest()->traces.empty(); }));
            QCOMPARE(replay.latest()->echoes.size(), std::size_t(1));
            QVERIFY(!replay.latest()->echoes[0].accepted);
            replay.moveTo(at(25));
            QVERIFY(test::eventually([&] { return shows(AlarmState::C); }));
            replay.moveTo(at(35));
            QVERIFY(test::eventually([&] { return shows(AlarmState::A); }));
        }
        QCOMPARE(fingerprint(QString::fromStdString(temp.path())), before);
    }

    void refusesWhatCannotBePlayed()
    {
        const test::TempFolder temp;
        const test::FakeClock clock;
        QCOMPARE(ReplaySource::open(temp.path(), {at(0), at(1)}, 1.0, clock).error().kind, ErrorKind::NotFound);
        fill(temp.path());
        QCOMPARE(ReplaySource::open(temp.path(), {at(1), at(1)}, 1.0, clock).error().kind, ErrorKind::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
