// SPDX-License-Identifier: GPL-3.0-or-later
// What the list does when things happen: it keeps still, loses nothing and says what it hides.
#include "tests/gui/window_fixture.h"
#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/widgets/banner.h"

#include <QScrollBar>
#include <algorithm>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// `count` acknowledgeable alarms, the oldest last, as the core would order them.
void addAlarms(WindowFixture &fixture, int count, Priority priority = Priority::P2)
{
    if (fixture.build.snapshot().sensors.empty()) {
        fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    }
    std::vector<Occurrence> &alarms = fixture.build.alarms();
    for (int i = 0; i < count; ++i) {
        Occurrence &added = fixture.build.addAlarm(SensorId{0}, priority, AlarmState::B);
        added.id = alarms.size();
        std::rotate(alarms.begin(), alarms.end() - 1, alarms.end()); // newest on top
    }
}

int yOf(const WindowFixture &fixture, OccurrenceId id)
{
    const int row = fixture.rowOf(id);
    return row < 0 ? -10'000 : fixture.list()->rowViewportPosition(row);
}

} // namespace

class TestWindowList : public QObject {
    Q_OBJECT
private slots:
    void anUntouchedListFollowsItsTop();
    void theSelectedRowStaysWhereItIs();
    void aScrolledListKeepsItsPlace();
    void aShortListKeepsTheSelectedRowToo();
    void aForgottenSelectionHidesNothing();
    void homeShowsWhatCameIn();
    void theSelectionFollowsItsAlarm();
    void aFilterThatHidesAnUnackedAlarmSaysSo();
    void f2TakesTheFilterBackWhenItHidesTheTop();
    void aThousandRaisesLoseNoRow();
    void tenThousandRowsFilter();
    void aFloodIsSaid();
};

void TestWindowList::anUntouchedListFollowsItsTop()
{
    WindowFixture fixture;
    addAlarms(fixture, 60);
    QVERIFY(fixture.give());
    addAlarms(fixture, 5);
    QVERIFY(fixture.give());
    QCOMPARE(fixture.list()->verticalScrollBar()->value(), 0);
    QCOMPARE(fixture.list()->rowAt(0), 0);
    QVERIFY(fixture.find<Banner>("aboveBanner")->isHidden());
}

void TestWindowList::theSelectedRowStaysWhereItIs()
{
    WindowFixture fixture;
    addAlarms(fixture, 60);
    QVERIFY(fixture.give());
    fixture.choose(2);
    const OccurrenceId chosen = fixture.idAt(2);
    const int before = yOf(fixture, chosen);
    addAlarms(fixture, 50);
    QVERIFY(fixture.give());
    QCOMPARE(yOf(fixture, chosen), before);
    QCOMPARE(static_cast<AlarmTable *>(fixture.list())->currentAlarm(), chosen);
    QVERIFY(fixture.find<Banner>("aboveBanner")->text().startsWith("50 new above"));
}

void TestWindowList::aScrolledListKeepsItsPlace()
{
    WindowFixture fixture;
    addAlarms(fixture, 100);
    QVERIFY(fixture.give());
    fixture.list()->verticalScrollBar()->setValue(333); // in the middle of a row
    const OccurrenceId top = fixture.idAt(fixture.list()->rowAt(0));
    const int before = yOf(fixture, top);
    addAlarms(fixture, 7);
    QVERIFY(fixture.give());
    QCOMPARE(yOf(fixture, top), before);
    QVERIFY(fixture.find<Banner>("aboveBanner")->text().startsWith("7 new above"));
    addAlarms(fixture, 1);
    QVERIFY(fixture.give());
    QCOMPARE(yOf(fixture, top), before);
    QVERIFY(fixture.find<Banner>("aboveBanner")->text().startsWith("8 new above"));
}

void TestWindowList::aShortListKeepsTheSelectedRowToo()
{
    WindowFixture fixture;
    addAlarms(fixture, 3);
    QVERIFY(fixture.give());
    fixture.choose(0);
    const OccurrenceId chosen = fixture.idAt(0);
    const int before = yOf(fixture, chosen);
    addAlarms(fixture, 2);
    QVERIFY(fixture.give());
    QCOMPARE(yOf(fixture, chosen), before);
    QVERIFY(fixture.find<Banner>("aboveBanner")->text().startsWith("2 new above"));
}

/// Nobody works with the list any more: it shows its top again, the selection stays selected.
void TestWindowList::aForgottenSelectionHidesNothing()
{
    WindowFixture fixture;
    addAlarms(fixture, 3);
    QVERIFY(fixture.give());
    fixture.choose(0);
    const OccurrenceId chosen = fixture.idAt(0);
    addAlarms(fixture, 2);
    QVERIFY(fixture.give());
    QVERIFY(fixture.list()->rowAt(0) > 0);
    static_cast<AlarmTable *>(fixture.list())->setPatience(std::chrono::milliseconds{0});
    QTRY_VERIFY(fixture.give() && fixture.list()->rowAt(0) == 0);
    QVERIFY(fixture.find<Banner>("aboveBanner")->isHidden());
    QCOMPARE(static_cast<AlarmTable *>(fixture.list())->currentAlarm(), chosen);
}

