// SPDX-License-Identifier: GPL-3.0-or-later
// A feed that was added is removed again, and one that has ended is not taken for lost; on the real window, by keyboard.
#include "core/account/account_file.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/temp_folder.h"
#include "ui/widgets/fitting_label.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

const std::string kLasting = "tcp://10.1.2.3:5556";
const std::string kAdded = "tcp://10.9.9.9:5556";

/// A window on a feed of the plant file and another one that was added, each with a sensor; the added one's has an alarm.
struct TwoFeeds : WindowFixture {
    explicit TwoFeeds(WindowSettings settings = withPlant()) : WindowFixture(std::move(settings))
    {
        build.addFeed(kLasting, FeedState::Live, FeedOrigin::PlantFile);
        build.addFeed(kAdded, FeedState::Live, FeedOrigin::Added);
        build.addSensor("line-a/pump1", "vibration", "mm/s");
        other = build.addSensor("line-z/fan", "speed", "1/min");
        build.spec(other).feed = FeedId{1};
        build.addAlarm(other, Priority::P2, AlarmState::B);
    }
    static WindowSettings withPlant()
    {
        WindowSettings settings = defaults();
        settings.plantFile = QStringLiteral("/etc/telltale/plant.toml");
        return settings;
    }

    [[nodiscard]] bool sees(const char *name) const { return find<QWidget>(name) != nullptr && find<QWidget>(name)->isVisible(); }
    [[nodiscard]] QListWidget *choices() const { return find<QListWidget>("removeFeedList"); }
    [[nodiscard]] QString outcome() const { return find<QLabel>("removeFeedOutcome")->text(); }
    [[nodiscard]] bool mayRemove() const { return find<QPushButton>("removeFeedYes")->isEnabled(); }
    [[nodiscard]] std::vector<std::string> removed() const
    {
        std::vector<std::string> addresses;
        for (const auto &each : posted<command::RemoveFeed>()) {
            addresses.push_back(each.address);
        }
        return addresses;
    }
    bool ask() const
    {
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return choices() != nullptr && choices()->hasFocus(); });
    }
    /// What the engine makes of it.
    void takeAway(std::size_t feed)
    {
        build.snapshot().feeds.erase(build.snapshot().feeds.begin() + long(feed));
        build.spec(other).gone = build.asset(build.spec(other).asset).gone = true;
        build.asset(build.spec(other).asset).sensors.clear();
        build.state(other).stale = true;
    }

    SensorId other{};
};

} // namespace

class TestWindowFeeds : public QObject {
    Q_OBJECT
private slots:
    void anAddedFeedIsRemovedByKeyboard();
    void enterAloneRemovesNothing();
    void itSaysWhereALastingFeedIsWritten();
    void aRefusalIsSaid();
    void whoIsNoEngineerMayNot();
    void aWindowThatOnlyLooksRemovesNothing();
    void theColumnOfTheCursorIsMeant();
    void whatChangesMeanwhileIsSaid();
    void withoutTheOnlyFeedThereIsTheFirstScreen();
    void itsSensorsLeaveTreeAndTiles();
    void aFeedThatHasEndedIsQuiet();
};

void TestWindowFeeds::anAddedFeedIsRemovedByKeyboard()
{
    TwoFeeds window;
    QVERIFY(window.open());
    QVERIFY(window.ask());
    QCOMPARE(window.choices()->count(), 2);
    QVERIFY(window.choices()->currentItem()->text().contains(QString::fromStdString(kAdded)));
    QVERIFY2(window.outcome().contains("1 sensor(s)") && window.outcome().contains("1 open alarm(s)"), qPrintable(window.outcome()));
    QVERIFY(window.mayRemove());
    QVERIFY(window.tabTo("removeFeedYes"));
    window.press(Qt::Key_Return);
    QCOMPARE(window.removed(), std::vector{kAdded});
    QVERIFY(!window.sees("removeFeedDialog"));
    window.build.snapshot().echoes.push_back({window.lastId<command::RemoveFeed>(), true, {}, 0});
    window.takeAway(1);
    QVERIFY(window.open());
    QVERIFY2(window.note().contains(QString::fromStdString(kAdded)), qPrintable(window.note()));
}

void TestWindowFeeds::enterAloneRemovesNothing()
{
    TwoFeeds window;
    QVERIFY(window.open());
    QVERIFY(window.ask());
    window.press(Qt::Key_Return);
    QVERIFY(!window.sees("removeFeedDialog"));
    QVERIFY(window.ask());
    window.press(Qt::Key_Escape);
    QVERIFY(!window.sees("removeFeedDialog"));
    QVERIFY(window.removed().empty());
}

void TestWindowFeeds::itSaysWhereALastingFeedIsWritten()
{
    TwoFeeds window;
    window.build.addFeed("tcp://10.7.7.7:5556", FeedState::Lost, FeedOrigin::CommandLine);
    QVERIFY(window.open());
    QVERIFY(window.ask());
    window.press(Qt::Key_Up);
    QVERIFY2(window.outcome().contains("/etc/telltale/plant.toml"), qPrintable(window.outcome()));
    QVERIFY(!window.mayRemove());
    window.press(Qt::Key_End);
    QVERIFY2(window.outcome().contains("--feed"), qPrintable(window.outcome()));
    QVERIFY(!window.mayRemove());
}

void TestWindowFeeds::aRefusalIsSaid()
{
    TwoFeeds window;
    QVERIFY(window.open());
    QVERIFY(window.ask());
    QVERIFY(window.tabTo("removeFeedYes"));
    window.press(Qt::Key_Space);
    window.build.snapshot().echoes.push_back({window.lastId<command::RemoveFeed>(), false, "nothing can be written to the journal", 0});
    QVERIFY(window.give());
    QVERIFY2(window.note().contains("nothing can be written"), qPrintable(window.note()));
}

