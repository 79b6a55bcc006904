// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/chain_anchor.h"
#include "core/store/chain_link.h"
#include "core/store/chain_table.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace telltale::store {

/// The first place at which the journal is not what its chain says.
struct BadRow {
    std::int64_t link = 0; ///< its number; 0 = the row has no link
    std::string table;     ///< empty where only the chain itself is concerned
    std::int64_t key = 0;
    UtcTime at = kNoTime; ///< when the row says that it happened; of a row that is gone, when the last one before it did
    std::string what;     ///< "was changed", "is missing", …

    [[nodiscard]] std::string text() const; ///< "link 77, audit 12 (2026-11-22T12:31:07Z): was changed"
};

/// What a check of a whole journal found.
struct JournalCheck {
    ChainHead head;
    std::array<std::int64_t, 8> links{}; ///< by ChainTable
    std::optional<ChainAnchor> anchor;
    std::optional<BadRow> firstBad;
    std::int64_t badRows = 0;
    std::vector<std::string> problems; ///< what else is wrong, as sentences
    std::vector<std::string> notes;    ///< what is worth knowing and not wrong

    [[nodiscard]] bool good() const { return !firstBad && problems.empty(); }
    [[nodiscard]] std::string verdict() const; ///< one line
};

struct CheckSettings {
    std::optional<ChainHead> expected; ///< a head from elsewhere, for instance from a report: the journal must have had it
    std::function<bool()> stopWanted;  ///< asked every few thousand links
};

/// Checks journal.db of a data folder from its first row to its last: the file itself, every link, every row behind a link, rows without
/// one, the present states, the keys, the anchor, and files that were set aside. Changes nothing; the program that writes may go on
/// meanwhile. Errors: NotFound without a journal; Cancelled; Unsupported for another schema. A file that cannot be read is a problem, no
/// error. Thread: any. Cost: reads every row once, some 100,000 links a second; 100 bytes of memory for each alarm and eight for each row.
[[nodiscard]] Result<JournalCheck> checkJournal(const std::string &folder, const CheckSettings &settings = {});

} // namespace telltale::store
