// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <QString>
#include <array>

namespace telltale::ui {

/// What of the alarm list is wanted and in which order: a plain value that can be compared, named and stored.
struct AlarmView {
    enum class Tab { All, Unacked, Acked, Latched };
    static constexpr int kDefaultOrder = -1;

    Tab tab = Tab::All;
    QString text; ///< trimmed; part of asset, sensor, what happened or owner
    std::array<bool, 4> priorities{true, true, true, true};
    SensorKey source;      ///< this asset and what is below it, or one sensor of it; an empty asset = all
    bool doubtful = false; ///< only alarms whose data cannot be believed
    int sortColumn = kDefaultOrder;
    bool descending = false;
    bool grouped = false; ///< by asset

    /// Order and groups of this view, hiding nothing.
    [[nodiscard]] AlarmView orderOnly() const;
    [[nodiscard]] bool accepts(const Occurrence &alarm) const;
    [[nodiscard]] bool hidesAnything() const;
    [[nodiscard]] bool isShown(Priority priority) const { return priorities[std::size_t(priority) - 1]; }

    friend bool operator==(const AlarmView &, const AlarmView &) = default;
};

/// Unacknowledged alarms that `view` does not show, by priority (P1 first).
[[nodiscard]] std::array<int, 4> hiddenUnacked(const AlarmView &view, const std::vector<Occurrence> &alarms);

/// One line that reads back to the same view; settings keep views so.
[[nodiscard]] QString toLine(const AlarmView &view);
/// What a line does not say, or says in a way nobody knows, stays as it is by default.
[[nodiscard]] AlarmView viewFromLine(const QString &line);

} // namespace telltale::ui
