// SPDX-License-Identifier: GPL-3.0-or-later
// How the window was left comes back, on the real window; and what of it must not.
#include "tests/gui/plant_picture.h"
#include "ui/alarms/alarm_list_page.h"
#include "ui/charts/trend_view.h"
#include "ui/models/alarm_filter.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/memory_file.h"
#include "ui/window/window_place.h"

#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::WindowFixture;

class TestSessionMemory : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theWindowOpensAsItWasLeft();
    void aChangeIsKeptWithinASecondOrSo();
    void theEndOfTheSessionKeepsIt();
    void silenceAndPauseAreNotKept();
    void whatWasNeverTouchedIsNotWritten();
    void theCommandLineWins();
    void theSiteDecidesWhatNobodyChose();
    void nonsenseInTheFileDoesNoHarm();
    void aFolderThatCannotBeWrittenIsSaid();
    void filesOfANewerProgramStayAsTheyAre();
    void olderFilesAreBroughtUpToDate();
    void aWindowFitsTheScreensOfToday_data();
    void aWindowFitsTheScreensOfToday();
    void placesSurviveAsText();

private:
    [[nodiscard]] QString settingsFile() const { return m_folder->filePath("config/telltale.conf"); }
    [[nodiscard]] QString layoutFile() const { return m_folder->filePath("state/window.conf"); }
    [[nodiscard]] WindowSettings settings() const
    {
        WindowSettings settings = WindowFixture::defaults();
        settings.theme.reset();
        settings.memory = {settingsFile(), layoutFile(), {m_folder->filePath("site.conf")}};
        return settings;
    }
    static void write(const QString &file, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    static QByteArray textOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSessionMemory::theWindowOpensAsItWasLeft()
{
    const auto journalWidth = [](const WindowFixture &fixture) {
        return fixture.find<QTableView>("journalTable")->horizontalHeader()->sectionSize(1);
    };
    QList<int> across;
    QSize size;
    {
        WindowFixture fixture(settings());
        fillPlant(fixture);
        QVERIFY(fixture.give());
        fixture.window->resize(700, 600);
        fixture.press(Qt::Key_U);
        fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        fixture.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        fixture.press(Qt::Key_3);
        QVERIFY(fixture.window->isDark());
        auto *splitter = fixture.find<QSplitter>("across");
        across = splitter->sizes();
        across[0] += 40;
        across[1] -= 40;
        splitter->setSizes(across);
        across = splitter->sizes();
        fixture.find<QTableView>("journalTable")->horizontalHeader()->resizeSection(1, 321);
        fixture.window->findChild<TrendView *>()->setSpan(47min);
        fixture.press(Qt::Key_3, Qt::ControlModifier);
        size = fixture.window->size();
    }
    WindowFixture again(settings());
    again.window->resize(size); // the fixture makes every window 1280 wide
    fillPlant(again);
    QVERIFY(again.give());
    QVERIFY(again.window->isDark());
    QCOMPARE(again.find<QSplitter>("across")->sizes(), across);
    QCOMPARE(again.find<QTabWidget>("pages")->currentWidget()->objectName(), QStringLiteral("journalPage"));
    QCOMPARE(journalWidth(again), 321);
    const AlarmFilter &filter = again.window->findChild<AlarmListPage *>()->filter();
    QVERIFY(!filter.isPriorityShown(Priority::P3));
    QVERIFY(filter.isPriorityShown(Priority::P1));
    QVERIFY(again.window->findChild<TrendView *>()->span() == 47min);
    const QByteArray kept = textOf(settingsFile());
    QVERIFY2(kept.contains("zone=utc") && kept.contains("theme=dark") && kept.contains("blink=false"), kept.constData());
    again.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

void TestSessionMemory::aChangeIsKeptWithinASecondOrSo()
{
    WindowFixture fixture(settings());
    WindowFixture::settle();
    fixture.press(Qt::Key_U);
    QVERIFY(!textOf(settingsFile()).contains("zone"));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(settingsFile()).contains("zone=utc"), 10000);
    QVERIFY(textOf(settingsFile()).contains("version=1"));
}

void TestSessionMemory::theEndOfTheSessionKeepsIt()
{
    WindowFixture fixture(settings());
    WindowFixture::settle();
    fixture.press(Qt::Key_U);
    // There is none to be had without a session; nobody here asks it anything.
    QMetaObject::invokeMethod(qApp, "commitDataRequest", Qt::DirectConnection, QGenericArgument("QSessionManager&"));
    QVERIFY(textOf(settingsFile()).contains("zone=utc"));
}

void TestSessionMemory::silenceAndPauseAreNotKept()
{
    {
        WindowFixture fixture(settings());
        fillPlant(fixture);
        QVERIFY(fixture.give());
        fixture.choose(0);
        fixture.press(Qt::Key_F8);
        fixture.press(Qt::Key_P);
        QVERIFY(!fixture.window->findChild<TrendView *>()->isLive());
    }
    WindowFixture again(settings());
    fillPlant(again);
    QVERIFY(again.give());
    QVERIFY(again.window->findChild<TrendView *>()->isLive());
    const QByteArray kept = textOf(settingsFile()) + textOf(layoutFile());
    for (const char *word : {"pause", "silence", "mute", "source"})
        QVERIFY2(!kept.contains(word), kept.constData());
}

void TestSessionMemory::whatWasNeverTouchedIsNotWritten()
{
    {
        WindowFixture fixture(settings());
        fillPlant(fixture);
        QVERIFY(fixture.give());
        fixture.choose(0);
        fixture.press(Qt::Key_L);
        fixture.press(Qt::Key_4, Qt::ControlModifier);
    }
    QVERIFY(!QFile::exists(settingsFile()));
    const QByteArray kept = textOf(layoutFile());
    QVERIFY2(kept.contains("feedPage") && !kept.contains("filter") && !kept.contains("down=") && !kept.contains("trend"), kept.constData());
}

void TestSessionMemory::theCommandLineWins()
{
    write(settingsFile(), "[General]\nversion=1\ntheme=dark\n");
    WindowSettings light = settings();
    light.theme = ThemeChoice::Light;
    {
        WindowFixture fixture(light);
        QVERIFY(!fixture.window->isDark());
    }
    QVERIFY(textOf(settingsFile()).contains("theme=dark"));
    const WindowFixture remembered(settings());
    WindowFixture::settle();
    QVERIFY(remembered.window->isDark());
}

void TestSessionMemory::theSiteDecidesWhatNobodyChose()
{
    write(m_folder->filePath("site.conf"), "[General]\ntheme=dark\nzone=utc\nlocked=zone\n");
    {
        WindowFixture fixture(settings());
        WindowFixture::settle();
        QVERIFY(fixture.window->isDark());
        fixture.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        fixture.press(Qt::Key_U);
    }
    const QByteArray kept = textOf(settingsFile());
    QVERIFY2(kept.contains("theme=light") && !kept.contains("zone"), kept.constData());
    const WindowFixture again(settings());
    WindowFixture::settle();
    QVERIFY(!again.window->isDark());
    QCOMPARE(again.window->findChild<MessageBar *>()->noteText(), QStringLiteral("All times in UTC."));
}

void TestSessionMemory::nonsenseInTheFileDoesNoHarm()
{
    write(settingsFile(), "[General]\nversion=1\ntheme=\"@Variant(x\"\nzone=moon\nblink=@Invalid()\n");
    write(layoutFile(), "[General]\nversion=1\n[window]\nplace=nan 1 2 3 4\n[splitter]\nacross=zzz\ndown=\"@ByteArray(\\0\\0\\0\\xff)\"\n"
                        "[page]\npages=gone\n[columns]\njournalTable=3\n[filter]\ntab=none\n[trend]\nspanSec=-1\n");
    WindowFixture fixture(settings());
    fillPlant(fixture);
    QVERIFY(fixture.give());
    QCOMPARE(fixture.find<QTabWidget>("pages")->currentIndex(), 0);
    QVERIFY(fixture.find<QSplitter>("across")->sizes().at(1) > 100);
    QVERIFY(fixture.list()->model()->rowCount() > 0);
}

void TestSessionMemory::aFolderThatCannotBeWrittenIsSaid()
{
    WindowSettings wanted = settings();
    wanted.memory.settingsFile = QStringLiteral("/proc/nowhere/telltale.conf");
    WindowFixture fixture(wanted);
    WindowFixture::settle();
    fixture.press(Qt::Key_U);
    const auto *messages = fixture.window->findChild<MessageBar *>();
    QTRY_VERIFY2_WITH_TIMEOUT(messages->problemText().contains("/proc/nowhere/telltale.conf"), qPrintable(messages->problemText()), 10000);
}

void TestSessionMemory::filesOfANewerProgramStayAsTheyAre()
{
    const QByteArray newer = "[General]\nversion=99\ntheme=purple\n";
    write(settingsFile(), newer);
    {
        WindowFixture fixture(settings());
        WindowFixture::settle();
        QVERIFY(fixture.window->findChild<MessageBar *>()->problemText().contains("newer"));
        fixture.press(Qt::Key_U);
    }
    QCOMPARE(textOf(settingsFile()), newer);
}

void TestSessionMemory::olderFilesAreBroughtUpToDate()
{
    write(settingsFile(), "[General]\nversion=1\ncolour=black\nstale=1\n");
    constexpr std::array kSteps{
        MemoryStep{1, [](QSettings &file) { file.setValue("theme", file.value("colour") == "black" ? "dark" : "light"); }},
        MemoryStep{2, [](QSettings &file) { file.remove("stale"); }},
    };
    MemoryFile file(settingsFile(), 3, kSteps);
    QCOMPARE(file.value("theme").toString(), QStringLiteral("dark"));
    QVERIFY(!file.value("stale").isValid());
    QVERIFY(file.flush().isEmpty());
    QVERIFY(textOf(settingsFile()).contains("version=3"));
}

void TestSessionMemory::aWindowFitsTheScreensOfToday_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QRect>("left");
    QTest::addColumn<QRect>("expected");
    QTest::newRow("as it was") << "B" << QRect(10, 20, 300, 200) << QRect(2010, 20, 300, 200);
    QTest::newRow("its screen is gone") << "C" << QRect(10, 20, 300, 200) << QRect(10, 50, 300, 200);
    QTest::newRow("larger than the screen") << "A" << QRect(0, 0, 5000, 4000) << QRect(0, 30, 2000, 970);
    QTest::newRow("beyond the edge") << "A" << QRect(1900, 960, 300, 200) << QRect(1700, 800, 300, 200);
    QTest::newRow("above and left of it") << "B" << QRect(-900, -900, 300, 200) << QRect(2000, 0, 300, 200);
}

