// SPDX-License-Identifier: GPL-3.0-or-later
// What a window asks for on its first screen, with the real simulator.
#include "app/desktop/feed_starter.h"
#include "app/desktop/instance_door.h"
#include "app/desktop/simulator_feed.h"
#include "tests/gui/window_fixture.h"
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
    qputenv("PATH", qgetenv("TELLTALE_BIN") + ':' + qgetenv("PATH"));
}

void TestFeedStarter::theDemonstrationHasAFolderOfItsOwn()
{
    WindowFixture fixture;
    FeedStarter starter(*fixture.window, options());
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
    FeedStarter starter(*fixture.window, options());
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
    FeedStarter starter(*fixture.window, options());
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
    FeedStarter running(*first.window, options());
    emit first.window->demoWanted();
    std::optional<Session> demo;
    QTRY_VERIFY_WITH_TIMEOUT(demo || (demo = running.next()), 15000);
    FeedStarter second(*first.window, options());
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
    FeedStarter starter(*fixture.window, options());
    emit fixture.window->demoWanted();
    QTRY_VERIFY(fixture.find<QLabel>("offerTold")->text().contains("telltale-sim"));
    QVERIFY(!starter.next().has_value());
}

QTEST_MAIN(TestFeedStarter)
#include "tst_feed_starter.moc"
