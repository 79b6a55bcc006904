// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/retention.h"
#include "core/store/archive_folder.h"
#include "core/store/chunk_rows.h"
#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace telltale::store {

/// The work on history.db that has time: summing up chunks that are in no roll-up yet (of an older schema, of a former run's tail,
/// imported), giving up traces and samples that are old enough, the samples to an archive first, and giving freed pages back to the disk.
/// In steps of some milliseconds, so that whoever waits for the thread hardly waits; only a step that comes to an archive for the first
/// time in a run takes longer (see ArchiveFolder). A step that fails changes nothing; it is tried again
/// with the next pass. Nothing is given up that is not in the archive, where there is to be one. Thread: T3.
///
/// Age is counted back from the begin of the sensor's last but one sealed chunk, of those that do not begin in the future of the clock: one
/// wrong time, wherever it lies, can be the begin of one chunk only and makes nothing old, and no number of times in the future does. What
/// was recorded in the past is judged by itself, as if it were now. So a sensor keeps up to two chunks more than was asked for, and one
/// whose data is ahead of the clock keeps all of that; sensors more than a day ahead are said once in a run. What cannot be told from the
/// truth: two chunks and more that begin at wrong times of the past in a recording that is older than they are, or a clock of this computer
/// that is ahead while two chunks of its times were sealed.
class HistoryUpkeep {
public:
    /// What was done and what failed, for log and audit trail.
    using Say = std::function<void(const std::string &text)>;
    static constexpr std::chrono::minutes kBetweenPasses{10};

    HistoryUpkeep(Retention retention, const Clock &clock, Say say);

    /// One step. True when there is more to be done at once. Errors: of the history file; those of the archive are only said.
    Result<bool> step(const Database &database);

private:
    struct Sensor {
        std::int64_t id = 0;
        std::int64_t ageFrom = 0; ///< nanoseconds since 1970; what is older than the retention, seen from there, may go
        std::int64_t tracesFrom = 0;
    };

    Result<bool> sumUp(const Database &database);
    Result<bool> visit(const Database &database);
    Result<bool> dropTraces(const Database &database);
    Result<bool> dropSamples(const Database &database);
    Result<bool> givePagesBack(const Database &database);
    Result<bool> nextSensor(const Database &database);
    Result<std::vector<ChunkRow>> oldChunks(const Database &database, std::vector<std::int64_t> &ids);
    bool archive(const std::vector<ChunkRow> &rows);
    void sayWhatIsAhead();
    void endPass();

    const Retention m_retention;
    const Clock &m_clock;
    const Say m_say;
    ArchiveFolder m_archives;
    SteadyTime m_nextPass{};
    std::optional<Sensor> m_sensor; ///< that the pass has come to
    std::uint64_t m_givenUp = 0;    ///< samples, in this pass
    bool m_archiveFails = false;
    std::vector<std::string> m_ahead; ///< sensors with samples of the future, in this pass
    bool m_saidAhead = false;
};

} // namespace telltale::store
