// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/chain_link.h"

#include <optional>
#include <span>
#include <string>

namespace telltale::store {

/// Where the chain ended at some time, kept outside the database: who cuts off the journal's tail, or makes all links anew, contradicts it.
inline constexpr const char *kAnchorName = "/journal.anchor";

struct ChainAnchor {
    ChainHead head;
    UtcTime at = kNoTime;
    std::string key;  ///< JournalKey::id
    std::string seal; ///< HMAC over the rest: without the key no other anchor can be made
};

[[nodiscard]] ChainAnchor makeAnchor(const ChainHead &head, const JournalKey &key, UtcTime at);
[[nodiscard]] bool isSealedBy(const ChainAnchor &anchor, const JournalKey &key);
/// None where there is no file. Errors: Corrupt for a file that is no anchor; Io.
[[nodiscard]] Result<std::optional<ChainAnchor>> readAnchor(const std::string &folder);
/// Errors: Full, Io; the former anchor then stands.
[[nodiscard]] Result<void> writeAnchor(const std::string &folder, const ChainAnchor &anchor);
/// Puts `anchor` in the place of one that belongs to another journal and stays as "<name>.former-<UTC>". At any moment there is one of the
/// two, unless the former one is no file or the file system knows no second names for a file. Errors: as writeAnchor.
[[nodiscard]] Result<void> replaceAnchor(const std::string &folder, const ChainAnchor &anchor, UtcTime now);

/// Was the anchor written by a program that had the key of the links it stands for? Empty when it was, otherwise a sentence that says why
/// not. `keys`: all there are; what no key proves is not believed. Errors: as the database's.
[[nodiscard]] Result<std::string> doubtAbout(const ChainAnchor &anchor, std::span<const JournalKey> keys, const Database &journal);
/// "the anchor of 2026-11-22T12:31:07Z names 77 links"
[[nodiscard]] std::string claimOf(const ChainAnchor &anchor);
/// Does the journal continue what the anchor says? Empty when it does, otherwise a sentence that begins with the anchor's claim.
[[nodiscard]] Result<std::string> contradiction(const Database &journal, const ChainAnchor &anchor);

/// Writes the anchor after commits, at most every two seconds. The journal may be ahead of its anchor, never behind: what is anchored is
/// committed. Thread: one (T3). Cost: one small file, synced.
class AnchorKeeper {
public:
    static constexpr std::chrono::seconds kPeriod{2};

    AnchorKeeper(std::string folder, JournalKey key, const Clock &clock)
        : m_folder(std::move(folder))
        , m_key(std::move(key))
        , m_clock(clock)
    {
    }

    /// The chain ends here now, on disk. Errors: as writeAnchor; it is tried again when it is next due.
    Result<void> keep(const ChainHead &head);
    /// The same without waiting until it is due; for the end.
    Result<void> keepNow(const ChainHead &head);

private:
    std::string m_folder;
    JournalKey m_key;
    const Clock &m_clock;
    ChainHead m_kept;
    std::optional<SteadyTime> m_last;
};

} // namespace telltale::store
