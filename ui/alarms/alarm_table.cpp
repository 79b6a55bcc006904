// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_table.h"

#include "ui/alarms/alarm_delegate.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/widgets/focus_style.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kHalfBlinkMs = 500; // one blink a second: WCAG 2.3.1 allows three

OccurrenceId idAt(const QAbstractItemModel &model, int row)
{
    return model.index(row, 0).data(AlarmModel::OccurrenceRole).toULongLong();
}

} // namespace

AlarmTable::AlarmTable(AlarmFilter &alarms, QWidget *parent)
    : QTableView(parent)
    , m_filter(alarms)
    , m_delegate(new AlarmDelegate(*this, this))
    , m_fit(alarms)
{
    setObjectName(QStringLiteral("alarmTable"));
    setAccessibleName(tr("Alarms, the most pressing first"));
    setModel(&alarms);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(false);
    setShowGrid(false);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
    setUpHeader();
    connect(&alarms, &QAbstractItemModel::rowsInserted, this, &AlarmTable::noteInserted);
    connect(&m_blink, &QTimer::timeout, this, &AlarmTable::blink);
    m_blink.start(kHalfBlinkMs);
}

void AlarmTable::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &AlarmTable::sortByColumn);
    connect(&m_filter, &AlarmFilter::filterChanged, this, &AlarmTable::showOrder);
    showOrder();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setStretchLastSection(false);
    fitColumns();
}

/// Widths follow from the font and from what is in sight.
void AlarmTable::fitColumns()
{
    const QFontMetrics metrics = boldMetrics();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(std::max({24, smallestTarget(*this), metrics.height() + 8}));
    horizontalHeader()->setMinimumSectionSize(metrics.averageCharWidth());
    const ColumnFit::Widths widths = m_fit.widths(viewport()->width(), metrics);
    for (int i = 0; i < AlarmColumnCount; ++i) {
        setColumnHidden(i, widths[std::size_t(i)] == 0);
        setColumnWidth(i, widths[std::size_t(i)]);
    }
}

void AlarmTable::fitToRowsInSight()
{
    const QFontMetrics metrics = boldMetrics();
    bool wider = false;
    for (int row = rowAt(0); row >= 0 && row < m_filter.rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        wider = m_fit.look(row, metrics) || wider;
    }
    if (wider) {
        fitColumns();
    }
}

/// Unacknowledged rows are bold.
QFontMetrics AlarmTable::boldMetrics() const
{
    QFont bold = font();
    bold.setBold(true);
    return QFontMetrics(bold);
}

/// A selected row is held while it is in sight and somebody has worked with the list a moment ago.
bool AlarmTable::holdsSelection() const
{
    const int y = currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : -1;
    const bool inSight = y > -rowHeight(0) && y < viewport()->height();
    return selectionModel()->hasSelection() && inSight && m_sinceTouch.isValid() && !m_sinceTouch.hasExpired(m_patience.count());
}

bool AlarmTable::followsTop() const
{
    const bool atTop = verticalScrollBar()->value() == 0 || m_ownOffset;
    return atTop && !viewport()->underMouse() && !holdsSelection();
}

/// The same column again: the other way round, then the default order.
void AlarmTable::sortByColumn(int column)
{
    const AlarmView &view = m_filter.view();
    if (view.sortColumn != column) {
        m_filter.sortBy(column, false);
    } else {
        m_filter.sortBy(view.descending ? AlarmView::kDefaultOrder : column, !view.descending);
    }
}

