// SPDX-License-Identifier: GPL-3.0-or-later
// Logbook, suppressions, remarks on closed alarms and full-text search, through the real writer and reader.
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/store_reader.h"
#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::store;

namespace {

template <typename Fill>
std::unique_ptr<StoreReader> stored(const test::TempFolder &temp, Fill fill)
{
    const test::FakeClock clock;
    auto writer = StoreWriter::open({.folder = temp.path(), .queueCapacity = 10'000, .vfs = {}}, clock,
                                    [](LogLevel, std::string_view, std::string_view text) { qWarning("%.*s", int(text.size()), text.data()); });
    if (!writer)
        qFatal("%s", writer.error().text().c_str());
    fill(**writer);
    (*writer)->close();
    auto reader = StoreReader::open(temp.path());
    if (!reader)
        qFatal("%s", reader.error().text().c_str());
    return std::move(*reader);
}

LogbookEntry entryOf(EventSeq seq, LogbookKind kind, std::uint64_t subject, const std::string &text)
{
    LogbookEntry entry;
    entry.seq = seq;
    entry.kind = kind;
    entry.subject = subject;
    entry.text = text;
    entry.at = test::at(double(seq));
    entry.actor = {"operator A", "desk 1", "op"};
    return entry;
}

LogbookEntry noteOf(EventSeq seq, double from, double to, const std::string &text)
{
    LogbookEntry entry = entryOf(seq, LogbookKind::RangeNote, 0, text);
    entry.source = {"line-a/pump1", "temperature"};
    entry.from = test::at(from);
    entry.to = test::at(to);
    return entry;
}

SuppressedAlarm shelvedAlarm()
{
    SuppressedAlarm held;
    held.source = {"line-a/pump1", "temperature"};
    held.what = "anomalous";
    held.suppression = Suppression::ShelvedOneShot;
    held.shelf = {test::at(1), test::at(1800), {"operator A", "desk 1", "op"}, "'; DROP TABLE suppression; --", true};
    held.raises = 3;
    held.condition = Condition::Active;
    return held;
}

std::vector<EventSeq> seqsOf(const Result<std::vector<LogbookEntry>> &entries)
{
    std::vector<EventSeq> seqs;
    for (const LogbookEntry &entry : *entries)
        seqs.push_back(entry.seq);
    return seqs;
}

} // namespace

class TestLogbook : public QObject {
    Q_OBJECT

private slots:
    void entriesComeBackExactly()
    {
        const test::TempFolder temp;
        LogbookEntry note = noteOf(1, -60, 60, "</b>'; DROP TABLE logbook; -- \u202E");
        note.content = "{\"a\": [1, 2]}";
        note.occurrence = 7;
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            writer.submit(SaveLogbook{note});
            writer.submit(SaveLogbook{note});
        });
        const auto entries = reader->logbook({});
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), std::size_t(1));
        QVERIFY(entries->front() == note);
    }

    void findsNotesByTheRangeTheyAreAbout()
    {
        const test::TempFolder temp;
        const auto reader = stored(temp, [](StoreWriter &writer) {
            writer.submit(SaveLogbook{noteOf(1, 0, 10, "first")});
            writer.submit(SaveLogbook{noteOf(2, 20, 30, "second")});
            writer.submit(SaveLogbook{entryOf(3, LogbookKind::IncidentOpened, 1, "no note")});
        });
        LogbookQuery query;
        query.kind = LogbookKind::RangeNote;
        query.from = test::at(10);
        query.to = test::at(20);
        QCOMPARE(seqsOf(reader->logbook(query)), std::vector<EventSeq>({1}));
        query.to = test::at(21);
        QCOMPARE(seqsOf(reader->logbook(query)), std::vector<EventSeq>({1, 2}));
        query.newestFirst = true;
        query.limit = 1;
        QCOMPARE(seqsOf(reader->logbook(query)), std::vector<EventSeq>({2}));
    }

    void aRunStartsFromSuppressionsAndIncidents()
    {
        const test::TempFolder temp;
        const Occurrence alarm = test::raisedAlarm(1, 1);
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            writer.submit(SaveTransition{test::eventOf(alarm, 1), alarm, shelvedAlarm()});
            writer.submit(SaveLogbook{entryOf(2, LogbookKind::IncidentOpened, 1, "closed")});
            writer.submit(SaveLogbook{entryOf(3, LogbookKind::IncidentClosed, 1, "cause")});
            writer.submit(SaveLogbook{entryOf(4, LogbookKind::IncidentOpened, 2, "open")});
            writer.submit(SaveLogbook{entryOf(5, LogbookKind::HandoverSigned, 3, "shift")});
        });
        const auto state = reader->restartState();
        QVERIFY(state.ok());
        QCOMPARE(state->suppressed.size(), std::size_t(1));
        QVERIFY(state->suppressed[0] == shelvedAlarm());
        QCOMPARE(state->lastSeq, EventSeq(5));
        QCOMPARE(state->lastSubject, std::uint64_t(3));
        QCOMPARE(seqsOf(Result<std::vector<LogbookEntry>>(state->incidents)), std::vector<EventSeq>({2, 3, 4}));
        QCOMPARE(state->lastAlive, test::at(5));
    }

    void anEndedSuppressionIsGoneAndAnOldOneDoesNotComeBack()
    {
        const test::TempFolder temp;
        const Occurrence alarm = test::raisedAlarm(1, 1);
        SuppressedAlarm ended = shelvedAlarm();
        ended.suppression = Suppression::None;
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            writer.submit(SaveTransition{test::eventOf(alarm, 1), alarm, shelvedAlarm()});
            writer.submit(SaveTransition{test::eventOf(alarm, 2, AlarmEventKind::Unshelve), alarm, ended});
        });
        QVERIFY(reader->restartState()->suppressed.empty());
    }

    void aRemarkReachesTheRowOfAClosedAlarm()
    {
        const test::TempFolder temp;
        Occurrence closed = test::raisedAlarm(1, 2);
        closed.closed = test::at(9);
        closed.closeReason = "normal";
        AlarmEvent verdict = test::eventOf(closed, 3, AlarmEventKind::Verdict, 20);
        verdict.verdict = Judgement::Expected;
        AlarmEvent owner = test::eventOf(closed, 4, AlarmEventKind::Assign, 21);
        owner.comment = "operator B";
        AlarmEvent comment = test::eventOf(closed, 5, AlarmEventKind::Comment, 22);
        comment.comment = "start-up";
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            writer.submit(SaveTransition{test::eventOf(closed, 2, AlarmEventKind::Clear), closed});
            for (const AlarmEvent &event : {verdict, owner, comment})
                writer.submit(SaveTransition{event, {}});
        });
        const auto row = reader->occurrence(1);
        QVERIFY(row.ok());
        QCOMPARE(row->verdict, Judgement::Expected);
        QCOMPARE(row->owner, std::string("operator B"));
        QCOMPARE(row->lastSeq, EventSeq(5));
        QCOMPARE(row->closeReason, std::string("normal"));
        QCOMPARE(reader->events({}).value().back().comment, std::string("start-up"));
    }

    void searchFindsWordsWhateverTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("a word") << "bearing" << QList<int>{2, 1};
        QTest::newRow("while typing") << "bear" << QList<int>{2, 1};
        QTest::newRow("two words") << "bearing cleaned" << QList<int>{2};
        QTest::newRow("case and accents") << "KÜHLUNG" << QList<int>{3};
        QTest::newRow("without its accent") << "kuhl" << QList<int>{3};
        QTest::newRow("operator") << "operator" << QList<int>{3, 2, 1};
        QTest::newRow("an operator of the search language") << "bearing OR kühlung" << QList<int>{};
        QTest::newRow("quotes") << "\"bearing\" \"" << QList<int>{2, 1};
        QTest::newRow("a bracket") << "(bearing" << QList<int>{2, 1};
        QTest::newRow("a star") << "* bearing" << QList<int>{2, 1};
        QTest::newRow("nothing") << "  " << QList<int>{};
        QTest::newRow("not there") << "valve" << QList<int>{};
    }

    void searchFindsWordsWhateverTheyAre()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, found);
        const test::TempFolder temp;
        AlarmEvent event = test::eventOf(test::raisedAlarm(1, 1), 1, AlarmEventKind::Comment);
        event.comment = "bearing is loud";
        event.actor.operatorName = "operator A";
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            writer.submit(SaveTransition{event, test::raisedAlarm(1, 1)});
            writer.submit(SaveLogbook{noteOf(2, 0, 1, "bearing cleaned")});
            writer.submit(SaveLogbook{noteOf(3, 0, 1, "Kühlung aus")});
        });
        const auto answer = reader->search(text.toStdString(), 10);
        QVERIFY2(answer.ok(), answer ? "" : answer.error().text().c_str());
        QCOMPARE(QList<int>(answer->begin(), answer->end()), found);
    }

    void readsEventsByNumber()
    {
        const test::TempFolder temp;
        const Occurrence alarm = test::raisedAlarm(1, 1);
        const auto reader = stored(temp, [&](StoreWriter &writer) {
            for (EventSeq seq : {1, 2, 3})
                writer.submit(SaveTransition{test::eventOf(alarm, seq), alarm});
            writer.submit(SaveLogbook{noteOf(4, 0, 1, "note")});
        });
        const auto events = reader->eventsOf({4, 3, 1});
        QVERIFY(events.ok());
        QCOMPARE(events->size(), std::size_t(2));
        QCOMPARE(events->at(0).seq, EventSeq(1));
        QCOMPARE(events->at(1).seq, EventSeq(3));
    }

    void theLogbookIsNeverChanged_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("update") << QByteArray("UPDATE logbook SET text = 'other'");
        QTest::newRow("delete") << QByteArray("DELETE FROM logbook");
        QTest::newRow("replace") << QByteArray("INSERT OR REPLACE INTO logbook SELECT seq, kind, subject, occurrence, asset, sensor, "
                                               "range_from, range_to, at, operator, station, os_user, 'other', content FROM logbook");
    }

    void theLogbookIsNeverChanged()
    {
        QFETCH(QByteArray, sql);
        const test::TempFolder temp;
        stored(temp, [](StoreWriter &writer) { writer.submit(SaveLogbook{noteOf(1, 0, 1, "as it was")}); });
        const auto database = Database::open(temp.path("journal.db"), Database::Mode::Write);
        QVERIFY(database.ok());
        static_cast<void>(database->run(sql.constData()));
        const auto reader = StoreReader::open(temp.path());
        QCOMPARE((*reader)->logbook({})->at(0).text, std::string("as it was"));
    }

    void aJournalOfTheFirstVersionIsBroughtUpToDate()
    {
        const test::TempFolder temp;
        {
            const auto database = Database::open(temp.path("journal.db"), Database::Mode::Write);
            QVERIFY(database.ok());
            QVERIFY(database->run(journalSchema().migrations[0].sql).ok());
            QVERIFY(
                database
                    ->run("INSERT INTO alarm_transition VALUES(1, 1, 'line-a', 'x', 'COMMENT', 'B', 'B', 'P2', 5, NULL, 'operator A', '', "
                          "'', 'bearing is loud', NULL, NULL, NULL, 1, 0)")
                    .ok());
        }
        const auto tooOld = StoreReader::open(temp.path());
        QVERIFY(!tooOld.ok());
        QCOMPARE(tooOld.error().kind, ErrorKind::Unsupported);
        const auto reader = stored(temp, [](StoreWriter &writer) { writer.submit(SaveLogbook{noteOf(2, 0, 1, "new")}); });
        QCOMPARE(reader->events({})->at(0).comment, std::string("bearing is loud"));
        QCOMPARE(reader->events({})->at(0).verdict, Judgement::None);
        QCOMPARE(reader->search("loud", 10).value(), std::vector<EventSeq>({1}));
    }
};

QTEST_APPLESS_MAIN(TestLogbook)
#include "tst_logbook.moc"
