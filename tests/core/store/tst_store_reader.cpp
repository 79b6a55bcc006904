// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"

#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/store/database.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace std::string_literals;
using namespace telltale;
using namespace telltale::store;

namespace {

/// A folder with what `fill` submits, closed again.
template <typename Fill>
std::unique_ptr<StoreReader> stored(const test::TempFolder &temp, Fill fill)
{
    const test::FakeClock clock;
    auto writer = StoreWriter::open({.folder = temp.path(), .queueCapacity = 10'000, .vfs = {}}, clock);
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    fill(**writer);
    (*writer)->close();
    auto reader = StoreReader::open(temp.path());
    if (!reader)
        qFatal("%s", reader.error().text().c_str());
    return std::move(*reader);
}

JournalQuery all()
{
    return {};
}

Occurrence hostileAlarm()
{
    Occurrence alarm = test::raisedAlarm(5, 8, {"'; DROP TABLE occurrence; --", "\u202Eright to left \"quoted\""});
    alarm.definition.what = "NUL \0 inside"s;
    alarm.definition.latching = true;
    alarm.definition.raise = {PersistenceRule::Kind::CountInWindow, 4, 9, std::chrono::minutes{3}, 1.25};
    alarm.state = AlarmState::L2;
    alarm.condition = Condition::PendingOff;
    alarm.ack = AckState::Acked;
    alarm.latch = LatchState::Latched;
    alarm.suppression = Suppression::ShelvedOneShot;
    alarm.quality = Quality::Uncertain;
    alarm.unverifiedSinceRestart = true;
    alarm.audible = Audible::Silenced;
    alarm.silencedUntil = test::at(120);
    alarm.priority = Priority::P3;
    alarm.maxPriority = Priority::P1;
    alarm.score = std::numeric_limits<double>::infinity();
    alarm.limit = kMissing;
    alarm.raiseCount = 4'000'000'000U;
    alarm.chattering = alarm.firstOut = true;
    alarm.acked = test::at(10);
    alarm.ackedBy = {"</td><script>", "desk\n2", "=1+1"};
    alarm.cleared = test::at(11);
    alarm.closeReason = "normal";
    alarm.priorityRoseSeq = 7;
    return alarm;
}

} // namespace

class TestStoreReader : public QObject {
    Q_OBJECT
private slots:
    void anEmptyFolderHasNoJournal();
    void anUnreadableJournalSaysSo();
    void occurrencesComeBackExactly();
    void eventsComeBackExactly();
    void queriesByEveryBound_data();
    void queriesByEveryBound();
    void findsConditionChangesByEventTime();
    void restartsFromOpenAlarmsOnly();
    void aNewJournalRestartsFromZero();
    void findsOccurrencesThatTouchASpan();
    void readsSamplesOfASpan();
    void unknownSensorsHaveNoSamples();
    void listsSensorsWithTheirUnits();
    void readsAReadOnlyCopy();
    void damagedRowsAreErrorsNotGuesses();
    void damagedScoresCostNoSample();
};

void TestStoreReader::anEmptyFolderHasNoJournal()
{
    const test::TempFolder temp;
    QCOMPARE(StoreReader::open(temp.path()).error().kind, ErrorKind::NotFound);
    QCOMPARE(StoreReader::open(temp.path("nowhere")).error().kind, ErrorKind::NotFound);
}

void TestStoreReader::anUnreadableJournalSaysSo()
{
    const test::TempFolder temp;
    QFile file(QString::fromStdString(temp.path("journal.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'x'));
    file.close();
    const auto reader = StoreReader::open(temp.path());
    QCOMPARE(reader.error().kind, ErrorKind::Corrupt);
    QVERIFY(reader.error().where.find("journal.db") != std::string::npos);
}

void TestStoreReader::occurrencesComeBackExactly()
{
    const test::TempFolder temp;
    const Occurrence alarm = hostileAlarm();
    const auto reader = stored(temp, [&](StoreWriter &writer) { writer.submit(SaveTransition{test::eventOf(alarm, 8), alarm}); });
    const auto back = reader->occurrence(5);
    QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
    QCOMPARE(QString::fromStdString(json::toText(*back)), QString::fromStdString(json::toText(alarm)));
    QVERIFY(back->definition == alarm.definition);
    QVERIFY(back->ackedBy == alarm.ackedBy);
    QCOMPARE(back->score, alarm.score);
    QVERIFY(std::isnan(back->limit));
    QCOMPARE(reader->occurrence(6).error().kind, ErrorKind::NotFound);
    QCOMPARE(*reader->newestOccurrence(), OccurrenceId(5));
}

void TestStoreReader::eventsComeBackExactly()
{
    const test::TempFolder temp;
    AlarmEvent event = test::eventOf(hostileAlarm(), 8, AlarmEventKind::Ignored, 1);
    event.comment = "line 1\nline 2, NUL \0, '; DROP TABLE alarm_transition;--"s;
    event.value = -std::numeric_limits<double>::infinity();
    event.score = kMissing;
    event.sourceTime = kNoTime;
    event.suppressed = true;
    event.definitionVersion = 17;
    AlarmEvent without = event;
    without.seq = 9;
    without.occurrence = 0;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        writer.submit(SaveTransition{event, hostileAlarm()});
        writer.submit(SaveTransition{without, {}});
    });
    const auto back = reader->events(all());
    QCOMPARE(back->size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(json::toText((*back)[0])), QString::fromStdString(json::toText(event)));
    QCOMPARE(QString::fromStdString(json::toText((*back)[1])), QString::fromStdString(json::toText(without)));
    QCOMPARE((*back)[0].comment, event.comment);
    QCOMPARE(*reader->eventCount(), std::uint64_t(2));
}

void TestStoreReader::queriesByEveryBound_data()
{
    QTest::addColumn<JournalQuery>("query");
    QTest::addColumn<QString>("expected");
    const auto query = [](auto change) {
        JournalQuery made;
        change(made);
        return made;
    };
    QTest::newRow("all") << all() << "1 2 3 4 5 6 7 8 9";
    QTest::newRow("since") << query([](auto &q) { q.since = test::at(7); }) << "7 8 9";
    QTest::newRow("until") << query([](auto &q) { q.until = test::at(3); }) << "1 2";
    QTest::newRow("since and until") << query([](auto &q) {
        q.since = test::at(3);
        q.until = test::at(5);
    }) << "3 4";
    QTest::newRow("occurrence") << query([](auto &q) { q.occurrence = 2; }) << "2 5 8";
    QTest::newRow("occurrence newest first") << query([](auto &q) {
        q.occurrence = 2;
        q.newestFirst = true;
        q.limit = 2;
    }) << "8 5";
    QTest::newRow("after") << query([](auto &q) { q.afterSeq = 6; }) << "7 8 9";
    QTest::newRow("limit") << query([](auto &q) { q.limit = 2; }) << "1 2";
    QTest::newRow("no rows wanted") << query([](auto &q) { q.limit = 0; }) << "";
    QTest::newRow("no limit") << query([](auto &q) { q.limit = std::size_t(-1); }) << "1 2 3 4 5 6 7 8 9";
    QTest::newRow("newest first") << query([](auto &q) {
        q.newestFirst = true;
        q.limit = 3;
    }) << "9 8 7";
    QTest::newRow("all together") << query([](auto &q) {
        q.occurrence = 2;
        q.afterSeq = 2;
        q.since = test::at(4);
        q.until = test::at(8);
    }) << "5";
}

void TestStoreReader::queriesByEveryBound()
{
    QFETCH(JournalQuery, query);
    QFETCH(QString, expected);
    const test::TempFolder temp;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        for (std::uint64_t seq = 1; seq <= 9; ++seq) {
            const Occurrence alarm = test::raisedAlarm((seq - 1) % 3 + 1, seq);
            writer.submit(SaveTransition{test::eventOf(alarm, seq, AlarmEventKind::Comment, double(seq)), alarm});
        }
    });
    QStringList found;
    const auto events = reader->events(query);
    QVERIFY2(events.ok(), events ? "" : events.error().text().c_str());
    for (const AlarmEvent &event : *events)
        found << QString::number(event.seq);
    QCOMPARE(found.join(' '), expected);
}

void TestStoreReader::findsConditionChangesByEventTime()
{
    const test::TempFolder temp;
    const SensorKey asset{"line-a/pump1", ""};
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        const auto put = [&](OccurrenceId id, EventSeq seq, AlarmEventKind kind, double eventSeconds, const std::string &what) {
            Occurrence alarm = test::raisedAlarm(id, seq, asset);
            alarm.definition.what = what;
            AlarmEvent event = test::eventOf(alarm, seq, kind, 1e6); // our clock is elsewhere: a simulated plant
            event.sourceTime = test::at(eventSeconds);
            writer.submit(SaveTransition{event, alarm});
        };
        put(1, 1, AlarmEventKind::Raise, 10, "anomalous");
        put(2, 2, AlarmEventKind::Raise, 12, "no data");
        put(1, 3, AlarmEventKind::Ack, 14, "anomalous");
        put(1, 4, AlarmEventKind::Clear, 20, "anomalous");
        put(3, 5, AlarmEventKind::Raise, 30, "anomalous");
        put(4, 6, AlarmEventKind::Raise, 60, "anomalous");
        put(3, 7, AlarmEventKind::Clear, 70, "anomalous");
    });
    const auto found = [&](double from, double to, std::size_t limit) {
        const auto events = reader->conditionChanges({asset, "anomalous", test::at(from), test::at(to), limit});
        QStringList numbers;
        for (const AlarmEvent &event : *events)
            numbers << QString::number(event.seq);
        return numbers.join(' ');
    };
    QCOMPARE(found(0, 100, 10), QStringLiteral("1 4 5 6 7"));
    QCOMPARE(found(15, 60, 10), QStringLiteral("4 5 7"));
    QCOMPARE(found(0, 100, 2), QStringLiteral("6 7")); // the newest
}

