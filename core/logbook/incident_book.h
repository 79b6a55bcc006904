// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/incident.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace telltale::logbook {

/// The incidents as they are now, and what may be written about them next. Incidents and handovers share their numbers' counter.
/// Thread: the alarm thread. No clock, no I/O. Cost: O(log n) an entry, n = incidents of the run and those it started from.
class IncidentBook {
public:
    IncidentBook() = default;
    /// `entries`: those of former runs, oldest first; `lastNumber`: the greatest number ever dealt.
    IncidentBook(std::span<const LogbookEntry> entries, std::uint64_t lastNumber);

    [[nodiscard]] std::uint64_t takeNumber() { return ++m_lastNumber; }
    /// Whether the logbook can take the entry (with its subject) now. Errors: InvalidArgument, with words for people.
    [[nodiscard]] Result<void> check(const LogbookEntry &entry) const;
    void take(const LogbookEntry &entry);

    /// Open ones, by number.
    [[nodiscard]] std::vector<Incident> open() const;
    /// Changes whenever anything in `open` did.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

private:
    std::map<std::uint64_t, Incident> m_incidents;
    std::uint64_t m_lastNumber = 0;
    std::uint64_t m_revision = 0;
};

} // namespace telltale::logbook
