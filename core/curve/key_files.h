// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/curve/secret_key.h"

#include <string>

namespace telltale::curve {

/// A secret key is a file of its own that nobody but its owner can read, apart from every other setting: those can then be shown and
/// mailed. Lines that begin with "# " are remarks; one line has the key. Beside it stands what others may know, its public key, as a line
/// for an allow-list.

/// Errors: NotFound; ReadOnly (`what` says it) for a file that others than its owner may read or write, or that is somebody else's;
/// BadFormat with the line; Io. No error says anything of what is in the file.   Thread: any.
[[nodiscard]] Result<SecretKey> readSecretKey(const std::string &path);

struct KeyFiles {
    std::string secretFile;
    std::string publicFile;
    PublicKey key;
};

/// Makes a new pair: `path` (0600) and its public file (0644), and folders that are missing (0700). Nothing that exists is ever replaced,
/// nor is a link followed. Errors: Busy when one of the two files exists already; Io, Full. Then neither of them is there that was not.
[[nodiscard]] Result<KeyFiles> makeKeyFiles(const std::string &path);

/// Where the public key stands: "station.secret" -> "station.public", any other name gets ".public" at its end.
[[nodiscard]] std::string publicFileOf(const std::string &path);

/// What to tell whoever asked for the pair: files, public key, fingerprint, and what to do with them. Never the secret.
[[nodiscard]] std::string describe(const KeyFiles &files);

} // namespace telltale::curve
