// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/plain_table.h"

#include "ui/widgets/plain.h"

#include <QHeaderView>

namespace telltale::ui {

QTableWidget *plainTable(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *table = new QTableWidget(parent);
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setMinimumHeight(4 * table->fontMetrics().height());
    return table;
}

void fillTable(QTableWidget &table, const QStringList &titles, const std::vector<QStringList> &rows)
{
    const int current = table.currentRow();
    table.setColumnCount(int(titles.size()));
    table.setHorizontalHeaderLabels(titles);
    table.setRowCount(int(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            auto *item = new QTableWidgetItem(rows[row][column]);
            item->setToolTip(escapedToolTip(rows[row][column]));
            table.setItem(int(row), int(column), item);
        }
    }
    table.resizeColumnsToContents();
    if (current >= 0 && current < table.rowCount()) {
        table.setCurrentCell(current, 0);
    }
}

} // namespace telltale::ui
