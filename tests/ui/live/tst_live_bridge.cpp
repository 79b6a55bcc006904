// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_source.h"
#include "ui/live/live_bridge.h"

#include <QSignalSpy>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

SnapshotPtr snapshotWith(std::uint64_t number, std::vector<std::uint64_t> answered = {})
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->number = number;
    for (const std::uint64_t id : answered)
        snapshot->echoes.push_back({.id = id, .accepted = true, .reason = {}, .lastSeq = 10 * id});
    return snapshot;
}

class TestLiveBridge : public QObject {
    Q_OBJECT
private slots:
    void findsANewSnapshotByItself()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QSignalSpy arrived(&bridge, &LiveBridge::snapshotArrived);
        source.newest = snapshotWith(7);
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(bridge.snapshot()->number, 7U);
    }

    void saysNothingBeforeTheFirstSnapshot()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QSignalSpy arrived(&bridge, &LiveBridge::snapshotArrived);
        bridge.poll();
        QCOMPARE(arrived.count(), 0);
        QVERIFY(!bridge.snapshot());
    }

    void handsOnOnlyWhenTheNumberChanged()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QSignalSpy arrived(&bridge, &LiveBridge::snapshotArrived);
        source.newest = snapshotWith(1);
        bridge.poll();
        bridge.poll();
        source.newest = snapshotWith(1); // another object, the same snapshot
        bridge.poll();
        QCOMPARE(arrived.count(), 1);
        source.newest = snapshotWith(2);
        bridge.poll();
        QCOMPARE(arrived.count(), 2);
    }

    void deliversEachAnswerOnceAndInOrder()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QList<std::uint64_t> answers;
        connect(&bridge, &LiveBridge::commandAnswered, this, [&](const CommandEcho &echo) { answers.append(echo.id); });
        source.newest = snapshotWith(1, {1, 2});
        bridge.poll();
        source.newest = snapshotWith(2, {1, 2, 3}); // snapshots repeat the newest answers
        bridge.poll();
        source.newest = snapshotWith(9, {2, 3, 4, 5}); // some snapshots were never looked at
        bridge.poll();
        QCOMPARE(answers, (QList<std::uint64_t>{1, 2, 3, 4, 5}));
    }

    void answersComeAfterTheSnapshotThatCarriesThem()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QStringList order;
        connect(&bridge, &LiveBridge::snapshotArrived, this, [&] { order.append("snapshot"); });
        connect(&bridge, &LiveBridge::commandAnswered, this, [&] { order.append("answer"); });
        source.newest = snapshotWith(1, {1});
        bridge.poll();
        QCOMPARE(order, QStringList({"snapshot", "answer"}));
    }

    void answersStayOnceWhenAReceiverPollsAgain()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        QList<std::uint64_t> answers;
        connect(&bridge, &LiveBridge::commandAnswered, this, [&](const CommandEcho &echo) {
            answers.append(echo.id);
            source.newest = snapshotWith(2, {1, 2, 3});
            bridge.poll();
        });
        source.newest = snapshotWith(1, {1, 2});
        bridge.poll();
        QCOMPARE(answers, (QList<std::uint64_t>{1, 2, 3}));
    }

    void postsCommandsWithActorAndGrowingIds()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        bridge.setActor({.operatorName = "operator", .station = "desk 2", .osUser = "op"});
        QCOMPARE(bridge.post(command::Silence{}), 1U);
        QCOMPARE(bridge.post(command::Acknowledge{.occurrences = {4711}, .seenSeq = 12, .comment = {}}), 2U);
        QCOMPARE(source.posted.size(), 2U);
        QCOMPARE(source.posted[1].id, 2U);
        QCOMPARE(source.posted[1].actor, bridge.actor());
        QCOMPARE(std::get<command::Acknowledge>(source.posted[1].what).occurrences.front(), 4711U);
    }

    void aFullInboxIsSaid()
    {
        test::FakeSource source;
        source.full = true;
        LiveBridge bridge(source);
        QSignalSpy refused(&bridge, &LiveBridge::commandRefused);
        QCOMPARE(bridge.post(command::Silence{}), 0U);
        QCOMPARE(refused.count(), 1);
        QVERIFY(!refused.first().first().toString().isEmpty());
        source.full = false;
        QCOMPARE(bridge.post(command::Silence{}), 1U); // a refused command uses up no number
    }

    void passesTheReconnectOn()
    {
        test::FakeSource source;
        LiveBridge bridge(source);
        bridge.reconnectFeeds();
        QCOMPARE(source.reconnects, 1);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestLiveBridge)
#include "tst_live_bridge.moc"
