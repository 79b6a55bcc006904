// SPDX-License-Identifier: GPL-3.0-or-later
// A dead feed is never a quiet feed: five ways to die, with the real simulator and real sockets, and how long it takes until somebody is
// told. TELLTALE_RUNS: how often each (1). The promise is 3 s; what misses it is printed as missed.
#include "core/pipeline/pipeline.h"
#include "core/wire/codec.h"
#include "tests/support/eventually.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/item_builders.h"
#include "tests/support/runs.h"
#include "tests/support/simulator_process.h"
#include "tests/support/tcp_relay.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace telltale;
using namespace telltale::pipeline;
using namespace std::chrono_literals;
using test::SimulatorProcess;

namespace {

constexpr double kGoalMs = 3000.0;
constexpr std::uint64_t kRhythm = 40; ///< readings after which it is known how often a sensor reports, and that it makes no pauses

/// A program without a screen that listens to one address.
class Monitor {
public:
    explicit Monitor(const std::string &address)
    {
        PipelineSettings settings;
        settings.extraFeeds = {address};
        settings.dataFolder = m_folder.path();
        settings.shards = 2;
        m_pipeline = std::move(Pipeline::start(std::move(settings), m_clock)).value();
    }

    [[nodiscard]] bool isActive(const std::string &what) const
    {
        const SnapshotPtr now = latest();
        return now->alarms && std::any_of(now->alarms->begin(), now->alarms->end(), [&](const Occurrence &alarm) {
                   return alarm.definition.what == what && alarm.condition == Condition::Active;
               });
    }
    [[nodiscard]] bool isStale(const SensorKey &key) const
    {
        const SnapshotPtr now = latest();
        for (const SensorSpec &sensor : now->structure->sensors)
            if (sensor.key == key)
                return now->sensors[indexOf(sensor.id)].stale;
        return false;
    }
    /// Live, with heartbeats, and nothing wrong.
    [[nodiscard]] bool isWell() const
    {
        const SnapshotPtr now = latest();
        return !now->feeds.empty() && now->feeds[0].state == FeedState::Live && now->feeds[0].heartbeats > 0 && !now->sensors.empty()
               && !isActive("feed lost") && !isActive("no data") && !isActive("a part stands still") && m_pipeline->stalled().empty();
    }
    [[nodiscard]] SnapshotPtr latest() const
    {
        m_pipeline->noteScreen();
        const SnapshotPtr now = m_pipeline->latest();
        return now ? now : std::make_shared<const Snapshot>();
    }

private:
    test::TempFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<Pipeline> m_pipeline;
};

/// Prints how long it took each time.
class Stopwatch {
public:
    explicit Stopwatch(const char *what) : m_what(what) {}
    ~Stopwatch()
    {
        if (m_took.empty())
            return;
        const double most = *std::max_element(m_took.begin(), m_took.end());
        qInfo("%-46s %3zu times, %5.0f ms on average, %5.0f ms at most%s", m_what, m_took.size(),
              std::accumulate(m_took.begin(), m_took.end(), 0.0) / double(m_took.size()), most, most > kGoalMs ? "  MISSED" : "");
    }
    Stopwatch(const Stopwatch &) = delete;
    Stopwatch &operator=(const Stopwatch &) = delete;

    /// False when it does not come about at all. Counted from now on, or from when it really began.
    template <typename Condition>
    [[nodiscard]] bool until(Condition condition, SteadyTime start = std::chrono::steady_clock::now())
    {
        const bool reached = test::eventually(condition);
        m_took.push_back(toSeconds(std::chrono::steady_clock::now() - start) * 1e3);
        return reached;
    }

private:
    const char *m_what;
    std::vector<double> m_took;
};

/// Two sensors, ten times a second, and a heartbeat with each; silent where a test wants it. Thread: the test's.
class SmallPlant {
public:
    [[nodiscard]] std::string address() const { return m_publisher.address(); }
    void speak(bool both)
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        if (now < m_next)
            return;
        m_next = now + 100ms;
        for (const char *sensor : {"x", "y"}) {
            const std::string asset = std::string("line-") + sensor;
            if (both || *sensor == 'x')
                m_publisher.send(asset + " {\"values\":{\"" + sensor + "\":1.0}}");
        }
        m_publisher.send(wire::encode(wire::Heartbeat{"line-x", 1, {}}));
    }

private:
    test::ZmqPublisher m_publisher;
    SteadyTime m_next{};
};

