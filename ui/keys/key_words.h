// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QString>
#include <initializer_list>
#include <span>

namespace telltale::ui {

/// Every text of the window that names the key of an act takes the name from here; `sayKeys` says it again when the keys change.

/// All keys as they are written on the keyboard: "+; ="; empty where the act has none.
[[nodiscard]] QString keysText(Act act);
/// The first of them; empty where the act has none.
[[nodiscard]] QString keyText(Act act);
/// What to press in a sentence: the first key, or where the act stands in the menu: "☰ Alarm › Shelve the selection".
[[nodiscard]] QString pressText(Act act);
/// "Zoom in (+)"; only the text where the act has no key.
[[nodiscard]] QString withKeyText(const QString &text, Act act);
/// Fills %1, %2 … with what to press.
[[nodiscard]] QString withPressTexts(QString text, std::span<const Act> acts);
[[nodiscard]] inline QString withPressTexts(const QString &text, std::initializer_list<Act> acts)
{
    return withPressTexts(text, std::span(acts.begin(), acts.size()));
}

} // namespace telltale::ui
