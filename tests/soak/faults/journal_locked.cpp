// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"
#include "tests/support/raw_database.h"

#include <QCoreApplication>
#include <cstdio>

namespace telltale::soak {

namespace {

class JournalLocked final : public Fault {
public:
    void begin(Station &station) override
    {
        m_holder.start(QCoreApplication::applicationFilePath(), {"--hold-locks", QString::fromStdString(station.dataFolder())});
        m_holder.waitForReadyRead(30'000); // it says when it has them
    }
    void end(Station &) override
    {
        m_holder.closeWriteChannel();
        m_holder.waitForFinished(30'000);
    }

private:
    QProcess m_holder;
};

} // namespace

std::unique_ptr<Fault> journalLocked()
{
    return std::make_unique<JournalLocked>();
}

int holdLocks(const char *dataFolder)
{
    const test::RawDatabase journal(std::string(dataFolder) + "/journal.db");
    const test::RawDatabase history(std::string(dataFolder) + "/history.db");
    for (const test::RawDatabase *each : {&journal, &history}) {
        sqlite3_busy_timeout(each->handle(), 20'000);
        each->run("BEGIN EXCLUSIVE");
    }
    std::puts("locked");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

} // namespace telltale::soak
