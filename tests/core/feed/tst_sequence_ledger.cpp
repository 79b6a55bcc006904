// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/sequence_ledger.h"

#include <QtTest>

using namespace telltale::feed;

class TestSequenceLedger : public QObject {
    Q_OBJECT

private slots:
    void consecutiveNumbersAreNoGap();
    void holesAreCounted();
    void theFirstNumberMayBeAny();
    void repeatedAndOlderNumbersAreLate();
    void heartbeatShowsLossAtTheEnd();
    void anEarlyHeartbeatSetsTheExpectation();
    void anotherEpochIsARestart();
    void messagesOfTheFormerEpochAreLate();
    void countingUpFromAnOldNumberIsARestart();
    void assetsAreCountedApart();
    void withoutNumbersOnlyInterruptionsShow();
    void withNumbersInterruptionsNeedNoMark();
    void saysWhetherEverythingIsSequenced();
    void survivesTheLargestNumber();
};

void TestSequenceLedger::consecutiveNumbersAreNoGap()
{
    SequenceLedger ledger;
    for (std::uint64_t seq = 5; seq < 100; ++seq) {
        const SequenceNote note = ledger.data("a", 1, seq);
        QVERIFY(!note.isGap() && !note.late);
    }
}

void TestSequenceLedger::holesAreCounted()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.data("a", 1, 10).isGap());
    QCOMPARE(ledger.data("a", 1, 15).lost, 4u);
    QVERIFY(!ledger.data("a", 1, 16).isGap());
    QCOMPARE(ledger.data("a", 1, 18).lost, 1u);
}

void TestSequenceLedger::theFirstNumberMayBeAny()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.data("a", 1, 123'456).isGap());
}

void TestSequenceLedger::repeatedAndOlderNumbersAreLate()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    for (const std::uint64_t seq : {10u, 3u, 9u}) {
        const SequenceNote note = ledger.data("a", 1, seq);
        QVERIFY(note.late && !note.isGap());
    }
    QCOMPARE(ledger.lateMessages(), 3u);
    QVERIFY(!ledger.data("a", 1, 11).isGap());
}

void TestSequenceLedger::heartbeatShowsLossAtTheEnd()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    QVERIFY(!ledger.heartbeat("a", 1, 11).isGap());
    QCOMPARE(ledger.heartbeat("a", 1, 14).lost, 3u);
    QVERIFY(!ledger.heartbeat("a", 1, 14).isGap());
    QVERIFY(!ledger.data("a", 1, 14).isGap());
    QVERIFY(!ledger.heartbeat("a", 1, 3).isGap());
    QVERIFY(!ledger.data("a", 1, 15).isGap());
    QVERIFY(!ledger.heartbeat("a", 1, std::nullopt).isGap());
}

void TestSequenceLedger::anEarlyHeartbeatSetsTheExpectation()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.heartbeat("a", 1, 7).isGap());
    QCOMPARE(ledger.data("a", 1, 9).lost, 2u);
}

void TestSequenceLedger::anotherEpochIsARestart()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    const SequenceNote byData = ledger.data("a", 2, 0);
    QVERIFY(byData.restart);
    QCOMPARE(byData.lost, 0u);
    QVERIFY(!ledger.data("a", 2, 1).isGap());
    QVERIFY(ledger.heartbeat("a", 3, 0).restart);
    QCOMPARE(ledger.data("a", 3, 2).lost, 2u);
}

void TestSequenceLedger::messagesOfTheFormerEpochAreLate()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    QVERIFY(ledger.data("a", 2, 0).restart);
    for (std::uint64_t i = 1; i < 10; ++i) {
        const SequenceNote former = ledger.data("a", 1, 10 + i);
        QVERIFY(former.late && !former.isGap());
        QVERIFY(!ledger.heartbeat("a", 1, 50).isGap());
        QVERIFY(!ledger.data("a", 2, i).isGap());
    }
}

void TestSequenceLedger::countingUpFromAnOldNumberIsARestart()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 0, 1000);
    QVERIFY(ledger.data("a", 0, 0).late);
    QVERIFY(ledger.data("a", 0, 1).late);
    QVERIFY(ledger.data("a", 0, 2).restart);
    QVERIFY(!ledger.data("a", 0, 3).isGap());
    QCOMPARE(ledger.data("a", 0, 5).lost, 1u);
}

void TestSequenceLedger::assetsAreCountedApart()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    (void)ledger.data("b", 1, 500);
    QVERIFY(!ledger.data("a", 1, 11).isGap());
    QCOMPARE(ledger.data("b", 1, 502).lost, 1u);
}

void TestSequenceLedger::withoutNumbersOnlyInterruptionsShow()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.data("a", 0, std::nullopt).isGap());
    QVERIFY(!ledger.data("a", 0, std::nullopt).isGap());
    ledger.interrupted();
    const SequenceNote note = ledger.data("a", 0, std::nullopt);
    QVERIFY(note.interrupted && note.isGap());
    QCOMPARE(note.lost, 0u);
    QVERIFY(!ledger.data("a", 0, std::nullopt).isGap());
    QVERIFY(!ledger.data("new", 0, std::nullopt).isGap());
}

void TestSequenceLedger::withNumbersInterruptionsNeedNoMark()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 10);
    ledger.interrupted();
    QVERIFY(!ledger.data("a", 1, 11).isGap());
    ledger.interrupted();
    QCOMPARE(ledger.data("a", 1, 20).lost, 8u);
}

void TestSequenceLedger::saysWhetherEverythingIsSequenced()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.sequenced());
    (void)ledger.heartbeat("a", 1, 1);
    QVERIFY(!ledger.sequenced());
    (void)ledger.data("a", 1, 1);
    QVERIFY(ledger.sequenced());
    (void)ledger.data("b", 1, std::nullopt);
    QVERIFY(!ledger.sequenced());
    (void)ledger.data("b", 1, 7);
    QVERIFY(ledger.sequenced());
}

void TestSequenceLedger::survivesTheLargestNumber()
{
    SequenceLedger ledger;
    (void)ledger.data("a", 1, 0);
    QCOMPARE(ledger.data("a", 1, ~0ull).lost, ~0ull - 1);
    QVERIFY(!ledger.data("a", 1, 0).late);
}

QTEST_APPLESS_MAIN(TestSequenceLedger)
#include "tst_sequence_ledger.moc"
