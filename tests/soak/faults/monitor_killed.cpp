// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"

namespace telltale::soak {

namespace {

class MonitorKilled final : public Fault {
public:
    void begin(Station &station) override { station.killMonitor(); }
    void end(Station &station) override { station.startMonitor(); }
};

} // namespace

std::unique_ptr<Fault> monitorKilled()
{
    return std::make_unique<MonitorKilled>();
}

} // namespace telltale::soak
