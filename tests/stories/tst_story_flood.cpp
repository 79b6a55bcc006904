// SPDX-License-Identifier: GPL-3.0-or-later
// Story 4: a flood. Nothing is lost, nothing moves under the hand, and the keyboard goes on working.
#include "core/feed/memory_watch.h"
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "tests/support/sanitized.h"
#include "ui/widgets/banner.h"

#include <QLineEdit>
#include <set>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr int kPatienceMs = 120'000;
constexpr int kMachines = kSanitized ? 200 : 1000; ///< a sanitizer looks for other things than speed, and takes minutes for them
constexpr int kAll = 10 * kMachines;

SensorKey sensorAt(int place)
{
    return {"line/m" + std::to_string(10'000 + place / 10).substr(1), "s" + std::to_string(place % 10)};
}

void raise(StoryStation &station, int from, int to)
{
    for (int place = from; place < to; ++place) {
        station.publisher.set(sensorAt(place), kWrong);
    }
}

std::set<OccurrenceId> listed(const StoryStation &station)
{
    std::set<OccurrenceId> ids;
    for (int row = 0; row < station.rows(); ++row) {
        ids.insert(station.idAt(row));
    }
    return ids;
}

/// What a hand is on: the selected row, and the one under the pointer.
class Hand {
public:
    Hand(StoryStation &station, int row) : m_station(station), m_spot(60, middleOf(row))
    {
        QCursor::setPos(station.list()->viewport()->mapToGlobal(m_spot));
        QTest::mouseMove(station.list()->viewport(), m_spot);
        m_pointed = pointed();
        m_chosen = chosen();
        m_place = place();
    }
    [[nodiscard]] OccurrenceId pointed() const { return m_station.idAt(m_station.list()->rowAt(m_spot.y())); }
    [[nodiscard]] OccurrenceId chosen() const { return m_station.idAt(m_station.list()->currentIndex().row()); }
    [[nodiscard]] int place() const { return m_station.list()->rowViewportPosition(m_station.rowOf(m_chosen)); }
    /// What moved since the hand was laid down; empty = nothing.
    [[nodiscard]] QString moved() const
    {
        QStringList parts;
        if (pointed() != m_pointed) {
            parts << QStringLiteral("under the pointer is #%1, was #%2").arg(pointed()).arg(m_pointed);
        }
        if (chosen() != m_chosen || place() != m_place) {
            parts << QStringLiteral("selected is #%1 at %2, was #%3 at %4").arg(chosen()).arg(place()).arg(m_chosen).arg(m_place);
        }
        return parts.join(QStringLiteral("; "));
    }
    /// Watches until it is so; the first thing that moved, else empty.
    template <typename Condition>
    [[nodiscard]] QString watchUntil(Condition condition) const
    {
        QString first;
        const bool came = QTest::qWaitFor(
            [&] {
                first = first.isEmpty() ? moved() : first;
                return condition();
            },
            kPatienceMs);
        return came ? first : QStringLiteral("nothing came");
    }

private:
    [[nodiscard]] int middleOf(int row) const { return m_station.list()->rowViewportPosition(row) + m_station.list()->rowHeight(row) / 2; }

    StoryStation &m_station;
    QPoint m_spot;
    OccurrenceId m_pointed = 0;
    OccurrenceId m_chosen = 0;
    int m_place = 0;
};

double megabytes()
{
    return double(feed::residentBytes().value_or(0)) / 1e6;
}

/// From the first to the last of them, as the journal has them. Unit: ms.
double span(const std::vector<AlarmEvent> &events)
{
    const auto [first, last] =
        std::minmax_element(events.begin(), events.end(), [](const AlarmEvent &a, const AlarmEvent &b) { return a.at < b.at; });
    return toSeconds(last->at - first->at) * 1e3;
}

/// Waits in small steps: what is measured is not the waiting.
template <typename Condition>
double msUntil(Condition condition)
{
    const SteadyTime start = std::chrono::steady_clock::now();
    const bool came = QTest::qWaitFor(condition, kPatienceMs);
    return came ? since(start) : -1.0;
}

} // namespace

class TestStoryFlood : public QObject {
    Q_OBJECT
private slots:
    void aThousandInASecond();
    void theBannerLeavesWithTheFlood();
    void tenThousandOpenRows();
};

void TestStoryFlood::aThousandInASecond()
{
    StoryStation station(widePlant(100, 10), 200ms);
    QVERIFY(station.isReady());
    raise(station, 0, 40);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 40, kPatienceMs);
    station.press(Qt::Key_F2);
    for (int i = 0; i < 3; ++i) {
        station.press(Qt::Key_Down);
    }
    const Hand hand(station, 6);
    const double before = megabytes();
    WatchedApplication::self().watch();

    for (int wave = 0; wave < 3; ++wave) {
        raise(station, 40 + wave * 200, 240 + wave * 200);
        const SteadyTime start = std::chrono::steady_clock::now();
        QCOMPARE(hand.watchUntil([&] { return since(start) >= 200; }), QString());
    }
    QCOMPARE(hand.watchUntil([&] { return station.rows() == 640; }), QString());
    QVERIFY(station.find<Banner>("floodBanner")->isVisible());

    // The rest of the flood comes while somebody works.
    raise(station, 640, 1000);
    const OccurrenceId chosen = hand.chosen();
    station.takeKeys();
    station.press(Qt::Key_Space);
    const double acked = msUntil([&] { return station.cell(station.rowOf(chosen), StateColumn).startsWith("ACK"); });
    QVERIFY(acked >= 0);
    QCOMPARE(station.takeKeys(), 1);
    station.press(Qt::Key_F, Qt::ControlModifier);
    const SteadyTime typed = std::chrono::steady_clock::now();
    station.type(QStringLiteral("m0099"));
    const double typing = since(typed);
    QCOMPARE(station.find<QLineEdit>("filterText")->text(), QStringLiteral("m0099"));
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 10, kPatienceMs);
    station.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);

    QVERIFY(QTest::qWaitFor([&] { return station.rows() == 1000; }, kPatienceMs));
    const SteadyTime whole = std::chrono::steady_clock::now();
    const double grown = megabytes() - before;
    QCOMPARE(listed(station).size(), std::size_t{1000});
    QCOMPARE(station.counts(), QStringLiteral("unacked 999 · worst P1"));
    QVERIFY(station.find<QAbstractButton>("tab0")->text().contains("1000"));
    QCOMPARE(station.find<Banner>("floodBanner")->text(), QStringLiteral("FLOOD: 1000 alarms in 10 min"));
    QVERIFY(station.horn().startsWith("HORN ON"));
    int mostUrgent = 0;
    for (int row = 0; row < station.rows(); ++row) {
        mostUrgent += station.cell(row, PriorityColumn) == QStringLiteral("P1") ? 1 : 0;
    }
    QCOMPARE(mostUrgent, 10); // each keeps a row of its own
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{1000}, kPatienceMs);
    const std::vector<AlarmEvent> raises = station.stored(AlarmEventKind::Raise);
    std::set<SensorKey> sources;
    for (const AlarmEvent &event : raises) {
        sources.insert(event.source);
    }
    QCOMPARE(sources.size(), std::size_t{1000});
    QCOMPARE(station.street->latest()->health.droppedBatches, std::uint64_t{0});
    auto &app = WatchedApplication::self();
    qInfo("story 4: 1,000 raises in %.0f ms, 0 rows moved, 1,000 in list, header and journal; last raise to whole list %.0f ms",
          span(raises), since(station.steadyTimeOf(raises.back().at), whole));
    qInfo("story 4: frames %zu, median %.1f ms, worst %.1f ms; longest event %.0f ms; ack in the flood shown as stored after %.0f ms; five "
          "letters typed in %.0f ms; memory %+.1f MB",
          app.frames(), app.frameMs(0.5), app.frameMs(1.0), app.longestMs(), acked, typing, grown);
}