void TestStoreReader::restartsFromOpenAlarmsOnly()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        for (std::uint64_t id = 1; id <= 4; ++id) {
            Occurrence alarm = test::raisedAlarm(id, id);
            if (id % 2 == 0)
                alarm.closed = test::at(double(id));
            writer.submit(SaveTransition{test::eventOf(alarm, id, AlarmEventKind::Raise, double(id)), alarm});
        }
        AlarmEvent orphan = test::eventOf(test::raisedAlarm(9, 5), 5);
        writer.submit(SaveTransition{orphan, {}});
        writer.submit(SaveHeartbeat{test::at(50)});
        writer.submit(SaveHeartbeat{test::at(60)});
    });
    const auto state = reader->restartState();
    QVERIFY2(state.ok(), state ? "" : state.error().text().c_str());
    QCOMPARE(state->lastSeq, EventSeq(5));
    QCOMPARE(state->lastOccurrence, OccurrenceId(9));
    QCOMPARE(state->open.size(), std::size_t(2));
    QCOMPARE(state->open[0].id, OccurrenceId(1));
    QCOMPARE(state->open[1].id, OccurrenceId(3));
    QVERIFY(state->open[0].definition == test::raisedAlarm(1, 1).definition);
    QVERIFY(state->lastAlive == test::at(60));
}

