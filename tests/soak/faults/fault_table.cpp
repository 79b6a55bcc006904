// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"

#include <algorithm>

namespace telltale::soak {

namespace {

using namespace std::chrono_literals;

constexpr auto kQuickest = 3s;

} // namespace

std::vector<FaultRow> faultTable(bool quick)
{
    std::vector<FaultRow> rows{
        {"publisher killed", "kill -9 of telltale-sim, again after a while", 200ms, 5s, true, false, publisherKilled},
        {"publisher stopped", "SIGSTOP of telltale-sim", 2s, 20s, true, false, publisherStopped},
        {"monitor killed", "kill -9 of telltale, started again", 10ms, 3s, true, true, monitorKilled},
        {"disk full", "RLIMIT_FSIZE of telltale at 4 KiB, by prlimit", 30s, 30s, false, false, diskFull},
        {"journal locked", "BEGIN EXCLUSIVE on both databases by another process", 10s, 10s, false, false, journalLocked},
        {"clock +1 h", "the time of day of telltale, by a preloaded clock_gettime", 5s, 20s, false, false, clockMovedOn},
        {"clock -1 h", "the same", 5s, 20s, false, false, clockMovedBack},
        {"reject flood", "mutated frames at full speed from a second feed", 10s, 10s, false, false, rejectFlood},
    };
    if (quick)
        for (FaultRow &row : rows)
            row.shortest = std::min<std::chrono::milliseconds>(row.shortest, kQuickest),
            row.longest = std::min<std::chrono::milliseconds>(row.longest, kQuickest);
    return rows;
}

} // namespace telltale::soak
