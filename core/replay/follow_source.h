// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/plant.h"
#include "core/pipeline/snapshot_source.h"

#include <functional>
#include <memory>
#include <string>

namespace telltale::replay {

/// How old what is shown is. Times: of the writer's clock.
struct FollowState {
    UtcTime alive = kNoTime; ///< its newest sign of life; kNoTime = none yet
    bool silent = true;      ///< none for longer than three of them may be apart: nobody writes
    std::string problem;     ///< why the newest reading failed, for people; empty = it did not
};

/// The present of a plant that another program watches, as that one stores it: alarms and what people do with them, incidents, samples and
/// feeds, read once a second on a thread of its own, at most some seconds after it happened. Never writes and never holds the writer up;
/// every command but WatchSensors is refused; nothing sounds. "Now" is what the newest of it is about, not what the clock on the wall says.
/// Errors: `open` says what was expected in the folder and found (NotFound, Io), or as StoreReader. Thread: any.
class FollowSource final : public pipeline::SnapshotSource {
public:
    /// Called for every transition that was recorded since the start, in order, on the thread that reads.
    using Arrived = std::function<void(const AlarmEvent &)>;
    static Result<std::unique_ptr<FollowSource>> open(const std::string &folder, const Clock &clock, Arrived arrived = {});
    ~FollowSource() override;

    [[nodiscard]] SnapshotPtr latest() const override;
    [[nodiscard]] bool post(Command command) override;
    void reconnectFeeds() override; ///< reads at once
    [[nodiscard]] FollowState state() const;
    /// As the journal's newest texts describe it; empty where it has none.
    [[nodiscard]] const config::Plant &plant() const;

private:
    struct Room;
    explicit FollowSource(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::replay
