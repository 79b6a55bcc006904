// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/alarm_facts.h"
#include "core/kpi/kpis.h"

#include <list>

namespace telltale::kpi {

/// Time and raises of shelved, suppressed and out-of-service definitions. A definition without an open alarm has no occurrence to name
/// it in the journal: such an event belongs to whatever of its source is hidden.
class HiddenMeter {
public:
    explicit HiddenMeter(const KpiQuestion &question) : m_question(question) {}

    void add(const AlarmEvent &event, const AlarmFacts &facts);
    void finish(Kpis &kpis);

private:
    struct Span {
        AlarmFacts facts;
        AlarmState state;
        Priority priority;
        UtcTime since;
    };
    [[nodiscard]] HiddenAlarms &kindOf(AlarmState state);
    void begin(const AlarmEvent &event, const AlarmFacts &facts);
    void end(const AlarmEvent &event, const AlarmFacts &facts);
    void count(const Span &span, UtcTime end);

    KpiQuestion m_question;
    std::list<Span> m_open;
    HiddenAlarms m_shelved;
    HiddenAlarms m_byDesign;
    HiddenAlarms m_outOfService;
};

} // namespace telltale::kpi
