// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping alarms from people and bringing them back, by keyboard on the real window. With TELLTALE_PICTURES=folder it leaves pictures.
// there.
#include "tests/gui/plant_picture.h"
#include "ui/models/asset_model.h"
#include "ui/models/suppressed_columns.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::WindowFixture;

namespace {

const UtcTime kNow = test::SnapshotBuilder::kStart;

void addThreeAlarms(WindowFixture &fixture)
{
    const SensorId a = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId b = fixture.build.addSensor("line-a/pump1", "temperature", "°C");
    const SensorId c = fixture.build.addSensor("line-b/fan", "current", "A");
    fixture.build.addAlarm(a, Priority::P1, AlarmState::B);
    fixture.build.addAlarm(b, Priority::P2, AlarmState::B);
    fixture.build.addAlarm(c, Priority::P3, AlarmState::C);
    fixture.build.snapshot().storedThrough = 12;
}

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

QString problem(const WindowFixture &fixture)
{
    return fixture.find<MessageBar>("messageBar")->problemText();
}

QString note(const WindowFixture &fixture)
{
    return fixture.find<MessageBar>("messageBar")->noteText();
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

class TestWindowShelve : public QObject {
    Q_OBJECT
private slots:
    void fourKeysShelveTheTopAlarm();
    void whatIsBeyondTheLimitIsNotOfferedAndSaidWhy();
    void aWholeSelectionIsShelvedAtOnce();
    void oneShotLastsUntilItClears();
    void aReasonIsNeededAndEscDropsIt();
    void typingAtOnceIsTheReason();
    void theReasonGivenLastIsOfferedFirst();
    void whatMustNotBeShelvedSaysSo();
    void anAssetOfTheTreeIsShelvedBeforeAnythingHappens();
    void aChatteringAlarmProposesItsReason();
    void whatIsShelvedIsCountedApart();
    void theHeaderCountsAndWarnsBeforeTheEnd();
    void shiftSListsAndBringsBack();
    void outOfServiceAsksForReasonAndReview();
    void aRefusalNamesTheAlarm();
    void aReadOnlyWindowShelvesNothing();
    void fitsTheSmallestScreen_data();
    void fitsTheSmallestScreen();
};

void TestWindowShelve::fourKeysShelveTheTopAlarm()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QVERIFY(!QApplication::activeModalWidget());
    fixture.press(Qt::Key_2);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    const auto shelves = fixture.posted<command::Shelve>();
    QCOMPARE(shelves.size(), std::size_t{1});
    QCOMPARE(shelves[0].alarms, (std::vector<AlarmKey>{{{"line-a/pump1", "vibration"}, "anomalous"}}));
    QCOMPARE(shelves[0].length, Duration{30min});
    QCOMPARE(shelves[0].oneShot, false);
    QCOMPARE(shelves[0].reason, std::string("maintenance"));
    // The digits meant the form, and the window's keys work again.
    QVERIFY(fixture.find<QAbstractButton>("filterP2")->isChecked());
    QVERIFY(fixture.list()->hasFocus());
    fixture.press(Qt::Key_Space);
    QCOMPARE(fixture.posted<command::Acknowledge>().size(), std::size_t{1});
}

void TestWindowShelve::whatIsBeyondTheLimitIsNotOfferedAndSaidWhy()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QVERIFY(fixture.find<QAbstractButton>("choiceFormChoice3"));
    QVERIFY(!fixture.find<QAbstractButton>("choiceFormChoice4"));
    const QString why = fixture.find<QLabel>("choiceFormNote")->text();
    QVERIFY2(why.contains("4 h") && why.contains("line-a/pump1 vibration: anomalous (P1)") && why.contains("1 h"), qPrintable(why));
    // A key of what is not offered chooses nothing.
    fixture.press(Qt::Key_4);
    QVERIFY(!fixture.find<QLineEdit>("choiceFormEdit")->hasFocus());
}

