// SPDX-License-Identifier: GPL-3.0-or-later
// The cursor of a trend and the range that it marks, by keyboard and by mouse; and trends below each other.
#include "tests/ui/charts/trend_desk.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;
using Range = TrendMarking::Range;

namespace {

constexpr UtcTime kNow = kStart + 599s;

void press(Desk &desk, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1)
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(&desk.view, key, modifiers);
}

/// From one share of the plot's width to another with the left button down.
void drag(Desk &desk, double from, double to, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = desk.chart().viewport();
    const QRectF plot = desk.chart().plot();
    const auto at = [&](double share) { return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint(); };
    QTest::mousePress(target, Qt::LeftButton, modifiers, at(from));
    desk.moveMouse(at((from + to) / 2.0), Qt::LeftButton);
    desk.moveMouse(at(to), Qt::LeftButton);
    QTest::mouseRelease(target, Qt::LeftButton, modifiers, at(to));
}

class TestTrendPointing : public QObject {
    Q_OBJECT
private slots:
    void arrowsMoveACursorThatSaysItsReading();
    void shiftAndArrowsMarkARange();
    void enterShowsTheMarkedRangeAlone();
    void escapeTakesTheMarkBackAndThenTheCursor();
    void theCursorPullsThePictureAlong();
    void theCursorStaysOutOfTheFuture();
    void pagesMoveThePicture();
    void draggingWithShiftMarksAndWithoutMoves();
    void aClickPutsTheCursorAndShiftAClickExtends();
    void keysOfTheWindowAreLeftAloneWhileTheyMeanNothingHere();
    void aLaneShowsTheSameTimeBelow();
    void plotsBelowEachOtherBeginAtTheSamePlace();
};

void TestTrendPointing::arrowsMoveACursorThatSaysItsReading()
{
    Desk desk;
    QVERIFY(!desk.view.marking().cursor());
    press(desk, Qt::Key_Left, Qt::NoModifier, 10); // six seconds each
    QCOMPARE(desk.view.marking().cursor(), std::optional(kNow - 60s));
    QVERIFY(desk.view.isLive());
    QVERIFY(desk.view.accessibleDescription().startsWith("Cursor at 12:39:59 UTC. 2026-11-22 12:39:59.000 UTC, temperature"));
    press(desk, Qt::Key_Right);
    QCOMPARE(desk.view.marking().cursor(), std::optional(kNow - 54s));
}

void TestTrendPointing::shiftAndArrowsMarkARange()
{
    Desk desk;
    QSignalSpy changes(&desk.view, &TrendView::markingChanged);
    const int before = countPixels(desk.picture(), desk.plotPart(0.5, 0.9), Theme::light().surface, 2);
    press(desk, Qt::Key_Left, Qt::NoModifier, 10);
    press(desk, Qt::Key_Left, Qt::ShiftModifier, 40);
    QVERIFY(desk.view.marking().range() == (Range{kNow - 300s, kNow - 60s}));
    QCOMPARE(changes.count(), 50);
    QVERIFY(desk.view.accessibleDescription().startsWith(QString::fromUtf8("Marked: 12:35:59 – 12:39:59 UTC · 4 min")));
    QVERIFY(countPixels(desk.picture(), desk.plotPart(0.5, 0.9), Theme::light().surface, 2) < before / 2); // tinted
    press(desk, Qt::Key_Right, Qt::ShiftModifier, 10);
    QVERIFY(desk.view.marking().range() == (Range{kNow - 240s, kNow - 60s}));
}

void TestTrendPointing::enterShowsTheMarkedRangeAlone()
{
    Desk desk;
    press(desk, Qt::Key_Return); // nothing is marked
    QVERIFY(desk.view.isLive());
    desk.view.pause();
    press(desk, Qt::Key_Left, Qt::ShiftModifier, 20); // from the middle
    press(desk, Qt::Key_Return);
    QCOMPARE(desk.view.span(), Duration{120s});
    QCOMPARE(desk.view.rangeEnd(), kNow - 300s);
    QVERIFY(!desk.view.marking().range());
    QVERIFY(desk.view.isSpanChosen());
}

void TestTrendPointing::escapeTakesTheMarkBackAndThenTheCursor()
{
    Desk desk;
    press(desk, Qt::Key_Left, Qt::ShiftModifier, 5);
    press(desk, Qt::Key_Escape);
    QVERIFY(!desk.view.marking().range() && desk.view.marking().cursor());
    press(desk, Qt::Key_Escape);
    QVERIFY(!desk.view.marking().cursor());
}

void TestTrendPointing::theCursorPullsThePictureAlong()
{
    Desk desk;
    desk.view.setSpan(1min);
    press(desk, Qt::Key_Left, Qt::NoModifier, 101);
    QVERIFY(!desk.view.isLive());
    QCOMPARE(desk.view.rangeEnd(), kNow - 15s);
    press(desk, Qt::Key_Right, Qt::NoModifier, 77); // out of sight to the right
    QCOMPARE(desk.view.rangeEnd(), kNow);
    QCOMPARE(desk.view.marking().cursor(), std::optional(kNow - 14400ms));
}

