// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QString>
#include <vector>

namespace telltale::ui {

/// One asset at a glance: everything its tile shows, so that two can be compared.
struct MachineTile {
    /// One a sensor, in the order of the plant: who looks often knows the places.
    struct Mark {
        AlarmState alarm = AlarmState::A;
        Priority priority = Priority::Diagnostic;
        bool doubtful = false;  ///< stale or bad quality
        bool anomalous = false; ///< without an alarm (yet)

        friend bool operator==(const Mark &, const Mark &) = default;
    };
    AssetId asset{};
    QString path;
    int rank = 0; ///< smaller is more pressing, as `tileRank`
    AlarmState alarm = AlarmState::A;
    Priority priority = Priority::Diagnostic;
    std::vector<Mark> marks;
    QString line; ///< its most pressing sensor with its value, or that all is normal

    friend bool operator==(const MachineTile &, const MachineTile &) = default;
};

/// How pressing a sensor's state is; smaller is worse. Alarms come before doubtful data, those before anomalies, those before normal.
[[nodiscard]] int tileRank(const SensorState &state);
/// Of an asset: the worst of its sensors, and of its alarms as a whole.
[[nodiscard]] int machineRank(const Snapshot &snapshot, AssetId asset);
inline constexpr int kFirstQuietRank = 200; ///< from here on there is no alarm

[[nodiscard]] MachineTile machineTile(const Snapshot &snapshot, AssetId asset);
/// "line-a/pump1, P1 NEW, 9 sensors, temperature 82.4 °C".
[[nodiscard]] QString spokenText(const MachineTile &tile);

} // namespace telltale::ui
