// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/feed/socket_event.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string_view>

namespace telltale::feed {

/// Why a socket has to go.
enum class Trouble : std::uint8_t {
    HandshakeFailed,
    NotAuthorised,
    KeyMismatch,        ///< the publisher does not prove that it has the pinned key
    NotEncrypted,       ///< we encrypt, the publisher does not
    EncryptionRequired, ///< the publisher encrypts, we do not
    StationKey,         ///< our own secret key cannot be used
    NoRetry,            ///< disconnected, and libzmq does not try again
    Silent,
    Multipart,
    Noise, ///< a flood of unreadable frames
    Memory,
    Requested,
    CannotOpen,
};

[[nodiscard]] std::string_view toText(Trouble trouble); ///< for people

/// Of the kind that is seen before anything can be received.
[[nodiscard]] bool isOfHandshake(Trouble trouble);

/// Decides when a socket is given up and when the next one is built. libzmq 4.3 never reconnects after a protocol error, an oversize
/// message or a denial, and does not say so; only a new socket helps.
/// Nor does its own time limit for handshakes know publishers of ZeroMQ 2 and 3, which send frames without one; ours takes a frame instead.
/// Rules: a failed handshake, a connection without handshake or frame for longer than 2 s (doubled with each failure to at most 8 s: an old
/// publisher may seldom have something to say), a disconnect without an announced retry within two reconnect intervals, and every trouble
/// that the caller reports close the socket; a connection without a valid frame for longer than `max(10 s, 2 deadlines)` does too, each
/// time twice as patient (at most eight times). The wait before the next socket doubles from 0.2 to 4 s, less up to a quarter at random; it
/// starts over after a connection that worked for 5 s. Denials wait 30 s; silence and requests do not wait at all. libzmq says of a
/// publisher with another key only that the handshake failed, as of one that is just being ended: the third in a row is called a mismatch.
/// Nor does it always find out that one side encrypts and the other does not, because whoever sees it first hangs up: then the caller asks
/// the publisher itself (`isUnexplained`). Units: steady clock only. Thread: one.
class Supervisor {
public:
    enum class Step : std::uint8_t { Stay, Close, Open };

    explicit Supervisor(std::uint32_t seed, bool encrypted = false) : m_random(seed), m_encrypted(encrypted) {}

    void event(SocketEvent::Kind kind, SteadyTime now);
    /// Connected, and neither a handshake nor a frame since.
    [[nodiscard]] bool awaitsHandshake() const { return m_connected.has_value(); }
    void validFrame(SteadyTime now);
    void rejectedFrame(SteadyTime now);
    /// The first trouble of a socket counts; later ones are its consequences.
    void report(Trouble trouble);
    /// The last handshake failed, and libzmq has not said why.
    [[nodiscard]] bool isUnexplained() const { return m_unexplained > 0 && !m_open; }
    /// How the publisher says that it protects connections. It is believed for the words alone.
    void publisherSays(bool encrypts);
    /// Somebody wants a new socket now, also where the next one is not due yet.
    void request(SteadyTime now);

    /// What to do now. After Close the caller asks again; after Open it has a new socket, or reports CannotOpen.
    Step step(SteadyTime now, Duration deadline);

    [[nodiscard]] std::uint64_t rebuilds() const { return m_rebuilds; }
    /// Why the last socket was closed. A handshake that succeeds ends what was wrong with those before.
    [[nodiscard]] std::optional<Trouble> lastTrouble() const { return m_lastTrouble; }
    /// When the next socket will be built; empty while one is open.
    [[nodiscard]] std::optional<SteadyTime> nextOpening() const;

private:
    [[nodiscard]] Trouble otherMechanism() const;
    void handshakeFailed();
    void findTrouble(SteadyTime now, Duration deadline);
    [[nodiscard]] Duration handshakePatience() const;
    Duration wait(Trouble trouble, SteadyTime now);

    std::minstd_rand m_random;
    bool m_encrypted;
    bool m_open = false;
    SteadyTime m_openAt{}; ///< when the next socket is due, or when the present one was opened
    std::optional<Trouble> m_trouble;
    std::optional<Trouble> m_lastTrouble;
    std::optional<SteadyTime> m_connected;    ///< waiting for a handshake
    std::optional<SteadyTime> m_disconnected; ///< waiting for a retry
    std::optional<SteadyTime> m_readySince;   ///< hands shaken
    std::optional<SteadyTime> m_firstValid;   ///< of this socket
    std::optional<SteadyTime> m_lastValid;    ///< of this socket
    SteadyTime m_noiseSince{};
    unsigned m_noise = 0; ///< rejects since then, without a valid frame between them
    unsigned m_failures = 0;
    unsigned m_unexplained = 0;    ///< failed handshakes in a row of which libzmq does not say why
    bool m_otherMechanism = false; ///< one side encrypts and the other does not
    unsigned m_silences = 0;
    std::uint64_t m_opened = 0;
    std::uint64_t m_rebuilds = 0;
};

} // namespace telltale::feed
