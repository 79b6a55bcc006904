// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, reset, verdict, owner and the clocks of an alarm, by keyboard on the real window.
#include "tests/gui/window_fixture.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/asset_model.h"
#include "ui/widgets/choice_form.h"

#include <QLabel>
#include <QPushButton>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::WindowFixture;

namespace {

const UtcTime kNow = test::SnapshotBuilder::kStart;

void addAlarms(WindowFixture &fixture)
{
    const SensorId a = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId b = fixture.build.addSensor("line-a/pump1", "temperature", "°C");
    fixture.build.addAlarm(a, Priority::P1, AlarmState::B);
    Occurrence &latched = fixture.build.addAlarm(b, Priority::P2, AlarmState::L2);
    latched.condition = Condition::Inactive;
    latched.latch = LatchState::Latched;
    latched.cleared = kNow - 1min;
    fixture.build.snapshot().storedThrough = 12;
}

/// The core has taken the acknowledgement of the first alarm.
void answerAcknowledgement(WindowFixture &fixture)
{
    Occurrence &alarm = fixture.build.alarms()[0];
    alarm.state = AlarmState::C;
    alarm.acked = kNow;
    alarm.ackedBy.operatorName = "K. Lund";
    alarm.lastSeq = 13;
    fixture.build.snapshot().storedThrough = 13;
    fixture.build.snapshot().echoes = {{.id = fixture.lastId<command::Acknowledge>(), .accepted = true, .reason = {}, .lastSeq = 13}};
}

} // namespace

class TestWindowJudge : public QObject {
    Q_OBJECT
private slots:
    void ctrlZTakesBackOnesOwnAcknowledgement();
    void whatIsClosedOrSomebodyElsesIsNotOffered();
    void resetEndsALatchedAlarm();
    void aVerdictIsTwoKeysAndItsText();
    void aWholeSelectionGetsOneVerdict();
    void ownersAreTakenAndGiven();
    void theClocksRunFromTheOnset();
    void theTimesToRespondAreTheUsersOwn();
    void theDetailSaysWhenItBecomesMoreUrgent();
    void tabPassesTheDetailWhateverItShows();
};

void TestWindowJudge::ctrlZTakesBackOnesOwnAcknowledgement()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    const auto *line = fixture.find<QWidget>("undoLine");
    QVERIFY(line->isHidden());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    answerAcknowledgement(fixture);
    QVERIFY(fixture.give());
    QTRY_VERIFY(line->isVisible());
    QVERIFY2(line->accessibleName().contains("undo: Ctrl+Z"), qPrintable(line->accessibleName()));
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.posted<command::UndoAcknowledge>().at(0).occurrences, (std::vector<OccurrenceId>{1}));
    QVERIFY(line->isHidden());
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.posted<command::UndoAcknowledge>().size(), std::size_t{1});
    QVERIFY(fixture.note().contains("Nothing to take back"));
}

void TestWindowJudge::whatIsClosedOrSomebodyElsesIsNotOffered()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_Space);
    answerAcknowledgement(fixture);
    fixture.build.alarms()[0].ackedBy.operatorName = "somebody else";
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.note().contains("Acknowledged and stored"));
    QVERIFY(fixture.find<QWidget>("undoLine")->isHidden());
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(fixture.posted<command::UndoAcknowledge>().empty());
}

void TestWindowJudge::resetEndsALatchedAlarm()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_R);
    QVERIFY(fixture.posted<command::Reset>().empty());
    QVERIFY(fixture.note().contains("Nothing is selected that is latched"));
    fixture.press(Qt::Key_J);
    QVERIFY(fixture.find<QPushButton>("resetButton")->isEnabled());
    fixture.press(Qt::Key_R);
    QCOMPARE(fixture.posted<command::Reset>().at(0).occurrences, (std::vector<OccurrenceId>{2}));
}

void TestWindowJudge::aVerdictIsTwoKeysAndItsText()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    // An alarm that has closed can still be judged.
    fixture.build.alarms().erase(fixture.build.alarms().begin());
    QVERIFY(fixture.give());
    fixture.press(Qt::Key_V);
    fixture.press(Qt::Key_E);
    QVERIFY(fixture.find<QLineEdit>("choiceFormEdit")->hasFocus());
    QTest::keyClicks(fixture.find<QLineEdit>("choiceFormEdit"), "cleaning, as announced");
    fixture.press(Qt::Key_Return);
    const auto verdicts = fixture.posted<command::Judge>();
    QCOMPARE(verdicts.size(), std::size_t{1});
    QCOMPARE(verdicts[0].occurrence, OccurrenceId{1});
    QCOMPARE(verdicts[0].verdict, Judgement::Expected);
    QCOMPARE(verdicts[0].text, std::string("cleaning, as announced"));
    QCOMPARE(verdicts[0].alarm, (AlarmKey{{"line-a/pump1", "vibration"}, "anomalous"}));
}

