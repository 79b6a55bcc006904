// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/host/host_programme.h"

#include "simulator/replay/replay_programme.h"

#include <unistd.h>

#include <algorithm>
#include <array>

namespace telltale::simulator {

namespace {

constexpr Duration kPeriod = std::chrono::seconds{1};

} // namespace

HostProgramme::HostProgramme(std::string asset, HostMeter meter, const Clock &clock)
    : m_meter(std::move(meter))
    , m_clock(clock)
    , m_assets{{std::move(asset), m_meter.sensors()}}
    , m_last(clock.steadyNow())
{
}

Timing HostProgramme::timing() const
{
    return {ClockKind::Live, 1.0, kPeriod};
}

/// The first row has to wait: rates need two readings.
std::optional<Duration> HostProgramme::due() const
{
    return kPeriod * (m_row + 1);
}

Outgoing HostProgramme::take(UtcTime now)
{
    const SteadyTime steady = m_clock.steadyNow();
    Outgoing message{0, now, {}};
    message.row.values = m_meter.read(toSeconds(steady - m_last));
    m_last = steady;
    ++m_row;
    return message;
}

std::string hostAsset()
{
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0')
        return "host/localhost";
    std::string host = assetPathFrom(name.data());
    std::replace(host.begin(), host.end(), '/', '-');
    return ("host/" + host).substr(0, 128);
}

} // namespace telltale::simulator
