// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/alarm_facts.h"

#include <algorithm>

namespace telltale::kpi {

AlarmFacts factsOf(const AlarmDefinition &definition)
{
    const bool delayed = definition.raise.kind == PersistenceRule::Kind::OnDelay;
    return {definition.source, definition.what, definition.detector, definition.annunciate,
            delayed ? definition.raise.duration : Duration::zero()};
}

bool matches(const KpiFilter &filter, const AlarmFacts &facts, Priority priority)
{
    const std::string &asset = facts.source.asset;
    const bool inside = filter.asset.empty() || asset == filter.asset || asset.starts_with(filter.asset + '/');
    return inside && (!filter.priority || *filter.priority == priority) && (!filter.detector || *filter.detector == facts.detector);
}

bool annunciates(const AlarmEvent &event, const AlarmFacts &facts)
{
    const bool raises = event.kind == AlarmEventKind::Raise || event.kind == AlarmEventKind::OosOff;
    return raises && event.to == AlarmState::B && !event.suppressed && event.priority != Priority::Diagnostic && facts.annunciate;
}

Duration overlap(const KpiQuestion &window, UtcTime from, UtcTime to)
{
    return std::max(Duration::zero(), std::min(to, window.to) - std::max(from, window.from));
}

double percentOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? kMissing : 100.0 * double(part) / double(whole);
}

} // namespace telltale::kpi
