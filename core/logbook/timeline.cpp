// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/timeline.h"

#include <algorithm>

namespace telltale::logbook {

std::vector<TimelineItem> timelineOf(std::span<const LogbookEntry> entries, std::span<const AlarmEvent> events)
{
    std::vector<TimelineItem> items;
    items.reserve(entries.size() + events.size());
    for (const LogbookEntry &entry : entries)
        items.push_back({entry.seq, entry.at, std::string(toText(entry.kind)), entry.occurrence, entry.source, entry.actor, entry.text});
    for (const AlarmEvent &event : events)
        items.push_back({event.seq, event.at, std::string(toText(event.kind)), event.occurrence, event.source, event.actor, event.comment});
    std::sort(items.begin(), items.end(), [](const TimelineItem &a, const TimelineItem &b) { return a.seq < b.seq; });
    const auto same = [](const TimelineItem &a, const TimelineItem &b) { return a.seq == b.seq; };
    items.erase(std::unique(items.begin(), items.end(), same), items.end());
    return items;
}

} // namespace telltale::logbook
