// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/track_view.h"

#include "ui/charts/axis_ticks.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/number_text.h"
#include "ui/models/time_text.h"
#include "ui/style/priority_symbol.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <QVector>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr double kLeastKm = 0.05; ///< a machine that stands still is not magnified into its noise
constexpr int kShades = 8;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int from, int to) { return int(from + (to - from) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

TrackView::TrackView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("trackView"));
    setFocusPolicy(Qt::TabFocus);
    sayKeys(this, [this] { setAccessibleName(description()); });
    setMinimumSize(12 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height());
}

QSize TrackView::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(), 16 * fontMetrics().height()};
}

void TrackView::show(Track track, std::vector<AlarmMark> alarms)
{
    m_track = std::move(track);
    m_alarms = std::move(alarms);
    setAccessibleName(description());
    update();
}

QString TrackView::description() const
{
    if (m_track.points.empty()) {
        return tr("Track: no position yet");
    }
    const Track::Point &now = m_track.points.back();
    const QString place = m_track.degrees
                              ? tr("latitude %1°, longitude %2°").arg(numberText(now.second, 'f', 5), numberText(now.first, 'f', 5))
                              : tr("x %1 km, y %2 km").arg(numberText(now.x, 'f', 3), numberText(now.y, 'f', 3));
    return tr("Track of the last %1, now at %2, %n alarm(s) on it; %3 shows it as a table", nullptr, int(m_alarms.size()))
        .arg(durationText(now.at - m_track.points.front().at), place, pressText(Act::Table));
}

TrackView::Scale TrackView::scale() const
{
    const QFontMetrics metrics = fontMetrics();
    Scale scale;
    scale.area =
        QRectF(rect()).adjusted(6 * metrics.averageCharWidth() + 8, metrics.height() + 4, -metrics.height(), -2.2 * metrics.height());
    double x0 = m_track.points.front().x, x1 = x0, y0 = m_track.points.front().y, y1 = y0;
    for (const Track::Point &point : m_track.points) {
        x0 = std::min(x0, point.x);
        x1 = std::max(x1, point.x);
        y0 = std::min(y0, point.y);
        y1 = std::max(y1, point.y);
    }
    const double width = std::max(x1 - x0, kLeastKm) * 1.1;
    const double height = std::max(y1 - y0, kLeastKm) * 1.1;
    scale.pixelsPerKm = std::min(scale.area.width() / width, scale.area.height() / height);
    scale.left = (x0 + x1) / 2.0 - scale.area.width() / scale.pixelsPerKm / 2.0;
    scale.bottom = (y0 + y1) / 2.0 - scale.area.height() / scale.pixelsPerKm / 2.0;
    return scale;
}

void TrackView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    painter.setPen(theme.border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_track.points.empty()) {
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No position yet."));
        return;
    }
    const Scale now = scale();
    paintAxes(painter, now);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(now.area.adjusted(-8, -8, 8, 8));
    paintWay(painter, now);
    paintMarks(painter, now);
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(QPen(theme.text, 1.0, Qt::DotLine));
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
}

void TrackView::paintAxes(QPainter &painter, const Scale &scale) const
{
    const Theme &theme = themeOf(*this);
    const QFontMetrics metrics = fontMetrics();
    const auto inside = [](double at, double from, double to) { return at >= from - 0.5 && at <= to + 0.5; };
    const double right = scale.left + scale.area.width() / scale.pixelsPerKm;
    const double top = scale.bottom + scale.area.height() / scale.pixelsPerKm;
    const ValueTicks across = valueTicks(scale.left, right, std::max(2, int(scale.area.width()) / (10 * metrics.averageCharWidth())));
    for (int i = 0; i < across.count; ++i) {
        const double km = across.low + i * across.step;
        const double x = scale.at(km, 0).x();
        if (inside(x, scale.area.left(), scale.area.right())) {
            painter.setPen(theme.grid);
            painter.drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom()));
            painter.setPen(theme.mutedText);
            painter.drawText(QRectF(x - 60, scale.area.bottom() + 2, 120, metrics.height()), Qt::AlignHCenter,
                             QString::asprintf(across.format.toLatin1().constData(), km));
        }
    }
    const ValueTicks up = valueTicks(scale.bottom, top, std::max(2, int(scale.area.height()) / (3 * metrics.height())));
    for (int i = 0; i < up.count; ++i) {
        const double km = up.low + i * up.step;
        const double y = scale.at(0, km).y();
        if (inside(y, scale.area.top(), scale.area.bottom())) {
            painter.setPen(theme.grid);
            painter.drawLine(QPointF(scale.area.left(), y), QPointF(scale.area.right(), y));
            painter.setPen(theme.mutedText);
            painter.drawText(QRectF(0, y - metrics.height() / 2.0, scale.area.left() - 4, metrics.height()),
                             Qt::AlignRight | Qt::AlignVCenter, QString::asprintf(up.format.toLatin1().constData(), km));
        }
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(scale.area.left(), 2, scale.area.width(), metrics.height()), Qt::AlignLeft,
                     m_track.degrees ? tr("km north of now") : tr("y in km"));
    painter.drawText(QRectF(scale.area.left(), height() - metrics.height() - 2, scale.area.width(), metrics.height()), Qt::AlignRight,
                     m_track.degrees ? tr("km east of now") : tr("x in km"));
}

/// From the colour of the grid to that of a trace: as many shades as eyes tell apart. Wide lines are slow as one polyline, quick as lines.
void TrackView::paintWay(QPainter &painter, const Scale &scale) const
{
    const Theme &theme = themeOf(*this);
    const std::vector<Track::Point> &points = m_track.points;
    const double whole = std::max(1.0, double((points.back().at - points.front().at).count()));
    std::array<QVector<QLineF>, kShades> lines;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!points[i].gapBefore) {
            const double share = double((points[i].at - points.front().at).count()) / whole;
            lines[std::size_t(std::min(kShades - 1, int(share * kShades)))].append(
                {scale.at(points[i - 1].x, points[i - 1].y), scale.at(points[i].x, points[i].y)});
        }
    }
    for (int shade = 0; shade < kShades; ++shade) {
        painter.setPen(QPen(mixed(theme.grid, theme.traces.front(), double(shade + 1) / kShades), 2.0));
        painter.drawLines(lines[std::size_t(shade)]);
    }
}

void TrackView::paintMarks(QPainter &painter, const Scale &scale) const
{
    const Theme &theme = themeOf(*this);
    const double side = fontMetrics().height();
    for (const AlarmMark &alarm : m_alarms) {
        const QPointF at = scale.at(alarm.place.x, alarm.place.y);
        paintPrioritySymbol(painter, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), alarm.priority, theme, !alarm.unacked);
    }
    const QPointF now = scale.at(m_track.points.back().x, m_track.points.back().y);
    painter.setPen(QPen(theme.text, 2.0));
    painter.setBrush(theme.surface);
    painter.drawEllipse(now, side / 3, side / 3);
    painter.setBrush(Qt::NoBrush);
}

} // namespace telltale::ui
