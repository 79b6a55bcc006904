// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/models/asset_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;

class TestAssetModel : public QObject {
    Q_OBJECT
private slots:
    void pathsBecomeATree();
    void theWorstRollsUp();
    void whatIsShelvedDoesNotCount();
    void staleSensorsAreCountedUpwards();
    void anAssetThatCannotBeJudgedIsNotShownAsNormal();
    void growsWithoutForgettingWhatIsUnfolded();
    void alarmsOfTheProgramHaveNoPlace();
    void whatIsGoneSaysSoOnceItsAlarmsAreClosed();
};

void TestAssetModel::pathsBecomeATree()
{
    SnapshotBuilder build;
    build.addSensor("site/line-a/pump1", "temperature", "°C");
    build.addSensor("site/line-a/pump1", "vibration", "mm/s");
    build.addSensor("site/line-b", "flow", "l/s");
    AssetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(build.build());
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex site = model.index(0, 0);
    QCOMPARE(site.data().toString(), QStringLiteral("site"));
    QCOMPARE(model.rowCount(site), 2);
    const QModelIndex pump = model.indexOf({"site/line-a/pump1", ""});
    QCOMPARE(pump.data().toString(), QStringLiteral("pump1"));
    QCOMPARE(model.rowCount(pump), 2);
    QCOMPARE(model.keyOf(model.index(1, 0, pump)), (SensorKey{"site/line-a/pump1", "vibration"}));
}

void TestAssetModel::theWorstRollsUp()
{
    SnapshotBuilder build;
    const SensorId hot = build.addSensor("site/line-a/pump1", "temperature", "°C");
    const SensorId slow = build.addSensor("site/line-b", "flow", "l/s");
    build.addAlarm(hot, Priority::P2, AlarmState::B);
    build.addAlarm(hot, Priority::P1, AlarmState::C);
    build.addAlarm(slow, Priority::P3, AlarmState::D);
    AssetModel model;
    model.apply(build.build());
    const QModelIndex site = model.indexOf({"site", ""});
    QCOMPARE(site.data(AssetModel::WorstPriorityRole).toInt(), 1);
    QCOMPARE(site.data(AssetModel::OpenRole).toInt(), 3);
    QCOMPARE(site.data(AssetModel::UnackedRole).toInt(), 2);
    const QModelIndex lineB = model.indexOf({"site/line-b", ""});
    QCOMPARE(lineB.data(AssetModel::WorstPriorityRole).toInt(), 3);
    build.alarms().clear();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(build.build());
    QCOMPARE(site.data(AssetModel::WorstPriorityRole).toInt(), 0);
    QVERIFY(changed.count() > 0);
    const qsizetype calls = changed.count();
    model.apply(build.build());
    QCOMPARE(changed.count(), calls); // nothing happened, nothing is said
}

void TestAssetModel::whatIsShelvedDoesNotCount()
{
    SnapshotBuilder build;
    build.addAlarm(build.addSensor("line-a", "temperature", "°C"), Priority::P3, AlarmState::C);
    build.addAlarm(build.addSensor("line-a", "flow", "l/s"), Priority::P1, AlarmState::E);
    build.addAlarm(build.addSensor("line-a", "level", "m"), Priority::P1, AlarmState::F);
    AssetModel model;
    model.apply(build.build());
    const QModelIndex line = model.indexOf({"line-a", ""});
    QCOMPARE(line.data(AssetModel::WorstPriorityRole).toInt(), 3);
    QCOMPARE(line.data(AssetModel::OpenRole).toInt(), 1);
}

void TestAssetModel::staleSensorsAreCountedUpwards()
{
    SnapshotBuilder build(16);
    build.state(SensorId{3}).stale = true;
    build.state(SensorId{9}).quality = Quality::Bad;
    AssetModel model;
    model.apply(build.build());
    const QModelIndex line = model.indexOf({"line-a", ""});
    QCOMPARE(line.data(AssetModel::StaleRole).toInt(), 2);
    QCOMPARE(line.data(AssetModel::SensorsRole).toInt(), 16);
    QVERIFY(line.siblingAtColumn(AssetModel::MarkColumn).data(Qt::AccessibleTextRole).toString().contains("1 of 16"));
}

