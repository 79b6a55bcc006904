// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_pen.h"

#include "ui/charts/bar_fill.h"

#include <QLineF>

namespace telltale::ui {

namespace {

const QPointF kHalfDot(1.0, 0.0);
constexpr double kLeastBar = 3.0; ///< device pixels; below, its square ends would show

} // namespace

LinePen::LinePen(QPainter &painter, const QColor &colour)
    : m_painter(painter)
    , m_colour(colour)
    , m_ratio(painter.device()->devicePixelRatioF())
    , m_barHeight(kLeastBar / m_ratio)
{
    m_painter.setPen(QPen(colour, 1.0));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

LinePen::~LinePen()
{
    flush();
    if (m_bars.isEmpty())
        return;
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    fillBars(m_painter, m_bars, m_colour);
}

void LinePen::add(QPointF point, bool gap)
{
    if (gap)
        flush();
    if (m_piece.isEmpty() || m_piece.back() != point)
        m_piece.append(point);
}

void LinePen::addBar(const Stroke &stroke, bool gap)
{
    if (touchesLastBar(stroke))
        m_piece.clear(); // bars side by side hide what joins them
    else if (!gap && !m_piece.isEmpty())
        add({stroke.middle(), stroke.first}, false);
    flush();
    m_bars.append(QRectF(stroke.middle() - stroke.barWidth() / 2.0, stroke.top, stroke.barWidth(), stroke.bottom - stroke.top));
    m_piece.append({stroke.middle(), stroke.last});
    m_fromBar = true;
}

void LinePen::addCurve(const Stroke &stroke, bool gap)
{
    const double x = stroke.middle();
    const bool falls = stroke.last > stroke.first; // y runs downwards
    add({x, stroke.first}, gap);
    add({x, falls ? stroke.top : stroke.bottom}, false);
    add({x, falls ? stroke.bottom : stroke.top}, false);
    add({x, stroke.last}, false);
}

/// Whether the newest thing drawn is a bar in the column before, and both share a stretch of values.
bool LinePen::touchesLastBar(const Stroke &stroke) const
{
    if (!m_fromBar || m_piece.size() != 1)
        return false;
    const QRectF &bar = m_bars.back();
    const bool sideBySide = stroke.width < 1.5 && stroke.middle() - m_piece.front().x() < 1.5 * stroke.width;
    return sideBySide && stroke.top <= bar.bottom() && stroke.bottom >= bar.top();
}

void LinePen::flush()
{
    if (m_piece.size() == 1 && !m_fromBar)
        m_painter.drawLine(m_piece.front() - kHalfDot, m_piece.front() + kHalfDot);
    else if (m_piece.size() > 1 && m_ratio > 1.0)
        drawSegments();
    else if (m_piece.size() > 1)
        m_painter.drawPolyline(m_piece.constData(), int(m_piece.size()));
    m_piece.clear();
    m_fromBar = false;
}

void LinePen::drawSegments()
{
    QList<QLineF> lines;
    lines.reserve(m_piece.size());
    for (qsizetype i = 1; i < m_piece.size(); ++i)
        lines.append(QLineF(m_piece[i - 1], m_piece[i]));
    m_painter.drawLines(lines);
}

} // namespace telltale::ui