void TestStoreReader::aNewJournalRestartsFromZero()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [](StoreWriter &) {});
    const auto state = reader->restartState();
    QVERIFY(state.ok());
    QCOMPARE(state->lastSeq, EventSeq(0));
    QCOMPARE(state->lastOccurrence, OccurrenceId(0));
    QVERIFY(state->open.empty());
    QVERIFY(state->lastAlive == kNoTime);
    QCOMPARE(reader->newestOccurrence().error().kind, ErrorKind::NotFound);
    QVERIFY(reader->events(all())->empty());
    QCOMPARE(reader->schemaVersion(), 4U);
}

void TestStoreReader::findsOccurrencesThatTouchASpan()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        for (std::uint64_t id = 1; id <= 3; ++id) { // opened at 10, 20, 30; the first two closed 5 s later
            Occurrence alarm = test::raisedAlarm(id, 2 * id - 1);
            writer.submit(SaveTransition{test::eventOf(alarm, 2 * id - 1, AlarmEventKind::Raise, 10.0 * double(id)), alarm});
            if (id == 3)
                continue;
            alarm.lastSeq = 2 * id;
            alarm.closed = test::at(10.0 * double(id) + 5);
            writer.submit(SaveTransition{test::eventOf(alarm, 2 * id, AlarmEventKind::Clear, 10.0 * double(id) + 5), alarm});
        }
    });
    const auto ids = [&](double since, double until) {
        QString found;
        const auto alarms = reader->occurrences(test::at(since), test::at(until));
        for (const Occurrence &alarm : *alarms)
            found += QString::number(alarm.id);
        return found;
    };
    QCOMPARE(ids(0, 100), QStringLiteral("123"));
    QCOMPARE(ids(0, 10), QString());
    QCOMPARE(ids(0, 11), QStringLiteral("1"));
    QCOMPARE(ids(12, 13), QStringLiteral("1"));
    QCOMPARE(ids(16, 20), QString());
    QCOMPARE(ids(24, 31), QStringLiteral("23"));
    QCOMPARE(ids(90, 91), QStringLiteral("3"));
}

