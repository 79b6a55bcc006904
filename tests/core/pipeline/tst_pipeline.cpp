// SPDX-License-Identifier: GPL-3.0-or-later
// The threads together: a real socket in front, real database files behind.
#include "core/pipeline/pipeline.h"

#include "core/base/whole_file.h"
#include "core/config/overrides.h"
#include "core/detect/detector.h"
#include "core/store/store_reader.h"
#include "core/store/window_scan.h"
#include "tests/support/item_builders.h"
#include "tests/support/raw_database.h"
#include "tests/support/shifted_clock.h"
#include "tests/support/stored_journal.h"
#include "tests/support/zmq_publisher.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

void send(ZmqPublisher &publisher, double value)
{
    publisher.send("line-a {\"values\":{\"x\":" + std::to_string(value) + "}}");
}

PipelineSettings settingsFor(const QTemporaryDir &folder, const std::vector<std::string> &feeds)
{
    PipelineSettings settings;
    settings.plant = bandPlant({"line-a"});
    settings.extraFeeds = feeds;
    settings.dataFolder = folder.path().toStdString();
    settings.startedBy = {"operator A", "desk 1", "op"};
    settings.shards = 2;
    return settings;
}

const Occurrence *firstAlarm(const SnapshotPtr &snapshot)
{
    return snapshot && !snapshot->alarms->empty() ? &snapshot->alarms->front() : nullptr;
}

bool hasSystemAlarm(const SnapshotPtr &snapshot, const std::string &what)
{
    return snapshot && std::ranges::any_of(*snapshot->alarms, [&](const Occurrence &alarm) {
               return alarm.definition.source.asset == "system" && alarm.definition.what == what;
           });
}

} // namespace

class TestPipeline : public QObject {
    Q_OBJECT
private slots:
    void raisesAcknowledgesAndStores();
    void refusesAFeedThatIsNoAddress();
    void listensToAnAddressThatIsNamedLater();
    void stopsWhileDataFlows();
    void aChangeOfDetectorIsKeptUnderOneNumber();
    void saysThatTheOverridesAreNotInForce();
    void aRestartGoesOnCountingAlarms();
    void aSleepRaisesNothing();
    void aClockThatIsSetBackIsWrittenDownAndHidesNoSilence();
    void theStateOfAFeedIsStoredWhenItChanges();
    void aJournalThatWasChangedRaisesAnAlarm();
    void aJournalThatWasCutOffRaisesAnAlarm();
};

void TestPipeline::raisesAcknowledgesAndStores()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    std::vector<AlarmEvent> committed;
    auto settings = settingsFor(folder, {publisher.address()});
    settings.onCommitted = [&](const AlarmEvent &event) { committed.push_back(event); };
    auto pipeline = Pipeline::start(std::move(settings), clock);
    QVERIFY2(pipeline.ok(), pipeline.ok() ? "" : pipeline.error().text().c_str());
    const auto &running = *pipeline;

    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 9.0), firstAlarm(running->latest()) != nullptr), 15000);
    const Occurrence raised = *firstAlarm(running->latest());
    QCOMPARE(raised.definition.source.sensor, std::string("x"));
    QTRY_VERIFY_WITH_TIMEOUT(running->latest()->storedThrough >= raised.lastSeq, 15000);

    QVERIFY(running->post(
        {.id = 5, .actor = {"operator A", "desk 1", "op"}, .what = command::Acknowledge{{raised.id}, raised.lastSeq, "seen"}}));
    QTRY_VERIFY_WITH_TIMEOUT(!running->latest()->echoes.empty(), 15000);
    const CommandEcho echo = running->latest()->echoes.back();
    QVERIFY2(echo.accepted, echo.reason.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(running->latest()->storedThrough >= echo.lastSeq, 15000);
    running->stop();

    auto reader = store::StoreReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const auto occurrence = (*reader)->occurrence(raised.id);
    QVERIFY(occurrence.ok());
    QCOMPARE(occurrence->state, AlarmState::C);
    QCOMPARE(occurrence->ackedBy.operatorName, std::string("operator A"));
    const auto events = (*reader)->events({.since = {}, .until = {}, .occurrence = raised.id});
    QVERIFY(events.ok());
    QCOMPARE(events->front().kind, AlarmEventKind::Raise);
    QVERIFY(std::any_of(events->begin(), events->end(), [](const AlarmEvent &e) { return e.kind == AlarmEventKind::Ack; }));
    QCOMPARE(committed.size(), std::size_t(*(*reader)->eventCount()));
    QVERIFY(!(*reader)->samples({"line-a", "x"}, fromNanos(0), clock.utcNow() + std::chrono::hours{1})->empty());
}

