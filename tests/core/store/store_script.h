// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/data_folder.h"
#include "core/store/history_file.h"
#include "core/store/journal_check.h"
#include "core/store/journal_opening.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "tests/support/stored_journal.h"

#include <QtTest>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace telltale::test {

/// A short life of a data folder in which anything may fail: opened, written in batches, read, in one thread. What fails is tried once
/// more, as the writer does; then it is given up.
class StoreScript {
public:
    static constexpr std::uint64_t kBatches = 3;
    static constexpr std::uint64_t kAlarmsInBatch = 3;
    static constexpr EventSeq kNumbersInBatch = 3 * kAlarmsInBatch;

    explicit StoreScript(std::string folder) : m_folder(std::move(folder)) {}

    void run()
    {
        const bool opened = twice([&] { return openJournal(); });
        for (std::uint64_t batch = 0; opened && batch < kBatches; ++batch) {
            if (!twice([&] { return writeBatch(batch); }))
                break;
            m_committed = (batch + 1) * kNumbersInBatch;
        }
        static_cast<void>(twice([&] { return writeHistory(); }));
        static_cast<void>(twice([&] { return readState(); }));
        m_journal.reset();
    }

    /// When nothing fails any more: nothing that was committed is lost, no batch is there by half, and nothing healthy was set aside.
    /// Empty when all of that holds.
    [[nodiscard]] std::string fault() const
    {
        for (const auto &entry : std::filesystem::directory_iterator(m_folder))
            if (entry.path().filename().string().find(store::kDamagedMark) != std::string::npos)
                return "something healthy was set aside: " + entry.path().filename().string();
        for (const std::string &error : m_errors)
            if (error.find("(SQLite ") == std::string::npos && error.find('/') == std::string::npos)
                return "an error says too little: " + error;
        const auto reader = store::StoreReader::open(m_folder);
        if (!reader)
            return m_committed == 0 ? std::string() : "the journal cannot be read: " + reader.error().text();
        const auto state = (*reader)->restartState();
        if (!state || state->lastSeq < m_committed || state->lastSeq % kNumbersInBatch != 0)
            return "committed up to " + std::to_string(m_committed) + ", found "
                   + (state ? std::to_string(state->lastSeq) : state.error().text());
        const std::uint64_t alarms = state->lastSeq / 3;
        if (*(*reader)->eventCount() != 2 * alarms || state->open.size() != (alarms + 1) / 2 || !state->unreadable.empty())
            return "the rows do not fit each other";
        const auto check = store::checkJournal(m_folder);
        return check && check->good() ? std::string() : "the chain: " + (check ? check->verdict() : check.error().text());
    }
    [[nodiscard]] std::size_t errors() const { return m_errors.size(); }
    [[nodiscard]] EventSeq committed() const { return m_committed; }

private:
    template <typename Step>
    bool twice(Step step)
    {
        return step() || step();
    }
    template <typename Value>
    bool ok(const Result<Value> &result)
    {
        if (!result)
            m_errors.push_back(result.error().text());
        return result.ok();
    }

    bool openJournal()
    {
        std::string damage;
        auto opened = store::openJournal(m_folder, {}, at(0), damage);
        if (!ok(opened))
            return false;
        m_journal.emplace(std::move(opened->file));
        return true;
    }
    bool writeBatch(std::uint64_t batch)
    {
        std::vector<store::StoreJob> jobs;
        for (std::uint64_t number = batch * kAlarmsInBatch + 1; number <= (batch + 1) * kAlarmsInBatch; ++number)
            std::ranges::move(jobsOfAlarm(number), std::back_inserter(jobs));
        std::vector<const store::StoreJob *> all;
        for (const store::StoreJob &job : jobs)
            all.push_back(&job);
        return ok(m_journal->write(all));
    }
    bool writeHistory()
    {
        auto file = store::openForWriting(m_folder + store::kHistoryName, store::historySchema(), {}, at(0));
        if (!ok(file))
            return false;
        auto history = store::HistoryFile::over(std::move(file->database));
        std::size_t refused = 0;
        store::HistoryBatch batch;
        batch.chunks.push_back({{"a", "x"}, "", chunkOf(300), false});
        return ok(history) && ok(history->write(batch, refused));
    }
    bool readState()
    {
        const auto reader = store::StoreReader::open(m_folder);
        if (!reader && reader.error().kind == ErrorKind::NotFound)
            return true;
        return ok(reader) && ok((*reader)->restartState()) && ok((*reader)->samples({"a", "x"}, at(0), at(1000)));
    }

    std::string m_folder;
    std::optional<store::JournalFile> m_journal;
    std::vector<std::string> m_errors;
    EventSeq m_committed = 0;
};

} // namespace telltale::test
