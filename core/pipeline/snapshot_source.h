// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"
#include "core/model/snapshot.h"

#include <string>

namespace telltale::pipeline {

/// What a screen needs of the running program: look at the newest snapshot, ask for something. Thread: any; no call waits.
class SnapshotSource {
public:
    virtual ~SnapshotSource() = default;
    /// Null before the first snapshot.
    [[nodiscard]] virtual SnapshotPtr latest() const = 0;
    /// False when the inbox is full: the caller says so on screen and the operator tries again.
    [[nodiscard]] virtual bool post(Command command) = 0;
    /// Drop and rebuild every feed connection (F5).
    virtual void reconnectFeeds() = 0;
    /// Which parts of the program stand still, and for how long; empty while all goes on.
    [[nodiscard]] virtual std::string stalled() const { return {}; }
    /// The screen lives: called at every look. When it does not call for 2 s that is noticed, until it says that it ends.
    virtual void noteScreen() {}
    virtual void endScreen() {}
};

} // namespace telltale::pipeline
