// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"

namespace telltale::soak {

namespace {

class PublisherKilled final : public Fault {
public:
    void begin(Station &station) override { station.killPublisher(); }
    void end(Station &station) override { station.startPublisher(); }
};

} // namespace

std::unique_ptr<Fault> publisherKilled()
{
    return std::make_unique<PublisherKilled>();
}

} // namespace telltale::soak
