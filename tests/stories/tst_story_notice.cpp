// SPDX-License-Identifier: GPL-3.0-or-later
// Story 1: as an operator I notice a new alarm wherever I look.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/models/alarm_columns.h"
#include "ui/widgets/banner.h"

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

namespace {

struct Key {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};
using Keys = QList<Key>;

/// Whoever waits for a person to see something waits for the paint after it.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    SteadyTime last{};

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            last = std::chrono::steady_clock::now();
        }
        return false;
    }
};

} // namespace

class TestStoryNotice : public QObject {
    Q_OBJECT
private slots:
    void wherever_data();
    void wherever();
    void aFilterThatHidesItSaysSo();
    void belowAPageOfOthers();
};

void TestStoryNotice::wherever_data()
{
    QTest::addColumn<Keys>("keys");
    const Qt::KeyboardModifier ctrl = Qt::ControlModifier;
    QTest::newRow("list") << Keys{};
    QTest::newRow("tiles") << Keys{{Qt::Key_2, ctrl}};
    QTest::newRow("journal") << Keys{{Qt::Key_3, ctrl}};
    QTest::newRow("feeds") << Keys{{Qt::Key_4, ctrl}};
    QTest::newRow("detectors") << Keys{{Qt::Key_5, ctrl}};
    QTest::newRow("figures") << Keys{{Qt::Key_6, ctrl}};
    QTest::newRow("handover") << Keys{{Qt::Key_H, ctrl | Qt::ShiftModifier}};
    QTest::newRow("paused trend") << Keys{{Qt::Key_P}};
    QTest::newRow("typing in the filter") << Keys{{Qt::Key_F, ctrl}, {Qt::Key_X}};
    QTest::newRow("key sheet open") << Keys{{Qt::Key_Question}};
}

void TestStoryNotice::wherever()
{
    QFETCH(const Keys, keys);
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    QVERIFY(station.quietAfter({}));
    QCOMPARE(station.counts(), QStringLiteral("unacked 0"));
    for (const Key &key : keys) {
        station.press(key.key, key.modifiers);
    }
    QWidget *focus = QApplication::focusWidget();
    const PaintWatch header(*station.find<QWidget>("unacked"));

    const SteadyTime sent = std::chrono::steady_clock::now();
    station.publisher.set(kVibration, kWrong);
    QTRY_COMPARE_WITH_TIMEOUT(station.counts(), QStringLiteral("unacked 1 · worst P1"), StoryStation::kPatienceMs);
    QTRY_VERIFY(header.last > sent);
    const SteadyTime received = station.steadyTimeOf(station.alarmOf(kVibration).raisedReceived);
    QVERIFY(station.horn().startsWith("HORN ON"));
    QVERIFY(station.soundsAfter(sent));
    // What came in neither took the keyboard nor opened anything.
    QCOMPARE(QApplication::focusWidget(), focus);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(station.window->windowTitle().startsWith("(1)"));
    const QWidget *tile = station.find<QWidget>("tile0");
    QVERIFY2(!tile || !tile->isVisible() || tile->accessibleName().contains("P1"), qPrintable(tile ? tile->accessibleName() : QString()));
    const std::lock_guard guard(station.heard->lock);
    qInfo("story 1 (%s): 0 keys; value received to paint %.0f ms, to the first sound %.0f ms", QTest::currentDataTag(),
          since(received, header.last), since(received, station.heard->firstSound));
}

void TestStoryNotice::aFilterThatHidesItSaysSo()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.press(Qt::Key_F2);
    station.press(Qt::Key_1); // hides what is P1
    station.publisher.set(kVibration, kWrong);
    const auto *bar = station.find<Banner>("hiddenBanner");
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), StoryStation::kPatienceMs);
    QCOMPARE(bar->text(), QStringLiteral("1 unacknowledged P1 hidden by the filter"));
    QCOMPARE(station.rows(), 0);
    QCOMPARE(station.counts(), QStringLiteral("unacked 1 · worst P1"));
    station.takeKeys();
    station.press(Qt::Key_F2);
    QCOMPARE(station.rows(), 1);
    QVERIFY(bar->isHidden());
    qInfo("story 1 (hidden by a filter): the bar says so, %d key shows it", station.takeKeys());
}

/// A list that is scrolled away keeps its place, and says what is new above it.
void TestStoryNotice::belowAPageOfOthers()
{
    StoryStation station(widePlant(8, 10));
    QVERIFY(station.isReady());
    const SensorKey last{"line/m0000", "s0"}; // the one P1
    for (int i = 0; i < 8; ++i) {
        for (int j = 1; j < 10; ++j) {
            station.publisher.set({"line/m000" + std::to_string(i), "s" + std::to_string(j)}, kWrong);
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 72, StoryStation::kPatienceMs);
    station.press(Qt::Key_F2);
    station.press(Qt::Key_End);
    const OccurrenceId chosen = station.idAt(station.list()->currentIndex().row());
    const int place = station.list()->rowViewportPosition(station.rowOf(chosen));
    const OccurrenceId top = station.idAt(station.list()->rowAt(0));
    station.publisher.set(last, kWrong);
    const auto *above = station.find<Banner>("aboveBanner");
    QTRY_VERIFY_WITH_TIMEOUT(above->isVisible(), StoryStation::kPatienceMs);
    QVERIFY2(above->text().startsWith("1 new above"), qPrintable(above->text()));
    QCOMPARE(station.list()->rowViewportPosition(station.rowOf(chosen)), place);
    QCOMPARE(station.idAt(station.list()->rowAt(0)), top);
    QCOMPARE(station.idAt(station.list()->currentIndex().row()), chosen);
    station.takeKeys();
    station.press(Qt::Key_Home);
    QCOMPARE(station.list()->rowAt(0), 0);
    QVERIFY(above->isHidden());
    QCOMPARE(station.cell(0, PriorityColumn), QStringLiteral("P1"));
    qInfo("story 1 (scrolled away): 0 rows moved, the bar says what is above, %d key goes there", station.takeKeys());
}

STORY_MAIN(TestStoryNotice)
#include "tst_story_notice.moc"
