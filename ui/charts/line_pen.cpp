// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_pen.h"

#include <QLineF>

namespace telltale::ui {

namespace {

const QPointF kHalfDot(1.0, 0.0);

} // namespace

LinePen::LinePen(QPainter &painter, const QColor &colour) : m_painter(painter), m_thick(painter.device()->devicePixelRatioF() > 1.0)
{
    m_painter.setPen(QPen(colour, 1.0));
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

void LinePen::add(QPointF point, bool gap)
{
    if (gap)
        flush();
    if (m_piece.isEmpty() || m_piece.back() != point)
        m_piece.append(point);
}

void LinePen::flush()
{
    if (m_piece.size() == 1)
        m_painter.drawLine(m_piece.front() - kHalfDot, m_piece.front() + kHalfDot);
    else if (m_thick)
        drawSegments();
    else if (!m_piece.isEmpty())
        m_painter.drawPolyline(m_piece.constData(), int(m_piece.size()));
    m_piece.clear();
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