void TestWindowList::homeShowsWhatCameIn()
{
    WindowFixture fixture;
    addAlarms(fixture, 60);
    QVERIFY(fixture.open());
    fixture.choose(5);
    addAlarms(fixture, 3);
    QVERIFY(fixture.give());
    QVERIFY(!fixture.find<Banner>("aboveBanner")->isHidden());
    fixture.press(Qt::Key_Home);
    QCOMPARE(fixture.list()->verticalScrollBar()->value(), 0);
    QVERIFY(fixture.find<Banner>("aboveBanner")->isHidden());
    QCOMPARE(static_cast<AlarmTable *>(fixture.list())->currentAlarm(), fixture.idAt(0));
}

void TestWindowList::theSelectionFollowsItsAlarm()
{
    WindowFixture fixture;
    addAlarms(fixture, 30);
    QVERIFY(fixture.give());
    fixture.choose(0);
    const OccurrenceId chosen = fixture.idAt(0);
    std::vector<Occurrence> &alarms = fixture.build.alarms();
    alarms[0].state = AlarmState::C;
    alarms[0].lastSeq = 1000;
    std::rotate(alarms.begin(), alarms.begin() + 1, alarms.end());
    const OccurrenceId second = fixture.idAt(1);
    QVERIFY(fixture.give());
    QTRY_COMPARE(fixture.idAt(29), chosen);
    QCOMPARE(static_cast<AlarmTable *>(fixture.list())->currentAlarm(), chosen);
    QCOMPARE(yOf(fixture, second), 0); // the acknowledged row left its place to the next one, nothing else moved
}

void TestWindowList::aFilterThatHidesAnUnackedAlarmSaysSo()
{
    WindowFixture fixture;
    addAlarms(fixture, 1, Priority::P1);
    addAlarms(fixture, 2);
    QVERIFY(fixture.open());
    auto *bar = fixture.find<Banner>("hiddenBanner");
    QVERIFY(bar->isHidden());
    fixture.list()->setFocus();
    fixture.press(Qt::Key_1);
    QVERIFY(!bar->isHidden());
    QCOMPARE(bar->text(), QStringLiteral("1 unacknowledged P1 hidden by the filter"));
    fixture.find<QAbstractButton>("hiddenBannerButton")->click();
    QVERIFY(bar->isHidden());
    QCOMPARE(fixture.list()->model()->rowCount(), 3);
}

void TestWindowList::f2TakesTheFilterBackWhenItHidesTheTop()
{
    WindowFixture fixture;
    addAlarms(fixture, 3);
    QVERIFY(fixture.open());
    fixture.find<QLineEdit>("filterText")->setText("no such thing");
    QCOMPARE(fixture.list()->model()->rowCount(), 0);
    fixture.press(Qt::Key_F2);
    QCOMPARE(fixture.list()->model()->rowCount(), 3);
    QCOMPARE(fixture.find<QLineEdit>("filterText")->text(), QString());
    QCOMPARE(static_cast<AlarmTable *>(fixture.list())->currentAlarm(), fixture.idAt(0));
}

void TestWindowList::aThousandRaisesLoseNoRow()
{
    WindowFixture fixture;
    addAlarms(fixture, 20);
    QVERIFY(fixture.give());
    addAlarms(fixture, 1000);
    QVERIFY(fixture.give());
    std::set<OccurrenceId> ids;
    for (int row = 0; row < fixture.list()->model()->rowCount(); ++row) {
        ids.insert(fixture.idAt(row));
    }
    QCOMPARE(ids.size(), std::size_t{1020});
    QVERIFY(fixture.find<QAbstractButton>("unacked")->text().contains("1020"));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowList::tenThousandRowsFilter()
{
    WindowFixture fixture;
    addAlarms(fixture, 1, Priority::P1);
    std::vector<Occurrence> &alarms = fixture.build.alarms();
    Occurrence other = alarms.front();
    other.priority = Priority::P3;
    for (OccurrenceId id = 2; id <= 10'000; ++id) {
        other.id = id;
        other.definition.source.asset = id % 100 == 0 ? "line-b/fan" : "line-a/pump1";
        alarms.push_back(other);
    }
    QVERIFY(fixture.give());
    fixture.find<QLineEdit>("filterText")->setText("fan");
    QCOMPARE(fixture.list()->model()->rowCount(), 100);
    QCOMPARE(fixture.find<Banner>("hiddenBanner")->text(),
             QStringLiteral("1 unacknowledged P1, 9899 unacknowledged P3 hidden by the filter"));
    fixture.find<QLineEdit>("filterText")->clear();
    QCOMPARE(fixture.list()->model()->rowCount(), 10'000);
}

void TestWindowList::aFloodIsSaid()
{
    WindowFixture fixture;
    addAlarms(fixture, 14);
    fixture.build.snapshot().flood = true;
    fixture.build.snapshot().raisesLast10Min = 14;
    QVERIFY(fixture.give());
    QCOMPARE(fixture.find<Banner>("floodBanner")->text(), QStringLiteral("FLOOD: 14 alarms in 10 min"));
    fixture.build.snapshot().flood = false;
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.find<Banner>("floodBanner")->isHidden());
}

QTEST_MAIN(TestWindowList)
#include "tst_window_list.moc"
