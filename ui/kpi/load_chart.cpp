// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/load_chart.h"

#include "ui/charts/axis_ticks.h"
#include "ui/charts/value_text.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace telltale::ui {

LoadChart::LoadChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("loadChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LoadChart::show(const kpi::AlarmLoad &load, const kpi::KpiQuestion &question)
{
    m_load = load;
    m_question = question;
    setAccessibleName(tr("Alarms per 10 minutes: %1 spans, at most %2, %3 above %4. The table \"Per 10 min\" has the numbers.")
                          .arg(load.bins.size())
                          .arg(load.mostInBin)
                          .arg(load.crowdedBins)
                          .arg(question.limits.floodAbove));
    update();
}

void LoadChart::setZone(ZoneChoice zone)
{
    m_zone = zone;
    update();
}

QSize LoadChart::sizeHint() const
{
    return {60 * fontMetrics().averageCharWidth(), 9 * fontMetrics().height()};
}

QSize LoadChart::minimumSizeHint() const
{
    return {30 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height()};
}

QRectF LoadChart::plot() const
{
    const double line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(valueText(top(), 3)) + 8;
    return {left, 1.3 * line, std::max(10.0, width() - left - 6), std::max(10.0, height() - 2.5 * line)};
}

double LoadChart::top() const
{
    return 1.15 * std::max(double(m_load.mostInBin), double(m_question.limits.floodAbove));
}

void LoadChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    const QRectF room = plot();
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(4, 0, width() - 8, fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter, tr("Alarms per 10 min"));
    if (m_load.bins.empty()) {
        return;
    }
    paintBars(painter, room);
    paintMark(painter, room, double(m_question.limits.floodAbove), tr("flood above %1").arg(m_question.limits.floodAbove));
    paintMark(painter, room, m_question.limits.manageablePerBin, tr("about %1").arg(valueText(m_question.limits.manageablePerBin, 3)));
    painter.setPen(theme.border);
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    paintTimes(painter, room);
}

void LoadChart::paintBars(QPainter &painter, const QRectF &room) const
{
    const double width = room.width() * toSeconds(kpi::kBin) / toSeconds(m_question.length());
    const QColor colour = themeOf(*this).traces[0];
    for (std::size_t i = 0; i < m_load.bins.size();) {
        const double left = room.left() + width * double(i);
        std::uint32_t most = m_load.bins[i];
        // All that begin in the same pixel are one bar.
        for (++i; i < m_load.bins.size() && room.left() + width * double(i) < left + 1.0; ++i) {
            most = std::max(most, m_load.bins[i]);
        }
        if (most > 0) {
            const double height = room.height() * double(most) / top();
            const double right = std::min(room.right(), room.left() + width * double(i) - (width > 3 ? 1 : 0));
            painter.fillRect(QRectF(left, room.bottom() - height, std::max(1.0, right - left), height), colour);
        }
    }
}

void LoadChart::paintMark(QPainter &painter, const QRectF &room, double value, const QString &text) const
{
    const Theme &theme = themeOf(*this);
    const double y = room.bottom() - room.height() * value / top();
    painter.setPen(QPen(theme.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, y - fontMetrics().height() / 2.0, room.left() - 4, fontMetrics().height()),
                     Qt::AlignRight | Qt::AlignVCenter, valueText(value, 3));
    const double textWidth = fontMetrics().horizontalAdvance(text) + 6;
    const QRectF box(room.right() - textWidth, y - fontMetrics().height(), textWidth, fontMetrics().height());
    painter.fillRect(box, theme.surface); // bars must not run through the words
    painter.drawText(box, Qt::AlignCenter, text);
}

void LoadChart::paintTimes(QPainter &painter, const QRectF &room) const
{
    painter.setPen(themeOf(*this).mutedText);
    const int wanted = std::max(2, int(room.width()) / (12 * fontMetrics().averageCharWidth()));
    double free = room.left();
    for (const TimeTick &tick : clockTicks(m_question.from, m_question.to, wanted, m_zone)) {
        const double share = toSeconds(tick.at - m_question.from) / toSeconds(m_question.length());
        const double x = room.left() + share * room.width();
        const double textWidth = fontMetrics().horizontalAdvance(tick.label) + 6;
        const double left = std::clamp(x - textWidth / 2, room.left(), std::max(room.left(), room.right() - textWidth));
        painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + 3));
        if (left < free) {
            continue;
        }
        painter.drawText(QRectF(left, room.bottom() + 2, textWidth, fontMetrics().height()), Qt::AlignCenter, tick.label);
        free = left + textWidth;
    }
}

QString LoadChart::textAt(double x) const
{
    const QRectF room = plot();
    const auto bin = std::int64_t((x - room.left()) / room.width() * toSeconds(m_question.length()) / toSeconds(kpi::kBin));
    if (m_load.bins.empty() || x < room.left() || bin >= std::int64_t(m_load.bins.size())) {
        return {};
    }
    return tr("%1: %2 alarms").arg(fullTime(m_question.from + kpi::kBin * bin, m_zone)).arg(m_load.bins[std::size_t(bin)]);
}

bool LoadChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), escapedToolTip(textAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace telltale::ui
