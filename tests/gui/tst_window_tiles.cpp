// SPDX-License-Identifier: GPL-3.0-or-later
// Tree, tiles and machine page for a plant of 250 stations with nine sensors each, and the track of a vehicle.
#include "tests/gui/window_fixture.h"
#include "ui/models/asset_model.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/machine_tiles.h"
#include "ui/overview/track_view.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/fitting_label.h"

#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

constexpr int kStations = 250;
constexpr int kSensors = 9;

std::string stationPath(int station)
{
    return "region-" + std::to_string(station / 50) + "/station-" + std::to_string(station);
}

void addStations(WindowFixture &fixture)
{
    for (int station = 0; station < kStations; ++station) {
        for (int sensor = 0; sensor < kSensors; ++sensor) {
            fixture.build.addSensor(stationPath(station), "s" + std::to_string(sensor), "°C");
        }
    }
}

SensorId sensorOf(int station, int sensor = 0)
{
    return SensorId{std::uint32_t(station * kSensors + sensor)};
}

void openTiles(WindowFixture &fixture)
{
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    fixture.press(Qt::Key_2, Qt::ControlModifier);
}

QStringList machinesInSight(const WindowFixture &fixture)
{
    QStringList names;
    const QAbstractItemModel *model = fixture.find<QAbstractItemView>("machineTiles")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        names << model->index(row, 0).data().toString();
    }
    return names;
}

QString pageText(const WindowFixture &fixture)
{
    return fixture.find<FittingLabel>("tilePage")->text();
}

} // namespace

class TestWindowTiles : public QObject {
    Q_OBJECT
private slots:
    void manySensorsAreShownAsMachines();
    void pagesTurnByKeyAndMissNoMachine();
    void theWorstIsOnTheFirstPage();
    void whatGetsWorseComesToTheFirstPage();
    void aNarrowedPlantShowsItsSensors();
    void theTreeFilterNarrowsTreeListAndTiles();
    void collapsedBranchesShowTheirWorst();
    void enterOnATileShowsTheMachine();
    void theMachinePageSaysWhatIsKnown();
    void aVehicleHasATrackAndATableOfIt();
};

void TestWindowTiles::manySensorsAreShownAsMachines()
{
    WindowFixture fixture;
    addStations(fixture);
    fixture.build.addAlarm(sensorOf(7, 3), Priority::P2, AlarmState::B);
    QVERIFY(fixture.give());
    openTiles(fixture);
    QVERIFY(fixture.find<QWidget>("machineTiles")->isVisible());
    QVERIFY(fixture.find<FittingLabel>("tileCount")->text().startsWith("250 machine(s), 2250 sensor(s)"));
    const auto *tiles = fixture.find<MachineTiles>("machineTiles");
    QVERIFY(tiles->perPage() >= 8);
    QVERIFY(tiles->cell().height() * (tiles->perPage() / std::max(1, tiles->viewport()->width() / tiles->cell().width()))
            <= tiles->viewport()->height()); // none is cut
    const QString spoken = tiles->model()->index(7, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains("region-0/station-7, P2 alarm, NEW, 9 sensor(s), s3 20 °C"), qPrintable(spoken));
}

void TestWindowTiles::pagesTurnByKeyAndMissNoMachine()
{
    WindowFixture fixture;
    addStations(fixture);
    QVERIFY(fixture.give());
    openTiles(fixture);
    const int pages = fixture.find<MachineTiles>("machineTiles")->pages();
    QCOMPARE(pageText(fixture), QStringLiteral("page 1 of %1").arg(pages));
    std::set<QString> seen;
    for (int page = 1; page <= pages; ++page) {
        QCOMPARE(pageText(fixture), QStringLiteral("page %1 of %2").arg(page).arg(pages));
        for (const QString &name : machinesInSight(fixture)) {
            QVERIFY(seen.insert(name).second);
        }
        fixture.press(Qt::Key_PageDown);
    }
    QCOMPARE(seen.size(), std::size_t(kStations));
    fixture.press(Qt::Key_PageUp);
    QCOMPARE(pageText(fixture), QStringLiteral("page %1 of %2").arg(pages - 1).arg(pages));
}

