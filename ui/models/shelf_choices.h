// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"
#include "ui/models/time_text.h"

#include <QString>
#include <vector>

namespace telltale::ui {

/// An alarm that somebody wants to keep from people for a while.
struct ShelfSubject {
    AlarmKey key;
    AlarmDefinition definition;
    Priority priority = Priority::P2; ///< now; an open alarm may have become more urgent than its definition
    Duration longest{0};              ///< that it may be shelved for
    bool chattering = false;

    friend bool operator==(const ShelfSubject &, const ShelfSubject &) = default;
};

struct ShelfChoice {
    QChar key; ///< a digit that means the same whatever else is offered
    QString text;
    Duration length{0};
    bool oneShot = false;
};

/// How long alarms may be shelved, all of them together.
struct ShelfChoices {
    std::vector<ShelfChoice> offered; ///< empty: none may be shelved
    std::size_t proposed = 0;         ///< half an hour, or the longest that is shorter
    QString note;                     ///< what is not offered and why; may be empty
    Duration longest{0};              ///< that every one of them allows
};

/// Shapes: at least one subject. `shiftEnd`: of the shift that contains `now`. Missing: alarms that must not be shelved leave nothing to
/// offer, and the note names the first of them.
[[nodiscard]] ShelfChoices shelfChoices(const std::vector<ShelfSubject> &subjects, UtcTime now, UtcTime shiftEnd, ZoneChoice zone);

} // namespace telltale::ui
