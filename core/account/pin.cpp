// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/pin.h"

#include <array>
#include <sodium.h>

namespace telltale::account {

namespace {

constexpr std::size_t kLeastBytes = 4;
constexpr std::size_t kMostBytes = 128;

} // namespace

Result<std::string> hashPin(const std::string &pin)
{
    if (pin.size() < kLeastBytes || pin.size() > kMostBytes)
        return Error{ErrorKind::InvalidArgument, "a PIN has 4 to 128 characters", {}};
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0
        || crypto_pwhash_str(text.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0)
        return Error{ErrorKind::Io, "there is not enough memory to hash the PIN", {}};
    return std::string(text.data());
}

bool isPinOf(const std::string &hash, const std::string &pin)
{
    return isPinHash(hash) && sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

bool isPinHash(const std::string &text)
{
    return text.starts_with(crypto_pwhash_STRPREFIX) && text.size() < crypto_pwhash_STRBYTES;
}

void forget(std::string &pin)
{
    sodium_memzero(pin.data(), pin.size());
    pin.clear();
}

} // namespace telltale::account
