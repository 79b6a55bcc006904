// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/pipeline.h"

#include "core/base/bounded_queue.h"
#include "core/base/latest_slot.h"
#include "core/base/thread_name.h"
#include "core/modelfile/model_reader.h"
#include "core/pipeline/alarm_lane.h"
#include "core/pipeline/commit_announcer.h"
#include "core/pipeline/configuration_keeper.h"
#include "core/pipeline/configuration_version.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/feed_crew.h"
#include "core/pipeline/former_run.h"
#include "core/pipeline/heartbeat_writer.h"
#include "core/pipeline/intake_queue.h"
#include "core/pipeline/journal_watch.h"
#include "core/pipeline/latency_meter.h"
#include "core/pipeline/sleep_watch.h"
#include "core/pipeline/snapshot_builder.h"
#include "core/pipeline/thread_watch.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace telltale::pipeline {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kItemsPerStep = 256;
constexpr std::size_t kInbox = 256;
constexpr auto kPoll = 20ms;
constexpr auto kTick = 100ms;
constexpr auto kSnapshot = 100ms;
constexpr auto kUrgentSnapshot = 20ms; ///< after an alarm moved, or is on disk
constexpr auto kTails = 4s;            ///< with the writer's own delay below the promised 5 s
constexpr auto kHealth = 10s;
constexpr auto kFeedPatience = 10s; ///< with a feed whose thread stands still, before another takes its place

/// True at most once per period. Units: steady time.
class Every {
public:
    explicit Every(SteadyTime::duration period) : m_period(period) {}
    bool due(SteadyTime now)
    {
        if (now - m_last < m_period)
            return false;
        m_last = now;
        return true;
    }

private:
    SteadyTime::duration m_period;
    SteadyTime m_last{};
};

std::size_t chooseShards(std::size_t wanted)
{
    if (wanted > 0)
        return wanted;
    const std::size_t cores = std::thread::hardware_concurrency();
    return std::clamp<std::size_t>(cores > 1 ? cores - 1 : 1, 1, 4);
}

std::vector<FeedSpec> feedsOf(const PipelineSettings &settings)
{
    std::vector<FeedSpec> feeds;
    const auto add = [&](const std::string &address, FeedOrigin origin) {
        const bool known = std::any_of(feeds.begin(), feeds.end(), [&](const FeedSpec &feed) { return feed.address == address; });
        if (!known)
            feeds.push_back({FeedId{static_cast<std::uint32_t>(feeds.size())}, address, origin});
    };
    for (const auto &entry : settings.plant.feeds)
        add(entry.address, FeedOrigin::PlantFile);
    for (const auto &address : settings.extraFeeds)
        add(address, FeedOrigin::CommandLine);
    return feeds;
}

std::unordered_set<SensorKey> declaredSensors(const config::Plant &plant)
{
    std::unordered_set<SensorKey> declared;
    for (const auto &asset : plant.assets) {
        for (const auto &sensor : asset.sensors)
            declared.insert({asset.path, sensor.name});
    }
    return declared;
}

EngineSettings engineSettings(const PipelineSettings &settings, const store::RestartState &former, FeedCrew &feeds)
{
    EngineSettings engine;
    engine.plant = settings.plant;
    engine.feeds = feedsOf(settings);
    engine.start = {former.lastSeq, former.lastOccurrence, former.open, former.suppressed, former.raises};
    engine.incidents = logbook::IncidentBook(former.incidents, former.lastSubject);
    engine.log = settings.log;
    engine.models = [reader = std::make_shared<modelfile::ModelReader>()](const std::string &path) { return reader->read(path); };
    engine.openFeed = [&feeds](const FeedSpec &spec) { return feeds.add(spec); };
    if (former.lastSeq > 0)
        engine.past = pastConditions(settings.dataFolder);
    engine.pastUntil = former.lastAlive;
    engine.closeFeed = [&feeds](FeedId feed) { feeds.close(feed); };
    return engine;
}

} // namespace

/// The threads and what they share. Members are in the order of the street; they end in the opposite one.
struct Pipeline::Room {
    Room(PipelineSettings given, const Clock &time, std::unique_ptr<ThreadWatch> pulses, std::unique_ptr<store::StoreWriter> writer,
         const store::RestartState &former)
        : settings(std::move(given))
        , clock(time)
        , threads(std::move(pulses))
        , alarmPulse(threads->add("alarms"))
        , screenPulse(threads->add("screen"))
        , heartbeat(settings.log)
        , store(std::move(writer))
        , intake(settings.queueCapacity)
        , inbox(kInbox)
        , feeds(declaredSensors(settings.plant), feedSecurity(settings.plant, settings.dataFolder, settings.insecure), intake, *threads,
                time, settings.log)
        , shards(chooseShards(settings.shards), threads.get())
        , engine(engineSettings(settings, former, feeds), shards)
        , announcer(settings.onCommitted)
        , configuration(settings.overridesFile)
        , journalWatch(settings.log)
        , lastAlive(former.lastAlive)
        , startedAt(time.steadyNow())
    {
    }

