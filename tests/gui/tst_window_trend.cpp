// SPDX-License-Identifier: GPL-3.0-or-later
// Several sensors over the same time, and marked ranges: by keyboard on the real window.
#include "tests/gui/trend_plant.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

class TestWindowTrend : public QObject {
    Q_OBJECT
private slots:
    void sensorsOfTheAlarmOrAssetAreAddedAndTakenAwayByKey();
    void aKeptSensorStaysBesideWhateverIsChosenInTheTree();
    void aLaneIsTakenAwayByItsButton();
    void noMoreSensorsThanCanBeToldApart();
    void lanesWithoutRoomAreScrolledToByKey();
    void allLanesShowTheSameTimeLiveAndInHistory();
    void whatIsMarkedInOneIsMarkedInAll();
    void aRangeIsMarkedZoomedToAndDroppedByKey();
    void aNoteIsAboutTheMarkedRange();
};

void TestWindowTrend::sensorsOfTheAlarmOrAssetAreAddedAndTakenAwayByKey()
{
    const TrendPlant plant;
    QVERIFY(plant.watches({SensorId{0}}));
    plant.toggle(Qt::Key_2);
    plant.toggle(Qt::Key_1);
    QCOMPARE(plant.names(), QStringList({"flow", "temperature", "vibration"}));
    QVERIFY(plant.watches({SensorId{0}, SensorId{1}, SensorId{2}}));
    QCOMPARE(plant.lanes().front()->accessibleName(), QStringLiteral("Trend of line-a/pump1 \u00b7 temperature"));
    plant.toggle(Qt::Key_2);
    QCOMPARE(plant.names(), QStringList({"flow", "vibration"}));
    plant.toggle(Qt::Key_0);
    QCOMPARE(plant.names(), QStringList({"flow"}));
    QVERIFY(plant.watches({SensorId{0}}));
}

void TestWindowTrend::aKeptSensorStaysBesideWhateverIsChosenInTheTree()
{
    const TrendPlant plant;
    plant.press(Qt::Key_X);
    QVERIFY(plant.message().contains("flow"));
    QCOMPARE(plant.names(), QStringList({"flow"}));
    plant.chooseInTree("airflow");
    QCOMPARE(plant.names(), QStringList({"airflow", "flow"})); // the chosen one first
    QVERIFY(plant.watches({SensorId{0}, SensorId{7}}));
    plant.press(Qt::Key_X);
    plant.chooseInTree("pressure");
    QCOMPARE(plant.names(), QStringList({"pressure", "flow", "airflow"}));
    plant.chooseInTree("flow"); // kept and chosen: shown once
    QCOMPARE(plant.names(), QStringList({"flow", "airflow"}));
    plant.press(Qt::Key_X);
    plant.chooseInTree("pressure");
    QCOMPARE(plant.names(), QStringList({"pressure", "airflow"}));
}

void TestWindowTrend::aLaneIsTakenAwayByItsButton()
{
    const TrendPlant plant;
    plant.toggle(Qt::Key_1);
    plant.toggle(Qt::Key_2);
    auto *close = plant.lanes().front()->findChild<QToolButton *>("laneClose");
    QCOMPARE(close->accessibleName(), QStringLiteral("Take line-a/pump1 \u00b7 vibration out of the trend"));
    QTest::mouseClick(close, Qt::LeftButton);
    WindowFixture::settle();
    QCOMPARE(plant.names(), QStringList({"flow", "temperature"}));
    plant.toggle(Qt::Key_1);
    plant.press(Qt::Key_0, Qt::ControlModifier);
    plant.press(Qt::Key_Tab);
    plant.press(Qt::Key_Tab);
    QVERIFY(plant.lanes().back()->isAncestorOf(QApplication::focusWidget()));
    plant.press(Qt::Key_Space); // which acknowledges elsewhere
    QCOMPARE(plant.names(), QStringList({"flow", "temperature"}));
    QVERIFY(plant.lead().hasFocus());
}

void TestWindowTrend::noMoreSensorsThanCanBeToldApart()
{
    const TrendPlant plant;
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6})
        plant.toggle(key);
    QTest::keyClick(plant.fixture.find<QMenu>("trendSensorsMenu"), Qt::Key_Escape); // its sixth was not to be had
    QCOMPARE(plant.names(), QStringList({"flow", "vibration", "temperature", "pressure", "current", "speed"}));
    plant.press(Qt::Key_X);
    QVERIFY(plant.message().contains("No more than 6"));
    QCOMPARE(plant.lanes().size(), 5);
}

