// SPDX-License-Identifier: GPL-3.0-or-later
// The page of detectors on the real window, with a real data folder behind it.
#include "core/store/store_writer.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"
#include "ui/detectors/detector_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

using namespace telltale;
using namespace telltale::ui;
using test::SnapshotBuilder;
using test::WindowFixture;

namespace {

constexpr int kReadings = 900;
constexpr UtcTime kNow = SnapshotBuilder::kStart;
constexpr UtcTime kFirst = kNow - std::chrono::seconds{kReadings};

DetectorSpec band(double k)
{
    return {"band", {{"k", k}, {"mean", 20.0}, {"sd", 1.0}}, {}, false};
}

/// Around 20 °C, with bursts of 4, 6 and 4 °C above that are ten seconds long.
double temperature(std::size_t i)
{
    const double burst = i >= 600 && i < 610 ? 6.0 : (i >= 300 && i < 310) || (i >= 800 && i < 810) ? 4.0 : 0.0;
    return 20.0 + 0.5 * double(i % 3) - 0.5 + burst;
}

void store(const std::string &folder)
{
    const test::FakeClock clock;
    store::StoreWriter::Settings place;
    place.folder = folder;
    auto writer = store::StoreWriter::open(place, clock);
    QVERIFY2(writer.ok(), writer ? "" : writer.error().text().c_str());
    const ChunkPtr chunk = SnapshotBuilder::chunk(SensorId{0}, kFirst, std::chrono::seconds{1}, kReadings,
                                                  [](std::size_t i) { return SnapshotBuilder::Reading{.value = temperature(i)}; });
    (*writer)->submit(store::SaveChunk{{"line-a/pump1", "temperature"}, "°C", chunk, false});
    Occurrence alarm;
    alarm.id = 12;
    alarm.definition.source = {"line-a/pump1", "temperature"};
    alarm.definition.what = kAnomalous;
    alarm.definition.raise.duration = std::chrono::seconds{2};
    const std::array kinds{AlarmEventKind::Raise, AlarmEventKind::Clear};
    for (EventSeq seq = 1; seq <= kinds.size(); ++seq) {
        AlarmEvent event;
        event.seq = alarm.lastSeq = seq;
        event.occurrence = alarm.id;
        event.source = alarm.definition.source;
        event.kind = kinds[seq - 1];
        event.at = event.sourceTime = kFirst + std::chrono::seconds{300 + 8 * std::int64_t(seq)};
        (*writer)->submit(store::SaveTransition{event, alarm});
    }
    (*writer)->close();
}

/// The window on a stored quarter of an hour of one sensor that a band judges.
struct Plant {
    explicit Plant(bool readOnly = false) : fixture(settings(readOnly))
    {
        const SensorId id = fixture.build.addSensor("line-a/pump1", "temperature", "°C");
        fixture.build.spec(id).judge = band(5.0);
        fixture.build.addSensor("line-a/pump1", "pressure", "bar");
        fixture.build.addAlarm(id, Priority::P2, AlarmState::B);
        fixture.build.now(kNow);
    }
    WindowSettings settings(bool readOnly) const
    {
        store(folder.path());
        WindowSettings wanted = WindowFixture::defaults();
        wanted.dataFolder = folder.path();
        wanted.readOnly = readOnly;
        return wanted;
    }
    [[nodiscard]] QString label(const char *name) const { return fixture.find<QLabel>(name)->text(); }

    test::TempFolder folder;
    WindowFixture fixture;
};

} // namespace

class TestWindowDetectors : public QObject {
    Q_OBJECT
private slots:
    void changesADetectorByKeyboard();
    void aRefusalIsSaid();
    void escDropsTheReason();
    void aReasonIsForWhatWasSeen();
    void anotherSensorClearsWhatWasShown();
    void switchingOffIsAskedForLikeAnyChange();
    void anAlarmWithoutADetectorOpensNothing();
    void saysWhetherThePlantFileRules();
    void aReadOnlyWindowChangesNothing();
    void aDetectorThatIsMissingIsNoDecision();
    void theTrendMakesRoom();
    void fitsTheSmallestScreen_data();
    void fitsTheSmallestScreen();
};

