// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to each sensor of a trend stands in its lane and in the table: by keyboard on the real window.
#include "tests/gui/trend_plant.h"

#include <QLineEdit>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

namespace {

using Kind = TrendMark::Kind;

QList<Kind> kinds(const TrendView &view)
{
    QList<Kind> kinds;
    for (const TrendMark &mark : view.marks())
        kinds << mark.kind;
    return kinds;
}

AlarmEvent eventOf(EventSeq seq, const SensorKey &source, AlarmEventKind kind, UtcTime at)
{
    AlarmEvent event;
    event.seq = seq;
    event.occurrence = 40 + seq;
    event.source = source;
    event.kind = kind;
    event.at = event.sourceTime = at;
    return event;
}

const SensorKey kVibration{"line-a/pump1", "vibration"};
const SensorKey kTemperature{"line-a/pump1", "temperature"};
const SensorKey kPump{"line-a/pump1", {}};

} // namespace

class TestWindowTrendMarks : public QObject {
    Q_OBJECT
private slots:
    void eachLaneHasTheAlarmsOfItsSensor();
    void whatHappensLaterComesToItsLane();
    void anUndoneAcknowledgementIsNone();
    void whatIsKeptFromPeopleIsARange();
    void bracketsGoToTheMarksOfAllThatIsShown();
    void lanesKnowTheJournal();
    void aLaneHasTheNotesOfItsSensor();
    void aSensorTakesItsMarksAlong();
    void theTableListsThemAllWithTheirSensors();
};

void TestWindowTrendMarks::eachLaneHasTheAlarmsOfItsSensor()
{
    TrendPlant plant;
    plant.fixture.build.addAlarm(SensorId{1}, Priority::P1, AlarmState::B, kNow - 20s);
    QVERIFY(plant.fixture.give());
    plant.toggle(Qt::Key_1);
    plant.toggle(Qt::Key_2);
    QCOMPARE(plant.names(), QStringList({"flow", "vibration", "temperature"}));
    QCOMPARE(kinds(plant.lead()), QList<Kind>());
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::FirstViolation, Kind::Raise}));
    QCOMPARE(kinds(*plant.lane("temperature")), QList<Kind>());
}

void TestWindowTrendMarks::whatHappensLaterComesToItsLane()
{
    TrendPlant plant;
    plant.toggle(Qt::Key_1);
    plant.toggle(Qt::Key_2);
    plant.fixture.build.snapshot().events = {eventOf(1, kTemperature, AlarmEventKind::Raise, kNow - 30s),
                                             eventOf(2, kTemperature, AlarmEventKind::Clear, kNow - 20s)};
    QVERIFY(plant.fixture.give());
    QCOMPARE(kinds(*plant.lane("temperature")), QList<Kind>({Kind::Raise, Kind::Clear}));
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>());
    plant.fixture.build.snapshot().events = {eventOf(3, kPump, AlarmEventKind::Raise, kNow - 10s)}; // of the asset as a whole
    QVERIFY(plant.fixture.give());
    QCOMPARE(kinds(plant.lead()), QList<Kind>({Kind::Raise}));
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Raise}));
    QCOMPARE(kinds(*plant.lane("temperature")), QList<Kind>({Kind::Raise, Kind::Clear, Kind::Raise}));
}

void TestWindowTrendMarks::anUndoneAcknowledgementIsNone()
{
    TrendPlant plant;
    plant.toggle(Qt::Key_1);
    std::vector<AlarmEvent> events{
        eventOf(1, kVibration, AlarmEventKind::Raise, kNow - 30s), eventOf(2, kVibration, AlarmEventKind::Ack, kNow - 28s),
        eventOf(3, kVibration, AlarmEventKind::AckUndo, kNow - 25s), eventOf(4, kVibration, AlarmEventKind::Ack, kNow - 20s)};
    for (AlarmEvent &event : events)
        event.occurrence = 7;
    plant.fixture.build.snapshot().events = events;
    QVERIFY(plant.fixture.give());
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Raise, Kind::Acknowledge}));
    QCOMPARE(plant.lane("vibration")->marks().back().at, kNow - 20s);
}

void TestWindowTrendMarks::whatIsKeptFromPeopleIsARange()
{
    TrendPlant plant;
    plant.toggle(Qt::Key_1);
    std::vector<AlarmEvent> events{eventOf(1, kVibration, AlarmEventKind::Shelve, kNow - 30s),
                                   eventOf(2, kVibration, AlarmEventKind::Unshelve, kNow - 20s),
                                   eventOf(3, kVibration, AlarmEventKind::OosOn, kNow - 10s)};
    events[0].to = events[1].from = AlarmState::E;
    events[2].to = AlarmState::G;
    plant.fixture.build.snapshot().events = events;
    QVERIFY(plant.fixture.give());
    const std::vector<TrendMark> marks = plant.lane("vibration")->marks();
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Held, Kind::Held}));
    QCOMPARE(marks[0].at, kNow - 30s);
    QCOMPARE(marks[0].until, kNow - 20s);
    QVERIFY(marks[0].text.startsWith("shelved"));
    QCOMPARE(marks[1].until, TrendMark::kGoesOn);
    QVERIFY(marks[1].text.startsWith("out of service"));
}