void TestTrendPointing::theCursorStaysOutOfTheFuture()
{
    Desk desk;
    press(desk, Qt::Key_Right, Qt::NoModifier, 3);
    QCOMPARE(desk.view.marking().cursor(), std::optional(kNow));
}

void TestTrendPointing::pagesMoveThePicture()
{
    Desk desk;
    press(desk, Qt::Key_PageUp);
    QVERIFY(!desk.view.isLive());
    QCOMPARE(desk.view.rangeEnd(), kNow - 300s);
    press(desk, Qt::Key_PageDown);
    QCOMPARE(desk.view.rangeEnd(), kNow);
}

void TestTrendPointing::draggingWithShiftMarksAndWithoutMoves()
{
    Desk desk;
    drag(desk, 0.25, 0.75, Qt::ShiftModifier);
    const auto marked = desk.view.marking().range();
    QVERIFY(marked && desk.view.isLive());
    QVERIFY(std::chrono::abs(marked->from - (kNow - 450s)) < 2s && std::chrono::abs(marked->to - (kNow - 150s)) < 2s);
    drag(desk, 0.25, 0.75, Qt::NoModifier);
    QVERIFY(!desk.view.isLive());
    QVERIFY(desk.view.marking().range() == marked); // it stays where it was put
}

void TestTrendPointing::aClickPutsTheCursorAndShiftAClickExtends()
{
    Desk desk;
    QWidget *target = desk.chart().viewport();
    const QPoint middle = desk.chart().plot().center().toPoint();
    QTest::mouseClick(target, Qt::LeftButton, Qt::NoModifier, middle);
    QVERIFY(std::chrono::abs(*desk.view.marking().cursor() - (kNow - 300s)) < 2s);
    QVERIFY(!desk.view.marking().range());
    QTest::mouseClick(target, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(100, 0));
    QVERIFY(desk.view.marking().range());
}

void TestTrendPointing::keysOfTheWindowAreLeftAloneWhileTheyMeanNothingHere()
{
    Desk desk;
    const auto takes = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(&desk.view, &event);
        return event.isAccepted();
    };
    QVERIFY(takes(Qt::Key_Left) && takes(Qt::Key_Right, Qt::ShiftModifier) && takes(Qt::Key_PageUp));
    QVERIFY(!takes(Qt::Key_Escape) && !takes(Qt::Key_Return) && !takes(Qt::Key_Left, Qt::ControlModifier) && !takes(Qt::Key_Space));
    press(desk, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(takes(Qt::Key_Escape) && takes(Qt::Key_Return));
}

/// Another sensor below the desk's.
struct Lane {
    SensorId id;
    TrendView view{nullptr, TrendView::Form::Lane};

    explicit Lane(Desk &desk) : id(desk.builder.addSensor("line-a/pump1", "flow", "m³/h"))
    {
        desk.builder.addSamples(id, kStart, 1s, 600, [](std::size_t i) { return Reading{.value = 123'450.0 + double(i)}; });
        view.resize(800, 120);
        view.show();
        view.showSensor(desk.builder.spec(id));
        view.applySnapshot(desk.builder.build());
    }
    FastChartView &chart() { return *view.findChild<FastChartView *>("trendChart"); }
};

void TestTrendPointing::aLaneShowsTheSameTimeBelow()
{
    Desk desk;
    Lane lane(desk);
    QVERIFY(lane.view.focusPolicy() == Qt::NoFocus);
    QVERIFY(lane.view.findChild<QLabel *>("trendZone")->isHidden());
    desk.view.showAround(kStart + 200s, 50s);
    lane.view.showAs(desk.view);
    QVERIFY(!lane.view.isLive());
    QCOMPARE(lane.view.rangeEnd(), kStart + 250s);
    QCOMPARE(lane.view.span(), Duration{100s});
    desk.view.goLive();
    lane.view.showAs(desk.view);
    QVERIFY(lane.view.isLive());
    QCOMPARE(lane.view.rangeEnd(), kNow);
}

void TestTrendPointing::plotsBelowEachOtherBeginAtTheSamePlace()
{
    Desk desk;
    Lane lane(desk);
    const double left = std::max(desk.view.ownLeft(), lane.view.ownLeft());
    QVERIFY(desk.view.ownLeft() != lane.view.ownLeft());
    desk.view.setLeft(left);
    lane.view.setLeft(left);
    QVERIFY(std::fabs(desk.chart().plot().left() - lane.chart().plot().left()) <= 1.0);
    QVERIFY(std::fabs(desk.chart().plot().right() - lane.chart().plot().right()) <= 1.0);
    QVERIFY(desk.chart().surround().times && !lane.chart().surround().times);
    QVERIFY(desk.tracePixels(0.9, 1.0) > 20); // and the line is where its plot is
}

} // namespace

QTEST_MAIN(TestTrendPointing)
#include "tst_trend_pointing.moc"
