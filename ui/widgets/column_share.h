// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

class QTableView;

namespace telltale::ui {

/// Property of a table whose columns follow its content: they are not its user's, and not remembered.
inline constexpr const char *kFitsItself = "fitsItself";

/// Keeps all columns of a table in sight: each is as wide as what is in it, and columns with names, which can be long, share what is left
/// over and elide. Where even that is too little, spare columns are hidden, the first of them first. Thread: UI.
/// Cost: O(rows in sight) a change.
class ColumnShare final : public QObject {
public:
    struct Columns {
        std::vector<int> names;
        std::vector<int> spare = {}; ///< whose content is also said elsewhere
    };
    ColumnShare(QTableView &table, Columns columns);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::vector<int> wantedWidths() const;
    void fit();

    QTableView &m_table;
    Columns m_columns;
    QTimer m_soon;
};

} // namespace telltale::ui
