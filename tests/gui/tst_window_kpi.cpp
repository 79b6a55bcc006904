// SPDX-License-Identifier: GPL-3.0-or-later
// The page of key figures on the real window, by keyboard, with a journal behind it.
#include "core/base/clock.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/kpi/stored_shift.h"

#include <QComboBox>
#include <QTableWidget>

using namespace telltale;
using test::WindowFixture;

namespace {

/// A journal with three alarms of the temperature and one of a feed, raised a minute ago.
ui::WindowSettings withJournal(const std::string &folder)
{
    test::Journal journal;
    const UtcTime now = SystemClock().utcNow() - std::chrono::minutes{1};
    const auto temperature = journal.alarm({"line-a/pump1", "temperature"}, Priority::P2);
    for (int i = 0; i < 3; ++i)
        journal.blip(now + std::chrono::milliseconds{i}, temperature);
    journal.raise("00:00:00", journal.alarm({"feed", "tcp://127.0.0.1:5556"}, Priority::P2, "", {}, "feed lost")).at = now;
    test::storeJournal(folder, journal);
    ui::WindowSettings settings = WindowFixture::defaults();
    settings.dataFolder = folder;
    return settings;
}

} // namespace

class TestWindowKpi : public QObject {
    Q_OBJECT
private slots:
    void fromABadActorToItsDetectorAndItsAlarms();
    void nothingIsClippedOnTheSmallestScreen_data();
    void nothingIsClippedOnTheSmallestScreen();
};

void TestWindowKpi::fromABadActorToItsDetectorAndItsAlarms()
{
    const test::TempFolder folder;
    WindowFixture fixture(withJournal(folder.path()));
    const SensorId id = fixture.build.addSensor("line-a/pump1", "temperature", "°C");
    fixture.build.addAlarm(id, Priority::P2, AlarmState::B);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(fixture.find<QWidget>("kpiPage")->isVisible());
    auto *period = fixture.find<QComboBox>("kpiPeriod");
    period->setCurrentIndex(period->findText(QStringLiteral("Month"))); // at midnight the minute before may be another shift's
    auto *actors = fixture.find<QTableWidget>("badActors");
    QTRY_COMPARE(actors->rowCount(), 2);
    QCOMPARE(actors->item(0, 0)->text(), QStringLiteral("line-a/pump1 · temperature"));
    QVERIFY(fixture.tabTo("badActors"));
    actors->setCurrentCell(0, 0);
    fixture.press(Qt::Key_D);
    QVERIFY(fixture.find<QWidget>("detectorPage")->isVisible());
    QCOMPARE(fixture.find<QComboBox>("detectorSource")->currentText(), QStringLiteral("line-a/pump1 · temperature"));

    fixture.press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(fixture.tabTo("badActors"));
    actors->setCurrentCell(1, 0); // nothing judges a feed
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.find<QWidget>("kpiPage")->isVisible());
    actors->setCurrentCell(0, 0);
    fixture.press(Qt::Key_L);
    QVERIFY(fixture.list()->isVisible());
    QVERIFY(fixture.find<QAbstractButton>("assetChip")->isVisible());
}

void TestWindowKpi::nothingIsClippedOnTheSmallestScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWindowKpi::nothingIsClippedOnTheSmallestScreen()
{
    QFETCH(const bool, dark);
    const test::TempFolder folder;
    ui::WindowSettings settings = withJournal(folder.path());
    settings.theme = dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light;
    WindowFixture fixture(settings);
    fixture.build.addSensor("line-a/pump1", "temperature", "°C");
    QVERIFY(fixture.give());
    fixture.press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find<QTableWidget>("badActors")->rowCount() > 0);
    QCOMPARE(fixture.window->size(), QSize(1280, 720)); // the page does not push the window apart
    const QWidget *page = fixture.find<QWidget>("kpiPage");
    for (const char *name : {"kpiPeriodBar", "kpiCopy", "kpiSettings", "loadChart", "spreadView", "badActors"}) {
        const QWidget *part = fixture.find<QWidget>(name);
        const QRect place(part->mapTo(page, QPoint(0, 0)), part->size());
        QVERIFY2(part->isVisible() && page->rect().contains(place), name);
    }
}

QTEST_MAIN(TestWindowKpi)
#include "tst_window_kpi.moc"
