// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::ui {

struct WindowRoom;

/// What is done to the chosen alarms; each says so where nothing is chosen that it could be done to.
void acknowledgeChosen(WindowRoom &room, bool withComment);
void commentOnChosen(WindowRoom &room);
void exportChosen(WindowRoom &room);
void previewChosen(WindowRoom &room);
void showDetectorOfChosen(WindowRoom &room);
void replayChosen(WindowRoom &room);

} // namespace telltale::ui
