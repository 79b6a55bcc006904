// SPDX-License-Identifier: GPL-3.0-or-later
// How the chain of a journal begins, goes on, and what is said aloud when it cannot simply go on.
#include "core/store/chain_anchor.h"
#include "core/store/chain_start.h"
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"
#include "core/store/journal_key.h"
#include "core/store/schema.h"
#include "core/store/store_file.h"
#include "core/store/store_writer.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_clock.h"
#include "tests/support/forged_journal.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace telltale;
using namespace telltale::store;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr fs::perms kPrivateFile = fs::perms::owner_read | fs::perms::owner_write;

JournalCheck checked(const std::string &folder)
{
    auto check = checkJournal(folder);
    if (!check)
        qFatal("%s", check.error().text().c_str());
    return std::move(*check);
}

std::vector<ChainSegment> segmentsOf(const std::string &folder)
{
    const auto journal = Database::open(folder + kJournalName, Database::Mode::Read);
    return chainSegments(*journal).value();
}

/// Opens the journal, as a start of the program does, and says what was told.
std::string noticeOfStart(const std::string &folder, const Clock &clock)
{
    const auto writer = test::openedWriter(folder, clock);
    const std::string notice = writer->stateDetail();
    writer->close();
    return notice;
}

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

class TestJournalChain : public QObject {
    Q_OBJECT
private slots:
    void aNewJournalBeginsOneSegment();
    void keyAndAnchorArePrivate();
    void aRestartGoesOn();
    void anOlderJournalIsTakenOver();
    void aLostKeyIsSaidAloud();
    void aFormerKeyThatIsPutBackChecksItsLinks();
    void aKeyThatOthersMayReadIsNotUsed();
    void aDamagedKeyIsLeftAsItIs();
    void aTailThatIsGoneIsSaidAtTheStart();
    void anAnchorOfAnotherKeyIsSaidAtTheStart_data();
    void anAnchorOfAnotherKeyIsSaidAtTheStart();
    void aKeyThatWasAwayDoesNotHideACutTail();
    void aMissingAnchorIsSaidAtTheStart();
    void aBrokenChainIsSaidOnceWhateverHappensThen_data();
    void aBrokenChainIsSaidOnceWhateverHappensThen();
    void aJournalThatIsGoneIsSaidAtTheStart();
    void theAnchorFollowsWithinSeconds();
    void theAnchorIsNeverAheadOfACommit();
    void aRowThatIsWrittenTwiceHasOneLink();
    void theSecretIsNowhereElse();
};

void TestJournalChain::aNewJournalBeginsOneSegment()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 5);
    const auto segments = segmentsOf(temp.path());
    QCOMPARE(segments.size(), std::size_t(1));
    QCOMPARE(segments[0].first, std::int64_t(1));
    QCOMPARE(segments[0].why, std::string(segment_why::kBegun));
    QVERIFY(checked(temp.path()).notes.empty());
}

void TestJournalChain::keyAndAnchorArePrivate()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path("data"), clock, 1, 1);
    QCOMPARE(fs::status(temp.path("data/keys")).permissions(), fs::perms::owner_all);
    QCOMPARE(fs::status(temp.path("data/keys/journal.key")).permissions(), kPrivateFile);
    QCOMPARE(std::distance(fs::directory_iterator(temp.path("data/keys")), {}), 1);
}

void TestJournalChain::aRestartGoesOn()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 5);
    const ChainHead before = checked(temp.path()).head;
    QCOMPARE(noticeOfStart(temp.path(), clock), std::string());
    QVERIFY(checked(temp.path()).head == before); // a start by itself adds nothing
    test::fillJournal(temp.path(), clock, 6, 10);
    QCOMPARE(segmentsOf(temp.path()).size(), std::size_t(1));
    const JournalCheck check = checked(temp.path());
    QVERIFY2(check.good() && check.head.links > before.links, check.verdict().c_str());
}

/// How the version before the chain made a table.
static std::string wordsBeforeTheChain(const std::string &path, const std::string &table)
{
    const Schema &now = journalSchema();
    {
        const auto database = Database::open(path, Database::Mode::Write);
        const auto made = upgrade(*database, {now.name, now.applicationId, now.settings, now.migrations.first(3)}, {});
        if (!made)
            qFatal("%s", made.error().text().c_str());
    }
    return test::RawDatabase(path).column("SELECT sql FROM sqlite_schema WHERE name = '" + table + "'").front();
}

