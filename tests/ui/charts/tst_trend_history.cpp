// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/trend_desk.h"
#include "ui/charts/time_intervals.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QtTest>
#include <mutex>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

/// A store that answers when it is told to.
struct SlowStore {
    QSemaphore asked;
    QSemaphore mayAnswer;
    std::mutex mutex;
    std::vector<std::pair<SensorKey, TimeInterval>> requests;
    std::vector<std::optional<RollupLevel>> levels; ///< of the requests
    std::vector<ChunkPtr> content;
    std::size_t damaged = 0;
    std::string problem;

    /// However a test ends, no reader is left waiting.
    [[nodiscard]] auto letGoAtTheEnd()
    {
        return qScopeGuard([this] { mayAnswer.release(1000); });
    }
    TrendView::HistoryLoader loader()
    {
        return [this](const HistoryQuestion &question) {
            {
                const std::lock_guard lock(mutex);
                requests.push_back({question.sensor, {toNanos(question.from), toNanos(question.to)}});
                levels.push_back(question.level);
            }
            asked.release();
            mayAnswer.acquire();
            return HistoryAnswer{content, damaged, problem};
        };
    }
};

class TestTrendHistory : public QObject {
    Q_OBJECT
private slots:
    void historyIsAskedForAndMerged()
    {
        SlowStore store;
        store.content = {SnapshotBuilder::chunk(SensorId{0}, kStart - 700s, 1s, 800, flat)}; // also what the snapshot knows
        Desk desk(flat, 300);
        desk.view.setSpan(10min); // more than the snapshot has
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        store.asked.acquire();
        QCOMPARE(desk.label("trendRemark"), QStringLiteral("loading history \u2026"));
        QCOMPARE(desk.tracePixels(0.0, 0.45), 0);
        QVERIFY(desk.tracePixels(0.55, 1.0) > 50); // what is there is shown at once
        store.mayAnswer.release();
        QTRY_VERIFY(desk.tracePixels(0.0, 0.45) > 50);
        QCOMPARE(desk.label("trendRemark"), QString());
        QCOMPARE(store.requests.size(), 1U);
        QCOMPARE(store.requests[0].first, desk.builder.spec(desk.id).key);
        QCOMPARE(store.requests[0].second, (TimeInterval{toNanos(kStart + 299s - 10min), toNanos(kStart)}));
        for (int i = 0; i < 5; ++i) {
            desk.apply();
            QCoreApplication::processEvents();
        }
        QCOMPARE(store.requests.size(), 1U); // and not asked for again
    }

    void anAnswerForAFormerSensorIsDropped()
    {
        SlowStore store;
        store.content = {SnapshotBuilder::chunk(SensorId{0}, kStart - 700s, 1s, 700, flat)};
        Desk desk(flat, 300);
        desk.view.setSpan(10min); // more than the snapshot has
        const auto letGo = store.letGoAtTheEnd();
        const SensorId other = desk.builder.addSensor("line-a/fan", "speed", "rpm");
        desk.builder.addSamples(other, kStart, 1s, 300, flat);
        desk.view.setHistoryLoader(store.loader());
        store.asked.acquire();
        desk.view.showSensor(desk.builder.spec(other));
        desk.apply();
        store.mayAnswer.release(); // the answer about the first sensor
        store.asked.acquire();     // the question about the second, which stays open
        QCoreApplication::processEvents();
        QCOMPARE(desk.tracePixels(0.0, 0.45), 0);
        QCOMPARE(store.requests.back().first, desk.builder.spec(other).key);
        store.mayAnswer.release();
        QTRY_VERIFY(desk.tracePixels(0.0, 0.45) > 50);
    }

    void panningBackAsksForMore()
    {
        SlowStore store;
        store.mayAnswer.release(1000);
        Desk desk(flat, 600);
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        desk.view.showAround(kStart - 2h, 5min);
        // What was in sight before may have been asked for first.
        const auto asksForAllOfIt = [&] {
            const std::lock_guard lock(store.mutex);
            return !store.requests.empty() && store.requests.back().second.from <= toNanos(kStart - 2h - 5min)
                   && store.requests.back().second.to >= toNanos(kStart - 2h + 5min);
        };
        QTRY_VERIFY(asksForAllOfIt());
    }

    /// Decades are read by hour or day; zooming in brings the samples back.
    void aLongStretchIsReadSummedUp()
    {
        SlowStore store;
        store.mayAnswer.release(1000);
        store.content = {SnapshotBuilder::chunk(SensorId{0}, kStart - 8000h, 10h, 700, flat)};
        Desk desk(flat, 600);
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        const auto lastLevel = [&] {
            const std::lock_guard lock(store.mutex);
            return store.levels.empty() ? std::nullopt : store.levels.back();
        };
        desk.view.setSpan(24h * 365);
        QTRY_COMPARE(lastLevel(), std::optional(RollupLevel::Hour));
        QTRY_COMPARE(desk.label("trendRemark"), QStringLiteral("lowest and highest of each hour"));
        QVERIFY(desk.tracePixels(0.2, 0.9) > 50);
        desk.view.setSpan(24h * 366 * 20);
        QTRY_COMPARE(lastLevel(), std::optional(RollupLevel::Day));
        desk.view.setSpan(20min);
        QTRY_COMPARE(lastLevel(), std::optional<RollupLevel>());
        QTRY_COMPARE(desk.label("trendRemark"), QString());
    }

    /// Of a sensor that is silent now the past is still all there.
    void theWholePastOfASilentSensorIsRead()
    {
        SlowStore store;
        store.mayAnswer.release(1000);
        Desk desk(flat, 0);
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        desk.view.setSpan(10min);
        QTRY_COMPARE(desk.label("trendRemark"), QString());
        desk.builder.now(kStart + 1s);
        desk.apply();
        desk.view.setSpan(2h);
        const auto asksForAllOfIt = [&] {
            const std::lock_guard lock(store.mutex);
            return !store.requests.empty() && store.requests.back().second.from <= toNanos(kStart - 110min);
        };
        QTRY_VERIFY(asksForAllOfIt());
    }

    void damagedSamplesAreSaid()
    {
        SlowStore store;
        store.mayAnswer.release(1000);
        store.damaged = 2;
        Desk desk(flat, 300);
        desk.view.setSpan(10min);
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        QTRY_VERIFY(desk.label("trendRemark").contains(QStringLiteral("damaged")));
    }

    void whatCannotBeReadIsSaid()
    {
        SlowStore store;
        store.mayAnswer.release(1000);
        store.content = {SnapshotBuilder::chunk(SensorId{0}, kStart - 700s, 1s, 800, flat)};
        store.damaged = 2;
        store.problem = "the disk has a hole";
        Desk desk(flat, 300);
        desk.view.setSpan(10min);
        const auto letGo = store.letGoAtTheEnd();
        desk.view.setHistoryLoader(store.loader());
        QTRY_COMPARE(desk.label("trendRemark"), QStringLiteral("stored samples cannot be read: the disk has a hole"));
        QVERIFY(desk.tracePixels(0.0, 0.45) > 50); // what could be read is shown all the same
        QVERIFY(desk.view.accessibleDescription().contains(QStringLiteral("the disk has a hole")));
    }
};

} // namespace

QTEST_MAIN(TestTrendHistory)
#include "tst_trend_history.moc"
