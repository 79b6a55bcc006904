// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"

namespace telltale::soak {

namespace {

/// And back again, which is another step.
class ClockMoved final : public Fault {
public:
    explicit ClockMoved(std::chrono::nanoseconds by) : m_by(by) {}
    void begin(Station &station) override { station.clock().move(m_by); }
    void end(Station &station) override { station.clock().move(std::chrono::nanoseconds{0}); }

private:
    std::chrono::nanoseconds m_by;
};

} // namespace

std::unique_ptr<Fault> clockMovedOn()
{
    return std::make_unique<ClockMoved>(std::chrono::hours{1});
}

std::unique_ptr<Fault> clockMovedBack()
{
    return std::make_unique<ClockMoved>(-std::chrono::hours{1});
}

} // namespace telltale::soak