void TestSessionMemory::aWindowFitsTheScreensOfToday()
{
    QFETCH(const QString, screen);
    QFETCH(const QRect, left);
    QFETCH(const QRect, expected);
    const std::vector<ScreenPlace> screens{{"A", QRect(0, 30, 2000, 970)}, {"B", QRect(2000, 0, 1280, 720)}};
    QCOMPARE(fitted({screen, left, {}}, screens), expected);
}

void TestSessionMemory::placesSurviveAsText()
{
    const WindowPlace place{"DP-1 left of it", QRect(-5, 7, 640, 480), Qt::WindowMaximized};
    const auto back = placeFromText(toText(place));
    QVERIFY(back.has_value());
    QCOMPARE(back->screen, place.screen);
    QCOMPARE(back->normal, place.normal);
    QCOMPARE(back->states, place.states);
    for (const char *text : {"", "1 2 3", "1 2 3 4 5", "1 2 0 4 0 x", "a 2 3 4 0 x"})
        QVERIFY2(!placeFromText(text).has_value(), text);
    // Hidden or minimised is no way to be left.
    QCOMPARE(placeFromText(QStringLiteral("1 2 3 4 %1 x").arg(int(Qt::WindowMinimized)))->states, Qt::WindowStates());

    QWidget window;
    window.setGeometry(20, 30, 320, 240);
    window.show();
    QWidget other;
    putBack(other, placeOf(window));
    QCOMPARE(other.size(), window.size());
    QCOMPARE(other.pos(), window.pos());
}

QTEST_MAIN(TestSessionMemory)
#include "tst_session_memory.moc"
