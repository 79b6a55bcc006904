// SPDX-License-Identifier: GPL-3.0-or-later
// What a replay rebuilds beside alarms and samples: what was kept from people, and the incidents of the logbook.
#include "core/replay/replay_holds.h"
#include "core/replay/replay_logbook.h"
#include "tests/core/alarm/alarm_desk.h"
#include "tests/support/alarm_builders.h"

#include <QtTest>
#include <random>

using namespace telltale;
using namespace telltale::replay;
using namespace std::chrono_literals;
using alarm::test::Desk;
using test::at;
using Kind = AlarmEventKind;

namespace {

const std::vector<Kind> kDeeds{Kind::Raise,      Kind::Clear,       Kind::Ack,    Kind::Shelve, Kind::Unshelve,
                               Kind::SuppressOn, Kind::SuppressOff, Kind::OosOn,  Kind::OosOff, Kind::Reset,
                               Kind::QualityBad, Kind::QualityGood, Kind::Comment};

QStringList linesOf(const std::vector<SuppressedAlarm> &alarms)
{
    QStringList lines;
    for (const SuppressedAlarm &each : alarms) {
        QString line = QString::fromStdString(each.source.text() + ' ' + each.what);
        line += QStringLiteral(" %1 raises %2 condition %3").arg(int(each.suppression)).arg(each.raises).arg(int(each.condition));
        for (const Hold &hold : {each.shelf, each.rule, each.outOfService})
            line += QStringLiteral(" [%1 %2 %3 %4]")
                        .arg(toNanos(hold.since))
                        .arg(toNanos(hold.until))
                        .arg(QString::fromStdString(hold.reason))
                        .arg(hold.oneShot);
        lines << line;
    }
    return lines;
}

LogbookEntry entryOf(EventSeq seq, LogbookKind kind, double seconds, const std::string &text)
{
    LogbookEntry entry;
    entry.seq = seq;
    entry.kind = kind;
    entry.subject = 1;
    entry.at = at(seconds);
    entry.text = text;
    return entry;
}

std::vector<LogbookEntry> anIncident()
{
    LogbookEntry added = entryOf(5, LogbookKind::IncidentAlarmAdded, 25, {});
    added.occurrence = 1;
    return {entryOf(4, LogbookKind::IncidentOpened, 22, "hot bearing"), added, entryOf(7, LogbookKind::IncidentClosed, 50, "dry bearing")};
}

} // namespace

class TestReplayPast : public QObject {
    Q_OBJECT

private slots:
    /// The alarm book knows what it keeps back; whoever only has its transitions must come to the same.
    void whatWasKeptBackFollowsFromTheTransitions()
    {
        std::mt19937 random(20261122);
        std::size_t seen = 0;
        for (int round = 0; round < 300; ++round) {
            Desk desk;
            ReplayHolds holds;
            for (const char *sensor : {"x", "y"}) {
                AlarmDefinition definition = Desk::plain(sensor);
                definition.latching = random() % 2 == 0;
                desk.book.define(definition);
            }
            for (int step = 0; step < 60; ++step) {
                desk.now += std::chrono::seconds(1 + random() % 400);
                std::vector<alarm::Recorded> recorded = desk.book.tick(desk.now);
                alarm::Stimulus deed = desk.stimulus(kDeeds[random() % kDeeds.size()]);
                deed.comment = "reason " + std::to_string(step);
                deed.oneShot = deed.kind == Kind::Shelve && random() % 2 == 0;
                if (deed.kind == Kind::Shelve || deed.kind == Kind::OosOn)
                    deed.until = desk.now + 20min;
                const std::vector<alarm::Recorded> done = desk.book.apply(Desk::key(random() % 2 == 0 ? "x" : "y"), deed);
                recorded.insert(recorded.end(), done.begin(), done.end());
                if (random() % 4 == 0 && desk.book.lastSeq() > 0) {
                    alarm::Stimulus remark = desk.stimulus(Kind::Assign); // closed or not, and whatever holds it back
                    remark.alarm = {{"line-a/pump1", "x"}, "anomalous"};
                    const std::vector<alarm::Recorded> said = desk.book.apply(OccurrenceId(1 + random() % 3), remark);
                    recorded.insert(recorded.end(), said.begin(), said.end());
                }
                for (const alarm::Recorded &each : recorded)
                    holds.take(each.event);
                const QStringList known = linesOf(desk.book.suppressed());
                seen += std::size_t(known.size());
                QCOMPARE(linesOf(holds.suppressed()), known);
            }
        }
        QVERIFY(seen > 1000);
    }

    void incidentsAreOpenWhileTheyWere_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("alarms");
        QTest::newRow("before") << 21.0 << 0 << 0;
        QTest::newRow("opened") << 22.0 << 1 << 0;
        QTest::newRow("with an alarm") << 30.0 << 1 << 1;
        QTest::newRow("closed") << 50.0 << 0 << 0;
    }

    void incidentsAreOpenWhileTheyWere()
    {
        QFETCH(const double, seconds);
        QFETCH(const int, open);
        QFETCH(const int, alarms);
        ReplayLogbook logbook(anIncident(), {});
        for (const double first : {0.0, 100.0}) { // from before, and back from behind
            logbook.moveTo(at(first));
            logbook.moveTo(at(seconds));
            const std::vector<Incident> incidents = logbook.openIncidents();
            QCOMPARE(int(incidents.size()), open);
            if (open == 1) {
                QCOMPARE(incidents[0].title, std::string("hot bearing"));
                QCOMPARE(int(incidents[0].alarms.size()), alarms);
            }
        }
        QVERIFY(logbook.newest(1).size() <= 1);
    }

    /// Our clock stood a year later and ran ten times slower than that of the plant.
    void aSimulatedPlantsLogbookIsWrittenInItsTime()
    {
        const auto ours = [](double seconds) { return 3e7 + seconds / 10.0; };
        AlarmEvent raise = test::eventOf(test::raisedAlarm(1, 1), 3, Kind::Raise, 20);
        raise.at = at(ours(20));
        raise.sourceTime = at(20);
        std::vector<LogbookEntry> entries = anIncident();
        for (LogbookEntry &entry : entries)
            entry.at = at(ours(toSeconds(entry.at - at(0))));
        ReplayLogbook logbook(entries, std::vector{raise});
        logbook.moveTo(at(20.1));
        QVERIFY(logbook.openIncidents().empty());
        logbook.moveTo(at(20.3)); // 2 s of the plant are 0.2 s on our clock
        QCOMPARE(logbook.openIncidents().size(), std::size_t(1));
        QCOMPARE(logbook.newest(10).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestReplayPast)
#include "tst_replay_past.moc"
