// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/incident_book.h"
#include "core/logbook/incident_fold.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::logbook;
using Kind = LogbookKind;

namespace {

/// A book with its journal; every entry that it takes gets the next number.
struct Desk {
    IncidentBook book;
    std::vector<LogbookEntry> journal;

    /// Empty when it was taken, else why not.
    std::string writes(Kind kind, std::uint64_t subject, const std::string &text = {}, OccurrenceId alarm = 0)
    {
        LogbookEntry entry;
        entry.kind = kind;
        entry.subject = subject;
        entry.text = text;
        entry.occurrence = alarm;
        entry.at = fromNanos(1'000 + std::int64_t(journal.size()));
        entry.actor.operatorName = "operator A";
        if (auto checked = book.check(entry); !checked)
            return checked.error().what;
        entry.seq = journal.size() + 1;
        book.take(entry);
        journal.push_back(entry);
        return {};
    }
    std::uint64_t opens(const std::string &title)
    {
        const std::uint64_t number = book.takeNumber();
        return writes(Kind::IncidentOpened, number, title).empty() ? number : 0;
    }
};

} // namespace

class TestIncidentBook : public QObject {
    Q_OBJECT

private slots:
    void anIncidentIsTheSumOfItsEntries()
    {
        Desk desk;
        const std::uint64_t number = desk.opens("Pump 1 runs hot");
        QCOMPARE(number, std::uint64_t(1));
        QCOMPARE(desk.writes(Kind::IncidentAlarmAdded, number, {}, 7), std::string());
        QCOMPARE(desk.writes(Kind::IncidentAlarmAdded, number, {}, 9), std::string());
        QCOMPARE(desk.writes(Kind::IncidentAlarmRemoved, number, {}, 7), std::string());
        QCOMPARE(desk.writes(Kind::IncidentOwner, number, "operator B"), std::string());
        QCOMPARE(desk.writes(Kind::IncidentNote, number, "mechanic called"), std::string());
        const Incident incident = desk.book.open().at(0);
        QCOMPARE(incident.title, std::string("Pump 1 runs hot"));
        QCOMPARE(incident.alarms, std::vector<OccurrenceId>({9}));
        QCOMPARE(incident.owner, std::string("operator B"));
        QCOMPARE(incident.openedBy.operatorName, std::string("operator A"));
        QCOMPARE(incident.lastSeq, EventSeq(6));
        QVERIFY(incidentsOf(desk.journal) == desk.book.open());
    }

    void closesWithACauseAndReopens()
    {
        Desk desk;
        const std::uint64_t number = desk.opens("Pump 1 runs hot");
        QCOMPARE(desk.writes(Kind::IncidentClosed, number), std::string("say what the cause was"));
        QCOMPARE(desk.writes(Kind::IncidentClosed, number, "bearing wear"), std::string());
        QVERIFY(desk.book.open().empty());
        QCOMPARE(desk.writes(Kind::IncidentNote, number, "too late"), std::string("this incident is closed"));
        QCOMPARE(desk.writes(Kind::IncidentReopened, number), std::string());
        QCOMPARE(desk.writes(Kind::IncidentReopened, number), std::string("this incident is open"));
        QVERIFY(desk.book.open().at(0).cause.empty());
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("alarm");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, Kind kind, int subject, const char *text, int alarm, const char *why) {
            QTest::newRow(name) << int(kind) << subject << text << alarm << why;
        };
        row("no title", Kind::IncidentOpened, 5, "", 0, "an incident needs a title");
        row("no such incident", Kind::IncidentNote, 5, "words", 0, "there is no incident 5");
        row("no words", Kind::IncidentNote, 1, "", 0, "a note needs words");
        row("twice", Kind::IncidentAlarmAdded, 1, "", 7, "this alarm is in the incident already");
        row("not in it", Kind::IncidentAlarmRemoved, 1, "", 8, "this alarm is not in the incident");
        row("no range", Kind::RangeNote, 0, "words", 0, "a note on a range needs its begin and its end");
    }

    void refusesWhatCannotBe()
    {
        QFETCH(int, kind);
        QFETCH(int, subject);
        QFETCH(QString, text);
        QFETCH(int, alarm);
        QFETCH(QString, why);
        Desk desk;
        desk.opens("Pump 1 runs hot");
        desk.writes(Kind::IncidentAlarmAdded, 1, {}, 7);
        const std::uint64_t before = desk.book.revision();
        QCOMPARE(QString::fromStdString(desk.writes(Kind(kind), std::uint64_t(subject), text.toStdString(), OccurrenceId(alarm))), why);
        QCOMPARE(desk.book.revision(), before);
    }

    void continuesAfterARestart()
    {
        Desk desk;
        desk.opens("closed one");
        desk.writes(Kind::IncidentClosed, 1, "cleaned");
        desk.opens("open one");
        IncidentBook again(desk.journal, 4);
        QVERIFY(again.open() == desk.book.open());
        QCOMPARE(again.takeNumber(), std::uint64_t(5));
    }
};

QTEST_APPLESS_MAIN(TestIncidentBook)
#include "tst_incident_book.moc"
