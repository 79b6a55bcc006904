// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace telltale::account {

/// Argon2id with libsodium's interactive limits, salted, as one line of text. Errors: InvalidArgument for fewer than 4 or more than 128
/// bytes; Io when there is not enough memory.   Thread: any.   Cost: about a tenth of a second and 64 MiB, on purpose.
[[nodiscard]] Result<std::string> hashPin(const std::string &pin);
/// Whether the hash was made of this PIN.   Cost: as making it.
[[nodiscard]] bool isPinOf(const std::string &hash, const std::string &pin);
/// Whether a text can be a hash at all.
[[nodiscard]] bool isPinHash(const std::string &text);
/// Overwrites a PIN that is no longer needed.
void forget(std::string &pin);

} // namespace telltale::account
