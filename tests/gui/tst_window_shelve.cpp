// SPDX-License-Identifier: GPL-3.0-or-later
// Shelving alarms, by keyboard on the real window.
#include "tests/gui/three_alarms.h"
#include "ui/models/asset_model.h"
#include "ui/widgets/choice_form.h"

#include <QLabel>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::ThreeAlarms;
using test::WindowFixture;

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
    void aRefusalNamesTheAlarm();
    void aReadOnlyWindowShelvesNothing();
};

void TestWindowShelve::fourKeysShelveTheTopAlarm()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    fixture.build.alarms()[0].definition.shelveAllowed = false;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QCOMPARE(fixture.problem(), QStringLiteral("line-a/pump1 vibration: anomalous must not be shelved."));
    QVERIFY(!fixture.find<ChoiceForm>("choiceForm")->isVisible());
}

void TestWindowShelve::anAssetOfTheTreeIsShelvedBeforeAnythingHappens()
{
    ThreeAlarms fixture;
    fixture.build.alarms().clear();
    QVERIFY(fixture.open());
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
    ThreeAlarms fixture;
    fixture.build.alarms()[0].chattering = true;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    QVERIFY(fixture.find<QLabel>("detailState")->text().contains("shelve it for 30 min?"));
    QVERIFY(fixture.posted<command::Shelve>().empty()); // never by itself
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_Return); // half an hour is proposed
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Shelve>().at(0).length, Duration{30min});
    QCOMPARE(fixture.posted<command::Shelve>().at(0).reason, std::string("chattering"));
}

void TestWindowShelve::aRefusalNamesTheAlarm()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
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
    QTRY_COMPARE(fixture.problem(), QStringLiteral("Not shelved: line-b/fan current: anomalous: this alarm must not be shelved"));
}

void TestWindowShelve::aReadOnlyWindowShelvesNothing()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.readOnly = true;
    ThreeAlarms fixture(settings);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_S);
    QVERIFY(!fixture.find<ChoiceForm>("choiceForm")->isVisible());
    QVERIFY(fixture.problem().contains("read-only"));
}

QTEST_MAIN(TestWindowShelve)
#include "tst_window_shelve.moc"
