// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/supervisor.h"

#include <algorithm>
#include <array>

namespace telltale::feed {

using namespace std::chrono_literals;

namespace {

constexpr Duration kHandshakePatience = 2s;
constexpr unsigned kMaxHandshakeDoublings = 2; ///< with the longest wait still within FeedJudge's memory of a failure
constexpr Duration kRetryPatience = 2 * kReconnectInterval;
constexpr Duration kFirstWait = 200ms;
constexpr Duration kLongestWait = 4s;
constexpr Duration kDeniedWait = 30s;
constexpr Duration kSilencePatience = 10s;
constexpr Duration kProvenAfter = 5s;
constexpr unsigned kMaxSilenceDoublings = 3;
constexpr unsigned kMaxFailures = 16;
constexpr unsigned kNoisePerSecond = 1000;
constexpr unsigned kMismatchAfter = 3;

struct TroubleRule {
    std::string_view text;
    enum class Wait : std::uint8_t { None, Growing, Denied } wait;
    bool ofHandshake = false;
};

/// By Trouble.
constexpr std::array<TroubleRule, 13> kRules{{
    {"the other end does not speak ZeroMQ, or does not answer", TroubleRule::Wait::Growing, true},
    {"this station is not authorised: the publisher does not know its key", TroubleRule::Wait::Denied, true},
    {"the publisher's key is not the pinned one, or it is no CURVE server", TroubleRule::Wait::Growing, true},
    {"the publisher does not encrypt, so nothing is taken from it", TroubleRule::Wait::Growing, true},
    {"the publisher requires encryption: its key belongs into the plant file (serverKeys)", TroubleRule::Wait::Growing, true},
    {"this station's secret key cannot be used", TroubleRule::Wait::Growing},
    {"the connection broke: no proper ZeroMQ, or a message of more than 256 KiB", TroubleRule::Wait::Growing},
    {"connected, but silent", TroubleRule::Wait::None},
    {"a message in several parts came in", TroubleRule::Wait::Growing},
    {"a flood of unreadable frames came in", TroubleRule::Wait::Growing},
    {"a message without end used up memory", TroubleRule::Wait::Growing},
    {"reconnecting on request", TroubleRule::Wait::None},
    {"the address cannot be used", TroubleRule::Wait::Growing},
}};

const TroubleRule &ruleOf(Trouble trouble)
{
    return kRules[static_cast<std::size_t>(trouble)];
}

} // namespace

std::string_view toText(Trouble trouble)
{
    return ruleOf(trouble).text;
}

bool isOfHandshake(Trouble trouble)
{
    return ruleOf(trouble).ofHandshake;
}

void Supervisor::event(SocketEvent::Kind kind, SteadyTime now)
{
    switch (kind) {
    case SocketEvent::Kind::HandshakeFailed: handshakeFailed(); break;
    case SocketEvent::Kind::OtherMechanism:
        m_otherMechanism = true;
        m_unexplained = 0;
        report(otherMechanism());
        break;
    case SocketEvent::Kind::NotAuthorised: report(Trouble::NotAuthorised); break;
    case SocketEvent::Kind::Disconnected:
        m_disconnected = now;
        m_connected.reset();
        m_readySince.reset();
        break;
    case SocketEvent::Kind::RetryPlanned: m_disconnected.reset(); break;
    case SocketEvent::Kind::Connected:
        m_disconnected.reset();
        m_connected = now;
        break;
    case SocketEvent::Kind::Ready:
        m_disconnected.reset();
        m_connected.reset();
        m_readySince = now;
        m_unexplained = 0;
        m_otherMechanism = false;
        if (m_lastTrouble && isOfHandshake(*m_lastTrouble))
            m_lastTrouble.reset();
        break;
    case SocketEvent::Kind::Other: break;
    }
}

Trouble Supervisor::otherMechanism() const
{
    return m_encrypted ? Trouble::NotEncrypted : Trouble::EncryptionRequired;
}

void Supervisor::publisherSays(bool encrypts)
{
    m_otherMechanism = encrypts != m_encrypted;
    if (m_otherMechanism && m_lastTrouble && isOfHandshake(*m_lastTrouble))
        m_lastTrouble = otherMechanism();
}

void Supervisor::handshakeFailed()
{
    ++m_unexplained;
    const bool mismatch = m_encrypted && m_unexplained >= kMismatchAfter;
    report(m_otherMechanism ? otherMechanism() : mismatch ? Trouble::KeyMismatch : Trouble::HandshakeFailed);
}

void Supervisor::validFrame(SteadyTime now)
{
    if (!m_firstValid)
        m_firstValid = now;
    m_lastValid = now;
    m_silences = 0;
    m_noise = 0;
}

void Supervisor::rejectedFrame(SteadyTime now)
{
    if (m_noise == 0 || now - m_noiseSince > 1s) {
        m_noiseSince = now;
        m_noise = 0;
    }
    if (++m_noise > kNoisePerSecond)
        report(Trouble::Noise);
}

void Supervisor::report(Trouble trouble)
{
    if (m_open && !m_trouble)
        m_trouble = trouble;
}

void Supervisor::request(SteadyTime now)
{
    report(Trouble::Requested);
    if (!m_open)
        m_openAt = now;
}

Supervisor::Step Supervisor::step(SteadyTime now, Duration deadline)
{
    if (!m_open) {
        if (now < m_openAt)
            return Step::Stay;
        m_open = true;
        m_openAt = now;
        m_rebuilds += m_opened++ > 0 ? 1 : 0;
        return Step::Open;
    }
    findTrouble(now, deadline);
    if (!m_trouble)
        return Step::Stay;
    m_openAt = now + wait(*m_trouble, now);
    m_open = false;
    m_lastTrouble = std::exchange(m_trouble, std::nullopt);
    m_connected.reset();
    m_disconnected.reset();
    m_readySince.reset();
    m_firstValid.reset();
    m_lastValid.reset();
    m_noise = 0;
    return Step::Close;
}

std::optional<SteadyTime> Supervisor::nextOpening() const
{
    return m_open ? std::nullopt : std::optional(m_openAt);
}

void Supervisor::findTrouble(SteadyTime now, Duration deadline)
{
    if (m_disconnected && now - *m_disconnected > kRetryPatience)
        report(Trouble::NoRetry);
    if (m_connected && now - *m_connected > handshakePatience())
        report(Trouble::HandshakeFailed);
    if (!m_readySince)
        return;
    const Duration patience = std::max(kSilencePatience, 2 * deadline) * (1u << m_silences);
    if (now - std::max(*m_readySince, m_lastValid.value_or(*m_readySince)) > patience)
        report(Trouble::Silent);
}

Duration Supervisor::handshakePatience() const
{
    return kHandshakePatience * (1u << std::min(m_failures, kMaxHandshakeDoublings));
}

Duration Supervisor::wait(Trouble trouble, SteadyTime now)
{
    if (trouble == Trouble::Silent)
        m_silences = std::min(m_silences + 1, kMaxSilenceDoublings);
    switch (ruleOf(trouble).wait) {
    case TroubleRule::Wait::None: return Duration::zero();
    case TroubleRule::Wait::Denied: return kDeniedWait;
    case TroubleRule::Wait::Growing: break;
    }
    const bool proven = m_firstValid && now - *m_firstValid >= kProvenAfter;
    m_failures = proven ? 0 : std::min(m_failures + 1, kMaxFailures);
    const unsigned doublings = m_failures > 0 ? m_failures - 1 : 0;
    const Duration longest = std::min<Duration>(kFirstWait * (1LL << doublings), kLongestWait);
    const double share = 1.0 - 0.25 * std::uniform_real_distribution<double>()(m_random);
    return fromSeconds(toSeconds(longest) * share);
}

} // namespace telltale::feed
