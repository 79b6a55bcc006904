// SPDX-License-Identifier: GPL-3.0-or-later
// Tree, tiles, trend, journal, feeds and reports on the real window.
#include "core/store/store_writer.h"
#include "tests/gui/plant_picture.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"
#include "ui/charts/trend_view.h"
#include "ui/keys/key_table.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/asset_model.h"
#include "ui/models/journal_model.h"
#include "ui/models/time_text.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QScopeGuard>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <algorithm>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// Stores the first alarm of the fixture as if it had been raised, acknowledged and cleared.
void storeFirstAlarm(const WindowFixture &fixture, const std::string &folder)
{
    const test::FakeClock clock;
    store::StoreWriter::Settings place;
    place.folder = folder;
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    Occurrence alarm = fixture.source.newest->alarms->front();
    const std::array<AlarmEventKind, 3> kinds{AlarmEventKind::Raise, AlarmEventKind::Ack, AlarmEventKind::Comment};
    for (EventSeq seq = 1; seq <= kinds.size(); ++seq) {
        AlarmEvent event;
        event.seq = seq;
        event.occurrence = alarm.id;
        event.source = alarm.definition.source;
        event.kind = kinds[seq - 1];
        event.at = event.sourceTime = alarm.raised + std::chrono::seconds{seq};
        event.actor = {"K. Lund", "desk 2", "klund"};
        event.comment = seq == 3 ? "from the store" : "";
        alarm.lastSeq = seq;
        (*writer)->submit(store::SaveTransition{event, alarm});
    }
    const SensorTrace &trace = fixture.source.newest->traces.at(0);
    const SensorSpec &sensor = fixture.source.newest->structure->sensors[0];
    (*writer)->submit(store::SaveTails{{{sensor.key, sensor.unit, trace.tail}}});
    (*writer)->close();
}

} // namespace

class TestWindowPages : public QObject {
    Q_OBJECT
private slots:
    void allTimesSpeakInTheZoneOfTheWindow();
    void theTreeNarrowsListAndTilesAndSaysSo();
    void choosingAnAlarmShowsItsLeadingSensor();
    void anAlarmOfAWholeAssetShowsAllItsSensors();
    void choosingATileShowsItsSensor();
    void onlyWhatIsInSightIsWatched();
    void theTrendKeysWork();
    void theJournalReadsTheStore();
    void aClosedAlarmStaysInTheDetail();
    void exportWritesEveryFormat();
    void exportWithoutAFolderSaysWhy();
    void f5ReconnectsTheFeeds();
    void theKeySheetListsTheWholeTable();
    void utcIsOneKeyAway();
    void noPictureForAWhileIsSaid();
};

void TestWindowPages::theTreeNarrowsListAndTilesAndSaysSo()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    auto *tree = fixture.find<QAbstractItemView>("assetTree");
    const auto *assets = static_cast<const AssetModel *>(tree->model());
    tree->setCurrentIndex(assets->indexOf({"plant/line-b", ""}));
    const auto *chip = fixture.find<QAbstractButton>("assetChip");
    QVERIFY(!chip->isHidden());
    QVERIFY(chip->text().contains("plant/line-b"));
    for (int row = 0; row < fixture.list()->model()->rowCount(); ++row) {
        QVERIFY(fixture.cell(row, AssetColumn).startsWith("plant/line-b"));
    }
    QVERIFY(fixture.list()->model()->rowCount() > 0);
    fixture.find<QAbstractButton>("assetChip")->click();
    QVERIFY(chip->isHidden());
    QCOMPARE(fixture.list()->model()->rowCount(), 9);
    QVERIFY(!tree->currentIndex().isValid());
}

void TestWindowPages::choosingAnAlarmShowsItsLeadingSensor()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.choose(0);
    QVERIFY(fixture.find<QComboBox>("trendSensor")->currentText().contains("vibration_de"));
    QVERIFY(fixture.find<QLabel>("detailTitle")->text().contains("plant/line-a/pump1"));
    QVERIFY(fixture.find<QLabel>("detailWhy")->text().contains("shingle_knn v3, configuration 17"));
    QVERIFY(fixture.find<QWidget>("contributions")->accessibleName().contains("vibration_de 61 %"));
    QVERIFY(fixture.find<QLabel>("detailGuidance")->text().contains("call the mechanic"));
    QVERIFY(fixture.find<QLabel>("detailTimeline")->text().contains("RAISE"));
    QTRY_VERIFY(!fixture.posted<command::WatchSensors>().empty());
    QCOMPARE(fixture.posted<command::WatchSensors>().back().sensors, (std::vector<SensorId>{SensorId{0}}));
}

