// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curve/public_key.h"

#include <optional>
#include <string_view>

namespace telltale::curve {

/// With which a publisher or a station proves who it is. Lives as short as it can; its memory is wiped when it is moved from and at its
/// end. It has no text on purpose: only `core/curve/key_files` writes one, into a file. Thread: any.
class SecretKey {
public:
    /// A fresh one, out of the system's randomness.
    [[nodiscard]] static SecretKey generate();
    /// Nothing for a text that is no key.
    [[nodiscard]] static std::optional<SecretKey> read(std::string_view text);
    ~SecretKey();
    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    SecretKey(const SecretKey &) = delete;
    SecretKey &operator=(const SecretKey &) = delete;

    [[nodiscard]] const KeyBytes &bytes() const { return m_bytes; }
    [[nodiscard]] PublicKey publicKey() const;

private:
    SecretKey() = default;

    KeyBytes m_bytes{};
};

} // namespace telltale::curve
