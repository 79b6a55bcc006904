// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/own_charts.h"

#include "tests/bench/charts/wall.h"
#include "tests/support/ui_builders.h"
#include "ui/charts/picture_fit.h"
#include "ui/charts/sensor_tile.h"

#include <QCoreApplication>

namespace telltale::bench {

namespace {

class OwnChart final : public ChartSubject {
public:
    explicit OwnChart(const Scene &scene) : m_scene(scene)
    {
        const Recording &recording = *scene.recording;
        m_picture.sensor = recording.sensor;
        if (!recording.history.empty())
            m_picture.samples.addHistory({recording.history.front()->t.front(), recording.frames.front().tail->t.front()},
                                         recording.history);
        m_picture.samples.setTrace(recording.frames.front());
        m_picture.range.setSpan(scene.window);
        m_chart.setLayers([this](QPainter &painter, const QRectF &) { m_picture.paint(painter, QString()); });
        m_chart.resize(kDetailSize);
    }
    void step(std::size_t frame) override
    {
        const ui::TimeInterval shown = m_scene.interval(frame);
        m_picture.range.follow(fromNanos(shown.to));
        if (m_scene.motion == Scene::Motion::Live) {
            m_picture.samples.setTrace(m_scene.recording->frames[frame % m_scene.recording->frames.size()]);
        } else {
            m_picture.range.showAround(fromNanos(shown.from + (shown.to - shown.from) / 2), m_scene.window / 2);
            m_picture.refit();
        }
        ui::fitPicture(m_picture, m_chart);
        m_chart.viewport()->update();
    }
    QWidget &window() override { return m_chart; }

private:
    Scene m_scene;
    ui::TrendPicture m_picture;
    ui::FastChartView m_chart;
};

class TileWall final : public ChartSubject {
public:
    TileWall(const Recording &recording, std::size_t tiles)
    {
        test::SnapshotBuilder builder(tiles);
        for (std::size_t i = 0; i < tiles; ++i) {
            m_tiles.push_back(new ui::SensorTile(&m_window));
            m_tiles.back()->showSensor(builder.spec(SensorId{static_cast<std::uint32_t>(i)}), true);
            m_window.place(*m_tiles.back(), tiles);
        }
        for (std::size_t frame = 0; frame < recording.frames.size(); ++frame)
            m_snapshots.push_back(snapshotOf(recording, frame, builder));
    }
    void step(std::size_t frame) override
    {
        for (ui::SensorTile *tile : m_tiles)
            tile->applySnapshot(m_snapshots[frame % m_snapshots.size()]);
    }
    QWidget &window() override { return m_window; }

private:
    static SnapshotPtr snapshotOf(const Recording &recording, std::size_t frame, test::SnapshotBuilder &builder)
    {
        SensorTrace trace{recording.history, recording.frames[frame].tail};
        for (std::size_t i = 0; i < builder.snapshot().sensors.size(); ++i) {
            SensorState &state = builder.snapshot().sensors[i];
            state.value = trace.tail->value.back() + static_cast<double>(i);
            state.time = fromNanos(trace.tail->t.back());
            state.samples += 1;
            builder.snapshot().traces[static_cast<std::uint32_t>(i)] = trace;
        }
        return builder.build();
    }

    Wall m_window;
    std::vector<ui::SensorTile *> m_tiles;
    std::vector<SnapshotPtr> m_snapshots;
};

} // namespace

SubjectPtr ownChart(const Scene &scene)
{
    return std::make_unique<OwnChart>(scene);
}

SubjectPtr ownWall(const Scene &scene, std::size_t charts)
{
    return std::make_unique<WallOf<OwnChart>>(scene, charts);
}

SubjectPtr tileWall(const Recording &recording, std::size_t tiles)
{
    return std::make_unique<TileWall>(recording, tiles);
}

} // namespace telltale::bench
