// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/store/chain_link.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace telltale::store {

/// One text of a configuration, with who brought it in and why.
struct ConfigurationText {
    std::string name; ///< as SaveDefinition
    std::uint32_t version = 0;
    std::string hash; ///< SHA-256 of the content
    UtcTime at = kNoTime;
    Actor by;
    std::string reason;
    std::string content;
};

/// What a report asks a journal for, beside what screens ask for.
/// Errors: as StoreReader. Thread: one instance per thread.
class JournalExtracts {
public:
    static Result<std::unique_ptr<JournalExtracts>> open(const std::string &folder);
    ~JournalExtracts();

    /// The texts that made up the configuration with this number, by name.
    [[nodiscard]] Result<std::vector<ConfigurationText>> configuration(std::uint32_t version) const;
    /// Shelves, suppressions by rule and out of service of all alarms: the changes of [from, to), and before them the newest change of each
    /// alarm that was still kept from people then. By number. Cost: one pass over the transitions before `to`.
    [[nodiscard]] Result<std::vector<AlarmEvent>> suppressionChanges(UtcTime from, UtcTime to) const;

    /// Where the journal's chain stood with the transition or entry of this number; no links where it has none.
    /// Cost: one pass over the links since then.
    [[nodiscard]] Result<ChainHead> headAt(EventSeq number) const;

private:
    struct Room;
    explicit JournalExtracts(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::store
