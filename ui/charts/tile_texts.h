// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QString>

namespace telltale::ui {

/// An alarm is to be seen on the tile: active, or still waiting for somebody. Shelved, suppressed and out of service are only written.
[[nodiscard]] bool showsAlarm(const SensorState &state);
/// The newest value cannot be believed: stale or not of good quality. Before the first sample there is nothing to doubt.
[[nodiscard]] bool isDoubtful(const SensorState &state);

/// "stale", "bad quality", "warming up 43 %", "no decision", "no sample yet"; empty when there is nothing to say.
[[nodiscard]] QString tileNote(const SensorState &state);
/// "NEW", "ACK", "SHELVED"; empty without an alarm.
[[nodiscard]] QString tileAlarmLabel(const SensorState &state);

/// "line-a/pump1 temperature 22.1 °C, P1 alarm, not acknowledged".
[[nodiscard]] QString tileSpokenName(const SensorSpec &sensor, const SensorState &state);
/// The same without the value: changes only when something happens.
[[nodiscard]] QString tileSpokenState(const SensorSpec &sensor, const SensorState &state);

} // namespace telltale::ui
