// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/evaluate/control_chart.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace telltale::ui {

/// One value of a control chart.
struct ChartPoint {
    UtcTime at = kNoTime;
    double value = 0.0;
    double spread = 0.0; ///< drawn as a bar of ± so much; 0 = none
    bool marked = false; ///< out of control: a ring and an exclamation mark, not a colour
};

/// Values over time with mean and ± 3 standard deviations. Missing: says what is missing while there is no point. Thread: UI.
class ControlChartView final : public QWidget {
    Q_OBJECT
public:
    ControlChartView(const QString &name, QWidget *parent);

    /// What stands there while there is no point.
    void setEmptyText(const QString &text) { m_emptyText = text; }
    void setChart(const QString &title, std::vector<ChartPoint> points, std::optional<evaluate::ControlLimits> limits, ZoneChoice zone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLimits(QPainter &painter, const QRectF &room) const;
    void paintPoints(QPainter &painter, const QRectF &room) const;
    [[nodiscard]] QPointF place(const ChartPoint &point, double value, const QRectF &room) const;
    void fitRange();

    QString m_title;
    QString m_emptyText;
    std::vector<ChartPoint> m_points;
    std::optional<evaluate::ControlLimits> m_limits;
    ZoneChoice m_zone = ZoneChoice::Local;
    double m_low = 0.0;
    double m_high = 1.0;
};

} // namespace telltale::ui