    Result<void> openFeeds();
    void startThreads();
    void stop();

    void runAlarms();
    void takeStep();
    void takeCommands();
    void watchFiles();
    void watchJournal(UtcTime now, EngineOutput &output);
    void watchThreads(UtcTime now, EngineOutput &output);
    [[nodiscard]] Heartbeat signOfLife() const;
    [[nodiscard]] std::string stalled() const;
    void hand(EngineOutput output);
    void storeTails();
    void storeHealth();
    [[nodiscard]] bool feedsMoved() const;
    void publish();
    [[nodiscard]] PipelineHealth health() const;

    PipelineSettings settings;
    const Clock &clock;
    std::unique_ptr<ThreadWatch> threads;
    PulsePtr alarmPulse;
    PulsePtr screenPulse;
    HeartbeatWriter heartbeat;
    std::unique_ptr<store::StoreWriter> store;
    IntakeQueue intake;          // queue A: may drop, and says so
    BoundedQueue<Command> inbox; // queue C: refuses when full
    LatestSlot<Snapshot> slot;
    FeedCrew feeds;
    std::thread alarmThread;

    // Owned by the alarm thread from here on.
    ScoreShards shards;
    Engine engine;
    SnapshotBuilder snapshots;
    CommitAnnouncer announcer;
    ConfigurationKeeper configuration; // the journal has every version; this file has the newest, for the next start
    JournalWatch journalWatch;
    LatencyMeter latency;
    SleepWatch sleep;
    std::vector<UtcTime> unpublished; ///< receive times of batches that no snapshot shows yet
    UtcTime lastAlive;
    SteadyTime startedAt;
    EventSeq lastDecided = 0;
    EventSeq shownStored = 0;
    bool alarmsMoved = false;
    Every tickDue{kTick};
    Every snapshotDue{kSnapshot};
    Every urgentSnapshotDue{kUrgentSnapshot};
    Every tailsDue{kTails};
    Every healthDue{kHealth};
    UtcTime heardThrough = kNoTime;      ///< everything received until then has been judged
    std::vector<FeedState> storedStates; ///< of the feeds, when their health was last stored
    bool stopped = false;
};

Result<void> Pipeline::Room::openFeeds()
{
    for (const FeedSpec &spec : engine.directory().structure().feeds) {
        if (auto added = feeds.add(spec); !added)
            return added.error();
    }
    return {};
}

void Pipeline::Room::startThreads()
{
    if (store->state() != JournalState::ReadOnly)
        journalWatch.start(settings.dataFolder);
    alarmThread = std::thread([this] {
        nameThread("alarms");
        runAlarms();
    });
    feeds.start();
    threads->start();
    if (store->state() != JournalState::ReadOnly)
        heartbeat.start(heartbeatPath(settings.dataFolder), [this] { return signOfLife(); });
}

void Pipeline::Room::stop()
{
    if (std::exchange(stopped, true))
        return;
    heartbeat.stop();
    threads->stop();
    journalWatch.stop();
    feeds.stop();
    intake.close();
    if (alarmThread.joinable())
        alarmThread.join();
    store->close();
    announcer.announceThrough(store->storedThrough());
}

void Pipeline::Room::runAlarms()
{
    heardThrough = clock.utcNow();
    EngineOutput restart;
    engine.recordRestart(clock.utcNow(), lastAlive, restart);
    hand(std::move(restart));
    publish();
    while (!intake.drained()) {
        alarmPulse->beat();
        takeStep();
        takeCommands();
        const SteadyTime now = clock.steadyNow();
        if (tickDue.due(now))
            watchFiles();
        if (tailsDue.due(now))
            storeTails();
        if (healthDue.due(now) || feedsMoved())
            storeHealth();
        announcer.announceThrough(store->storedThrough());
        const bool urgent = alarmsMoved || store->storedThrough() != shownStored;
        if (snapshotDue.due(now) || (urgent && urgentSnapshotDue.due(now)))
            publish();
    }
    alarmPulse->rest();
    takeCommands();
    storeTails();
    storeHealth();
    publish();
}

