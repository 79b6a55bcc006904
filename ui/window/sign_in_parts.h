// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::ui {

class SignInDesk;
class WindowActions;
struct WindowSettings;
class WindowPanes;

/// Lets header, actions, buttons and the row for name and PIN follow who acts. All must outlive the window's events.
void connectSignIn(SignInDesk &desk, WindowPanes &panes, WindowActions &actions, const WindowSettings &settings);
/// Asks who acts, or takes the question back.
void toggleSignIn(SignInDesk &desk, WindowPanes &panes);

} // namespace telltale::ui
