// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_view.h"

#include "ui/charts/silence.h"
#include "ui/charts/trend_view_room.h"

#include <algorithm>
#include <utility>

namespace telltale::ui {

TrendView::TrendView(QWidget *parent, Form form) : QWidget(parent), m_room(std::make_unique<Room>(*this, form)) {}

TrendView::~TrendView() = default;

void TrendView::setTheme(const Theme &theme)
{
    m_room->setTheme(theme);
}

void TrendView::setHistoryLoader(HistoryLoader loader)
{
    m_room->setLoader(std::move(loader));
}

void TrendView::showSensor(const SensorSpec &sensor)
{
    m_room->showSensor(sensor);
}

void TrendView::applySnapshot(const SnapshotPtr &snapshot)
{
    if (snapshot)
        m_room->applySnapshot(*snapshot);
}

void TrendView::drawAnew()
{
    m_room->refresh();
}

void TrendView::setMarks(std::vector<TrendMark> marks)
{
    if (m_room->picture.setMarks(std::move(marks)))
        m_room->refresh();
}

void TrendView::showAround(UtcTime centre, Duration half)
{
    if (centre == kNoTime)
        return;
    m_room->changeRange([&](TrendRange &range) { range.showAround(centre, half); });
}

bool TrendView::isLive() const
{
    return m_room->picture.range.live();
}

Duration TrendView::span() const
{
    return m_room->picture.range.span();
}

Duration TrendView::usualSpan() const
{
    return m_room->usualSpan().value_or(Duration::zero());
}

bool TrendView::isSpanChosen() const
{
    return m_room->spanChosen;
}

UtcTime TrendView::rangeEnd() const
{
    return m_room->picture.range.end();
}

void TrendView::showAs(const TrendView &other)
{
    m_room->spanChosen = true;
    m_room->changeRange([&](TrendRange &range) {
        const UtcTime now = range.now();
        range = other.m_room->picture.range;
        range.follow(std::max(now, range.now()));
    });
}

const SensorSpec &TrendView::sensor() const
{
    return m_room->picture.sensor;
}

const TrendSamples &TrendView::samples() const
{
    return m_room->picture.samples;
}

const std::vector<TrendMark> &TrendView::marks() const
{
    return m_room->picture.marks();
}

std::optional<Duration> TrendView::longestStep() const
{
    const TrendPicture &picture = m_room->picture;
    const TimeInterval sight{toNanos(picture.range.begin()), toNanos(picture.range.end()) + 1};
    return ui::longestStep(picture.samples, sight, picture.period());
}

void TrendView::setReadWhileHidden(bool on)
{
    m_room->readHidden = on;
    m_room->refresh();
}

const TrendMarking &TrendView::marking() const
{
    return m_room->marking;
}

void TrendView::setMarking(const TrendMarking &marking)
{
    m_room->changeMarking([&](TrendMarking &own) { own = marking; });
}

bool TrendView::dropMarking()
{
    bool dropped = false;
    m_room->changeMarking([&](TrendMarking &own) { dropped = own.drop(); });
    return dropped;
}

bool TrendView::zoomToMarked()
{
    const auto marked = marking().range();
    if (!marked)
        return false;
    setMarking({});
    m_room->spanChosen = true;
    const Duration half = (marked->to - marked->from) / 2;
    showAround(marked->from + half, half);
    return true;
}

void TrendView::setCorner(QWidget *corner)
{
    m_room->setCorner(corner);
}

double TrendView::ownLeft() const
{
    return m_room->ownLeft();
}

void TrendView::setLeft(double left)
{
    m_room->setLeft(left);
}

void TrendView::pause()
{
    if (isLive())
        m_room->changeRange([](TrendRange &range) { range.pause(); });
}

void TrendView::goLive()
{
    if (!isLive())
        m_room->changeRange([](TrendRange &range) { range.goLive(); });
}

void TrendView::zoomIn()
{
    setSpan(nextSpan(span(), false));
}

void TrendView::zoomOut()
{
    setSpan(nextSpan(span(), true));
}

void TrendView::setSpan(Duration span)
{
    m_room->spanChosen = true;
    m_room->changeRange([span](TrendRange &range) { range.setSpan(span); });
}

void TrendView::panBy(double shareOfSpan)
{
    m_room->changeRange([shareOfSpan](TrendRange &range) { range.panBy(shareOfSpan); });
}

void TrendView::setReplayed(bool on)
{
    m_room->replayed = on;
    m_room->refresh();
}

void TrendView::setMarkTimes(std::function<std::vector<UtcTime>()> times)
{
    m_room->markTimes = std::move(times);
}

void TrendView::showPreviousMark()
{
    const std::vector<UtcTime> times = m_room->sortedMarkTimes();
    const auto next = std::lower_bound(times.begin(), times.end(), m_room->picture.range.centre());
    if (next != times.begin())
        showAround(*std::prev(next), span() / 2);
}

void TrendView::showNextMark()
{
    const std::vector<UtcTime> times = m_room->sortedMarkTimes();
    const auto next = std::upper_bound(times.begin(), times.end(), m_room->picture.range.centre());
    if (next != times.end())
        showAround(*next, span() / 2);
}

} // namespace telltale::ui