/// A journal as the version before the chain left it.
void TestJournalChain::anOlderJournalIsTakenOver()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 20);
    fs::remove_all(temp.path("keys"));
    fs::remove(temp.path("journal.anchor"));
    {
        const test::RawDatabase database(temp.path("journal.db"));
        database.run("DROP TABLE chain; DROP TABLE segment; CREATE TABLE kept AS SELECT * FROM suppression; DROP TABLE suppression;"
                     + wordsBeforeTheChain(temp.path("before.db"), "suppression")
                     + "; INSERT INTO suppression SELECT asset, sensor, what, last_seq, content FROM kept; DROP TABLE kept;"
                       "PRAGMA user_version = 3");
    }
    test::fillJournal(temp.path(), clock, 21, 25);
    const JournalCheck check = checked(temp.path());
    QVERIFY2(check.good(), check.verdict().c_str());
    const auto segments = segmentsOf(temp.path());
    QCOMPARE(segments.size(), std::size_t(2));
    QCOMPARE(segments[0].why, std::string(segment_why::kTakenOver));
    QCOMPARE(segments[1].why, std::string(segment_why::kBegun));
    QVERIFY(segments[1].first > 40); // what is marked as older are all the rows that were there
    QVERIFY2(check.notes.at(0).find("taken over (rows from before the journal had a chain)") != std::string::npos, check.notes[0].c_str());
}

void TestJournalChain::aLostKeyIsSaidAloud()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 5);
    const std::int64_t before = checked(temp.path()).head.links;
    fs::remove(temp.path("keys/journal.key"));
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("is missing, a new one was made") != std::string::npos, notice.c_str());
    QCOMPARE(segmentsOf(temp.path()).back().why, std::string(segment_why::kKeyLost));
    test::fillJournal(temp.path(), clock, 6, 10);
    const JournalCheck check = checked(temp.path());
    QVERIFY(!check.good()); // what nobody can check is not called good
    QVERIFY2(check.firstBad->what.find("nothing can be checked") != std::string::npos, check.verdict().c_str());
    QCOMPARE(check.firstBad->link, std::int64_t(1));
    QCOMPARE(segmentsOf(temp.path()).back().first, before + 1);
    QCOMPARE(check.badRows, std::int64_t(1)); // the new links are in order
}

void TestJournalChain::aFormerKeyThatIsPutBackChecksItsLinks()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 5);
    fs::rename(temp.path("keys/journal.key"), temp.path("keys/former.key"));
    test::fillJournal(temp.path(), clock, 6, 10);
    const JournalCheck check = checked(temp.path());
    QVERIFY2(check.good(), check.verdict().c_str());
    QVERIFY(check.notes.at(0).find("other key") != std::string::npos);
}

void TestJournalChain::aKeyThatOthersMayReadIsNotUsed()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 5);
    fs::permissions(temp.path("keys/journal.key"), fs::perms::group_read, fs::perm_options::add);
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("make it private (chmod 600)") != std::string::npos, notice.c_str());
    const JournalCheck check = checked(temp.path());
    QVERIFY(!check.good());
    fs::permissions(temp.path("keys/journal.key"), kPrivateFile);
    QVERIFY(!noticeOfStart(temp.path(), clock).empty()); // the links in between were made with a key that was not kept
    QCOMPARE(checked(temp.path()).problems.size(), std::size_t(1));
}

void TestJournalChain::aDamagedKeyIsLeftAsItIs()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 2);
    const std::string damaged = "telltale-journal-key 1 17 00ff";
    std::ofstream(temp.path("keys/journal.key"), std::ios::trunc) << damaged;
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("is no key of a journal") != std::string::npos, notice.c_str());
    QCOMPARE(contentOf(temp.path("keys/journal.key")), damaged);
}

