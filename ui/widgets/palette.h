// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPalette>

class QApplication;
class QWidget;

namespace telltale::ui {

enum class ThemeChoice { FollowDesktop, Light, Dark };

[[nodiscard]] QPalette paletteOf(const Theme &theme);
/// The theme a widget is in: its palette carries it, so nothing needs to be handed around.
[[nodiscard]] const Theme &themeOf(const QWidget &widget);
/// FollowDesktop: by how light the desktop's own window colour is. Call it before `applyTheme`.
[[nodiscard]] const Theme &themeFor(ThemeChoice choice);
/// Style and colours of the whole program, tooltips included. May be called again at any time.
void applyTheme(QApplication &application, const Theme &theme);

} // namespace telltale::ui
