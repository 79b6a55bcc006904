// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/structure.h"
#include "ui/charts/plot_map.h"
#include "ui/charts/trend_section.h"
#include "ui/style/theme.h"

#include <QPixmap>

class QPainter;

namespace telltale::ui {

/// Paints the data of a trend into a plot: stretches of bad quality and without decision, expected band with its edges (the limits at which
/// the detector fires), ends of the physical range, readings, single anomalous readings.
/// Cost: O(pixel columns). Source: lines of one pixel and a band without smoothing are what makes it cheap.
class TrendPainter {
public:
    void setTheme(const Theme &theme);
    void paint(QPainter &painter, const PlotMap &map, const TrendSection &section, const SensorSpec &sensor);

private:
    void paintRuns(QPainter &painter, const PlotMap &map, const TrendSection &section) const;
    void paintBand(QPainter &painter, const PlotMap &map, const TrendSection &section) const;
    void paintLimit(QPainter &painter, const PlotMap &map, double limit, const QString &label) const;
    void paintLine(QPainter &painter, const PlotMap &map, const TrendSection &section) const;
    void paintAnomalies(QPainter &painter, const PlotMap &map, const TrendSection &section);

    const Theme *m_theme = &Theme::light();
    QPixmap m_dot; ///< of one anomalous reading, in device pixels
};

/// A band of hatching just inside `frame`: what is shown here is not live.
void paintHatchedFrame(QPainter &painter, const QRectF &frame, const Theme &theme);

} // namespace telltale::ui