void TestWindowJudge::aWholeSelectionGetsOneVerdict()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.list()->selectAll();
    fixture.press(Qt::Key_V);
    fixture.press(Qt::Key_F);
    fixture.press(Qt::Key_Return); // the text is optional
    const auto verdicts = fixture.posted<command::Judge>();
    QCOMPARE(verdicts.size(), std::size_t{2});
    QVERIFY(std::all_of(verdicts.begin(), verdicts.end(), [](const auto &what) { return what.verdict == Judgement::False; }));
    fixture.build.alarms()[0].verdict = Judgement::False;
    fixture.build.alarms()[0].lastSeq = 20;
    QVERIFY(fixture.give());
    fixture.press(Qt::Key_F2);
    QVERIFY(fixture.find<QLabel>("detailPeople")->text().contains("Verdict: false alarm"));
}

void TestWindowJudge::ownersAreTakenAndGiven()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_A);
    QCOMPARE(fixture.posted<command::Assign>().at(0).owner, std::string("K. Lund"));
    fixture.press(Qt::Key_A, Qt::ShiftModifier);
    QTest::keyClicks(fixture.find<QLineEdit>("commentFieldEdit"), "night shift");
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.posted<command::Assign>().at(1).owner, std::string("night shift"));
    fixture.build.alarms()[0].owner = "night shift";
    fixture.build.alarms()[0].lastSeq = 20;
    QVERIFY(fixture.give());
    QCOMPARE(fixture.cell(0, OwnerColumn), QStringLiteral("night shift"));
    QVERIFY(fixture.find<QLabel>("detailPeople")->text().contains("Owner: night shift"));
}

void TestWindowJudge::theClocksRunFromTheOnset()
{
    WindowFixture fixture;
    addAlarms(fixture);
    Occurrence &alarm = fixture.build.alarms()[0];
    alarm.firstViolation = kNow - 4min;
    alarm.definition.guidance.respondWithin = 3min;
    QVERIFY(fixture.open());
    fixture.choose(0);
    const auto clocks = [&] { return fixture.find<QLabel>("detailClocks")->text(); };
    QVERIFY2(clocks().contains("4 min 00 s since onset"), qPrintable(clocks()));
    QVERIFY2(clocks().contains("Staff by") && clocks().contains("6 min 00 s left"), qPrintable(clocks()));
    QVERIFY2(clocks().contains("OVERDUE by 1 min 00 s"), qPrintable(clocks()));
    QVERIFY2(clocks().contains("16 min 00 s left") && clocks().contains("Cost avoided: not set"), qPrintable(clocks()));
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    fixture.type(QStringLiteral("10 20 100000 USD"));
    fixture.press(Qt::Key_Return);
    QVERIFY2(clocks().contains(QLocale().toString(100000.0, 'f', 0) + " USD"), qPrintable(clocks()));
    fixture.build.now(kNow + 17min);
    QVERIFY(fixture.give());
    QVERIFY2(clocks().contains("Cost no longer avoided"), qPrintable(clocks()));
}

void TestWindowJudge::theTimesToRespondAreTheUsersOwn()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto *edit = fixture.find<QLineEdit>("commentFieldEdit");
    QCOMPARE(edit->text(), QStringLiteral("10 20"));
    QTest::keyClicks(edit, "30 20 5 EUR");
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.problem().contains("30 20 5 EUR"));
    fixture.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(edit, "5 15 2500 EUR");
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.find<QLabel>("detailClocks")->text().contains(QLocale().toString(2500.0, 'f', 0) + " EUR"));
}

void TestWindowJudge::theDetailSaysWhenItBecomesMoreUrgent()
{
    WindowFixture fixture;
    addAlarms(fixture);
    fixture.build.alarms()[0].definition.escalate = {Priority::P1, 3.0, 5min};
    QVERIFY(fixture.give());
    fixture.choose(0);
    const QString people = fixture.find<QLabel>("detailPeople")->text();
    QVERIFY2(people.contains("Becomes P1") && people.contains("5 min") && people.contains("3 times its limit"), qPrintable(people));
}

void TestWindowJudge::tabPassesTheDetailWhateverItShows()
{
    WindowFixture fixture;
    addAlarms(fixture);
    QVERIFY(fixture.open());
    auto *tree = fixture.find<QAbstractItemView>("assetTree");
    const auto goesRound = [&] {
        tree->setFocus();
        fixture.press(Qt::Key_Tab);
        return !tree->hasFocus() && fixture.tabTo("assetTree");
    };
    QVERIFY(goesRound()); // hints
    fixture.press(Qt::Key_F2);
    QVERIFY(goesRound()); // an alarm
    tree->setCurrentIndex(static_cast<const AssetModel *>(tree->model())->indexOf({"line-a/pump1", "temperature"}));
    QVERIFY(fixture.find<QWidget>("sensorDetail")->isVisible());
    QVERIFY(goesRound());
}

QTEST_MAIN(TestWindowJudge)
#include "tst_window_judge.moc"