void TestWindowPages::anAlarmOfAWholeAssetShowsAllItsSensors()
{
    WindowFixture fixture;
    fixture.build.addSensor("line-a/pump1", "flow", "L/min");
    const SensorId vibration = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    fixture.build.asset(AssetId{0}).detector = "t2_residual";
    fixture.build.assetState(AssetId{0}) = {
        .stale = false, .verdict = Verdict::Anomalous, .score = 1.5, .warmUp = 1.0, .rows = 900, .worstAlarm = AlarmState::B};
    Occurrence &alarm = fixture.build.addAlarm(vibration, Priority::P1, AlarmState::B);
    alarm.definition.source.sensor.clear();
    alarm.definition.detector = alarm.why.detector = "t2_residual";
    alarm.why.channels = {{"vibration", "mm/s", 0.75, 2.0, 9.0}, {"flow", "L/min", 0.25, 310.0, 260.0}};
    alarm.why.joined = {{.sensor = "flow",
                         .unit = "L/min",
                         .at = alarm.raised,
                         .score = 4.0,
                         .limit = 2.0,
                         .expected = 310.0,
                         .actual = 255.0,
                         .detector = "band"}};
    QVERIFY(fixture.give());
    QCOMPARE(fixture.cell(0, AssetColumn), QStringLiteral("line-a/pump1"));
    QCOMPARE(fixture.cell(0, WhatColumn), QStringLiteral("vibration +1: anomalous"));
    fixture.choose(0);
    QVERIFY(fixture.find<QComboBox>("trendSensor")->currentText().contains("vibration"));
    const QString bars = fixture.find<QWidget>("contributions")->accessibleName();
    QVERIFY2(bars.contains("vibration 75 %") && bars.contains("flow 25 %"), qPrintable(bars));
    const QString why = fixture.find<QLabel>("detailWhy")->text();
    QVERIFY2(why.contains("flow by itself too: 2.0× (band), expected 310"), qPrintable(why));

    fixture.find<QTabWidget>("pages")->setCurrentIndex(1);
    WindowFixture::settle();
    QTest::mouseClick(fixture.find<QWidget>("tile0"), Qt::LeftButton);
    WindowFixture::settle();
    const QString sensor = fixture.find<QLabel>("sensorText")->text();
    QVERIFY2(sensor.contains("Its asset as a whole: detector t2_residual, anomalous, 1.5×"), qPrintable(sensor));
}

void TestWindowPages::choosingATileShowsItsSensor()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.find<QTabWidget>("pages")->setCurrentIndex(1);
    WindowFixture::settle();
    auto *tile = fixture.find<QWidget>("tile4");
    QVERIFY(tile && tile->isVisible());
    QTest::mouseClick(tile, Qt::LeftButton);
    QTRY_VERIFY(fixture.find<QLabel>("sensorTitle")->isVisible());
    QVERIFY(fixture.find<QLabel>("sensorTitle")->text().contains("pressure"));
    QVERIFY(fixture.find<QComboBox>("trendSensor")->currentText().contains("pressure"));
}

void TestWindowPages::onlyWhatIsInSightIsWatched()
{
    WindowFixture fixture;
    for (int i = 0; i < 500; ++i) {
        fixture.build.addSensor("line-a/m" + std::to_string(i / 5), "t" + std::to_string(i), "°C");
    }
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.posted<command::WatchSensors>().size(), std::size_t{1}); // the trend's own
    fixture.find<QTabWidget>("pages")->setCurrentIndex(1);
    QTRY_VERIFY(!fixture.find<QWidget>("machineTiles")->isHidden()); // machines show no line: nothing more to watch
    fixture.find<QLineEdit>("treeFilter")->setText("m5");            // m5 and m50 to m59: more than a page, few enough for a tile each
    QTRY_COMPARE(fixture.posted<command::WatchSensors>().size(), std::size_t{2});
    const auto watched = fixture.posted<command::WatchSensors>().back().sensors;
    QVERIFY(watched.size() > 1 && watched.size() <= 64);
    int tiles = 0;
    for (const QWidget *tile : fixture.window->findChildren<QWidget *>(QRegularExpression("^tile[0-9]+$"))) {
        tiles += tile->isVisible() ? 1 : 0;
    }
    QVERIFY(tiles > 0 && tiles < 100); // of five hundred
    fixture.find<QTabWidget>("pages")->setCurrentIndex(0);
    QTRY_COMPARE(fixture.posted<command::WatchSensors>().back().sensors.size(), std::size_t{1});
}

void TestWindowPages::theTrendKeysWork()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    auto *trend = fixture.find<TrendView>("trendView");
    QVERIFY(trend->isLive());
    fixture.press(Qt::Key_P);
    QVERIFY(!trend->isLive());
    QVERIFY(fixture.find<QAbstractButton>("pauseButton")->isChecked());
    fixture.press(Qt::Key_L);
    QVERIFY(trend->isLive());
    QVERIFY(fixture.find<QAbstractButton>("liveButton")->isChecked());
    fixture.find<QAbstractButton>("span1h")->click();
    QCOMPARE(trend->span(), Duration{std::chrono::hours{1}});
    const Duration before = trend->span();
    fixture.press(Qt::Key_Plus);
    QVERIFY(trend->span() < before);
    // While the trend stands still, the list goes on.
    fixture.press(Qt::Key_P);
    fixture.build.addAlarm(SensorId{1}, Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    QCOMPARE(fixture.list()->model()->rowCount(), 10);
    QVERIFY(!trend->isLive());
}

