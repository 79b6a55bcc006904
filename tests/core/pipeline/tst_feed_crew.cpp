// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds whose threads stand still, at every turn that their crew takes.
#include "core/pipeline/feed_crew.h"

#include "tests/support/eventually.h"
#include "tests/support/frozen_thread.h"
#include "tests/support/zmq_publisher.h"

#include <QtTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

namespace {

/// A crew whose queue is read by the test, and what has come out of it.
class Crew {
public:
    /// Listens on a thread "feed" and the place in the order of calls.
    void listen(const ZmqPublisher &publisher)
    {
        const FeedId id{static_cast<std::uint32_t>(m_healths.size())};
        m_healths.emplace_back();
        m_batches.push_back(0);
        QVERIFY(m_feeds.add({id, publisher.address(), FeedOrigin::Added}).ok());
    }
    void start() { m_feeds.start(); }

    /// Repeats `action` and reads the queue until `condition` holds.
    template <typename Action, typename Condition>
    [[nodiscard]] bool until(Action action, Condition condition)
    {
        return eventually([&] {
            action();
            read();
            return condition();
        });
    }

    [[nodiscard]] FeedCrew &feeds() { return m_feeds; }
    [[nodiscard]] const FeedHealth &health(std::size_t feed) const { return m_healths[feed]; }
    [[nodiscard]] std::uint64_t refused(std::size_t feed) const
    {
        const auto found = m_healths[feed].rejects.find("asset-of-other-feed");
        return found == m_healths[feed].rejects.end() ? 0 : found->second;
    }
    [[nodiscard]] bool countersEverFell() const { return m_fell; }
    [[nodiscard]] std::uint64_t batches(std::size_t feed) const { return m_batches[feed]; }

private:
    void read()
    {
        for (IntakeItem &item : m_queue.take(1000, std::chrono::milliseconds{1})) {
            const auto feed = static_cast<std::size_t>(item.feed);
            if (auto *health = std::get_if<FeedHealth>(&item.what)) {
                m_fell = m_fell || health->frames < m_healths[feed].frames || health->samples < m_healths[feed].samples;
                m_healths[feed] = std::move(*health);
            } else if (std::holds_alternative<SampleBatch>(item.what))
                ++m_batches[feed];
        }
    }

    SystemClock m_clock;
    IntakeQueue m_queue{4096};
    ThreadWatch m_watch{m_clock, {}};
    FeedCrew m_feeds{{}, {}, m_queue, m_watch, m_clock, {}};
    std::vector<FeedHealth> m_healths;
    std::vector<std::uint64_t> m_batches;
    bool m_fell = false;
};

/// Threads of this process with that name.
int threadsCalled(const std::string &name)
{
    int count = 0;
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::string own;
        std::getline(std::ifstream(task.path() / "comm"), own);
        count += own == name ? 1 : 0;
    }
    return count;
}

/// Whether the call has come back while the thread of that name stood still.
template <typename Call>
bool returnsWhileFrozen(const char *thread, Call call)
{
    std::atomic<bool> returned{false};
    std::thread caller;
    bool meanwhile = false;
    {
        const FrozenThread frozen(thread);
        caller = std::thread([&] {
            call();
            returned = true;
        });
        meanwhile = frozen.found() && eventually([&] { return returned.load(); });
    }
    caller.join();
    return meanwhile;
}

/// So often somebody else may have had his turn before the one who removes has begun.
constexpr int kBeforeTheRemover = 20;

const std::string kPump = R"(pump {"values":{"a":1}})";

} // namespace

class TestFeedCrew : public QObject {
    Q_OBJECT
private slots:
    void aFeedThatStandsStillCanBeRemoved();
    void nobodyWaitsWhileOneIsRemoved();
    void aFeedThatStandsStillKeepsNobodyFromEnding();
    void countersGoOnInTheFeedThatIsBegunAnew();
    void whatGoesOnAfterAllTakesNoAssetsFromItsSuccessor();
};

