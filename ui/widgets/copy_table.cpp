// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace telltale::ui {

class CopyTable::Rows final : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(const QStringList &headings, std::vector<QStringList> rows)
    {
        beginResetModel();
        m_headings = headings;
        m_rows = std::move(rows);
        endResetModel();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_headings.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::TextAlignmentRole) {
            const bool words = index.column() == 0 || (m_lastIsWords && index.column() + 1 == m_headings.size());
            return QVariant::fromValue((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        }
        return role == Qt::DisplayRole ? QVariant(m_rows[std::size_t(index.row())].value(index.column())) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headings.value(section)) : QVariant();
    }

    void setLastIsWords() { m_lastIsWords = true; }

private:
    bool m_lastIsWords = false;
    QStringList m_headings;
    std::vector<QStringList> m_rows;
};

CopyTable::CopyTable(const QString &name, QWidget *parent) : QTableView(parent), m_rows(new Rows(this))
{
    setObjectName(name);
    setModel(m_rows);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void CopyTable::setRows(const QStringList &headings, std::vector<QStringList> rows)
{
    if (selectionModel()->hasSelection()) {
        return;
    }
    // What somebody has scrolled to stays in sight as well as it can.
    const QPoint place(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_rows->set(headings, std::move(rows));
    horizontalScrollBar()->setValue(place.x());
    verticalScrollBar()->setValue(place.y());
}

void CopyTable::setLastColumnWords()
{
    constexpr int kMeasuredRows = 100;
    m_rows->setLastIsWords();
    horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
}

QString CopyTable::selectedText() const
{
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    const auto line = [this](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            cells << cell(column).toString();
        }
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines;
    if (chosen.size() == m_rows->rowCount()) {
        lines << line([this](int column) { return m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole); });
    }
    for (const QModelIndex &row : chosen) {
        lines << line([&row](int column) { return row.siblingAtColumn(column).data(); });
    }
    return lines.join(QLatin1Char('\n'));
}

void CopyTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace telltale::ui
