// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/stretch_view.h"

#include "ui/charts/value_text.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kChartLines = 4; ///< height of the drawing, in lines of text

} // namespace

StretchView::StretchView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stretch"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void StretchView::show(const std::vector<double> &actual, const std::vector<double> &nearest, const QString &unit)
{
    m_actual = actual;
    m_nearest = nearest;
    setVisible(m_actual.size() > 1 && m_actual.size() == m_nearest.size());
    if (isHidden()) {
        return;
    }
    const auto [low, high] = std::minmax_element(m_actual.begin(), m_actual.end());
    const auto [pastLow, pastHigh] = std::minmax_element(m_nearest.begin(), m_nearest.end());
    m_low = std::min(*low, *pastLow);
    m_high = std::max(*high, *pastHigh);
    const QString text = tr("Last %1 readings, ending at %2; the most similar stretch of its own past ended at %3")
                             .arg(m_actual.size())
                             .arg(valueWithUnit(m_actual.back(), unit.toStdString()), valueWithUnit(m_nearest.back(), unit.toStdString()));
    setAccessibleName(text);
    setToolTip(text);
    update();
}

QSize StretchView::sizeHint() const
{
    return {24 * fontMetrics().averageCharWidth(), (kChartLines + 2) * fontMetrics().height()};
}

QPolygonF StretchView::lineOf(const std::vector<double> &values, const QRectF &room) const
{
    const double height = m_high > m_low ? m_high - m_low : 1.0;
    QPolygonF line;
    for (std::size_t i = 0; i < values.size(); ++i) {
        line << QPointF(room.left() + room.width() * double(i) / double(values.size() - 1),
                        room.bottom() - room.height() * (values[i] - m_low) / height);
    }
    return line;
}

void StretchView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    const int line = fontMetrics().height();
    const QRectF room(2.0, line / 4.0, width() - 4.0, kChartLines * line - line / 2.0);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen past(theme.mutedText, 1.5, Qt::DashLine);
    const QPen now(theme.traces[0], 2.0);
    painter.setPen(past);
    painter.drawPolyline(lineOf(m_nearest, room));
    painter.setPen(now);
    painter.drawPolyline(lineOf(m_actual, room));
    const QStringList names{tr("last %1 readings").arg(m_actual.size()), tr("most similar stretch of its past")};
    const int swatch = 3 * fontMetrics().averageCharWidth();
    for (int i = 0; i < 2; ++i) {
        const int top = (kChartLines + i) * line;
        painter.setPen(i == 0 ? now : past);
        painter.drawLine(0, top + line / 2, swatch, top + line / 2);
        painter.setPen(theme.mutedText);
        painter.drawText(QRect(swatch + line / 2, top, width() - swatch - line / 2, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(names[i], Qt::ElideRight, width() - swatch - line / 2));
    }
}

} // namespace telltale::ui