void AlarmTable::showOrder()
{
    const AlarmView &view = m_filter.view();
    horizontalHeader()->setSortIndicatorShown(view.sortColumn != AlarmView::kDefaultOrder);
    horizontalHeader()->setSortIndicator(view.sortColumn, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

int AlarmTable::rowUnderPointer() const
{
    return viewport()->underMouse() ? rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()) : -1;
}

void AlarmTable::holdStill()
{
    m_holding = true;
    const int pointed = rowUnderPointer();
    m_filter.pin(pointed < 0 ? 0 : m_filter.keyAt(pointed));
    m_inserted.clear();
    m_anchors.clear();
    if (!followsTop()) {
        collectAnchors();
    } else if (m_ownOffset) {
        m_heldTop = 0;
        moveTo(0);
    }
}

/// Scrolls without this counting as somebody's wish.
void AlarmTable::moveTo(int top)
{
    m_moving = true;
    updateGeometries();
    m_ownOffset = top > 0 && (m_ownOffset || verticalScrollBar()->value() == 0);
    verticalScrollBar()->setValue(top);
    m_moving = false;
}

/// Rows in sight: first the one under the pointer, then the current one, then from the top.
void AlarmTable::collectAnchors()
{
    const int first = rowAt(0);
    if (first < 0) {
        return;
    }
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? m_filter.rowCount() - 1 : bottom;
    std::vector<int> rows;
    const int pointed = rowUnderPointer();
    rows.push_back(pointed);
    rows.push_back(currentIndex().row());
    for (int row = first; row <= last; ++row) {
        rows.push_back(row);
    }
    for (const int row : rows) {
        if (row >= first && row <= last) {
            m_anchors.push_back({m_filter.index(row, 0), rowViewportPosition(row), seqAt(row), row == pointed});
        }
    }
}

/// Newest event of an alarm; 0 for the line of a group, which stands where its alarms stand.
EventSeq AlarmTable::seqAt(int row) const
{
    const Occurrence *alarm = m_filter.alarmAt(row);
    return alarm ? alarm->lastSeq : 0;
}

void AlarmTable::noteInserted(const QModelIndex &, int first, int last)
{
    for (int row = first; m_holding && row <= last; ++row) {
        if (const OccurrenceId id = idAt(m_filter, row); id != 0) {
            m_inserted.push_back(id);
        }
    }
}

/// A row to which something happened may have a new place, unless the pointer is on it; the best one that has not holds the picture.
void AlarmTable::settle()
{
    m_holding = false;
    executeDelayedItemsLayout();
    const auto anchor = std::find_if(m_anchors.begin(), m_anchors.end(), [&](const Anchor &candidate) {
        return candidate.index.isValid() && (candidate.pointed || seqAt(candidate.index.row()) == candidate.lastSeq);
    });
    if (anchor != m_anchors.end()) {
        const int shift = rowViewportPosition(anchor->index.row()) - anchor->y;
        m_heldTop = std::max(0, verticalScrollBar()->value() + shift);
        moveTo(m_heldTop);
    }
    m_anchors.clear();
    m_unseen.insert(m_inserted.begin(), m_inserted.end());
    countNewAbove();
    fitToRowsInSight();
}

/// A list that is shorter than its room may still have to be pushed up for the row under the pointer to stay where it is.
void AlarmTable::updateGeometries()
{
    const bool moving = std::exchange(m_moving, true);
    const int top = verticalScrollBar()->value();
    QTableView::updateGeometries();
    if (m_heldTop > verticalScrollBar()->maximum()) {
        verticalScrollBar()->setMaximum(m_heldTop);
        verticalScrollBar()->setValue(top);
    }
    m_moving = moving;
}

void AlarmTable::countNewAbove()
{
    const int first = rowAt(0) < 0 ? m_filter.rowCount() : rowAt(0);
    std::vector<OccurrenceId> above;
    std::set<OccurrenceId> unseen;
    for (int row = 0; row < first && !m_unseen.empty(); ++row) {
        const OccurrenceId id = idAt(m_filter, row);
        if (m_unseen.contains(id)) {
            above.push_back(id);
            unseen.insert(id);
        }
    }
    m_unseen = std::move(unseen);
    if (above != m_newAbove) {
        m_newAbove = std::move(above);
        emit newAboveChanged();
    }
}

void AlarmTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (!m_holding && !m_moving) {
        m_ownOffset = false;
        m_heldTop = std::min(m_heldTop, verticalScrollBar()->value());
        countNewAbove();
    }
}