void TestWindowPages::theJournalReadsTheStore()
{
    const test::TempFolder folder;
    WindowFixture maker;
    fillPlant(maker);
    QVERIFY(maker.give());
    storeFirstAlarm(maker, folder.path());
    WindowSettings settings = WindowFixture::defaults();
    settings.dataFolder = folder.path();
    WindowFixture fixture(settings);
    fillPlant(fixture);
    fixture.build.snapshot().events.clear();
    QVERIFY(fixture.give());
    auto *journal = fixture.find<QTableView>("journalTable");
    QTRY_COMPARE(journal->model()->rowCount(), 3);
    QCOMPARE(journal->model()->index(0, 2).data().toString(), QStringLiteral("COMMENT"));
    // Enter goes to the alarm, whose timeline comes from the store too.
    fixture.find<QTabWidget>("pages")->setCurrentIndex(2);
    journal->setCurrentIndex(journal->model()->index(1, 0));
    emit journal->activated(journal->model()->index(1, 0));
    QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 0);
    QTRY_VERIFY(fixture.find<QLabel>("detailTimeline")->text().contains("from the store"));
}

void TestWindowPages::aClosedAlarmStaysInTheDetail()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.choose(0);
    const QString title = fixture.find<QLabel>("detailTitle")->text();
    fixture.build.alarms().erase(fixture.build.alarms().begin());
    QVERIFY(fixture.give());
    QCOMPARE(fixture.find<QLabel>("detailTitle")->text(), title);
    QVERIFY(!fixture.find<QWidget>("ackButton")->isEnabled());
    QVERIFY(fixture.list()->selectionModel()->selectedRows().isEmpty());
}

void TestWindowPages::exportWritesEveryFormat()
{
    const test::TempFolder folder;
    const test::TempFolder reports;
    WindowFixture maker;
    fillPlant(maker);
    QVERIFY(maker.give());
    storeFirstAlarm(maker, folder.path());
    WindowSettings settings = WindowFixture::defaults();
    settings.dataFolder = folder.path();
    settings.exportFolder = reports.path("out");
    WindowFixture fixture(settings);
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_E);
    const auto *messages = fixture.find<MessageBar>("messageBar");
    QTRY_VERIFY_WITH_TIMEOUT(messages->noteText().contains("Report written") || !messages->problemText().isEmpty(), 30'000);
    QVERIFY2(messages->problemText().isEmpty(), qPrintable(messages->problemText()));
    const QStringList files = QDir(QString::fromStdString(reports.path("out"))).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 4);
    for (const char *ending : {".csv", ".html", ".json", ".pdf"}) {
        QVERIFY(std::any_of(files.begin(), files.end(), [&](const QString &file) { return file.endsWith(QLatin1String(ending)); }));
    }
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowPages::exportWithoutAFolderSaysWhy()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_E);
    QVERIFY(fixture.find<MessageBar>("messageBar")->problemText().contains("no data folder"));
}

void TestWindowPages::f5ReconnectsTheFeeds()
{
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F5);
    QCOMPARE(fixture.source.reconnects, 1);
}

void TestWindowPages::theKeySheetListsTheWholeTable()
{
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_Question);
    const auto *sheet = fixture.find<QTreeWidget>("keySheet");
    QTRY_VERIFY(sheet->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    int rows = 0;
    for (int i = 0; i < sheet->topLevelItemCount(); ++i) {
        rows += sheet->topLevelItem(i)->childCount();
    }
    QCOMPARE(rows, int(keyTable().size()));
}

void TestWindowPages::utcIsOneKeyAway()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.list()->setFocus();
    fixture.press(Qt::Key_U);
    QCOMPARE(fixture.find<QAbstractButton>("clock")->text(), QStringLiteral("2026-11-22 12:31:00 UTC"));
    QCOMPARE(fixture.cell(0, SinceColumn), QStringLiteral("12:29:41"));
}

void TestWindowPages::noPictureForAWhileIsSaid()
{
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    const auto *banner = fixture.find<QWidget>("stalledBanner");
    QVERIFY(banner->isHidden());
    QTRY_VERIFY(!banner->isHidden());
    QVERIFY(fixture.give());
    QTRY_VERIFY(banner->isHidden());
}

void TestWindowPages::allTimesSpeakInTheZoneOfTheWindow()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.plantZone = QStringLiteral("Asia/Kolkata");
    WindowFixture fixture(settings);
    const auto back = qScopeGuard([] { setPlantZone({}); });
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.choose(0);
    fixture.press(Qt::Key_P); // a trend that stands still is drawn anew too
    const auto *zone = fixture.find<QLabel>("trendZone");
    fixture.press(Qt::Key_U);
    QCOMPARE(zone->text(), QStringLiteral("UTC"));
    fixture.press(Qt::Key_U);
    QCOMPARE(zone->text(), QStringLiteral("IST"));
    const QString clock = fixture.find<QToolButton>("clock")->text();
    QVERIFY2(clock.endsWith("IST"), qPrintable(clock));
}

QTEST_MAIN(TestWindowPages)
#include "tst_window_pages.moc"
