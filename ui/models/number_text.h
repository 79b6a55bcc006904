// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace telltale::ui {

/// A number on screen: with the decimal mark of the language that is spoken, thousands not parted. `format` and `digits` as in QLocale.
/// Exports do not use it: they have points whatever is spoken.
[[nodiscard]] inline QString numberText(double value, char format, int digits)
{
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(value, format, digits);
}

} // namespace telltale::ui
