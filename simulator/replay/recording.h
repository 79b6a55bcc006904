// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/sample_batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale::simulator {

/// A CSV file of sensor readings, read whole.
/// Shapes: all columns and `times` have one entry per row, in the file's order, even where time goes backwards.
/// Missing: NaN (an empty cell, nan, na, n/a, null, none).
class Recording {
public:
    /// The time column is called timestamp, datetime, time or date, or is the first one. Columns called anomaly, changepoint, status or
    /// label are ground truth. All other columns that hold numbers are sensors; columns that hold none are left out and noted.
    /// Errors: what `CsvReader` says; BadFormat with `where` = "file:line column 'x'" for a cell that is no time or no number.
    /// Cost: 8 bytes per cell and row.
    static Result<Recording> load(const std::string &path);

    [[nodiscard]] std::size_t rows() const { return m_times.size(); }
    [[nodiscard]] const std::vector<std::string> &sensors() const { return m_sensors; }
    [[nodiscard]] UtcTime time(std::size_t row) const { return m_times[row]; }
    [[nodiscard]] std::vector<double> values(std::size_t row) const;
    [[nodiscard]] std::optional<Truth> truth(std::size_t row) const;
    /// The middle one of all steps forwards in time; 1 s when there is none.
    [[nodiscard]] Duration typicalStep() const;
    /// What a person should know about the file: columns that were left out.
    [[nodiscard]] const std::vector<std::string> &notes() const { return m_notes; }

private:
    friend class RecordingReader;
    struct Label {
        bool anomaly = false;
        std::uint32_t kind = 0; ///< in m_kinds
    };

    std::vector<std::string> m_sensors;
    std::vector<UtcTime> m_times;
    std::vector<std::vector<double>> m_columns;
    std::vector<Label> m_labels; ///< empty when the file has no truth
    std::vector<std::string> m_kinds{std::string()};
    std::vector<std::string> m_notes;
};

} // namespace telltale::simulator
