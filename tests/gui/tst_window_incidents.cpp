// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents and notes on ranges, by keyboard on the real window with a real journal.
#include "tests/gui/logbook_station.h"
#include "ui/charts/trend_view.h"
#include "ui/logbook/incident_page.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace telltale;
using namespace telltale::ui;
using test::LogbookStation;
using test::WindowFixture;

namespace {

/// Two alarms that are in the journal too.
void addAlarms(LogbookStation &station)
{
    test::SnapshotBuilder &build = station.fixture->build;
    const SensorId a = build.addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId b = build.addSensor("line-a/pump1", "temperature", "°C");
    build.addSamples(a, build.kStart, std::chrono::seconds{1}, 100,
                     [](std::size_t i) { return test::SnapshotBuilder::Reading{.value = double(i)}; });
    for (const SensorId sensor : {a, b}) {
        Occurrence &alarm = build.addAlarm(sensor, sensor == a ? Priority::P1 : Priority::P2, AlarmState::B);
        AlarmEvent raise;
        raise.seq = alarm.lastSeq = station.nextSeq();
        raise.occurrence = alarm.id;
        raise.source = alarm.definition.source;
        raise.kind = AlarmEventKind::Raise;
        raise.to = AlarmState::B;
        raise.at = raise.sourceTime = alarm.raised;
        raise.actor.operatorName = "system";
        raise.what = alarm.definition.what;
        station.writer->submit(store::SaveTransition{raise, alarm});
    }
    QVERIFY(station.answer());
    QVERIFY(QTest::qWaitForWindowActive(station.fixture->window.get()));
}

void openIncident(LogbookStation &station, const char *title)
{
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_I);
    auto *edit = station.fixture->find<QLineEdit>("incidentTitleEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, title);
    station.fixture->press(Qt::Key_Return);
    QVERIFY(station.answer());
}

void type(LogbookStation &station, const char *field, const char *text)
{
    auto *edit = station.fixture->find<QLineEdit>(field);
    QTRY_VERIFY(edit->hasFocus());
    edit->clear();
    QTest::keyClicks(edit, text);
    station.fixture->press(Qt::Key_Return);
    QVERIFY(station.answer());
}

QStringList columnOf(const QTableWidget &table, int column)
{
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row) {
        cells << table.item(row, column)->text();
    }
    return cells;
}

} // namespace

class TestWindowIncidents : public QObject {
    Q_OBJECT
private slots:
    void anIncidentFromTheSelectionToItsCause();
    void anotherAlarmGoesIntoTheOpenOne();
    void theReportHoldsAllItsAlarms();
    void escTakesNothing();
    void aNoteOnARangeStaysOnTheTrend();
};

void TestWindowIncidents::anIncidentFromTheSelectionToItsCause()
{
    LogbookStation station;
    addAlarms(station);
    openIncident(station, "bearing of pump 1");
    QCOMPARE(station.written(LogbookKind::IncidentAlarmAdded).size(), std::size_t{1});
    QTRY_VERIFY(station.fixture->list()->hasFocus());
    station.fixture->press(Qt::Key_7, Qt::ControlModifier);
    auto *list = station.fixture->find<QTableWidget>("incidentList");
    QTRY_COMPARE(list->rowCount(), 1);
    QVERIFY(list->hasFocus());
    const auto *timeline = station.fixture->find<QTableWidget>("incidentTimeline");
    QTRY_COMPARE(columnOf(*timeline, 1), (QStringList{"RAISE", "incident opened", "alarm added"}));

    station.fixture->press(Qt::Key_C);
    type(station, "incidentFieldEdit", "hot and loud");
    station.fixture->find<QPushButton>("incidentOwner")->setFocus();
    station.fixture->press(Qt::Key_Space);
    type(station, "incidentFieldEdit", "operator B");
    QTRY_VERIFY(station.fixture->find<FittingLabel>("incidentState")->text().contains("operator B looks after it"));
    station.fixture->find<QPushButton>("incidentClose")->setFocus();
    station.fixture->press(Qt::Key_Space);
    QTRY_VERIFY(station.fixture->find<QLineEdit>("incidentFieldEdit")->hasFocus());
    station.fixture->press(Qt::Key_Return); // without a cause nothing is closed
    QVERIFY(station.written(LogbookKind::IncidentClosed).empty());
    type(station, "incidentFieldEdit", "grease was missing");
    QTRY_VERIFY(station.fixture->find<FittingLabel>("incidentState")->text().contains("Cause: grease was missing"));
    QTRY_COMPARE(columnOf(*timeline, 1), (QStringList{"RAISE", "incident opened", "alarm added", "note", "owner", "closed, cause"}));
    QCOMPARE(columnOf(*list, 1), (QStringList{"closed"}));

    station.fixture->find<QPushButton>("incidentClose")->setFocus();
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.answer());
    QTRY_COMPARE(columnOf(*list, 1), (QStringList{"open"}));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowIncidents::anotherAlarmGoesIntoTheOpenOne()
{
    LogbookStation station;
    addAlarms(station);
    openIncident(station, "bearing of pump 1");
    station.fixture->choose(1);
    station.fixture->press(Qt::Key_I);
    QTRY_VERIFY(station.fixture->find<QComboBox>("incidentBox")->hasFocus()); // the newest open one is proposed
    station.fixture->press(Qt::Key_Return);
    QVERIFY(station.answer());
    QCOMPARE(station.written(LogbookKind::IncidentOpened).size(), std::size_t{1});
    const auto added = station.written(LogbookKind::IncidentAlarmAdded);
    QCOMPARE(added.size(), std::size_t{2});
    QCOMPARE(added[1].subject, added[0].subject);

    station.fixture->press(Qt::Key_7, Qt::ControlModifier);
    auto *alarms = station.fixture->find<QTableWidget>("incidentAlarms");
    QTRY_COMPARE(alarms->rowCount(), 2);
    alarms->setFocus();
    alarms->setCurrentCell(0, 0);
    station.fixture->find<QPushButton>("incidentRemove")->setFocus();
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.answer());
    QTRY_COMPARE(alarms->rowCount(), 1);
}

