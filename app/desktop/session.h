// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "core/base/result.h"

#include <memory>
#include <optional>

class QTemporaryDir;

namespace telltale::app {

class InstanceDoor;
class SimulatorFeed;

/// One run of the monitoring, from the start of its pipeline to the end of its window. A window may ask for another one in its place: the
/// demonstration plant, or a file of readings. Both have data folders of their own, so that nothing simulated is ever in a plant's journal.
struct Session {
    explicit Session(DesktopOptions wanted);
    Session(Session &&) noexcept;
    Session &operator=(Session &&) noexcept;
    ~Session();

    DesktopOptions options;
    std::optional<DesktopOptions> home;       ///< of the plant that a demonstration or a file took the place of; empty = there was none
    std::unique_ptr<QTemporaryDir> folder;    ///< of a recording: gone with the session
    std::unique_ptr<InstanceDoor> door;       ///< entered already; null = to be entered
    std::unique_ptr<SimulatorFeed> simulator; ///< runs already; null = none, or to be started
};

/// What the simulator is to do for these options; empty = it is not needed.
[[nodiscard]] QStringList simulatorTaskOf(const DesktopOptions &options);
/// A recording that was given no data folder gets a fresh one. Errors: Io when none can be made.
[[nodiscard]] Result<void> makeFolder(Session &session);

} // namespace telltale::app
