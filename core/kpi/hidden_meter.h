// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/alarm_facts.h"
#include "core/kpi/kpis.h"

#include <list>

namespace telltale::kpi {

/// Time and raises of shelved, suppressed and out-of-service definitions. Transitions of older journals do not say which alarm of a source
/// they are about where no occurrence is open: they end whatever of it is hidden.
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
