// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alarm_lines.h"

#include "core/base/json_text.h"

#include <cstdio>

namespace telltale::app {

std::string alarmLine(const AlarmEvent &event)
{
    return JsonText()
        .beginObject()
        .field("seq", event.seq)
        .field("time", std::string_view(toIso(event.sourceTime == kNoTime ? event.at : event.sourceTime)))
        .field("asset", std::string_view(event.source.asset))
        .field("sensor", std::string_view(event.source.sensor))
        .field("event", toText(event.kind))
        .field("state", toText(event.to))
        .field("priority", toText(event.priority))
        .field("score", event.score)
        .field("limit", event.limit)
        .endObject()
        .take();
}

void printAlarmLine(const AlarmEvent &event)
{
    const std::string line = alarmLine(event) + '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fflush(stdout);
}

} // namespace telltale::app
