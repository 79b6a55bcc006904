// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace telltale::feed {

inline constexpr std::chrono::milliseconds kReconnectInterval{200};

/// What libzmq says about a connection, in our words.
struct SocketEvent {
    enum class Kind : std::uint8_t {
        Connected, ///< TCP is up; nothing is known about the peer yet
        Ready,     ///< handshake done
        HandshakeFailed,
        NotAuthorised,
        OtherMechanism, ///< one side encrypts and the other does not
        Disconnected,
        RetryPlanned, ///< trying again makes sense
        Other,
    };
    Kind kind = Kind::Other;
    int descriptor = -1; ///< of what was connected
};

} // namespace telltale::feed