void TestWindowDetectors::changesADetectorByKeyboard()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_D);
    QVERIFY(fixture.find<QWidget>("detectorPage")->isVisible());
    QCOMPARE(fixture.find<QComboBox>("detectorSource")->currentText(), QStringLiteral("line-a/pump1 · temperature"));
    QTRY_COMPARE(plant.label("previewText"), QStringLiteral("In the last hour this would have fired once, was 1; misses #12."));

    QVERIFY(fixture.tabTo("setting_k"));
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "3");
    QTRY_COMPARE(plant.label("previewText"), QStringLiteral("In the last hour this would have fired 3 times, was 1."));
    QVERIFY(plant.label("previewDetails").contains("900 rows, 30 anomalous (3.3 %)"));

    QVERIFY(fixture.tabTo("applyDetector"));
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.find<QWidget>("reasonField")->isVisible());
    QVERIFY(fixture.posted<command::ConfigureDetector>().empty());
    fixture.press(Qt::Key_Return); // without a reason nothing happens
    QVERIFY(fixture.posted<command::ConfigureDetector>().empty());
    QTest::keyClicks(QApplication::focusWidget(), "bursts were missed");
    fixture.press(Qt::Key_Return);
    const auto posted = fixture.posted<command::ConfigureDetector>();
    QCOMPARE(posted.size(), std::size_t{1});
    QCOMPARE(posted[0].source, (SensorKey{"line-a/pump1", "temperature"}));
    QVERIFY(posted[0].detector == band(3.0));
    QCOMPARE(posted[0].reason, std::string("bursts were missed"));
    fixture.build.snapshot().echoes = {{.id = fixture.lastId<command::ConfigureDetector>(), .accepted = true, .reason = {}, .lastSeq = 0}};
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.find<MessageBar>("messageBar")->noteText().contains("Detector changed"));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestWindowDetectors::aRefusalIsSaid()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_5, Qt::ControlModifier);
    fixture.build.overrideDetector({"line-a/pump1", "temperature"});
    QVERIFY(fixture.give());
    fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    fixture.find<QPushButton>("plantDetector")->click();
    QTest::keyClicks(QApplication::focusWidget(), "as before");
    fixture.press(Qt::Key_Return);
    const auto posted = fixture.posted<command::ConfigureDetector>();
    QCOMPARE(posted.size(), std::size_t{1});
    QVERIFY(posted[0].detector.kind.empty());
    fixture.build.snapshot().echoes = {
        {.id = fixture.lastId<command::ConfigureDetector>(), .accepted = false, .reason = "the journal is not written", .lastSeq = 0}};
    QVERIFY(fixture.give());
    QTRY_VERIFY(fixture.find<MessageBar>("messageBar")->problemText().contains("the journal is not written"));
}

void TestWindowDetectors::escDropsTheReason()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_5, Qt::ControlModifier);
    fixture.find<QPushButton>("applyDetector")->click();
    QVERIFY(fixture.find<QWidget>("reasonField")->isVisible());
    fixture.press(Qt::Key_Escape);
    QVERIFY(!fixture.find<QWidget>("reasonField")->isVisible());
    QVERIFY(fixture.find<QWidget>("detectorPage")->isVisible());
    QVERIFY(fixture.posted<command::ConfigureDetector>().empty());
}

