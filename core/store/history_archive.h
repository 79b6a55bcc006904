// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/store/chunk_rows.h"
#include "core/store/store_file.h"

#include <span>
#include <string>

namespace telltale::store {

/// "FOLDER/telltale-2026-11.history": samples are archived by the month in which their chunk begins.
[[nodiscard]] std::string archivePath(const std::string &folder, std::int64_t t0);

/// A file of old samples: a history of its own, of the same schema, that any version of Telltale which knows it can read, and SQLite too.
/// What `put` has returned from is on the disk for good. Errors: as openForWriting; a file that is there and damaged is set aside, never
/// overwritten. Thread: one.
class HistoryArchive {
public:
    static Result<HistoryArchive> open(const std::string &path, UtcTime now, FileCheck check = FileCheck::Content);

    Result<void> put(std::span<const ChunkRow> rows);
    /// What a person should know about how opening went: that a file was set aside; usually empty.
    [[nodiscard]] const std::string &notice() const { return m_notice; }

private:
    HistoryArchive(Database database, ChunkRows rows, std::string notice)
        : m_database(std::move(database))
        , m_rows(std::move(rows))
        , m_notice(std::move(notice))
    {
    }

    Database m_database;
    ChunkRows m_rows;
    std::string m_notice;
};

/// What an import did.
struct ImportCount {
    std::uint64_t chunks = 0;
    std::uint64_t samples = 0;
    std::uint64_t known = 0;      ///< chunks that were there already
    std::uint64_t damaged = 0;    ///< chunks whose checksum differs: left out
    std::uint64_t unreadable = 0; ///< rows that are known to have been there, see HistorySweep
};

/// Takes the samples of an archive, of any other history, or what can be read of a damaged one that was set aside, into a data folder that
/// nobody writes to. In pieces, each of which is there as a whole or not at all: an import that was interrupted is simply done again.
/// Samples that the folder's roll-ups hold by hour and day, because they were given up there, are not summed up twice, and others are, from
/// whatever history they come (rollup_surplus.h says where that is a judgement); an open tail is taken in only where the folder has nothing
/// of that time. Errors: Busy while another instance writes to the folder; NotFound, Corrupt, Unsupported of the archive.
[[nodiscard]] Result<ImportCount> importHistory(const std::string &archive, const std::string &folder, UtcTime now);

} // namespace telltale::store
