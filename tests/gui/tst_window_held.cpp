// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept from people: counted, listed, brought back, by keyboard on the real window. With TELLTALE_PICTURES=folder it leaves pictures
// there.
#include "tests/gui/plant_picture.h"
#include "tests/gui/three_alarms.h"
#include "ui/models/suppressed_columns.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::ThreeAlarms;
using test::WindowFixture;

namespace {

const UtcTime kNow = test::SnapshotBuilder::kStart;

SuppressedAlarm shelved(const char *asset, const char *sensor, Duration left, OccurrenceId occurrence = 0)
{
    SuppressedAlarm alarm;
    alarm.source = {asset, sensor};
    alarm.what = "anomalous";
    alarm.suppression = Suppression::ShelvedTimed;
    alarm.shelf = {kNow - 10min, kNow + left, {"K. Lund", "desk 2", "klund"}, "maintenance", false};
    alarm.occurrence = occurrence;
    alarm.raises = 2;
    alarm.condition = occurrence == 0 ? Condition::Inactive : Condition::Active;
    return alarm;
}

SuppressedAlarm outOfService(const char *asset, const char *sensor, Duration reviewIn)
{
    SuppressedAlarm alarm = shelved(asset, sensor, 1h);
    alarm.suppression = Suppression::OutOfService;
    alarm.outOfService = {kNow - 24h, kNow + reviewIn, {"S. Visor", "desk 1", "svisor"}, "being overhauled", false};
    alarm.shelf = {};
    return alarm;
}

SuppressedAlarm byRule(const char *asset, const char *sensor)
{
    SuppressedAlarm alarm = shelved(asset, sensor, 1h);
    alarm.suppression = Suppression::ByDesign;
    alarm.rule = {kNow - 1h, kNoTime, {"system", "", ""}, "stopped: while motor_current < 1", false};
    alarm.shelf = {};
    return alarm;
}

void hold(WindowFixture &fixture, std::vector<SuppressedAlarm> alarms)
{
    std::sort(alarms.begin(), alarms.end(), [](const auto &a, const auto &b) { return a.source < b.source; });
    fixture.build.snapshot().suppressed = std::make_shared<const std::vector<SuppressedAlarm>>(std::move(alarms));
}

void keepPicture(const WindowFixture &fixture, const QString &name)
{
    const QString folder = qEnvironmentVariable("TELLTALE_PICTURES");
    if (!folder.isEmpty()) {
        fixture.window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

/// Buttons of a pane whose text has not the room that it needs, or that lie outside of it.
QStringList cramped(const QWidget &pane)
{
    QStringList names;
    for (const QAbstractButton *button : pane.findChildren<QAbstractButton *>()) {
        const QRect place(button->mapTo(&pane, QPoint(0, 0)), button->size());
        const bool fits = button->width() >= button->minimumSizeHint().width() && pane.rect().contains(place);
        if (button->isVisible() && !button->text().isEmpty() && !fits) {
            names << button->objectName() + QLatin1Char(' ') + button->text();
        }
    }
    return names;
}

} // namespace

class TestWindowHeld : public QObject {
    Q_OBJECT
private slots:
    void whatIsShelvedIsCountedApart();
    void theHeaderCountsAndWarnsBeforeTheEnd();
    void shiftSListsAndBringsBack();
    void outOfServiceAsksForReasonAndReview();
    void fitsTheSmallestScreen_data();
    void fitsTheSmallestScreen();
};

void TestWindowHeld::whatIsShelvedIsCountedApart()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.give());
    fixture.choose(0);
    std::vector<Occurrence> &alarms = fixture.build.alarms();
    alarms[0].state = AlarmState::E;
    alarms[0].suppression = Suppression::ShelvedTimed;
    std::rotate(alarms.begin(), alarms.begin() + 1, alarms.end()); // the list's order
    hold(fixture, {shelved("line-a/pump1", "vibration", 20min, 1)});
    QVERIFY(fixture.give());
    QCOMPARE(fixture.list()->model()->rowCount(), 2);
    QVERIFY(fixture.find<QAbstractButton>("unacked")->text().contains("unacked 1 · worst P2"));
    QVERIFY(fixture.window->windowTitle().startsWith("(1)"));
    QVERIFY(fixture.find<QAbstractButton>("tab0")->text().contains("2"));
    // It stays in the detail pane, which says why it left.
    const QString held = fixture.find<QLabel>("detailHeld")->text();
    QVERIFY2(held.contains("20 min 00 s left") && held.contains("K. Lund: maintenance"), qPrintable(held));
    QVERIFY(!fixture.find<QPushButton>("ackButton")->isEnabled());
    QVERIFY(fixture.find<QPushButton>("bringBackButton")->isEnabled());
}

