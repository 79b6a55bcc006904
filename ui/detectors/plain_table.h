// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTableWidget>
#include <vector>

namespace telltale::ui {

/// A table to be read and walked through, not to be edited. Tab leaves it.
[[nodiscard]] QTableWidget *plainTable(const QString &name, const QString &accessibleName, QWidget *parent);
/// Replaces the content; columns are as wide as what is in them.
void fillTable(QTableWidget &table, const QStringList &titles, const std::vector<QStringList> &rows);

} // namespace telltale::ui