void TestFeedCrew::aFeedThatStandsStillCanBeRemoved()
{
    ZmqPublisher publisher;
    Crew crew;
    crew.listen(publisher);
    crew.start();
    QVERIFY(crew.until([&] { publisher.send(kPump); }, [&] { return crew.batches(0) > 0; }));
    QVERIFY(returnsWhileFrozen("feed 0", [&] { crew.feeds().close(FeedId{0}); }));
}

void TestFeedCrew::nobodyWaitsWhileOneIsRemoved()
{
    ZmqPublisher publisher;
    Crew crew;
    crew.listen(publisher);
    crew.start();
    QVERIFY(crew.until([&] { publisher.send(kPump); }, [&] { return crew.batches(0) > 0; }));
    int turns = 0;
    QVERIFY(returnsWhileFrozen("feed 0", [&] {
        std::atomic<bool> removed{false};
        const std::jthread remover([&] {
            crew.feeds().close(FeedId{0});
            removed = true;
        });
        while (!removed) {
            crew.feeds().reconnect();
            turns += removed ? 0 : 1;
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    }));
    QVERIFY2(turns > kBeforeTheRemover, qPrintable(QString::number(turns)));
}

void TestFeedCrew::aFeedThatStandsStillKeepsNobodyFromEnding()
{
    ZmqPublisher publisher;
    Crew crew;
    crew.listen(publisher);
    crew.start();
    QVERIFY(crew.until([&] { publisher.send(kPump); }, [&] { return crew.batches(0) > 0; }));
    QVERIFY(returnsWhileFrozen("feed 0", [&] { crew.feeds().stop(); }));
}

void TestFeedCrew::countersGoOnInTheFeedThatIsBegunAnew()
{
    ZmqPublisher publisher;
    Crew crew;
    crew.listen(publisher);
    crew.start();
    const auto sends = [&] {
        publisher.send(kPump);
        publisher.send("noise");
    };
    QVERIFY(crew.until(sends, [&] { return crew.health(0).samples > 100 && !crew.health(0).rejects.empty(); }));
    const FrozenThread frozen("feed 0");
    QVERIFY(frozen.found());
    QVERIFY(crew.until(sends, [&] { return !crew.feeds().replaceStalled(std::chrono::seconds{1}).empty(); }));
    const FeedHealth before = crew.health(0);
    QVERIFY(crew.until(sends, [&] { return crew.health(0).samples > before.samples; }));
    QVERIFY(!crew.countersEverFell());
    const auto &[reason, frames] = *before.rejects.begin();
    QVERIFY(crew.health(0).rejects.at(reason) >= frames);
}

/// Two feeds send the same asset: it is the first's, and stays so when the first's former thread ends.
void TestFeedCrew::whatGoesOnAfterAllTakesNoAssetsFromItsSuccessor()
{
    ZmqPublisher first;
    ZmqPublisher second;
    Crew crew;
    crew.listen(first);
    crew.listen(second);
    crew.start();
    const auto firstSends = [&] { first.send(kPump); };
    const auto bothSend = [&] {
        first.send(kPump);
        second.send(kPump);
    };
    QVERIFY(crew.until(firstSends, [&] { return crew.batches(0) > 0; }));
    QVERIFY(crew.until(bothSend, [&] { return crew.refused(1) > 0; }));
    {
        const FrozenThread frozen("feed 0");
        QVERIFY(frozen.found());
        QVERIFY(crew.until(firstSends, [&] { return !crew.feeds().replaceStalled(std::chrono::seconds{1}).empty(); }));
        const std::uint64_t before = crew.batches(0);
        QVERIFY(crew.until(firstSends, [&] { return crew.batches(0) > before; }));
        QCOMPARE(threadsCalled("feed 0"), 2);
    }
    QVERIFY(eventually([] { return threadsCalled("feed 0") == 1; }));
    const std::uint64_t refused = crew.refused(1);
    QVERIFY(crew.until([&] { second.send(kPump); }, [&] { return crew.refused(1) > refused || crew.batches(1) > 0; }));
    QCOMPARE(crew.batches(1), std::uint64_t(0));
}

QTEST_APPLESS_MAIN(TestFeedCrew)
#include "tst_feed_crew.moc"
