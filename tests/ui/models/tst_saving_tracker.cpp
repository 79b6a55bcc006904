// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/saving_tracker.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

class TestSavingTracker : public QObject {
    Q_OBJECT
private slots:
    void savesFromThePostToTheCommit();
    void aRefusalEndsIt();
    void answersOfOthersChangeNothing();
    void anAcceptanceWithoutEventIsDoneAtOnce();
};

void TestSavingTracker::savesFromThePostToTheCommit()
{
    SavingTracker tracker;
    tracker.posted(1, {10, 11});
    QCOMPARE(tracker.saving(), (std::set<OccurrenceId>{10, 11}));
    QVERIFY(tracker.settle(100).empty()); // not even answered
    tracker.answered({.id = 1, .accepted = true, .reason = {}, .lastSeq = 42});
    QVERIFY(tracker.settle(41).empty());
    QCOMPARE(tracker.saving().size(), std::size_t{2});
    QCOMPARE(tracker.settle(42), (std::vector<std::uint64_t>{1}));
    QVERIFY(tracker.saving().empty());
}

void TestSavingTracker::aRefusalEndsIt()
{
    SavingTracker tracker;
    tracker.posted(1, {10});
    tracker.posted(2, {11});
    tracker.answered({.id = 1, .accepted = false, .reason = "changed since you looked", .lastSeq = 0});
    QCOMPARE(tracker.saving(), (std::set<OccurrenceId>{11}));
    QVERIFY(!tracker.knows(1));
}

void TestSavingTracker::answersOfOthersChangeNothing()
{
    SavingTracker tracker;
    tracker.posted(1, {10});
    tracker.answered({.id = 7, .accepted = true, .reason = {}, .lastSeq = 1});
    QVERIFY(tracker.settle(1000).empty());
    QCOMPARE(tracker.saving(), (std::set<OccurrenceId>{10}));
}

void TestSavingTracker::anAcceptanceWithoutEventIsDoneAtOnce()
{
    SavingTracker tracker;
    tracker.posted(1, {});
    tracker.answered({.id = 1, .accepted = true, .reason = {}, .lastSeq = 0});
    QCOMPARE(tracker.settle(0), (std::vector<std::uint64_t>{1}));
}

QTEST_APPLESS_MAIN(TestSavingTracker)
#include "tst_saving_tracker.moc"
