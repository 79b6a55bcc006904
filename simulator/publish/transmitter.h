// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "simulator/publish/broadcast.h"
#include "simulator/publish/frame_sink.h"

namespace telltale::simulator {

/// Lets time pass, and knows whether somebody wants the program to end.
class Patience {
public:
    virtual ~Patience() = default;
    /// Waits until then; a time that is past is only a look. False when the program shall end.
    [[nodiscard]] virtual bool waitUntil(SteadyTime time) = 0;
};

struct TransmitLimits {
    Duration lasting{0};          ///< real time from the first message on; 0 = endless
    bool awaitSubscriber = false; ///< nothing is sent before somebody listens
    Duration tail{0};             ///< heartbeats after the last message
};

enum class Ending { Finished, TimeUp, Stopped };

/// Plays a programme into a sink: every message when it is due, heartbeats every second, descriptions at the start, every 5 s and for
/// every new subscriber. Paced on the steady clock without drift; after a stall of more than a second the rest is played later instead
/// of all at once. The last that goes out is a heartbeat of each asset: whoever lost the messages before it learns that from its number.
/// Thread: one.
class Transmitter {
public:
    Transmitter(Programme &programme, FrameSink &sink, const Clock &clock, Patience &patience, std::uint64_t epoch, LogSink log = {});

    Ending run(const TransmitLimits &limits);
    [[nodiscard]] const Broadcast::Tally &tally() const { return m_broadcast.tally(); }

private:
    Ending play(const TransmitLimits &limits);
    void sayFarewell();
    [[nodiscard]] bool subscriberArrived();
    [[nodiscard]] bool serve(SteadyTime now);
    [[nodiscard]] bool deliver(const Outgoing &message);
    [[nodiscard]] bool push(const std::string &frame);
    [[nodiscard]] SteadyTime nextWake(SteadyTime wanted) const;
    void catchUp(SteadyTime now, Duration due);
    Ending playTail(Duration tail);

    Programme &m_programme;
    FrameSink &m_sink;
    const Clock &m_clock;
    Patience &m_patience;
    LogSink m_log;
    Broadcast m_broadcast;
    SteadyTime m_start;
    SteadyTime m_nextBeat;
    SteadyTime m_nextDescribe;
    bool m_lateNoted = false;
};

} // namespace telltale::simulator
