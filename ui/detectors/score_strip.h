// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/detector_study.h"
#include "ui/models/time_text.h"

#include <QWidget>

namespace telltale::ui {

/// Score over limit against time, one band per detector of a study, each with its limit as a line, its anomalous rows as ticks and the
/// times it would have fired as triangles. Missing: rows without a decision are hatched by nothing: no line. Thread: UI. Cost: O(rows) a
/// paint.
class ScoreStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ScoreStrip(QWidget *parent = nullptr);

    void setStudy(study::Study study, ZoneChoice zone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBand(QPainter &painter, const QRectF &room, const study::CandidateStudy &candidate) const;
    void paintScores(QPainter &painter, const QRectF &room, const study::CandidateStudy &candidate, double top) const;
    void paintTimes(QPainter &painter, const QRectF &room) const;
    [[nodiscard]] double xOf(UtcTime t, const QRectF &room) const;

    study::Study m_study;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
