// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"
#include "tests/soak/steady_ms.h"

#include <csignal>

namespace telltale::soak {

namespace {

class PublisherStopped final : public Fault {
public:
    void begin(Station &station) override
    {
        ::kill(station.publisher(), SIGSTOP);
        m_beganMs = steadyMs();
    }
    void end(Station &station) override
    {
        ::kill(station.publisher(), SIGCONT);
        station.delayPublisher(steadyMs() - m_beganMs);
    }

private:
    std::int64_t m_beganMs = 0;
};

} // namespace

std::unique_ptr<Fault> publisherStopped()
{
    return std::make_unique<PublisherStopped>();
}

} // namespace telltale::soak
