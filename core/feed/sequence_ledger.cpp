// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/sequence_ledger.h"

#include <utility>

namespace telltale::feed {

namespace {

constexpr int kLateRunIsRestart = 3;

} // namespace

SequenceNote SequenceLedger::data(std::string_view asset, std::uint64_t epoch, std::optional<std::uint64_t> seq)
{
    Entry &entry = entryOf(asset);
    countNumbered(entry, seq.has_value());
    if (epoch != 0 && epoch == entry.formerEpoch) {
        ++m_late;
        return {.late = true};
    }
    if (isRestart(entry, epoch)) {
        entry.next = seq ? std::optional(*seq + 1) : std::nullopt;
        return {.restart = true};
    }
    if (seq)
        return numbered(entry, *seq);
    return {.interrupted = std::exchange(entry.interrupted, false)};
}

SequenceNote SequenceLedger::heartbeat(std::string_view asset, std::uint64_t epoch, std::optional<std::uint64_t> next)
{
    Entry &entry = entryOf(asset);
    if (epoch != 0 && epoch == entry.formerEpoch)
        return {};
    SequenceNote note;
    note.restart = isRestart(entry, epoch);
    if (!next)
        return note;
    if (!note.restart && entry.next && *next > *entry.next)
        note.lost = *next - *entry.next;
    if (note.restart || !entry.next || *next > *entry.next)
        entry.next = next;
    return note;
}

void SequenceLedger::interrupted()
{
    for (auto &[asset, entry] : m_entries)
        entry.interrupted = true;
}

SequenceLedger::Entry &SequenceLedger::entryOf(std::string_view asset)
{
    return m_entries.try_emplace(std::string(asset)).first->second;
}

bool SequenceLedger::isRestart(Entry &entry, std::uint64_t epoch)
{
    if (epoch == 0 || epoch == entry.epoch)
        return false;
    entry.formerEpoch = entry.epoch;
    entry.epoch = epoch;
    entry.next.reset();
    entry.lateRun = 0;
    entry.interrupted = false;
    return entry.formerEpoch != 0;
}

SequenceNote SequenceLedger::numbered(Entry &entry, std::uint64_t seq)
{
    SequenceNote note;
    entry.interrupted = false;
    if (entry.next && seq < *entry.next) {
        entry.lateRun = entry.lateRun > 0 && seq == entry.lateNext ? entry.lateRun + 1 : 1;
        entry.lateNext = seq + 1;
        ++m_late;
        if (entry.lateRun < kLateRunIsRestart)
            return {.late = true};
        note.restart = true;
    } else if (entry.next) {
        note.lost = seq - *entry.next;
    }
    entry.lateRun = 0;
    entry.next = seq + 1;
    return note;
}

void SequenceLedger::countNumbered(Entry &entry, bool numbered)
{
    if (entry.numbered == numbered)
        return;
    if (entry.numbered)
        --(*entry.numbered ? m_numbered : m_unnumbered);
    ++(numbered ? m_numbered : m_unnumbered);
    entry.numbered = numbered;
}

} // namespace telltale::feed
