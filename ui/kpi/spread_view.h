// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <QWidget>

namespace telltale::ui {

/// The spread of priorities as three bars, each with a mark where it should end. Thread: UI.
class SpreadView final : public QWidget {
    Q_OBJECT
public:
    explicit SpreadView(QWidget *parent);

    void show(const kpi::Kpis &kpis);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString textOf(std::size_t priority) const;
    void paintRow(QPainter &painter, const QRectF &row, std::size_t priority) const;

    std::array<kpi::PriorityShare, 3> m_shares;
    std::array<double, 3> m_marks{};
};

} // namespace telltale::ui
