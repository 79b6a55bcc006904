// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/qt_series.h"

#include "tests/bench/charts/reduced.h"
#include "tests/bench/charts/wall.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

namespace telltale::bench {

namespace {

constexpr double kLow = 18.0;
constexpr double kHigh = 22.5;

class QtChart final : public ChartSubject {
public:
    QtChart(const Scene &scene, SeriesParts parts) : m_scene(scene), m_parts(parts), m_reduced(scene), m_view(new QChart)
    {
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.resize(kDetailSize);
        m_view.chart()->legend()->hide();
        m_x = new QValueAxis;
        auto *y = new QValueAxis;
        y->setRange(kLow, kHigh);
        m_view.chart()->addAxis(m_x, Qt::AlignBottom);
        m_view.chart()->addAxis(y, Qt::AlignLeft);
        if (parts.band) {
            m_upper = new QLineSeries(&m_view);
            m_lower = new QLineSeries(&m_view);
            add(*new QAreaSeries(m_upper, m_lower), *y);
        }
        m_line = new QLineSeries;
        add(*m_line, *y);
        if (!parts.markers)
            return;
        m_markers = new QScatterSeries;
        m_markers->setBorderColor(Qt::transparent);
        m_markers->setMarkerSize(6.0);
        add(*m_markers, *y);
    }
    void step(std::size_t frame) override
    {
        const auto columns = static_cast<std::size_t>(std::max(1.0, m_view.chart()->plotArea().width()));
        const ui::TrendSection &section = m_reduced.at(frame, columns);
        const PeerClock clock = PeerClock::sinceStart(m_scene);
        QList<QPointF> points;
        eachLinePoint(section, clock, false, [&](double at, double value) { points.append({at, value}); });
        m_line->replace(points);
        if (m_parts.band)
            replaceBand(section, clock);
        if (m_parts.markers)
            replaceMarkers(section, clock);
        const ui::TimeInterval shown = m_scene.interval(frame);
        m_x->setRange(clock.seconds(shown.from), clock.seconds(shown.to));
    }
    QWidget &window() override { return m_view; }

private:
    void add(QAbstractSeries &series, QValueAxis &y)
    {
        m_view.chart()->addSeries(&series);
        series.attachAxis(m_x);
        series.attachAxis(&y);
    }
    void replaceBand(const ui::TrendSection &section, const PeerClock &clock)
    {
        QList<QPointF> upper;
        QList<QPointF> lower;
        for (const ui::BandPoint &point : section.band) {
            upper.append({clock.seconds(point.time), static_cast<double>(point.upper)});
            lower.append({clock.seconds(point.time), static_cast<double>(point.lower)});
        }
        m_upper->replace(upper);
        m_lower->replace(lower);
    }
    void replaceMarkers(const ui::TrendSection &section, const PeerClock &clock)
    {
        QList<QPointF> points;
        for (const ui::TrendPoint &point : section.anomalies)
            points.append({clock.seconds(point.time), point.value});
        m_markers->replace(points);
    }

    Scene m_scene;
    SeriesParts m_parts;
    Reduced m_reduced;
    QChartView m_view;
    QValueAxis *m_x = nullptr;
    QLineSeries *m_line = nullptr;
    QLineSeries *m_upper = nullptr;
    QLineSeries *m_lower = nullptr;
    QScatterSeries *m_markers = nullptr;
};

} // namespace

SubjectPtr qtChart(const Scene &scene, SeriesParts parts)
{
    return std::make_unique<QtChart>(scene, parts);
}

SubjectPtr qtWall(const Scene &scene, std::size_t charts)
{
    return std::make_unique<WallOf<QtChart>>(scene, charts, SeriesParts{});
}

} // namespace telltale::bench