void TestStoreReader::readsSamplesOfASpan()
{
    const test::TempFolder temp;
    const SensorKey sensor{"line-a/pump1", "temperature"};
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        for (int i = 0; i < 3; ++i)
            writer.submit(SaveChunk{sensor, "°C", test::chunkOf(1024, 1024.0 * i), false});
        writer.submit(SaveTails{{{sensor, "°C", test::chunkOf(100, 3072), false}}});
        writer.submit(SaveChunk{{"line-b", "temperature"}, "K", test::chunkOf(5), false});
    });
    const auto sizes = [&](double from, double to) {
        std::vector<std::size_t> found;
        const auto chunks = reader->samples(sensor, test::at(from), test::at(to));
        for (const ChunkPtr &chunk : *chunks)
            found.push_back(chunk->size());
        return found;
    };
    using Sizes = std::vector<std::size_t>;
    QCOMPARE(sizes(0, 1e6), (Sizes{1024, 1024, 1024, 100}));
    QCOMPARE(sizes(0, 1024), (Sizes{1024})); // half-open: the second chunk starts at the bound
    QCOMPARE(sizes(1023, 1024.5), (Sizes{1024, 1024}));
    QCOMPARE(sizes(3100, 3101), (Sizes{100}));
    QCOMPARE(sizes(-10, 0), Sizes{});
    QCOMPARE(sizes(3172, 9999), Sizes{});
    QCOMPARE(*reader->newestBefore(sensor, test::at(9999)), test::at(3171));
    QCOMPARE(*reader->newestBefore(sensor, test::at(3072)), test::at(3071));
    QCOMPARE(*reader->newestBefore(sensor, test::at(0)), kNoTime);
    QCOMPARE(*reader->newestBefore({"nobody", "nothing"}, test::at(9999)), kNoTime);
    const auto chunks = reader->samples(sensor, test::at(0), test::at(10));
    QCOMPARE(chunks->front()->value, test::chunkOf(1024)->value);
    QVERIFY(!chunks->front()->levels.empty());
}

void TestStoreReader::unknownSensorsHaveNoSamples()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [](StoreWriter &) {});
    const auto chunks = reader->samples({"nobody", "nothing"}, test::at(0), test::at(9));
    QVERIFY(chunks.ok() && chunks->empty());
}

