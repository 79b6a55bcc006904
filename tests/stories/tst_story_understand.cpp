// SPDX-License-Identifier: GPL-3.0-or-later
// Story 5: as an operator I understand why an alarm fired. Story 8: I look back without losing the present.
#include "core/replay/replay_source.h"
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/charts/trend_view.h"

#include <QCryptographicHash>
#include <QLabel>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

QByteArray fingerprint(const TempFolder &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *name : {"data/journal.db", "data/history.db"}) {
        QFile file(QString::fromStdString(folder.path(name)));
        hash.addData(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return hash.result();
}

QString textOf(const StoryStation &station, const char *label)
{
    return station.find<QLabel>(label)->text();
}

/// Raised, acknowledged by keyboard, over.
void liveThroughAnAlarm(StoryStation &station)
{
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    const std::uint64_t raised = station.publisher.rounds();
    QTRY_VERIFY_WITH_TIMEOUT(station.publisher.rounds() >= raised + 30,
                             StoryStation::kPatienceMs); // so that a replay has it new for a while
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kVibration), QStringLiteral("ACK"), StoryStation::kPatienceMs);
    station.publisher.set(kVibration, 0.0);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 0, StoryStation::kPatienceMs);
}

} // namespace

class TestStoryUnderstand : public QObject {
    Q_OBJECT
private slots:
    void whyItFired();
    void pausedAndBack();
    void fromAJournalRowToItsTime();
    void aReplayWritesAndSoundsNothing();
};

void TestStoryUnderstand::whyItFired()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.takeKeys();
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.press(Qt::Key_F2);
    const auto *trend = station.find<TrendView>("trendView");
    QVERIFY(QTest::qWaitFor([&] { return trend->accessibleDescription().contains("vibration"); }, StoryStation::kPatienceMs));
    const double ms = since(pressed);
    const int keys = station.takeKeys();
    QCOMPARE(keys, 1);
    const QString why = textOf(station, "detailWhy");
    for (const char *part :
         {"Score at the raise", "limit", "Outside the expected band", "got 9 mm/s", "Detector band v", "configuration "}) {
        QVERIFY2(why.contains(part), qPrintable(why));
    }
    QVERIFY(textOf(station, "detailTitle").contains("vibration"));
    QVERIFY2(textOf(station, "detailState").contains("First violation"), qPrintable(textOf(station, "detailState")));
    const QString shares = station.find<QWidget>("contributions")->accessibleName(); // what the bars say, in words
    QVERIFY2(shares.contains("vibration 100") && shares.contains("expected") && shares.contains("got 9"), qPrintable(shares));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(station, "detailTimeline").contains("RAISE"), StoryStation::kPatienceMs);
    qInfo("story 5: %d key, trend and reasons after %.0f ms", keys, ms);
}

void TestStoryUnderstand::pausedAndBack()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F2);
    const auto *trend = station.find<TrendView>("trendView");
    QVERIFY(trend->isLive());
    station.press(Qt::Key_P);
    QVERIFY(!trend->isLive());
    const UtcTime end = trend->rangeEnd();
    const std::uint64_t before = station.street->latest()->sensors[0].samples;
    station.press(Qt::Key_Minus);
    QVERIFY(!trend->isLive());
    station.press(Qt::Key_Plus);
    station.press(Qt::Key_BracketLeft);
    QTRY_VERIFY_WITH_TIMEOUT(station.street->latest()->sensors[0].samples >= before + 20, StoryStation::kPatienceMs);
    station.publisher.set(kCurrent, kWrong); // nothing is missed meanwhile
    QVERIFY(station.isRaised(kCurrent));
    QVERIFY(!trend->isLive());
    station.takeKeys();
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.press(Qt::Key_L);
    QVERIFY(trend->isLive());
    QVERIFY(QTest::qWaitFor([&] { return trend->rangeEnd() > end; }, StoryStation::kPatienceMs));
    const double ms = since(pressed);
    const FeedHealth feed = station.street->latest()->feeds[0];
    QCOMPARE(feed.lostMessages, std::uint64_t{0});
    QCOMPARE(station.street->latest()->health.droppedSamples, std::uint64_t{0});
    qInfo("story 8 (paused): %d key back to live after %.0f ms, 0 messages lost", station.takeKeys(), ms);
}

