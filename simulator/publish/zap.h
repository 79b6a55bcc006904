// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curve/public_key.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::simulator {

/// ZeroMQ's authentication protocol: before a station is let in, the library asks with a message of several frames and does what the answer
/// says. It must be answered always: a question that nobody answers lets everybody in.
/// Source: ZeroMQ RFC 27.
inline constexpr const char *kZapAddress = "inproc://zeromq.zap.01";
inline constexpr std::string_view kZapDomain = "telltale";

using ZapFrames = std::vector<std::string>;
using Admits = std::function<bool(const curve::PublicKey &station, const std::string &from)>;

/// Whatever is no proper question about a CURVE key of this domain is answered with a refusal.
[[nodiscard]] ZapFrames zapAnswer(const ZapFrames &question, const Admits &admits);

} // namespace telltale::simulator
