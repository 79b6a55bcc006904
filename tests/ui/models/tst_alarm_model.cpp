// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/alarm_counts.h"
#include "ui/models/alarm_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>
#include <random>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;

namespace {

/// Open alarms by number, with what a test changes about them.
Occurrence alarmOf(OccurrenceId id, AlarmState state = AlarmState::B, Priority priority = Priority::P2)
{
    Occurrence alarm;
    alarm.id = id;
    alarm.definition.source = {"line-a/m" + std::to_string(id % 7), "t"};
    alarm.definition.what = "anomalous";
    alarm.state = state;
    alarm.condition = Condition::Active;
    alarm.priority = alarm.maxPriority = priority;
    alarm.lastSeq = id;
    alarm.raised = SnapshotBuilder::kStart;
    return alarm;
}

SnapshotPtr snapshotOf(std::vector<Occurrence> alarms, EventSeq stored = 1'000'000)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->now = SnapshotBuilder::kStart;
    snapshot->storedThrough = stored;
    snapshot->alarms = std::make_shared<const std::vector<Occurrence>>(std::move(alarms));
    return snapshot;
}

std::vector<OccurrenceId> idsOf(const AlarmModel &model)
{
    std::vector<OccurrenceId> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.push_back(model.occurrenceAt(row).id);
    }
    return ids;
}

std::vector<OccurrenceId> idsOf(const std::vector<Occurrence> &alarms)
{
    std::vector<OccurrenceId> ids;
    for (const Occurrence &alarm : alarms) {
        ids.push_back(alarm.id);
    }
    return ids;
}