void TestWindowShelve::aWholeSelectionIsShelvedAtOnce()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.list()->selectAll();
    fixture.press(Qt::Key_S);
    QVERIFY(fixture.find<QLabel>("choiceFormTitle")->text().contains("3 alarms"));
    // What comes in meanwhile is not shelved with them.
    fixture.build.addAlarm(SensorId{2}, Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    fixture.press(Qt::Key_1);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(0).alarms.size(), std::size_t{3});
    QCOMPARE(fixture.posted<command::Shelve>().at(0).length, Duration{15min});
}

void TestWindowShelve::oneShotLastsUntilItClears()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_6);
    QTest::keyClicks(fixture.find<QLineEdit>("choiceFormEdit"), "start-up");
    fixture.press(Qt::Key_Return);
    const auto shelves = fixture.posted<command::Shelve>();
    QCOMPARE(shelves.at(0).oneShot, true);
    QCOMPARE(shelves.at(0).length, Duration{1h}); // the longest that a P1 allows
    QCOMPARE(shelves.at(0).reason, std::string("start-up"));
}

void TestWindowShelve::aReasonIsNeededAndEscDropsIt()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_1);
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.posted<command::Shelve>().empty());
    QVERIFY(fixture.find<ChoiceForm>("choiceForm")->isVisible());
    fixture.press(Qt::Key_Escape);
    QVERIFY(!fixture.find<ChoiceForm>("choiceForm")->isVisible());
    QVERIFY(fixture.list()->hasFocus());
    QVERIFY(fixture.posted<command::Shelve>().empty());
}

void TestWindowShelve::typingAtOnceIsTheReason()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    for (const Qt::Key key : {Qt::Key_B, Qt::Key_E, Qt::Key_A, Qt::Key_R}) {
        fixture.press(key);
    }
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(0).reason, std::string("bear"));
    QVERIFY(fixture.posted<command::Assign>().empty());
}

void TestWindowShelve::theReasonGivenLastIsOfferedFirst()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_1);
    QTest::keyClicks(fixture.find<QLineEdit>("choiceFormEdit"), "valve test 2");
    fixture.press(Qt::Key_Return);
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_1);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(1).reason, std::string("valve test 2"));
}

void TestWindowShelve::whatMustNotBeShelvedSaysSo()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    fixture.build.alarms()[0].definition.shelveAllowed = false;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QCOMPARE(problem(fixture), QStringLiteral("line-a/pump1 vibration: anomalous must not be shelved."));
    QVERIFY(!fixture.find<ChoiceForm>("choiceForm")->isVisible());
}

void TestWindowShelve::anAssetOfTheTreeIsShelvedBeforeAnythingHappens()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    fixture.build.alarms().clear();
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    auto *tree = fixture.find<QAbstractItemView>("assetTree");
    tree->setFocus();
    tree->setCurrentIndex(static_cast<const AssetModel *>(tree->model())->indexOf({"line-a", ""}));
    fixture.press(Qt::Key_S);
    QVERIFY(fixture.find<QLabel>("choiceFormTitle")->text().contains("2 alarms"));
    fixture.press(Qt::Key_3);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(0).alarms,
             (std::vector<AlarmKey>{{{"line-a/pump1", "vibration"}, "anomalous"}, {{"line-a/pump1", "temperature"}, "anomalous"}}));
    QVERIFY(tree->hasFocus());
}

void TestWindowShelve::aChatteringAlarmProposesItsReason()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    fixture.build.alarms()[0].chattering = true;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    QVERIFY(fixture.find<QLabel>("detailState")->text().contains("shelve it for 30 min?"));
    QVERIFY(fixture.posted<command::Shelve>().empty()); // never by itself
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_Return); // half an hour is proposed
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(0).length, Duration{30min});
    QCOMPARE(fixture.posted<command::Shelve>().at(0).reason, std::string("chattering"));
}

void TestWindowShelve::whatIsShelvedIsCountedApart()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
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

