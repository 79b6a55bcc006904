// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ui_builders.h"
#include "ui/charts/trend_view.h"

#include <QApplication>
#include <QScreen>
#include <QWindow>
#include <array>
#include <cmath>

namespace telltale::test {

/// A shown trend that is given another range, size or theme, one at a time, and what it should look like then.
class ChangingTrend {
public:
    /// By kind in turn; every one of them changes the picture.
    static constexpr std::array<const char *, 4> kChanges{"range", "size", "theme", "live or paused"};

    ChangingTrend()
    {
        m_builder.addSamples(m_sensor, SnapshotBuilder::kStart, std::chrono::seconds{1}, 3000, [](std::size_t i) {
            return SnapshotBuilder::Reading{.value = 22.0 + std::sin(double(i) / 90.0) * (1.0 + double(i) / 300.0)};
        });
        m_snapshot = m_builder.build();
        show(view, m_state);
    }

    /// The i-th change. A range is changed in every state, a live one by its length.
    void change(int i)
    {
        const int round = i / int(kChanges.size());
        switch (i % int(kChanges.size())) {
        case 0:
            m_state.span = std::chrono::minutes{3 + round % 5 * 4};
            m_state.centre = SnapshotBuilder::kStart + std::chrono::seconds{900 + 37 * (round % 9)};
            return applyRange(view, m_state);
        case 1: m_state.size = QSize(640 + 90 * ((round + 1) % 4), 260 + 50 * (round % 3)); return view.resize(m_state.size);
        case 2: m_state.theme = m_state.theme->dark ? &ui::Theme::light() : &ui::Theme::darkTheme(); return view.setTheme(*m_state.theme);
        default: m_state.live = !m_state.live; return applyRange(view, m_state);
        }
    }
    /// What a view that was made just now looks like in the same state.
    [[nodiscard]] QImage expected() const
    {
        ui::TrendView fresh;
        show(fresh, m_state);
        return fresh.grab().toImage();
    }
    /// Painted at this moment, whatever still waits in the event loop.
    [[nodiscard]] QImage atOnce() { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }
    /// What really got to the screen once the event loop has nothing more to do.
    [[nodiscard]] QImage onScreen()
    {
        for (int i = 0; i < 3; ++i)
            QApplication::processEvents();
        return view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
    }

    ui::TrendView view;

private:
    struct State {
        QSize size{640, 260};
        const ui::Theme *theme = &ui::Theme::light();
        Duration span = std::chrono::minutes{10};
        UtcTime centre = SnapshotBuilder::kStart + std::chrono::minutes{20};
        bool live = true;
    };

    static void applyRange(ui::TrendView &trend, const State &state)
    {
        if (state.live)
            trend.goLive();
        else
            trend.showAround(state.centre, state.span / 2);
        trend.setSpan(state.span);
    }
    void show(ui::TrendView &trend, const State &state) const
    {
        trend.setTheme(*state.theme);
        trend.setFocusPolicy(Qt::NoFocus); // the window system gives the focus, and its frame, to one of them
        trend.resize(state.size);
        trend.show();
        trend.showSensor(m_snapshot->structure->sensors.front());
        trend.applySnapshot(m_snapshot);
        applyRange(trend, state);
    }

    SnapshotBuilder m_builder;
    SensorId m_sensor = m_builder.addSensor("line-a/pump1", "temperature", "°C");
    SnapshotPtr m_snapshot;
    State m_state;
};

} // namespace telltale::test
