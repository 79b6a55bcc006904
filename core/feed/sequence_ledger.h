// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace telltale::feed {

/// What a message's epoch and number say about those before it.
struct SequenceNote {
    std::uint64_t lost = 0;   ///< messages between the last one and this one
    bool restart = false;     ///< the publisher started anew; what was lost around it cannot be known
    bool interrupted = false; ///< unnumbered, and the connection was down since the last one: something may be missing
    bool late = false;        ///< its number was already passed: repeated, or out of order

    [[nodiscard]] bool isGap() const { return lost > 0 || restart || interrupted; }
};

/// Keeps, per asset, which message number comes next. PUB/SUB drops without a word, so the numbers are the only witness.
/// A message of the epoch before the present one is late, not another restart, so that two publishers cannot make a storm of restarts.
/// Three messages in a row that count up from a number already passed are a restart too, for publishers without an epoch.
/// Missing: without a number nothing can be known; `unsequencedAssets` says so.
/// Thread: one. Cost: one hash look-up a message. Memory: one entry per asset; the caller bounds the assets.
class SequenceLedger {
public:
    SequenceNote data(std::string_view asset, std::uint64_t epoch, std::optional<std::uint64_t> seq);
    /// `next` is the number that the next data message will have: loss at the end of a burst becomes visible. Also for other
    /// messages that carry an epoch and no number.
    SequenceNote heartbeat(std::string_view asset, std::uint64_t epoch, std::optional<std::uint64_t> next);
    /// The connection ended or was dropped. Numbered assets need no mark: the next number tells.
    void interrupted();

    [[nodiscard]] bool sequenced() const { return !m_entries.empty() && m_numbered > 0 && m_unnumbered == 0; }
    [[nodiscard]] std::uint64_t lateMessages() const { return m_late; }

private:
    struct Entry {
        std::uint64_t epoch = 0;
        std::uint64_t formerEpoch = 0;
        std::optional<std::uint64_t> next; ///< empty before the first number
        std::uint64_t lateNext = 0;        ///< where a run of late messages would go on
        int lateRun = 0;
        std::optional<bool> numbered; ///< whether its data carries numbers
        bool interrupted = false;
    };

    Entry &entryOf(std::string_view asset);
    static bool isRestart(Entry &entry, std::uint64_t epoch);
    SequenceNote numbered(Entry &entry, std::uint64_t seq);
    void countNumbered(Entry &entry, bool numbered);

    std::unordered_map<std::string, Entry> m_entries;
    std::size_t m_numbered = 0;
    std::size_t m_unnumbered = 0;
    std::uint64_t m_late = 0;
};

} // namespace telltale::feed
