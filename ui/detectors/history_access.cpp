// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/history_access.h"

#include "core/store/store_reader.h"
#include "ui/reports/history_loader.h"

#include <algorithm>
#include <filesystem>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostEvents = 100'000;

UtcTime eventTime(const AlarmEvent &event)
{
    return event.sourceTime == kNoTime ? event.at : event.sourceTime;
}

std::vector<study::RealAlarm> raisesOf(const std::vector<AlarmEvent> &events, const SensorKey &source)
{
    std::vector<study::RealAlarm> raises;
    for (const AlarmEvent &event : events) {
        if (event.source != source || event.occurrence == 0) {
            continue;
        }
        if (event.kind == AlarmEventKind::Raise) {
            raises.push_back({event.occurrence, eventTime(event), kNoTime});
        } else if (event.kind == AlarmEventKind::Clear && !raises.empty() && raises.back().id == event.occurrence) {
            raises.back().to = eventTime(event);
        }
    }
    return raises;
}

PastAlarms pastAlarms(const std::string &folder, const SensorKey &source, UtcTime from, UtcTime to)
{
    PastAlarms past;
    const auto reader = store::StoreReader::open(folder);
    if (!reader) {
        return past;
    }
    const store::JournalQuery query{
        .since = from, .until = {}, .occurrence = {}, .afterSeq = 0, .limit = kMostEvents, .newestFirst = false};
    if (const auto events = reader.value()->events(query)) {
        past.raises = raisesOf(*events, source);
        std::erase_if(past.raises, [&](const study::RealAlarm &raise) { return raise.from < from || raise.from >= to; });
    }
    if (!past.raises.empty()) {
        if (const auto newest = reader.value()->occurrence(past.raises.back().id)) {
            past.definition = newest->definition;
        }
    }
    return past;
}

} // namespace

HistoryAccess storedHistory(const std::string &dataFolder)
{
    if (dataFolder.empty()) {
        return {};
    }
    return {historyLoader(dataFolder),
            [dataFolder](const SensorKey &source, UtcTime from, UtcTime to) { return pastAlarms(dataFolder, source, from, to); },
            std::filesystem::absolute(dataFolder).string()}; // models are named in the configuration, which may be read from anywhere
}

} // namespace telltale::ui
