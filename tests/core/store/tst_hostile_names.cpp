// SPDX-License-Identifier: GPL-3.0-or-later
// Names and words that would be SQL if anything took them for it: from the bytes of a frame into both databases, and found again.
#include "core/store/store_reader.h"
#include "core/wire/codec.h"
#include "tests/support/fake_clock.h"
#include "tests/support/raw_database.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::store;

namespace {

const std::vector<std::string> &names()
{
    static const std::vector<std::string> kNames{"'; DROP TABLE occurrence; --",
                                                 "'; DROP TABLE alarm_transition;--",
                                                 "'); DELETE FROM audit; --",
                                                 "\"; DROP TABLE sensor; --",
                                                 "x' OR '1'='1",
                                                 "x\" OR \"1\"=\"1",
                                                 "' UNION SELECT name FROM sqlite_schema --",
                                                 "'||(SELECT load_extension('x'))||'",
                                                 "1; ATTACH DATABASE '/tmp/x' AS x",
                                                 "'; PRAGMA writable_schema = ON; --",
                                                 "'; VACUUM INTO '/tmp/x'; --",
                                                 "/* */ DROP TABLE chunk /*",
                                                 "-- comment",
                                                 "?1",
                                                 ":name",
                                                 "@name",
                                                 "$name",
                                                 "?",
                                                 "%",
                                                 "_%_",
                                                 "*",
                                                 "[abc]",
                                                 "`id`",
                                                 "NULL",
                                                 "rowid",
                                                 "0x27",
                                                 "\\'; DROP TABLE tail; --",
                                                 "''",
                                                 "'",
                                                 "\"",
                                                 "sensor AND NOT sensor",
                                                 "NEAR(a b)"};
    return kNames;
}

/// The name as it comes out of a frame that somebody has sent.
std::string received(const std::string &name)
{
    SampleBatch batch;
    batch.asset = "pump";
    batch.times = {test::at(0)};
    batch.columns.push_back({name, {1.0}, {}});
    wire::Decoder decoder;
    const auto decoded = decoder.decode(wire::encode(batch), test::at(0));
    const auto *message = std::get_if<wire::Message>(&decoded);
    return message == nullptr ? "refused" : std::get<SampleBatch>(*message).columns.front().sensor;
}

} // namespace

class TestHostileNames : public QObject {
    Q_OBJECT
private slots:
    void aNameIsOnlyAName_data();
    void aNameIsOnlyAName();
};

void TestHostileNames::aNameIsOnlyAName_data()
{
    QTest::addColumn<std::size_t>("name");
    for (std::size_t i = 0; i < names().size(); ++i)
        QTest::newRow(names()[i].c_str()) << i;
}

void TestHostileNames::aNameIsOnlyAName()
{
    QFETCH(std::size_t, name);
    const std::string &text = names()[name];
    QCOMPARE(received(text), text);
    const SensorKey source{"pump", received(text)};
    const test::TempFolder temp;
    const test::FakeClock clock(test::at(100));
    test::fillJournal(temp.path(), clock, 1, 2);
    const test::RawDatabase journal(temp.path("journal.db"));
    const auto objects = journal.column("SELECT sql FROM sqlite_schema");
    const auto transitions = journal.number("SELECT count(*) FROM alarm_transition");

    const auto writer = test::openedWriter(temp.path(), clock);
    const Occurrence alarm = test::raisedAlarm(50, 50, source);
    SaveTransition job{test::eventOf(alarm, 50), alarm};
    job.event.comment = text + " marker";
    job.event.actor = {text, text, text};
    writer->submit(std::move(job));
    writer->submit(SaveAudit{test::at(1), {text, text, text}, text, text});
    writer->submit(SaveChunk{source, text, test::chunkOf(3), false});
    writer->close();

    const auto reader = StoreReader::open(temp.path());
    QVERIFY(reader.ok());
    QVERIFY((*reader)->occurrence(50)->definition.source == source);
    QCOMPARE((*reader)->samples(source, test::at(-10), test::at(10))->size(), 1u);
    QCOMPARE((*reader)->conditionChanges({source, "anomalous", test::at(-10), test::at(10)})->size(), 1u);
    const auto found = (*reader)->search(text + " marker", 10);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 1u);
    QCOMPARE((*reader)->eventsOf(*found)->front().actor.operatorName, text);
    QVERIFY(journal.column("SELECT sql FROM sqlite_schema") == objects);
    QCOMPARE(journal.number("SELECT count(*) FROM alarm_transition"), transitions + 1);
}

QTEST_APPLESS_MAIN(TestHostileNames)
#include "tst_hostile_names.moc"
