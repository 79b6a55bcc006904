// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_stack.h"

#include "ui/text.h"
#include "ui/widgets/palette.h"

#include <QApplication>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale::ui {

namespace {

const QString kCloseName = QStringLiteral("laneClose");

/// Gives `part` at least `height` of the upright splitter that it is in, as far as the other half can do without.
void growInSplitter(QWidget &part, int height)
{
    for (QWidget *child = &part; child->parentWidget() != nullptr; child = child->parentWidget()) {
        auto *splitter = qobject_cast<QSplitter *>(child->parentWidget());
        if (splitter == nullptr || splitter->orientation() != Qt::Vertical)
            continue;
        QList<int> sizes = splitter->sizes();
        const int own = splitter->indexOf(child);
        const int lack = height - part.height();
        if (lack <= 0 || sizes.size() != 2)
            return;
        sizes[own] += lack;
        sizes[1 - own] = std::max(1, sizes[1 - own] - lack); // the splitter leaves it what it needs
        splitter->setSizes(sizes);
        return;
    }
}

} // namespace

TrendStack::TrendStack(QWidget *parent) : QWidget(parent), m_scroll(new QScrollArea(this)), m_alignSoon(new QTimer(this))
{
    auto *inner = new QWidget(m_scroll);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_lead = new TrendView(inner);
    m_lead->setObjectName(QStringLiteral("trendView"));
    m_lead->setMarkTimes([this] { return markTimes(); });
    m_column->addWidget(m_lead, 2);
    m_scroll->setObjectName(QStringLiteral("trendScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(m_lead->minimumHeight());
    m_scroll->setWidget(inner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_alignSoon->setSingleShot(true);
    m_alignSoon->setInterval(0);
    connect(m_alignSoon, &QTimer::timeout, this, &TrendStack::align);
    join(*m_lead);
}

void TrendStack::join(TrendView &view)
{
    connect(&view, &TrendView::rangeChanged, this, [this, &view] { follow(view); });
    connect(&view, &TrendView::markingChanged, this, [this, &view] { followMarking(view); });
    connect(&view, &TrendView::ownLeftChanged, m_alignSoon, qOverload<>(&QTimer::start));
}

void TrendStack::follow(const TrendView &from)
{
    if (std::exchange(m_following, true))
        return; // their own answer
    for (TrendView *view : views())
        if (view != &from)
            view->showAs(from);
    m_following = false;
}

void TrendStack::followMarking(const TrendView &from)
{
    for (TrendView *view : views())
        view->setMarking(from.marking()); // no change, no answer
    if (&from != m_lead && from.marking().cursor())
        m_lead->setFocus(Qt::MouseFocusReason); // the keys are there
}

void TrendStack::setReplayed(bool on)
{
    m_replayed = on;
    for (TrendView *view : views())
        view->setReplayed(on);
}

std::vector<UtcTime> TrendStack::markTimes() const
{
    std::vector<UtcTime> times;
    for (const TrendView *view : views())
        std::ranges::transform(view->marks(), std::back_inserter(times), &TrendMark::at);
    return times;
}

/// The widest value labels decide where all plots begin.
void TrendStack::align()
{
    double left = 0.0;
    for (const TrendView *view : views())
        left = std::max(left, view->ownLeft());
    for (TrendView *view : views())
        view->setLeft(m_lanes.empty() ? 0.0 : left);
}

std::vector<TrendView *> TrendStack::views() const
{
    std::vector<TrendView *> all{m_lead};
    all.insert(all.end(), m_lanes.begin(), m_lanes.end());
    return all;
}

std::vector<SensorId> TrendStack::sensors() const
{
    std::vector<SensorId> shown;
    for (const TrendView *view : views())
        shown.push_back(view->sensor().id);
    return shown;
}

void TrendStack::setHistoryLoader(TrendView::HistoryLoader loader)
{
    m_loader = std::move(loader);
    for (TrendView *view : views())
        view->setHistoryLoader(m_loader);
}

void TrendStack::drawAnew()
{
    for (TrendView *view : views()) {
        view->drawAnew();
    }
}

void TrendStack::setTheme(const Theme &theme)
{
    for (TrendView *view : views())
        view->setTheme(theme);
}

void TrendStack::apply(const SnapshotPtr &snapshot)
{
    const bool other = !m_snapshot || m_snapshot->structure != snapshot->structure;
    m_snapshot = snapshot;
    if (other && snapshot->structure && m_kept.resolve(*snapshot->structure))
        rebuildLanes();
    for (TrendView *view : views())
        view->applySnapshot(snapshot);
}

void TrendStack::setReadWhileHidden(bool on)
{
    m_readWhileHidden = on;
    for (TrendView *view : views())
        view->setReadWhileHidden(on);
}

void TrendStack::choose(const SensorSpec &sensor)
{
    m_lead->showSensor(sensor);
    changeLanes();
}

TrendStack::Change TrendStack::toggleKept(const SensorSpec &sensor)
{
    const bool letGo = isKept(sensor.id);
    if (!letGo && !m_kept.hasRoom())
        return Change::Refused;
    if (letGo)
        m_kept.remove(sensor.id);
    else
        m_kept.add(sensor);
    changeLanes();
    return letGo ? Change::LetGo : Change::Kept;
}

void TrendStack::letAllGo()
{
    m_kept.clear();
    rebuildLanes();
}

void TrendStack::keep(const std::vector<SensorKey> &sensors)
{
    m_kept.setKeys(sensors);
    if (m_snapshot && m_snapshot->structure)
        m_kept.resolve(*m_snapshot->structure);
    rebuildLanes();
}

/// What a person adds gets room; what is remembered finds the room that was left to it.
void TrendStack::changeLanes()
{
    const std::size_t before = m_lanes.size();
    rebuildLanes();
    if (m_lanes.size() > before)
        makeRoom();
}

/// Lanes that stay keep their pictures.
void TrendStack::rebuildLanes()
{
    for (std::size_t lane = m_lanes.size(); lane > 0; --lane) {
        const SensorId sensor = m_lanes[lane - 1]->sensor().id;
        if (!isKept(sensor) || sensor == m_lead->sensor().id)
            removeLane(lane - 1);
    }
    std::vector<TrendView *> wanted;
    for (const SensorSpec &sensor : m_kept.known()) {
        if (sensor.id == m_lead->sensor().id)
            continue;
        const auto there = std::find_if(m_lanes.begin(), m_lanes.end(), [&](TrendView *lane) { return lane->sensor().id == sensor.id; });
        wanted.push_back(there == m_lanes.end() ? createLane(sensor) : *there);
        m_column->insertWidget(int(wanted.size()), wanted.back(), 1);
    }
    m_lanes = std::move(wanted);
    QWidget *before = m_lead; // Tab goes down the lanes
    for (const TrendView *lane : m_lanes) {
        auto *close = lane->findChild<QToolButton *>(kCloseName);
        setTabOrder(std::exchange(before, close), close);
    }
    m_alignSoon->start();
    emit sensorsChanged();
}

TrendView *TrendStack::createLane(const SensorSpec &sensor)
{
    auto *lane = new TrendView(m_column->parentWidget(), TrendView::Form::Lane);
    lane->setObjectName(QStringLiteral("trendLane"));
    lane->setTheme(themeOf(*this));
    lane->setReadWhileHidden(m_readWhileHidden);
    lane->setReplayed(m_replayed);
    lane->showSensor(sensor);
    if (m_loader)
        lane->setHistoryLoader(m_loader);
    if (m_snapshot)
        lane->applySnapshot(m_snapshot);
    lane->showAs(*m_lead);
    lane->setMarking(m_lead->marking());
    auto *close = new QToolButton(lane);
    close->setObjectName(kCloseName);
    close->setText(QStringLiteral("\u2715"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("Take %1 out of the trend").arg(toQt(sensor.key.text())));
    close->setToolTip(tr("Take it out of the trend"));
    connect(close, &QToolButton::clicked, this, [this, sensor] { toggleKept(sensor); });
    lane->setCorner(close);
    join(*lane);
    return lane;
}

/// Later: the button in it may be what asked for it.
void TrendStack::removeLane(std::size_t lane)
{
    TrendView *view = m_lanes[lane];
    m_lanes.erase(m_lanes.begin() + std::ptrdiff_t(lane));
    const bool focus = view->isAncestorOf(QApplication::focusWidget());
    view->disconnect(this);
    m_column->removeWidget(view);
    view->setObjectName({});
    view->hide();
    view->deleteLater();
    if (focus)
        m_lead->setFocus(Qt::OtherFocusReason);
}

void TrendStack::makeRoom()
{
    int needed = 0;
    for (const TrendView *view : views())
        needed += view->minimumHeight();
    growInSplitter(*this, needed);
}

} // namespace telltale::ui
