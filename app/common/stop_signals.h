// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::app {

/// Turns SIGINT, SIGTERM and SIGHUP into something an event loop can wait for. Call `blockStopSignals` first thing in main, before any
/// thread starts, so that all threads inherit it; then wait for the descriptor to become readable.
/// Returns -1 when the system refuses; the signals then end the program at once, as they do by default.
[[nodiscard]] int blockStopSignals();

} // namespace telltale::app
