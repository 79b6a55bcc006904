// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal_file.h"

#include <string>

namespace telltale::store {

/// A journal that is ready to be written, and what a person must know about how that went.
struct OpenedJournal {
    JournalFile file;
    JournalKey key;
    std::string notice; ///< usually empty
};

/// Opens journal.db of a data folder, or begins it; goes on with its chain. A damaged one is set aside, and what can be read of it is
/// copied into the new one, so that alarms that were open come back. A copy that a full disk or a kill interrupted is made at the next
/// opening, whatever became of the journal meanwhile. `damage`: what writing has found wrong with it, so that it is set aside whatever it
/// looks like; empty = nothing, and so again once it is set aside. Errors: as openForWriting and startChain.
[[nodiscard]] Result<OpenedJournal> openJournal(const std::string &folder, const std::string &vfs, UtcTime now,
                                                std::string &damage);

} // namespace telltale::store
