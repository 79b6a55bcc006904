// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever changes a journal past the program is found out, and so is a disk that turns bits. TELLTALE_RUNS sets how many times each kind of
// tampering and the bits are tried.
#include "core/store/journal_check.h"

#include "core/store/canonical_row.h"
#include "core/store/chain_link.h"
#include "core/store/journal_key.h"
#include "tests/support/fake_clock.h"
#include "tests/support/forged_journal.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <optional>
#include <random>

using namespace telltale;
using namespace telltale::store;
using test::RawDatabase;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kAlarms = 60;
constexpr std::uint32_t kSeed = 20261123;
const std::vector<std::string> kTables{"segment",     "definition", "audit",      "alarm_transition",
                                       "explanation", "logbook",    "occurrence", "suppression"};

using Random = std::mt19937;

std::size_t below(Random &random, std::size_t end)
{
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

template <typename Item>
const Item &oneOf(Random &random, const std::vector<Item> &items)
{
    return items[below(random, items.size())];
}

JournalCheck checked(const std::string &folder)
{
    auto check = checkJournal(folder);
    if (!check)
        qFatal("%s", check.error().text().c_str());
    return std::move(*check);
}

std::string keyColumn(const std::string &table)
{
    return table == "alarm_transition" || table == "explanation" || table == "logbook" ? "seq" : "id";
}

/// What has been done, so that the place which is named can be compared.
struct Tampering {
    std::int64_t link = 0; ///< that must be named; -1 = whichever
    std::string table;
    std::string said;
};

std::int64_t linkOf(const RawDatabase &database, const std::string &table, const std::string &key)
{
    return database.number("SELECT max(n) FROM chain WHERE what = '" + table + "' AND key = " + key);
}

std::string someKey(Random &random, const RawDatabase &database, const std::string &table)
{
    return oneOf(random, database.column("SELECT " + keyColumn(table) + " FROM " + table));
}

/// One value of one row of one table, whatever its type.
Tampering edit(Random &random, const RawDatabase &database)
{
    const std::string table = oneOf(random, kTables);
    const std::string key = someKey(random, database, table);
    const std::int64_t link = linkOf(database, table, key);
    const auto columns = database.column("SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 0");
    while (true) {
        const std::string column = oneOf(random, columns);
        const std::string where = " WHERE " + keyColumn(table) + " = " + key;
        const std::string type = database.column("SELECT typeof(" + column + ") FROM " + table + where).front();
        if (type == "null")
            continue;
        const std::string changed = type == "text" ? column + " || 'x'" : type == "real" ? column + " + 0.5" : column + " + 1";
        database.run("UPDATE " + table + " SET " + column + " = " + changed + where);
        return {table == "segment" ? -1 : link, table, "edited " + table + ' ' + key + ' ' + column};
    }
}

/// A row, with or without its links.
Tampering deleteRow(Random &random, const RawDatabase &database)
{
    const std::string table = oneOf(random, kTables);
    const std::string key = someKey(random, database, table);
    const std::int64_t link = linkOf(database, table, key);
    const std::int64_t firstLink = database.number("SELECT min(n) FROM chain WHERE what = '" + table + "' AND key = " + key);
    database.run("DELETE FROM " + table + " WHERE " + keyColumn(table) + " = " + key);
    const bool alsoLinks = below(random, 2) == 0;
    if (alsoLinks)
        database.run("DELETE FROM chain WHERE what = '" + table + "' AND key = " + key);
    return {table == "segment" ? -1 : alsoLinks ? firstLink : link, alsoLinks ? "" : table, "removed " + table + ' ' + key};
}

/// A copy of a row under a new number, alone or with a link that somebody made up.
Tampering insertRow(Random &random, const RawDatabase &database)
{
    const std::vector<std::string> tables{"definition", "audit", "alarm_transition", "logbook", "occurrence"};
    const std::string table = oneOf(random, tables);
    const std::string key = someKey(random, database, table);
    const std::string fresh = std::to_string(database.number("SELECT max(" + keyColumn(table) + ") + 1 FROM " + table) + 1000);
    database.run("CREATE TEMP TABLE copied AS SELECT * FROM " + table + " WHERE " + keyColumn(table) + " = " + key);
    database.run("UPDATE copied SET " + keyColumn(table) + " = " + fresh);
    if (table == "definition")
        database.run("UPDATE copied SET version = version + 1000");
    database.run("INSERT INTO " + table + " SELECT * FROM copied; DROP TABLE copied");
    if (below(random, 2) == 0)
        return {0, table, "inserted " + table + ' ' + fresh};
    const std::string end = std::to_string(database.number("SELECT max(n) + 1 FROM chain"));
    const std::string digest = table == "occurrence" ? "randomblob(32)" : "NULL";
    database.run("INSERT INTO chain VALUES(" + end + ", '" + table + "', " + fresh + ", " + digest + ", randomblob(32))");
    return {std::stoll(end), table, "inserted " + table + ' ' + fresh + " with a link"};
}

/// Two rows change places, or two links do.
Tampering reorder(Random &random, const RawDatabase &database)
{
    const bool links = below(random, 2) == 0;
    const std::string table = links ? "chain" : "alarm_transition";
    const std::string column = links ? "n" : "seq";
    const std::string a = oneOf(random, database.column("SELECT " + column + " FROM " + table + " WHERE " + column + " > 1"));
    std::string b = a;
    while (b == a)
        b = oneOf(random, database.column("SELECT " + column + " FROM " + table + " WHERE " + column + " > 1"));
    const std::int64_t first =
        links ? std::min(std::stoll(a), std::stoll(b)) : std::min(linkOf(database, table, a), linkOf(database, table, b));
    database.run("UPDATE " + table + " SET " + column + " = -1 WHERE " + column + " = " + a);
    database.run("UPDATE " + table + " SET " + column + " = " + a + " WHERE " + column + " = " + b);
    database.run("UPDATE " + table + " SET " + column + " = " + b + " WHERE " + column + " = -1");
    return {first, "", "exchanged " + table + ' ' + a + " and " + b};
}

/// The newest links go with their rows, as if they had never been.
Tampering cutTail(Random &random, const RawDatabase &database)
{
    const std::int64_t end = database.number("SELECT max(n) FROM chain");
    const std::string from = std::to_string(end - std::int64_t(below(random, std::size_t(end) / 2)));
    for (const std::string &table : kTables)
        database.run("DELETE FROM " + table + " WHERE " + keyColumn(table) + " IN (SELECT key FROM chain WHERE n >= " + from
                     + " AND what = '" + table + "' EXCEPT SELECT key FROM chain WHERE n < " + from + " AND what = '" + table + "')");
    database.run("DELETE FROM chain WHERE n >= " + from);
    return {-1, "", "cut off from link " + from};
}

/// Somebody has the key too: a row is changed and every link is made anew. Only the anchor is not theirs.
Tampering recompute(Random &random, const RawDatabase &database, const std::string &folder)
{
    std::vector<std::string> problems;
    const JournalKey key = keysForChecking(folder, problems).front();
    const std::string seq = someKey(random, database, "alarm_transition");
    database.run("UPDATE alarm_transition SET comment = comment || '!' WHERE seq = " + seq);
    auto journal = Database::open(folder + "/journal.db", Database::Mode::Write);
    auto links = journal->prepare("SELECT n, what, key, digest FROM chain ORDER BY n");
    auto put = journal->prepare("UPDATE chain SET hash = ?2 WHERE n = ?1");
    ChainHash before{};
    std::vector<std::pair<std::int64_t, ChainHash>> made;
    while (*links->step()) {
        const std::int64_t n = links->integer();
        const std::string what = links->text();
        const std::int64_t row = links->integer();
        const std::string digest = links->text();
        const ChainedTable &table = chained(*chainTableNamed(what));
        auto cells = journal->prepare(table.cells);
        const bool there = *cells->add(row).step();
        const std::string content = table.changes ? digest : there ? canonicalRow(*cells, -1).bytes : std::string();
        before = linkHash(key, before, {what, row, content});
        made.emplace_back(n, before);
    }
    links->reset();
    for (const auto &[n, hash] : made)
        if (!put->reset().add(n).add(std::as_bytes(std::span(hash))).run().ok())
            qFatal("the test cannot write");
    return {made.back().first, "", "made all links anew after a change of " + seq};
}

} // namespace

