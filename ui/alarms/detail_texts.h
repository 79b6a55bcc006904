// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace telltale::ui {

/// The words of the detail pane as functions of what they describe. All plain text.

[[nodiscard]] std::string leadingUnit(const Explanation &why); ///< of the sensor that had most to do with it; may be empty
[[nodiscard]] QString alarmTitle(const Occurrence &alarm);     ///< "line-a/pump1", below it "temperature: anomalous  #4711"
[[nodiscard]] QString alarmState(const Occurrence &alarm, UtcTime now, ZoneChoice zone); ///< state, how long, since when, how often
[[nodiscard]] QString alarmPeople(const Occurrence &alarm);                              ///< owner, verdict, when it becomes more urgent
[[nodiscard]] QString alarmQuality(const Occurrence &alarm);                             ///< "quality good", "unverified since restart …"
[[nodiscard]] QString alarmWhy(const Occurrence &alarm);                                 ///< score, limit, band, detector, versions, model
[[nodiscard]] QString alarmGuidance(const Guidance &guidance);                           ///< "" when nothing is written down
/// One line a transition, newest first; at most `most`, then how many more there are.
[[nodiscard]] QString timelineText(const std::vector<AlarmEvent> &events, ZoneChoice zone, std::size_t most = 60);
/// What is thought of an asset as a whole; empty where nobody judges it.
[[nodiscard]] QString assetLine(const AssetSpec &asset, const AssetState &state);
[[nodiscard]] QStringList sensorLines(const SensorSpec &sensor, const SensorState &state, UtcTime now, ZoneChoice zone);

} // namespace telltale::ui