void TestWindowDetectors::aReasonIsForWhatWasSeen()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_5, Qt::ControlModifier);
    fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    fixture.find<QPushButton>("applyDetector")->click();
    QTest::keyClicks(QApplication::focusWidget(), "bursts");
    auto *k = fixture.find<QLineEdit>("setting_k");
    k->setFocus();
    QTest::keyClicks(k, "1");
    QVERIFY(!fixture.find<QWidget>("reasonField")->isVisible());
    QVERIFY(fixture.find<FittingLabel>("detectorStatus")->text().contains("apply it again"));
    QTest::keyClicks(k, "x"); // no number: nothing to apply
    QVERIFY(!fixture.find<QPushButton>("applyDetector")->isEnabled());
    QTest::keyClick(k, Qt::Key_Backspace);
    QVERIFY(fixture.find<QPushButton>("applyDetector")->isEnabled());
    QVERIFY(fixture.posted<command::ConfigureDetector>().empty());
}

void TestWindowDetectors::anotherSensorClearsWhatWasShown()
{
    Plant plant;
    QVERIFY(plant.fixture.give());
    plant.fixture.find<QTabWidget>("pages")->setCurrentIndex(4);
    auto *page = plant.fixture.find<DetectorPage>("detectorPage");
    page->choose({"line-a/pump1", "temperature"});
    QTRY_VERIFY(plant.label("previewText").startsWith("In the last hour"));
    page->choose({"line-a/pump1", "pressure"});
    QVERIFY2(plant.label("previewText").startsWith("Working it out"), qPrintable(plant.label("previewText")));
    QCOMPARE(plant.label("thresholdCount"), QStringLiteral("No scores yet."));
    QTRY_COMPARE(plant.label("previewText"), QStringLiteral("Nothing is stored of it in the last hour."));
}

void TestWindowDetectors::switchingOffIsAskedForLikeAnyChange()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_5, Qt::ControlModifier);
    fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    auto *kinds = fixture.find<QComboBox>("candidateKind");
    kinds->setCurrentIndex(kinds->findText("none"));
    emit kinds->activated(kinds->currentIndex());
    QTRY_COMPARE(plant.label("previewText"), QStringLiteral("In the last hour this would have fired never, was 1; misses #12."));
    QVERIFY(!fixture.find<QPushButton>("trainButton")->isEnabled()); // nothing to train
    fixture.find<QPushButton>("applyDetector")->click();
    QTest::keyClicks(QApplication::focusWidget(), "sensor is being replaced");
    fixture.press(Qt::Key_Return);
    const auto posted = fixture.posted<command::ConfigureDetector>();
    QCOMPARE(posted.size(), std::size_t{1});
    QVERIFY((posted[0].detector == DetectorSpec{"none", {}, {}, false}));
}

void TestWindowDetectors::anAlarmWithoutADetectorOpensNothing()
{
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    Occurrence &alarm = fixture.build.alarms().front();
    alarm.definition.source = {"feed", "tcp://127.0.0.1:5556"};
    alarm.definition.what = "feed lost";
    alarm.definition.detector.clear();
    QVERIFY(fixture.open());
    fixture.press(Qt::Key_F2);
    fixture.press(Qt::Key_D);
    QVERIFY(!fixture.find<QWidget>("detectorPage")->isVisible());
    QVERIFY(fixture.find<MessageBar>("messageBar")->noteText().contains("Nothing judges this"));
}

void TestWindowDetectors::saysWhetherThePlantFileRules()
{
    Plant plant;
    QVERIFY(plant.fixture.give());
    plant.fixture.find<QTabWidget>("pages")->setCurrentIndex(4);
    plant.fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    const auto *present = plant.fixture.find<FittingLabel>("presentDetector");
    const auto *back = plant.fixture.find<QPushButton>("plantDetector");
    QVERIFY2(present->text().contains("as the plant file says"), qPrintable(present->text()));
    QVERIFY(!back->isEnabled());
    plant.fixture.build.overrideDetector({"line-a/pump1", "temperature"});
    QVERIFY(plant.fixture.give());
    QVERIFY2(present->text().contains("changed in the window"), qPrintable(present->text()));
    QVERIFY(back->isEnabled());
}

