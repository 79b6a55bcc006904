// SPDX-License-Identifier: GPL-3.0-or-later
// Views, groups and order of the alarm list, by keyboard; and rows that keep still under the pointer.
#include "tests/gui/window_fixture.h"
#include "tests/support/temp_folder.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/filter_bar.h"
#include "ui/alarms/view_menu.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/widgets/banner.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// Three machines: the pump with a P1, the fan with most of them, the mixer acknowledged.
void addMachines(WindowFixture &fixture)
{
    const SensorId pump = fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    const SensorId fan = fixture.build.addSensor("line-a/fan", "current", "A");
    const SensorId mixer = fixture.build.addSensor("line-b/mixer", "speed", "rpm");
    fixture.build.addAlarm(pump, Priority::P1, AlarmState::B);
    fixture.build.addAlarm(fan, Priority::P2, AlarmState::B);
    fixture.build.addAlarm(fan, Priority::P3, AlarmState::B);
    fixture.build.addAlarm(fan, Priority::P2, AlarmState::L2);
    fixture.build.addAlarm(mixer, Priority::P2, AlarmState::C).quality = Quality::Bad;
}

QStringList assets(const WindowFixture &fixture)
{
    QStringList names;
    for (int row = 0; row < fixture.list()->model()->rowCount(); ++row) {
        names << fixture.cell(row, AssetColumn);
    }
    return names;
}

AlarmTable &tableOf(const WindowFixture &fixture)
{
    return *static_cast<AlarmTable *>(fixture.list());
}

QAction *entry(const QMenu &menu, const QString &part)
{
    const QList<QAction *> all = menu.actions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const QAction *action) { return action->text().contains(part); });
    return found == all.end() ? nullptr : *found;
}

/// Key W, as it stands open.
QMenu &openViews(WindowFixture &fixture)
{
    fixture.press(Qt::Key_W);
    auto *menu = fixture.find<QMenu>("viewMenu");
    [&] { QTRY_VERIFY(menu->isVisible()); }();
    return *menu;
}

void type(WindowFixture &fixture, const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
    fixture.press(Qt::Key_Return);
}

} // namespace

class TestWindowViews : public QObject {
    Q_OBJECT
private slots:
    void chipsShowOnlyWhatTheySay();
    void aViewIsSavedChosenAndDeletedByKeyboard();
    void aViewSaysWhatItWouldHide();
    void viewsOutliveTheProgram();
    void groupsComeAndGoWithOneKey();
    void aGroupIsAcknowledgedAsFarAsItIsShown();
    void theFloodBannerOffersGroups();
    void anOwnOrderStaysUntilItIsTakenBack();
    void anOwnOrderOutlivesTheProgram();
    void noRowMovesUnderThePointer();
};

void TestWindowViews::chipsShowOnlyWhatTheySay()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.give());
    auto *latched = fixture.find<QAbstractButton>("tab3");
    QCOMPARE(latched->text(), QStringLiteral("Latched 1"));
    latched->click();
    QCOMPARE(assets(fixture), (QStringList{"line-a/fan"}));
    QCOMPARE(fixture.find<Banner>("hiddenBanner")->text(),
             QStringLiteral("1 unacknowledged P1, 1 unacknowledged P2, 1 unacknowledged P3 hidden by the filter"));
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    fixture.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.find<Banner>("hiddenBanner")->isHidden());
    fixture.find<QAbstractButton>("filterDoubtful")->click();
    QCOMPARE(assets(fixture), (QStringList{"line-b/mixer"}));
}

void TestWindowViews::aViewIsSavedChosenAndDeletedByKeyboard()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.open());
    fixture.list()->setFocus();
    fixture.find<QLineEdit>("filterText")->setText("fan");
    QTest::keyClick(&openViews(fixture), Qt::Key_S);
    QTRY_VERIFY(fixture.find<QLineEdit>("viewNameEdit")->isVisible());
    type(fixture, "Fans");
    QTest::keyClick(&openViews(fixture), Qt::Key_1);
    QTRY_COMPARE(fixture.list()->model()->rowCount(), 5);
    QTest::keyClick(&openViews(fixture), Qt::Key_2);
    QTRY_COMPARE(assets(fixture), (QStringList{"line-a/pump1"}));
    QTest::keyClick(&openViews(fixture), Qt::Key_3);
    QTRY_COMPARE(assets(fixture), (QStringList{"line-a/fan", "line-a/fan", "line-a/fan"}));
    QMenu &menu = openViews(fixture);
    QTest::keyClick(&menu, Qt::Key_D);
    auto *deletions = fixture.find<QMenu>("deleteViewMenu");
    QTRY_VERIFY(deletions->isVisible());
    entry(*deletions, "Fans")->trigger();
    deletions->close();
    menu.close();
    fixture.settle();
    fixture.find<FilterBar>("filterBar")->openViews();
    QVERIFY(!entry(menu, "Fans"));
    QVERIFY(entry(menu, "Unacknowledged P1"));
}

