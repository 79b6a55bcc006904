// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/suppressed_alarm.h"
#include "ui/models/time_text.h"

#include <QString>
#include <array>

namespace telltale::ui {

struct SuppressedRowContext {
    UtcTime now = kNoTime; ///< operators' clock
    ZoneChoice zone = ZoneChoice::Local;
};

/// The columns of what is kept from people, in order. `sample` is the widest usual text.
struct SuppressedColumn {
    const char *title;
    const char *tip;
    const char *sample;
    QString (*text)(const SuppressedAlarm &, const SuppressedRowContext &);
};

enum SuppressedColumnIndex {
    HeldColumn,
    HeldUntilColumn,
    HeldLeftColumn,
    HeldAssetColumn,
    HeldWhatColumn,
    HeldPriorityColumn,
    HeldConditionColumn,
    HeldRaisesColumn,
    HeldReasonColumn,
    HeldByColumn,
    HeldSinceColumn,
    SuppressedColumnCount
};

[[nodiscard]] const std::array<SuppressedColumn, SuppressedColumnCount> &suppressedColumns();

/// The strongest of the reasons why it is kept from people: the one that a row shows.
[[nodiscard]] const Hold &strongestHold(const SuppressedAlarm &alarm);
/// A shelf's end is near, or a review is overdue.
[[nodiscard]] bool wantsAttention(const SuppressedAlarm &alarm, UtcTime now);
/// Everything that keeps it from people, strongest first, one sentence a line.
[[nodiscard]] QString holdText(const SuppressedAlarm &alarm, UtcTime now, ZoneChoice zone);

} // namespace telltale::ui