void TestWindowDetectors::aReadOnlyWindowChangesNothing()
{
    Plant plant(true);
    QVERIFY(plant.fixture.give());
    plant.fixture.find<QTabWidget>("pages")->setCurrentIndex(4);
    for (const char *name : {"applyDetector", "plantDetector", "trainButton", "promoteButton", "retrainOn"}) {
        QVERIFY2(!plant.fixture.find<QWidget>(name)->isEnabled(), name);
    }
}

void TestWindowDetectors::aDetectorThatIsMissingIsNoDecision()
{
    Plant plant;
    plant.fixture.build.spec(SensorId{0}).judgeProblem = "no such model file";
    QVERIFY(plant.fixture.give());
    plant.fixture.find<QTabWidget>("pages")->setCurrentIndex(4);
    plant.fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    QVERIFY(plant.fixture.find<Banner>("judgeProblem")->isVisible());
    QCOMPARE(plant.fixture.find<Banner>("judgeProblem")->text(), QStringLiteral("NO DECISION: no such model file"));
}

void TestWindowDetectors::theTrendMakesRoom()
{
    Plant plant;
    QVERIFY(plant.fixture.give());
    auto *pages = plant.fixture.find<QTabWidget>("pages");
    pages->setCurrentIndex(4);
    QVERIFY(!plant.fixture.find<QWidget>("trendPane")->isVisible());
    pages->setCurrentIndex(0);
    QVERIFY(plant.fixture.find<QWidget>("trendPane")->isVisible());
}

void TestWindowDetectors::fitsTheSmallestScreen_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<bool>("dark");
    QTest::newRow("detectors-preview-light") << 0 << false;
    QTest::newRow("detectors-compare-dark") << 1 << true;
    QTest::newRow("detectors-model-light") << 2 << false;
    QTest::newRow("detectors-drift-dark") << 3 << true;
}

void TestWindowDetectors::fitsTheSmallestScreen()
{
    QFETCH(int, tab);
    QFETCH(bool, dark);
    Plant plant;
    WindowFixture &fixture = plant.fixture;
    if (dark) {
        applyTheme(*qApp, Theme::darkTheme());
    }
    QVERIFY(fixture.give());
    fixture.find<QTabWidget>("pages")->setCurrentIndex(4);
    fixture.find<DetectorPage>("detectorPage")->choose({"line-a/pump1", "temperature"});
    fixture.find<QTabWidget>("detectorTabs")->setCurrentIndex(tab);
    if (tab == 1) {
        fixture.find<QAbstractButton>("compare_shingle_knn")->click();
    }
    QTRY_VERIFY(plant.label("previewText").startsWith("In the last hour"));
    if (tab == 3) {
        fixture.find<QAbstractButton>("trainButton")->click();
        QTRY_VERIFY(fixture.find<QLabel>("trainingText")->text().startsWith("Trained"));
        WindowFixture::settle();
    }
    WindowFixture::settle();
    QCOMPARE(fixture.window->size(), QSize(1280, 720)); // nothing inside asks for more
    const QString pictures = qEnvironmentVariable("TELLTALE_PICTURES");
    if (!pictures.isEmpty()) {
        fixture.window->grab().save(QDir(pictures).filePath(QString::fromLatin1(QTest::currentDataTag()) + ".png"));
    }
    for (const char *name : {"candidateScroll", "previewScroll", "compareScroll", "modelScroll", "driftScroll"}) {
        const auto *area = fixture.find<QScrollArea>(name);
        const int least = area->widget()->minimumSizeHint().width();
        QVERIFY2(!area->isVisible() || least <= area->viewport()->width(), qPrintable(QStringLiteral("%1 wants %2").arg(name).arg(least)));
    }
    for (const QLabel *each : fixture.find<QWidget>("detectorPage")->findChildren<QLabel *>()) {
        const bool clipped = each->isVisible() && each->height() < each->heightForWidth(each->width());
        QVERIFY2(!clipped, qPrintable(each->objectName() + ": " + each->text()));
    }
}

QTEST_MAIN(TestWindowDetectors)
#include "tst_window_detectors.moc"
