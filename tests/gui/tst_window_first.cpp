// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen: without readings the window offers an address to type, a file, the demonstration plant and the stored past.
#include "core/store/store_writer.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/eventually.h"
#include "tests/support/temp_folder.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// The first screen of a window, with the keyboard on it.
struct FirstScreen {
    explicit FirstScreen(WindowSettings settings = WindowFixture::defaults()) : fixture(std::move(settings)) {}

    bool give() { return fixture.give() && QTest::qWaitForWindowActive(fixture.window.get()); }
    [[nodiscard]] bool sees(const char *name) const { return fixture.find<QWidget>(name)->isVisible(); }
    [[nodiscard]] QString told() const { return fixture.find<QLabel>("offerTold")->text(); }
    void typeAddress(const QString &address)
    {
        fixture.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == "offerAddress");
        QTest::keyClicks(QApplication::focusWidget(), address);
        fixture.press(Qt::Key_Return);
    }
    void answer(bool accepted, const std::string &reason = {})
    {
        fixture.build.snapshot().echoes.push_back({fixture.lastId<command::AddFeed>(), accepted, reason, 0});
    }
    /// Goes on with Tab until that widget has the focus.
    bool tabTo(const char *name)
    {
        for (int i = 0; i < 200; ++i) {
            if (QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == QLatin1String(name))
                return true;
            fixture.press(Qt::Key_Tab);
        }
        return false;
    }
    void feedIsAwaited()
    {
        FeedHealth feed;
        feed.address = "tcp://10.1.2.3:5556";
        feed.detail = "connection refused";
        fixture.build.snapshot().feeds = {feed};
    }

    WindowFixture fixture;
};

} // namespace

class TestWindowFirst : public QObject {
    Q_OBJECT
private slots:
    void anAddressIsConnectedByKeyboard();
    void aWrongAddressIsExplained();
    void anAddressIsOfferedAgainButNeverConnected();
    void theDemonstrationStartsByKeyboardAndMouse();
    void aFileIsPlayed();
    void aFileThatIsNoneIsExplained();
    void theStoredPastIsReplayed();
    void whileAFeedIsAwaitedTheOffersStayBehind();
    void anotherFeedCanBeAddedWhileAPlantIsWatched();
    void whoMayNotWriteIsOfferedNothing();
    void aKioskOffersNothing();
    void aDemonstrationIsLeftByKeyOrButton();
    void aFileThatEndedIsPlayedAgain();
    void aPlantThatIsHandedOverIsAskedAbout();
};

void TestWindowFirst::anAddressIsConnectedByKeyboard()
{
    FirstScreen first;
    QVERIFY(first.give());
    QVERIFY(first.sees("offerAddress") && first.sees("offerFile") && first.sees("offerDemo"));
    QVERIFY(!first.sees("offerReplay")); // nothing is stored
    first.typeAddress("tcp://10.1.2.3:5556");
    const auto posted = first.fixture.posted<command::AddFeed>();
    QCOMPARE(posted.size(), std::size_t(1));
    QCOMPARE(posted[0].address, std::string("tcp://10.1.2.3:5556"));
    first.answer(true);
    first.feedIsAwaited();
    QVERIFY(first.give());
    QVERIFY(first.told().isEmpty());
    QVERIFY(first.fixture.find<QLabel>("welcomeWaiting")->text().contains("tcp://10.1.2.3:5556"));
}

void TestWindowFirst::aWrongAddressIsExplained()
{
    FirstScreen first;
    QVERIFY(first.give());
    first.typeAddress("tcp://nowhere");
    first.answer(false, "tcp://nowhere: expected a port from 1 to 65535 at the end, as in tcp://127.0.0.1:5556");
    QVERIFY(first.give());
    QTRY_VERIFY(first.sees("offerTold"));
    QVERIFY2(first.told().contains("tcp://nowhere: expected a port"), qPrintable(first.told()));
    QCOMPARE(first.fixture.find<QComboBox>("offerAddress")->count(), 0); // what does not work is not kept
}

