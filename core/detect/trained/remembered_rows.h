// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/model/row_table.h"
#include "core/model/trained_model.h"

#include <vector>

namespace telltale::detect {

/// More rows than this are not remembered, and not read.
inline constexpr std::size_t kMostRememberedRows = 100'000;

/// The model of a detector that learns as it runs: the rows of its training, to be shown to it anew. Times are kept to the microsecond,
/// missing values as missing. Shapes: at most kMostRememberedRows.
[[nodiscard]] NumberTable rememberedRows(const RowTable &table);

/// A model's remembered rows, as a detector of certain channels is shown them.
class RememberedRows {
public:
    /// Errors: Corrupt when the table is missing or too long, does not fit the model's channels, or its times do not ascend.
    static Result<RememberedRows> of(const TrainedModel &model, const std::vector<ChannelSpec> &channels);

    /// How many have a usable value for every channel of the detector.
    [[nodiscard]] std::size_t wholeRows() const;
    /// Shows them all, oldest first. Channels that the model does not know are shown as missing.
    void showTo(Detector &detector) const;

private:
    RememberedRows(const NumberTable &table, std::vector<std::size_t> columns) : m_table(&table), m_columns(std::move(columns)) {}
    void read(std::size_t row, std::vector<double> &values) const;

    const NumberTable *m_table;         ///< the model's
    std::vector<std::size_t> m_columns; ///< for each channel of the detector its column; beyond the table = none
};

} // namespace telltale::detect
