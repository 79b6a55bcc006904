// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/zap.h"

#include <algorithm>

namespace telltale::simulator {

namespace {

constexpr const char *kVersion = "1.0";
constexpr const char *kMechanism = "CURVE";
constexpr const char *kAdmitted = "200";
constexpr const char *kRefused = "400";

/// Frames of a question, by place; a CURVE question has its one credential, the key, at the end.
enum QuestionFrame : std::size_t { Version, Id, Domain, From, Identity, Mechanism, Key, QuestionFrames };
bool isProper(const ZapFrames &question)
{
    return question.size() == QuestionFrames && question[Version] == kVersion && question[Domain] == kZapDomain
           && question[Mechanism] == kMechanism && question[Key].size() == curve::kKeyBytes;
}

curve::PublicKey keyIn(const std::string &frame)
{
    curve::KeyBytes bytes{};
    std::transform(frame.begin(), frame.end(), bytes.begin(), [](char byte) { return static_cast<unsigned char>(byte); });
    return curve::PublicKey(bytes);
}

} // namespace

ZapFrames zapAnswer(const ZapFrames &question, const Admits &admits)
{
    const bool admitted = isProper(question) && admits(keyIn(question[Key]), question[From]);
    const std::string id = question.size() > Id ? question[Id] : std::string();
    return {kVersion, id, admitted ? kAdmitted : kRefused, admitted ? "" : "not on the list of stations", "", ""};
}

} // namespace telltale::simulator