void TestWindowHeld::theHeaderCountsAndWarnsBeforeTheEnd()
{
    ThreeAlarms fixture;
    hold(fixture, {shelved("line-a/pump1", "vibration", 6min), shelved("line-a/pump1", "temperature", 50min),
                   byRule("line-b/fan", "current"), outOfService("line-b/fan", "speed", -1h)});
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_U);
    const auto *header = fixture.find<QWidget>("heldCounts");
    QCOMPARE(header->accessibleName(), QStringLiteral("Shelved 2 (next 12:37) · Suppressed 1 · OOS 1, review 1"));
    QVERIFY(!fixture.note().contains("ends in"));
    fixture.build.now(kNow + 61s);
    QVERIFY(fixture.give());
    QVERIFY2(fixture.note().contains("The shelf of line-a/pump1 vibration: anomalous ends in 4 min 59 s; shelved by K. Lund"),
             qPrintable(fixture.note()));
    QVERIFY(header->accessibleName().startsWith("⚠ Shelved 2"));
    QVERIFY(!QApplication::activeModalWidget());
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.give());
    QVERIFY(fixture.note().isEmpty()); // once is enough
}

void TestWindowHeld::shiftSListsAndBringsBack()
{
    ThreeAlarms fixture;
    hold(fixture, {shelved("line-a/pump1", "vibration", 40min), byRule("line-b/fan", "current"), outOfService("line-b/fan", "speed", -1h)});
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_S, Qt::ShiftModifier);
    auto *table = fixture.find<QTableView>("suppressedTable");
    QVERIFY(table->isVisible() && table->hasFocus());
    const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(cell(0, HeldColumn), QStringLiteral("Shelved"));
    QCOMPARE(cell(0, HeldLeftColumn), QStringLiteral("40 min 00 s"));
    QCOMPARE(cell(0, HeldRaisesColumn), QStringLiteral("2"));
    QCOMPARE(cell(1, HeldReasonColumn), QStringLiteral("stopped: while motor_current < 1"));
    QCOMPARE(cell(2, HeldColumn), QStringLiteral("⚠ Out of service"));
    QCOMPARE(cell(2, HeldLeftColumn), QStringLiteral("review overdue 1 h 00 min"));
    fixture.press(Qt::Key_B);
    QVERIFY2(!fixture.posted<command::Unshelve>().empty(), qPrintable(fixture.note()));
    QCOMPARE(fixture.posted<command::Unshelve>().at(0).alarms, (std::vector<AlarmKey>{{{"line-a/pump1", "vibration"}, "anomalous"}}));
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_B);
    QVERIFY2(fixture.note().contains("suppressed by a rule"), qPrintable(fixture.note()));
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_B);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(fixture.posted<command::ReturnToService>().size(), std::size_t{1});
    QCOMPARE(fixture.posted<command::ReturnToService>().at(0).alarms, (std::vector<AlarmKey>{{{"line-b/fan", "speed"}, "anomalous"}}));
    QCOMPARE(fixture.posted<command::Unshelve>().size(), std::size_t{1});
}

void TestWindowHeld::outOfServiceAsksForReasonAndReview()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_O);
    fixture.press(Qt::Key_2);
    QTest::keyClicks(fixture.find<QLineEdit>("choiceFormEdit"), "pump is being overhauled");
    fixture.press(Qt::Key_Return);
    const auto taken = fixture.posted<command::TakeOutOfService>();
    QCOMPARE(taken.at(0).alarms.size(), std::size_t{1});
    QCOMPARE(taken.at(0).reviewAt, kNow + 72h);
    QCOMPARE(taken.at(0).reason, std::string("pump is being overhauled"));
    fixture.build.snapshot().echoes = {{.id = fixture.lastId<command::TakeOutOfService>(),
                                        .accepted = false,
                                        .reason = "only a supervisor may do this; you are signed in as operator"}};
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.problem(), QStringLiteral("Not taken out of service: line-a/pump1 vibration: anomalous: only a supervisor may do "
                                                   "this; you are signed in as operator"));
}

void TestWindowHeld::fitsTheSmallestScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWindowHeld::fitsTheSmallestScreen()
{
    QFETCH(bool, dark);
    WindowSettings settings = WindowFixture::defaults();
    settings.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    WindowFixture fixture(settings);
    fillPlant(fixture);
    hold(fixture, {shelved("plant/line-b/tank", "level", 4min), shelved("plant/line-b/valve3", "flow", 50min),
                   byRule("plant/line-a/fan", "speed"), outOfService("plant/line-b/valve3", "position", -26h)});
    QVERIFY(fixture.open());
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    fixture.press(Qt::Key_F2);
    keepPicture(fixture, tag + QStringLiteral("-detail"));
    fixture.press(Qt::Key_S);
    QCOMPARE(cramped(*fixture.find<QWidget>("detailPane")), QStringList());
    keepPicture(fixture, tag + QStringLiteral("-shelve"));
    fixture.press(Qt::Key_Escape);
    fixture.press(Qt::Key_V);
    QCOMPARE(cramped(*fixture.find<QWidget>("detailPane")), QStringList());
    keepPicture(fixture, tag + QStringLiteral("-verdict"));
    fixture.press(Qt::Key_Escape);
    fixture.press(Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(cramped(*fixture.find<QWidget>("suppressedPage")), QStringList());
    QCOMPARE(fixture.window->size(), QSize(1280, 720));
    keepPicture(fixture, tag + QStringLiteral("-shelved"));
}

QTEST_MAIN(TestWindowHeld)
#include "tst_window_held.moc"
