// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot_source.h"

#include <utility>

namespace telltale::bench {

/// Stands between pipeline and window and remembers the snapshot that the window has. Thread: UI.
class WatchedSource final : public pipeline::SnapshotSource {
public:
    explicit WatchedSource(pipeline::SnapshotSource &source) : m_source(source) {}

    [[nodiscard]] SnapshotPtr latest() const override
    {
        m_handed = m_source.latest();
        return m_handed;
    }
    [[nodiscard]] bool post(Command command) override { return m_source.post(std::move(command)); }
    void reconnectFeeds() override { m_source.reconnectFeeds(); }

    [[nodiscard]] const SnapshotPtr &handed() const { return m_handed; }

private:
    pipeline::SnapshotSource &m_source;
    mutable SnapshotPtr m_handed;
};

} // namespace telltale::bench
