// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_view_room.h"

#include "ui/charts/default_span.h"
#include "ui/charts/marking_painter.h"
#include "ui/charts/picture_fit.h"
#include "ui/text.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace telltale::ui {

namespace {

constexpr int kWholeLines = 10; ///< of text: what leaves a plot that can be read
constexpr int kLaneLines = 7;
constexpr double kZoomStep = 0.8;   ///< of one wheel notch
constexpr double kRightEdge = 0.92; ///< zooming beyond this keeps a live trend live

} // namespace

TrendView::Room::Room(TrendView &owner, Form shape) : view(owner), m_form(shape)
{
    createWidgets();
    connectChart();
    m_later.setParent(&view);
    m_later.setObjectName(QStringLiteral("trendLater"));
    m_later.setSingleShot(true);
    QObject::connect(&m_later, &QTimer::timeout, &view, [this] { refresh(); });
    setTheme(*m_theme);
}

void TrendView::Room::createWidgets()
{
    m_status = new TrendStatusLine(&view);
    m_chart = new FastChartView(&view);
    m_chart->setObjectName(QStringLiteral("trendChart"));
    auto *column = new QVBoxLayout(&view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_status);
    column->addWidget(m_chart, 1);
    const bool whole = m_form == Form::Whole;
    if (whole)
        view.setFocusPolicy(Qt::StrongFocus);
    else
        m_status->setBrief();
    picture.setTitled(whole);
    m_chart->setSurround({.times = whole, .left = 0.0});
    const QFontMetrics metrics = view.fontMetrics();
    view.setMinimumSize(metrics.averageCharWidth() * 40, metrics.height() * (whole ? kWholeLines : kLaneLines));
    view.setAccessibleName(TrendView::tr("Trend"));
}

void TrendView::Room::setLeft(double left)
{
    FastChartView::Surround surround = m_chart->surround();
    surround.left = left;
    m_chart->setSurround(surround);
}

void TrendView::Room::connectChart()
{
    m_chart->setLayers([this](QPainter &painter, const QRectF &) { paintLayers(painter); });
    QObject::connect(m_chart, &FastChartView::outdated, &view, [this] { refresh(); });
    QObject::connect(m_chart, &FastChartView::dragged, &view, [this](double share) { view.panBy(-share); });
    QObject::connect(m_chart, &FastChartView::ownLeftChanged, &view, &TrendView::ownLeftChanged);
    QObject::connect(m_chart, &FastChartView::clicked, &view, [this](double share, bool extend) { pointAt(timeAt(share), extend); });
    QObject::connect(m_chart, &FastChartView::banded, &view,
                     [this](double from, double to) { changeMarking([&](TrendMarking &own) { own.mark(timeAt(from), timeAt(to)); }); });
    QObject::connect(m_chart, &FastChartView::doubleClicked, &view, &TrendView::goLive);
    QObject::connect(m_chart, &FastChartView::wheelTurned, &view, [this](double notches, double share) {
        const double fixed = picture.range.live() && share > kRightEdge ? 1.0 : share;
        spanChosen = true;
        changeRange([&](TrendRange &range) { range.zoomAround(fixed, std::pow(kZoomStep, notches)); });
    });
    QObject::connect(m_chart, &FastChartView::hovered, &view, [this](QPointF at) {
        m_hover = at;
        m_chart->viewport()->update();
    });
    QObject::connect(m_chart, &FastChartView::hoverEnded, &view, [this] {
        m_hover.reset();
        m_chart->viewport()->update();
    });
}

void TrendView::Room::setTheme(const Theme &theme)
{
    m_theme = &theme;
    picture.setTheme(theme);
    m_status->setTheme(theme);
    m_chart->setTheme(theme);
}

void TrendView::Room::showSensor(const SensorSpec &sensor)
{
    const bool same = m_haveSensor && sensor.id == picture.sensor.id && sensor.key == picture.sensor.key;
    picture.sensor = sensor;
    m_haveSensor = true;
    if (!same) {
        picture.samples.clear();
        picture.setMarks({});
        picture.refit();
        m_state = SensorState();
        m_newestDrawn.reset();
        m_oldestKnown.reset();
        m_spanPending = true;
        m_level.reset();
        m_changingLevel = false;
        forgetAnswers();
    }
    view.setAccessibleName(TrendView::tr("Trend of %1").arg(toQt(sensor.key.text())));
    refresh();
}

void TrendView::Room::applySnapshot(const Snapshot &snapshot)
{
    // Whether a clock is a simulated one may only turn out after some messages.
    m_spanPending = m_spanPending || m_simulated != snapshot.simulatedClock;
    m_simulated = snapshot.simulatedClock;
    m_haveNow = true;
    picture.range.follow(snapshot.now);
    if (!m_haveSensor)
        return;
    const std::size_t index = indexOf(picture.sensor.id);
    if (index < snapshot.sensors.size())
        m_state = snapshot.sensors[index];
    if (const auto trace = snapshot.traces.find(std::uint32_t(index)); trace != snapshot.traces.end())
        picture.samples.setTrace(trace->second);
    noteOldest();
    chooseSpan();
    if (!frozen())
        refreshWithinBudget();
    else
        showStatus();
}

