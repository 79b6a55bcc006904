// SPDX-License-Identifier: GPL-3.0-or-later
// What a window asks for on its first screen, with the real simulator.
#include "app/desktop/feed_starter.h"
#include "app/desktop/instance_door.h"
#include "app/desktop/simulator_feed.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/built_program.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

using namespace telltale;
using namespace telltale::app;
using test::WindowFixture;

class TestFeedStarter : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_folder = std::make_unique<test::TempFolder>(); }
    void theDemonstrationHasAFolderOfItsOwn();
    void aRecordingLeavesNothingBehind();
    void aFileThatCannotBeReadIsExplained();
    void twoDemonstrationsAreNotStarted();
    void withoutTheSimulatorTheWindowSaysSo();
    void fromTheDemonstrationToThePlantAgain();
    void aFileIsPlayedAgainInAFreshFolder();
    void aPlantFileThatIsNoLongerRightIsNoWayHome();
    void aPlantThatWasHandedOverTakesThePlace();

private:
    [[nodiscard]] DesktopOptions options() const
    {
        DesktopOptions options;
        options.dataFolder = m_folder->path("data");
        options.plantFile = "plant.toml";
        options.feeds = {"tcp://10.1.2.3:5556"};
        return options;
    }
    [[nodiscard]] QString write(const std::string &name, const QByteArray &text) const
    {
        QFile file(QString::fromStdString(m_folder->path(name)));
        static_cast<void>(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    std::unique_ptr<test::TempFolder> m_folder;
};

void TestFeedStarter::initTestCase()
{
    QTemporaryDir *home = new QTemporaryDir;
    connect(this, &QObject::destroyed, [home] { delete home; });
    qputenv("XDG_CACHE_HOME", home->path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", home->path().toUtf8());
    qputenv("PATH", test::builtFolder().toLocal8Bit() + ':' + qgetenv("PATH"));
}

void TestFeedStarter::theDemonstrationHasAFolderOfItsOwn()
{
    WindowFixture fixture;
    const Session starterSession(options());
    FeedStarter starter(*fixture.window, starterSession);
    emit fixture.window->demoWanted();
    std::optional<Session> next;
    QTRY_VERIFY_WITH_TIMEOUT(next || (next = starter.next()), 15000);
    QVERIFY(next->options.demo);
    QVERIFY(next->options.feeds.empty() && next->options.plantFile.empty());
    QCOMPARE(next->options.dataFolder, m_folder->path("data") + "/demo");
    QVERIFY(next->simulator->address().starts_with("tcp://127.0.0.1:"));
    QVERIFY(next->door != nullptr);
    QVERIFY(!starter.next().has_value());
}

void TestFeedStarter::aRecordingLeavesNothingBehind()
{
    const QString file = write("pump.csv", "time,pressure\n2026-01-05 08:00:00,1.0\n2026-01-05 08:00:01,2.0\n");
    WindowFixture fixture;
    const Session starterSession(options());
    FeedStarter starter(*fixture.window, starterSession);
    emit fixture.window->fileWanted(file, 5.0);
    std::optional<Session> next;
    QTRY_VERIFY_WITH_TIMEOUT(next || (next = starter.next()), 15000);
    QCOMPARE(next->options.recording, file.toStdString());
    QVERIFY(!next->simulator->address().empty());
    const QString folder = QString::fromStdString(next->options.dataFolder);
    QVERIFY(QFile::exists(folder));
    QVERIFY(!folder.startsWith(QString::fromStdString(m_folder->path("data"))));
    next.reset();
    QVERIFY(!QFile::exists(folder));
}

void TestFeedStarter::aFileThatCannotBeReadIsExplained()
{
    WindowFixture fixture;
    const Session starterSession(options());
    FeedStarter starter(*fixture.window, starterSession);
    emit fixture.window->fileWanted(write("bad.csv", "time,pressure\nyesterday,1.0\n"), 5.0);
    const auto *told = fixture.find<QLabel>("offerTold");
    QTRY_VERIFY_WITH_TIMEOUT(told->text().contains("expected a time"), 15000);
    QVERIFY2(told->text().contains("yesterday") && told->text().contains("bad.csv:2"), qPrintable(told->text()));
    QVERIFY(!starter.next().has_value());
    // The next attempt is a new one.
    emit fixture.window->fileWanted(write("good.csv", "time,pressure\n2026-01-05 08:00:00,1.0\n2026-01-05 08:00:01,2.0\n"), 5.0);
    std::optional<Session> next;
    QTRY_VERIFY_WITH_TIMEOUT(next || (next = starter.next()), 15000);
}

void TestFeedStarter::twoDemonstrationsAreNotStarted()
{
    WindowFixture first;
    const Session runningSession(options());
    FeedStarter running(*first.window, runningSession);
    emit first.window->demoWanted();
    std::optional<Session> demo;
    QTRY_VERIFY_WITH_TIMEOUT(demo || (demo = running.next()), 15000);
    const Session secondSession(options());
    FeedStarter second(*first.window, secondSession);
    emit first.window->demoWanted();
    QTRY_VERIFY(first.find<QLabel>("offerTold")->text().contains("runs already"));
    QVERIFY(!second.next().has_value());
}

void TestFeedStarter::withoutTheSimulatorTheWindowSaysSo()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto back = qScopeGuard([&] { qputenv("PATH", path); });
    WindowFixture fixture;
    const Session starterSession(options());
    FeedStarter starter(*fixture.window, starterSession);
    emit fixture.window->demoWanted();
    QTRY_VERIFY(fixture.find<QLabel>("offerTold")->text().contains("telltale-sim"));
    QVERIFY(!starter.next().has_value());
}

void TestFeedStarter::fromTheDemonstrationToThePlantAgain()
{
    DesktopOptions plant = options();
    plant.plantFile.clear();
    const Session watched(plant);
    WindowFixture fixture;
    std::optional<Session> demo;
    {
        FeedStarter starter(*fixture.window, watched);
        emit fixture.window->demoWanted();
        QTRY_VERIFY_WITH_TIMEOUT(demo || (demo = starter.next()), 15000);
    }
    FeedStarter starter(*fixture.window, *demo);
    emit fixture.window->homeWanted();
    const std::optional<Session> back = starter.next();
    QVERIFY(back.has_value());
    QVERIFY(!back->options.demo && !back->home && !back->simulator);
    QCOMPARE(back->options.feeds, plant.feeds);
    QCOMPARE(back->options.dataFolder, plant.dataFolder);
}

void TestFeedStarter::aFileIsPlayedAgainInAFreshFolder()
{
    const QString file = write("pump.csv", "time,pressure\n2026-01-05 08:00:00,1.0\n2026-01-05 08:00:01,2.0\n");
    const Session watched(options());
    WindowFixture fixture;
    std::optional<Session> first;
    {
        FeedStarter starter(*fixture.window, watched);
        emit fixture.window->fileWanted(file, 5.0);
        QTRY_VERIFY_WITH_TIMEOUT(first || (first = starter.next()), 15000);
    }
    FeedStarter starter(*fixture.window, *first);
    emit fixture.window->againWanted();
    std::optional<Session> again;
    QTRY_VERIFY_WITH_TIMEOUT(again || (again = starter.next()), 15000);
    QCOMPARE(again->options.recording, file.toStdString());
    QVERIFY(again->options.dataFolder != first->options.dataFolder);
    QCOMPARE(again->home->plantFile, watched.options.plantFile);
}

void TestFeedStarter::aPlantFileThatIsNoLongerRightIsNoWayHome()
{
    Session demo(options());
    demo.options.demo = true;
    demo.home = options();
    demo.home->plantFile = write("plant.toml", "[[asset]]\npath = 3\n").toStdString();
    WindowFixture fixture;
    FeedStarter starter(*fixture.window, demo);
    emit fixture.window->homeWanted();
    QVERIFY(fixture.find<QLabel>("offerTold")->text().contains("plant.toml"));
    QVERIFY(!starter.next().has_value());
}

void TestFeedStarter::aPlantThatWasHandedOverTakesThePlace()
{
    const Session watched(options());
    WindowFixture fixture;
    FeedStarter starter(*fixture.window, watched);
    const QString file = write("other.toml", "[[asset]]\npath = \"line-b\"\n");
    emit fixture.window->plantWanted(file);
    const std::optional<Session> next = starter.next();
    QVERIFY(next.has_value());
    QCOMPARE(next->options.plantFile, file.toStdString());
    QCOMPARE(next->options.dataFolder, watched.options.dataFolder);
    QVERIFY(next->options.feeds.empty() && !next->simulator);
}

QTEST_MAIN(TestFeedStarter)
#include "tst_feed_starter.moc"
