// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figure_labels.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

struct Label {
    std::string_view id;
    const char *text;
};

constexpr std::array kLabels{
    Label{"watched_hours", QT_TRANSLATE_NOOP("KpiTexts", "Watched (rates are over this time)")},
    Label{"window_hours", QT_TRANSLATE_NOOP("KpiTexts", "Whole time")},
    Label{"alarms", QT_TRANSLATE_NOOP("KpiTexts", "Alarms")},
    Label{"alarms_per_hour", QT_TRANSLATE_NOOP("KpiTexts", "Alarms per hour")},
    Label{"alarms_per_10_min_mean", QT_TRANSLATE_NOOP("KpiTexts", "Alarms per 10 min, mean")},
    Label{"alarms_per_10_min_max", QT_TRANSLATE_NOOP("KpiTexts", "Most in 10 min")},
    Label{"crowded_10_min_percent", QT_TRANSLATE_NOOP("KpiTexts", "10-min spans in flood")},
    Label{"floods", QT_TRANSLATE_NOOP("KpiTexts", "Floods")},
    Label{"flood_minutes", QT_TRANSLATE_NOOP("KpiTexts", "Time in flood")},
    Label{"definitions", QT_TRANSLATE_NOOP("KpiTexts", "Definitions that alarmed")},
    Label{"top_share_percent", QT_TRANSLATE_NOOP("KpiTexts", "Share of the worst")},
    Label{"chattering", QT_TRANSLATE_NOOP("KpiTexts", "Chattering")},
    Label{"cleared", QT_TRANSLATE_NOOP("KpiTexts", "Cleared")},
    Label{"fleeting", QT_TRANSLATE_NOOP("KpiTexts", "Fleeting")},
    Label{"fleeting_percent", QT_TRANSLATE_NOOP("KpiTexts", "Fleeting, share")},
    Label{"standing", QT_TRANSLATE_NOOP("KpiTexts", "Standing in this time")},
    Label{"standing_now", QT_TRANSLATE_NOOP("KpiTexts", "Standing at the end")},
    Label{"acknowledged", QT_TRANSLATE_NOOP("KpiTexts", "Acknowledged")},
    Label{"time_to_ack_p50", QT_TRANSLATE_NOOP("KpiTexts", "Time to acknowledge, half within")},
    Label{"time_to_ack_p95", QT_TRANSLATE_NOOP("KpiTexts", "Time to acknowledge, 95 % within")},
    Label{"acknowledged_after_clear_percent", QT_TRANSLATE_NOOP("KpiTexts", "Acknowledged after clear")},
    Label{"unacknowledged_now", QT_TRANSLATE_NOOP("KpiTexts", "Unacknowledged at the end")},
    Label{"shelved_now", QT_TRANSLATE_NOOP("KpiTexts", "Shelved at the end")},
    Label{"shelved_hours", QT_TRANSLATE_NOOP("KpiTexts", "Shelved, time")},
    Label{"by_design_now", QT_TRANSLATE_NOOP("KpiTexts", "Suppressed by rule at the end")},
    Label{"by_design_hours", QT_TRANSLATE_NOOP("KpiTexts", "Suppressed by rule, time")},
    Label{"out_of_service_now", QT_TRANSLATE_NOOP("KpiTexts", "Out of service at the end")},
    Label{"out_of_service_hours", QT_TRANSLATE_NOOP("KpiTexts", "Out of service, time")},
    Label{"suppressed_raises", QT_TRANSLATE_NOOP("KpiTexts", "Suppressed raises")},
    Label{"unannunciated_raises", QT_TRANSLATE_NOOP("KpiTexts", "Raises for the journal only")},
    Label{"alarms_with_verdict", QT_TRANSLATE_NOOP("KpiTexts", "Alarms with a verdict")},
    Label{"alarms_without_verdict", QT_TRANSLATE_NOOP("KpiTexts", "Alarms without a verdict")},
    Label{"false_alarm_percent", QT_TRANSLATE_NOOP("KpiTexts", "False alarms")},
    Label{"silenced_minutes", QT_TRANSLATE_NOOP("KpiTexts", "Horn silenced")},
};

} // namespace

QString figureLabel(std::string_view id)
{
    const auto found = std::find_if(kLabels.begin(), kLabels.end(), [&](const Label &each) { return each.id == id; });
    return found == kLabels.end() ? toQt(std::string(id)) : QCoreApplication::translate("KpiTexts", found->text);
}

} // namespace telltale::ui
