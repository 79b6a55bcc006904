// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator points at in a trend, by keyboard and by mouse.
#include "ui/charts/time_text.h"
#include "ui/charts/trend_view_room.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr int kSteps = 100;        ///< of the cursor from one edge to the other
constexpr double kPage = 0.5;      ///< of the span
constexpr double kMakeRoom = 0.25; ///< of the span, when the cursor leaves the picture

enum class Deed { Move, Page, Zoom, Drop };

struct KeyRow {
    int key;
    Deed deed;
    int direction;
};
constexpr std::array kKeys{KeyRow{Qt::Key_Left, Deed::Move, -1},   KeyRow{Qt::Key_Right, Deed::Move, 1},
                           KeyRow{Qt::Key_PageUp, Deed::Page, -1}, KeyRow{Qt::Key_PageDown, Deed::Page, 1},
                           KeyRow{Qt::Key_Return, Deed::Zoom, 0},  KeyRow{Qt::Key_Enter, Deed::Zoom, 0},
                           KeyRow{Qt::Key_Escape, Deed::Drop, 0}};

const KeyRow *rowOf(const QKeyEvent &key)
{
    const auto row = std::find_if(kKeys.begin(), kKeys.end(), [&](const KeyRow &each) { return each.key == key.key(); });
    const bool shift = (key.modifiers() & Qt::ShiftModifier) != 0;
    const bool other = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0;
    return row == kKeys.end() || other || (shift && row->deed != Deed::Move) ? nullptr : &*row;
}

} // namespace

bool TrendView::event(QEvent *event)
{
    // Before the window's own shortcuts: Esc means the marked range first.
    if (event->type() == QEvent::ShortcutOverride && m_room->wants(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TrendView::keyPressEvent(QKeyEvent *event)
{
    if (m_room->wants(*event))
        m_room->press(*event);
    else
        QWidget::keyPressEvent(event);
}

void TrendView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_room->showFocus();
}

void TrendView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_room->showFocus();
}

bool TrendView::Room::wants(const QKeyEvent &key) const
{
    const KeyRow *row = rowOf(key);
    if (row == nullptr || !m_haveSensor)
        return false;
    const bool zooms = row->deed != Deed::Zoom || marking.range();
    const bool drops = row->deed != Deed::Drop || marking.cursor();
    return zooms && drops;
}

void TrendView::Room::press(const QKeyEvent &key)
{
    const KeyRow &row = *rowOf(key);
    switch (row.deed) {
    case Deed::Move: moveCursor(row.direction, (key.modifiers() & Qt::ShiftModifier) != 0); break;
    case Deed::Page: view.panBy(kPage * row.direction); break;
    case Deed::Zoom: view.zoomToMarked(); break;
    case Deed::Drop: view.dropMarking(); break;
    }
}

void TrendView::Room::showFocus()
{
    m_chart->viewport()->update();
}

UtcTime TrendView::Room::timeAt(double share) const
{
    return picture.range.begin() + fromSeconds(toSeconds(picture.range.span()) * share);
}

bool TrendView::Room::inSight(UtcTime time) const
{
    return time >= picture.range.begin() && time <= picture.range.end();
}

/// From the cursor, or from where an operator is likely to look: the newest of a live picture, the middle of one that stands still.
void TrendView::Room::moveCursor(int steps, bool extend)
{
    const TrendRange &range = picture.range;
    const bool goOn = marking.cursor() && (extend || inSight(*marking.cursor()));
    const UtcTime from = goOn ? *marking.cursor() : range.live() ? range.end() : range.centre();
    if (extend && !goOn)
        pointAt(from, false);
    const UtcTime to = std::min(from + steps * (range.span() / kSteps), range.now());
    pointAt(to, extend);
    bringIntoSight(to);
}

void TrendView::Room::pointAt(UtcTime time, bool extend)
{
    changeMarking([&](TrendMarking &own) { extend ? own.extendTo(time) : own.moveTo(time); });
}

void TrendView::Room::bringIntoSight(UtcTime time)
{
    if (time < picture.range.begin())
        view.panBy(-kMakeRoom);
    else if (time > picture.range.end())
        view.panBy(kMakeRoom);
}

void TrendView::Room::showMarking()
{
    m_chart->viewport()->update();
    showStatus();
}

QPointF TrendView::Room::cursorPoint() const
{
    const PlotMap &map = picture.map();
    const double x = std::min(map.x(toNanos(*marking.cursor())), map.plot.right() - 1.0); // the right edge itself is outside
    return {std::max(x, map.plot.left()), map.plot.top()};
}

/// Of the mouse where it is over the plot, else of the cursor. A lane has room for one line.
void TrendView::Room::paintReadouts(QPainter &painter, const QRectF &bounds)
{
    const bool lane = m_form == Form::Lane;
    if (m_hover) {
        const QStringList lines = picture.hoverLines(*m_hover);
        picture.paintHover(painter, bounds, *m_hover,
                           lane && !lines.isEmpty() ? QStringList{lines.join(QStringLiteral(" \u00b7 "))} : lines);
    } else if (marking.cursor() && inSight(*marking.cursor())) {
        const QStringList lines = picture.hoverLines(cursorPoint());
        picture.paintHover(painter, bounds, cursorPoint(), lane ? lines.mid(1, 1) : lines);
    }
}

/// Around the plot: the edge of the chart says whether it is paused.
void TrendView::Room::paintFocus(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->text, 2.0));
    painter.drawRect(picture.map().plot.adjusted(-1.0, -1.0, 1.0, 1.0));
}

QStringList TrendView::Room::markingWords() const
{
    QStringList words;
    if (const auto range = marking.range())
        words << TrendView::tr("Marked: %1").arg(markedText(*range));
    if (marking.cursor() && inSight(*marking.cursor())) {
        const QStringList lines = picture.hoverLines(cursorPoint());
        words << TrendView::tr("Cursor at %1 %2").arg(clockText(*marking.cursor()), zoneText(*marking.cursor()));
        words << (lines.isEmpty() ? TrendView::tr("no sample near the cursor") : lines.join(QStringLiteral(", ")));
    }
    return words;
}

} // namespace telltale::ui
