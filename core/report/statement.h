// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"

#include <string>

namespace telltale::report {

/// The sentence in the language of `phrase` (empty = English), with its values in place. Plain text. A value is never looked at for place
/// holders of its own.
[[nodiscard]] std::string said(const Statement &statement, const std::function<std::string(std::string_view)> &phrase = {});

} // namespace telltale::report