QStringList plantWords()
{
    return {"run", "plant", "--rate", "10"};
}

} // namespace

class TestDeadFeed : public QObject {
    Q_OBJECT
private slots:
    void aPublisherThatIsStopped();
    void aConnectionThatSwallowsEverything();
    void aPublisherWhoseProgramHangs();
    void oneSensorThatFallsSilent();
    void ourOwnThreadThatHangs();
};

void TestDeadFeed::aPublisherThatIsStopped()
{
    SimulatorProcess simulator(plantWords());
    const Monitor monitor(simulator.address());
    Stopwatch lost("publisher stopped: feed lost");
    for (int run = 0; run < test::runs(1); ++run) {
        QVERIFY(test::eventually([&] { return monitor.isWell(); }));
        simulator.signal(SIGSTOP);
        const bool told = lost.until([&] { return monitor.isActive("feed lost"); });
        simulator.signal(SIGCONT);
        QVERIFY(told);
    }
}

/// Connected as ever, and nothing comes through.
void TestDeadFeed::aConnectionThatSwallowsEverything()
{
    SimulatorProcess simulator(plantWords());
    test::TcpRelay relay(simulator.address());
    const Monitor monitor(relay.address());
    Stopwatch lost("connection swallows everything: feed lost");
    for (int run = 0; run < test::runs(1); ++run) {
        QVERIFY(test::eventually([&] { return monitor.isWell(); }));
        relay.swallow(true);
        const bool told = lost.until([&] { return monitor.isActive("feed lost"); });
        relay.swallow(false);
        QVERIFY(told);
    }
}

/// libzmq's own thread keeps the connection alive.
void TestDeadFeed::aPublisherWhoseProgramHangs()
{
    SmallPlant plant;
    const Monitor monitor(plant.address());
    Stopwatch lost("publisher's program hangs: feed lost");
    for (int run = 0; run < test::runs(1); ++run) {
        QVERIFY(test::eventually([&] {
            plant.speak(true);
            return monitor.isWell();
        }));
        QVERIFY(lost.until([&] { return monitor.isActive("feed lost"); }));
    }
}

void TestDeadFeed::oneSensorThatFallsSilent()
{
    SmallPlant plant;
    const Monitor monitor(plant.address());
    Stopwatch stale("one sensor silent: shown as stale");
    Stopwatch told("one sensor silent: alarm \"no data\"");
    for (int run = 0; run < test::runs(1); ++run) {
        std::uint64_t before = 0;
        if (const SnapshotPtr now = monitor.latest(); !now->sensors.empty())
            before = now->sensors.back().samples;
        QVERIFY(test::eventually([&] {
            plant.speak(true);
            const SnapshotPtr now = monitor.latest();
            const auto knowsRhythm = [&](const SensorState &sensor) { return sensor.samples > before + kRhythm && !sensor.stale; };
            return monitor.isWell() && now->sensors.size() == 2 && std::ranges::all_of(now->sensors, knowsRhythm);
        }));
        const SteadyTime silent = std::chrono::steady_clock::now();
        const auto when = [&](const auto &condition) {
            plant.speak(false);
            return condition();
        };
        QVERIFY(stale.until([&] { return when([&] { return monitor.isStale({"line-y", "y"}); }); }));
        QVERIFY(told.until([&] { return when([&] { return monitor.isActive("no data"); }); }, silent));
        QVERIFY(!monitor.isActive("feed lost"));
    }
}

void TestDeadFeed::ourOwnThreadThatHangs()
{
    SimulatorProcess simulator(plantWords());
    const Monitor monitor(simulator.address());
    Stopwatch told("our own thread hangs: alarm \"a part stands still\"");
    for (int run = 0; run < test::runs(1); ++run) {
        QVERIFY(test::eventually([&] { return monitor.isWell(); }));
        const test::FrozenThread frozen("feed 0");
        QVERIFY(frozen.found());
        QVERIFY(told.until([&] { return monitor.isActive("a part stands still"); }));
    }
}

QTEST_GUILESS_MAIN(TestDeadFeed)
#include "tst_dead_feed.moc"
