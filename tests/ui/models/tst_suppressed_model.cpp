// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/refusal_text.h"
#include "ui/models/suppressed_filter.h"
#include "ui/models/suppressed_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QtTest>
#include <random>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kNow = test::SnapshotBuilder::kStart;

SuppressedAlarm held(int sensor, Suppression suppression = Suppression::ShelvedTimed, Duration left = 20min)
{
    SuppressedAlarm alarm;
    alarm.source = {"line-a", "t" + std::to_string(100 + sensor)};
    alarm.what = "anomalous";
    alarm.suppression = suppression;
    Hold &hold = suppression == Suppression::ByDesign       ? alarm.rule
                 : suppression == Suppression::OutOfService ? alarm.outOfService
                                                            : alarm.shelf;
    hold = {kNow - 1min, suppression == Suppression::ByDesign ? kNoTime : kNow + left, {"operator A", "", ""}, "maintenance", false};
    return alarm;
}

SnapshotPtr snapshotOf(std::vector<SuppressedAlarm> alarms, UtcTime now = kNow)
{
    std::sort(alarms.begin(), alarms.end(), [](const auto &a, const auto &b) { return a.source < b.source; });
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->now = now;
    snapshot->suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(std::move(alarms));
    return snapshot;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestSuppressedModel : public QObject {
    Q_OBJECT
private slots:
    void rowsKeepTheirIdentity();
    void survivesAnySequenceOfChanges();
    void kindsComeInOrderAndWhatEndsFirstOnTop();
    void countsDownOnceASecond();
    void whatWantsAttentionIsMarked();
    void severalReasonsAreAllSaid();
    void refusalsAreSaidInPlainWords();
};

void TestSuppressedModel::rowsKeepTheirIdentity()
{
    SuppressedModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(snapshotOf({held(2), held(4)}));
    const QPersistentModelIndex second = model.index(1, 0);
    model.apply(snapshotOf({held(1), held(3), held(4)}));
    QCOMPARE(second.row(), 2);
    QCOMPARE(model.rowCount(), 3);
    model.apply(snapshotOf({held(1)}));
    QVERIFY(!second.isValid());
}

void TestSuppressedModel::survivesAnySequenceOfChanges()
{
    SuppressedModel model;
    SuppressedFilter filter(model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<SuppressedAlarm> alarms;
        for (int i = 0; i < 12; ++i) {
            if (random() % 2 == 0) {
                alarms.push_back(held(i, Suppression(1 + random() % 4), std::chrono::minutes{random() % 90}));
            }
        }
        const SnapshotPtr snapshot = snapshotOf(alarms);
        model.apply(snapshot);
        QCOMPARE(model.alarms(), *snapshot->suppressed);
        QCOMPARE(filter.rowCount(), int(alarms.size()));
    }
}

void TestSuppressedModel::kindsComeInOrderAndWhatEndsFirstOnTop()
{
    SuppressedModel model;
    SuppressedFilter filter(model);
    model.apply(snapshotOf({held(1, Suppression::OutOfService, 24h), held(2, Suppression::ByDesign), held(3, Suppression::ShelvedTimed, 1h),
                            held(4, Suppression::ShelvedOneShot, 10min)}));
    QCOMPARE(cell(filter, 0, HeldColumn), QStringLiteral("Shelved, one shot"));
    QCOMPARE(cell(filter, 1, HeldColumn), QStringLiteral("Shelved"));
    QCOMPARE(cell(filter, 2, HeldColumn), QStringLiteral("Suppressed"));
    QCOMPARE(cell(filter, 3, HeldColumn), QStringLiteral("Out of service"));
    filter.setKind(SuppressedFilter::Kind::Shelved);
    QCOMPARE(filter.rowCount(), 2);
    filter.setKind(SuppressedFilter::Kind::OutOfService);
    QCOMPARE(cell(filter, 0, HeldLeftColumn), QStringLiteral("1 d 0 h"));
}

void TestSuppressedModel::countsDownOnceASecond()
{
    SuppressedModel model;
    const auto alarms = snapshotOf({held(1)})->suppressed;
    const auto at = [&](Duration later) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->now = kNow + later;
        snapshot->suppressed = alarms;
        return SnapshotPtr(snapshot);
    };
    model.apply(at(0s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(at(100ms));
    model.apply(at(900ms));
    QCOMPARE(changed.count(), 0);
    model.apply(at(1s));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, HeldLeftColumn), QStringLiteral("19 min 59 s"));
}

void TestSuppressedModel::whatWantsAttentionIsMarked()
{
    SuppressedModel model;
    model.apply(snapshotOf({held(1, Suppression::ShelvedTimed, 5min), held(2, Suppression::ShelvedTimed, 6min),
                            held(3, Suppression::OutOfService, -1min), held(4, Suppression::ByDesign)}));
    QVERIFY(model.index(0, 0).data(SuppressedModel::AttentionRole).toBool());
    QVERIFY(!model.index(1, 0).data(SuppressedModel::AttentionRole).toBool());
    QVERIFY(model.index(2, 0).data(SuppressedModel::AttentionRole).toBool());
    QVERIFY(!model.index(3, 0).data(SuppressedModel::AttentionRole).toBool());
    QCOMPARE(cell(model, 2, HeldLeftColumn), QStringLiteral("review overdue 1 min 00 s"));
}

void TestSuppressedModel::severalReasonsAreAllSaid()
{
    SuppressedAlarm alarm = held(1);
    alarm.rule = {kNow - 1h, kNoTime, {}, "stopped: while speed < 1", false};
    alarm.suppression = Suppression::ByDesign;
    alarm.raises = 3;
    const QString text = holdText(alarm, kNow, ZoneChoice::Utc);
    QCOMPARE(text, QStringLiteral("Suppressed by design since 2026-11-22 11:31:00 UTC: stopped: while speed < 1\n"
                                  "Shelved until 2026-11-22 12:51:00 UTC (20 min 00 s left) by operator A: maintenance\n"
                                  "Raised 3 time(s) meanwhile"));
    QVERIFY(holdText({}, kNow, ZoneChoice::Utc).isEmpty());
}

void TestSuppressedModel::refusalsAreSaidInPlainWords()
{
    QCOMPARE(plainReason("ACK ignored: changed since you looked; said with it: all well"), QStringLiteral("changed since you looked"));
    QCOMPARE(plainReason("only a supervisor may do this"), QStringLiteral("only a supervisor may do this"));
    std::vector<AlarmEvent> events;
    for (EventSeq seq = 1; seq <= 6; ++seq) {
        AlarmEvent event;
        event.seq = seq;
        event.kind = seq % 2 == 0 ? AlarmEventKind::Ignored : AlarmEventKind::Shelve;
        event.source = {"line-a", "t" + std::to_string(seq)};
        event.what = "anomalous";
        event.comment = "SHELVE ignored: a reason is required";
        events.push_back(event);
    }
    const CommandEcho echo{.id = 1, .accepted = false, .reason = "SHELVE ignored: a reason is required", .lastSeq = 6};
    // Of the last four, which this command made, two were refused.
    QCOMPARE(refusalText(echo, events, 4, {}), QStringLiteral("line-a t4: anomalous: a reason is required (and 1 more)"));
    QCOMPARE(refusalText(echo, {}, 4, "4 alarms"), QStringLiteral("4 alarms: a reason is required"));
}

QTEST_MAIN(TestSuppressedModel)
#include "tst_suppressed_model.moc"
