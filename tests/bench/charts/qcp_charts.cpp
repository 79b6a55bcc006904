// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/qcp_charts.h"

#include "tests/bench/charts/reduced.h"
#include "tests/bench/charts/wall.h"

#include <qcustomplot.h>

namespace telltale::bench {

namespace {

constexpr double kLow = 18.0;
constexpr double kHigh = 22.5;
using Points = QVector<QCPGraphData>;

/// A plot with axes, and a line that is smoothed.
class Plot : public ChartSubject {
public:
    explicit Plot(const Scene &scene) : m_scene(scene)
    {
        m_plot.resize(kDetailSize);
        m_plot.setAntialiasedElements(QCP::aeAll);
        m_plot.yAxis->setRange(kLow, kHigh);
    }
    QWidget &window() override { return m_plot; }

protected:
    /// Sets the range of the time axis, and draws.
    void show(std::size_t frame, const PeerClock &clock)
    {
        const ui::TimeInterval shown = m_scene.interval(frame);
        m_plot.xAxis->setRange(clock.seconds(shown.from), clock.seconds(shown.to));
        m_plot.replot(QCustomPlot::rpQueuedReplot);
    }
    [[nodiscard]] const Scene &scene() const { return m_scene; }
    QCustomPlot &plot() { return m_plot; }

private:
    Scene m_scene;
    QCustomPlot m_plot;
};

class ReducedPlot final : public Plot {
public:
    ReducedPlot(const Scene &scene, SeriesParts parts, bool extremesOnly)
        : Plot(scene)
        , m_parts(parts)
        , m_extremesOnly(extremesOnly)
        , m_reduced(scene)
    {
        m_upper = plot().addGraph();
        m_lower = plot().addGraph();
        m_upper->setChannelFillGraph(m_lower);
        m_upper->setBrush(QColor(0, 0, 255, 40));
        m_line = plot().addGraph();
        m_markers = plot().addGraph();
        m_markers->setLineStyle(QCPGraph::lsNone);
        m_markers->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, Qt::NoPen, QColor(200, 0, 0), 6.0));
    }
    void step(std::size_t frame) override
    {
        const auto columns = static_cast<std::size_t>(std::max(1, plot().axisRect()->width()));
        const ui::TrendSection &section = m_reduced.at(frame, columns);
        const PeerClock clock =
            scene().motion == Scene::Motion::Live ? PeerClock::beforeEnd(scene(), frame) : PeerClock::sinceStart(scene());
        Points line;
        eachLinePoint(section, clock, m_extremesOnly, [&](double at, double value) { line.append({at, value}); });
        m_line->data()->set(line, true);
        if (m_parts.band)
            setBand(section, clock);
        if (m_parts.markers)
            setMarkers(section, clock);
        show(frame, clock);
    }

private:
    void setBand(const ui::TrendSection &section, const PeerClock &clock)
    {
        Points upper;
        Points lower;
        for (const ui::BandPoint &point : section.band) {
            upper.append({clock.seconds(point.time), static_cast<double>(point.upper)});
            lower.append({clock.seconds(point.time), static_cast<double>(point.lower)});
        }
        m_upper->data()->set(upper, true);
        m_lower->data()->set(lower, true);
    }
    void setMarkers(const ui::TrendSection &section, const PeerClock &clock)
    {
        Points points;
        for (const ui::TrendPoint &point : section.anomalies)
            points.append({clock.seconds(point.time), point.value});
        m_markers->data()->set(points, true);
    }

    SeriesParts m_parts;
    bool m_extremesOnly;
    Reduced m_reduced;
    QCPGraph *m_line = nullptr;
    QCPGraph *m_upper = nullptr;
    QCPGraph *m_lower = nullptr;
    QCPGraph *m_markers = nullptr;
};

/// What every chart of a wall is.
class WallPlot final : public ChartSubject {
public:
    explicit WallPlot(const Scene &scene) : m_plot(scene, {}, true) {}
    void step(std::size_t frame) override { m_plot.step(frame); }
    QWidget &window() override { return m_plot.window(); }

private:
    ReducedPlot m_plot;
};

class RawPlot final : public Plot {
public:
    explicit RawPlot(const Scene &scene) : Plot(scene), m_clock(PeerClock::sinceStart(scene))
    {
        Points all;
        for (const ChunkPtr &chunk : scene.recording->history)
            for (std::size_t i = 0; i < chunk->size(); ++i)
                all.append({m_clock.seconds(chunk->t[i]), chunk->value[i]});
        plot().addGraph()->data()->set(all, true);
    }
    void step(std::size_t frame) override { show(frame, m_clock); }

private:
    PeerClock m_clock;
};

} // namespace

SubjectPtr qcpChart(const Scene &scene, SeriesParts parts)
{
    return std::make_unique<ReducedPlot>(scene, parts, false);
}

SubjectPtr qcpRawChart(const Scene &scene)
{
    return std::make_unique<RawPlot>(scene);
}

SubjectPtr qcpWall(const Scene &scene, std::size_t charts)
{
    return std::make_unique<WallOf<WallPlot>>(scene, charts);
}

std::string qcpVersion()
{
    return "QCustomPlot " QCUSTOMPLOT_VERSION_STR;
}

} // namespace telltale::bench
