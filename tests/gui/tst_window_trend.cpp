// SPDX-License-Identifier: GPL-3.0-or-later
// Several sensors over the same time, marked ranges and the trend as a table: by keyboard on the real window.
#include "tests/gui/logbook_station.h"
#include "ui/charts/trend_view.h"
#include "ui/overview/machine_page.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeView>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::LogbookStation;
using test::SnapshotBuilder;
using test::WindowFixture;
using Reading = SnapshotBuilder::Reading;

namespace {

constexpr UtcTime kNow = SnapshotBuilder::kStart;
constexpr std::size_t kReadings = 600; ///< of every sensor, one a second

/// A pump with seven sensors and a fan with one, ten minutes of readings; the window shows the pump's flow.
struct Plant {
    LogbookStation station;
    WindowFixture &fixture = *station.fixture;

    Plant()
    {
        fixture.build.now(kNow);
        for (const char *name : {"flow", "vibration", "temperature", "pressure", "current", "speed", "level"})
            add("line-a/pump1", name);
        add("line-a/fan", "airflow");
        fixture.build.now(kNow);
        QVERIFY(fixture.give());
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.list()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) const
    {
        for (int i = 0; i < times; ++i)
            fixture.press(key, modifiers);
    }
    /// Shift+X and the number of a sensor in the menu.
    void toggle(Qt::Key number) const
    {
        press(Qt::Key_X, Qt::ShiftModifier);
        auto *menu = fixture.find<QMenu>("trendSensorsMenu");
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, number);
        WindowFixture::settle();
    }
    void chooseInTree(const char *name) const
    {
        auto *tree = fixture.find<QTreeView>("assetTree");
        const auto hits = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QString::fromLatin1(name), 1,
                                               Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY(!hits.isEmpty());
        tree->setFocus();
        tree->setCurrentIndex(hits.front());
        WindowFixture::settle();
    }
    [[nodiscard]] TrendView &lead() const { return *fixture.find<TrendView>("trendView"); }
    [[nodiscard]] QList<TrendView *> lanes() const { return fixture.window->findChildren<TrendView *>(QStringLiteral("trendLane")); }
    /// From top to bottom.
    [[nodiscard]] QStringList names() const
    {
        QList<TrendView *> below = lanes();
        std::sort(below.begin(), below.end(), [](const TrendView *a, const TrendView *b) { return a->y() < b->y(); });
        QStringList names{QString::fromStdString(lead().sensor().key.sensor)};
        for (const TrendView *lane : below)
            names << QString::fromStdString(lane->sensor().key.sensor);
        return names;
    }
    [[nodiscard]] bool watches(std::vector<SensorId> sensors) const
    {
        return QTest::qWaitFor([&] {
            const auto posted = fixture.posted<command::WatchSensors>();
            return !posted.empty() && posted.back().sensors == sensors;
        });
    }
    [[nodiscard]] CopyTable &table() const { return *fixture.find<CopyTable>("trendTable"); }
    [[nodiscard]] QString cell(int row, int column) const { return table().model()->index(row, column).data().toString(); }
    [[nodiscard]] QString heading(int column) const { return table().model()->headerData(column, Qt::Horizontal).toString(); }
    [[nodiscard]] QString summary() const { return fixture.find<FittingLabel>("trendTableSummary")->text(); }
    [[nodiscard]] QString message() const { return fixture.find<FittingLabel>("messageNote")->text(); }

private:
    void add(const char *asset, const char *name)
    {
        const SensorId id = fixture.build.addSensor(asset, name, "u");
        fixture.build.addSamples(id, kNow - std::chrono::seconds{kReadings - 1}, 1s, kReadings, [id](std::size_t i) {
            const bool odd = i + 10 == kReadings && indexOf(id) == 0;
            return Reading{.value = 1000.0 * double(indexOf(id)) + double(i),
                           .score = odd ? 1.5 : 0.25,
                           .verdict = odd ? Verdict::Anomalous : Verdict::Normal};
        });
    }
};

} // namespace

class TestWindowTrend : public QObject {
    Q_OBJECT
private slots:
    void sensorsOfTheAlarmOrAssetAreAddedAndTakenAwayByKey();
    void aKeptSensorStaysBesideWhateverIsChosenInTheTree();
    void aLaneIsTakenAwayByItsButton();
    void noMoreSensorsThanCanBeToldApart();
    void allLanesShowTheSameTimeLiveAndInHistory();
    void whatIsMarkedInOneIsMarkedInAll();
    void aRangeIsMarkedZoomedToAndDroppedByKey();
    void aNoteIsAboutTheMarkedRange();
    void theTableSaysWhatTheTrendShows();
    void theTableIsCopiedAndHeldMeanwhile();
    void theTableSaysWhereItGathersReadings();
    void theTableHasAColumnForEachSensor();
    void theTableOfATrackComesFirstOnItsPage();
};

