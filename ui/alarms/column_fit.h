// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alarm_columns.h"

#include <QAbstractItemModel>
#include <QFontMetrics>
#include <array>

namespace telltale::ui {

/// How wide the columns of the alarm list are. With room to spare each is wide enough for its usual content, so that nothing moves when
/// data comes. Where room is short, columns other than asset and what take only what has been seen in them, and grow with it, never shrink:
/// names need the room more. Units: pixels; 0 = hidden. Thread: UI.
class ColumnFit {
public:
    using Widths = std::array<int, AlarmColumnCount>;

    explicit ColumnFit(const QAbstractItemModel &alarms) : m_alarms(alarms) {}

    /// Forgets what was seen, for another font.
    void restart() { m_seen = {}; }
    /// Looks at one row; true when a cell in it is wider than any before in its column.
    bool look(int row, const QFontMetrics &metrics);
    /// For a list `room` wide.
    [[nodiscard]] Widths widths(int room, const QFontMetrics &metrics) const;

private:
    [[nodiscard]] Widths fixedWidths(bool shortOfRoom, const QFontMetrics &metrics) const;

    const QAbstractItemModel &m_alarms;
    Widths m_seen{};
};

} // namespace telltale::ui