void Pipeline::Room::takeStep()
{
    const auto items = intake.take(kItemsPerStep, kPoll);
    const UtcTime before = clock.utcNow(); // what comes from here on is younger
    const bool all = intake.size() == 0;
    if (all)
        heardThrough = before;
    for (const IntakeItem &item : items) {
        if (const auto *batch = std::get_if<SampleBatch>(&item.what)) {
            unpublished.push_back(batch->received);
            heardThrough = all ? heardThrough : batch->received;
        }
    }
    if (items.empty())
        return;
    EngineOutput output;
    engine.step(items, clock.utcNow(), output);
    hand(std::move(output));
}

void Pipeline::Room::takeCommands()
{
    for (Command &command : inbox.popMany(kInbox)) {
        if (auto *watch = std::get_if<command::WatchSensors>(&command.what)) {
            snapshots.watch(std::move(watch->sensors));
            alarmsMoved = true;
            continue;
        }
        EngineOutput output;
        if (store->state() == JournalState::Writing)
            engine.command(command, clock.utcNow(), output);
        else
            output.echoes.push_back({command.id, false, "nothing can be written to the journal: " + store->stateDetail(), 0});
        hand(std::move(output));
    }
}

void Pipeline::Room::watchFiles()
{
    EngineOutput output;
    const UtcTime now = clock.utcNow();
    if (const Duration by = sleep.step(now, clock.steadyNow()); by != Duration::zero())
        engine.clockMoved(by, now, output);
    engine.tick(now, output, heardThrough);
    watchJournal(now, output);
    watchThreads(now, output);
    engine.setSystemCondition("configuration not read", !settings.overridesProblem.empty(), settings.overridesProblem, now, output);
    const std::string unwritten = configuration.problem();
    engine.setSystemCondition("configuration not written", !unwritten.empty(), unwritten, now, output);
    hand(std::move(output));
}

/// An instance that may only read does not raise alarms about what another one writes.
void Pipeline::Room::watchJournal(UtcTime now, EngineOutput &output)
{
    if (store->state() == JournalState::ReadOnly)
        return;
    engine.setSystemCondition("journal not written", store->state() == JournalState::Failing, store->stateDetail(), now, output);
    const std::string shortage = store->shortage();
    engine.setSystemCondition("disk full", !shortage.empty(), shortage, now, output);
    const std::string notice = store->notice();
    engine.setSystemCondition("journal incomplete", !notice.empty(), notice, now, output);
    if (journalWatch.finished())
        engine.setSystemCondition("journal not verified", !journalWatch.problem().empty(), journalWatch.problem(), now, output);
}

/// The alarm thread itself and the screen cannot report that they stand still; the window and the heartbeat do, and here it is noted.
void Pipeline::Room::watchThreads(UtcTime now, EngineOutput &output)
{
    for (const ThreadWatch::Stall &ended : threads->takeEnded())
        output.audits.push_back({now, kProgram, "stall", "stood still: " + ended.text()});
    for (const std::string &address : feeds.replaceStalled(kFeedPatience))
        output.audits.push_back({now, kProgram, "stall", "stood still and was begun anew: feed " + address});
    std::string others;
    for (const ThreadWatch::Stall &stall : threads->stalls())
        if (stall.thread != alarmPulse->name() && stall.thread != screenPulse->name())
            others += (others.empty() ? "" : ", ") + stall.text();
    engine.setSystemCondition("a part stands still", !others.empty(), others, now, output);
}

Heartbeat Pipeline::Room::signOfLife() const
{
    constexpr std::array<const char *, 3> kJournal{"writing", "failing", "read-only"};
    return {clock.utcNow(), ::getpid(), stalled(), kJournal[static_cast<std::size_t>(store->state())], store->storedThrough()};
}

std::string Pipeline::Room::stalled() const
{
    std::string text;
    for (const ThreadWatch::Stall &stall : threads->stalls())
        text += (text.empty() ? "" : ", ") + stall.text();
    return text;
}

void Pipeline::Room::hand(EngineOutput output)
{
    snapshots.note(output);
    alarmsMoved = alarmsMoved || !output.transitions.empty() || !output.echoes.empty() || !output.logbook.empty();
    for (auto &recorded : output.transitions) {
        announcer.hold(recorded.event);
        lastDecided = recorded.event.seq;
        store->submit(store::SaveTransition{std::move(recorded.event), std::move(recorded.occurrence), std::move(recorded.suppression)});
    }
    for (LogbookEntry &entry : output.logbook) {
        lastDecided = entry.seq;
        store->submit(store::SaveLogbook{std::move(entry)});
    }
    for (auto &chunk : output.chunks)
        store->submit(std::move(chunk));
    for (auto &audit : output.audits)
        store->submit(std::move(audit));
    for (auto &definition : output.definitions) {
        configuration.keep(definition.content);
        store->submit(std::move(definition));
    }
}

