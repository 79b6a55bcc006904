// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"
#include "ui/models/time_text.h"

#include <QWidget>

namespace telltale::ui {

/// Alarms per ten minutes as bars, with the marks "manageable" and "flood" as lines. Where a pixel has to stand for several spans it shows
/// the worst of them. The table "Per 10 min" is the same in numbers. Thread: UI.
class LoadChart final : public QWidget {
    Q_OBJECT
public:
    explicit LoadChart(QWidget *parent);

    void show(const kpi::AlarmLoad &load, const kpi::KpiQuestion &question);
    void setZone(ZoneChoice zone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double top() const; ///< value at the upper edge
    void paintBars(QPainter &painter, const QRectF &plot) const;
    void paintMark(QPainter &painter, const QRectF &plot, double value, const QString &text) const;
    void paintTimes(QPainter &painter, const QRectF &plot) const;
    [[nodiscard]] QString textAt(double x) const;

    kpi::AlarmLoad m_load;
    kpi::KpiQuestion m_question;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
