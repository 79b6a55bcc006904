// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curve/public_key.h"

#include "core/base/sha256.h"

namespace telltale::curve {

namespace {

constexpr std::size_t kShownDigits = 32;
constexpr std::size_t kDigitsPerGroup = 4;

} // namespace

Result<PublicKey> PublicKey::read(std::string_view text)
{
    KeyBytes bytes{};
    if (decodeZ85(text, bytes))
        return PublicKey(bytes);
    const std::string found = text.size() == kKeyCharacters ? "one with characters that no key has" : std::to_string(text.size());
    return Error{ErrorKind::BadFormat, "expected " + std::string(kKeyRule) + ", found " + found, {}};
}

std::string PublicKey::text() const
{
    KeyText text{};
    encodeZ85(m_bytes, text);
    return {text.data(), text.size()};
}

std::string PublicKey::fingerprint() const
{
    const std::string digits = sha256({reinterpret_cast<const char *>(m_bytes.data()), m_bytes.size()});
    std::string shown = "SHA256:";
    for (std::size_t i = 0; i < kShownDigits; i += kDigitsPerGroup)
        shown += (i == 0 ? "" : " ") + digits.substr(i, kDigitsPerGroup);
    return shown;
}

} // namespace telltale::curve
