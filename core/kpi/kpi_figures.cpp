// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/kpi_figures.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace telltale::kpi {

namespace {

using K = const Kpis &;
using L = const KpiLimits &;

double minutesOf(Duration time)
{
    return toSeconds(time) / 60.0;
}
double hoursOf(Duration time)
{
    return toSeconds(time) / 3600.0;
}

constexpr std::array kFigures{
    KpiFigure{"watched_hours", KpiUnit::Hours, [](K k) { return k.load.watched.known ? hoursOf(k.load.watched.time) : kMissing; }},
    KpiFigure{"window_hours", KpiUnit::Hours, [](K k) { return hoursOf(k.question.length()); }},
    KpiFigure{"alarms", KpiUnit::Alarms, [](K k) { return double(k.load.raises); }},
    KpiFigure{"alarms_per_hour", KpiUnit::PerHour, [](K k) { return k.load.perHour; },
              [](L l) { return l.manageablePerBin * (std::chrono::hours{1} / kBin); }},
    KpiFigure{"alarms_per_10_min_mean", KpiUnit::PerTenMinutes, [](K k) { return k.load.meanPerBin; },
              [](L l) { return l.manageablePerBin; }},
    KpiFigure{"alarms_per_10_min_max", KpiUnit::PerTenMinutes, [](K k) { return double(k.load.mostInBin); },
              [](L l) { return double(l.floodAbove); }},
    KpiFigure{"crowded_10_min_percent", KpiUnit::Percent, [](K k) { return k.load.crowdedPercent; }},
    KpiFigure{"floods", KpiUnit::Episodes, [](K k) { return double(k.load.floods.size()); }},
    KpiFigure{"flood_minutes", KpiUnit::Minutes, [](K k) { return minutesOf(k.load.inFlood); }},
    KpiFigure{"definitions", KpiUnit::Definitions, [](K k) { return double(k.definitions); }},
    KpiFigure{"top_share_percent", KpiUnit::Percent, [](K k) { return k.topPercent; }},
    KpiFigure{"chattering", KpiUnit::Definitions, [](K k) { return double(k.chattering); }},
    KpiFigure{"cleared", KpiUnit::Alarms, [](K k) { return double(k.fleeting.cleared); }},
    KpiFigure{"fleeting", KpiUnit::Alarms, [](K k) { return double(k.fleeting.fleeting); }},
    KpiFigure{"fleeting_percent", KpiUnit::Percent, [](K k) { return k.fleeting.percent; }},
    KpiFigure{"standing", KpiUnit::Alarms, [](K k) { return double(k.standing.inWindow); }},
    KpiFigure{"standing_now", KpiUnit::Alarms, [](K k) { return double(k.standing.now.size()); }},
    KpiFigure{"acknowledged", KpiUnit::Alarms, [](K k) { return double(k.response.acknowledged); }},
    KpiFigure{"time_to_ack_p50", KpiUnit::Seconds, [](K k) { return k.response.p50Sec; }},
    KpiFigure{"time_to_ack_p95", KpiUnit::Seconds, [](K k) { return k.response.p95Sec; }},
    KpiFigure{"acknowledged_after_clear_percent", KpiUnit::Percent, [](K k) { return k.response.afterClearPercent; }},
    KpiFigure{"unacknowledged_now", KpiUnit::Alarms, [](K k) { return double(k.response.waiting); }},
    KpiFigure{"shelved_now", KpiUnit::Definitions, [](K k) { return double(k.shelved.now); }},
    KpiFigure{"shelved_hours", KpiUnit::Hours, [](K k) { return hoursOf(k.shelved.time); }},
    KpiFigure{"by_design_now", KpiUnit::Definitions, [](K k) { return double(k.byDesign.now); }},
    KpiFigure{"by_design_hours", KpiUnit::Hours, [](K k) { return hoursOf(k.byDesign.time); }},
    KpiFigure{"out_of_service_now", KpiUnit::Definitions, [](K k) { return double(k.outOfService.now); }},
    KpiFigure{"out_of_service_hours", KpiUnit::Hours, [](K k) { return hoursOf(k.outOfService.time); }},
    KpiFigure{"suppressed_raises", KpiUnit::Alarms, [](K k) { return double(k.suppressedRaises()); }},
    KpiFigure{"unannunciated_raises", KpiUnit::Alarms, [](K k) { return double(k.unannunciated); }},
    KpiFigure{"alarms_with_verdict", KpiUnit::Alarms, [](K k) { return double(k.verdicts.judged()); }},
    KpiFigure{"alarms_without_verdict", KpiUnit::Alarms, [](K k) { return double(k.verdicts.alarms - k.verdicts.judged()); }},
    KpiFigure{"false_alarm_percent", KpiUnit::Percent, [](K k) { return k.verdicts.falsePercent; }},
    KpiFigure{"silenced_minutes", KpiUnit::Minutes, [](K k) { return minutesOf(k.silenced); }},
};

} // namespace

std::string_view toText(KpiUnit unit)
{
    constexpr std::array<std::string_view, 9> kTexts{"alarms", "definitions", "1/h", "1/10min", "%", "s", "min", "h", "episodes"};
    return kTexts[static_cast<std::size_t>(unit)];
}

std::span<const KpiFigure> kpiFigures()
{
    return kFigures;
}

const KpiFigure &kpiFigure(std::string_view id)
{
    const auto found = std::find_if(kFigures.begin(), kFigures.end(), [&](const KpiFigure &each) { return each.id == id; });
    assert(found != kFigures.end());
    return *found;
}

} // namespace telltale::kpi
