// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/score_strip.h"

#include "ui/detectors/detector_words.h"
#include "ui/text.h"
#include "ui/widgets/palette.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::ui {

namespace {

/// Scores beyond so many times the limit are drawn at the top: what matters is near the limit.
constexpr double kMostRatio = 4.0;
constexpr double kLeastTop = 1.5;

double topOf(const study::CandidateStudy &candidate)
{
    double top = kLeastTop;
    for (const float ratio : candidate.ratios) {
        if (std::isfinite(ratio)) {
            top = std::max(top, double(ratio));
        }
    }
    return std::min(top, kMostRatio);
}

void paintTriangle(QPainter &painter, QPointF tip, double side)
{
    const QPolygonF triangle{{tip, tip + QPointF(-side / 2, -side), tip + QPointF(side / 2, -side)}};
    painter.drawPolygon(triangle);
}

} // namespace

ScoreStrip::ScoreStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("scoreStrip"));
    setAccessibleName(tr("Score over limit of the present detector and of the candidate; the times are listed beside it"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ScoreStrip::setStudy(StudyAnswerPtr answer, ZoneChoice zone)
{
    m_answer = std::move(answer);
    m_zone = zone;
    m_bandsWidth = -1.0;
    update();
}

QSize ScoreStrip::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(), 10 * fontMetrics().height()};
}

QSize ScoreStrip::minimumSizeHint() const
{
    return {20 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height()};
}

double ScoreStrip::xOf(UtcTime t, const QRectF &room) const
{
    const double span = std::max(1e-9, toSeconds(m_answer->study.times.back() - m_answer->study.times.front()));
    return room.left() + room.width() * std::clamp(toSeconds(t - m_answer->study.times.front()) / span, 0.0, 1.0);
}

void ScoreStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    painter.fillRect(rect(), theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_answer || m_answer->study.times.empty() || m_answer->study.candidates.empty()) {
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter, tr("nothing to draw yet"));
        return;
    }
    const int line = fontMetrics().height();
    const QRectF across(4, 0, width() - 8, this->height());
    if (m_bandsWidth != across.width()) {
        fillBands(across);
    }
    const double height = (this->height() - line) / double(m_bands.size());
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        paintBand(painter, QRectF(across.left(), height * double(i), across.width(), height - 2), m_answer->study.candidates[i],
                  m_bands[i]);
    }
    paintTimes(painter, QRectF(4, this->height() - line, width() - 8, line));
}

void ScoreStrip::fillBands(const QRectF &room)
{
    m_bands.clear();
    for (std::size_t i = 0; i < std::min<std::size_t>(2, m_answer->study.candidates.size()); ++i) {
        m_bands.push_back(bandOf(m_answer->study.candidates[i], room));
    }
    m_bandsWidth = room.width();
}

ScoreStrip::Band ScoreStrip::bandOf(const study::CandidateStudy &candidate, const QRectF &room) const
{
    Band band{.top = topOf(candidate), .columns = {}};
    for (std::size_t i = 0; i < candidate.ratios.size();) {
        const double x = std::floor(xOf(m_answer->study.times[i], room));
        Column column{x, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(), false};
        for (; i < candidate.ratios.size() && std::floor(xOf(m_answer->study.times[i], room)) <= x; ++i) {
            column.anomalous = column.anomalous || candidate.verdicts[i] == Verdict::Anomalous;
            if (std::isfinite(candidate.ratios[i])) {
                column.low = std::min(column.low, candidate.ratios[i]);
                column.high = std::max(column.high, candidate.ratios[i]);
            }
        }
        if (column.low <= column.high) {
            band.columns.push_back(column);
        }
    }
    return band;
}

void ScoreStrip::paintBand(QPainter &painter, const QRectF &room, const study::CandidateStudy &candidate, const Band &band) const
{
    const Theme &theme = themeOf(*this);
    const int line = fontMetrics().height();
    painter.setPen(theme.mutedText);
    const QString text = candidate.problem.empty() ? tr("%1: score ÷ limit").arg(detectorWords(candidate.name))
                                                   : tr("%1: NO DECISION").arg(detectorWords(candidate.name));
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignLeft,
                     fontMetrics().elidedText(text, Qt::ElideRight, int(room.width())));
    const QRectF plot = room.adjusted(0, line, 0, 0);
    painter.setPen(theme.grid);
    painter.drawRect(plot);
    paintScores(painter, plot, band);
    const double limit = plot.bottom() - plot.height() / band.top;
    painter.setPen(QPen(theme.limit, 1, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), limit), QPointF(plot.right(), limit));
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(plot.left(), limit - line, plot.width() - 2, line), Qt::AlignRight, tr("limit"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    for (const study::Episode &episode : candidate.episodes) {
        paintTriangle(painter, {xOf(episode.raised, plot), plot.top() + 0.6 * line}, 0.6 * line);
    }
    painter.setBrush(Qt::NoBrush);
}

/// One vertical line a pixel, from the smallest to the largest score in it.
void ScoreStrip::paintScores(QPainter &painter, const QRectF &room, const Band &band) const
{
    const Theme &theme = themeOf(*this);
    const auto yOf = [&](double ratio) { return room.bottom() - room.height() * std::clamp(ratio, 0.0, band.top) / band.top; };
    for (const Column &column : band.columns) {
        painter.setPen(theme.traces[0]);
        painter.drawLine(QPointF(column.x, yOf(column.low) + 0.5), QPointF(column.x, yOf(column.high) - 0.5));
        if (column.anomalous) {
            painter.setPen(theme.anomaly);
            painter.drawLine(QPointF(column.x, room.bottom() - 5), QPointF(column.x, room.bottom()));
        }
    }
}

void ScoreStrip::paintTimes(QPainter &painter, const QRectF &room) const
{
    const UtcTime last = m_answer->study.times.back();
    painter.setPen(themeOf(*this).mutedText);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, sinceText(m_answer->study.times.front(), last, m_zone));
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignVCenter, tr("▼ fires   ╷ anomalous rows"));
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, sinceText(last, last, m_zone));
}

} // namespace telltale::ui