void TestWindowTiles::theWorstIsOnTheFirstPage()
{
    WindowFixture fixture;
    addStations(fixture);
    fixture.build.addAlarm(sensorOf(249, 8), Priority::P1, AlarmState::B);
    fixture.build.addAlarm(sensorOf(120, 4), Priority::P2, AlarmState::B);
    fixture.build.state(sensorOf(200)).stale = true;
    QVERIFY(fixture.give());
    openTiles(fixture);
    QVERIFY(!machinesInSight(fixture).contains("region-4/station-249"));
    fixture.press(Qt::Key_T);
    QCOMPARE(machinesInSight(fixture).mid(0, 3), (QStringList{"region-4/station-249", "region-2/station-120", "region-4/station-200"}));
    fixture.press(Qt::Key_T);
    QCOMPARE(machinesInSight(fixture).first(), QStringLiteral("region-0/station-0"));
}

void TestWindowTiles::whatGetsWorseComesToTheFirstPage()
{
    WindowFixture fixture;
    addStations(fixture);
    QVERIFY(fixture.give());
    openTiles(fixture);
    fixture.press(Qt::Key_T);
    fixture.build.addAlarm(sensorOf(249), Priority::P3, AlarmState::B);
    QTRY_VERIFY(fixture.give() && machinesInSight(fixture).first() == QStringLiteral("region-4/station-249"));
}

void TestWindowTiles::aNarrowedPlantShowsItsSensors()
{
    WindowFixture fixture;
    addStations(fixture);
    QVERIFY(fixture.give());
    openTiles(fixture);
    auto *tree = fixture.find<QAbstractItemView>("assetTree");
    tree->setCurrentIndex(static_cast<const AssetModel *>(tree->model())->indexOf({stationPath(33), ""}));
    WindowFixture::settle();
    QVERIFY(!fixture.find<QWidget>("machineTiles")->isVisible());
    QVERIFY(fixture.find<FittingLabel>("tileCount")->text().startsWith("9 of 2250 sensor(s)"));
    QVERIFY(fixture.find<QWidget>("tile0")->isVisible());
}

void TestWindowTiles::theTreeFilterNarrowsTreeListAndTiles()
{
    WindowFixture fixture;
    addStations(fixture);
    fixture.build.addAlarm(sensorOf(17), Priority::P1, AlarmState::B);
    fixture.build.addAlarm(sensorOf(18), Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    fixture.press(Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("treeFilter"));
    QTest::keyClicks(QApplication::focusWidget(), "station-17");
    WindowFixture::settle();
    QCOMPARE(fixture.list()->model()->rowCount(), 1);
    auto *tree = fixture.find<QTreeView>("assetTree");
    const auto *assets = static_cast<const AssetModel *>(tree->model());
    const QModelIndex wanted = assets->indexOf({stationPath(17), ""});
    const QModelIndex other = assets->indexOf({stationPath(18), ""});
    QVERIFY(!tree->isRowHidden(wanted.row(), wanted.parent()));
    QVERIFY(tree->isRowHidden(other.row(), other.parent()));
    QVERIFY(fixture.find<QWidget>("hiddenBanner")->isVisible()); // the other P1
    fixture.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(tree));
    fixture.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(fixture.find<FittingLabel>("tileCount")->text().contains("99 of 2250")); // 17 and 170 to 179
    fixture.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!tree->isRowHidden(other.row(), other.parent()));
    QCOMPARE(fixture.find<QLineEdit>("treeFilter")->text(), QString());
    QVERIFY(fixture.find<FittingLabel>("tileCount")->text().contains("2250 sensor(s)"));
}

void TestWindowTiles::collapsedBranchesShowTheirWorst()
{
    WindowFixture fixture;
    addStations(fixture);
    fixture.build.addAlarm(sensorOf(17, 1), Priority::P3, AlarmState::B);
    fixture.build.addAlarm(sensorOf(20, 2), Priority::P2, AlarmState::C);
    fixture.build.state(sensorOf(21, 5)).stale = true;
    QVERIFY(fixture.give());
    auto *tree = fixture.find<QTreeView>("assetTree");
    tree->collapseAll();
    const auto *assets = static_cast<const AssetModel *>(tree->model());
    const QModelIndex region = assets->indexOf({"region-0", ""});
    QCOMPARE(region.data(AssetModel::WorstPriorityRole).toInt(), 2);
    QCOMPARE(region.data(AssetModel::UnackedRole).toInt(), 1);
    QCOMPARE(region.data(AssetModel::OpenRole).toInt(), 2);
    QCOMPARE(region.data(AssetModel::StaleRole).toInt(), 1);
    const QString spoken = region.siblingAtColumn(AssetModel::MarkColumn).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains("worst P2 ACK") && spoken.contains("1 not acknowledged"), qPrintable(spoken));
}

