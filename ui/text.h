// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace telltale::ui {

/// The one edge where the core's UTF-8 becomes Qt's text, and back.
[[nodiscard]] inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}
[[nodiscard]] inline std::string fromQt(const QString &text)
{
    return text.toStdString();
}

} // namespace telltale::ui
