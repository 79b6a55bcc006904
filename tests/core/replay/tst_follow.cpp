// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/follow_source.h"
#include "core/replay/followed_folder.h"
#include "core/store/data_folder.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QtTest>
#include <atomic>

using namespace telltale;
using namespace telltale::replay;
using namespace std::chrono_literals;
using test::at;

namespace {

const SensorKey kSensor{"line-a/pump1", "temperature"};
constexpr const char *kPlant = R"(
[plant]
title = "Pump house"
[[asset]]
path = "line-a/pump1"
sensors.temperature = { unit = "°C", high = 90.0 }
)";

/// A program that watches a plant, as far as a data folder shows it.
struct Writer {
    explicit Writer(const std::string &folder) : clock(at(0))
    {
        auto opened = store::StoreWriter::open({.folder = folder, .queueCapacity = 100, .vfs = {}}, clock);
        if (opened)
            store = std::move(*opened);
    }

    void raise(OccurrenceId id, EventSeq seq)
    {
        const Occurrence alarm = test::raisedAlarm(id, seq, kSensor, double(seq));
        store->submit(store::SaveTransition{test::eventOf(alarm, seq, AlarmEventKind::Raise, double(seq)), alarm});
    }
    void acknowledge(OccurrenceId id, EventSeq seq)
    {
        Occurrence alarm = test::raisedAlarm(id, seq, kSensor, double(seq));
        alarm.state = AlarmState::C;
        alarm.ack = AckState::Acked;
        store->submit(store::SaveTransition{test::eventOf(alarm, seq, AlarmEventKind::Ack, double(seq)), alarm});
    }
    void shelve(EventSeq seq)
    {
        SuppressedAlarm shelved;
        shelved.source = kSensor;
        shelved.what = "anomalous";
        shelved.suppression = Suppression::ShelvedTimed;
        const Occurrence alarm = test::raisedAlarm(1, seq, kSensor, double(seq));
        store->submit(store::SaveTransition{test::eventOf(alarm, seq, AlarmEventKind::Shelve, double(seq)), alarm, shelved});
    }
    void openIncident(EventSeq seq)
    {
        LogbookEntry entry;
        entry.seq = seq;
        entry.kind = LogbookKind::IncidentOpened;
        entry.subject = 1;
        entry.at = at(double(seq));
        entry.text = "Pump 1 runs hot";
        store->submit(store::SaveLogbook{entry});
    }
    void measure(std::size_t count) { store->submit(store::SaveTails{{{kSensor, "°C", test::chunkOf(count)}}}); }
    void seal(std::size_t count) { store->submit(store::SaveChunk{kSensor, "°C", test::chunkOf(count)}); }
    void feed(FeedState state, double seconds)
    {
        FeedHealth health;
        health.address = "tcp://127.0.0.1:5556";
        health.state = state;
        health.clock = ClockKind::Live;
        store->submit(store::SaveFeedHealth{at(seconds), health});
    }
    void live(double seconds)
    {
        clock.set(at(seconds));
        store->submit(store::SaveHeartbeat{at(seconds)});
        clock.advance(4s); // so long it waits for company
    }

    test::FakeClock clock;
    std::unique_ptr<store::StoreWriter> store;
};

/// Somebody who looks at it meanwhile.
struct Watched {
    Watched() : writer(folder.path())
    {
        writer.store->submit(store::SaveDefinition{"plant", kPlant, {}, "test", at(0), 1});
        writer.live(0);
    }

    bool follow()
    {
        const auto begun = [this] {
            const auto reader = store::StoreReader::open(folder.path());
            const auto state = reader ? (*reader)->restartState() : Result<store::RestartState>(reader.error());
            return state && !state->definitions.empty();
        };
        if (!test::eventually(begun))
            return false;
        auto opened = FollowSource::open(folder.path(), writer.clock, [this](const AlarmEvent &) { ++arrived; });
        if (opened)
            source = std::move(*opened);
        return opened.ok();
    }
    /// Read again until it is so.
    template <typename Condition>
    bool shows(Condition condition)
    {
        return test::eventually([&] {
            source->reconnectFeeds();
            const SnapshotPtr snapshot = source->latest();
            return snapshot && condition(*snapshot);
        });
    }

    test::TempFolder folder;
    Writer writer;
    std::atomic<int> arrived = 0;
    std::unique_ptr<FollowSource> source;
};

} // namespace

class TestFollow : public QObject {
    Q_OBJECT

private slots:
    void alarmsGoOnAsTheyAreWritten()
    {
        Watched watched;
        watched.writer.raise(1, 1);
        QVERIFY(test::eventually([&] { return watched.writer.store->storedThrough() == 1; }));
        QVERIFY(watched.follow());
        QVERIFY(watched.shows([](const Snapshot &s) { return s.alarms->size() == 1 && s.alarms->front().state == AlarmState::B; }));
        QCOMPARE(watched.source->latest()->alarms->front().audible, Audible::Off);
        QVERIFY(!watched.source->latest()->alarms->front().unverifiedSinceRestart);
        watched.writer.acknowledge(1, 2);
        QVERIFY(watched.shows([](const Snapshot &s) { return s.alarms->size() == 1 && s.alarms->front().state == AlarmState::C; }));
        watched.writer.raise(2, 3);
        QVERIFY(watched.shows([](const Snapshot &s) { return s.alarms->size() == 2; }));
        const SnapshotPtr newest = watched.source->latest();
        QCOMPARE(newest->alarms->front().id, OccurrenceId(2));
        QCOMPARE(newest->events.size(), std::size_t(3));
        QCOMPARE(newest->storedThrough, EventSeq(3));
        QCOMPARE(newest->raisesLast10Min, 2u);
        QVERIFY(test::eventually([&] { return watched.arrived.load() == 2; }));
    }

