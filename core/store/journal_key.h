// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::store {

/// 32 bytes of HMAC-SHA256.
using ChainHash = std::array<unsigned char, 32>;

[[nodiscard]] std::string hexOf(const ChainHash &hash);
/// False when the text is anything but 64 hexadecimal digits.
[[nodiscard]] bool hashFromHex(std::string_view text, ChainHash &hash);

/// The secret that the links of a journal are made with. It is wiped from memory when it goes.
class JournalKey {
public:
    static JournalKey random(UtcTime made);
    /// Errors: BadFormat for what is no key file of ours.
    static Result<JournalKey> fromText(std::string_view text);
    JournalKey(const JournalKey &) = default;
    JournalKey &operator=(const JournalKey &) = default;
    ~JournalKey();

    [[nodiscard]] std::string text() const;                      ///< as in the file
    [[nodiscard]] const std::string &id() const { return m_id; } ///< names the key and does not give it away
    [[nodiscard]] UtcTime made() const { return m_made; }
    [[nodiscard]] ChainHash sign(std::string_view bytes) const;

private:
    JournalKey(const std::array<unsigned char, 32> &secret, UtcTime made);

    std::array<unsigned char, 32> m_secret;
    UtcTime m_made;
    std::string m_id;
};

/// Where the key of a data folder is: a private file in a private folder.
inline constexpr const char *kKeyFolder = "/keys";
inline constexpr const char *kKeyName = "/keys/journal.key";
inline constexpr const char *kKeyEnding = ".key"; ///< of former ones too

/// The key to write with, and what a person should know about it.
struct FoundKey {
    JournalKey key;
    bool made = false;   ///< there was none: it was made just now
    std::string problem; ///< why the key's file could not be used: `key` then lives in this run only, and nobody can check its links later
};

/// The key of the data folder, made if there is none. A file that others may read, or that is no key, is left as it is and not used.
[[nodiscard]] FoundKey keyForWriting(const std::string &folder, UtcTime now);
/// All keys that lie in the folder, the one that is written with and former ones that somebody put back ("*.key"); never changes anything.
/// `problems` says which file could not be used and why.
[[nodiscard]] std::vector<JournalKey> keysForChecking(const std::string &folder, std::vector<std::string> &problems);

} // namespace telltale::store
