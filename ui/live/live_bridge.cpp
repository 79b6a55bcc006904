// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_bridge.h"

#include <chrono>
#include <utility>

namespace telltale::ui {

namespace {

constexpr std::chrono::milliseconds kTick{40};

} // namespace

LiveBridge::LiveBridge(pipeline::SnapshotSource &source, QObject *parent) : QObject(parent), m_source(source)
{
    connect(&m_timer, &QTimer::timeout, this, &LiveBridge::poll);
    m_timer.start(kTick);
}

LiveBridge::~LiveBridge()
{
    m_source.endScreen();
}

void LiveBridge::setActor(Actor actor)
{
    m_actor = std::move(actor);
}

void LiveBridge::poll()
{
    m_source.noteScreen();
    // Kept here as well: a receiver may poll again, and what is being handed on must outlive that.
    const SnapshotPtr newest = m_source.latest();
    if (!newest || (m_snapshot && newest->number == m_snapshot->number))
        return;
    m_snapshot = newest;
    emit snapshotArrived(newest);
    for (const CommandEcho &echo : newest->echoes) {
        if (echo.id <= m_lastEcho)
            continue;
        m_lastEcho = echo.id;
        emit commandAnswered(echo);
    }
}

void LiveBridge::reconnectFeeds()
{
    m_source.reconnectFeeds();
}

std::uint64_t LiveBridge::postCommand(Command command)
{
    command.id = m_lastCommand + 1;
    if (!m_source.post(std::move(command))) {
        emit commandRefused(tr("Too many commands are waiting; nothing was done. Try again."));
        return 0;
    }
    return ++m_lastCommand;
}

} // namespace telltale::ui