    void whatIsKeptFromPeopleAndIncidentsGoOnToo()
    {
        Watched watched;
        QVERIFY(watched.follow());
        QVERIFY(watched.shows([](const Snapshot &s) { return s.suppressed->empty() && s.incidents->empty(); }));
        watched.writer.shelve(1);
        watched.writer.openIncident(2);
        QVERIFY(watched.shows([](const Snapshot &s) { return s.suppressed->size() == 1 && s.incidents->size() == 1; }));
        QCOMPARE(watched.source->latest()->logbook.size(), std::size_t(1));
    }

    void samplesGrowAndNoneIsThereTwice()
    {
        Watched watched;
        watched.writer.measure(10);
        watched.writer.live(10);
        QVERIFY(watched.follow());
        QVERIFY(watched.source->post({.id = 1, .actor = {}, .what = command::WatchSensors{{SensorId{0}}}}));
        const auto traced = [](const Snapshot &s) {
            std::size_t count = 0;
            if (const auto found = s.traces.find(0); found != s.traces.end()) {
                for (const ChunkPtr &chunk : found->second.sealed)
                    count += chunk->size();
                count += found->second.tail ? found->second.tail->size() : 0;
            }
            return count;
        };
        QVERIFY(watched.shows([&](const Snapshot &s) { return traced(s) == 10; }));
        watched.writer.measure(20);
        watched.writer.live(20);
        QVERIFY(watched.shows([&](const Snapshot &s) { return traced(s) == 20; }));
        watched.writer.seal(30);
        watched.writer.live(30);
        QVERIFY(watched.shows([&](const Snapshot &s) { return traced(s) == 30 && s.now == at(29); }));
        const SnapshotPtr newest = watched.source->latest();
        QCOMPARE(newest->sensors.at(0).time, at(29));
        QVERIFY(!newest->sensors.at(0).stale);
        watched.writer.live(60);
        QVERIFY(watched.shows([](const Snapshot &s) { return s.sensors.at(0).stale; }));
    }

    void plantAndFeedsAreThoseOfTheWriter()
    {
        Watched watched;
        watched.writer.measure(3);
        watched.writer.feed(FeedState::Live, 0);
        watched.writer.live(10);
        QVERIFY(watched.follow());
        QCOMPARE(watched.source->plant().title, std::string("Pump house"));
        QVERIFY(watched.shows([](const Snapshot &s) { return s.feeds.size() == 1 && s.feeds[0].state == FeedState::Live; }));
        const SnapshotPtr first = watched.source->latest();
        QCOMPARE(first->structure->sensors.size(), std::size_t(1));
        QCOMPARE(first->structure->sensors[0].high.value_or(0.0), 90.0);
        watched.writer.feed(FeedState::Lost, 15);
        watched.writer.live(20);
        QVERIFY(watched.shows([](const Snapshot &s) { return s.feeds.size() == 1 && s.feeds[0].state == FeedState::Lost; }));
    }

    void silenceOfTheWriterIsSaid()
    {
        Watched watched;
        QVERIFY(watched.follow());
        QVERIFY(watched.shows([&](const Snapshot &) { return watched.source->state().alive == at(0); }));
        QVERIFY(!watched.source->state().silent);
        watched.writer.clock.set(at(16));
        QVERIFY(watched.shows([&](const Snapshot &) { return watched.source->state().silent; }));
        QCOMPARE(watched.source->state().alive, at(0));
        watched.writer.live(13);
        QVERIFY(watched.shows([&](const Snapshot &) { return !watched.source->state().silent; }));
    }

    void nothingCanBeChanged()
    {
        Watched watched;
        watched.writer.raise(1, 1);
        QVERIFY(watched.follow());
        QVERIFY(watched.source->post({.id = 7, .actor = {}, .what = command::Acknowledge{{1}, 99, ""}}));
        QVERIFY(watched.shows([](const Snapshot &s) { return s.echoes.size() == 1; }));
        QVERIFY(!watched.source->latest()->echoes[0].accepted);
        QCOMPARE(watched.source->latest()->health.journal, JournalState::ReadOnly);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("found");
        QTest::newRow("none") << "no such folder";
        QTest::newRow("a file") << "no folder";
        QTest::newRow("empty") << "without journal.db";
        QTest::newRow("junk") << "journal.db";
    }

    void whatIsMissingIsSaid()
    {
        QFETCH(QString, found);
        const test::TempFolder temp;
        const QByteArray name = QTest::currentDataTag();
        const std::string folder = temp.path() + '/' + name.toStdString();
        const QString path = QString::fromStdString(folder);
        const auto write = [](const QString &where) {
            QFile file(where);
            return file.open(QIODevice::WriteOnly) && file.write("no database") > 0;
        };
        if (name == "a file")
            QVERIFY(write(path));
        if (name == "empty" || name == "junk")
            QVERIFY(store::makeFolder(folder).ok());
        if (name == "junk")
            QVERIFY(write(path + "/journal.db"));
        const test::FakeClock clock;
        const auto opened = FollowSource::open(folder, clock);
        QVERIFY(!opened.ok());
        const QString said = QString::fromStdString(opened.error().text());
        QVERIFY2(said.contains(path) && said.contains(found), qPrintable(said));
    }
};

QTEST_APPLESS_MAIN(TestFollow)
#include "tst_follow.moc"