void TestWindowViews::aViewSaysWhatItWouldHide()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.open());
    fixture.list()->setFocus();
    QVERIFY(entry(openViews(fixture), "Unacknowledged P1 – hides 2 unacknowledged"));
}

void TestWindowViews::viewsOutliveTheProgram()
{
    const test::TempFolder folder;
    ui::WindowSettings settings = WindowFixture::defaults();
    settings.memory = {QString::fromStdString(folder.path("telltale.conf")), QString::fromStdString(folder.path("layout.conf")), {}};
    {
        WindowFixture fixture(settings);
        addMachines(fixture);
        QVERIFY(fixture.give());
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.list()->setFocus();
        fixture.find<QAbstractButton>("filterDoubtful")->click();
        fixture.list()->setFocus();
        QTest::keyClick(&openViews(fixture), Qt::Key_S);
        QTRY_VERIFY(fixture.find<QLineEdit>("viewNameEdit")->isVisible());
        type(fixture, "Cannot be believed");
    }
    WindowFixture later(settings);
    addMachines(later);
    QVERIFY(later.give());
    QCOMPARE(later.list()->model()->rowCount(), 5); // a new day hides nothing by itself
    QVERIFY(QTest::qWaitForWindowActive(later.window.get()));
    later.list()->setFocus();
    QTest::keyClick(&openViews(later), Qt::Key_3);
    QTRY_COMPARE(assets(later), (QStringList{"line-b/mixer"}));
}

void TestWindowViews::groupsComeAndGoWithOneKey()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.open());
    fixture.list()->setFocus();
    fixture.press(Qt::Key_G);
    QCOMPARE(assets(fixture).size(), 8);
    QCOMPARE(fixture.cell(2, WhatColumn), QStringLiteral("3 alarm(s), 2 not acknowledged"));
    tableOf(fixture).select(2);
    fixture.press(Qt::Key_Left);
    QCOMPARE(assets(fixture).size(), 5);
    QCOMPARE(fixture.cell(2, WhatColumn), QStringLiteral("3 alarm(s), 2 not acknowledged, 3 folded away (→ unfolds)"));
    QCOMPARE(tableOf(fixture).currentIndex().row(), 2);
    fixture.press(Qt::Key_Right);
    QCOMPARE(assets(fixture).size(), 8);
    fixture.press(Qt::Key_G, Qt::ShiftModifier);
    QCOMPARE(assets(fixture), (QStringList{"line-a/pump1", "line-a/pump1", "line-a/fan", "line-b/mixer"})); // the P1 keeps its own row
    fixture.press(Qt::Key_G);
    QCOMPARE(assets(fixture).size(), 5);
}

void TestWindowViews::aGroupIsAcknowledgedAsFarAsItIsShown()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.open());
    fixture.list()->setFocus();
    fixture.press(Qt::Key_G);
    tableOf(fixture).select(2);
    fixture.press(Qt::Key_Left);
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.posted<command::Acknowledge>().empty()); // nobody has seen what is folded away
    fixture.press(Qt::Key_Right);
    fixture.press(Qt::Key_Space);
    QCOMPARE(fixture.posted<command::Acknowledge>().size(), std::size_t{1});
    QCOMPARE(fixture.posted<command::Acknowledge>()[0].occurrences, (std::vector<OccurrenceId>{2, 3}));
}

void TestWindowViews::theFloodBannerOffersGroups()
{
    WindowFixture fixture;
    addMachines(fixture);
    fixture.build.snapshot().flood = true;
    fixture.build.snapshot().raisesLast10Min = 14;
    QVERIFY(fixture.give());
    auto *button = fixture.find<QAbstractButton>("floodBannerButton");
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(assets(fixture).size(), 8);
    QCOMPARE(button->text(), QStringLiteral("Show single alarms (G)"));
}

