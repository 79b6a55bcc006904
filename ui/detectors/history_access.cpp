// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/history_access.h"

#include "core/store/store_reader.h"

#include <filesystem>

namespace telltale::ui {

namespace {

UtcTime eventTime(const AlarmEvent &event)
{
    return event.sourceTime == kNoTime ? event.at : event.sourceTime;
}

std::vector<study::RealAlarm> raisesOf(const std::vector<AlarmEvent> &events)
{
    std::vector<study::RealAlarm> raises;
    for (const AlarmEvent &event : events) {
        if (event.kind == AlarmEventKind::Raise) {
            raises.push_back({event.occurrence, eventTime(event), kNoTime});
        } else if (!raises.empty() && raises.back().id == event.occurrence) {
            raises.back().to = eventTime(event);
        }
    }
    return raises;
}

Result<PastAlarms> pastAlarms(const store::StoreReader &reader, const SensorKey &source, UtcTime from, UtcTime to)
{
    const auto events = reader.conditionChanges({source, std::string(kAnomalous), from, to, PastAlarms::kMost});
    if (!events) {
        return events.error();
    }
    return PastAlarms{.raises = raisesOf(*events), .cut = events->size() >= PastAlarms::kMost};
}

/// A function that opens a reader of its own for each question; `ask` gets the reader and then the question. `none`: where no journal is.
template <typename Answer, typename Ask>
auto asking(const std::string &folder, Answer none, Ask ask)
{
    return [folder, none, ask](const auto &...question) -> Result<Answer> {
        const auto reader = store::StoreReader::open(folder);
        if (!reader && reader.error().kind == ErrorKind::NotFound) {
            return none;
        }
        if (!reader) {
            return reader.error();
        }
        return ask(*reader.value(), question...);
    };
}

} // namespace

HistoryAccess storedHistory(const std::string &dataFolder)
{
    using Reader = store::StoreReader;
    if (dataFolder.empty()) {
        return {};
    }
    return {
        asking(dataFolder, std::vector<ChunkPtr>{},
               [](const Reader &reader, const SensorKey &sensor, UtcTime from, UtcTime to) { return reader.samples(sensor, from, to); }),
        asking(dataFolder, kNoTime,
               [](const Reader &reader, const SensorKey &sensor, UtcTime time) { return reader.newestBefore(sensor, time); }),
        asking(dataFolder, PastAlarms{}, pastAlarms),
        std::filesystem::absolute(dataFolder).string()}; // models are named in the configuration, which may be read from anywhere
}

} // namespace telltale::ui
