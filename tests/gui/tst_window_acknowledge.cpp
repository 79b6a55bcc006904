// SPDX-License-Identifier: GPL-3.0-or-later
// Acknowledging, silencing and commenting on the real window.
#include "tests/gui/three_alarms.h"
#include "ui/models/alarm_columns.h"

#include <QPushButton>

using namespace telltale;
using namespace telltale::ui;
using test::ThreeAlarms;
using test::WindowFixture;

class TestWindowAcknowledge : public QObject {
    Q_OBJECT
private slots:
    void twoKeysAcknowledgeTheTopOneFromAnywhere();
    void showsSavingUntilItIsStored();
    void aRefusalIsSaidAndChangesNothing();
    void aFullInboxIsSaid();
    void lettersStayInATextField();
    void spaceOnAButtonPressesTheButton();
    void aCommentIsAskedInsideTheWindow();
    void aDroppedCommentSendsNothing();
    void manyAtOnceWantAComment();
    void thePlantMayWantACommentForAPriority();
    void f8SilencesAndAcknowledgesNothing();
    void aReadOnlyWindowPostsNothing();
    void theSecondSpaceDoesNotHitTheNextAlarm();
};

void TestWindowAcknowledge::twoKeysAcknowledgeTheTopOneFromAnywhere()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.find<QAbstractItemView>("assetTree")->setFocus();
    fixture.press(Qt::Key_3, Qt::ControlModifier); // the journal is in sight
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    const auto acks = fixture.posted<command::Acknowledge>();
    QCOMPARE(acks.size(), std::size_t{1});
    QCOMPARE(acks[0].occurrences, (std::vector<OccurrenceId>{1}));
    QCOMPARE(acks[0].seenSeq, EventSeq{12});
    QCOMPARE(fixture.source.posted.back().actor.operatorName, std::string("K. Lund"));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowAcknowledge::showsSavingUntilItIsStored()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("saving…"));

    Occurrence &acked = fixture.build.alarms()[0];
    acked.state = AlarmState::C;
    acked.lastSeq = 13;
    fixture.build.snapshot().echoes = {{.id = fixture.lastId<command::Acknowledge>(), .accepted = true, .reason = {}, .lastSeq = 13}};
    QVERIFY(fixture.give());
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("saving…")); // decided, but not on disk

    fixture.build.snapshot().storedThrough = 13;
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.cell(0, StateColumn), QStringLiteral("ACK"));
    QVERIFY(fixture.note().contains("#1"));
}

void TestWindowAcknowledge::aRefusalIsSaidAndChangesNothing()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    fixture.build.snapshot().echoes = {
        {.id = fixture.lastId<command::Acknowledge>(), .accepted = false, .reason = "changed since you looked", .lastSeq = 0}};
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.problem().contains("changed since you looked"));
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("● NEW"));
    QVERIFY(!QApplication::activeModalWidget());
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.problem().isEmpty());
}

void TestWindowAcknowledge::aFullInboxIsSaid()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.source.full = true;
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    QVERIFY(!fixture.problem().isEmpty());
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("● NEW"));
}

void TestWindowAcknowledge::lettersStayInATextField()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    auto *filter = fixture.find<QLineEdit>("filterText");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, "pump 1 e?");
    QCOMPARE(filter->text(), QStringLiteral("pump 1 e?"));
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
}

void TestWindowAcknowledge::spaceOnAButtonPressesTheButton()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    auto *comment = fixture.find<QPushButton>("commentButton");
    comment->setFocus();
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    QTRY_VERIFY(fixture.find<QLineEdit>("commentFieldEdit")->isVisible());
}

void TestWindowAcknowledge::aCommentIsAskedInsideTheWindow()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(!QApplication::activeModalWidget());
    auto *edit = fixture.find<QLineEdit>("commentFieldEdit");
    QTRY_VERIFY(edit->hasFocus());
    // What comes in while somebody types must not change what is acknowledged.
    fixture.build.alarms()[1].lastSeq = 20;
    QVERIFY(fixture.give());
    QTest::keyClicks(edit, "bearing, called mech.");
    QTest::keyClick(edit, Qt::Key_Return);
    const auto acks = fixture.posted<command::Acknowledge>();
    QCOMPARE(acks.size(), std::size_t{1});
    QCOMPARE(acks[0].comment, std::string("bearing, called mech."));
    QCOMPARE(acks[0].occurrences, (std::vector<OccurrenceId>{1}));
    QCOMPARE(acks[0].seenSeq, EventSeq{12});
    QTRY_VERIFY(fixture.list()->hasFocus());
}

