// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/schema.h"

#include <string>

namespace telltale::store {

/// A copy of a damaged database to read from, with its write-ahead log; it goes again with this. SQLite changes files even where it only
/// reads, and deletes the log of an empty one. What keeps SQLite from reading any page at all is mended in the copy: the first 100 bytes,
/// and pages that are missing at the end.
class DamagedCopy {
public:
    DamagedCopy(std::string damaged, const Schema &schema);
    DamagedCopy(const DamagedCopy &) = delete;
    DamagedCopy &operator=(const DamagedCopy &) = delete;
    ~DamagedCopy();

    /// The copy, or where there is no room for one the file itself without its log. Errors: as Database::open; Corrupt where not even the
    /// names of the tables can be read.
    [[nodiscard]] Result<Database> open() const;

private:
    void mend() const;

    std::string m_damaged;
    const Schema &m_schema;
    std::string m_path;
    bool m_made = false;
};

} // namespace telltale::store
