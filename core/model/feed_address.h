// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telltale {

/// Whether nothing between publisher and subscriber leaves this computer: ipc, inproc, and tcp on localhost, 127.0.0.0/8 or ::1. Everything
/// else can be read and forged on the way, and needs keys. Judged by how the address is written: no name is looked up, because an answer
/// may take long, change, and come from anybody. Addresses to bind to are judged alike; `*` is every network.
/// Thread: any. Cost: no I/O.
[[nodiscard]] bool isOnThisComputer(std::string_view address);

/// What every refusal of an unencrypted address elsewhere says is expected.
inline constexpr std::string_view kEncryptionRule =
    "expected the publisher's public key (serverKeys of its [[feed]] in the plant file), because this address is on another computer, or "
    "--insecure to take what anybody on the way can read and forge";

/// What a live feed says of itself when it is encrypted.
inline constexpr std::string_view kVerifiedFeed = "encrypted, the publisher's key is verified";

} // namespace telltale