void Pipeline::Room::storeTails()
{
    std::vector<store::SaveChunk> late;
    store::SaveTails tails{engine.changedTails(late)};
    for (auto &chunk : late)
        store->submit(std::move(chunk));
    if (!tails.tails.empty())
        store->submit(std::move(tails));
    store->submit(store::SaveHeartbeat{clock.utcNow()});
}

void Pipeline::Room::storeHealth()
{
    const std::vector<FeedState> before = std::exchange(storedStates, {});
    for (const FeedHealth &feed : engine.feeds()) {
        const std::size_t place = storedStates.size();
        storedStates.push_back(feed.state);
        // Of one that was removed the last word is that it is.
        if (!engine.isRemoved(feed.feed) || place >= before.size() || before[place] != feed.state)
            store->submit(store::SaveFeedHealth{clock.utcNow(), feed});
    }
}

/// An outage is counted from the row that says so to the row that says it is over.
bool Pipeline::Room::feedsMoved() const
{
    return !std::ranges::equal(engine.feeds(), storedStates, {}, &FeedHealth::state);
}

PipelineHealth Pipeline::Room::health() const
{
    PipelineHealth health;
    health.queued = intake.size();
    health.queueCapacity = intake.capacity();
    health.droppedBatches = intake.droppedBatches();
    health.droppedSamples = intake.droppedSamples();
    health.storeQueued = store->queued();
    health.journal = store->state();
    health.journalDetail = store->stateDetail();
    health.unsavedEvents = lastDecided - std::min(lastDecided, store->storedThrough());
    std::tie(health.latencyP50Ms, health.latencyP99Ms) = latency.percentiles();
    health.uptime = clock.steadyNow() - startedAt;
    return health;
}

void Pipeline::Room::publish()
{
    const UtcTime now = clock.utcNow();
    for (const UtcTime received : std::exchange(unpublished, {}))
        latency.add(now - received);
    shownStored = store->storedThrough();
    slot.store(snapshots.build(engine, {now, shownStored, health()}));
    alarmsMoved = false;
}

Result<std::unique_ptr<Pipeline>> Pipeline::start(PipelineSettings settings, const Clock &clock)
{
    store::StoreWriter::Settings storing;
    storing.folder = settings.dataFolder;
    storing.readOnly = settings.readOnly;
    storing.retention = settings.plant.retention;
    if (std::string &archive = storing.retention.archiveFolder; !archive.empty() && archive.front() != '/')
        archive = settings.dataFolder + '/' + archive;
    auto threads = std::make_unique<ThreadWatch>(clock, settings.log);
    storing.pulse = threads->add("store");
    auto writer = store::StoreWriter::open(storing, clock, settings.log);
    if (!writer)
        return writer.error();
    const auto former = readFormerRun(settings.dataFolder);
    if (!former)
        return former.error();
    for (const std::string &problem : former->problems)
        (*writer)->remember(problem);
    ConfigurationStart configuration = configurationAtStart(settings.plant, former->state.definitions, settings.startedBy, clock.utcNow());
    settings.plant.version = configuration.version;
    for (auto &text : configuration.changed)
        (*writer)->submit(std::move(text));
    (*writer)->submit(store::SaveAudit{clock.utcNow(), settings.startedBy, "start", {}});
    auto room = std::make_unique<Room>(std::move(settings), clock, std::move(threads), std::move(*writer), former->state);
    if (auto opened = room->openFeeds(); !opened)
        return opened.error();
    room->startThreads();
    return std::unique_ptr<Pipeline>(new Pipeline(std::move(room)));
}

Pipeline::Pipeline(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

Pipeline::~Pipeline()
{
    stop();
}

SnapshotPtr Pipeline::latest() const
{
    return m_room->slot.load();
}

bool Pipeline::post(Command command)
{
    return m_room->inbox.tryPush(std::move(command));
}

void Pipeline::reconnectFeeds()
{
    m_room->feeds.reconnect();
}

std::string Pipeline::stalled() const
{
    return m_room->stalled();
}

void Pipeline::noteScreen()
{
    m_room->screenPulse->beat();
}

void Pipeline::endScreen()
{
    m_room->screenPulse->rest();
}

void Pipeline::endFeed(const std::string &address)
{
    m_room->feeds.end(address);
}

void Pipeline::stop()
{
    m_room->stop();
}

} // namespace telltale::pipeline