class TestJournalCheck : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void anUntouchedJournalIsGood();
    void itMayBeWrittenMeanwhile();
    void everyTamperingIsFound_data();
    void everyTamperingIsFound();
    void everyTurnedBitIsFound();
    void aRowIsNamedWithItsTime();
    void aForgedAnchorIsFound();
    void anAnchorOfAnotherKeyIsFound_data();
    void anAnchorOfAnotherKeyIsFound();
    void aHeadFromAReportIsLookedFor();
    void itCanBeStopped();
    void sayWhenThereIsNoJournal();

private:
    /// A fresh copy of the untouched journal.
    [[nodiscard]] std::string copy(const test::TempFolder &temp) const;
    test::TempFolder m_original;
    const test::FakeClock m_clock;
};

void TestJournalCheck::initTestCase()
{
    test::fillJournal(m_original.path("data"), m_clock, 1, kAlarms);
}

std::string TestJournalCheck::copy(const test::TempFolder &temp) const
{
    const std::string folder = temp.path("data");
    fs::remove_all(folder);
    fs::copy(m_original.path("data"), folder, fs::copy_options::recursive);
    return folder;
}

void TestJournalCheck::anUntouchedJournalIsGood()
{
    const JournalCheck check = checked(m_original.path("data"));
    QVERIFY2(check.good(), check.verdict().c_str());
    QCOMPARE(check.links[std::size_t(ChainTable::Transition)], std::int64_t(2 * kAlarms));
    QCOMPARE(check.links[std::size_t(ChainTable::Explanation)], std::int64_t(kAlarms));
    QCOMPARE(check.links[std::size_t(ChainTable::Logbook)], std::int64_t(kAlarms));
    QCOMPARE(check.links[std::size_t(ChainTable::Audit)], std::int64_t(kAlarms / 4));
    QCOMPARE(check.links[std::size_t(ChainTable::Definition)], std::int64_t(kAlarms / 8));
    QCOMPARE(check.links[std::size_t(ChainTable::Occurrence)], std::int64_t(2 * kAlarms));
    QVERIFY(check.links[std::size_t(ChainTable::Suppression)] > 0);
    QVERIFY(check.anchor && check.anchor->head == check.head); // at the end all is anchored
}

