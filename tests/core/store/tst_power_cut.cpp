// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at a random moment: what was shown as stored is there afterwards, the file is whole, and its chain is in order. And the
// test of the test: with a setting that SQLite documents as unsafe the same cuts must lose something. TELLTALE_RUNS sets the number of
// cuts.
#include "core/store/chain_start.h"
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"
#include "core/store/journal_file.h"
#include "core/store/store_file.h"
#include "core/store/store_reader.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/power_vfs.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>

using namespace telltale;
using namespace telltale::store;
using namespace std::chrono_literals;
using test::PowerVfs;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kSeed = 20261123;
constexpr std::uint64_t kAlarms = 90;

/// What people and the anchor's file knew from a moment on.
struct Known {
    std::size_t moment = 0;
    EventSeq shown = 0;
    std::optional<ChainAnchor> anchor;
};

/// A run on the disk that remembers: what was known when.
struct Run {
    std::string folder; ///< with the key
    std::vector<Known> known;
    std::size_t end = 0;
};

/// Every alarm is shown before the next one is submitted: each cut has one acknowledgement at most that nobody has seen.
Run written(const std::string &folder)
{
    PowerVfs::begin();
    test::FakeClock clock;
    Run run{folder, {}, 0};
    const auto writer = test::openedWriter(folder, clock, {}, PowerVfs::kName);
    for (std::uint64_t number = 1; number <= kAlarms; ++number) {
        for (StoreJob &job : test::jobsOfAlarm(number))
            writer->submit(std::move(job));
        if (number % 3 == 0)
            writer->submit(SaveChunk{{"a", "x"}, "", test::chunkOf(1000, 1000.0 * double(number)), false});
        if (!test::eventually([&] { return writer->storedThrough() == 3 * number && writer->queued() == 0; }))
            qFatal("nothing is written");
        clock.advance(1s); // every second alarm is anchored
        run.known.push_back({PowerVfs::moment(), 3 * number, readAnchor(folder).value()});
    }
    run.end = PowerVfs::moment();
    return run;
}

/// The journal alone, with other settings than its own.
Run writtenWith(const char *settings, const std::string &folder)
{
    PowerVfs::begin();
    Schema schema = journalSchema();
    schema.settings = settings;
    static_cast<void>(makeFolder(folder));
    auto file = openForWriting(folder + kJournalName, schema, PowerVfs::kName, test::at(0));
    auto chain = startChain(file->database, folder, test::at(0));
    auto journal = JournalFile::over(std::move(file->database), std::move(chain->chain));
    Run run{folder, {{PowerVfs::moment(), 0, readAnchor(folder).value()}}, 0};
    for (std::uint64_t number = 1; number <= 3 * kAlarms; ++number) {
        const std::vector<StoreJob> jobs = test::jobsOfAlarm(number);
        std::vector<const StoreJob *> batch;
        for (const StoreJob &job : jobs)
            batch.push_back(&job);
        if (!journal->write(batch).ok())
            qFatal("the journal cannot be written");
        run.known.push_back({PowerVfs::moment(), 3 * number, run.known.front().anchor});
    }
    run.end = PowerVfs::moment();
    return run;
}

struct Outcome {
    int cuts = 0;
    int lost = 0;    ///< cuts that lost what was shown
    int damaged = 0; ///< cuts after which file or chain are not in order
    EventSeq most = 0;
    std::string first; ///< what was wrong first
};

EventSeq storedIn(const std::string &folder)
{
    const auto reader = StoreReader::open(folder);
    const auto state = reader ? (*reader)->restartState() : Result<RestartState>(reader.error());
    return state ? state->lastSeq : 0;
}

