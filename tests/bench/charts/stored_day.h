// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telltale::bench {

/// What is stored: 250 assets of nine sensors, one value a second.
struct StoredDay {
    double hours = 24.0;
    std::string folder; ///< one that was filled before is used as it is; empty = a temporary one
};

/// Fills the folder through the StoreWriter, then opens the trend of single sensors over the whole time, each once with the database out of
/// the system's memory and once again: from the call to a picture with nothing left to load. Ends the program when anything fails.
void openStoredDay(const StoredDay &day);

} // namespace telltale::bench