void TestWindowFeeds::whoIsNoEngineerMayNot()
{
    const test::TempFolder folder;
    WindowSettings settings = TwoFeeds::withPlant();
    settings.accounts.file = folder.path("accounts.json");
    QVERIFY(account::addAccount(settings.accounts.file, "operator A", Role::Operator, "4711"));
    TwoFeeds window(settings);
    QVERIFY(window.open());
    window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!window.sees("removeFeedDialog"));
    QVERIFY(!window.note().isEmpty());
    window.press(Qt::Key_4, Qt::ControlModifier);
    QTest::mouseClick(window.find<QPushButton>("removeFeedButton"), Qt::LeftButton);
    QVERIFY(!window.sees("removeFeedDialog"));
}

void TestWindowFeeds::aWindowThatOnlyLooksRemovesNothing()
{
    WindowSettings settings = TwoFeeds::withPlant();
    settings.readOnly = true;
    TwoFeeds window(settings);
    QVERIFY(window.open());
    window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!window.sees("removeFeedDialog"));
    QVERIFY2(window.note().contains("only looks"), qPrintable(window.note()));
    window.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(window.sees("feedTable") && !window.sees("removeFeedButton"));
}

void TestWindowFeeds::theColumnOfTheCursorIsMeant()
{
    TwoFeeds window;
    window.build.addFeed("tcp://10.8.8.8:5556", FeedState::Live, FeedOrigin::Added);
    QVERIFY(window.open());
    window.press(Qt::Key_4, Qt::ControlModifier);
    auto *table = window.find<QTableView>("feedTable");
    table->setCurrentIndex(table->model()->index(0, 3));
    QTest::mouseClick(window.find<QPushButton>("removeFeedButton"), Qt::LeftButton);
    QTRY_VERIFY(window.choices() != nullptr && window.choices()->hasFocus());
    QVERIFY(window.choices()->currentItem()->text().contains("10.8.8.8"));
}

void TestWindowFeeds::whatChangesMeanwhileIsSaid()
{
    TwoFeeds window;
    QVERIFY(window.open());
    QVERIFY(window.ask());
    window.build.snapshot().feeds[1].state = FeedState::Lost;
    window.build.alarms().clear();
    QVERIFY(window.give());
    QVERIFY(window.choices()->currentItem()->text().contains("lost"));
    QVERIFY2(window.outcome().contains("None of its alarms"), qPrintable(window.outcome()));
    window.build.snapshot().feeds.clear();
    QVERIFY(window.give());
    QVERIFY(!window.sees("removeFeedDialog"));
}

void TestWindowFeeds::withoutTheOnlyFeedThereIsTheFirstScreen()
{
    WindowFixture window;
    window.build.addFeed(kAdded, FeedState::Live, FeedOrigin::Added);
    const SensorId sensor = window.build.addSensor("line-z/fan", "speed", "1/min");
    QVERIFY(window.open());
    QVERIFY(!window.find<QWidget>("welcomePage")->isVisible());
    window.build.snapshot().feeds.clear();
    window.build.spec(sensor).gone = window.build.asset(window.build.spec(sensor).asset).gone = true;
    QVERIFY(window.give());
    QVERIFY(window.find<QWidget>("welcomePage")->isVisible());
    QVERIFY2(window.find<FittingLabel>("feed0")->text().contains("no feed"), qPrintable(window.find<FittingLabel>("feed0")->text()));
    window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(window.note().contains("No feed"), qPrintable(window.note()));
    window.build.spec(sensor).gone = window.build.asset(window.build.spec(sensor).asset).gone = false;
    QVERIFY(window.give());
    QVERIFY(!window.find<QWidget>("welcomePage")->isVisible());
}

void TestWindowFeeds::itsSensorsLeaveTreeAndTiles()
{
    TwoFeeds window;
    QVERIFY(window.open());
    auto *tree = window.find<QTreeView>("assetTree");
    QCOMPARE(tree->model()->rowCount(), 2);
    QVERIFY(!tree->isRowHidden(1, {}));
    window.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY2(window.find<FittingLabel>("tileCount")->text().contains("2 sensor"),
             qPrintable(window.find<FittingLabel>("tileCount")->text()));
    window.takeAway(1);
    window.build.alarms().clear();
    QVERIFY(window.give());
    QVERIFY(tree->isRowHidden(1, {}) && !tree->isRowHidden(0, {}));
    QVERIFY2(window.find<FittingLabel>("tileCount")->text().contains("1 sensor"),
             qPrintable(window.find<FittingLabel>("tileCount")->text()));
}

void TestWindowFeeds::aFeedThatHasEndedIsQuiet()
{
    TwoFeeds window;
    window.build.snapshot().feeds[0].state = FeedState::Ended;
    window.build.snapshot().feeds[0].detail = "played to its end";
    window.build.snapshot().feeds[1].state = FeedState::Lost;
    QVERIFY(window.open());
    const auto *ended = window.find<FittingLabel>("feed0");
    const auto *lost = window.find<FittingLabel>("feed1");
    QVERIFY2(ended->text().contains("ended") && !ended->font().bold(), qPrintable(ended->text()));
    QVERIFY2(lost->text().contains("LOST") && lost->font().bold(), qPrintable(lost->text()));
    window.press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.find<QTableView>("feedTable")->model()->index(0, 1).data().toString(), QStringLiteral("ended"));
}

QTEST_MAIN(TestWindowFeeds)
#include "tst_window_feeds.moc"
