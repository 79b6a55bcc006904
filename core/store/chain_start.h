// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chain_writer.h"

#include <string>

namespace telltale::store {

/// The chain of a journal that was opened for writing, ready to go on, and what a person must know about it.
struct StartedChain {
    ChainWriter chain;
    std::string notice; ///< empty when the chain simply goes on
};

/// Goes on with the chain of the journal. A new segment begins, in one transaction and never silently, when the journal is new, when it is
/// older than its chain (its rows are taken over), when the key is another one, is lost or cannot be kept, and when the journal
/// contradicts its anchor or no key proves that Telltale wrote it; that anchor is then kept under another name, and one that stands for the
/// new segment takes its place. `salvagedFrom`: rows came from damaged journals of these names.
/// Errors: those of the database. Cost: one row, or all rows of an older journal (100,000 a second).
[[nodiscard]] Result<StartedChain> startChain(const Database &journal, const std::string &folder, UtcTime now,
                                              const std::string &salvagedFrom = {});

} // namespace telltale::store
