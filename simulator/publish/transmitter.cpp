// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/transmitter.h"

#include <algorithm>

namespace telltale::simulator {

using namespace std::chrono_literals;

namespace {

constexpr Duration kBeatEvery = 1s;
constexpr Duration kDescribeEvery = 5s;
/// How late a new subscriber may be noticed.
constexpr Duration kLookEvery = 50ms;
constexpr Duration kRetryAfter = 2ms;
constexpr Duration kStall = 1s;

} // namespace

Transmitter::Transmitter(Programme &programme, FrameSink &sink, const Clock &clock, Patience &patience, std::uint64_t epoch, LogSink log)
    : m_programme(programme)
    , m_sink(sink)
    , m_clock(clock)
    , m_patience(patience)
    , m_log(std::move(log))
    , m_broadcast(programme.assets(), programme.timing(), epoch)
{
}

Ending Transmitter::run(const TransmitLimits &limits)
{
    if (limits.awaitSubscriber && !subscriberArrived())
        return Ending::Stopped;
    const Ending ending = play(limits);
    sayFarewell();
    return ending;
}

void Transmitter::sayFarewell()
{
    for (std::size_t asset = 0; asset < m_broadcast.assets(); ++asset)
        static_cast<void>(m_sink.send(m_broadcast.heartbeat(asset))); // nobody waits any more
}

Ending Transmitter::play(const TransmitLimits &limits)
{
    m_start = m_nextBeat = m_nextDescribe = m_clock.steadyNow();
    const SteadyTime end = limits.lasting > 0s ? m_start + limits.lasting : SteadyTime::max();
    for (;;) {
        const SteadyTime now = m_clock.steadyNow();
        if (now >= end)
            return Ending::TimeUp;
        if (!serve(now))
            return Ending::Stopped;
        const auto due = m_programme.due();
        if (!due)
            return playTail(limits.tail);
        const SteadyTime at = m_start + *due;
        if (!m_patience.waitUntil(now < at ? std::min(nextWake(at), end) : now))
            return Ending::Stopped;
        if (now < at)
            continue;
        catchUp(now, *due);
        if (!deliver(m_programme.take(m_clock.utcNow())))
            return Ending::Stopped;
    }
}

bool Transmitter::subscriberArrived()
{
    if (m_log)
        m_log(LogLevel::Note, "publish", "waiting for a first subscriber");
    while (m_sink.newSubscriptions() == 0)
        if (!m_patience.waitUntil(m_clock.steadyNow() + kLookEvery))
            return false;
    return true;
}

/// Sends what does not come from the programme. False when asked to stop.
bool Transmitter::serve(SteadyTime now)
{
    if (m_sink.newSubscriptions() > 0)
        m_nextDescribe = m_nextBeat = std::min(m_nextDescribe, now);
    if (now >= m_nextDescribe) {
        m_nextDescribe = now + kDescribeEvery;
        for (std::size_t asset = 0; asset < m_broadcast.assets(); ++asset)
            if (!push(m_broadcast.describe(asset)))
                return false;
    }
    if (now >= m_nextBeat) {
        m_nextBeat = now + kBeatEvery;
        for (std::size_t asset = 0; asset < m_broadcast.assets(); ++asset)
            if (!push(m_broadcast.heartbeat(asset)))
                return false;
    }
    return true;
}

bool Transmitter::deliver(const Outgoing &message)
{
    if (message.row.delivery == Delivery::Withheld)
        return true;
    if (message.row.delivery == Delivery::Garbled && !push(m_broadcast.garbled(message.asset)))
        return false;
    return push(m_broadcast.data(message));
}

bool Transmitter::push(const std::string &frame)
{
    while (!m_sink.send(frame))
        if (!m_patience.waitUntil(m_clock.steadyNow() + kRetryAfter))
            return false;
    return true;
}

SteadyTime Transmitter::nextWake(SteadyTime wanted) const
{
    return std::min({wanted, m_nextBeat, m_nextDescribe, m_clock.steadyNow() + kLookEvery});
}

/// After a stall (a suspended computer, a subscriber that had to be waited for) the schedule moves on as a whole.
void Transmitter::catchUp(SteadyTime now, Duration due)
{
    const Duration late = now - (m_start + due);
    if (late <= kStall)
        return;
    m_start += late;
    if (m_log && !m_lateNoted)
        m_log(LogLevel::Warning, "publish", "more than a second behind the schedule: continuing later instead of faster");
    m_lateNoted = true;
}

Ending Transmitter::playTail(Duration tail)
{
    const SteadyTime end = m_clock.steadyNow() + tail;
    for (SteadyTime now = m_clock.steadyNow(); now < end; now = m_clock.steadyNow())
        if (!serve(now) || !m_patience.waitUntil(std::min(nextWake(end), end)))
            return Ending::Stopped;
    return Ending::Finished;
}

} // namespace telltale::simulator
