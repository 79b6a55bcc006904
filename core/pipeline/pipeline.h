// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/config/plant.h"
#include "core/pipeline/snapshot_source.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale::pipeline {

struct PipelineSettings {
    config::Plant plant;
    std::vector<std::string> extraFeeds; ///< addresses besides the plant file's
    std::string dataFolder;
    bool insecure = false;        ///< feeds of other computers also without encryption
    bool readOnly = false;        ///< writes nothing, whoever else does
    std::string overridesFile;    ///< where detectors chosen while running are written to; empty = they last until the end of this run
    std::string overridesProblem; ///< why what was written there is not in force; an alarm says so
    Actor startedBy;
    std::size_t shards = 0;           ///< 0 = one less than the computer's cores, at least 1, at most 4
    std::size_t queueCapacity = 4096; ///< batches in queue A
    /// Called for every transition once it is committed, in order, on the alarm thread (and on the stopping thread at the end).
    std::function<void(const AlarmEvent &)> onCommitted;
    LogSink log;
};

/// The running program without a screen: feeds on their threads (T1), detection and alarms (T2), the store (T3), and the snapshots in
/// between. Errors: `start` fails when the data folder cannot be used or a feed address is wrong; a folder that another instance writes, or
/// a disk that is full, is no failure: monitoring runs and the snapshots say that nothing is written. Thread: `latest`, `post` and
/// `reconnectFeeds` from any; `start` and `stop` from one. Shut-down order: feeds, queue A, tails, store.
class Pipeline final : public SnapshotSource {
public:
    static Result<std::unique_ptr<Pipeline>> start(PipelineSettings settings, const Clock &clock);
    ~Pipeline() override; ///< stops

    [[nodiscard]] SnapshotPtr latest() const override;
    [[nodiscard]] bool post(Command command) override;
    void reconnectFeeds() override;
    [[nodiscard]] std::string stalled() const override;
    void noteScreen() override;
    void endScreen() override;
    /// The publisher at that address has sent all that it had: its feed ends, it is not lost. Thread: any.
    void endFeed(const std::string &address);
    /// Ends everything in order; what was decided is committed before it returns (or the disk stays full for good).
    void stop();

private:
    struct Room;
    explicit Pipeline(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::pipeline