void TestWindowFirst::anAddressIsOfferedAgainButNeverConnected()
{
    test::TempFolder folder;
    WindowSettings settings = WindowFixture::defaults();
    settings.memory.settingsFile = QString::fromStdString(folder.path("telltale.conf"));
    {
        FirstScreen first(settings);
        QVERIFY(first.give());
        first.typeAddress("tcp://10.1.2.3:5556");
        first.answer(true);
        QVERIFY(first.give());
        QTRY_COMPARE(first.fixture.find<QComboBox>("offerAddress")->count(), 1);
    }
    FirstScreen again(settings);
    QVERIFY(again.give());
    QCOMPARE(again.fixture.find<QComboBox>("offerAddress")->currentText(), QStringLiteral("tcp://10.1.2.3:5556"));
    QVERIFY(again.fixture.posted<command::AddFeed>().empty());
}

void TestWindowFirst::theDemonstrationStartsByKeyboardAndMouse()
{
    FirstScreen first;
    QVERIFY(first.give());
    QSignalSpy wanted(first.fixture.window.get(), &MainWindow::demoWanted);
    QVERIFY(first.tabTo("offerDemo"));
    first.fixture.press(Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QTest::mouseClick(first.fixture.find<QPushButton>("offerDemo"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 2);
    first.fixture.window->refuseFeed("telltale-sim is neither beside this program nor on the path");
    QVERIFY(first.told().contains("telltale-sim"));
}

void TestWindowFirst::aFileIsPlayed()
{
    test::TempFolder folder;
    const QString file = QString::fromStdString(folder.path("pump.csv"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.close();
    FirstScreen first;
    QVERIFY(first.give());
    QSignalSpy wanted(first.fixture.window.get(), &MainWindow::fileWanted);
    QVERIFY(first.tabTo("offerFile"));
    QTest::keyClicks(QApplication::focusWidget(), file);
    first.fixture.find<QComboBox>("offerPace")->setCurrentIndex(1);
    first.fixture.press(Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), file);
    QCOMPARE(wanted[0][1].toDouble(), 1.0);
}

void TestWindowFirst::aFileThatIsNoneIsExplained()
{
    FirstScreen first;
    QVERIFY(first.give());
    QSignalSpy wanted(first.fixture.window.get(), &MainWindow::fileWanted);
    QTest::mouseClick(first.fixture.find<QPushButton>("offerPlay"), Qt::LeftButton);
    QVERIFY2(first.told().contains("found nothing"), qPrintable(first.told()));
    first.fixture.find<QLineEdit>("offerFile")->setText("/nowhere/x.csv");
    QTest::mouseClick(first.fixture.find<QPushButton>("offerPlay"), Qt::LeftButton);
    QVERIFY2(first.told().contains("/nowhere/x.csv"), qPrintable(first.told()));
    QCOMPARE(wanted.size(), 0);
}

void TestWindowFirst::theStoredPastIsReplayed()
{
    test::TempFolder folder;
    WindowSettings settings = WindowFixture::defaults();
    settings.dataFolder = folder.path("data");
    const SystemClock clock{};
    store::StoreWriter::Settings place;
    place.folder = settings.dataFolder;
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY(writer.ok());
    const ChunkPtr chunk = test::SnapshotBuilder::chunk(SensorId{0}, test::SnapshotBuilder::kStart, std::chrono::seconds{1}, 100,
                                                        [](std::size_t) { return test::SnapshotBuilder::Reading{.value = 20.0}; });
    (*writer)->submit(store::SaveChunk{{"line-a/pump1", "temperature"}, "°C", chunk});
    (*writer)->close();

    FirstScreen first(settings);
    QVERIFY(first.give());
    QTRY_VERIFY(first.sees("offerReplay"));
    QSignalSpy wanted(first.fixture.window.get(), &MainWindow::replayWanted);
    QTest::mouseClick(first.fixture.find<QPushButton>("offerReplay"), Qt::LeftButton);
    first.fixture.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 2);
    const UtcTime newest = fromNanos(chunk->t.back());
    for (const QList<QVariant> &each : wanted) {
        QVERIFY(each[0].value<UtcTime>() < newest);
        QVERIFY(each[1].value<UtcTime>() > newest);
    }
}

void TestWindowFirst::whileAFeedIsAwaitedTheOffersStayBehind()
{
    FirstScreen first;
    first.feedIsAwaited();
    QVERIFY(first.give());
    QVERIFY(first.sees("welcomeReconnect") && first.sees("offerInstead") && first.sees("offerDemo"));
    QTest::mouseClick(first.fixture.find<QPushButton>("welcomeReconnect"), Qt::LeftButton);
    first.fixture.press(Qt::Key_F5);
    QCOMPARE(first.fixture.source.reconnects, 2);
}

void TestWindowFirst::anotherFeedCanBeAddedWhileAPlantIsWatched()
{
    FirstScreen first;
    first.fixture.build.addSensor("line-a/pump1", "vibration", "mm/s");
    first.feedIsAwaited();
    first.fixture.build.snapshot().feeds.front().state = FeedState::Live;
    QVERIFY(first.give());
    QVERIFY(!first.sees("welcomePage"));
    first.fixture.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(first.sees("offerDialog") && first.sees("offerAddress") && first.sees("trendView"));
    QVERIFY(!first.sees("offerDemo") && !first.sees("offerFile")); // they would end the monitoring
    QCOMPARE(first.fixture.find<QLabel>("offerWatched")->text(), QStringLiteral("Listening to tcp://10.1.2.3:5556."));
    QTest::keyClick(QApplication::activeWindow(), Qt::Key_Escape);
    QVERIFY(!first.sees("offerDialog"));
    QVERIFY(QTest::qWaitForWindowActive(first.fixture.window.get()));
    first.typeAddress("tcp://10.1.2.3:5557");
    QCOMPARE(first.fixture.posted<command::AddFeed>().size(), std::size_t(1));
    first.answer(true);
    QVERIFY(first.give());
    QTRY_VERIFY(!first.sees("offerDialog") && !first.sees("welcomePage"));
}

void TestWindowFirst::whoMayNotWriteIsOfferedNothing()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.readOnly = true;
    FirstScreen first(settings);
    QVERIFY(first.give());
    for (const char *name : {"offerAddress", "offerFile", "offerDemo", "offerPlay"})
        QVERIFY2(!first.sees(name), name);
    first.fixture.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(first.fixture.posted<command::AddFeed>().empty());
}

void TestWindowFirst::aKioskOffersNothing()
{
    FirstScreen first;
    QVERIFY(first.give());
    first.fixture.window->enterKiosk();
    QVERIFY(first.give());
    QVERIFY(first.sees("welcomeWaiting"));
    QVERIFY(!first.sees("feedOffer"));
}

void TestWindowFirst::aDemonstrationIsLeftByKeyOrButton()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.simulated = WindowSettings::Simulated::Demo;
    FirstScreen demo(settings);
    QVERIFY(demo.give());
    QSignalSpy home(demo.fixture.window.get(), &MainWindow::homeWanted);
    demo.fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(home.size(), 1);
    demo.fixture.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(demo.sees("endSimulationButton") && !demo.sees("playAgainButton"));
    QTest::mouseClick(demo.fixture.find<QPushButton>("endSimulationButton"), Qt::LeftButton);
    QCOMPARE(home.size(), 2);
    FirstScreen plant;
    QVERIFY(plant.give());
    QSignalSpy away(plant.fixture.window.get(), &MainWindow::homeWanted);
    plant.fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    plant.fixture.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(away.isEmpty() && !plant.sees("endSimulationButton"));
}

