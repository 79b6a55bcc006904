// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chunk_rows.h"
#include "core/store/damaged_copy.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace telltale::store {

/// Reads every stretch of samples that can be read out of a history file: an archive, a history of another folder, or a damaged one that was
/// set aside, of which only a copy is opened. Sealed chunks first, then open tails. The file is not changed. Thread: one.
class HistorySweep {
public:
    /// A tail holds samples that a chunk elsewhere may hold too.
    enum class Kind { Chunk, Tail };
    using Keep = std::function<Result<void>(ChunkRow row, Kind kind)>;

    /// Errors: NotFound; Unsupported; Corrupt where not even the names of the tables can be read.
    static Result<HistorySweep> open(const std::string &path);

    /// Rows that are known to be unreadable, or whose sensor is; of a damaged file that all the same is not whole, 1. A trace that cannot be
    /// read is no such row: it stays empty.
    /// Errors: those of `keep`, which end it.
    [[nodiscard]] Result<std::int64_t> read(const Keep &keep) const;

private:
    HistorySweep(std::unique_ptr<DamagedCopy> copy, Database database) : m_copy(std::move(copy)), m_database(std::move(database)) {}

    std::unique_ptr<DamagedCopy> m_copy; ///< that the database is; null = it is the file itself
    Database m_database;
};

} // namespace telltale::store