void TestWindowViews::anOwnOrderStaysUntilItIsTakenBack()
{
    WindowFixture fixture;
    addMachines(fixture);
    QVERIFY(fixture.open());
    QHeaderView *header = fixture.list()->horizontalHeader();
    const auto click = [&] {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(header->sectionViewportPosition(AssetColumn) + 5, header->height() / 2));
    };
    click();
    QCOMPARE(assets(fixture).first(), QStringLiteral("line-a/fan"));
    click();
    QCOMPARE(assets(fixture).first(), QStringLiteral("line-b/mixer"));
    QVERIFY(header->isSortIndicatorShown());
    fixture.build.addAlarm(SensorId{0}, Priority::P1, AlarmState::B);
    QVERIFY(fixture.give());
    QCOMPARE(assets(fixture).first(), QStringLiteral("line-b/mixer"));           // new data keeps it
    QTRY_VERIFY(fixture.find<QAbstractButton>("unacked")->text().contains("4")); // and the header counts all
    fixture.list()->setFocus();
    fixture.press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(assets(fixture).first(), QStringLiteral("line-a/pump1"));
    QVERIFY(!header->isSortIndicatorShown());
    QMenu &menu = openViews(fixture);
    QTest::keyClick(&menu, Qt::Key_O);
    auto *orders = fixture.find<QMenu>("orderMenu");
    QTRY_VERIFY(orders->isVisible());
    entry(*orders, "Asset")->trigger();
    QCOMPARE(assets(fixture).first(), QStringLiteral("line-a/fan"));
}

void TestWindowViews::anOwnOrderOutlivesTheProgram()
{
    const test::TempFolder folder;
    ui::WindowSettings settings = WindowFixture::defaults();
    settings.memory = {QString::fromStdString(folder.path("telltale.conf")), QString::fromStdString(folder.path("layout.conf")), {}};
    {
        WindowFixture fixture(settings);
        addMachines(fixture);
        QVERIFY(fixture.give());
        static_cast<AlarmFilter *>(fixture.list()->model())->sortBy(AssetColumn, true);
    }
    WindowFixture later(settings);
    addMachines(later);
    QVERIFY(later.give());
    QCOMPARE(assets(later).first(), QStringLiteral("line-b/mixer"));
    QVERIFY(later.list()->horizontalHeader()->isSortIndicatorShown());
}

/// Escalated, overtaken, closed: what is under the pointer stays there, so that a click hits what was aimed at.
void TestWindowViews::noRowMovesUnderThePointer()
{
    WindowFixture fixture;
    addMachines(fixture);
    std::vector<Occurrence> &alarms = fixture.build.alarms();
    for (OccurrenceId id = 6; id <= 60; ++id) {
        alarms.push_back(alarms.back());
        alarms.back().id = id;
    }
    QVERIFY(fixture.open());
    const OccurrenceId aimed = fixture.idAt(4);
    const QPoint spot(60, fixture.list()->rowViewportPosition(4) + fixture.list()->rowHeight(4) / 2);
    QCursor::setPos(fixture.list()->viewport()->mapToGlobal(spot));
    QTest::mouseMove(fixture.list()->viewport(), spot);
    QTRY_VERIFY(fixture.list()->viewport()->underMouse());
    const auto under = [&] { return fixture.idAt(fixture.list()->rowAt(spot.y())); };
    QCOMPARE(under(), aimed);

    fixture.build.alarms(); // changes are to be taken over
    const auto place = std::find_if(alarms.begin(), alarms.end(), [&](const Occurrence &alarm) { return alarm.id == aimed; });
    place->priority = Priority::P1;
    place->state = AlarmState::B;
    place->lastSeq = 500;
    std::rotate(alarms.begin(), place, place + 1); // now the most pressing of all
    QVERIFY(fixture.give());
    QCOMPARE(under(), aimed);
    QCOMPARE(fixture.cell(fixture.rowOf(aimed), StateColumn), QStringLiteral("● NEW"));

    fixture.build.addAlarm(SensorId{0}, Priority::P1, AlarmState::B).id = 900;
    std::rotate(fixture.build.alarms().begin(), fixture.build.alarms().end() - 1, fixture.build.alarms().end());
    QVERIFY(fixture.give());
    QCOMPARE(under(), aimed);

    std::erase_if(fixture.build.alarms(), [&](const Occurrence &alarm) { return alarm.id == aimed; });
    QVERIFY(fixture.give());
    QCOMPARE(under(), aimed);
    QVERIFY(fixture.cell(fixture.rowOf(aimed), StateColumn).contains("CLOSED"));

    QCursor::setPos(fixture.window->mapToGlobal(QPoint(5, 5)));
    QTest::mouseMove(fixture.window.get(), QPoint(5, 5));
    QTRY_VERIFY(!fixture.list()->viewport()->underMouse());
    QVERIFY(fixture.give());
    QCOMPARE(fixture.rowOf(aimed), -1);
}

QTEST_MAIN(TestWindowViews)
#include "tst_window_views.moc"
