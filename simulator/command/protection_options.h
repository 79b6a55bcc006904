// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"
#include "simulator/publish/zmq_publisher.h"

#include <iosfwd>
#include <optional>
#include <string>

namespace telltale::simulator {

/// --curve-secret, --allow and --insecure of a command that publishes at `address`; nothing = unencrypted.
/// Errors: InvalidArgument for an address that other computers reach without encryption or --insecure, and for encryption without a list
/// of stations, which would let everybody in; as curve::readSecretKey and AllowList::open.
[[nodiscard]] Result<std::optional<Protection>> readProtection(const Options &options, const std::string &address, const LogSink &log);

/// `telltale-sim keygen FILE`.
[[nodiscard]] Result<void> generateKeys(const Options &options, std::ostream &out, std::ostream &err);

} // namespace telltale::simulator