void TestStoryUnderstand::fromAJournalRowToItsTime()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    liveThroughAnAlarm(station);
    const AlarmEvent raise = station.stored(AlarmEventKind::Raise).front();
    station.clock.sleep(1h); // long out of sight
    QVERIFY(station.isReady());
    station.press(Qt::Key_3, Qt::ControlModifier);
    auto *journal = station.find<QTableView>("journalTable");
    QVERIFY(station.tabTo("journalTable"));
    QTRY_VERIFY_WITH_TIMEOUT(journal->model()->rowCount() >= 3, StoryStation::kPatienceMs);
    const auto *trend = station.find<TrendView>("trendView");
    const auto around = [&] {
        return !trend->isLive() && trend->rangeEnd() >= raise.sourceTime && trend->rangeEnd() - trend->span() <= raise.sourceTime;
    };
    SteadyTime pressed;
    const auto jumps = [&] {
        station.press(Qt::Key_End, Qt::ControlModifier); // the oldest; again where the journal was read anew meanwhile
        pressed = std::chrono::steady_clock::now();
        station.press(Qt::Key_Return);
        return around();
    };
    QTRY_VERIFY_WITH_TIMEOUT(jumps(), StoryStation::kPatienceMs);
    const double ms = since(pressed);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(station, "detailTitle").contains("vibration"), StoryStation::kPatienceMs);
    qInfo("story 8 (journal): Enter on a row of an hour ago shows its time after %.0f ms", ms);
}

void TestStoryUnderstand::aReplayWritesAndSoundsNothing()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    liveThroughAnAlarm(station);
    const UtcTime raised = station.stored(AlarmEventKind::Raise).front().at;
    station.stop();
    const QByteArray before = fingerprint(station.folder);

    const SystemClock clock{};
    auto source = replay::ReplaySource::open(station.folder.path("data"), {raised - 2s, raised + 30s}, 1.0, clock);
    QVERIFY2(source.ok(), source ? "" : source.error().text().c_str());
    const auto heard = std::make_shared<FakeOutput::Heard>();
    WindowSettings look = WindowDriver::defaults();
    look.dataFolder = station.folder.path("data");
    look.readOnly = true;
    look.replay = source->get();
    const SensorKey alarmed = station.stored(AlarmEventKind::Raise).front().source;
    look.shownSource = alarmed.asset + '/' + alarmed.sensor;
    look.notices.sound = [heard] { return std::make_unique<FakeOutput>(heard); };
    WindowDriver past;
    past.window = std::make_unique<MainWindow>(**source, look);
    past.window->resize(1280, 720);
    past.window->show();
    QVERIFY(past.isActive());
    QVERIFY(past.find<QWidget>("replayFrame")->isVisible());
    const auto *trend = past.find<TrendView>("trendView");
    QTRY_COMPARE(trend->sensor().key, alarmed);
    QCOMPARE(trend->findChild<QLabel *>("trendMode")->text(), QStringLiteral("REPLAY"));
    QTRY_COMPARE_WITH_TIMEOUT(past.rows(), 1, StoryStation::kPatienceMs);
    past.press(Qt::Key_F2);
    past.press(Qt::Key_Space);
    QVERIFY2(past.problem().contains("read-only"), qPrintable(past.problem()));
    past.press(Qt::Key_S);
    past.press(Qt::Key_V);
    past.takeKeys();
    while ((*source)->state().speed < 60.0) {
        past.press(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(past.takeKeys() < 10);
    }
    QTRY_COMPARE_WITH_TIMEOUT(past.rows(), 0, StoryStation::kPatienceMs); // over, as it was then
    {
        const std::lock_guard guard(heard->lock);
        QVERIFY(heard->lastSound == SteadyTime{});
    }
    past.window.reset();
    QVERIFY(fingerprint(station.folder) == before);
    qInfo("story 8 (replay): framed, 1x to 60x by key, acknowledges, shelves and judges nothing, files unchanged, silent");
}

STORY_MAIN(TestStoryUnderstand)
#include "tst_story_understand.moc"
