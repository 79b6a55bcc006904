// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notices/sounding_alarms.h"
#include "ui/notices/notice_plan.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using telltale::test::soundingAlarm;
using namespace std::chrono_literals;

namespace {

using Alarms = std::vector<Occurrence>;

struct Desk {
    NoticePlan plan;
    NoticePlan::View view{.wanted = true, .flood = false, .raisesLast10Min = 0, .now = SteadyTime{1h}};
    Alarms alarms;

    NoticeChanges look() { return plan.next(alarms, view); }
    Occurrence &raise(Priority priority, const std::string &asset = "line-a/pump1")
    {
        alarms.push_back(soundingAlarm(alarms.size() + 1, priority, asset));
        return alarms.back();
    }
    void acknowledge(std::size_t row)
    {
        alarms[row].state = AlarmState::C;
        alarms[row].ack = AckState::Acked;
        alarms[row].audible = Audible::Off;
    }
};

QStringList keysOf(const NoticeChanges &changes)
{
    QStringList keys;
    for (const Notice &notice : changes.show) {
        keys << notice.key;
    }
    return keys;
}

} // namespace

class TestNoticePlan : public QObject {
    Q_OBJECT
private slots:
    void saysWhatWhereAndWhatToDo();
    void showsNothingTwice();
    void everyP1HasItsOwn();
    void lessUrgentOnesShareOneASource();
    void aFloodIsOneCountButEveryP1StaysItsOwn();
    void manyP1AreCountedBeyondALimit();
    void goesWhenItsAlarmsAreDone();
    void whoLooksAtTheWindowSeesNone();
    void onlyWhatSoundsMakesOne();
};

void TestNoticePlan::saysWhatWhereAndWhatToDo()
{
    Desk desk;
    desk.raise(Priority::P1).definition.guidance.action = "reduce the load <60 %";
    const NoticeChanges changes = desk.look();
    QCOMPARE(changes.show.size(), std::size_t{1});
    QCOMPARE(changes.show[0].summary, QStringLiteral("P1 line-a/pump1 · t1"));
    QCOMPARE(changes.show[0].body, QStringLiteral("anomalous\nreduce the load <60 %"));
    QCOMPARE(changes.show[0].alarm, OccurrenceId{1});
}

void TestNoticePlan::showsNothingTwice()
{
    Desk desk;
    desk.raise(Priority::P1);
    desk.raise(Priority::P2);
    QCOMPARE(desk.look().show.size(), std::size_t{2});
    desk.alarms[0].score = 3.0;
    desk.alarms[1].audible = Audible::Silenced;
    QVERIFY(desk.look().show.empty());
    desk.alarms[1].audible = Audible::Sounding; // the silence is over
    QVERIFY(desk.look().show.empty());
    desk.alarms[1].raiseCount = 2;
    QCOMPARE(desk.look().show.size(), std::size_t{1});
    desk.alarms[1].priority = Priority::P1;
    QCOMPARE(keysOf(desk.look()), QStringList{"alarm/2"});
}

void TestNoticePlan::everyP1HasItsOwn()
{
    Desk desk;
    desk.raise(Priority::P1);
    desk.raise(Priority::P1);
    const NoticeChanges changes = desk.look();
    QCOMPARE(changes.show.size(), std::size_t{2});
    QVERIFY(changes.show[0].key != changes.show[1].key);
}

void TestNoticePlan::lessUrgentOnesShareOneASource()
{
    Desk desk;
    desk.raise(Priority::P3).definition.source.sensor = "t";
    desk.raise(Priority::P2).definition.source.sensor = "t";
    desk.raise(Priority::P3, "line-b/fan");
    const NoticeChanges changes = desk.look();
    QCOMPARE(changes.show.size(), std::size_t{2});
    QCOMPARE(changes.show[0].summary, QStringLiteral("P2 line-a/pump1 · t: 2 alarm(s)"));
    QVERIFY(changes.show[0].priority == Priority::P2);
    QCOMPARE(changes.show[1].summary, QStringLiteral("P3 line-b/fan · t3"));
}

void TestNoticePlan::aFloodIsOneCountButEveryP1StaysItsOwn()
{
    Desk desk;
    desk.raise(Priority::P2);
    QCOMPARE(desk.look().show.size(), std::size_t{1});
    desk.view.flood = true;
    desk.view.raisesLast10Min = 1001;
    for (int i = 0; i < 1000; ++i) {
        desk.raise(i % 500 == 0 ? Priority::P1 : Priority::P3, "line-a/m" + std::to_string(i));
    }
    const NoticeChanges burst = desk.look();
    QCOMPARE(burst.close.size(), 1); // the one of its source
    QCOMPARE(burst.show.size(), std::size_t{3});
    QVERIFY(burst.show[0].priority == Priority::P1 && burst.show[1].priority == Priority::P1);
    QCOMPARE(burst.show[2].summary, QStringLiteral("Flood: 999 alarm(s) not acknowledged"));
    QCOMPARE(burst.show[2].body, QStringLiteral("1001 alarm(s) in the last 10 minutes."));
    desk.raise(Priority::P2);
    QVERIFY(desk.look().show.empty()); // counts have a pace
    QVERIFY(desk.plan.waits());
    desk.view.now += NoticePlan::kPace;
    const NoticeChanges later = desk.look();
    QCOMPARE(later.show.size(), std::size_t{1});
    QVERIFY(later.show[0].summary.contains("1000"));
    QVERIFY(!desk.plan.waits());
}

void TestNoticePlan::manyP1AreCountedBeyondALimit()
{
    Desk desk;
    for (int i = 0; i < 100; ++i) {
        desk.raise(Priority::P1);
    }
    const NoticeChanges changes = desk.look();
    QCOMPARE(changes.show.size(), NoticePlan::kMostOwn + 1);
    QCOMPARE(changes.show.back().summary, QStringLiteral("P1: %1 further alarm(s) not acknowledged").arg(100 - NoticePlan::kMostOwn));
    QVERIFY(changes.show.back().priority == Priority::P1);
}

void TestNoticePlan::goesWhenItsAlarmsAreDone()
{
    Desk desk;
    desk.raise(Priority::P1);
    desk.raise(Priority::P2).definition.source.sensor = "t";
    desk.raise(Priority::P2).definition.source.sensor = "t";
    desk.look();
    desk.acknowledge(0);
    desk.acknowledge(1);
    QCOMPARE(desk.look().close, QStringList{"alarm/1"});
    desk.alarms.pop_back();
    QCOMPARE(desk.look().close.size(), 1);
    QVERIFY(desk.look().close.isEmpty());
}

void TestNoticePlan::whoLooksAtTheWindowSeesNone()
{
    Desk desk;
    desk.raise(Priority::P1);
    desk.look();
    desk.raise(Priority::P2);
    desk.view.wanted = false;
    const NoticeChanges looked = desk.look();
    QVERIFY(looked.show.empty());
    QCOMPARE(looked.close, QStringList{"alarm/1"});
    desk.view.wanted = true;
    QVERIFY(desk.look().show.empty()); // both have been seen
    desk.raise(Priority::P3);
    QCOMPARE(desk.look().show.size(), std::size_t{1});
}

void TestNoticePlan::onlyWhatSoundsMakesOne()
{
    Desk desk;
    desk.raise(Priority::Diagnostic);
    desk.raise(Priority::P1).audible = Audible::Off; // shelved, suppressed or acknowledged
    desk.raise(Priority::P2).audible = Audible::Silenced;
    QVERIFY(desk.look().show.empty());
}

QTEST_GUILESS_MAIN(TestNoticePlan)
#include "tst_notice_plan.moc"
