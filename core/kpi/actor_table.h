// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/alarm_facts.h"
#include "core/kpi/kpis.h"

#include <deque>
#include <map>
#include <utility>

namespace telltale::kpi {

/// Who raises how often, and who chatters.
class ActorTable {
public:
    explicit ActorTable(const KpiQuestion &question) : m_question(question) {}

    void raised(const AlarmEvent &event, const AlarmFacts &facts);
    void fleeting(const AlarmFacts &facts);
    /// Fills everything that is about definitions and their groups.
    void finish(Kpis &kpis) const;

private:
    struct Entry {
        BadActor actor;
        std::deque<UtcTime> recent; ///< as many raises as chatter takes
    };
    using Key = std::pair<SensorKey, std::string>;
    [[nodiscard]] bool chatters(const Entry &entry) const;
    [[nodiscard]] std::vector<BadActor> worstFirst(std::uint64_t all) const;

    KpiQuestion m_question;
    std::map<Key, Entry> m_entries;
    std::map<std::string, std::uint64_t> m_assets;
    std::map<std::string, std::uint64_t> m_detectors;
};

} // namespace telltale::kpi
