// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_share.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>
#include <numeric>

namespace telltale::ui {

namespace {

constexpr int kLeastNameCharacters = 14;

/// What each of `wanted` gets of `room`: all it wants, or an equal share of what those leave that want less.
std::vector<int> shared(const std::vector<int> &wanted, int room)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::vector<int> widths(wanted.size());
    int left = room;
    for (std::size_t i = 0; i < order.size(); ++i) {
        widths[order[i]] = std::min(wanted[order[i]], left / int(order.size() - i));
        left -= widths[order[i]];
    }
    return widths;
}

} // namespace

ColumnShare::ColumnShare(QTableView &table, Columns columns) : QObject(&table), m_table(table), m_columns(std::move(columns))
{
    table.setProperty(kFitsItself, true);
    table.horizontalHeader()->setResizeContentsPrecision(0); // rows in sight are enough
    table.viewport()->installEventFilter(this);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ColumnShare::fit);
    const auto later = [this] { m_soon.start(0); };
    const QAbstractItemModel *model = table.model();
    connect(model, &QAbstractItemModel::dataChanged, this, later);
    connect(model, &QAbstractItemModel::headerDataChanged, this, later);
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(model, &QAbstractItemModel::modelReset, this, later);
    connect(model, &QAbstractItemModel::layoutChanged, this, later);
}

bool ColumnShare::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange || event->type() == QEvent::Show) {
        m_soon.start(0);
    }
    return QObject::eventFilter(watched, event);
}

std::vector<int> ColumnShare::wantedWidths() const
{
    const QAbstractItemView &view = m_table; // where the hints are public
    std::vector<int> wanted;
    for (int i = 0; i < m_table.model()->columnCount(); ++i) {
        wanted.push_back(std::max(view.sizeHintForColumn(i), m_table.horizontalHeader()->sectionSizeHint(i)) + 1);
    }
    return wanted;
}

/// Out of sight there are no rows in sight, and Qt would look at all of them.
void ColumnShare::fit()
{
    if (!m_table.isVisible() || m_table.model()->columnCount() == 0) {
        return;
    }
    std::vector<int> widths = wantedWidths();
    std::vector<int> names;
    for (const int column : m_columns.names) {
        names.push_back(widths[std::size_t(column)]);
        widths[std::size_t(column)] = 0;
    }
    const int least = kLeastNameCharacters * m_table.fontMetrics().averageCharWidth();
    const auto leastOf = [least](int sum, int wanted) { return sum + std::min(wanted, least); };
    const int leastNames = std::accumulate(names.begin(), names.end(), 0, leastOf);
    const auto left = [&] { return m_table.viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0); };
    for (const int column : m_columns.spare) {
        widths[std::size_t(column)] = left() < leastNames ? 0 : widths[std::size_t(column)];
    }
    const std::vector<int> given = shared(names, std::max(left(), leastNames));
    for (std::size_t i = 0; i < given.size(); ++i) {
        widths[std::size_t(m_columns.names[i])] = given[i];
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        m_table.setColumnHidden(int(i), widths[i] == 0);
        m_table.setColumnWidth(int(i), widths[i]);
    }
}

} // namespace telltale::ui
