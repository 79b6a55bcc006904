// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/history_archive.h"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace telltale::store {

/// The archives of a folder, a file a month. The one that was written to last stays open: whoever archives a chunk of every sensor comes to
/// the same month each time. A file that somebody moves away meanwhile is begun anew, its samples are where they were moved to.
/// Cost: some milliseconds; the first time that a file is opened it is read to be checked (see openForWriting), some 3 s a GiB.
/// Thread: one.
class ArchiveFolder {
public:
    /// Told of files that were set aside.
    using Say = std::function<void(const std::string &text)>;

    ArchiveFolder(std::string folder, const Clock &clock, Say say) : m_folder(std::move(folder)), m_clock(clock), m_say(std::move(say)) {}

    [[nodiscard]] const std::string &path() const { return m_folder; }
    /// Rows of one sensor in order of time. When it returns without an error all of them are on the disk for good.
    /// Errors: as HistoryArchive; some of the rows may be archived then, which does no harm when they come again.
    Result<void> put(std::span<const ChunkRow> rows);
    /// When there will be nothing to archive for long.
    void close() { m_open.reset(); }

private:
    struct Open {
        std::string path;
        HistoryArchive file;
    };
    Result<void> open(const std::string &path);
    Result<void> putInto(const std::string &path, std::span<const ChunkRow> rows);

    const std::string m_folder;
    const Clock &m_clock;
    const Say m_say;
    std::optional<Open> m_open;
    std::set<std::string> m_checked; ///< files that were found whole
};

} // namespace telltale::store