bool AlarmTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) {
        m_sinceTouch.start();
    }
    return QTableView::viewportEvent(event);
}

/// Left folds the group of the current row away, Right unfolds it.
void AlarmTable::keyPressEvent(QKeyEvent *event)
{
    m_sinceTouch.start();
    const bool folds = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const int group = folds && currentIndex().isValid() ? m_filter.groupRowOf(currentIndex().row()) : -1;
    if (group < 0) {
        QTableView::keyPressEvent(event);
        return;
    }
    const std::uint64_t key = m_filter.keyAt(group);
    m_filter.fold(group, event->key() == Qt::Key_Left);
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        if (m_filter.keyAt(row) == key) {
            select(row);
            return;
        }
    }
}

OccurrenceId AlarmTable::currentAlarm() const
{
    const std::vector<OccurrenceId> selected = selectedAlarms();
    const QModelIndex current = currentIndex();
    if (current.isValid() && selectionModel()->isSelected(current)) {
        const int row = current.row();
        return m_filter.groupAt(row) ? m_filter.groupAt(row)->worst->id : idAt(m_filter, row);
    }
    return selected.empty() ? 0 : selected.front();
}

std::vector<OccurrenceId> AlarmTable::selectedAlarms() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<OccurrenceId> ids;
    const auto add = [&ids](OccurrenceId id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    };
    for (const QModelIndex &row : rows) {
        if (const OccurrenceId id = idAt(m_filter, row.row()); id != 0) {
            add(id);
            continue;
        }
        const std::vector<OccurrenceId> below = m_filter.alarmsBelow(row.row());
        std::for_each(below.begin(), below.end(), add);
    }
    return ids;
}

void AlarmTable::select(int row)
{
    const QModelIndex index = m_filter.index(row, SymbolColumn);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void AlarmTable::goHome()
{
    m_heldTop = 0;
    moveTo(0);
    countNewAbove();
    setFocus(Qt::ShortcutFocusReason);
    if (m_filter.rowCount() > 0) {
        select(0);
    }
}

void AlarmTable::step(int rows)
{
    if (m_filter.rowCount() == 0) {
        return;
    }
    const int from = currentIndex().isValid() ? currentIndex().row() : (rows > 0 ? -1 : m_filter.rowCount());
    select(std::clamp(from + rows, 0, m_filter.rowCount() - 1));
}

void AlarmTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_holding) {
        m_sinceTouch.start();
    }
    if (const OccurrenceId id = currentAlarm(); id != 0 && !selected.isEmpty()) {
        emit alarmChosen(id);
    }
}

void AlarmTable::setBlinking(bool on)
{
    m_lit = true;
    m_delegate->setLit(true);
    viewport()->update();
    if (on) {
        m_blink.start(kHalfBlinkMs);
    } else {
        m_blink.stop();
    }
}

/// Only the symbols of rows in sight that wait for an acknowledgement, all in phase.
void AlarmTable::blink()
{
    m_lit = !m_lit;
    m_delegate->setLit(m_lit);
    const int first = rowAt(0);
    for (int row = first; first >= 0 && row < m_filter.rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        const QModelIndex index = m_filter.index(row, SymbolColumn);
        if (index.data(AlarmModel::UnackedRole).toBool()) {
            viewport()->update(visualRect(index));
        }
    }
}

void AlarmTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void AlarmTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_fit.restart();
        fitColumns();
        fitToRowsInSight();
    }
}

QString AlarmTable::emptyText() const
{
    const int all = m_filter.alarms().rowCount();
    return all == 0 ? tr("No open alarms.") : tr("The filter hides %n open alarm(s): all there are.", nullptr, all);
}

void AlarmTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_filter.rowCount() == 0) {
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    }
}

} // namespace telltale::ui