void cutOnce(const Run &run, std::size_t number, Outcome &outcome)
{
    std::mt19937 random(kSeed + std::uint32_t(number));
    const std::size_t moment =
        run.known.front().moment + std::uniform_int_distribution<std::size_t>(0, run.end - run.known.front().moment)(random);
    const auto loss = PowerVfs::Loss(number % 3);
    const test::TempFolder temp;
    PowerVfs::cut(moment, loss, random, temp.path());
    fs::copy(run.folder + kKeyFolder, temp.path() + kKeyFolder, fs::copy_options::recursive);
    const auto next = std::ranges::find_if(run.known, [&](const Known &known) { return known.moment > moment; });
    const Known &known = *std::prev(next);
    if (known.anchor && !writeAnchor(temp.path(), *known.anchor).ok())
        qFatal("the test cannot write");
    const EventSeq stored = storedIn(temp.path());
    const auto check = checkJournal(temp.path());
    const bool good = check && check->good();
    outcome.cuts += 1;
    outcome.lost += stored < known.shown ? 1 : 0;
    outcome.damaged += good ? 0 : 1;
    outcome.most = std::max(outcome.most, known.shown - std::min(known.shown, stored));
    if (outcome.first.empty() && (stored < known.shown || !good))
        outcome.first = "seed " + std::to_string(kSeed) + ", cut " + std::to_string(number) + " at " + std::to_string(moment) + ": shown "
                        + std::to_string(known.shown) + ", stored " + std::to_string(stored) + ", "
                        + (check ? check->verdict() : check.error().text());
}

Outcome cut(const Run &run, int cuts)
{
    Outcome outcome;
    for (int i = 0; i < cuts; ++i)
        cutOnce(run, std::size_t(i), outcome);
    qInfo("%d cuts: %d lost what was shown (most: %llu numbers), %d are not in order; seed %u", outcome.cuts, outcome.lost,
          static_cast<unsigned long long>(outcome.most), outcome.damaged, kSeed);
    return outcome;
}

} // namespace

class TestPowerCut : public QObject {
    Q_OBJECT
private slots:
    void nothingThatWasShownIsLost();
    void theNextRunGoesOn();
    void withoutSyncsTheTestFails();
    void withNormalSyncsAcknowledgementsAreLost();
};

void TestPowerCut::nothingThatWasShownIsLost()
{
    const test::TempFolder temp;
    const Run run = written(temp.path("data"));
    const Outcome outcome = cut(run, test::runs(200));
    QVERIFY2(outcome.lost == 0 && outcome.damaged == 0, outcome.first.c_str());
}

void TestPowerCut::theNextRunGoesOn()
{
    const test::TempFolder temp;
    const Run run = written(temp.path("data"));
    for (std::size_t i = 0; i < 10; ++i) {
        std::mt19937 random(kSeed + std::uint32_t(i));
        const test::TempFolder after;
        const Known &known = run.known[std::uniform_int_distribution<std::size_t>(0, run.known.size() - 2)(random)];
        PowerVfs::cut(known.moment + random() % 10, PowerVfs::Loss(i % 3), random, after.path());
        fs::copy(run.folder + kKeyFolder, after.path() + kKeyFolder, fs::copy_options::recursive);
        QVERIFY(writeAnchor(after.path(), *known.anchor).ok());
        const test::FakeClock clock;
        const auto writer = test::openedWriter(after.path(), clock);
        QVERIFY2(writer->notice().empty(), writer->notice().c_str());
        QVERIFY(writer->storedThrough() >= known.shown);
        const std::uint64_t next = writer->storedThrough() / 3 + 2;
        for (StoreJob &job : test::jobsOfAlarm(next))
            writer->submit(std::move(job));
        writer->close();
        QVERIFY(checkJournal(after.path())->good());
        QVERIFY(storedIn(after.path()) == 3 * next);
    }
}

void TestPowerCut::withoutSyncsTheTestFails()
{
    const test::TempFolder temp;
    const Run run = writtenWith("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;", temp.path("data"));
    const Outcome outcome = cut(run, std::min(test::runs(60), 1000));
    QVERIFY(outcome.lost > outcome.cuts / 2);
    QVERIFY(outcome.damaged > 0);
}

/// The file stays whole, and yet a third of a minute's acknowledgements can be gone: why the journal is not kept so.
void TestPowerCut::withNormalSyncsAcknowledgementsAreLost()
{
    const test::TempFolder temp;
    const Run run = writtenWith("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", temp.path("data"));
    const Outcome outcome = cut(run, std::min(test::runs(60), 1000));
    QVERIFY(outcome.lost > outcome.cuts / 2);
}

QTEST_APPLESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
