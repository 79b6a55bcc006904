// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/curve/public_key.h"
#include "core/feed/asset_owners.h"
#include "core/feed/feed_source.h"
#include "core/feed/frame_backlog.h"

#include <chrono>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace telltale::feed {

struct ZmqFeedSettings {
    FeedId id{};
    std::string address;                       ///< "tcp://host:port", "ipc://path"
    std::vector<curve::PublicKey> serverKeys;  ///< the publisher must have one of them; empty = nothing is encrypted
    std::string stationKey;                    ///< file with our own secret key; read anew for every socket
    bool mayBePlain = false;                   ///< without keys also from another computer
    std::size_t maxUndeclaredSensors = 4096;   ///< per feed; further names are refused and counted
    std::unordered_set<SensorKey> declared;    ///< do not count against the cap
    std::chrono::milliseconds lostAfter{5000}; ///< at least; else 3 median intervals when the publisher sends no heartbeat
    std::shared_ptr<AssetOwners> owners;       ///< of all feeds of the program; none = assets are not compared
    /// Growth of the process that makes us drop the connection: while nothing is delivered, or while what comes in is not taken.
    std::size_t memoryLimitBytes = 64u * 1024 * 1024;
};

/// A ZeroMQ subscriber that is never silent about being dead: it rebuilds its socket after everything that libzmq does not recover from
/// by itself (protocol errors, oversize messages, silent peers, endless multipart), with back-off 0.2 to 4 s and jitter. A connection that
/// only ended, or was refused, is dialled again every 0.2 s.
/// Overload: what comes in is taken first and read after that. What is more than can be read is left out, oldest first, counted among the
/// rejects as "overload", and seen as gaps by whoever reads numbers (FrameBacklog). While the thread that runs it stands still, a guard on
/// another one bounds what piles up (FlowGuard); with a high-water mark libzmq would, and could end the program (zmq_socket.h).
/// What was received and lies unread when a connection is given up is left out in the same way.
/// With keys everything is encrypted, and nothing is taken from a publisher that has none of them. Two keys are for the time in which it
/// changes from one to the other: whichever the last handshake failed with, the next one tries the other.
/// Errors: `make` returns InvalidArgument for an address that ZeroMQ cannot parse, and for one on another computer without keys. A key file
/// that cannot be used is no reason to give up: it is told, and looked at again. Thread: `run` on T1; the socket never leaves it.
/// Cost: receives, decodes, counts, delivers; nothing else, because PUB/SUB drops silently when a subscriber is slow.
class ZmqFeed final : public FeedSource {
public:
    static Result<std::unique_ptr<ZmqFeed>> make(ZmqFeedSettings settings, const Clock &clock, LogSink log = {});
    ~ZmqFeed() override;

    void run(const Sink &sink) override;
    void stop() override;
    void reconnect() override;
    /// Any thread: stops, and another feed with the same id goes on. So this one gives up no assets when it ends, they are the other's.
    void giveWay();
    /// What has come in and was not read yet. Any thread.
    [[nodiscard]] FrameBacklog::Dropped unread() const;

private:
    struct Room;
    explicit ZmqFeed(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::feed
