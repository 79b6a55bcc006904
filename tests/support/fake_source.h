// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot_source.h"

#include <utility>
#include <vector>

namespace telltale::test {

/// A program without a pipeline behind it: shows the snapshot it was given and remembers what was asked.
class FakeSource final : public pipeline::SnapshotSource {
public:
    SnapshotPtr newest;
    bool full = false; ///< refuse commands
    std::vector<Command> posted;
    int reconnects = 0;

    [[nodiscard]] SnapshotPtr latest() const override
    {
        m_handed = newest;
        return newest;
    }
    [[nodiscard]] bool post(Command command) override
    {
        if (!full)
            posted.push_back(std::move(command));
        return !full;
    }
    void reconnectFeeds() override { ++reconnects; }
    /// Whether somebody has fetched the newest snapshot.
    [[nodiscard]] bool wasFetched() const { return m_handed == newest; }

private:
    mutable SnapshotPtr m_handed;
};

} // namespace telltale::test
