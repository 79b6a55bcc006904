// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

class QHBoxLayout;

namespace telltale::ui {

class FittingLabel;

/// Shares the room of a row among those of its labels that have several forms: each first gets its shortest form, then the most important
/// ones get longer forms for as long as there is room; where even the shortest do not fit, the least important gives way. Without it a row
/// that is short of room takes a little from every label, and all of them are cut. Thread: UI. Cost: O(parts of the row) a change.
class RoomShare final : public QObject {
public:
    /// `row` is the layout of a widget that belongs to it alone. `byImportance`: labels in it, the most important first.
    RoomShare(QHBoxLayout &row, std::vector<FittingLabel *> byImportance);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int roomLeft() const;
    void share();

    QHBoxLayout &m_row;
    std::vector<FittingLabel *> m_labels;
};

} // namespace telltale::ui