void TestAssetModel::anAssetThatCannotBeJudgedIsNotShownAsNormal()
{
    SnapshotBuilder build(16);
    build.asset(AssetId{0}).detector = "t2_residual";
    AssetState &state = build.assetState(AssetId{0});
    state = {.time = build.kStart, .stale = false, .verdict = Verdict::NoDecision, .warmUp = 0.35, .rows = 140};
    AssetModel model;
    model.apply(build.build());
    const QModelIndex asset = model.indexOf({"line-a/m0", ""});
    const auto said = [&asset] { return asset.siblingAtColumn(AssetModel::MarkColumn).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(said(), QStringLiteral("as a whole warming up: 35 %"));
    QCOMPARE(asset.data(AssetModel::WholeRole).toString(), QStringLiteral("35 %"));
    QCOMPARE(model.indexOf({"line-a/m1", ""}).data(AssetModel::WholeRole).toString(), QString()); // nobody judges it as a whole
    state.warmUp = 1.0;
    model.apply(build.build());
    QCOMPARE(said(), QStringLiteral("as a whole no decision"));
    state.verdict = Verdict::Normal;
    model.apply(build.build());
    QCOMPARE(said(), QStringLiteral("normal"));
    state.stale = true;
    model.apply(build.build());
    QCOMPARE(said(), QStringLiteral("as a whole no decision"));
}

void TestAssetModel::growsWithoutForgettingWhatIsUnfolded()
{
    SnapshotBuilder build;
    build.addSensor("line-a/pump1", "temperature", "°C");
    AssetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(build.build());
    const QPersistentModelIndex pump(model.indexOf({"line-a/pump1", ""}));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    build.addSensor("line-0/pump9", "temperature", "°C");
    build.addSensor("line-a/pump1", "vibration", "mm/s");
    model.apply(build.build());
    QCOMPARE(reset.count(), 0);
    QVERIFY(pump.isValid());
    QCOMPARE(model.rowCount(pump), 2);
    QCOMPARE(model.rowCount(), 2);
}

void TestAssetModel::alarmsOfTheProgramHaveNoPlace()
{
    SnapshotBuilder build;
    const SensorId sensor = build.addSensor("line-a", "temperature", "°C");
    build.addAlarm(sensor, Priority::P1, AlarmState::B).definition.source = {"feed", ""};
    AssetModel model;
    model.apply(build.build());
    QCOMPARE(model.indexOf({"line-a", ""}).data(AssetModel::WorstPriorityRole).toInt(), 0);
}

void TestAssetModel::whatIsGoneSaysSoOnceItsAlarmsAreClosed()
{
    SnapshotBuilder build;
    const SensorId hot = build.addSensor("site/line-a/pump1", "temperature", "°C");
    build.addSensor("site/line-b", "flow", "l/s");
    build.addAlarm(hot, Priority::P2, AlarmState::D);
    AssetModel model;
    model.apply(build.build());
    const auto gone = [&](const SensorKey &key) { return model.indexOf(key).data(AssetModel::GoneRole).toBool(); };
    QVERIFY(!gone({"site/line-a/pump1", "temperature"}) && !gone({"site/line-a", ""}));
    QSignalSpy changed(&model, &AssetModel::goneChanged);
    build.spec(hot).gone = build.asset(build.spec(hot).asset).gone = true;
    build.state(hot).stale = true;
    model.apply(build.build());
    QVERIFY(changed.isEmpty()); // it waits to be acknowledged
    QCOMPARE(model.indexOf({"site", ""}).data(AssetModel::StaleRole).toInt(), 0);
    QCOMPARE(model.indexOf({"site", ""}).data(AssetModel::SensorsRole).toInt(), 1);
    build.alarms().clear();
    model.apply(build.build());
    QCOMPARE(changed.size(), 1);
    QVERIFY(gone({"site/line-a/pump1", "temperature"}) && gone({"site/line-a/pump1", ""}) && gone({"site/line-a", ""}));
    QVERIFY(!gone({"site", ""}) && !gone({"site/line-b", "flow"}));
    build.spec(hot).gone = build.asset(build.spec(hot).asset).gone = false;
    model.apply(build.build());
    QCOMPARE(changed.size(), 2);
    QVERIFY(!gone({"site/line-a", ""}));
}

QTEST_APPLESS_MAIN(TestAssetModel)
#include "tst_asset_model.moc"
