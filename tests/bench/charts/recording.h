// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/time_intervals.h"

#include <vector>

namespace telltale::bench {

/// A sensor's made-up past and what the next snapshots bring: a slow wave with noise, and spikes that a detector marked.
struct Recording {
    SensorSpec sensor;
    std::vector<ChunkPtr> history;   ///< sealed
    std::vector<SensorTrace> frames; ///< each a few samples longer than the one before
    Duration step{0};

    [[nodiscard]] std::int64_t newest(std::size_t frame) const { return frames[frame % frames.size()].tail->t.back(); }
};

struct RecordingShape {
    std::size_t samples = 0; ///< of the past
    bool band = false;
    std::size_t anomalies = 0; ///< spread evenly over the past
};

inline constexpr Duration kStep = std::chrono::milliseconds{100};

[[nodiscard]] Recording record(const RecordingShape &shape);
/// A value at the i-th position; the same at every call.
[[nodiscard]] double madeUpValue(std::size_t i);

/// What a chart shows of a recording, frame by frame, whichever program draws it.
struct Scene {
    enum class Motion {
        Live,  ///< new samples at the right edge, the axis says how long ago
        Panned ///< samples stand still, the range moves by a pixel or so and all labels with it
    };
    const Recording *recording = nullptr;
    Duration window{0};
    Motion motion = Motion::Live;

    [[nodiscard]] ui::TimeInterval interval(std::size_t frame) const;
};

inline Duration lengthOf(std::size_t samples)
{
    return kStep * static_cast<std::int64_t>(samples);
}

} // namespace telltale::bench
