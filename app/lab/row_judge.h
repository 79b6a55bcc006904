// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/model/row_table.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace telltale::app {

/// Judges the rows of a table with one detector, or, where the detector is one for single sensors, with one for each column: the row is
/// then as anomalous as the column that is strongest against its limit. Where none is anomalous and one has no decision, the row has none.
/// Shapes: columns are found by name; others than the model's are not looked at.
class RowJudge {
public:
    /// `columns`: of the rows to come. Without a model all of them are judged. Errors: as detect::makeDetector; NotFound for a column
    /// that the model needs.
    [[nodiscard]] static Result<RowJudge> open(const DetectorSpec &spec, const std::vector<std::string> &columns,
                                               const TrainedModelPtr &model = nullptr);

    /// Contributions point at `columns`, and an anomalous row always has one.
    [[nodiscard]] Score judge(UtcTime time, std::span<const double> row);
    /// What rows can be ranked by.
    [[nodiscard]] double strength(const Score &score) const;
    [[nodiscard]] std::size_t bytes() const;
    /// Rows until then are known to the model already.
    [[nodiscard]] UtcTime knownUntil() const { return m_knownUntil; }

private:
    RowJudge() = default;
    [[nodiscard]] Score judgeApart(UtcTime time);

    std::vector<std::unique_ptr<detect::Detector>> m_detectors;
    std::vector<std::uint32_t> m_columns; ///< of the table, in the order of the detector's channels
    std::vector<double> m_row;
    std::vector<Quality> m_quality;
    bool m_apart = false; ///< one detector for each column
    UtcTime m_knownUntil = kNoTime;
};

/// A table as it was judged. Shapes: one score and one strength per row; rows whose time does not follow are left undecided.
struct JudgedTable {
    std::vector<Score> scores;
    std::vector<double> strength;
    std::size_t late = 0;      ///< rows out of order: not judged
    std::size_t undecided = 0; ///< rows in order without a decision: warming up, or a value is missing
    std::size_t anomalous = 0;

    [[nodiscard]] bool isAnomalous(std::size_t row) const { return scores[row].verdict == Verdict::Anomalous; }
    [[nodiscard]] bool isDecided(std::size_t row) const { return scores[row].verdict != Verdict::NoDecision; }
    [[nodiscard]] std::size_t decided() const { return scores.size() - late - undecided; }
};

enum class RowOrder { AsTimed, AsWritten };

/// `watch` is told the share that is done; false stops. Errors: Cancelled.
/// AsWritten: a row whose time does not follow is taken as one of a later day, so that the time of day stays.
[[nodiscard]] Result<JudgedTable> judgeTable(RowJudge &judge, const RowTable &table, RowOrder order,
                                             const std::function<bool(double)> &watch);

} // namespace telltale::app
