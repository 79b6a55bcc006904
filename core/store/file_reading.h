// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/schema.h"

#include <string>

namespace telltale::store {

struct CheckedFile {
    Database database;
    std::int64_t version;
};

/// Opens a file of the data folder for reading. Errors: NotFound when there is no such file, or one without tables yet; Unsupported for
/// one of an older or a newer schema; otherwise as Database::open.
/// `briefly`: on a disk that is too full for readers nobody else need read meanwhile, so that the log is read too.
[[nodiscard]] Result<CheckedFile> openForReading(const std::string &path, const Schema &schema, bool briefly = false);

/// Everything read while it lives belongs to one moment, whatever the writer commits meanwhile.
class OneMoment {
public:
    explicit OneMoment(const Database &database) : m_database(database), m_begun(database.run("BEGIN").ok()) {}
    OneMoment(const OneMoment &) = delete;
    OneMoment &operator=(const OneMoment &) = delete;
    ~OneMoment()
    {
        if (m_begun)
            static_cast<void>(m_database.run("COMMIT"));
    }

private:
    const Database &m_database;
    const bool m_begun;
};

} // namespace telltale::store