void TestJournalCheck::itMayBeWrittenMeanwhile()
{
    const test::TempFolder temp;
    const SystemClock clock{};
    const auto writer = test::openedWriter(temp.path(), clock);
    for (std::uint64_t number = 1; number <= 300; ++number) {
        for (StoreJob &job : test::jobsOfAlarm(number))
            writer->submit(std::move(job));
        if (number % 20 == 0) {
            const JournalCheck check = checked(temp.path());
            QVERIFY2(check.good(), check.verdict().c_str());
        }
    }
}

void TestJournalCheck::everyTamperingIsFound_data()
{
    using Tamper = std::function<Tampering(Random &, const RawDatabase &, const std::string &)>;
    QTest::addColumn<Tamper>("tamper");
    const auto simple = [](auto function) {
        return Tamper([function](Random &random, const RawDatabase &database, const std::string &) { return function(random, database); });
    };
    QTest::newRow("edit") << simple(edit);
    QTest::newRow("delete") << simple(deleteRow);
    QTest::newRow("insert") << simple(insertRow);
    QTest::newRow("reorder") << simple(reorder);
    QTest::newRow("truncate the tail") << simple(cutTail);
    QTest::newRow("recompute all") << Tamper(recompute);
}

void TestJournalCheck::everyTamperingIsFound()
{
    using Tamper = std::function<Tampering(Random &, const RawDatabase &, const std::string &)>;
    QFETCH(Tamper, tamper);
    const test::TempFolder temp;
    Random random(kSeed);
    const int wanted = test::runs(20);
    for (int run = 0; run < wanted; ++run) {
        const std::string folder = copy(temp);
        Tampering done;
        {
            const RawDatabase database(folder + "/journal.db");
            dropTriggers(database);
            done = tamper(random, database, folder);
        }
        const JournalCheck check = checked(folder);
        const std::string said =
            "seed " + std::to_string(kSeed) + ", run " + std::to_string(run) + ": " + done.said + " -> " + check.verdict();
        QVERIFY2(check.firstBad.has_value(), said.c_str());
        QVERIFY2(done.link < 0 || check.firstBad->link == done.link, said.c_str());
        QVERIFY2(done.table.empty() || check.firstBad->table == done.table, said.c_str());
    }
    qInfo("%s: %d of %d found with their place, seed %u", QTest::currentDataTag(), wanted, wanted, kSeed);
}

/// A bit anywhere in the file. Where no row reads differently afterwards (free space, an index, words for the search) it did no harm.
void TestJournalCheck::everyTurnedBitIsFound()
{
    const test::TempFolder temp;
    Random random(kSeed);
    const auto contentOf = [](const std::string &folder) {
        const RawDatabase database(folder + "/journal.db");
        std::vector<std::vector<std::string>> all{database.rowsOf("chain")};
        for (const std::string &table : kTables)
            all.push_back(database.rowsOf(table));
        return all;
    };
    const auto before = contentOf(m_original.path("data"));
    const int wanted = 10 * test::runs(20);
    int harmed = 0;
    int harmless = 0;
    for (int run = 0; run < wanted; ++run) {
        const std::string folder = copy(temp);
        const std::string path = folder + "/journal.db";
        const std::size_t place = below(random, fs::file_size(path));
        {
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            file.seekg(std::streamoff(place));
            const char turned = char(file.get() ^ (1 << below(random, 8)));
            file.seekp(std::streamoff(place));
            file.put(turned);
        }
        const bool isHarmed = contentOf(folder) != before;
        const auto check = checkJournal(folder);
        const bool isFound = !check || !check->good();
        harmed += isHarmed ? 1 : 0;
        harmless += isHarmed || isFound ? 0 : 1;
        QVERIFY2(isFound || !isHarmed, qPrintable(QStringLiteral("seed %1, run %2: byte %3").arg(kSeed).arg(run).arg(place)));
    }
    QVERIFY(harmed > wanted / 10);
    qInfo("%d bits turned, %d of them changed a row: all of these found; %d changed nothing that is stored; seed %u", wanted, harmed,
          harmless, kSeed);
}

