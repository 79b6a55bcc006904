// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_map.h"

namespace telltale::ui {

/// Changes of a map of which no key is anybody else's: none of these makes two acts share one.

/// The act has this key instead of its own (Keeps::Defaults: besides them). Who had it gets the first that the act gives up, in its place.
[[nodiscard]] KeyMap withKey(KeyMap map, Act act, const QKeySequence &key);
/// One more key, which nobody has.
[[nodiscard]] KeyMap withAnotherKey(KeyMap map, Act act, const QKeySequence &key);
/// As the table has it, and so is whoever had been given one of those keys.
[[nodiscard]] KeyMap withDefault(KeyMap map, Act act);
/// The first act that lacks what a station cannot take from it; null = none.
[[nodiscard]] const KeyRow *deprivedIn(const KeyMap &map);

} // namespace telltale::ui