void TestWindowTiles::enterOnATileShowsTheMachine()
{
    WindowFixture fixture;
    addStations(fixture);
    fixture.build.addAlarm(sensorOf(1, 3), Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    openTiles(fixture);
    auto *tiles = fixture.find<QAbstractItemView>("machineTiles");
    tiles->setCurrentIndex(tiles->model()->index(1, 0));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(tiles));
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.find<QWidget>("machinePage")->isVisible());
    QCOMPARE(fixture.find<FittingLabel>("machineTitle")->text(), QStringLiteral("region-0/station-1 – P1 NEW, 1 open, 1 not acknowledged"));
    QCOMPARE(fixture.find<QTableView>("machineSensors")->model()->rowCount(), kSensors);
    QTRY_VERIFY(!fixture.posted<command::WatchSensors>().empty()
                && fixture.posted<command::WatchSensors>().back().sensors.size() >= std::size_t(kSensors));
}

void TestWindowTiles::theMachinePageSaysWhatIsKnown()
{
    WindowFixture fixture;
    const SensorId flow = fixture.build.addSensor("line-a/pump1", "flow", "L/min");
    fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    fixture.build.addSensor("line-a/fan", "current", "A");
    fixture.build.asset(AssetId{0}).detector = "t2_residual";
    fixture.build.assetState(AssetId{0}) = {.stale = false, .verdict = Verdict::Anomalous, .score = 1.5, .warmUp = 1.0, .rows = 900};
    fixture.build.addAlarm(flow, Priority::P2, AlarmState::B).definition.guidance.action = "close the valve";
    fixture.build.state(SensorId{1}).stale = true;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    fixture.choose(0);
    fixture.press(Qt::Key_M);
    QVERIFY(fixture.find<QWidget>("machinePage")->isVisible());
    QVERIFY(fixture.find<QLabel>("machineWhole")->text().contains("t2_residual: anomalous, 1.5×"));
    QVERIFY(fixture.find<QLabel>("machineGuidance")->text().contains("close the valve"));
    QCOMPARE(fixture.find<QTableView>("machineAlarms")->model()->rowCount(), 1);
    const QAbstractItemModel *sensors = fixture.find<QTableView>("machineSensors")->model();
    QCOMPARE(sensors->rowCount(), 2);
    QCOMPARE(sensors->index(0, 1).data().toString(), QStringLiteral("20 L/min"));
    QCOMPARE(sensors->index(0, 2).data().toString(), QStringLiteral("P2 NEW"));
    QVERIFY(sensors->index(1, 4).data().toString().startsWith("stale"));
    QVERIFY(fixture.find<QWidget>("trackView")->isHidden() || !fixture.find<QWidget>("trackView")->isVisible());
}

void TestWindowTiles::aVehicleHasATrackAndATableOfIt()
{
    using namespace std::chrono_literals;
    WindowFixture fixture;
    const SensorId lat = fixture.build.addSensor("vehicle/engine1", "lat", "°");
    const SensorId lon = fixture.build.addSensor("vehicle/engine1", "long", "°");
    const UtcTime first = test::SnapshotBuilder::kStart - 100s;
    for (const SensorId id : {lat, lon}) {
        fixture.build.addSamples(id, first, 1s, 100, [&](std::size_t i) {
            test::SnapshotBuilder::Reading reading;
            reading.value = id == lat ? 48.0 + 0.0001 * double(i) : 11.0 + 0.0002 * double(i);
            return reading;
        });
    }
    fixture.build.addAlarm(lat, Priority::P1, AlarmState::B, first + 40s);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    fixture.choose(0);
    fixture.press(Qt::Key_M);
    auto *view = fixture.find<TrackView>("trackView");
    QVERIFY(view->isVisible());
    QCOMPARE(view->track().points.size(), std::size_t{100});
    QVERIFY2(view->accessibleName().contains("latitude 48.00990°, longitude 11.01980°, 1 alarm(s)"), qPrintable(view->accessibleName()));
    fixture.press(Qt::Key_T, Qt::ControlModifier);
    auto *table = fixture.find<CopyTable>("trackTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("48.009900"));
    table->selectRow(0);
    QVERIFY(table->selectedText().contains("48.009900\t11.019800"));
    fixture.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(view->isVisible());
}

QTEST_MAIN(TestWindowTiles)
#include "tst_window_tiles.moc"