void TestJournalCheck::aRowIsNamedWithItsTime()
{
    const test::TempFolder temp;
    const std::string folder = copy(temp);
    {
        const RawDatabase database(folder + "/journal.db");
        dropTriggers(database);
        database.run("UPDATE audit SET detail = 'nothing happened' WHERE id = 3");
    }
    const JournalCheck check = checked(folder);
    QCOMPARE(check.firstBad->table, std::string("audit"));
    QCOMPARE(check.firstBad->key, std::int64_t(3));
    QCOMPARE(check.badRows, std::int64_t(1)); // the others are as they were, and it says so
    const std::string at = toIso(test::at(3 * 12 - 2), 0);
    QVERIFY2(check.verdict().find("audit 3 (" + at + ")") != std::string::npos, check.verdict().c_str());
}

/// The tail is cut off and an anchor made for what is left, without the key.
void TestJournalCheck::aForgedAnchorIsFound()
{
    const test::TempFolder temp;
    const std::string folder = copy(temp);
    const auto before = readAnchor(folder);
    {
        const RawDatabase database(folder + "/journal.db");
        dropTriggers(database);
        Random random(kSeed);
        cutTail(random, database);
    }
    auto journal = Database::open(folder + "/journal.db", Database::Mode::Read);
    ChainAnchor forged = before->value();
    forged.head = chainHead(*journal).value();
    QVERIFY(writeAnchor(folder, forged).ok());
    QCOMPARE(checked(folder).problems.at(0), std::string("the anchor was not written by Telltale"));
    fs::remove(folder + kAnchorName);
    QCOMPARE(checked(folder).problems.at(0), std::string("the journal's anchor is missing"));
}

void TestJournalCheck::anAnchorOfAnotherKeyIsFound_data()
{
    QTest::addColumn<bool>("isKeyThere");
    QTest::newRow("that is not there") << false;
    QTest::newRow("that somebody put into the folder") << true;
}

/// The newest row and its link are taken away, and what is left is sealed with a key that never made a link of this journal.
void TestJournalCheck::anAnchorOfAnotherKeyIsFound()
{
    QFETCH(bool, isKeyThere);
    const test::TempFolder temp;
    const std::string folder = copy(temp);
    test::cutNewestRow(folder + "/journal.db");
    const JournalKey other = JournalKey::random(test::at(0));
    const ChainHead head = chainHead(*Database::open(folder + "/journal.db", Database::Mode::Read)).value();
    QVERIFY(writeAnchor(folder, makeAnchor(head, other, test::at(0))).ok());
    if (isKeyThere)
        test::putKey(folder, "other", other);
    const JournalCheck check = checked(folder);
    QVERIFY(!check.firstBad); // only the anchor knows
    QCOMPARE(check.problems.size(), std::size_t(1));
    QVERIFY2(check.problems[0].starts_with("the anchor was "), check.problems[0].c_str());
}

void TestJournalCheck::aHeadFromAReportIsLookedFor()
{
    auto journal = Database::open(m_original.path("data/journal.db"), Database::Mode::Read);
    const ChainHead former{50, hashOfLink(*journal, 50).value()};
    QVERIFY(checkJournal(m_original.path("data"), {.expected = former, .stopWanted = {}})->good());
    const auto other = checkJournal(m_original.path("data"), {.expected = ChainHead{51, former.hash}, .stopWanted = {}});
    QVERIFY(!other->good());
    QVERIFY2(other->verdict().find("never had the head") != std::string::npos, other->verdict().c_str());
}

void TestJournalCheck::itCanBeStopped()
{
    const auto check = checkJournal(m_original.path("data"), {.expected = {}, .stopWanted = [] { return true; }});
    QCOMPARE(check.error().kind, ErrorKind::Cancelled);
}

void TestJournalCheck::sayWhenThereIsNoJournal()
{
    const test::TempFolder temp;
    QCOMPARE(checkJournal(temp.path()).error().kind, ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestJournalCheck)
#include "tst_journal_check.moc"