void TestStoryFlood::theBannerLeavesWithTheFlood()
{
    StoryStation station(widePlant(2, 10));
    QVERIFY(station.isReady());
    const auto *banner = station.find<Banner>("floodBanner");
    raise(station, 0, 9);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 9, kPatienceMs);
    QVERIFY(banner->isHidden());
    raise(station, 9, 20);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 20, kPatienceMs);
    QVERIFY(banner->isVisible());
    station.clock.sleep(11min);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isHidden(), kPatienceMs);
    QCOMPARE(station.rows(), 20); // a computer that slept has nothing new to say
}

void TestStoryFlood::tenThousandOpenRows()
{
    StoryStation station(widePlant(kMachines, 10), 2s);
    QVERIFY(station.isReady());
    raise(station, 0, kAll / 2);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), kAll / 2, kPatienceMs);
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Down);
    const Hand hand(station, 4);
    WatchedApplication::self().watch();
    station.publisher.setAll(kWrong);
    QCOMPARE(hand.watchUntil([&] { return station.rows() == kAll; }), QString());
    const SteadyTime whole = std::chrono::steady_clock::now();
    QCOMPARE(station.counts(), QStringLiteral("unacked %1 · worst P1").arg(kAll));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t(kAll), kPatienceMs);
    const std::vector<AlarmEvent> raises = station.stored(AlarmEventKind::Raise);
    auto &app = WatchedApplication::self();
    qInfo("story 4: %d raises in two floods, %.0f ms from first to last, 0 rows moved, all in list, header and journal; last raise "
          "to whole list %.0f ms; frames "
          "median %.1f ms, worst %.1f ms; longest event %.0f ms",
          kAll, span(raises), since(station.steadyTimeOf(raises.back().at), whole), app.frameMs(0.5), app.frameMs(1.0), app.longestMs());

    app.watch();
    station.press(Qt::Key_F, Qt::ControlModifier);
    const SteadyTime typed = std::chrono::steady_clock::now();
    station.type(QString::fromStdString(sensorAt(kAll / 2).asset.substr(5)));
    const double filtered = msUntil([&] { return station.rows() == 10; });
    QVERIFY(filtered >= 0);
    const double all = since(typed);
    QVERIFY(station.find<Banner>("hiddenBanner")->isVisible());
    station.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), kAll, kPatienceMs);
    station.press(Qt::Key_F2);
    const OccurrenceId top = station.idAt(station.list()->currentIndex().row());
    station.press(Qt::Key_Space);
    const double acked = msUntil([&] { return station.cell(station.rowOf(top), StateColumn).startsWith("ACK"); });
    QVERIFY(acked >= 0);
    qInfo("story 4: %d open rows: five letters typed and filtered in %.0f ms, ack shown as stored after %.0f ms, frames median %.1f "
          "ms, worst %.1f ms, longest event %.0f ms",
          kAll, all, acked, app.frameMs(0.5), app.frameMs(1.0), app.longestMs());
}

STORY_MAIN(TestStoryFlood)
#include "tst_story_flood.moc"
