// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/handover_reading.h"

#include "core/base/sha256.h"

#include <map>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostHandovers = 500;
constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kMostEvents = 1'000'000;

StoredHandover storedFrom(const LogbookEntry &signedEntry)
{
    StoredHandover stored;
    stored.signs.number = signedEntry.subject;
    stored.signs.sha256 = signedEntry.text;
    stored.signs.outgoing = signedEntry.actor.operatorName;
    stored.signs.signedAt = signedEntry.at;
    stored.json = signedEntry.content;
    auto content = logbook::handoverFromJson(signedEntry.content);
    stored.matches = content.ok() && sha256(signedEntry.content) == signedEntry.text;
    if (content) {
        stored.content = std::move(*content);
    }
    return stored;
}

} // namespace

Result<std::vector<StoredHandover>> readHandovers(const store::StoreReader &reader)
{
    store::LogbookQuery query;
    query.kind = LogbookKind::HandoverTaken;
    query.limit = kMostHandovers;
    query.newestFirst = true;
    const auto taken = reader.logbook(query);
    query.kind = LogbookKind::HandoverSigned;
    const auto signedOnes = reader.logbook(query);
    if (!taken || !signedOnes) {
        return (taken ? signedOnes : taken).error();
    }
    std::map<std::uint64_t, const LogbookEntry *> takenBy;
    for (const LogbookEntry &entry : *taken) {
        takenBy[entry.subject] = &entry; // the oldest wins: a handover is taken once
    }
    std::vector<StoredHandover> handovers;
    for (const LogbookEntry &entry : *signedOnes) {
        StoredHandover &stored = handovers.emplace_back(storedFrom(entry));
        if (const auto by = takenBy.find(entry.subject); by != takenBy.end()) {
            stored.signs.incoming = by->second->actor.operatorName;
            stored.signs.takenAt = by->second->at;
        }
    }
    return handovers;
}

Result<ShiftNotes> readShiftNotes(const store::StoreReader &reader, UtcTime from, UtcTime to)
{
    store::LogbookQuery query;
    query.since = from;
    query.until = to;
    query.limit = kMostEntries;
    auto entries = reader.logbook(query);
    auto events = reader.events({.since = from, .until = to, .occurrence = {}, .afterSeq = 0, .limit = kMostEvents, .newestFirst = false});
    if (!entries) {
        return entries.error();
    }
    if (!events) {
        return events.error();
    }
    std::erase_if(*events, [](const AlarmEvent &event) { return event.kind != AlarmEventKind::Comment; });
    return ShiftNotes{std::move(*entries), std::move(*events)};
}

} // namespace telltale::ui