void TestWindowAcknowledge::aDroppedCommentSendsNothing()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_C);
    auto *edit = fixture.find<QLineEdit>("commentFieldEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, "half a thought");
    fixture.press(Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(fixture.posted<command::Comment>().empty());
}

void TestWindowAcknowledge::manyAtOnceWantAComment()
{
    WindowFixture fixture;
    const SensorId sensor = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    for (int i = 0; i < 25; ++i) {
        fixture.build.addAlarm(sensor, Priority::P2, AlarmState::B);
    }
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.list()->selectAll();
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    auto *edit = fixture.find<QLineEdit>("commentFieldEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return); // an empty one is not enough
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    QTest::keyClicks(edit, "power dip");
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Acknowledge>().at(0).occurrences.size(), std::size_t{25});
}

void TestWindowAcknowledge::thePlantMayWantACommentForAPriority()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.commentToAcknowledge = {Priority::P1};
    ThreeAlarms fixture(settings);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    QVERIFY2(fixture.posted<command::Acknowledge>().empty(), "it asks first");
    fixture.press(Qt::Key_Return);
    QVERIFY2(fixture.posted<command::Acknowledge>().empty(), "and takes no empty answer");
    fixture.type("seen");
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Acknowledge>().size(), std::size_t(1));
    QCOMPARE(fixture.posted<command::Acknowledge>()[0].comment, std::string("seen"));
    fixture.choose(1);
    fixture.press(Qt::Key_Space);
    QCOMPARE(fixture.posted<command::Acknowledge>().size(), std::size_t(2));
}

void TestWindowAcknowledge::f8SilencesAndAcknowledgesNothing()
{
    ThreeAlarms fixture;
    fixture.build.alarms()[0].audible = Audible::Sounding;
    QVERIFY(fixture.open());
    QVERIFY(fixture.find<QAbstractButton>("horn")->text().contains("HORN ON"));
    fixture.press(Qt::Key_F8);
    QCOMPARE(fixture.posted<command::Silence>().size(), std::size_t{1});
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    Occurrence &silenced = fixture.build.alarms()[0];
    silenced.audible = Audible::Silenced;
    silenced.silencedUntil = fixture.build.snapshot().now + std::chrono::seconds{103};
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.find<QAbstractButton>("horn")->text(),
                 QStringLiteral("silenced until %1").arg(timeOfDay(silenced.silencedUntil, ZoneChoice::Local)));
    fixture.press(Qt::Key_U);
    QCOMPARE(fixture.find<QAbstractButton>("horn")->text(), QStringLiteral("silenced until 12:32:43"));
}

void TestWindowAcknowledge::aReadOnlyWindowPostsNothing()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.readOnly = true;
    ThreeAlarms fixture(settings);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    fixture.press(Qt::Key_C);
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    QVERIFY(fixture.posted<command::Comment>().empty());
    QVERIFY(fixture.problem().contains("read-only"));
}

/// In the tab of unacknowledged alarms the acknowledged row leaves: what then lies under the cursor is not selected.
void TestWindowAcknowledge::theSecondSpaceDoesNotHitTheNextAlarm()
{
    ThreeAlarms fixture;
    QVERIFY(fixture.open());
    fixture.find<QAbstractButton>("tab1")->click();
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    Occurrence &acked = fixture.build.alarms()[0];
    acked.state = AlarmState::C;
    acked.lastSeq = 13;
    fixture.build.snapshot().storedThrough = 13;
    fixture.build.snapshot().echoes = {{.id = fixture.lastId<command::Acknowledge>(), .accepted = true, .reason = {}, .lastSeq = 13}};
    fixture.source.newest = fixture.build.build();
    QTRY_COMPARE(fixture.list()->model()->rowCount(), 1);
    fixture.press(Qt::Key_Space);
    QCOMPARE(fixture.posted<command::Acknowledge>().size(), std::size_t{1});
}

QTEST_MAIN(TestWindowAcknowledge)
#include "tst_window_acknowledge.moc"