void TestJournalChain::aTailThatIsGoneIsSaidAtTheStart()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 10);
    {
        const test::RawDatabase database(temp.path("journal.db"));
        test::dropTriggers(database);
        database.run("DELETE FROM chain WHERE n > 20");
    }
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("its newest rows are missing") != std::string::npos, notice.c_str());
    QVERIFY(notice.find("the journal has 20") != std::string::npos);
    const auto aside = std::count_if(fs::directory_iterator(temp.path()), {}, [](const fs::directory_entry &entry) {
        return entry.path().filename().string().starts_with("journal.anchor.former-");
    });
    QCOMPARE(aside, 1);
    QCOMPARE(noticeOfStart(temp.path(), clock), std::string()); // said once; what remains is in the journal
    const JournalCheck check = checked(temp.path());
    QVERIFY(!check.problems.empty());
    QVERIFY2(check.problems[0].find("at link 21") != std::string::npos, check.problems[0].c_str());
}

void TestJournalChain::anAnchorOfAnotherKeyIsSaidAtTheStart_data()
{
    QTest::addColumn<bool>("isKeyThere");
    QTest::newRow("that is not there") << false;
    QTest::newRow("that somebody put into the folder") << true;
}

/// Otherwise the start would seal what is left of a journal with the true key.
void TestJournalChain::anAnchorOfAnotherKeyIsSaidAtTheStart()
{
    QFETCH(bool, isKeyThere);
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 4);
    test::cutNewestRow(temp.path("journal.db"));
    const JournalKey other = JournalKey::random(test::at(0));
    const ChainHead head = chainHead(*Database::open(temp.path("journal.db"), Database::Mode::Read)).value();
    QVERIFY(writeAnchor(temp.path(), makeAnchor(head, other, test::at(0))).ok());
    if (isKeyThere)
        test::putKey(temp.path(), "other", other);
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("the anchor was ") != std::string::npos, notice.c_str());
    QCOMPARE(segmentsOf(temp.path()).back().why, std::string(segment_why::kAnchorDisagrees));
    QCOMPARE(noticeOfStart(temp.path(), clock), std::string());
    QVERIFY(!checked(temp.path()).good());
}

/// Who takes the key away for one start, and puts it back, must not get the rest of a journal sealed.
void TestJournalChain::aKeyThatWasAwayDoesNotHideACutTail()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 4);
    ChainAnchor forged = *readAnchor(temp.path()).value();
    test::cutNewestRow(temp.path("journal.db"));
    forged.head = chainHead(*Database::open(temp.path("journal.db"), Database::Mode::Read)).value();
    QVERIFY(writeAnchor(temp.path(), forged).ok());
    fs::rename(temp.path("keys/journal.key"), temp.path("away"));
    QVERIFY(!noticeOfStart(temp.path(), clock).empty());
    fs::rename(temp.path("away"), temp.path("keys/former.key"));
    const JournalCheck check = checked(temp.path());
    QVERIFY(!check.firstBad);
    QVERIFY(!check.good());
    QVERIFY2(check.problems[0].find("key lost") != std::string::npos, check.problems[0].c_str());
}

void TestJournalChain::aMissingAnchorIsSaidAtTheStart()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 3);
    fs::remove(temp.path("journal.anchor"));
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("the anchor is missing") != std::string::npos, notice.c_str());
}

void TestJournalChain::aBrokenChainIsSaidOnceWhateverHappensThen_data()
{
    QTest::addColumn<bool>("isAnchorThere");
    QTest::newRow("the anchor disagrees") << true;
    QTest::newRow("the anchor is missing") << false;
}

/// A program that is killed right behind the new segment, before it writes a row.
void TestJournalChain::aBrokenChainIsSaidOnceWhateverHappensThen()
{
    QFETCH(bool, isAnchorThere);
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 4);
    test::cutNewestRow(temp.path("journal.db"));
    const std::string former = contentOf(temp.path("journal.anchor"));
    if (!isAnchorThere)
        fs::remove(temp.path("journal.anchor"));
    const auto start = [&] {
        const auto file = openForWriting(temp.path("journal.db"), journalSchema(), {}, clock.utcNow());
        return startChain(file->database, temp.path(), clock.utcNow())->notice;
    };
    QVERIFY(!start().empty());
    QCOMPARE(start(), std::string());
    QCOMPARE(segmentsOf(temp.path()).size(), std::size_t(2));
    const JournalCheck check = checked(temp.path());
    QVERIFY(!check.firstBad && check.anchor && check.anchor->head == check.head);
    QCOMPARE(check.problems.size(), std::size_t(1)); // what the segment says
    if (!isAnchorThere)
        return;
    QCOMPARE(contentOf(temp.path("journal.anchor.former-" + fileStamp(clock.utcNow()))), former);
    std::ofstream(temp.path("journal.anchor"), std::ios::trunc) << former; // killed a moment earlier
    QCOMPARE(start(), std::string());
    QCOMPARE(segmentsOf(temp.path()).size(), std::size_t(2));
    QCOMPARE(checked(temp.path()).problems.size(), std::size_t(1));
}