void TestWindowTrendMarks::bracketsGoToTheMarksOfAllThatIsShown()
{
    TrendPlant plant;
    plant.toggle(Qt::Key_1);
    plant.fixture.build.snapshot().events = {eventOf(1, kVibration, AlarmEventKind::Raise, kNow - 400s),
                                             eventOf(2, {"line-a/pump1", "flow"}, AlarmEventKind::Raise, kNow - 500s)};
    QVERIFY(plant.fixture.give());
    const auto centre = [&] { return plant.lead().rangeEnd() - plant.lead().span() / 2; };
    plant.press(Qt::Key_BracketLeft);
    QCOMPARE(centre(), kNow - 400s);
    plant.press(Qt::Key_BracketLeft);
    QCOMPARE(centre(), kNow - 500s);
    plant.press(Qt::Key_BracketRight);
    QCOMPARE(centre(), kNow - 400s);
}

void TestWindowTrendMarks::lanesKnowTheJournal()
{
    TrendPlant plant;
    const EventSeq seq = plant.station.nextSeq();
    Occurrence alarm;
    alarm.id = 40 + seq;
    alarm.definition.source = kVibration;
    alarm.raised = kNow - 2h;
    plant.station.writer->submit(store::SaveTransition{eventOf(seq, kVibration, AlarmEventKind::Raise, kNow - 2h), alarm});
    QVERIFY(eventually([&] { return plant.station.writer->storedThrough() >= seq; }));
    plant.toggle(Qt::Key_1);
    QTRY_COMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Raise}));
    plant.toggle(Qt::Key_2); // and keeps it meanwhile
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Raise}));
    QCOMPARE(kinds(plant.lead()), QList<Kind>());
}

void TestWindowTrendMarks::aLaneHasTheNotesOfItsSensor()
{
    TrendPlant plant;
    plant.press(Qt::Key_X); // the flow stays
    plant.press(Qt::Key_N);
    auto *edit = plant.fixture.find<QLineEdit>("rangeNoteFieldEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, "cleaned");
    plant.press(Qt::Key_Return);
    QVERIFY(plant.station.answer());
    plant.chooseInTree("pressure");
    QCOMPARE(plant.names(), QStringList({"pressure", "flow"}));
    QCOMPARE(kinds(plant.lead()), QList<Kind>());
    QCOMPARE(kinds(*plant.lane("flow")), QList<Kind>({Kind::RangeNote}));
    QVERIFY(plant.lane("flow")->accessibleDescription().contains("cleaned"));
}

void TestWindowTrendMarks::aSensorTakesItsMarksAlong()
{
    TrendPlant plant;
    plant.fixture.build.snapshot().events = {eventOf(1, kVibration, AlarmEventKind::Raise, kNow - 30s)};
    QVERIFY(plant.fixture.give());
    plant.press(Qt::Key_X);
    plant.chooseInTree("vibration");
    plant.fixture.build.snapshot().events = {eventOf(2, kVibration, AlarmEventKind::Clear, kNow - 20s)};
    QVERIFY(plant.fixture.give());
    QCOMPARE(kinds(plant.lead()), QList<Kind>({Kind::Raise, Kind::Clear}));
    QCOMPARE(kinds(*plant.lane("flow")), QList<Kind>());
    plant.press(Qt::Key_X);
    plant.chooseInTree("flow"); // from the first place into a lane
    QCOMPARE(kinds(plant.lead()), QList<Kind>());
    QCOMPARE(kinds(*plant.lane("vibration")), QList<Kind>({Kind::Raise, Kind::Clear}));
}

void TestWindowTrendMarks::theTableListsThemAllWithTheirSensors()
{
    TrendPlant plant;
    plant.lead().setSpan(1min);
    plant.fixture.build.snapshot().events = {eventOf(1, kVibration, AlarmEventKind::Raise, kNow - 2s),
                                             eventOf(2, kPump, AlarmEventKind::Raise, kNow - 1s)};
    QVERIFY(plant.fixture.give());
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.cell(1, 3).startsWith("raised, P2")); // one sensor: nothing to tell apart
    plant.toggle(Qt::Key_1);
    QTRY_VERIFY2(plant.cell(1, 4).startsWith("flow, vibration: raised, P2"), qPrintable(plant.cell(1, 4)));
    QVERIFY2(plant.cell(3, 4).startsWith("vibration: raised, P2"), qPrintable(plant.cell(3, 4)));
}

QTEST_MAIN(TestWindowTrendMarks)
#include "tst_window_trend_marks.moc"