void TestPipeline::aJournalThatWasChangedRaisesAnAlarm()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    fillJournal(folder.path().toStdString(), clock, 1, 10);
    {
        const RawDatabase database(folder.path().toStdString() + "/journal.db");
        dropTriggers(database);
        database.run("UPDATE logbook SET text = 'nothing' WHERE seq = 9");
    }
    auto pipeline = Pipeline::start(settingsFor(folder, {}), clock);
    QVERIFY(pipeline.ok());
    QTRY_VERIFY_WITH_TIMEOUT(hasSystemAlarm((*pipeline)->latest(), "journal not verified"), 15000);
    QVERIFY(!hasSystemAlarm((*pipeline)->latest(), "journal incomplete"));
    const auto events = (*pipeline)->latest()->events;
    QVERIFY(std::ranges::any_of(events, [](const AlarmEvent &event) { return event.comment.find("logbook 9") != std::string::npos; }));
}

void TestPipeline::aJournalThatWasCutOffRaisesAnAlarm()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    fillJournal(folder.path().toStdString(), clock, 1, 10);
    {
        const RawDatabase database(folder.path().toStdString() + "/journal.db");
        dropTriggers(database);
        database.run("DELETE FROM chain WHERE n > 30");
    }
    auto pipeline = Pipeline::start(settingsFor(folder, {}), clock);
    QVERIFY(pipeline.ok());
    QTRY_VERIFY_WITH_TIMEOUT(hasSystemAlarm((*pipeline)->latest(), "journal incomplete"), 15000);
}

void TestPipeline::refusesAFeedThatIsNoAddress()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    const auto pipeline = Pipeline::start(settingsFor(folder, {"nowhere"}), clock);
    QVERIFY(!pipeline.ok());
    QCOMPARE(pipeline.error().kind, ErrorKind::InvalidArgument);
}

void TestPipeline::listensToAnAddressThatIsNamedLater()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    auto pipeline = Pipeline::start(settingsFor(folder, {}), clock);
    QVERIFY(pipeline.ok());
    const auto &running = *pipeline;
    const Actor actor{"operator A", "desk 1", "op"};
    QVERIFY(running->post({.id = 1, .actor = actor, .what = command::AddFeed{"nowhere"}}));
    QVERIFY(running->post({.id = 2, .actor = actor, .what = command::AddFeed{publisher.address()}}));
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 9.0), firstAlarm(running->latest()) != nullptr), 15000);
    const SnapshotPtr seen = running->latest();
    QCOMPARE(seen->echoes.size(), std::size_t(2));
    QVERIFY(!seen->echoes[0].accepted);
    QVERIFY(seen->echoes[1].accepted);
    QCOMPARE(seen->feeds.size(), std::size_t(1));
    QCOMPARE(seen->feeds[0].address, publisher.address());
    running->reconnectFeeds();
    running->stop();
}

void TestPipeline::stopsWhileDataFlows()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    auto pipeline = Pipeline::start(settingsFor(folder, {publisher.address()}), clock);
    QVERIFY(pipeline.ok());
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), (*pipeline)->latest() && (*pipeline)->latest()->sensors[0].samples > 3), 15000);
    const auto before = (*pipeline)->latest()->sensors[0].samples;
    for (int i = 0; i < 5000; ++i)
        send(publisher, 0.1);
    (*pipeline)->stop();
    QVERIFY((*pipeline)->latest()->sensors[0].samples >= before);
    (*pipeline)->stop();
}

void TestPipeline::aChangeOfDetectorIsKeptUnderOneNumber()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    auto settings = settingsFor(folder, {publisher.address()});
    settings.plant.sourceText = "the plant file";
    settings.overridesFile = folder.filePath("p.overrides.toml").toStdString();
    const auto again = settings;
    {
        auto pipeline = Pipeline::start(std::move(settings), clock);
        QVERIFY(pipeline.ok());
        const auto &running = *pipeline;
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), running->latest() && running->latest()->sensors[0].samples > 0), 15000);
        const DetectorSpec wanted{"band", {{"k", 9.0}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
        QVERIFY(running->post(
            {.id = 5, .actor = {"operator A", "desk 1", "op"}, .what = command::ConfigureDetector{{"line-a", "x"}, wanted, "quieter"}}));
        QTRY_COMPARE_WITH_TIMEOUT(running->latest()->structure->configurationVersion, 2U, 15000);
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 20.0), firstAlarm(running->latest()) != nullptr), 15000);
        QCOMPARE(firstAlarm(running->latest())->why.definitionVersion, 2U);
        running->stop();
    }
    auto reader = store::StoreReader::open(folder.path().toStdString());
    QVERIFY(reader.ok());
    const auto former = (*reader)->restartState();
    QVERIFY(former.ok());
    QCOMPARE(former->definitions.size(), std::size_t(2));
    QCOMPARE(former->definitions[0].name, std::string("detectors"));
    QCOMPARE(former->definitions[0].version, 2U);
    QCOMPARE(readWholeFile(again.overridesFile, 1000).value(), former->definitions[0].content);
    const auto next = config::withOverrides(again.plant, again.overridesFile, detect::catalog());
    auto settingsNext = again;
    settingsNext.plant = std::get<config::Plant>(next);
    auto pipeline = Pipeline::start(settingsNext, clock);
    QVERIFY(pipeline.ok());
    QTRY_VERIFY_WITH_TIMEOUT((*pipeline)->latest() != nullptr, 15000);
    QCOMPARE((*pipeline)->latest()->structure->configurationVersion, 2U);
}

