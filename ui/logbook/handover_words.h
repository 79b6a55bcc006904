// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/handover_report.h"
#include "ui/models/time_text.h"

#include <QString>

namespace telltale::ui {

/// The words of a handover in the language of the screen and times in its zone. Thread: any.
[[nodiscard]] report::Wording handoverWording(ZoneChoice zone);
/// For a text browser: no colours of its own, every foreign text escaped.
[[nodiscard]] QString handoverMarkup(const logbook::Handover &handover, const report::HandoverSigns *signs, const report::Wording &wording);

} // namespace telltale::ui
