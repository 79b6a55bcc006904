// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <sodium.h>

#include <array>
#include <fstream>

namespace telltale {

namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string hexadecimal(const Digest &digest)
{
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
}

const unsigned char *bytesOf(const char *text)
{
    return reinterpret_cast<const unsigned char *>(text);
}

} // namespace

std::string sha256(std::string_view bytes)
{
    Digest digest;
    crypto_hash_sha256(digest.data(), bytesOf(bytes.data()), bytes.size());
    return hexadecimal(digest);
}

Result<std::string> sha256OfFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorKind::NotFound, "cannot open the file", path};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::array<char, 65536> buffer;
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
        crypto_hash_sha256_update(&state, bytesOf(buffer.data()), static_cast<unsigned long long>(file.gcount()));
    if (file.bad())
        return Error{ErrorKind::Io, "cannot read the file", path};
    Digest digest;
    crypto_hash_sha256_final(&state, digest.data());
    return hexadecimal(digest);
}

} // namespace telltale