void TestPipeline::saysThatTheOverridesAreNotInForce()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    auto settings = settingsFor(folder, {});
    settings.overridesProblem = "p.overrides.toml:3 kind: no such detector";
    auto pipeline = Pipeline::start(std::move(settings), clock);
    QVERIFY(pipeline.ok());
    QTRY_VERIFY_WITH_TIMEOUT(firstAlarm((*pipeline)->latest()) != nullptr, 15000);
    QCOMPARE(firstAlarm((*pipeline)->latest())->definition.what, std::string("configuration not read"));
}

void TestPipeline::aRestartGoesOnCountingAlarms()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    const ZmqPublisher nobody; // it never sends
    std::uint32_t before = 0;
    {
        ZmqPublisher publisher;
        const auto first = Pipeline::start(settingsFor(folder, {publisher.address()}), clock);
        QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 9.0), firstAlarm((*first)->latest()) != nullptr), 15000);
        before = (*first)->latest()->raisesLast10Min;
        (*first)->stop();
    }
    QVERIFY(before > 0);
    const auto second = Pipeline::start(settingsFor(folder, {nobody.address()}), clock);
    QTRY_VERIFY_WITH_TIMEOUT((*second)->latest() != nullptr, 15000);
    QVERIFY((*second)->latest()->raisesLast10Min >= before);
}

void TestPipeline::aSleepRaisesNothing()
{
    QTemporaryDir folder;
    ShiftedClock clock;
    ZmqPublisher publisher;
    auto pipeline = Pipeline::start(settingsFor(folder, {publisher.address()}), clock);
    QVERIFY(pipeline.ok());
    const auto &running = *pipeline;
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), running->latest() && running->latest()->sensors[0].samples > 0), 15000);
    clock.sleep(std::chrono::hours{1});
    QTRY_VERIFY_WITH_TIMEOUT(running->latest()->sensors[0].stale, 15000);
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), !running->latest()->sensors[0].stale), 15000);
    QCOMPARE(firstAlarm(running->latest()), nullptr);
}

void TestPipeline::aClockThatIsSetBackIsWrittenDownAndHidesNoSilence()
{
    QTemporaryDir folder;
    ShiftedClock clock;
    ZmqPublisher publisher;
    auto pipeline = Pipeline::start(settingsFor(folder, {publisher.address()}), clock);
    QVERIFY(pipeline.ok());
    const auto &running = *pipeline;
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), running->latest() && running->latest()->sensors[0].samples > 0), 15000);
    clock.sleep(-std::chrono::hours{1});
    QTRY_VERIFY_WITH_TIMEOUT(running->latest()->sensors[0].stale, 15000);
    running->stop();
    const RawDatabase journal(folder.path().toStdString() + "/journal.db");
    QCOMPARE(journal.number("SELECT count(*) FROM audit WHERE what = 'clock' AND detail LIKE '%set back by 3600 s'"), 1);
}

void TestPipeline::theStateOfAFeedIsStoredWhenItChanges()
{
    QTemporaryDir folder;
    const SystemClock clock{};
    ZmqPublisher publisher;
    auto pipeline = Pipeline::start(settingsFor(folder, {publisher.address()}), clock);
    QVERIFY(pipeline.ok());
    const auto &running = *pipeline;
    QTRY_VERIFY_WITH_TIMEOUT((send(publisher, 0.0), running->latest() && running->latest()->sensors[0].samples > 0), 15000);
    const std::uint64_t seen = running->latest()->number;
    QTRY_VERIFY_WITH_TIMEOUT(running->latest()->number > seen + 3, 15000);
    const UtcTime before = clock.utcNow();
    const auto storedAsLive = [&] {
        bool live = false;
        store::WindowVisitor visitor;
        visitor.health = [&](UtcTime at, const FeedHealth &health) { live = live || (at <= before && health.state == FeedState::Live); };
        const store::ScanWindow hour{.from = before - std::chrono::hours{1}, .to = before + std::chrono::hours{1}};
        return store::scanWindow(folder.path().toStdString(), hour, visitor).ok() && live;
    };
    QTRY_VERIFY_WITH_TIMEOUT(storedAsLive(), 20000); // rows wait some seconds for their disk
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