QString cell(const AlarmModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestAlarmModel : public QObject {
    Q_OBJECT
private slots:
    void showsTheOrderOfTheCore();
    void doesNothingWhileTheAlarmsAreTheSame();
    void insertsAboveWithoutTouchingTheRest();
    void whatIsShelvedLeavesAndComesBack();
    void changesOnlyTheRowsThatChanged();
    void indexesFollowTheirAlarmWhenItMoves();
    void survivesAnySequenceOfChanges();
    void takesAThousandRaisesInFewSteps();
    void savingRowsSaySo();
    void marksWhatIsNotStoredAfterASecond();
    void remembersTheNewestEventOnScreen();
    void namesThatLookLikeMarkupStayText();
};

void TestAlarmModel::showsTheOrderOfTheCore()
{
    AlarmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(snapshotOf({alarmOf(3), alarmOf(1), alarmOf(2, AlarmState::C)}));
    QCOMPARE(idsOf(model), (std::vector<OccurrenceId>{3, 1, 2}));
    QCOMPARE(cell(model, 0, StateColumn), QStringLiteral("● NEW"));
    QCOMPARE(cell(model, 2, StateColumn), QStringLiteral("ACK"));
    QCOMPARE(model.columnCount(), int(AlarmColumnCount));
}

void TestAlarmModel::doesNothingWhileTheAlarmsAreTheSame()
{
    AlarmModel model;
    const SnapshotPtr first = snapshotOf({alarmOf(1), alarmOf(2)});
    model.apply(first);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto next = std::make_shared<Snapshot>(*first);
    next->number += 1;
    model.apply(next);
    QCOMPARE(changed.count(), 0);
}

void TestAlarmModel::insertsAboveWithoutTouchingTheRest()
{
    AlarmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(snapshotOf({alarmOf(1), alarmOf(2)}));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    model.apply(snapshotOf({alarmOf(4), alarmOf(3), alarmOf(1), alarmOf(2)}));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), 0);
    QCOMPARE(inserted[0][2].toInt(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(moved.count(), 0);
}

void TestAlarmModel::whatIsShelvedLeavesAndComesBack()
{
    AlarmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(snapshotOf({alarmOf(3), alarmOf(1), alarmOf(2, AlarmState::C)}));
    const auto shelved = snapshotOf({alarmOf(1), alarmOf(2, AlarmState::C), alarmOf(3, AlarmState::E), alarmOf(4, AlarmState::F)});
    model.apply(shelved);
    QCOMPARE(idsOf(model), (std::vector<OccurrenceId>{1, 2}));
    QCOMPARE(model.rowOf(3), -1);
    const AlarmCounts counts = countAlarms(*shelved->alarms);
    QCOMPARE(counts.allOpen(), 2);
    QCOMPARE(counts.allUnacked(), 1);
    model.apply(snapshotOf({alarmOf(3), alarmOf(1), alarmOf(2, AlarmState::C)}));
    QCOMPARE(idsOf(model), (std::vector<OccurrenceId>{3, 1, 2}));
}

void TestAlarmModel::changesOnlyTheRowsThatChanged()
{
    AlarmModel model;
    model.apply(snapshotOf({alarmOf(1), alarmOf(2), alarmOf(3)}));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Occurrence worse = alarmOf(2);
    worse.score = 9.0;
    worse.limit = 3.0;
    model.apply(snapshotOf({alarmOf(1), worse, alarmOf(3)}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), 1);
    QCOMPARE(cell(model, 1, ScoreColumn), QStringLiteral("3.0×"));
}

void TestAlarmModel::indexesFollowTheirAlarmWhenItMoves()
{
    AlarmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(snapshotOf({alarmOf(1), alarmOf(2), alarmOf(3)}));
    const QPersistentModelIndex first(model.index(0, 0));
    const QPersistentModelIndex last(model.index(2, 0));
    Occurrence acked = alarmOf(1, AlarmState::C);
    acked.lastSeq = 9;
    model.apply(snapshotOf({alarmOf(3), alarmOf(2), acked}));
    QCOMPARE(first.row(), 2);
    QCOMPARE(last.row(), 0);
    model.apply(snapshotOf({alarmOf(3), alarmOf(2)}));
    QVERIFY(!first.isValid());
    QVERIFY(last.isValid());
}

/// Random lists one after the other: the rows are always exactly the list, and a persistent index always its own alarm.
void TestAlarmModel::survivesAnySequenceOfChanges()
{
    AlarmModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(4711);
    for (int step = 0; step < 150; ++step) {
        std::vector<Occurrence> alarms;
        const int spread = step % 3 == 0 ? 400 : 12; // few and many runs
        for (int id = 1; id <= spread; ++id) {
            if (random() % 2 == 0) {
                alarms.push_back(alarmOf(OccurrenceId(id)));
                alarms.back().lastSeq = random() % 3;
            }
        }
        if (step % 2 == 0) {
            std::shuffle(alarms.begin(), alarms.end(), random);
        }
        std::map<OccurrenceId, QPersistentModelIndex> held;
        for (int row = 0; row < model.rowCount(); ++row) {
            held.emplace(model.occurrenceAt(row).id, model.index(row, 0));
        }
        model.apply(snapshotOf(alarms));
        QCOMPARE(idsOf(model), idsOf(alarms));
        for (const auto &[id, index] : held) {
            QCOMPARE(index.isValid() ? index.row() : -1, model.rowOf(id));
        }
    }
}

void TestAlarmModel::takesAThousandRaisesInFewSteps()
{
    AlarmModel model;
    std::vector<Occurrence> alarms;
    for (OccurrenceId id = 2; id <= 2000; id += 2) {
        alarms.push_back(alarmOf(id));
    }
    model.apply(snapshotOf(alarms));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    alarms.clear();
    for (OccurrenceId id = 1; id <= 2000; ++id) {
        alarms.push_back(alarmOf(id)); // a new one between any two old ones
    }
    model.apply(snapshotOf(alarms));
    QCOMPARE(idsOf(model), idsOf(alarms));
    QVERIFY(inserted.count() + moved.count() <= 4);
    alarms.erase(std::remove_if(alarms.begin(), alarms.end(), [](const Occurrence &alarm) { return alarm.id % 2 == 0; }), alarms.end());
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.apply(snapshotOf(alarms));
    QCOMPARE(idsOf(model), idsOf(alarms));
    QCOMPARE(removed.count(), 1);
}

void TestAlarmModel::savingRowsSaySo()
{
    AlarmModel model;
    model.apply(snapshotOf({alarmOf(1), alarmOf(2)}));
    model.setSaving({2});
    QCOMPARE(cell(model, 0, StateColumn), QStringLiteral("● NEW"));
    QCOMPARE(cell(model, 1, StateColumn), QStringLiteral("saving…"));
    // Even when the core already shows it as acknowledged: not before it is on disk.
    model.apply(snapshotOf({alarmOf(1), alarmOf(2, AlarmState::C)}));
    QCOMPARE(cell(model, 1, StateColumn), QStringLiteral("saving…"));
    model.setSaving({});
    QCOMPARE(cell(model, 1, StateColumn), QStringLiteral("ACK"));
}

void TestAlarmModel::marksWhatIsNotStoredAfterASecond()
{
    AlarmModel model;
    const auto qualityAfter = [&](std::chrono::milliseconds uptime, EventSeq stored, UtcTime onScreen) {
        auto snapshot = std::make_shared<Snapshot>(*snapshotOf({alarmOf(5)}, stored));
        snapshot->health.uptime = uptime;
        snapshot->now = onScreen;
        model.apply(snapshot);
        return cell(model, 0, QualityColumn);
    };
    // Whatever the clock on screen says: a recording's is years ago.
    for (const UtcTime onScreen : {SnapshotBuilder::kStart, SnapshotBuilder::kStart - std::chrono::hours{9000}}) {
        QCOMPARE(qualityAfter(std::chrono::milliseconds{10'000}, 4, onScreen), QString());
        QCOMPARE(qualityAfter(std::chrono::milliseconds{10'900}, 4, onScreen), QString());
        QCOMPARE(qualityAfter(std::chrono::milliseconds{11'100}, 4, onScreen), QStringLiteral("not stored"));
        QCOMPARE(qualityAfter(std::chrono::milliseconds{11'200}, 5, onScreen), QString());
    }
}

void TestAlarmModel::remembersTheNewestEventOnScreen()
{
    AlarmModel model;
    QCOMPARE(model.seenSeq(), EventSeq{0});
    model.apply(snapshotOf({alarmOf(7), alarmOf(3)}));
    QCOMPARE(model.seenSeq(), EventSeq{7});
    auto next = std::make_shared<Snapshot>(*snapshotOf({alarmOf(3)}));
    AlarmEvent newer;
    newer.seq = 12;
    next->events.push_back(newer);
    model.apply(next);
    QCOMPARE(model.seenSeq(), EventSeq{12});
}

void TestAlarmModel::namesThatLookLikeMarkupStayText()
{
    AlarmModel model;
    Occurrence hostile = alarmOf(1);
    hostile.definition.source.asset = "<img src=x><b>";
    model.apply(snapshotOf({hostile}));
    QCOMPARE(cell(model, 0, AssetColumn), QStringLiteral("<img src=x><b>"));
    const QString tip = model.index(0, AssetColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("&lt;img")), qPrintable(tip));
    QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
}

QTEST_APPLESS_MAIN(TestAlarmModel)
#include "tst_alarm_model.moc"
