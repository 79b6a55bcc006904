// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/curve/z85.h"

#include <string>
#include <string_view>

namespace telltale::curve {

/// By which a publisher or a station is known. No secret: it stands in plant files and allow-lists and may be shown to anybody.
class PublicKey {
public:
    PublicKey() = default;
    explicit PublicKey(const KeyBytes &bytes) : m_bytes(bytes) {}
    /// Errors: BadFormat, saying what was expected and how long what was found is.
    [[nodiscard]] static Result<PublicKey> read(std::string_view text);

    [[nodiscard]] const KeyBytes &bytes() const { return m_bytes; }
    [[nodiscard]] std::string text() const;
    /// "SHA256:1f2e 3d4c …", the first half of the hash: for two people who compare keys by telephone.
    [[nodiscard]] std::string fingerprint() const;

    friend bool operator==(const PublicKey &, const PublicKey &) = default;

private:
    KeyBytes m_bytes{};
};

/// What every error about a key says is expected.
inline constexpr std::string_view kKeyRule = "a key of 40 characters, as telltale --keygen shows it";

} // namespace telltale::curve