void TestStoreReader::listsSensorsWithTheirUnits()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        writer.submit(SaveChunk{{"b", "x"}, "", test::chunkOf(1), false});
        writer.submit(SaveChunk{{"a", "'; --"}, "°C", test::chunkOf(1), false});
        writer.submit(SaveChunk{{"b", "x"}, "bar", test::chunkOf(1, 10), false}); // learned its unit later
    });
    const auto sensors = reader->sensors();
    QCOMPARE(sensors->size(), std::size_t(2));
    QVERIFY((*sensors)[0].key == (SensorKey{"a", "'; --"}));
    QCOMPARE((*sensors)[0].unit, std::string("°C"));
    QCOMPARE((*sensors)[1].unit, std::string("bar"));
}

void TestStoreReader::readsAReadOnlyCopy()
{
    const test::TempFolder temp;
    stored(temp, [&](StoreWriter &writer) {
        const Occurrence alarm = test::raisedAlarm(1, 1);
        writer.submit(SaveTransition{test::eventOf(alarm, 1), alarm});
    });
    // What is left when no `-shm` can be made: the immutable way must show the same rows.
    const auto database = Database::open(temp.path("journal.db"), Database::Mode::Immutable);
    QVERIFY(database.ok());
    QCOMPARE(database->number("SELECT count(*) FROM alarm_transition").value(), 1);
    QVERIFY(!database->run("DELETE FROM session").ok());
}

void TestStoreReader::damagedRowsAreErrorsNotGuesses()
{
    const test::TempFolder temp;
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        const Occurrence alarm = test::raisedAlarm(1, 1);
        writer.submit(SaveTransition{test::eventOf(alarm, 1), alarm});
        writer.submit(SaveChunk{{"a", "x"}, "", test::chunkOf(100), false});
    });
    QVERIFY(Database::open(temp.path("journal.db"), Database::Mode::Write)->run("UPDATE occurrence SET state = 'Z'").ok());
    QCOMPARE(reader->occurrence(1).error().kind, ErrorKind::Corrupt);
    QVERIFY(Database::open(temp.path("journal.db"), Database::Mode::Write)->run("UPDATE occurrence SET state = 'B', why = '{'").ok());
    const auto state = reader->restartState(); // a run goes on without that row, and says so
    QVERIFY(state.ok() && state->open.empty());
    QCOMPARE(state->rowless.size(), std::size_t(1));
    QVERIFY2(state->unreadable.at(0).starts_with("alarm 1: "), state->unreadable[0].c_str());
    QVERIFY(Database::open(temp.path("history.db"), Database::Mode::Write)->run("UPDATE chunk SET content = substr(content, 1, 40)").ok());
    QVERIFY(reader->samples({"a", "x"}, test::at(0), test::at(9))->empty());
    QCOMPARE(reader->damagedChunks(), std::size_t{1});
}

void TestStoreReader::damagedScoresCostNoSample()
{
    const test::TempFolder temp;
    const auto chunk = test::chunkOf(100);
    const auto tail = test::chunkOf(10, 100);
    const auto reader = stored(temp, [&](StoreWriter &writer) {
        writer.submit(SaveChunk{{"a", "x"}, "", chunk, false});
        writer.submit(SaveTails{{{{"a", "x"}, "", tail, false}}});
    });
    const auto database = Database::open(temp.path("history.db"), Database::Mode::Write);
    QVERIFY(database->run("UPDATE trace SET content = zeroblob(100)").ok());
    QVERIFY(database->run("UPDATE tail SET trace = substr(trace, 1, 20)").ok());
    const auto samples = reader->samples({"a", "x"}, test::at(0), test::at(1000));
    QCOMPARE(samples->size(), std::size_t{2});
    for (const auto &[stored, written] : {std::pair(samples->at(0), chunk), std::pair(samples->at(1), tail)}) {
        QCOMPARE(stored->t, written->t);
        QCOMPARE(stored->value, written->value);
        for (const auto *floats : {&stored->score, &stored->lower, &stored->upper})
            QVERIFY(floats->size() == written->size() && std::ranges::all_of(*floats, [](float number) { return std::isnan(number); }));
    }
    QCOMPARE(reader->damagedChunks(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestStoreReader)
#include "tst_store_reader.moc"
