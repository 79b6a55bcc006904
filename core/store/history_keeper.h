// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/retention.h"
#include "core/store/history_file.h"
#include "core/store/history_upkeep.h"

#include <functional>
#include <optional>
#include <string>

namespace telltale::store {

/// The history.db that is written now. One that turns out to be damaged, whenever that shows, is set aside with every byte and a new one is
/// begun: readings go on being stored. A file stays open until then, because opening it seals what are this run's own tails by then.
/// Errors: as HistoryFile; Corrupt only when the new file is damaged too. Thread: one (T3).
class HistoryKeeper {
public:
    using Say = std::function<void(const std::string &text)>;
    struct Settings {
        std::string folder;
        std::string vfs;
        Retention retention;
    };
    /// `aside` is told of every file that was set aside, `upkeep` what was given up of old samples.
    HistoryKeeper(Settings settings, const Clock &clock, Say aside, Say upkeep);

    [[nodiscard]] bool isOpen() const { return m_file.has_value(); }
    Result<void> open(); ///< nothing where it is open
    /// As HistoryFile::write, into a file that is opened where none is.
    Result<void> write(const HistoryBatch &batch, std::size_t &refused, const HistoryFile::Between &between);
    Result<bool> tend(); ///< one step of what has time, in a file that is open; true when there is more
    void close() { m_file.reset(); }

private:
    Result<void> openOnce();
    Result<void> setAsideDamaged();
    Result<void> writeOnce(const HistoryBatch &batch, std::size_t &refused, const HistoryFile::Between &between);
    bool leave(const Error &error);

    const Settings m_settings;
    const Clock &m_clock;
    const Say m_aside;
    const Say m_say;
    std::string m_damage; ///< what is wrong with the file that lies there, which is still to be set aside; empty = nothing
    std::optional<HistoryFile> m_file;
    std::optional<HistoryUpkeep> m_upkeep; ///< of m_file, whose rows it remembers
};

} // namespace telltale::store