/// Paused, and everything that belongs to the picture is in it.
bool TrendView::Room::frozen() const
{
    return !picture.range.live() && m_newestDrawn && *m_newestDrawn >= toNanos(picture.range.end());
}

std::optional<Duration> TrendView::Room::usualSpan() const
{
    return defaultSpan(m_simulated, picture.period());
}

void TrendView::Room::noteOldest()
{
    if (picture.samples.chunks().empty())
        return;
    const std::int64_t oldest = picture.samples.chunks().front()->t.front();
    m_oldestKnown = std::min(oldest, m_oldestKnown.value_or(oldest));
}

/// Settled once the sensor is old enough for the whole of the usual span, which is looked for in history first.
void TrendView::Room::chooseSpan()
{
    if (!m_spanPending || spanChosen || m_fetching || !picture.range.live())
        return;
    const auto whole = usualSpan();
    if (!whole)
        return;
    const Duration age = m_oldestKnown ? Duration{toNanos(picture.range.now()) - *m_oldestKnown} : *whole;
    const Duration span = youngSpan(*whole, age);
    m_spanPending = !m_oldestKnown || span < *whole;
    if (span != picture.range.span())
        changeRange([span](TrendRange &range) { range.setSpan(span); });
}

void TrendView::Room::refreshWithinBudget()
{
    const Duration wait = m_budget.wait(std::chrono::steady_clock::now());
    if (wait == Duration::zero()) {
        refresh();
        return;
    }
    showStatus();
    if (!m_later.isActive())
        m_later.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

void TrendView::Room::refresh()
{
    // Hidden, nothing is drawn; when shown again the chart says that it is outdated.
    if (m_chart->isVisible() && !m_chart->plot().isEmpty()) {
        const SteadyTime start = std::chrono::steady_clock::now();
        picture.samples.keepAround({toNanos(picture.range.begin()), toNanos(picture.range.end())});
        fitPicture(picture, *m_chart);
        m_newestDrawn = picture.samples.newest();
        m_chart->viewport()->update();
        m_budget.drawn(start, std::chrono::steady_clock::now() - start + m_paintCost);
        m_later.stop();
        askForHistory();
    } else if (readHidden) {
        picture.samples.keepAround({toNanos(picture.range.begin()), toNanos(picture.range.end())});
        askForHistory();
    }
    showStatus();
}

void TrendView::Room::showStatus()
{
    if (!m_haveSensor)
        return;
    const TrendLoad load{.loading = m_fetching.has_value(),
                         .cut = picture.samples.atCapacity(),
                         .level = picture.samples.level(),
                         .damaged = m_damaged,
                         .problem = m_problem};
    TrendStatus status = trendStatus(picture.sensor, m_state, picture.range, m_simulated, load);
    if (replayed)
        status.mode = replayedMode(status);
    if (m_form == Form::Lane)
        status.sensor += QStringLiteral(" (%1)").arg(picture.unitText());
    m_status->showStatus(status);
    const QString spoken = (markingWords() + QStringList{status.spoken()} + notesInSight()).join(QStringLiteral(". "));
    if (view.accessibleDescription() != spoken)
        view.setAccessibleDescription(spoken);
}

std::vector<UtcTime> TrendView::Room::sortedMarkTimes() const
{
    std::vector<UtcTime> times;
    if (markTimes)
        times = markTimes();
    else
        std::ranges::transform(picture.marks(), std::back_inserter(times), &TrendMark::at);
    std::ranges::sort(times);
    return times;
}

QStringList TrendView::Room::notesInSight() const
{
    QStringList notes;
    for (const TrendMark &mark : picture.marks()) {
        const bool inSight = mark.until >= picture.range.begin() && mark.at <= picture.range.end();
        if (mark.kind == TrendMark::Kind::RangeNote && inSight)
            notes << TrendView::tr("Note on a range: %1").arg(QString(mark.text).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    }
    return notes;
}

QString TrendView::Room::emptyText() const
{
    if (!m_haveSensor)
        return TrendView::tr("Select a sensor to see its trend");
    if (m_fetching)
        return TrendView::tr("Loading history \u2026");
    return m_state.samples == 0 ? TrendView::tr("No sample of this sensor yet") : TrendView::tr("No samples in this range");
}

void TrendView::Room::paintLayers(QPainter &painter)
{
    const SteadyTime start = std::chrono::steady_clock::now();
    picture.paint(painter, emptyText());
    paintMarking(painter, picture.map(), marking, *m_theme);
    const QRectF bounds(m_chart->viewport()->rect());
    if (!picture.range.live())
        paintHatchedFrame(painter, bounds, *m_theme);
    if (view.hasFocus())
        paintFocus(painter);
    paintReadouts(painter, bounds);
    if (m_form == Form::Whole)
        paintMarkedWords(painter, picture.map(), marking, *m_theme);
    m_paintCost = std::chrono::steady_clock::now() - start;
}

} // namespace telltale::ui
