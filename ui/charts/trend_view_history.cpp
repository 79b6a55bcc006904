// SPDX-License-Identifier: GPL-3.0-or-later
// How a trend reads what is stored: on a thread of its own, bit by bit, the newest first.
#include "ui/charts/trend_view_room.h"

#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

constexpr std::int64_t kPieceSamples = 1 << 17; ///< read from the store in one go
constexpr std::int64_t kSamplesOfCell = 4;      ///< that a minute, hour or day is drawn as

} // namespace

void TrendView::Room::setLoader(HistoryLoader loader)
{
    m_fetching.reset();
    m_changingLevel = m_level.has_value();
    m_fetch.reset();
    if (!loader)
        return;
    m_fetch = std::make_unique<HistoryFetch>(std::move(loader));
    m_firstGeneration = 0;
    m_loaderNumber += 1;
    // An answer of the former loader may still be in the event queue.
    QObject::connect(m_fetch.get(), &HistoryFetch::pieceRead, &view, [this, number = m_loaderNumber](const HistoryPiece &piece) {
        if (m_fetch && number == m_loaderNumber)
            takePiece(piece);
    });
    refresh();
}

/// Answers that are still on their way are of no use any more.
void TrendView::Room::forgetAnswers()
{
    m_fetching.reset();
    m_damaged = 0;
    m_problem.clear();
    if (!m_fetch)
        return;
    m_fetch->cancel();
    m_firstGeneration = m_fetch->generation();
}

void TrendView::Room::chooseLevel()
{
    const auto level = picture.wantedLevel();
    if (level == m_level)
        return;
    m_level = level;
    m_changingLevel = true;
    forgetAnswers();
}

std::optional<TimeInterval> TrendView::Room::missingHistory(TimeInterval wanted) const
{
    if (!m_changingLevel)
        return picture.samples.missing(wanted);
    wanted.to = std::min(wanted.to, picture.samples.traceBegin().value_or(wanted.to));
    return wanted.empty() ? std::nullopt : std::optional(wanted);
}

void TrendView::Room::askForHistory()
{
    if (!m_fetch || !m_haveSensor || !m_haveNow)
        return;
    chooseLevel();
    const TrendRange &range = picture.range;
    // Paused, an operator is likely to pan on: half a picture more.
    const Duration ahead = range.live() ? Duration::zero() : range.span() / 2;
    const TimeInterval wanted{toNanos(range.begin() - ahead), toNanos(std::min(range.end(), range.now())) + 1};
    auto missing = missingHistory(wanted);
    // A sensor of which no snapshot carries samples is asked for again only now and then, not for every step of "now".
    const bool steps = missing && missing->to - missing->from < range.span().count() / 20;
    if (steps && !picture.samples.traceBegin())
        missing = missingHistory({wanted.from, missing->from});
    if (!missing || (m_fetching && missing->from >= m_fetching->from && missing->to <= m_fetching->to))
        return;
    const std::int64_t step = m_level ? cellLength(*m_level) / kSamplesOfCell : picture.period().count();
    m_fetching = missing;
    m_fetch->request({picture.sensor.key, fromNanos(missing->from), fromNanos(missing->to), m_level},
                     step > 0 ? step * kPieceSamples : range.span().count());
}

void TrendView::Room::takePiece(const HistoryPiece &piece)
{
    if (piece.generation <= m_firstGeneration)
        return;
    if (std::exchange(m_changingLevel, false))
        picture.samples.startLevel(m_level);
    picture.samples.addHistory(piece.asked, piece.answer.chunks);
    m_damaged += piece.answer.damaged;
    if (!piece.answer.problem.empty())
        m_problem = piece.answer.problem;
    if (m_fetching && piece.generation == m_fetch->generation())
        m_fetching->to = piece.asked.from;
    if (picture.samples.atCapacity())
        m_fetch->cancel();
    if (picture.samples.atCapacity() || (m_fetching && m_fetching->empty()))
        m_fetching.reset();
    noteOldest();
    refresh();
    emit view.samplesRead();
}

} // namespace telltale::ui