void TestWindowFirst::aFileThatEndedIsPlayedAgain()
{
    WindowSettings settings = WindowFixture::defaults();
    settings.simulated = WindowSettings::Simulated::File;
    FirstScreen file(settings);
    QVERIFY(file.give());
    QSignalSpy again(file.fixture.window.get(), &MainWindow::againWanted);
    file.fixture.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(again.isEmpty());
    file.fixture.window->sayFileEnded();
    file.fixture.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(again.size(), 1);
    file.fixture.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(file.sees("playAgainButton"));
}

void TestWindowFirst::aPlantThatIsHandedOverIsAskedAbout()
{
    FirstScreen first;
    QVERIFY(first.give());
    QSignalSpy wanted(first.fixture.window.get(), &MainWindow::plantWanted);
    first.fixture.window->askForPlant("/plants/other.toml");
    QVERIFY(first.sees("plantBox"));
    QTest::keyClick(first.fixture.find<QWidget>("plantBox"), Qt::Key_Escape);
    QVERIFY(wanted.isEmpty());
    QTRY_VERIFY(first.fixture.window->findChild<QWidget *>("plantBox") == nullptr);
    first.fixture.window->askForPlant("/plants/other.toml");
    QTest::mouseClick(first.fixture.find<QPushButton>("plantYes"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("/plants/other.toml"));
}

QTEST_MAIN(TestWindowFirst)
#include "tst_window_first.moc"
