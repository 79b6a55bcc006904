// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"

#include <sys/resource.h>

namespace telltale::soak {

namespace {

/// No file of the monitor can grow: to SQLite that is a full disk, and nobody has to be root for it.
class DiskFull final : public Fault {
public:
    void begin(Station &station) override { limit(station, 4096); }
    void end(Station &station) override { limit(station, RLIM_INFINITY); }

private:
    static void limit(Station &station, rlim_t bytes)
    {
        const rlimit wanted{bytes, RLIM_INFINITY};
        prlimit(station.monitor(), RLIMIT_FSIZE, &wanted, nullptr);
    }
};

} // namespace

std::unique_ptr<Fault> diskFull()
{
    return std::make_unique<DiskFull>();
}

} // namespace telltale::soak
