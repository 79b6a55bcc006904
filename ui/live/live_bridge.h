// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot_source.h"

#include <QObject>
#include <QTimer>

namespace telltale::ui {

/// The only door between the screen and the worker threads: looks for a new snapshot at most 25 times a second and hands it on; posts
/// commands. Thread: UI. Never waits.
class LiveBridge final : public QObject {
    Q_OBJECT
public:
    explicit LiveBridge(pipeline::SnapshotSource &source, QObject *parent = nullptr);
    ~LiveBridge() override;

    void setActor(Actor actor);
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    /// What the actor may do; goes with every command, and the engine refuses the rest. Engineer until somebody says otherwise.
    void setRole(Role role) { m_role = role; }
    [[nodiscard]] Role role() const { return m_role; }
    [[nodiscard]] const SnapshotPtr &snapshot() const { return m_snapshot; }
    /// As SnapshotSource::stalled.
    [[nodiscard]] std::string stalled() const { return m_source.stalled(); }

    /// The command's id, or 0 when the inbox was full (commandRefused is emitted then).
    template <typename What>
    std::uint64_t post(What what)
    {
        return postCommand(Command{.id = 0, .actor = m_actor, .role = m_role, .what = std::move(what)});
    }

public slots:
    /// Looks now; also called by the timer.
    void poll();
    void reconnectFeeds();

signals:
    void snapshotArrived(const telltale::SnapshotPtr &snapshot);
    /// Each answer once, in order.
    void commandAnswered(const telltale::CommandEcho &echo);
    void commandRefused(const QString &reason);

private:
    std::uint64_t postCommand(Command command);

    pipeline::SnapshotSource &m_source;
    Actor m_actor;
    Role m_role = Role::Engineer;
    SnapshotPtr m_snapshot;
    std::uint64_t m_lastCommand = 0;
    std::uint64_t m_lastEcho = 0;
    QTimer m_timer;
};

} // namespace telltale::ui
