// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_question.h"
#include "core/model/alarm_event.h"

#include <set>

namespace telltale::kpi {

/// How long the horn was silenced by hand; see Kpis::silenced. One SILENCE is journaled for each sounding alarm: together they are one
/// silence.
class SilenceMeter {
public:
    explicit SilenceMeter(const KpiQuestion &question) : m_question(question) {}

    /// `audible`: the alarm's definition annunciates.
    void add(const AlarmEvent &event, bool audible);
    [[nodiscard]] Duration finish();

private:
    void silence(const AlarmEvent &event);
    void endAt(UtcTime time);

    KpiQuestion m_question;
    std::set<OccurrenceId> m_alarms; ///< silenced; empty = no silence is on
    UtcTime m_since = kNoTime;
    UtcTime m_until = kNoTime;
    Duration m_total{0};
};

} // namespace telltale::kpi
