// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstdint>

namespace telltale::test {

/// Where the values of a publisher went, by the program's own counters. Of messages that all carry the same number of values.
struct SampleAccount {
    /// Nothing while there is no snapshot.
    SampleAccount(const SnapshotPtr &snapshot, std::uint64_t valuesPerMessage)
    {
        if (!snapshot)
            return;
        dropped = snapshot->health.droppedSamples;
        for (const SensorState &sensor : snapshot->sensors)
            judged += sensor.samples;
        for (const FeedHealth &feed : snapshot->feeds) {
            late += feed.lateRows * valuesPerMessage;
            lost += feed.lostMessages * valuesPerMessage;
            for (const auto &[reason, frames] : feed.rejects) {
                // What was left out unread is missing in the numbers, and so among the lost.
                if (reason == "overload")
                    leftOut += frames;
                else
                    refused += frames * valuesPerMessage;
            }
        }
    }

    [[nodiscard]] std::uint64_t sum() const { return judged + late + dropped + lost + refused; }

    std::uint64_t judged = 0;  ///< by a detector
    std::uint64_t late = 0;    ///< stored and not judged
    std::uint64_t dropped = 0; ///< in the queue to detection
    std::uint64_t lost = 0;    ///< before it: on the way, or left out unread
    std::uint64_t refused = 0;
    std::uint64_t leftOut = 0; ///< frames, of whatever kind, for information
};

} // namespace telltale::test
