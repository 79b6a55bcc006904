// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/kpi/kpi_journal.h"

namespace telltale::test {

/// An early shift, 06:00 to 14:00, written by hand. tst_scripted_shift works every figure of it out.
inline Journal scriptedShift()
{
    using Kind = AlarmEventKind;
    using State = AlarmState;
    Journal day;
    const auto press = day.alarm({"line-a/press", "pressure"}, Priority::P1);
    const auto heat = day.alarm({"line-a/pump1", "temperature"}, Priority::P2);
    const auto shake = day.alarm({"line-a/pump1", "vibration"}, Priority::P3, "rcf", std::chrono::seconds{8});
    const auto lost = day.alarm({"feed", "tcp://127.0.0.1:5556"}, Priority::P2, "", std::chrono::seconds{0}, "feed lost");
    const auto oven = day.alarm({"line-b/oven", "heat"}, Priority::P3);
    const auto mixer = day.alarm({"line-b/mixer", "speed"}, Priority::P3);

    // What the shift found when it came.
    day.raise("-1 05:00:00", oven);
    day.ack("-1 05:01:00", oven);
    day.event("05:30:00", mixer, Kind::Shelve, State::E);
    day.raise("05:55:00", heat);

    day.ack("06:02:00", heat);
    day.clear("06:10:00", heat);

    day.raise("06:20:00", shake);
    day.clear("06:20:12", shake);
    day.raise("06:20:30", shake);
    day.clear("06:20:50", shake);
    day.raise("06:20:58", shake);
    day.ack("06:25:00", shake);
    day.clear("06:40:00", shake);

    day.event("07:00:00", mixer, Kind::Raise, State::E);
    day.event("07:30:00", mixer, Kind::ShelfExpired, State::B);
    day.ack("07:31:00", mixer);

    day.raise("08:00:00", press);
    day.event("08:00:05", press, Kind::Silence, State::B);
    day.ack("08:01:00", press);
    day.event("08:01:08", press, Kind::AckUndo, State::B);
    day.ack("08:02:00", press);
    day.clear("08:30:00", press);

    day.raise("09:00:00", lost);
    day.clear("09:00:05", lost);
    day.ack("09:10:00", lost);

    day.event("10:00:00", shake, Kind::OosOn, State::G);
    day.event("10:30:00", shake, Kind::Raise, State::G);

    day.raise("12:00:00", heat);
    day.event("12:00:10", heat, Kind::Silence, State::B);
    day.event("12:30:00", heat, Kind::Escalate, State::B, Priority::P1);
    day.event("13:00:00", heat, Kind::Ack, State::C, Priority::P1);

    day.raise("13:55:00", press);
    day.clear("14:00:00", press); // the next shift's

    // Said later: pump1's vibration was none, its second temperature alarm was real, the press is not judged.
    day.occurrences[1].verdict = Judgement::True;     // temperature of 05:55, the shift's before
    day.occurrences[2].verdict = Judgement::False;    // vibration, three raises
    day.occurrences[4].verdict = Judgement::Expected; // pressure at 08:00
    day.occurrences[6].verdict = Judgement::True;     // temperature at 12:00

    // The feed every ten seconds: down from 09:00:00 to 09:00:20, the program off from 11:00:00 to 11:10:00.
    const UtcTime begin = clockTime("05:59:50");
    for (UtcTime at = begin; at < clockTime("14:00:00"); at += std::chrono::seconds{10}) {
        if (at >= clockTime("11:00:00") && at < clockTime("11:10:00"))
            continue;
        const bool down = at >= clockTime("09:00:00") && at < clockTime("09:00:20");
        const bool secondRun = at >= clockTime("11:10:00");
        const bool later = at >= clockTime("08:00:00");
        day.feed(toIso(at).substr(11, 8), down ? FeedState::Lost : FeedState::Live,
                 secondRun ? 1
                 : later   ? 5
                           : 3,
                 secondRun ? 4
                 : later   ? 20
                           : 12);
    }
    return day;
}

} // namespace telltale::test
