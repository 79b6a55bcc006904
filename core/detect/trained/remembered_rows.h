// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/model/row_table.h"
#include "core/model/trained_model.h"

namespace telltale::detect {

/// The model of a detector that learns as it runs: the newest 100,000 rows of its training, to be shown to it anew. Times are kept to
/// the microsecond, missing values as missing.
[[nodiscard]] NumberTable rememberedRows(const RowTable &table);

/// Shows a fresh detector the rows of its model. Channels that the model does not know are shown as missing.
/// Errors: Corrupt when the table is missing, does not fit the model's channels, or its times do not ascend.
[[nodiscard]] Result<void> showRememberedRows(Detector &detector, const TrainedModel &model, const std::vector<ChannelSpec> &channels);

} // namespace telltale::detect
