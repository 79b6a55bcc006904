// SPDX-License-Identifier: GPL-3.0-or-later
// Acknowledging, silencing and commenting on the real window.
#include "tests/gui/window_fixture.h"
#include "ui/models/alarm_columns.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// Three sensors; P2 new, P1 new, P3 acknowledged, in the order of the core.
void addThreeAlarms(WindowFixture &fixture)
{
    const SensorId a = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId b = fixture.build.addSensor("line-a/pump1", "temperature", "°C");
    const SensorId c = fixture.build.addSensor("line-b/fan", "current", "A");
    fixture.build.addAlarm(a, Priority::P1, AlarmState::B).lastSeq = 11;
    fixture.build.addAlarm(b, Priority::P2, AlarmState::B).lastSeq = 12;
    fixture.build.addAlarm(c, Priority::P3, AlarmState::C).lastSeq = 7;
    fixture.build.snapshot().storedThrough = 12;
}

} // namespace

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
    void f8SilencesAndAcknowledgesNothing();
    void aReadOnlyWindowPostsNothing();
    void theSecondSpaceDoesNotHitTheNextAlarm();
};

void TestWindowAcknowledge::twoKeysAcknowledgeTheTopOneFromAnywhere()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    QVERIFY(fixture.find<MessageBar>("messageBar")->noteText().contains("#1"));
}

void TestWindowAcknowledge::aRefusalIsSaidAndChangesNothing()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    fixture.build.snapshot().echoes = {
        {.id = fixture.lastId<command::Acknowledge>(), .accepted = false, .reason = "changed since you looked", .lastSeq = 0}};
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.find<MessageBar>("messageBar")->problemText().contains("changed since you looked"));
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("● NEW"));
    QVERIFY(!QApplication::activeModalWidget());
    fixture.press(Qt::Key_Escape);
    QVERIFY(fixture.find<MessageBar>("messageBar")->problemText().isEmpty());
}

void TestWindowAcknowledge::aFullInboxIsSaid()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.source.full = true;
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    QVERIFY(!fixture.find<MessageBar>("messageBar")->problemText().isEmpty());
    QCOMPARE(fixture.cell(0, StateColumn), QStringLiteral("● NEW"));
}

void TestWindowAcknowledge::lettersStayInATextField()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    auto *comment = fixture.find<QPushButton>("commentButton");
    comment->setFocus();
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    QTRY_VERIFY(fixture.find<QLineEdit>("commentFieldEdit")->isVisible());
}

void TestWindowAcknowledge::aCommentIsAskedInsideTheWindow()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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

void TestWindowAcknowledge::f8SilencesAndAcknowledgesNothing()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    fixture.build.alarms()[0].audible = Audible::Sounding;
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
    WindowFixture fixture(settings);
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    fixture.press(Qt::Key_C);
    QVERIFY(fixture.posted<command::Acknowledge>().empty());
    QVERIFY(fixture.posted<command::Comment>().empty());
    QVERIFY(fixture.find<MessageBar>("messageBar")->problemText().contains("read-only"));
}

/// In the tab of unacknowledged alarms the acknowledged row leaves: what then lies under the cursor is not selected.
void TestWindowAcknowledge::theSecondSpaceDoesNotHitTheNextAlarm()
{
    WindowFixture fixture;
    addThreeAlarms(fixture);
    QVERIFY(fixture.give());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
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