/// With its anchor, so that only the age of the key tells.
void TestJournalChain::aJournalThatIsGoneIsSaidAtTheStart()
{
    const test::TempFolder temp;
    test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 3);
    fs::remove(temp.path("journal.db"));
    QVERIFY(noticeOfStart(temp.path(), clock).find("its newest rows are missing") != std::string::npos);
    fs::remove(temp.path("journal.db"));
    fs::remove(temp.path("journal.anchor"));
    clock.advance(48h);
    const std::string notice = noticeOfStart(temp.path(), clock);
    QVERIFY2(notice.find("the journal has no links, but a key of 2026-11-18") != std::string::npos, notice.c_str());
}

void TestJournalChain::theAnchorFollowsWithinSeconds()
{
    const test::TempFolder temp;
    test::FakeClock clock;
    const auto writer = test::openedWriter(temp.path(), clock);
    const auto anchored = [&] { return readAnchor(temp.path()).value()->head.links; };
    QCOMPARE(anchored(), std::int64_t(1));
    const auto write = [&](std::uint64_t number) {
        for (StoreJob &job : test::jobsOfAlarm(number))
            writer->submit(std::move(job));
        return test::eventually([&] { return writer->storedThrough() == 3 * number; });
    };
    QVERIFY(write(1));
    const std::int64_t first = anchored();
    clock.advance(AnchorKeeper::kPeriod);
    QVERIFY(write(2));
    QVERIFY(test::eventually([&] { return anchored() > first; }));
    QVERIFY(checked(temp.path()).good());
}

/// A program that is killed after a commit and before the anchor leaves a journal that is ahead, and that is in order.
void TestJournalChain::theAnchorIsNeverAheadOfACommit()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 3);
    fs::copy_file(temp.path("journal.anchor"), temp.path("kept"));
    test::fillJournal(temp.path(), clock, 4, 6);
    fs::rename(temp.path("kept"), temp.path("journal.anchor"));
    QVERIFY(checked(temp.path()).good());
    QCOMPARE(noticeOfStart(temp.path(), clock), std::string());
    QVERIFY(checked(temp.path()).anchor->head == checked(temp.path()).head);
}

void TestJournalChain::aRowThatIsWrittenTwiceHasOneLink()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    test::fillJournal(temp.path(), clock, 1, 3);
    const JournalCheck before = checked(temp.path());
    test::fillJournal(temp.path(), clock, 3, 3); // as after a crash between commit and answer
    const JournalCheck after = checked(temp.path());
    QVERIFY2(after.good(), after.verdict().c_str());
    for (const ChainTable table : {ChainTable::Transition, ChainTable::Explanation, ChainTable::Logbook})
        QCOMPARE(after.links[std::size_t(table)], before.links[std::size_t(table)]);
}

void TestJournalChain::theSecretIsNowhereElse()
{
    const test::TempFolder temp;
    const test::FakeClock clock;
    std::string said;
    {
        const auto writer =
            test::openedWriter(temp.path(), clock, [&](LogLevel, std::string_view, std::string_view text) { said += text; });
        for (StoreJob &job : test::jobsOfAlarm(1))
            writer->submit(std::move(job));
        writer->close();
    }
    const std::string key = contentOf(temp.path("keys/journal.key"));
    const std::string secret = key.substr(key.rfind(' ') + 1, 64);
    QCOMPARE(secret.size(), std::size_t(64));
    const std::string raw = QByteArray::fromHex(QByteArray::fromStdString(secret)).toStdString();
    for (const auto &entry : fs::directory_iterator(temp.path()))
        if (entry.is_regular_file())
            said += contentOf(entry.path().string());
    QVERIFY(said.find("head ") != std::string::npos); // the log names the head, for whoever keeps logs elsewhere
    QVERIFY(said.find(secret) == std::string::npos && said.find(raw) == std::string::npos);
}

QTEST_APPLESS_MAIN(TestJournalChain)
#include "tst_journal_chain.moc"