void TestWindowShelve::theHeaderCountsAndWarnsBeforeTheEnd()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    hold(fixture, {shelved("line-a/pump1", "vibration", 6min), shelved("line-a/pump1", "temperature", 50min),
                   byRule("line-b/fan", "current"), outOfService("line-b/fan", "speed", -1h)});
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_U);
    const auto *header = fixture.find<QWidget>("heldCounts");
    QCOMPARE(header->accessibleName(), QStringLiteral("Shelved 2 (next 12:37) · Suppressed 1 · OOS 1, review 1"));
    QVERIFY(!note(fixture).contains("ends in"));
    fixture.build.now(kNow + 61s);
    QVERIFY(fixture.give());
    QVERIFY2(note(fixture).contains("The shelf of line-a/pump1 vibration: anomalous ends in 4 min 59 s; shelved by K. Lund"),
             qPrintable(note(fixture)));
    QVERIFY(header->accessibleName().startsWith("⚠ Shelved 2"));
    QVERIFY(!QApplication::activeModalWidget());
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.give());
    QVERIFY(note(fixture).isEmpty()); // once is enough
}

void TestWindowShelve::shiftSListsAndBringsBack()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    hold(fixture, {shelved("line-a/pump1", "vibration", 40min), byRule("line-b/fan", "current"), outOfService("line-b/fan", "speed", -1h)});
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    QVERIFY2(!fixture.posted<command::Unshelve>().empty(), qPrintable(note(fixture)));
    QCOMPARE(fixture.posted<command::Unshelve>().at(0).alarms, (std::vector<AlarmKey>{{{"line-a/pump1", "vibration"}, "anomalous"}}));
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_B);
    QVERIFY2(note(fixture).contains("suppressed by a rule"), qPrintable(note(fixture)));
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_B);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(fixture.posted<command::ReturnToService>().size(), std::size_t{1});
    QCOMPARE(fixture.posted<command::ReturnToService>().at(0).alarms, (std::vector<AlarmKey>{{{"line-b/fan", "speed"}, "anomalous"}}));
    QCOMPARE(fixture.posted<command::Unshelve>().size(), std::size_t{1});
}

void TestWindowShelve::outOfServiceAsksForReasonAndReview()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    QTRY_COMPARE(problem(fixture), QStringLiteral("Not taken out of service: line-a/pump1 vibration: anomalous: only a supervisor may do "
                                                  "this; you are signed in as operator"));
}

void TestWindowShelve::aRefusalNamesTheAlarm()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.list()->selectAll();
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_1);
    fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
    AlarmEvent ignored;
    ignored.seq = 14;
    ignored.kind = AlarmEventKind::Ignored;
    ignored.source = {"line-b/fan", "current"};
    ignored.what = "anomalous";
    ignored.comment = "SHELVE ignored: this alarm must not be shelved; said with it: maintenance";
    fixture.build.snapshot().events = {ignored};
    fixture.build.snapshot().echoes = {
        {.id = fixture.lastId<command::Shelve>(), .accepted = false, .reason = ignored.comment, .lastSeq = 15}};
    QVERIFY(fixture.give());
    QTRY_COMPARE(problem(fixture), QStringLiteral("Not shelved: line-b/fan current: anomalous: this alarm must not be shelved"));
}

void TestWindowShelve::aReadOnlyWindowShelvesNothing()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.readOnly = true;
    WindowFixture fixture(settings);
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QVERIFY(!fixture.find<ChoiceForm>("choiceForm")->isVisible());
    QVERIFY(problem(fixture).contains("read-only"));
}

void TestWindowShelve::fitsTheSmallestScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWindowShelve::fitsTheSmallestScreen()
{
    QFETCH(bool, dark);
    WindowSettings settings = WindowFixture::defaults();
    settings.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    WindowFixture fixture(settings);
    fillPlant(fixture);
    hold(fixture, {shelved("plant/line-b/tank", "level", 4min), shelved("plant/line-b/valve3", "flow", 50min),
                   byRule("plant/line-a/fan", "speed"), outOfService("plant/line-b/valve3", "position", -26h)});
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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

QTEST_MAIN(TestWindowShelve)
#include "tst_window_shelve.moc"
