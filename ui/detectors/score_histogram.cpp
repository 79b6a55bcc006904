// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/score_histogram.h"

#include "ui/charts/value_text.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

ScoreHistogram::ScoreHistogram(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("scoreHistogram"));
    setAccessibleName(tr("Histogram of the candidate's scores with its limit; the count below says it in numbers"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ScoreHistogram::setHistogram(study::Histogram histogram, double limit)
{
    m_histogram = std::move(histogram);
    m_limit = limit;
    update();
}

void ScoreHistogram::setThreshold(double threshold)
{
    m_threshold = threshold;
    update();
}

QSize ScoreHistogram::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(), 8 * fontMetrics().height()};
}

QSize ScoreHistogram::minimumSizeHint() const
{
    return {20 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height()};
}

void ScoreHistogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    const int line = fontMetrics().height();
    const QRectF room(4, 2 * line, width() - 8, height() - 3 * line);
    painter.setPen(theme.mutedText);
    const QRectF axis(room.left(), room.bottom(), room.width(), line);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, valueText(m_histogram.low));
    painter.drawText(axis, Qt::AlignHCenter | Qt::AlignVCenter, tr("score; height: rows, square root"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, tr("%1 and more").arg(valueText(m_histogram.high)));
    paintBars(painter, room);
    painter.setPen(theme.border);
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    paintLine(painter, room, m_limit, Qt::DashLine, tr("limit %1").arg(valueText(m_limit)), 0);
    paintLine(painter, room, m_threshold, Qt::SolidLine, tr("tried %1").arg(valueText(m_threshold)), 1);
}

void ScoreHistogram::paintBars(QPainter &painter, const QRectF &room) const
{
    if (m_histogram.counts.empty()) {
        return;
    }
    const auto most = *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    const double width = room.width() / double(m_histogram.counts.size());
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        if (m_histogram.counts[i] == 0) {
            continue;
        }
        const double share = std::sqrt(double(m_histogram.counts[i]) / double(most));
        const double height = std::max(1.0, share * room.height());
        painter.fillRect(QRectF(room.left() + width * double(i), room.bottom() - height, std::max(1.0, width - 1), height),
                         themeOf(*this).traces[0]);
    }
}

void ScoreHistogram::paintLine(QPainter &painter, const QRectF &room, double at, Qt::PenStyle style, const QString &text, int row) const
{
    if (!std::isfinite(at) || at < m_histogram.low) {
        return;
    }
    const double share = std::min(1.0, (at - m_histogram.low) / (m_histogram.high - m_histogram.low));
    const double x = room.left() + share * room.width();
    const int line = fontMetrics().height();
    painter.setPen(QPen(themeOf(*this).text, 1, style));
    painter.drawLine(QPointF(x, room.top() - line * (1 - row)), QPointF(x, room.bottom()));
    const double width = fontMetrics().horizontalAdvance(text) + 8;
    const double left = std::clamp(x + 3, room.left(), std::max(room.left(), room.right() - width));
    painter.drawText(QRectF(left, row * line, width, line), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace telltale::ui
