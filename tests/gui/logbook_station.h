// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/incident_book.h"
#include "core/store/store_writer.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/eventually.h"
#include "tests/support/temp_folder.h"

#include <chrono>

namespace telltale::test {

/// A window on a data folder with a real journal. Logbook entries that the window posts are answered as the engine answers them: checked,
/// numbered, stored, echoed.
class LogbookStation {
public:
    explicit LogbookStation(ui::WindowSettings settings = WindowFixture::defaults())
    {
        settings.dataFolder = folder.path("data");
        settings.exportFolder = folder.path("out");
        auto opened = store::StoreWriter::open({.folder = settings.dataFolder, .vfs = {}}, m_clock);
        writer = std::move(*opened);
        fixture = std::make_unique<WindowFixture>(settings);
    }

    /// Takes what was posted since the last call; true when the window has seen the answers.
    bool answer()
    {
        Snapshot &next = fixture->build.snapshot();
        for (; m_done < fixture->source.posted.size(); ++m_done) {
            const Command &command = fixture->source.posted[m_done];
            if (const auto *what = std::get_if<command::WriteLogbook>(&command.what)) {
                next.echoes.push_back(take(command, *what));
            }
        }
        next.incidents = std::make_shared<const std::vector<Incident>>(book.open());
        const bool stored = eventually([&] { return writer->storedThrough() >= m_seq; });
        next.storedThrough = m_seq;
        return stored && fixture->give();
    }

    [[nodiscard]] EventSeq nextSeq() { return ++m_seq; }
    [[nodiscard]] const std::vector<LogbookEntry> &written() const { return m_written; }
    [[nodiscard]] std::vector<LogbookEntry> written(LogbookKind kind) const
    {
        std::vector<LogbookEntry> found;
        for (const LogbookEntry &entry : m_written) {
            if (entry.kind == kind) {
                found.push_back(entry);
            }
        }
        return found;
    }

    TempFolder folder;
    logbook::IncidentBook book;
    std::unique_ptr<store::StoreWriter> writer;
    std::unique_ptr<WindowFixture> fixture;

private:
    CommandEcho take(const Command &command, const command::WriteLogbook &what)
    {
        LogbookEntry entry = what.entry;
        if (entry.kind == LogbookKind::IncidentOpened || entry.kind == LogbookKind::HandoverSigned) {
            entry.subject = book.takeNumber();
        }
        CommandEcho echo{.id = command.id, .accepted = true, .reason = {}, .lastSeq = 0, .subject = entry.subject};
        if (const auto checked = book.check(entry); !checked) {
            echo.accepted = false;
            echo.reason = checked.error().what;
            return echo;
        }
        write(entry, command.actor);
        for (const OccurrenceId alarm : what.alarms) {
            LogbookEntry added;
            added.kind = LogbookKind::IncidentAlarmAdded;
            added.subject = entry.subject;
            added.occurrence = alarm;
            write(added, command.actor);
        }
        echo.lastSeq = m_seq;
        return echo;
    }

    void write(LogbookEntry entry, const Actor &actor)
    {
        entry.seq = nextSeq();
        entry.at = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
        entry.actor = actor;
        book.take(entry);
        writer->submit(store::SaveLogbook{entry});
        fixture->build.snapshot().logbook.push_back(entry);
        m_written.push_back(std::move(entry));
    }

    SystemClock m_clock;
    EventSeq m_seq = 0;
    std::size_t m_done = 0;
    std::vector<LogbookEntry> m_written;
};

} // namespace telltale::test
