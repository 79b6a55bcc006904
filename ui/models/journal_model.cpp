// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journal_model.h"

#include <QCoreApplication>
#include <algorithm>

namespace telltale::ui {

namespace {

bool newerFirst(const JournalRow &a, const JournalRow &b)
{
    return a.seq() > b.seq();
}

} // namespace

void JournalModel::setZone(ZoneChoice zone)
{
    m_zone = zone;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void JournalModel::reset(std::vector<JournalRow> newest, bool olderExist)
{
    std::sort(newest.begin(), newest.end(), newerFirst);
    beginResetModel();
    m_rows.assign(newest.begin(), newest.end());
    m_olderExist = olderExist;
    m_asked = false;
    m_kept = kKept;
    endResetModel();
}

void JournalModel::appendOlder(std::vector<JournalRow> page, bool olderExist)
{
    m_asked = false;
    m_olderExist = olderExist;
    const EventSeq oldest = m_rows.empty() ? ~EventSeq{0} : oldestSeq();
    std::erase_if(page, [&](const JournalRow &row) { return row.seq() >= oldest; });
    if (page.empty()) {
        return;
    }
    std::sort(page.begin(), page.end(), newerFirst);
    beginInsertRows({}, rowCount(), rowCount() + int(page.size()) - 1);
    m_rows.insert(m_rows.end(), page.begin(), page.end());
    m_kept = std::max(m_kept, m_rows.size());
    endInsertRows();
}

bool JournalModel::prependNewer(const std::vector<JournalRow> &rows)
{
    const EventSeq newest = m_rows.empty() ? 0 : m_rows.front().seq();
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const JournalRow &row) { return row.seq() > newest; });
    if (first == rows.end()) {
        return true;
    }
    if (first->seq() != newest + 1) {
        return false;
    }
    beginInsertRows({}, 0, int(rows.end() - first) - 1);
    for (auto row = first; row != rows.end(); ++row) {
        m_rows.push_front(*row);
    }
    endInsertRows();
    leaveOutOldest();
    return true;
}

void JournalModel::leaveOutOldest()
{
    if (m_rows.size() <= m_kept || m_asked) // a page on its way is to follow the last row that it was asked for
        return;
    beginRemoveRows({}, int(m_kept), rowCount() - 1);
    m_rows.erase(m_rows.begin() + std::ptrdiff_t(m_kept), m_rows.end());
    m_olderExist = true;
    endRemoveRows();
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kJournalColumnCount);
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const QString text = journalColumns()[std::size_t(index.column())].text(rowAt(index.row()), m_zone);
    return role == Qt::DisplayRole ? text : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = orientation == Qt::Horizontal && section >= 0 && section < int(kJournalColumnCount);
    if (!known || role != Qt::DisplayRole) {
        return {};
    }
    return QCoreApplication::translate("JournalColumns", journalColumns()[std::size_t(section)].title);
}

bool JournalModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_olderExist && !m_asked;
}

void JournalModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    emit olderWanted(oldestSeq());
}

} // namespace telltale::ui
