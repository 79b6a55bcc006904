// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <functional>
#include <vector>

namespace telltale::replay {

/// Stored samples of a sensor that touch [from, to), oldest first; empty where there are none or they cannot be read.
using SampleReader = std::function<std::vector<ChunkPtr>(const SensorKey &, UtcTime from, UtcTime to)>;

/// The samples of all sensors as they had come in at any moment of the past. Reads ahead in pieces of some minutes, and forgets what lies
/// an hour behind. Thread: one. Memory: about an hour of every sensor, at 60 times the speed ten minutes more.
class ReplaySamples {
public:
    static constexpr Duration kBehind = std::chrono::minutes{60}; ///< how much of the past is kept

    ReplaySamples(std::vector<SensorSpec> sensors, SampleReader reader);

    /// Where the replay is; `ahead`: how much event time to have at hand.
    void moveTo(UtcTime position, Duration ahead);
    /// One more sensor: its number is how many there were.
    void add(const SensorKey &sensor);
    /// For a present that is still being written, instead of `moveTo`: takes over what the stored tails have become since. `since`: how
    /// far back a sensor is read whose samples are not known yet.
    void readNewest(UtcTime since);
    /// Of all sensors; kNoTime = there are none.
    [[nodiscard]] UtcTime newest() const;
    /// After `readNewest`: what the present is.
    void setPresent(UtcTime position);
    /// The newest of a sensor at the position. Stale after max(2 s, 3 periods), as its samples before show them.
    [[nodiscard]] SensorState state(SensorId sensor) const;
    [[nodiscard]] SensorTrace trace(SensorId sensor) const;

private:
    struct Track {
        SensorKey key;
        std::vector<ChunkPtr> chunks; ///< by the time of their first sample
    };
    [[nodiscard]] bool isCovered(UtcTime to) const;
    void readAnew();
    void readOn(UtcTime to);
    void read(Track &track, UtcTime from, UtcTime to);
    void forgetOld();

    std::vector<Track> m_tracks; ///< by SensorId
    SampleReader m_reader;
    UtcTime m_position = kNoTime;
    UtcTime m_readFrom = kNoTime;
    UtcTime m_readTo = kNoTime;
};

} // namespace telltale::replay