void TestWindowIncidents::theReportHoldsAllItsAlarms()
{
    LogbookStation station;
    addAlarms(station);
    openIncident(station, "bearing of pump 1");
    station.fixture->press(Qt::Key_7, Qt::ControlModifier);
    const auto *page = station.fixture->find<IncidentPage>("incidentPage");
    QTRY_COMPARE(page->chosen().alarms.size(), std::size_t{1});
    station.fixture->press(Qt::Key_E);
    const QDir out(QString::fromStdString(station.folder.path("out")));
    QTRY_VERIFY_WITH_TIMEOUT(out.entryList({"*.json"}).size() == 1, 60'000);
    QCOMPARE(out.entryList({"*.json"}), (QStringList{"incident-I-1-bearing_of_pump_1.json"})); // the incident's, not its alarms' alone
}

void TestWindowIncidents::escTakesNothing()
{
    LogbookStation station;
    addAlarms(station);
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_I);
    auto *edit = station.fixture->find<QLineEdit>("incidentTitleEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, "half a thought");
    station.fixture->press(Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(station.written().empty());
    QVERIFY(station.fixture->posted<command::WriteLogbook>().empty());
}

void TestWindowIncidents::aNoteOnARangeStaysOnTheTrend()
{
    LogbookStation station;
    addAlarms(station);
    station.fixture->press(Qt::Key_F2);
    auto *trend = station.fixture->find<TrendView>("trendView");
    station.fixture->press(Qt::Key_N);
    type(station, "rangeNoteFieldEdit", "started the cleaning");
    const auto notes = station.written(LogbookKind::RangeNote);
    QCOMPARE(notes.size(), std::size_t{1});
    QCOMPARE(notes[0].source, (SensorKey{"line-a/pump1", "vibration"}));
    QCOMPARE(notes[0].to - notes[0].from, trend->span());
    QTRY_VERIFY2(trend->accessibleDescription().contains("started the cleaning"), qPrintable(trend->accessibleDescription()));
    station.fixture->press(Qt::Key_N);
    const auto *table = station.fixture->find<QTableWidget>("rangeNotes");
    QTRY_COMPARE(columnOf(*table, 3), (QStringList{"started the cleaning"}));
    station.fixture->press(Qt::Key_Escape);
    QTRY_VERIFY(!table->isVisible());
    trend->showAround(notes[0].from - std::chrono::hours{5}, std::chrono::minutes{1});
    QTRY_VERIFY(!trend->accessibleDescription().contains("started the cleaning"));
    trend->showAround(notes[0].from, std::chrono::minutes{1}); // back in history
    QTRY_VERIFY(trend->accessibleDescription().contains("started the cleaning"));
}

QTEST_MAIN(TestWindowIncidents)
#include "tst_window_incidents.moc"
