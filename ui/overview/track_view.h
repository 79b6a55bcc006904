// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/models/track.h"

#include <QWidget>
#include <vector>

namespace telltale::ui {

/// The way of a machine seen from above, both axes in kilometres at the same scale: what is older is fainter, the newest place is a ring,
/// alarms stand where the machine was when they were raised. Thread: UI. Cost: one polyline of the track's points a repaint.
class TrackView final : public QWidget {
    Q_OBJECT
public:
    struct AlarmMark {
        Track::Point place;
        Priority priority = Priority::P2;
        bool unacked = false;
    };

    explicit TrackView(QWidget *parent = nullptr);

    void show(Track track, std::vector<AlarmMark> alarms);
    [[nodiscard]] const Track &track() const { return m_track; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Scale {
        QRectF area;
        double left; ///< km at the left edge
        double bottom;
        double pixelsPerKm;

        [[nodiscard]] QPointF at(double x, double y) const
        {
            return {area.left() + (x - left) * pixelsPerKm, area.bottom() - (y - bottom) * pixelsPerKm};
        }
    };
    [[nodiscard]] Scale scale() const;
    void paintAxes(QPainter &painter, const Scale &scale) const;
    void paintWay(QPainter &painter, const Scale &scale) const;
    void paintMarks(QPainter &painter, const Scale &scale) const;
    [[nodiscard]] QString description() const;

    Track m_track;
    std::vector<AlarmMark> m_alarms;
};

} // namespace telltale::ui
