// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/chart_subject.h"
#include "tests/bench/charts/recording.h"

#include <QWidget>
#include <cmath>
#include <memory>
#include <vector>

namespace telltale::bench {

/// A window that is filled with equally large children, row by row.
class Wall : public QWidget {
public:
    Wall() { resize(kWallSize); }
    void place(QWidget &child, std::size_t of)
    {
        const int side = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(of))));
        const QSize size(width() / side, height() / side);
        child.setParent(this);
        child.setGeometry(m_placed % side * size.width(), m_placed / side * size.height(), size.width(), size.height());
        m_placed += 1;
    }

private:
    int m_placed = 0;
};

/// Many charts of one kind in one window.
template <typename Chart>
class WallOf final : public ChartSubject {
public:
    template <typename... Settings>
    WallOf(const Scene &scene, std::size_t charts, Settings... settings)
    {
        for (std::size_t i = 0; i < charts; ++i) {
            m_charts.push_back(std::make_unique<Chart>(scene, settings...));
            m_window.place(m_charts.back()->window(), charts);
        }
    }
    void step(std::size_t frame) override
    {
        for (const auto &chart : m_charts)
            chart->step(frame);
    }
    QWidget &window() override { return m_window; }

private:
    Wall m_window;
    std::vector<std::unique_ptr<Chart>> m_charts;
};

} // namespace telltale::bench
