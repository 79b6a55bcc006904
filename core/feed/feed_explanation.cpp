// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feed_explanation.h"

#include "core/model/feed_address.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::feed {

namespace {

constexpr std::array kOfKeys{Trouble::NotAuthorised, Trouble::KeyMismatch, Trouble::NotEncrypted, Trouble::EncryptionRequired,
                             Trouble::StationKey};

/// Nobody was reached with whom anything could be exchanged; the reason is forgotten when that was long ago.
std::string handshakeReason(const FeedFacts &facts)
{
    const bool known = facts.lastTrouble && isOfHandshake(*facts.lastTrouble);
    return std::string(toText(known ? *facts.lastTrouble : Trouble::HandshakeFailed));
}

std::string reason(const FeedFacts &facts)
{
    if (!facts.keyProblem.empty())
        return std::string(toText(Trouble::StationKey)) + ": " + facts.keyProblem;
    if (facts.lastTrouble == Trouble::NotAuthorised && !facts.connected)
        return std::string(toText(Trouble::NotAuthorised));
    if (facts.state == FeedState::NoValidFrames && !facts.conflict.empty())
        return facts.conflict;
    if (facts.state == FeedState::NoValidFrames && !facts.lastRejection.empty())
        return "connected, but nothing can be read: " + facts.lastRejection;
    if (facts.connected)
        return facts.conflict.empty() ? std::string(toText(Trouble::Silent)) : facts.conflict;
    if (facts.handshakeFailed)
        return handshakeReason(facts);
    const bool known = facts.lastTrouble == Trouble::CannotOpen || facts.lastTrouble == Trouble::NoRetry;
    return known ? std::string(toText(*facts.lastTrouble)) : "no connection";
}

std::string nextStep(const FeedFacts &facts)
{
    if (facts.connected)
        return {};
    if (!facts.nextTry)
        return "; trying again";
    const auto seconds = static_cast<long>(std::ceil(toSeconds(*facts.nextTry)));
    return seconds > 1 ? "; next try in " + std::to_string(seconds) + " s" : "; trying again";
}

} // namespace

std::string explain(const FeedFacts &facts)
{
    if (facts.state == FeedState::Live)
        return facts.conflict.empty() && facts.encrypted ? std::string(kVerifiedFeed) : facts.conflict;
    const bool silence = facts.state == FeedState::Lost && facts.lastFrame != kNoTime;
    return (silence ? "nothing since " + toIso(facts.lastFrame, 0) + ": " : "") + reason(facts) + nextStep(facts);
}

std::string_view keyReason(std::string_view line)
{
    const auto says = [line](Trouble trouble) { return line.find(toText(trouble)) != std::string_view::npos; };
    const auto *const found = std::find_if(kOfKeys.begin(), kOfKeys.end(), says);
    return found == kOfKeys.end() ? std::string_view() : toText(*found);
}

} // namespace telltale::feed
