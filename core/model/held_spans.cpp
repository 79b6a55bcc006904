// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/held_spans.h"

namespace telltale {

namespace {

bool isHeld(AlarmState state)
{
    return state == AlarmState::E || state == AlarmState::F || state == AlarmState::G;
}

} // namespace

std::vector<HeldSpan> heldSpans(std::span<const AlarmEvent> events)
{
    std::vector<HeldSpan> spans;
    bool open = false;
    for (const AlarmEvent &event : events) {
        const UtcTime time = event.sourceTime == kNoTime ? event.at : event.sourceTime;
        if (open && spans.back().how != event.to) {
            spans.back().until = time;
            open = false;
        }
        if (!open && isHeld(event.to)) {
            spans.push_back({event.to, time, kNoTime, event.seq});
            open = true;
        }
    }
    return spans;
}

} // namespace telltale
