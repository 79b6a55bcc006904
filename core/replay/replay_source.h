// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/pipeline/snapshot_source.h"
#include "core/replay/replay_clock.h"

#include <memory>
#include <string>

namespace telltale::replay {

/// What a replay looks like from outside.
struct ReplayState {
    Range range;
    UtcTime position = kNoTime;
    double speed = kSlowest;
    bool paused = false;
};

/// A stretch of the past, played as if it were now: sensors, alarms, what was kept from people, transitions and the logbook as they were,
/// on a thread of its own, ten snapshots a second. It begins where something is stored. Reads the data folder and never writes; every
/// command but WatchSensors is refused; nothing sounds. What is not replayed: feeds and warm-up. Errors: `open` fails with NotFound where
/// the folder holds nothing, InvalidArgument for a range that is empty. Thread: any.
class ReplaySource final : public pipeline::SnapshotSource {
public:
    static Result<std::unique_ptr<ReplaySource>> open(const std::string &folder, Range range, double speed, const Clock &clock);
    ~ReplaySource() override;

    [[nodiscard]] SnapshotPtr latest() const override;
    [[nodiscard]] bool post(Command command) override;
    void reconnectFeeds() override {}

    [[nodiscard]] ReplayState state() const;
    void setSpeed(double speed);
    void setPaused(bool paused);
    void moveTo(UtcTime position);

private:
    struct Room;
    explicit ReplaySource(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::replay
