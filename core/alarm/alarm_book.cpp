// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/alarm_book.h"

#include "core/alarm/alarm_room.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace telltale::alarm {

namespace {

std::string gapText(UtcTime at, UtcTime lastAlive)
{
    if (lastAlive == kNoTime || lastAlive > at)
        return "program restarted";
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at - lastAlive).count();
    return "program restarted, not watching for " + std::to_string(seconds) + " s since " + toIso(lastAlive);
}

void append(std::vector<Recorded> &all, std::vector<Recorded> &&more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

AlarmBook::AlarmBook() : AlarmBook(Start{}) {}

AlarmBook::AlarmBook(const Start &start) : m_room(std::make_unique<Room>())
{
    m_room->lastSeq = start.lastSeq;
    m_room->lastOccurrence = start.lastOccurrence;
    for (const Occurrence &occurrence : start.open)
        m_room->restore(occurrence);
    for (const SuppressedAlarm &suppressed : start.suppressed)
        m_room->restore(suppressed);
    for (const UtcTime raised : start.raises)
        m_room->flood.add(raised);
}

AlarmBook::~AlarmBook() = default;
AlarmBook::AlarmBook(AlarmBook &&) noexcept = default;
AlarmBook &AlarmBook::operator=(AlarmBook &&) noexcept = default;

std::vector<Recorded> AlarmBook::recordRestart(UtcTime at, UtcTime lastAlive)
{
    Stimulus restart;
    restart.kind = AlarmEventKind::Restart;
    restart.at = at;
    restart.actor.operatorName = "system";
    restart.comment = gapText(at, lastAlive);
    std::vector<Recorded> all;
    for (std::size_t slot = 0; slot < m_room->slots.size(); ++slot)
        if (m_room->slots[slot].row)
            append(all, m_room->apply(slot, restart));
    return all;
}

void AlarmBook::define(const AlarmDefinition &definition)
{
    AlarmSlot &slot = m_room->slots[m_room->slotFor(definition)];
    slot.definition = definition;
    if (!slot.row)
        slot.regions.priority = definition.priority;
}

std::vector<Recorded> AlarmBook::apply(const Key &alarm, const Stimulus &stimulus)
{
    const auto found = m_room->byKey.find(alarm);
    if (found == m_room->byKey.end())
        return {m_room->refuseUnknown(alarm.first, stimulus, "no such alarm is defined")};
    return m_room->apply(found->second, stimulus);
}

std::vector<Recorded> AlarmBook::apply(OccurrenceId occurrence, const Stimulus &stimulus)
{
    const auto found = m_room->byId.find(occurrence);
    const bool isRemark =
        stimulus.kind == AlarmEventKind::Comment || stimulus.kind == AlarmEventKind::Verdict || stimulus.kind == AlarmEventKind::Assign;
    if (found == m_room->byId.end() && isRemark && occurrence != 0 && occurrence <= m_room->lastOccurrence)
        return {m_room->remark(occurrence, stimulus)};
    if (found == m_room->byId.end())
        return {m_room->refuseUnknown({}, stimulus, "alarm " + std::to_string(occurrence) + " is not open")};
    return m_room->apply(found->second, stimulus);
}

std::vector<Recorded> AlarmBook::silence(UtcTime at, const Actor &actor)
{
    Stimulus quiet;
    quiet.kind = AlarmEventKind::Silence;
    quiet.at = at;
    quiet.actor = actor;
    std::vector<std::size_t> sounding;
    for (const ListKey &key : m_room->order)
        if (m_room->slots[key.slot].regions.audible == Audible::Sounding)
            sounding.push_back(key.slot);
    if (sounding.empty())
        return {m_room->refuseUnknown({}, quiet, "nothing is sounding")};
    std::vector<Recorded> all;
    for (const std::size_t slot : sounding)
        append(all, m_room->apply(slot, quiet));
    return all;
}

std::vector<Recorded> AlarmBook::tick(UtcTime now)
{
    std::vector<std::size_t> due;
    for (const auto &[deadline, slot] : m_room->deadlines) {
        if (deadline > now)
            break;
        due.push_back(slot);
    }
    std::vector<Recorded> all;
    for (const std::size_t slot : due)
        append(all, m_room->fireTimers(slot, now));
    m_room->flood.count(now);
    return all;
}

std::vector<Occurrence> AlarmBook::openAlarms() const
{
    std::vector<Occurrence> rows;
    rows.reserve(m_room->order.size());
    for (const ListKey &key : m_room->order)
        rows.push_back(*m_room->slots[key.slot].row);
    return rows;
}

const Occurrence *AlarmBook::find(OccurrenceId id) const
{
    const auto found = m_room->byId.find(id);
    return found == m_room->byId.end() ? nullptr : &*m_room->slots[found->second].row;
}

const Occurrence *AlarmBook::openFor(const Key &alarm) const
{
    const auto found = m_room->byKey.find(alarm);
    const bool open = found != m_room->byKey.end() && m_room->slots[found->second].row;
    return open ? &*m_room->slots[found->second].row : nullptr;
}

std::uint64_t AlarmBook::revision() const
{
    return m_room->revision;
}

EventSeq AlarmBook::lastSeq() const
{
    return m_room->lastSeq;
}

EventSeq AlarmBook::takeNumber()
{
    return ++m_room->lastSeq;
}

std::vector<SuppressedAlarm> AlarmBook::suppressed() const
{
    std::vector<SuppressedAlarm> held;
    for (const AlarmSlot &slot : m_room->slots)
        if (slot.held.suppression != Suppression::None)
            held.push_back(slot.held);
    std::sort(held.begin(), held.end(),
              [](const SuppressedAlarm &a, const SuppressedAlarm &b) { return std::tie(a.source, a.what) < std::tie(b.source, b.what); });
    return held;
}

std::uint64_t AlarmBook::suppressionRevision() const
{
    return m_room->suppressionRevision;
}

bool AlarmBook::isDefined(const Key &alarm) const
{
    return m_room->byKey.contains(alarm);
}

const SuppressedAlarm *AlarmBook::heldFor(const Key &alarm) const
{
    const auto found = m_room->byKey.find(alarm);
    if (found == m_room->byKey.end())
        return nullptr;
    const SuppressedAlarm &held = m_room->slots[found->second].held;
    return held.suppression == Suppression::None ? nullptr : &held;
}

std::uint32_t AlarmBook::raisesLast10Min(UtcTime now)
{
    return m_room->flood.count(now);
}

bool AlarmBook::flood() const
{
    return m_room->flood.flood();
}

} // namespace telltale::alarm
