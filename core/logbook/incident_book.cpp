// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/incident_book.h"

#include "core/logbook/incident_fold.h"

#include <algorithm>
#include <array>
#include <string>

namespace telltale::logbook {

namespace {

using Kind = LogbookKind;

bool holdsAlarm(const Incident &incident, OccurrenceId alarm)
{
    return std::find(incident.alarms.begin(), incident.alarms.end(), alarm) != incident.alarms.end();
}

/// Why an entry cannot be taken, in the order in which it is asked.
struct Refusal {
    std::uint32_t kinds; ///< set of LogbookKind
    bool (*holds)(const Incident &, const LogbookEntry &);
    const char *why;
};

template <typename... Kinds>
constexpr std::uint32_t any(Kinds... kinds)
{
    return ((1U << static_cast<unsigned>(kinds)) | ...);
}

constexpr std::uint32_t kOnlyWhileOpen =
    any(Kind::IncidentAlarmAdded, Kind::IncidentAlarmRemoved, Kind::IncidentOwner, Kind::IncidentNote, Kind::IncidentClosed);

constexpr auto kRefusals = std::to_array<Refusal>({
    {kOnlyWhileOpen, [](const Incident &i, const LogbookEntry &) { return !i.open(); }, "this incident is closed"},
    {any(Kind::IncidentReopened), [](const Incident &i, const LogbookEntry &) { return i.open(); }, "this incident is open"},
    {any(Kind::IncidentAlarmAdded), [](const Incident &i, const LogbookEntry &e) { return holdsAlarm(i, e.occurrence); },
     "this alarm is in the incident already"},
    {any(Kind::IncidentAlarmRemoved), [](const Incident &i, const LogbookEntry &e) { return !holdsAlarm(i, e.occurrence); },
     "this alarm is not in the incident"},
});

constexpr std::uint32_t kNeedsText = any(Kind::RangeNote, Kind::IncidentOpened, Kind::IncidentNote, Kind::IncidentClosed);

const char *wordingFor(Kind kind)
{
    switch (kind) {
    case Kind::IncidentOpened: return "an incident needs a title";
    case Kind::IncidentClosed: return "say what the cause was";
    default: return "a note needs words";
    }
}

} // namespace

IncidentBook::IncidentBook(std::span<const LogbookEntry> entries, std::uint64_t lastNumber) : m_lastNumber(lastNumber)
{
    for (Incident &incident : incidentsOf(entries)) {
        m_lastNumber = std::max(m_lastNumber, incident.number);
        m_incidents.emplace(incident.number, std::move(incident));
    }
}

Result<void> IncidentBook::check(const LogbookEntry &entry) const
{
    const auto refuse = [](std::string why) { return Error{ErrorKind::InvalidArgument, std::move(why), {}}; };
    const std::uint32_t kind = any(entry.kind);
    if ((kNeedsText & kind) != 0 && entry.text.empty())
        return refuse(wordingFor(entry.kind));
    if (entry.kind == Kind::RangeNote && (entry.from == kNoTime || entry.to == kNoTime || entry.to < entry.from))
        return refuse("a note on a range needs its begin and its end");
    if (!isOfIncident(entry.kind) || entry.kind == Kind::IncidentOpened)
        return {};
    const auto found = m_incidents.find(entry.subject);
    if (found == m_incidents.end())
        return refuse("there is no incident " + std::to_string(entry.subject));
    for (const Refusal &refusal : kRefusals)
        if ((refusal.kinds & kind) != 0 && refusal.holds(found->second, entry))
            return refuse(refusal.why);
    return {};
}

void IncidentBook::take(const LogbookEntry &entry)
{
    if (!isOfIncident(entry.kind))
        return;
    fold(m_incidents[entry.subject], entry);
    ++m_revision;
}

std::vector<Incident> IncidentBook::open() const
{
    std::vector<Incident> incidents;
    for (const auto &[number, incident] : m_incidents)
        if (incident.open())
            incidents.push_back(incident);
    return incidents;
}

} // namespace telltale::logbook