void TestWindowTrend::lanesWithoutRoomAreScrolledToByKey()
{
    const TrendPlant plant;
    const int before = plant.fixture.find<QWidget>("trendPane")->height();
    const QWidget *sight = plant.fixture.find<QScrollArea>("trendScroll")->viewport();
    const auto seen = [sight](const TrendView &view) { return sight->rect().intersects({view.mapTo(sight, QPoint()), view.size()}); };
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5})
        plant.toggle(key);
    QVERIFY(plant.fixture.find<QWidget>("trendPane")->height() > before); // it takes what the list can do without
    for (const TrendView *lane : plant.lanes())
        QVERIFY(lane->height() >= lane->minimumHeight());
    const TrendView &last = *plant.lanes().back();
    QVERIFY(seen(plant.lead()) && !seen(last));
    plant.press(Qt::Key_0, Qt::ControlModifier);
    plant.press(Qt::Key_Down, Qt::NoModifier, 40);
    QVERIFY(seen(last) && !seen(plant.lead()));
    plant.press(Qt::Key_Up, Qt::NoModifier, 40);
    QVERIFY(seen(plant.lead()));
}

void TestWindowTrend::allLanesShowTheSameTimeLiveAndInHistory()
{
    const TrendPlant plant;
    plant.toggle(Qt::Key_1);
    plant.toggle(Qt::Key_2);
    const auto same = [&] {
        const auto lanes = plant.lanes();
        return std::all_of(lanes.begin(), lanes.end(), [&](const TrendView *lane) {
            return lane->span() == plant.lead().span() && lane->rangeEnd() == plant.lead().rangeEnd()
                   && lane->isLive() == plant.lead().isLive();
        });
    };
    QVERIFY(same() && plant.lead().isLive());
    plant.press(Qt::Key_Minus);
    QVERIFY(same());
    plant.press(Qt::Key_P);
    QVERIFY(same() && !plant.lead().isLive());
    plant.lanes().back()->panBy(-0.25); // as with the mouse in that lane
    QVERIFY(same());
    plant.lead().showAround(kNow - 24h, 1min);
    QVERIFY(same());
    plant.press(Qt::Key_L);
    QVERIFY(same() && plant.lead().isLive());
    QCOMPARE(plant.lead().rangeEnd(), kNow);
}

void TestWindowTrend::whatIsMarkedInOneIsMarkedInAll()
{
    const TrendPlant plant;
    plant.toggle(Qt::Key_1);
    plant.press(Qt::Key_0, Qt::ControlModifier);
    QVERIFY(plant.lead().hasFocus());
    plant.press(Qt::Key_Left, Qt::ShiftModifier, 20);
    QVERIFY(plant.lead().marking().range());
    QVERIFY(plant.lanes().front()->marking() == plant.lead().marking());
    plant.toggle(Qt::Key_2);
    QVERIFY(plant.lanes().back()->marking() == plant.lead().marking());
    TrendMarking other;
    other.mark(kNow - 30s, kNow - 20s);
    plant.lanes().back()->setMarking(other);
    QVERIFY(plant.lead().marking() == other && plant.lanes().front()->marking() == other);
}

void TestWindowTrend::aRangeIsMarkedZoomedToAndDroppedByKey()
{
    const TrendPlant plant;
    plant.lead().setSpan(10min);
    plant.press(Qt::Key_0, Qt::ControlModifier);
    plant.press(Qt::Key_Left, Qt::NoModifier, 10);
    plant.press(Qt::Key_Left, Qt::ShiftModifier, 20);
    plant.press(Qt::Key_Return);
    QCOMPARE(plant.lead().span(), Duration{2min});
    QCOMPARE(plant.lead().rangeEnd(), kNow - 1min);
    plant.press(Qt::Key_Left, Qt::ShiftModifier, 20);
    plant.fixture.list()->setFocus(); // Esc finds it from anywhere
    plant.press(Qt::Key_Escape);
    QVERIFY(!plant.lead().marking().range());
}

void TestWindowTrend::aNoteIsAboutTheMarkedRange()
{
    TrendPlant plant;
    plant.lead().setSpan(10min);
    plant.press(Qt::Key_0, Qt::ControlModifier);
    plant.press(Qt::Key_Left, Qt::NoModifier, 10);
    plant.press(Qt::Key_Left, Qt::ShiftModifier, 20);
    plant.press(Qt::Key_N);
    QVERIFY(plant.fixture.find<FittingLabel>("rangeNoteFieldQuestion")->text().contains("2 min 00 s"));
    auto *edit = plant.fixture.find<QLineEdit>("rangeNoteFieldEdit");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, "cleaned");
    plant.press(Qt::Key_Return);
    QVERIFY(plant.station.answer());
    const auto notes = plant.station.written(LogbookKind::RangeNote);
    QCOMPARE(notes.size(), 1U);
    QCOMPARE(notes.front().from, kNow - 3min);
    QCOMPARE(notes.front().to, kNow - 1min);
}

QTEST_MAIN(TestWindowTrend)
#include "tst_window_trend.moc"
