// SPDX-License-Identifier: GPL-3.0-or-later
// Panes in windows of their own, for a second screen: on the real window, by keyboard.
#include "tests/gui/three_alarms.h"
#include "ui/overview/tiles_page.h"
#include "ui/window/trend_stack.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;

namespace {

constexpr Qt::KeyboardModifiers kTear = Qt::ControlModifier | Qt::ShiftModifier;

/// But for the handle between them.
bool isAbout(const QList<int> &sizes, const QList<int> &wanted)
{
    return std::equal(sizes.begin(), sizes.end(), wanted.begin(), wanted.end(), [](int a, int b) { return qAbs(a - b) <= 2; });
}

/// The window, and what of it may stand elsewhere.
struct Station : ThreeAlarms {
    explicit Station(WindowSettings settings = defaults()) : ThreeAlarms(std::move(settings)) {}

    [[nodiscard]] QWidget *trend() const { return window->findChild<QStackedWidget *>("lowerPane"); }
    [[nodiscard]] QTabWidget *pages() const { return find<QTabWidget>("pages"); }
    [[nodiscard]] QWidget *tiles() const { return window->findChild<TilesPage *>(); }
    [[nodiscard]] bool isTorn(const QWidget *pane) const { return pane->window() != window.get(); }

    /// The keys to the trend, then out with it.
    bool tearTrend() const
    {
        press(Qt::Key_0, Qt::ControlModifier);
        press(Qt::Key_W, kTear);
        return isTorn(trend()) && QTest::qWaitForWindowActive(trend()->window());
    }
};

} // namespace

class TestWindowTorn : public QObject {
    Q_OBJECT
private slots:
    void theTrendLeavesAndComesBackWhereItWas();
    void theKeysOfTheWindowWorkThere();
    void aPageLeavesALineBehind();
    void closingBringsBack();
    void pagesThatTakeTheTrendsRoomLeaveATornOneAlone();
    void fullScreenMeansTheWindowThatHasTheKeys();
    void itIsRememberedAndTheSharesOfTheRestAreNotLost();
};

void TestWindowTorn::theTrendLeavesAndComesBackWhereItWas()
{
    Station station;
    QVERIFY(station.open());
    const auto *home = station.find<QSplitter>("down");
    const QList<int> shares = home->sizes();
    QVERIFY(station.tearTrend());
    QVERIFY(station.trend()->isVisible());
    QCOMPARE(home->count(), 1);
    QVERIFY2(station.trend()->isAncestorOf(QApplication::focusWidget()), "the keys go along");
    station.press(Qt::Key_W, kTear);
    QVERIFY(!station.isTorn(station.trend()));
    QCOMPARE(home->indexOf(station.trend()), 1);
    QVERIFY(isAbout(home->sizes(), shares));
    QVERIFY(station.isActive());
}

void TestWindowTorn::theKeysOfTheWindowWorkThere()
{
    Station station;
    QVERIFY(station.open());
    QVERIFY(station.tearTrend());
    station.press(Qt::Key_F2);
    QTest::keyClick(station.trend()->window(), Qt::Key_Space);
    WindowFixture::settle();
    const auto wanted = station.posted<command::Acknowledge>();
    QCOMPARE(wanted.size(), std::size_t(1));
    QCOMPARE(wanted[0].occurrences.size(), std::size_t(1));
}

void TestWindowTorn::aPageLeavesALineBehind()
{
    Station station;
    QVERIFY(station.open());
    const int count = station.pages()->count();
    const int at = station.pages()->indexOf(station.tiles());
    station.press(Qt::Key_2, Qt::ControlModifier);
    station.press(Qt::Key_W, kTear);
    QVERIFY(station.isTorn(station.tiles()));
    QVERIFY(station.tiles()->isVisible());
    QCOMPARE(station.pages()->count(), count);
    QCOMPARE(station.pages()->currentIndex(), at);
    const auto *left = qobject_cast<QLabel *>(station.pages()->currentWidget());
    QVERIFY(left && left->text().contains("Ctrl+Shift+W"));
    station.window->activateWindow();
    QVERIFY(station.isActive());
    station.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY2(QTest::qWaitForWindowActive(station.tiles()->window()), "the page is where its window is");
    station.press(Qt::Key_W, kTear);
    QCOMPARE(station.pages()->indexOf(station.tiles()), at);
    QCOMPARE(station.pages()->count(), count);
    QCOMPARE(station.pages()->currentWidget(), station.tiles());
}

void TestWindowTorn::closingBringsBack()
{
    Station station;
    QVERIFY(station.open());
    QVERIFY(station.tearTrend());
    station.trend()->window()->close();
    WindowFixture::settle();
    QVERIFY(!station.isTorn(station.trend()));
    QVERIFY(station.trend()->isVisible());
    QVERIFY(station.window->isVisible());
}

void TestWindowTorn::pagesThatTakeTheTrendsRoomLeaveATornOneAlone()
{
    Station station;
    QVERIFY(station.open());
    QVERIFY(station.tearTrend());
    station.press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(station.trend()->isVisible());
    station.trend()->window()->close();
    WindowFixture::settle();
    QVERIFY2(!station.trend()->isVisible(), "the key figures take its room");
    station.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(station.trend()->isVisible());
}

void TestWindowTorn::fullScreenMeansTheWindowThatHasTheKeys()
{
    Station station;
    QVERIFY(station.open());
    QVERIFY(station.tearTrend());
    station.press(Qt::Key_F11);
    QVERIFY(station.trend()->window()->isFullScreen());
    QVERIFY(!station.window->isFullScreen());
    station.press(Qt::Key_F11);
    QVERIFY(!station.trend()->window()->isFullScreen());
}

void TestWindowTorn::itIsRememberedAndTheSharesOfTheRestAreNotLost()
{
    const QTemporaryDir folder;
    WindowSettings settings = WindowFixture::defaults();
    settings.memory.layoutFile = folder.filePath("window.conf");
    QList<int> shares;
    {
        Station station(settings);
        QVERIFY(station.open());
        shares = station.find<QSplitter>("down")->sizes();
        QVERIFY(station.tearTrend());
        station.trend()->window()->resize(700, 333);
        WindowFixture::settle();
        station.window->close();
    }
    Station next(settings);
    QVERIFY(next.open());
    QTRY_VERIFY(next.isTorn(next.trend()));
    QCOMPARE(next.trend()->window()->size(), QSize(700, 333));
    next.trend()->window()->close();
    WindowFixture::settle();
    const QList<int> now = next.find<QSplitter>("down")->sizes();
    QVERIFY2(isAbout(now, shares), qPrintable(QStringLiteral("%1 was %2").arg(now[1]).arg(shares[1])));
}

QTEST_MAIN(TestWindowTorn)
#include "tst_window_torn.moc"
