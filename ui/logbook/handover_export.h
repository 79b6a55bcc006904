// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logbook/handover_reading.h"
#include "ui/models/time_text.h"

#include <QString>
#include <string>
#include <vector>

namespace telltale::ui {

/// Writes a signed handover as PDF, HTML and JSON (the very bytes that were signed), named after its number and day, each file in one
/// piece. The answer names them. Errors: Io. Thread: any, with a QGuiApplication alive (fonts).
[[nodiscard]] Result<std::vector<std::string>> exportHandover(const StoredHandover &handover, const std::string &folder, ZoneChoice zone,
                                                              const QString &productVersion);

} // namespace telltale::ui
