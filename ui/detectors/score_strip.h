// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detectors/study_job.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <vector>

namespace telltale::ui {

/// Score over limit against time, one band per detector of a study, each with its limit as a line, its anomalous rows as ticks and the
/// times it would have fired as triangles. Missing: rows without a decision are hatched by nothing: no line. Thread: UI. Cost: O(rows) for
/// the first paint of a study or a width, then O(width).
class ScoreStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ScoreStrip(QWidget *parent = nullptr);

    /// Null = nothing to draw.
    void setStudy(StudyAnswerPtr answer, ZoneChoice zone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What falls into one pixel: the smallest and the largest ratio, and whether any row is anomalous.
    struct Column {
        double x = 0.0;
        float low = 0.0F;
        float high = 0.0F;
        bool anomalous = false;
    };
    struct Band {
        double top = 1.0; ///< ratio at the upper edge
        std::vector<Column> columns;
    };
    void fillBands(const QRectF &room);
    [[nodiscard]] Band bandOf(const study::CandidateStudy &candidate, const QRectF &room) const;
    void paintBand(QPainter &painter, const QRectF &room, const study::CandidateStudy &candidate, const Band &band) const;
    void paintScores(QPainter &painter, const QRectF &room, const Band &band) const;
    void paintTimes(QPainter &painter, const QRectF &room) const;
    [[nodiscard]] double xOf(UtcTime t, const QRectF &room) const;

    StudyAnswerPtr m_answer;
    std::vector<Band> m_bands; ///< of the study at `m_bandsWidth`
    double m_bandsWidth = -1.0;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
