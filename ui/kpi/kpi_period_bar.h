// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/shift_clock.h"
#include "core/model/structure.h"
#include "ui/kpi/kpi_settings.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QDateTimeEdit;
class QToolButton;

namespace telltale::ui {

/// Which time and which alarms: shift, day, week, month or a range of one's own, one back and forth, and the filters. A period that is
/// not over is asked for up to now. Thread: UI.
class KpiPeriodBar final : public QWidget {
    Q_OBJECT
public:
    explicit KpiPeriodBar(QWidget *parent);

    /// Missing: an own range that ends before it begins is nothing to ask for.
    [[nodiscard]] std::optional<kpi::KpiQuestion> question(UtcTime now, const KpiSettings &settings) const;
    void setZone(ZoneChoice zone);
    void apply(const Structure &structure);
    /// Of the range that "back" and "forth" move from.
    void setPlan(const kpi::ShiftPlan &plan) { m_plan = plan; }
    void setNow(UtcTime now) { m_now = now; }

signals:
    void changed();

private:
    void createPeriod();
    void createFilters();
    [[nodiscard]] bool isOwn() const;
    [[nodiscard]] kpi::PeriodKind kind() const;
    [[nodiscard]] kpi::Period period(UtcTime now, const kpi::ShiftPlan &plan) const;
    void takeKind();
    void step(bool back);
    [[nodiscard]] UtcTime timeOf(const QDateTimeEdit &edit) const;
    void setTime(QDateTimeEdit &edit, UtcTime time) const;

    QComboBox *m_kind = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forth = nullptr;
    QDateTimeEdit *m_from = nullptr;
    QDateTimeEdit *m_to = nullptr;
    QComboBox *m_asset = nullptr;
    QComboBox *m_priority = nullptr;
    QComboBox *m_detector = nullptr;
    kpi::ShiftPlan m_plan;
    std::optional<UtcTime> m_anchor; ///< some time of the period; nothing = the present one
    UtcTime m_now = kNoTime;
    ZoneChoice m_zone = ZoneChoice::Local;
    std::uint64_t m_generation = 0; ///< of the structure that the filters list
};

} // namespace telltale::ui
