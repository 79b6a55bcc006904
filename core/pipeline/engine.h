// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_book.h"
#include "core/base/log.h"
#include "core/config/plant.h"
#include "core/logbook/incident_book.h"
#include "core/model/command.h"
#include "core/pipeline/asset_lane.h"
#include "core/pipeline/feed_talk.h"
#include "core/pipeline/growth_watch.h"
#include "core/pipeline/intake_queue.h"
#include "core/pipeline/past_conditions.h"
#include "core/pipeline/plant_directory.h"
#include "core/pipeline/score_shards.h"
#include "core/pipeline/sensor_lane.h"
#include "core/pipeline/suppression_watch.h"
#include "core/store/store_job.h"

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace telltale::pipeline {

/// As detect::makeDetector.
using DetectorMaker = std::function<Result<std::unique_ptr<detect::Detector>>(
    const DetectorSpec &, const std::vector<detect::ChannelSpec> &, const std::string &, const TrainedModelPtr &)>;

/// A trained model by the path that a detector's settings name. It reads files, so it is given from outside.
using ModelSource = std::function<Result<TrainedModelPtr>(const std::string &path)>;

/// Makes a feed deliver. It opens sockets, so it is given from outside.
using FeedOpener = std::function<Result<void>(const FeedSpec &feed)>;

/// Nothing of it comes any more, but for what is on its way.
using FeedCloser = std::function<void(FeedId feed)>;

struct EngineSettings {
    config::Plant plant;
    std::vector<FeedSpec> feeds;
    alarm::AlarmBook::Start start;       ///< what a former run left open
    logbook::IncidentBook incidents;     ///< as a former run left them
    std::size_t traceBudget = 2'000'000; ///< samples held in memory over all sensors, for charts
    LogSink log;
    DetectorMaker makeDetector = detect::makeDetector;
    ModelSource models;          ///< empty = there are none
    FeedOpener openFeed;         ///< empty = none can be added while running
    FeedCloser closeFeed;        ///< empty = none can be removed
    PastConditions past;         ///< empty = nothing was ever raised before
    UtcTime pastUntil = kNoTime; ///< our clock: when the former run was last alive
};

/// What a step decided, in order. The caller stores and publishes it.
struct EngineOutput {
    std::vector<alarm::Recorded> transitions;
    std::vector<store::SaveChunk> chunks;
    std::vector<CommandEcho> echoes;
    std::vector<store::SaveDefinition> definitions; ///< new versions of the configuration
    std::vector<store::SaveAudit> audits;
    std::vector<LogbookEntry> logbook;
};

/// Detection and alarms as one function of their input: the same items give the same scores and the same alarms, whatever the number of
/// shards and however the items were cut into steps. Live running, golden replays and previews all call this.
/// Thread: one (the alarm thread); it lends the detectors to `shards` inside `step`. No clock, no I/O.
class Engine {
public:
    Engine(EngineSettings settings, ScoreShards &shards);
    ~Engine();

    /// Judges items in order. `now` is used for deliveries that carry no time of their own.
    void step(std::span<const IntakeItem> items, UtcTime now, EngineOutput &output);
    /// Staleness, live timers, ends of silences. About ten times a second. `heardThrough`: everything received until then has been taken
    /// in; empty = until now. What still waits to be judged is not silence.
    void tick(UtcTime now, EngineOutput &output, std::optional<UtcTime> heardThrough = {});
    /// Our clock has moved by itself, which is kept. On: the computer has slept until `now`, and what did not come meanwhile nobody kept
    /// silent about.
    void clockMoved(Duration by, UtcTime now, EngineOutput &output);
    void command(const Command &command, UtcTime now, EngineOutput &output);
    /// RESTART transitions for what a former run left open.
    void recordRestart(UtcTime now, UtcTime lastAlive, EngineOutput &output);
    /// A condition of the program itself, for example "journal not written". Raises or clears its alarm when it changes.
    void setSystemCondition(const std::string &what, bool holds, const std::string &detail, UtcTime now, EngineOutput &output);
    /// Open tails that changed since the last call, and samples that came too late for theirs.
    [[nodiscard]] std::vector<store::SaveChunk> changedTails(std::vector<store::SaveChunk> &lateChunks);

    [[nodiscard]] PlantDirectory &directory() { return m_directory; }
    [[nodiscard]] std::span<const std::unique_ptr<SensorLane>> lanes() const { return m_lanes; }
    /// By AssetId; shorter than the structure where an asset has no sensor yet.
    [[nodiscard]] std::span<const std::unique_ptr<AssetLane>> assets() const { return m_assets; }
    [[nodiscard]] alarm::AlarmBook &book() { return m_book; }
    [[nodiscard]] const logbook::IncidentBook &incidents() const { return m_incidents; }
    /// By FeedId, also those that were removed.
    [[nodiscard]] const std::vector<FeedHealth> &feeds() const { return m_feeds; }
    [[nodiscard]] bool isRemoved(FeedId feed) const;
    /// "Now" on screen: `now`, or the newest event time when every feed that speaks has a simulated clock.
    [[nodiscard]] UtcTime screenTime(UtcTime now) const;
    [[nodiscard]] bool simulatedClock() const;

private:
    void take(const SampleBatch &batch, FeedId feed);
    void take(const wire::Describe &describe, FeedId feed);
    void take(const feed::Gap &gap, FeedId feed);
    void take(const FeedHealth &health, UtcTime now, EngineOutput &output);
    SensorLane &lane(SensorId id);
    [[nodiscard]] Result<std::unique_ptr<detect::Detector>> make(const DetectorSpec &spec, const std::vector<SensorId> &sensors,
                                                                 const SensorKey &name) const;
    [[nodiscard]] std::unique_ptr<detect::Detector> build(const DetectorSpec &spec, const std::vector<SensorId> &sensors,
                                                          const SensorKey &name);
    void readRow(SensorLane &lane, LaneReading reading);
    void judgePending(EngineOutput &output);
    void scoreShard(std::size_t shard);
    void settle(LaneReading &reading, EngineOutput &output);
    void updateState(SensorLane &lane, const LaneReading &reading);
    void judge(SensorLane &lane, const LaneReading &reading, EngineOutput &output);
    void changed(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output);
    void record(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output);
    struct Grounds {
        double score = kMissing;
        double value = kMissing;
        Explanation why;
    };
    void record(AlarmLane &lane, const alarm::ConditionChange &change, UtcTime at, Grounds grounds, EngineOutput &output);
    void define(AlarmDefinition &definition);
    // What is in the journal already: engine_repeats.cpp.
    void restore(AlarmLane &lane);
    [[nodiscard]] bool isKnown(AlarmLane &lane, const alarm::ConditionChange &change, double score, UtcTime at, EngineOutput &output);
    [[nodiscard]] bool mayBeOld(UtcTime raised) const;
    void setQuality(AlarmLane &lane, bool good, UtcTime sourceTime, UtcTime at, EngineOutput &output);
    [[nodiscard]] Explanation explain(const SensorLane &lane) const;
    [[nodiscard]] static std::uint32_t versionOf(const std::string &kind);
    // Assets as a whole: engine_assets.cpp.
    AssetLane &assetLane(AssetId id);
    void enlist(AssetLane &asset, std::span<SensorLane *const> sensors);
    bool addChannel(AssetLane &asset, SensorLane &sensor);
    void startAnew(AssetLane &asset);
    void align(AssetLane &asset, std::size_t first);
    void settle(AssetReading &reading, EngineOutput &output);
    void updateState(AssetLane &asset, const AssetReading &reading);
    void judge(AssetLane &asset, const AssetReading &reading, EngineOutput &output);
    void record(AssetLane &asset, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output);
    [[nodiscard]] Explanation explain(const AssetLane &asset) const;
    [[nodiscard]] bool takesIn(const SensorLane &lane) const;
    void takeIn(SensorLane &lane, const alarm::ConditionChange &change, UtcTime at, EngineOutput &output);
    void raiseWithheld(SensorLane &lane, const LaneReading &reading, EngineOutput &output);
    void advanceAssets(UtcTime t, UtcTime at, EngineOutput &output);
    void watchAssetStaleness(UtcTime now, EngineOutput &output);
    void closeUnjudged(const Actor &by, UtcTime now, EngineOutput &output);
    [[nodiscard]] std::optional<DetectorSpec> wantedFor(AssetId id) const;
    void sayWhoIsMissing(const AssetLane &asset);
    // Changing how things are judged: engine_configure.cpp.
    [[nodiscard]] std::vector<SensorId> judgedBy(const DetectorSpec &spec, AssetId asset) const;
    [[nodiscard]] Result<std::unique_ptr<detect::Detector>> tryOut(const command::ConfigureDetector &wanted) const;
    void configure(const command::ConfigureDetector &wanted, const Actor &actor, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void judgeSensorAnew(SensorLane &lane, std::unique_ptr<detect::Detector> detector, const Actor &by, UtcTime now, EngineOutput &output);
    void judgeAssetAnew(AssetLane &asset, const Actor &by, UtcTime now, EngineOutput &output);
    void showRecentRows(AssetLane &asset);
    [[nodiscard]] UtcTime learnedThrough(const DetectorSpec &spec) const;
    // What operators ask for: engine_command.cpp.
    void carryOut(const command::Acknowledge &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void carryOut(const command::Shelve &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void carryOut(const command::WriteLogbook &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    template <typename What>
    void carryOut(const What &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void applyToAlarms(const std::vector<AlarmKey> &alarms, const alarm::Stimulus &stimulus, EngineOutput &output);
    [[nodiscard]] std::string reasonNotToClose(std::uint64_t incident) const;
    bool write(LogbookEntry entry, EngineOutput &output, CommandEcho &echo);
    // Rules that suppress by design: engine_suppress.cpp.
    void readForRules(const SensorLane &lane, const LaneReading &reading, EngineOutput &output);
    void watchRules(UtcTime now, EngineOutput &output);
    void suppressByRules(UtcTime at, EngineOutput &output);
    void setSuppressed(const AlarmLane &lane, const std::string &rule, UtcTime at, EngineOutput &output);
    void watchSeverity(AlarmLane &lane, const Score &score, UtcTime t, UtcTime at, EngineOutput &output);
    // Feeds that come and go: engine_feeds.cpp.
    void carryOut(const command::AddFeed &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void carryOut(const command::RemoveFeed &what, const Command &command, UtcTime now, EngineOutput &output, CommandEcho &echo);
    void expect(const FeedSpec &feed, UtcTime since);
    void closeFormerFeeds(UtcTime now, EngineOutput &output);
    [[nodiscard]] FeedHealth *feedAt(const std::string &address);
    [[nodiscard]] bool isOfFeed(AssetId asset, FeedId feed) const;
    [[nodiscard]] bool hasEnded(const SensorLane &lane) const;
    [[nodiscard]] std::vector<alarm::AlarmBook::Key> alarmsOf(const FeedHealth &feed) const;
    void clearAlarmsOf(const FeedHealth &feed, const Actor &by, UtcTime now, EngineOutput &output);
    void forgetReadingsOf(FeedId feed, UtcTime now);
    // What does not happen: engine_watch.cpp.
    struct AssetSilence {
        std::string who;      ///< "silent: x, y"; empty = nobody
        bool grew = false;    ///< somebody has joined them
        bool unknown = false; ///< somebody has not been heard in this run
    };
    [[nodiscard]] Duration staleAfter(const SensorLane &lane) const;
    [[nodiscard]] bool isSilent(const SensorLane &lane, UtcTime heard) const;
    [[nodiscard]] Duration periodOf(const SensorLane &lane) const;
    [[nodiscard]] bool isLive(const SensorLane &lane) const;
    void endReadingsOf(FeedId feed, UtcTime now, EngineOutput &output);
    void forgetTheFuture(UtcTime now);
    void watchStaleness(UtcTime heard, UtcTime now, EngineOutput &output);
    void watchAssets(UtcTime heard, UtcTime now, EngineOutput &output);
    void watchFeeds(UtcTime now, EngineOutput &output);
    void tellSilence(const AssetSpec &asset, const AssetSilence &silence, UtcTime now, EngineOutput &output);
    void sayKeyReason(const FeedHealth &feed, bool raisedBefore, UtcTime now, EngineOutput &output);
    void watchNames(UtcTime now, EngineOutput &output);
    [[nodiscard]] bool conditionHolds(const alarm::AlarmBook::Key &key) const;
    void remark(const alarm::AlarmBook::Key &key, const std::string &text, UtcTime now, EngineOutput &output);
    void setCondition(AlarmDefinition definition, bool holds, const std::string &detail, UtcTime now, EngineOutput &output);
    void shareTraceBudget();
    void append(std::vector<alarm::Recorded> recorded, EngineOutput &output);

    PlantDirectory m_directory;
    alarm::AlarmBook m_book;
    ScoreShards &m_shards;
    LogSink m_log;
    DetectorMaker m_makeDetector;
    ModelSource m_models;
    FeedOpener m_openFeed;
    FeedCloser m_closeFeed;
    PastConditions m_past;
    UtcTime m_pastUntil;
    std::vector<FeedId> m_removed;
    std::size_t m_traceBudget;
    std::vector<std::unique_ptr<SensorLane>> m_lanes;          ///< by SensorId
    std::vector<std::unique_ptr<AssetLane>> m_assets;          ///< by AssetId
    std::vector<FeedHealth> m_feeds;                           ///< by FeedId
    std::vector<GrowthWatch> m_refusals;                       ///< by FeedId: frames with an asset of another feed
    std::vector<FeedTalk> m_talks;                             ///< by FeedId
    std::map<FeedId, std::set<std::string_view>> m_keyReasons; ///< that the alarm of a lost feed has said
    std::vector<UtcTime> m_expected;             ///< by FeedId: since when it might have delivered; kNoTime = before the first tick
    std::vector<LaneReading> m_pending;          ///< resolved, not yet judged
    std::vector<RowAligner::Reading> m_together; ///< for `align` alone
    std::vector<RowAligner::Row> m_rows;         ///< for `align` alone
    std::vector<AssetReading> m_pendingRows;     ///< in the order of their places among m_pending
    UtcTime m_awakeSince = kNoTime;              ///< kNoTime: it has not slept
    logbook::IncidentBook m_incidents;
    SuppressionWatch m_rules;
    std::uint64_t m_rulesApplied = std::numeric_limits<std::uint64_t>::max(); ///< revision of m_rules that the book knows of
};

} // namespace telltale::pipeline
