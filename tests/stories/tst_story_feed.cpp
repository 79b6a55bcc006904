// SPDX-License-Identifier: GPL-3.0-or-later
// Story 7: as an operator I trust the feed, because it says when it cannot be trusted.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

QString feedText(const StoryStation &station)
{
    return station.find<QWidget>("feed0")->accessibleName();
}

std::size_t staleOnes(const StoryStation &station)
{
    const SnapshotPtr now = station.street->latest();
    return std::size_t(std::count_if(now->sensors.begin(), now->sensors.end(), [](const SensorState &each) { return each.stale; }));
}

std::string at(UtcTime time, const std::string &values)
{
    return "line-b/fan {\"t\":" + std::to_string(toSeconds(time.time_since_epoch())) + ",\"values\":{" + values + "}}";
}

} // namespace

class TestStoryFeed : public QObject {
    Q_OBJECT
private slots:
    void aDeadPublisherIsOneAlarm();
    void whatCannotBeReadIsCounted();
    void aClockThatDiffersIsFlagged();
};

void TestStoryFeed::aDeadPublisherIsOneAlarm()
{
    StoryStation station(widePlant(20, 10));
    QVERIFY(station.isReady());
    station.publisher.set({"line/m0000", "s0"}, kWrong);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 1, StoryStation::kPatienceMs);
    const OccurrenceId before = station.idAt(0);
    QTRY_VERIFY_WITH_TIMEOUT(station.street->latest()->feeds[0].heartbeats > 0, StoryStation::kPatienceMs);
    station.takeKeys();

    station.publisher.stop();
    const SteadyTime stopped = std::chrono::steady_clock::now();
    QTRY_COMPARE_WITH_TIMEOUT(staleOnes(station), std::size_t{200}, StoryStation::kPatienceMs);
    const double stale = since(stopped);
    QTRY_VERIFY_WITH_TIMEOUT(feedText(station).contains("LOST"), StoryStation::kPatienceMs);
    const double lost = since(stopped);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 2, StoryStation::kPatienceMs); // one for the feed, none for its 200 sensors
    QVERIFY(station.rowOf(before) >= 0);
    // The window shows what is on its way to the disk too.
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{2}, StoryStation::kPatienceMs);
    QVERIFY(station.stored(AlarmEventKind::Clear).empty()); // nothing is over because nobody says anything

    station.publisher.setAll(0.0);
    station.publisher.start();
    const SteadyTime started = std::chrono::steady_clock::now();
    QTRY_COMPARE_WITH_TIMEOUT(staleOnes(station), std::size_t{0}, StoryStation::kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!feedText(station).contains("LOST"), StoryStation::kPatienceMs);
    const double back = since(started);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Clear).size(), std::size_t{2}, StoryStation::kPatienceMs);
    QCOMPARE(station.rows(), 2); // both wait to be acknowledged
    QCOMPARE(station.stored(AlarmEventKind::Raise).size(), std::size_t{2});
    QCOMPARE(station.takeKeys(), 0);
    qInfo("story 7: all 200 sensors stale after %.0f ms, header after %.0f ms, 1 alarm, none cleared; back after %.0f ms with 0 keys",
          stale, lost, back);
}

void TestStoryFeed::whatCannotBeReadIsCounted()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    const UtcTime now = station.clock.utcNow();
    const std::vector<std::string> sick{"line-b/fan {\"values\":",
                                        "line-b/fan {\"values\":{\"current\":NaN}}",
                                        "no-payload",
                                        "line b {\"values\":{\"current\":1}}",
                                        "line-b/fan {\"t\":1,\"values\":{\"current\":1}}",
                                        "line-b/fan {\"values\":{\"current\":[1,2]}}",
                                        std::string("\xff\xfe\0\x01", 4),
                                        std::string("line-b/fan {\"values\":{\"current\":1},\"x\":\"") + std::string(70'000, 'x') + "\"}"};
    for (const std::string &frame : sick) {
        station.publisher.sendRaw(frame);
    }
    const auto rejected = [&] {
        std::uint64_t all = 0;
        const auto snapshot = station.street->latest();
        for (const auto &[reason, count] : snapshot->feeds[0].rejects) {
            all += count;
        }
        return all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rejected() >= sick.size() - 1, StoryStation::kPatienceMs); // the one too large ends the connection instead
    QTRY_VERIFY_WITH_TIMEOUT(feedText(station).contains(QStringLiteral("rejected %1").arg(rejected())), StoryStation::kPatienceMs);
    const auto comesLate = [&] {
        for (const Duration late : {30s, 30s, 60s}) { // late, twice, out of order
            station.publisher.sendRaw(at(now - late, "\"current\":50"));
        }
        return station.street->latest()->feeds[0].lateRows >= 3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(comesLate(), StoryStation::kPatienceMs);
    QCOMPARE(station.rows(), 0); // stored, not scored
    station.press(Qt::Key_4, Qt::ControlModifier);
    const auto *table = station.find<QTableView>("feedTable")->model();
    const auto said = [table](const QString &measure) {
        const auto rows = table->match(table->index(0, 0), Qt::DisplayRole, measure);
        return rows.isEmpty() ? QString() : rows.first().siblingAtColumn(1).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(said("Frames rejected, all reasons"), QString::number(rejected()), StoryStation::kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(said("Late or repeated rows (stored, not scored)"),
                              QLocale().toString(qulonglong(station.street->latest()->feeds[0].lateRows)), StoryStation::kPatienceMs);
    station.publisher.set(kCurrent, kWrong); // and it watches on
    QVERIFY(station.isRaised(kCurrent));
    qInfo("story 7 (sick messages): %zu kinds, %llu counted as rejected, late and repeated rows too, shown in the header and on the page; "
          "nothing scored",
          sick.size(), static_cast<unsigned long long>(rejected()));
}

void TestStoryFeed::aClockThatDiffersIsFlagged()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    QVERIFY(!feedText(station).contains("CLOCK DIFFERS"));
    station.publisher.setBehind(5s);
    QTRY_VERIFY_WITH_TIMEOUT(feedText(station).contains("CLOCK DIFFERS"), StoryStation::kPatienceMs);
    qInfo("story 7 (clock 5 s behind): the header says so");
}

STORY_MAIN(TestStoryFeed)
#include "tst_story_feed.moc"
