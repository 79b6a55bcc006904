// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curve/secret_key.h"

#include <sodium.h>

namespace telltale::curve {

static_assert(kKeyBytes == crypto_box_SECRETKEYBYTES && kKeyBytes == crypto_box_PUBLICKEYBYTES);

SecretKey SecretKey::generate()
{
    SecretKey key;
    [[maybe_unused]] const int ready = sodium_init(); // without it randomness comes too, but not for several threads at once
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

std::optional<SecretKey> SecretKey::read(std::string_view text)
{
    SecretKey key;
    return decodeZ85(text, key.m_bytes) ? std::optional(std::move(key)) : std::nullopt;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

SecretKey::SecretKey(SecretKey &&other) noexcept : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
    }
    return *this;
}

PublicKey SecretKey::publicKey() const
{
    KeyBytes bytes{};
    // Fails for no secret: libsodium clamps it to a valid one, as CURVE does.
    static_cast<void>(crypto_scalarmult_base(bytes.data(), m_bytes.data()));
    return PublicKey(bytes);
}

} // namespace telltale::curve
