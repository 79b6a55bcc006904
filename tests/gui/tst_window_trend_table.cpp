// SPDX-License-Identifier: GPL-3.0-or-later
// The trend as a table: by keyboard on the real window.
#include "tests/gui/trend_plant.h"
#include "ui/overview/machine_page.h"

#include <QClipboard>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

class TestWindowTrendTable : public QObject {
    Q_OBJECT
private slots:
    void theTableSaysWhatTheTrendShows();
    void theTableSaysWhatIsOutOfTheOrdinary();
    void theTableIsCopiedAndHeldMeanwhile();
    void theTableSaysWhereItGathersReadings();
    void theTableHasAColumnForEachSensor();
    void namesakesAreToldApartByTheirAssets();
    void theTableOfATrackComesFirstOnItsPage();
};

void TestWindowTrendTable::theTableSaysWhatTheTrendShows()
{
    const TrendPlant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_U); // to UTC
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.table().isVisible() && plant.table().hasFocus());
    QCOMPARE(plant.table().model()->rowCount(), 61);
    QCOMPARE(plant.heading(1), QStringLiteral("flow (u)"));
    QCOMPARE(plant.cell(0, 0), QStringLiteral("2026-11-22 12:31:00.000 UTC"));
    QCOMPARE(plant.cell(0, 1), QStringLiteral("599"));
    QCOMPARE(plant.cell(9, 2), QStringLiteral("1.5"));
    QCOMPARE(plant.cell(9, 3), QStringLiteral("flow anomalous"));
    QVERIFY(plant.summary().contains("61 reading(s), each in its row"));
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.lead().isVisible() && plant.lead().hasFocus());
}

void TestWindowTrendTable::theTableSaysWhatIsOutOfTheOrdinary()
{
    TrendPlant plant;
    plant.fixture.build.addSamples(SensorId{0}, kNow + 60s, 1s, 2, [](std::size_t i) {
        return Reading{.value = i == 0 ? kMissing : 3.0, .quality = i == 0 ? Quality::Bad : Quality::Good};
    });
    plant.fixture.build.addAlarm(SensorId{0}, Priority::P2, AlarmState::B, kNow + 61s);
    QVERIFY(plant.fixture.give());
    plant.lead().setSpan(2min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.cell(0, 3).startsWith("raised, P2")); // marks have rows of their own
    QVERIFY(plant.cell(0, 1).isEmpty());
    QCOMPARE(plant.cell(1, 1), QStringLiteral("3"));
    QCOMPARE(plant.cell(2, 1), QStringLiteral("missing"));
    QCOMPARE(plant.cell(2, 3), QStringLiteral("flow of bad quality; nothing recorded for 1 min before"));
    QVERIFY(plant.cell(3, 3).startsWith("first violation, P2"));
    QCOMPARE(plant.cell(4, 1), QStringLiteral("599"));
}

void TestWindowTrendTable::theTableIsCopiedAndHeldMeanwhile()
{
    TrendPlant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    plant.press(Qt::Key_Down);
    plant.press(Qt::Key_Down, Qt::ShiftModifier);
    const QString first = plant.table().selectedText();
    QCOMPARE(first.count('\n'), 1);
    QCOMPARE(first.count('\t'), 6);
    plant.fixture.build.addSamples(SensorId{0}, kNow + 1s, 1s, 5, [](std::size_t) { return Reading{.value = 7.0}; });
    QVERIFY(plant.fixture.give());
    QTRY_VERIFY(plant.summary().contains("Held"));
    plant.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), first);
    plant.press(Qt::Key_Escape);
    QTRY_COMPARE(plant.cell(0, 1), QStringLiteral("7"));
    QVERIFY(plant.table().isVisible());
}

void TestWindowTrendTable::theTableSaysWhereItGathersReadings()
{
    const TrendPlant plant;
    plant.lead().setSpan(10min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.table().model()->rowCount() <= 500);
    QCOMPARE(plant.heading(2), QStringLiteral("Largest score"));
    QVERIFY(plant.summary().contains("600 reading(s) in rows of 1 s 200 ms: smallest \u2026 largest value"));
    QVERIFY(plant.cell(0, 1).contains(QStringLiteral("598 \u2026 599")) || plant.cell(0, 1) == QStringLiteral("599"));
}

void TestWindowTrendTable::theTableHasAColumnForEachSensor()
{
    const TrendPlant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    plant.toggle(Qt::Key_1);
    QTRY_COMPARE(plant.heading(2), QStringLiteral("vibration (u)"));
    QCOMPARE(plant.cell(0, 2), QStringLiteral("1599"));
    plant.press(Qt::Key_P);
    plant.press(Qt::Key_0, Qt::ControlModifier); // keys go to the table
    QVERIFY(plant.table().hasFocus());
    plant.press(Qt::Key_BracketLeft);
    plant.lead().panBy(-0.5); // another range, other rows
    QCOMPARE(plant.cell(0, 1), QStringLiteral("569"));
}

void TestWindowTrendTable::namesakesAreToldApartByTheirAssets()
{
    TrendPlant plant;
    plant.fixture.build.addSensor("line-b/mill", "flow", "l/s");
    QVERIFY(plant.fixture.give());
    plant.press(Qt::Key_X);
    plant.chooseInTree("mill");
    plant.toggle(Qt::Key_1); // the pump's: gone again
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(plant.heading(1), QStringLiteral("flow (l/s)"));
    plant.press(Qt::Key_X);
    plant.chooseInTree("pump1");
    QTRY_COMPARE(plant.heading(1), QStringLiteral("line-a/pump1 \u00b7 flow (u)"));
    QCOMPARE(plant.heading(2), QStringLiteral("line-b/mill \u00b7 flow (l/s)"));
}

void TestWindowTrendTable::theTableOfATrackComesFirstOnItsPage()
{
    const TrendPlant plant;
    auto *tabs = plant.fixture.find<QTabWidget>("pages");
    tabs->setCurrentWidget(plant.fixture.window->findChild<MachinePage *>());
    plant.press(Qt::Key_T, Qt::ControlModifier); // no track here: the trend
    QVERIFY(plant.table().isVisible());
    tabs->setCurrentIndex(4); // a page that takes the room of the trend
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.message().contains("neither a trend nor a track"));
}

QTEST_MAIN(TestWindowTrendTable)
#include "tst_window_trend_table.moc"
