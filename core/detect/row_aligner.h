// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/quality.h"
#include "core/model/score.h"

#include <span>
#include <vector>

namespace telltale::detect {

/// Makes rows of an asset out of the readings of its sensors, each of which may report at its own pace. A row is complete as soon as every
/// channel has something new; when one brings its second new reading before the others came, the row is made as of just before it, with
/// what the others said last. Its time is that of its newest new reading, and times strictly increase: a row that would not be newer
/// than the one before is not made.
/// Shapes: rows have one entry per channel, in the order of the channel numbers.
/// Missing: a value older than two of its sensor's periods at the time of the row is NaN; so is a channel that never said anything.
/// While the period is unknown a new value counts whatever its age, and no value is held. Readings of one channel come in the
/// order of their times: late ones never get here. Thread: the alarm thread. Cost: O(channels) a row.
class RowAligner {
public:
    struct Reading {
        std::size_t channel = 0;
        UtcTime t = kNoTime;
        double value = kMissing;
        Quality quality = Quality::Good;
        bool gapBefore = false;
        Duration period{0}; ///< zero = unknown
    };
    struct Row {
        UtcTime t = kNoTime;
        std::vector<double> values;
        std::vector<Quality> quality;
        bool gapBefore = false; ///< of one of its new readings
    };

    /// `after`: rows are newer than this.
    explicit RowAligner(std::size_t channels = 0, UtcTime after = kNoTime) : m_held(channels), m_lastRow(after) {}

    /// Takes readings that came together, at most one a channel, and appends the rows that they complete: none, one or two.
    void add(std::span<const Reading> together, std::vector<Row> &rows);
    /// Some channel has a reading that no row shows yet.
    [[nodiscard]] bool waiting() const { return m_new > 0; }
    [[nodiscard]] UtcTime lastRow() const { return m_lastRow; }

private:
    struct Held {
        Reading reading;
        bool isNew = false;
    };
    void emitRow(std::vector<Row> &rows);

    std::vector<Held> m_held; ///< by channel
    std::size_t m_new = 0;    ///< channels with something new
    UtcTime m_lastRow;
};

} // namespace telltale::detect