void TestWindowTrend::sensorsOfTheAlarmOrAssetAreAddedAndTakenAwayByKey()
{
    const Plant plant;
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
    const Plant plant;
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
    const Plant plant;
    plant.toggle(Qt::Key_1);
    plant.toggle(Qt::Key_2);
    auto *close = plant.lanes().front()->findChild<QToolButton *>("laneClose");
    QCOMPARE(close->accessibleName(), QStringLiteral("Take line-a/pump1 \u00b7 vibration out of the trend"));
    QTest::mouseClick(close, Qt::LeftButton);
    WindowFixture::settle();
    QCOMPARE(plant.names(), QStringList({"flow", "temperature"}));
}

void TestWindowTrend::noMoreSensorsThanCanBeToldApart()
{
    const Plant plant;
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6})
        plant.toggle(key);
    QTest::keyClick(plant.fixture.find<QMenu>("trendSensorsMenu"), Qt::Key_Escape); // its sixth was not to be had
    QCOMPARE(plant.names(), QStringList({"flow", "vibration", "temperature", "pressure", "current", "speed"}));
    plant.press(Qt::Key_X);
    QVERIFY(plant.message().contains("No more than 6"));
    QCOMPARE(plant.lanes().size(), 5);
}

void TestWindowTrend::allLanesShowTheSameTimeLiveAndInHistory()
{
    const Plant plant;
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
    const Plant plant;
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
    const Plant plant;
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
    Plant plant;
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

void TestWindowTrend::theTableSaysWhatTheTrendShows()
{
    const Plant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_U); // to UTC
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.table().isVisible() && plant.table().hasFocus());
    QCOMPARE(plant.table().model()->rowCount(), 61);
    QCOMPARE(plant.heading(1), QStringLiteral("flow (u)"));
    QCOMPARE(plant.cell(0, 0), QStringLiteral("2026-11-22 12:31:00.000 UTC"));
    QCOMPARE(plant.cell(0, 1), QStringLiteral("599"));
    QCOMPARE(plant.cell(9, 2), QStringLiteral("1.5"));
    QCOMPARE(plant.cell(9, 3), QStringLiteral("flow anomalous"));
    QVERIFY(plant.summary().contains("61 reading(s), each in its row"));
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.lead().isVisible() && plant.lead().hasFocus());
}

void TestWindowTrend::theTableIsCopiedAndHeldMeanwhile()
{
    Plant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    plant.press(Qt::Key_Down);
    plant.press(Qt::Key_Down, Qt::ShiftModifier);
    const QString first = plant.table().selectedText();
    QCOMPARE(first.count('\n'), 1);
    QCOMPARE(first.count('\t'), 6);
    plant.fixture.build.addSamples(SensorId{0}, kNow + 1s, 1s, 5, [](std::size_t) { return Reading{.value = 7.0}; });
    QVERIFY(plant.fixture.give());
    QTRY_VERIFY(plant.summary().contains("Held"));
    plant.press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), first);
    plant.press(Qt::Key_Escape);
    QTRY_COMPARE(plant.cell(0, 1), QStringLiteral("7"));
    QVERIFY(plant.table().isVisible());
}

void TestWindowTrend::theTableSaysWhereItGathersReadings()
{
    const Plant plant;
    plant.lead().setSpan(10min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.table().model()->rowCount() <= 500);
    QCOMPARE(plant.heading(2), QStringLiteral("Largest score"));
    QVERIFY(plant.summary().contains("600 reading(s) in rows of 1 s 200 ms: smallest \u2026 largest value"));
    QVERIFY(plant.cell(0, 1).contains(QStringLiteral("598 \u2026 599")) || plant.cell(0, 1) == QStringLiteral("599"));
}

void TestWindowTrend::theTableHasAColumnForEachSensor()
{
    const Plant plant;
    plant.lead().setSpan(1min);
    plant.press(Qt::Key_T, Qt::ControlModifier);
    plant.toggle(Qt::Key_1);
    QTRY_COMPARE(plant.heading(2), QStringLiteral("vibration (u)"));
    QCOMPARE(plant.cell(0, 2), QStringLiteral("1599"));
    plant.press(Qt::Key_P);
    plant.press(Qt::Key_0, Qt::ControlModifier); // keys go to the table
    QVERIFY(plant.table().hasFocus());
    plant.press(Qt::Key_BracketLeft);
    plant.lead().panBy(-0.5); // another range, other rows
    QCOMPARE(plant.cell(0, 1), QStringLiteral("569"));
}

void TestWindowTrend::theTableOfATrackComesFirstOnItsPage()
{
    const Plant plant;
    auto *tabs = plant.fixture.find<QTabWidget>("pages");
    tabs->setCurrentWidget(plant.fixture.window->findChild<MachinePage *>());
    plant.press(Qt::Key_T, Qt::ControlModifier); // no track here: the trend
    QVERIFY(plant.table().isVisible());
    tabs->setCurrentIndex(4); // a page that takes the room of the trend
    plant.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(plant.message().contains("neither a trend nor a track"));
}

QTEST_MAIN(TestWindowTrend)
#include "tst_window_trend.moc"
