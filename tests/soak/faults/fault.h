// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <vector>

namespace telltale::soak {

class Station;

/// Something that goes wrong, and is over after a while.
class Fault {
public:
    virtual ~Fault() = default;
    virtual void begin(Station &station) = 0;
    virtual void end(Station &station) = 0;
};

/// A row of the table of faults.
struct FaultRow {
    const char *name;
    const char *how;
    std::chrono::milliseconds shortest; ///< chosen by chance between the two
    std::chrono::milliseconds longest;
    bool silences; ///< readings are missing while it lasts: nobody sent them, or nobody was there to take them
    bool endsLife; ///< of the monitor
    std::unique_ptr<Fault> (*make)();
};

/// One file each.
std::unique_ptr<Fault> publisherKilled();
std::unique_ptr<Fault> publisherStopped();
std::unique_ptr<Fault> monitorKilled();
std::unique_ptr<Fault> diskFull();
std::unique_ptr<Fault> journalLocked();
std::unique_ptr<Fault> clockMovedOn();
std::unique_ptr<Fault> clockMovedBack();
std::unique_ptr<Fault> rejectFlood();

/// All there are; `quick`: none longer than some seconds.
[[nodiscard]] std::vector<FaultRow> faultTable(bool quick);

/// Of the program that locks: what `soak --hold-locks FOLDER` does until its standard input ends.
int holdLocks(const char *dataFolder);

} // namespace telltale::soak
