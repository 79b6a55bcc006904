// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/journal_key.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::store {

/// A place in the chain: so many links, and the hash of the last one, which stands for all of them. No links = all zeros.
struct ChainHead {
    std::int64_t links = 0;
    ChainHash hash{};

    friend bool operator==(const ChainHead &, const ChainHead &) = default;
};

/// "512:" and 64 hexadecimal digits, as in reports.
[[nodiscard]] std::string toText(const ChainHead &head);
[[nodiscard]] std::optional<ChainHead> headFrom(std::string_view text);

/// How the content of rows becomes bytes. Another form would begin another segment.
inline constexpr std::int64_t kChainForm = 1;

/// What a link says of one row: `content` is its canonical bytes, or their digest where the row changes.
struct LinkContent {
    std::string_view table;
    std::int64_t key = 0;
    std::string_view content;
};

/// h = HMAC-SHA256(key, hash before ‖ table, key of the row, content).   Source: ours, after the forward-secure logs of Schneier and
/// Kelsey.
[[nodiscard]] ChainHash linkHash(const JournalKey &key, const ChainHash &before, const LinkContent &link);
/// SHA-256 of a row that changes; empty for one that is gone.
[[nodiscard]] std::string rowDigest(std::string_view canonical);

/// Why a stretch of links began. The words are stored.
namespace segment_why {
inline constexpr std::string_view kBegun = "begun";                ///< with the journal
inline constexpr std::string_view kTakenOver = "taken over";       ///< rows that are older than the chain follow
inline constexpr std::string_view kSalvaged = "salvaged";          ///< rows out of a damaged journal follow
inline constexpr std::string_view kOtherKey = "other key";         ///< the former key was replaced
inline constexpr std::string_view kKeyLost = "key lost";           ///< the former key is gone: who can say where its links ended
inline constexpr std::string_view kKeyNotKept = "key not kept";    ///< the key's file cannot be used: nobody can check these links later
inline constexpr std::string_view kChainMissing = "chain missing"; ///< rows and key are there, the links were not
inline constexpr std::string_view kAnchorDisagrees = "anchor disagrees"; ///< the journal was not what its anchor says
} // namespace segment_why

/// A stretch of links made with one key; as stored.
struct ChainSegment {
    std::int64_t id = 0;
    std::int64_t first = 0; ///< number of its first link
    UtcTime at = kNoTime;
    std::string key; ///< JournalKey::id
    std::int64_t form = kChainForm;
    std::string why;
    std::string detail;
};

/// The one row of a statement that selects number and hash; no links where there is none.
[[nodiscard]] Result<ChainHead> readHead(Statement &statement);
[[nodiscard]] Result<ChainHead> chainHead(const Database &journal);
/// Hash of one link; all zeros where there is none.
[[nodiscard]] Result<ChainHash> hashOfLink(const Database &journal, std::int64_t number);
[[nodiscard]] Result<std::vector<ChainSegment>> chainSegments(const Database &journal); ///< in the order of their links

[[nodiscard]] ChainHash hashFrom(std::span<const std::byte> bytes); ///< all zeros unless there are 32

} // namespace telltale::store
