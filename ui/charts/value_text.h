// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace telltale::ui {

/// A number for people: `digits` significant digits without trailing zeros, whole numbers never cut ("22.1", "1013", "152300"), a true
/// minus sign. Powers of ten ("1.5e12") only beyond a thousand million and below a ten-thousandth.
/// Missing: "–" for NaN and infinities.
[[nodiscard]] QString valueText(double value, int digits = 4);

/// "22.1 °C"; without a unit the number alone; missing stays "–".
[[nodiscard]] QString valueWithUnit(double value, const std::string &unit);

/// "43 %" of a share from 0 to 1; never "100 %" before it is complete.
[[nodiscard]] QString percentText(double share);

/// Foreign text for `QWidget::setToolTip`, which would otherwise take markup in it for formatting. Newlines stay.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace telltale::ui
