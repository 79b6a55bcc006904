// SPDX-License-Identifier: GPL-3.0-or-later
// Story 11: as an engineer I change a limit safely.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"

#include <QComboBox>
#include <QLabel>
#include <QTableWidget>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

std::uint32_t versionOf(const StoryStation &station)
{
    return station.street->latest()->structure->configurationVersion;
}

/// Three short alarms of the vibration, all over and stored.
void misbehave(StoryStation &station)
{
    for (std::size_t times = 1; times <= 3; ++times) {
        station.publisher.set(kVibration, kWrong);
        QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), times, StoryStation::kPatienceMs);
        station.publisher.set(kVibration, 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Clear).size(), times, StoryStation::kPatienceMs);
    }
}

} // namespace

class TestStoryTune : public QObject {
    Q_OBJECT
private slots:
    void fromTheWorstActorToAQuieterLimitAndBack();
};

void TestStoryTune::fromTheWorstActorToAQuieterLimitAndBack()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    misbehave(station);
    station.press(Qt::Key_6, Qt::ControlModifier);
    const auto *actors = station.find<QTableWidget>("badActors");
    QTRY_VERIFY_WITH_TIMEOUT(actors->rowCount() > 0, StoryStation::kPatienceMs);
    QVERIFY2(actors->item(0, 0)->text().contains("vibration"), qPrintable(actors->item(0, 0)->text()));
    QVERIFY(station.tabTo("badActors"));
    station.press(Qt::Key_Home);
    station.press(Qt::Key_D);
    QVERIFY(station.find<QWidget>("detectorPage")->isVisible());
    QCOMPARE(station.find<QComboBox>("detectorSource")->currentText(), QStringLiteral("line-a/pump1 · vibration"));

    station.takeKeys();
    QVERIFY(station.tabTo("setting_k"));
    const int tabs = station.takeKeys();
    const SteadyTime typed = std::chrono::steady_clock::now();
    station.press(Qt::Key_A, Qt::ControlModifier);
    station.type(QStringLiteral("12"));
    const auto *preview = station.find<QLabel>("previewText");
    QVERIFY(QTest::qWaitFor([&] { return preview->text().contains("would have fired never, was 3"); }, StoryStation::kPatienceMs));
    const double previewed = since(typed);
    QVERIFY2(preview->text().contains("misses #"), qPrintable(preview->text()));

    const std::uint64_t before = station.street->latest()->sensors[0].samples;
    QVERIFY(station.tabTo("applyDetector"));
    station.press(Qt::Key_Space);
    station.press(Qt::Key_Return); // no change without a reason
    QCOMPARE(versionOf(station), 1U);
    station.type(QStringLiteral("bursts are normal here"));
    station.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(versionOf(station), 2U, StoryStation::kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(station.note().contains("Detector changed"), StoryStation::kPatienceMs);
    station.publisher.set(kVibration, kWrong); // 9 is within 12 now
    QTRY_VERIFY_WITH_TIMEOUT(station.street->latest()->sensors[0].value == kWrong, StoryStation::kPatienceMs);
    station.publisher.set(kVibration, 20.0);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{4}, StoryStation::kPatienceMs); // none for the 9
    QCOMPARE(station.stored(AlarmEventKind::Raise).back().definitionVersion, 2U);
    QCOMPARE(station.stored(AlarmEventKind::Raise).back().value, 20.0);
    QVERIFY(station.street->latest()->sensors[0].samples > before);
    QCOMPARE(station.street->latest()->health.droppedSamples, std::uint64_t{0});
    QCOMPARE(station.street->latest()->feeds[0].lostMessages, std::uint64_t{0});

    // Back, with a reason too; and both are in the journal's texts.
    station.press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(station.tabTo("plantDetector"));
    station.press(Qt::Key_Space);
    station.type(QStringLiteral("as before"));
    station.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(versionOf(station), 3U, StoryStation::kPatienceMs);
    station.stop();
    station.start(); // the next start has the same
    QVERIFY(station.isReady());
    QCOMPARE(versionOf(station), 3U);
    qInfo("story 11: from the worst actor by D; %d tabs to the limit, preview %.0f ms after its first key; no sample dropped; rolled back",
          tabs, previewed);
}

STORY_MAIN(TestStoryTune)
#include "tst_story_tune.moc"
